# SPDX-License-Identifier: AGPL-3.0-only
"""Pelican, run so that the site which stands is whole at every moment and no post vanishes without a word.

`build`, `publish`, `serve` and `clean`, and for shards `list_posts` and `join`, are what tasks.py calls; `Press`
is what Pelican's own command runs. All raise PressError or SettingsError, whose `exitcode` is the process's.
"""

from newsroom.press.account import Account
from newsroom.press.build import build, clean, join, list_posts, publish
from newsroom.press.errors import PressError, RefusedPosts
from newsroom.press.press import Press
from newsroom.press.serve import serve

__all__ = ["Account", "Press", "PressError", "RefusedPosts", "build", "clean", "join", "list_posts", "publish", "serve"]
