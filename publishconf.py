# SPDX-License-Identifier: MIT
"""Only what is true in public: a full address, no drafts, nothing from the future, nothing refused."""

import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__))]
from newsroom.settings import now  # noqa: E402 - it is found through the line above
from pelicanconf import *  # noqa: E402, F403 - Pelican's own way to say "all of that, but"

SITEURL = os.environ.get("SITEURL", "")
NOW = now(os.environ)
STRICT = True
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
