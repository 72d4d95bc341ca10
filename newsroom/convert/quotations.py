# SPDX-License-Identifier: MIT
"""Quotations: where a text opens a quotation mark, and where it closes it."""

import re
from functools import lru_cache

_MARKS = re.compile('["“”„«»「」『』]')
# What closes what; German „…“, Swedish ”…”, French «…» and Danish »…« have their own pairs.
_CLOSERS = {'"': '"', "“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "「": "」", "『": "』"}
_ALWAYS_OPEN = frozenset("“„«「『")
# A mark that is not closed within so many characters opens nothing (5'10" is a height): the
# longest quotation in one paragraph of 273 stories has 611.
_LONGEST = 1000


@lru_cache(maxsize=32)  # its sentences ask, and its paragraphs
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The half-open ranges of the text's outermost quotations, marks included, in order."""
    found: list[tuple[int, int]] = []
    start = None
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match[0]
        if start is not None and at - start > _LONGEST:
            start = None
        if start is None:
            start = at if _opens(text, at) else None
        elif mark in _CLOSERS[text[start]] and not (mark == '"' and _begins_word(text, at)):
            found.append((start, at + 1))
            start = None
        elif mark == text[start]:
            start = at  # the one before was never closed: a quotation of several paragraphs
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    return mark in _ALWAYS_OPEN or (mark in _CLOSERS and _begins_word(text, at))


def _begins_word(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([{—–-'‘“") and bool(after.strip())
