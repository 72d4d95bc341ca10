# SPDX-License-Identifier: MIT
"""Straight quotation marks made true ones, where nothing is in doubt."""

import re

_OPENS = "([{\u2013\u2014\u2018\u201c/-"  # what may stand before an opening mark, beside space
_CLOSES = ".,;:!?)]}\u2013\u2014\u2019\u201d/-\u2026"  # what may stand behind a closing one
_APOSTROPHE = re.compile(r"(?<=[^\W_])'(?=[^\W\d_])")
# Words that begin with an apostrophe: their mark looks like an opening one.
_ELIDED = re.compile(r"'(?:\d|(?:tis|twas|twere|twill|em|n|til|till|cause|bout|round)\b)", re.I)


def curl(text: str) -> str:
    """`text` with true quotation marks, character for character; what is in doubt stays straight.

    The marks of one kind are curled together or not at all: an odd one, or one that could open
    as well as close, leaves all of its kind as they are.
    """
    if '"' not in text and "'" not in text:
        return text
    text = _APOSTROPHE.sub("\u2019", text)
    text = _paired(text, '"', "\u201c\u201d")
    if _ELIDED.search(text):
        return text
    return _paired(text, "'", "\u2018\u2019")


def _paired(text: str, mark: str, pair: str) -> str:
    places = [at for at, each in enumerate(text) if each == mark]
    if len(places) % 2:
        return text
    letters = list(text)
    for number, at in enumerate(places):
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        fits = _opens(before, after) if number % 2 == 0 else _closes(before, after)
        if not fits:
            return text
        letters[at] = pair[number % 2]
    return "".join(letters)


def _opens(before: str, after: str) -> bool:
    return (before.isspace() or before in _OPENS or before in "\"'") and not after.isspace()


def _closes(before: str, after: str) -> bool:
    return not before.isspace() and (after.isspace() or after in _CLOSES or after in "\"'")
