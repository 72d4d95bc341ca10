# SPDX-License-Identifier: MIT
"""Names in an explicit byline: `By Name Name and Name Name`, and nothing looser."""

import re

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’.-][^\W\d_]*)*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|van|von|der|den|da|di|la|le|al|bin|el)){{1,3}}"
_AND = r"(?:, and |, | and | & | und | et )"
_BYLINE = re.compile(rf"(?:[Bb]y|BY|Von|Par):? (?P<names>{_NAME}(?:{_AND}{_NAME}){{0,4}})[ ,.|·•–—-]*")
# Not people: what stands in the place of a name when none is printed.
_NOBODY = re.compile(
    r"\b(?:staff|reporter|correspondent|editor|editorial|desk|team|agenc(?:y|ies)|bureau|admin|news"
    r"|press|writer|report|service|online|web|media|group)\b",
    re.IGNORECASE,
)


def authors_from(byline: str) -> tuple[str, ...]:
    """The names that a whole line gives, or () for anything but a plain byline."""
    match = len(byline) <= 200 and _BYLINE.fullmatch(byline)
    if not match:
        return ()
    names = re.split(_AND, match["names"])
    return () if any(_NOBODY.search(name) for name in names) else tuple(dict.fromkeys(names))


_NAME_ALONE = re.compile(rf"(?:{_NAME}|[\u3400-\u9fff]{{1,3}}[ \u3000][\u3400-\u9fff]{{1,3}})")


def looks_like_name(text: str) -> bool:
    """Whether a whole line has the shape of a person's name."""
    return len(text) <= 40 and bool(_NAME_ALONE.fullmatch(text)) and not _NOBODY.search(text)
