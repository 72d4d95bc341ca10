# SPDX-License-Identifier: MIT
"""Texts without a character that no page can show, as most are: one look that two others are spared."""

import re
from functools import lru_cache

# Of all that a text is refused for, and all that is taken out of one.
_ANY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd\ufffe\uffff]")


@lru_cache(maxsize=2)
def is_clean(text: str) -> bool:
    """Whether a text has no control character, half a character, mark that turns its direction, or lost one."""
    return not _ANY.search(text)
