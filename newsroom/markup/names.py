# SPDX-License-Identifier: MIT
"""The ids of paragraphs, made of their words, and which of them names a speaker."""

import hashlib
import unicodedata
from collections import Counter

_STRAIGHT = str.maketrans("\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb", "'''" + 5 * '"')


def paragraph_id(text: str) -> str:
    """`p-` and 6 hex digits made of the words, the same for straight and true quotation marks."""
    # ASCII is in normal form, has no true marks, and its small letters are its folded ones: seven times faster
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFC", text).translate(_STRAIGHT).casefold()
    return "p-" + hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()[:6]


SPEAKER = "speaker"  # the class of the line below a quotation that says who speaks


def is_speaker(text: str) -> bool:
    """Whether a paragraph of a quotation names its speaker: a dash opens it."""
    return text.startswith(("— ", "– "))


class Names:
    """The ids of one text: the same words a second time get a number."""

    def __init__(self, lang: str | None = None) -> None:
        """Begin with none, for a text in a language or in one that is not known."""
        self.lang = lang
        self._taken: Counter[str] = Counter()

    def new(self, text: str) -> str:
        """The id of the next paragraph."""
        name = paragraph_id(text)
        self._taken[name] += 1
        return name if self._taken[name] == 1 else f"{name}-{self._taken[name]}"
