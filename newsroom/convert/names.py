# SPDX-License-Identifier: MIT
"""Names in a text: those that stand in a row from a place on, and what follows them."""

import re
from typing import NamedTuple

from newsroom.convert.name_shapes import WORD, is_given, says_role
from newsroom.convert.name_words import HOUSES, JOINS, TITLES
from newsroom.convert.one_name import GAP, Span, name_at

_MOST_NAMES, _TWO_NAMES = 12, 4  # names, and words of two
_JOIN = re.compile(
    rf"\s*[,|]\s*(?:(?:{JOINS})\s+)?|\s+(?:{JOINS})\s+|\s*[&;+、・]\s*|\s*/\s*|\s+[-–—·•]\s+", re.IGNORECASE
)
# Behind these a house, a place or a day stands as often: another name must be known, or more must follow.
_WEAK_JOINS = frozenset((",", "|", "/", "-", "–", "—", "·", "•"))
# `Ann Lee in Port Ember and Bo Ek in Vessel`, `Ann Lee, political editor, and Bo Ek`, `Ann Lee (text) and Bo Ek`.
_ASIDE = re.compile(
    rf"(?:\s*[,(]\s*|\s(?:in|aus|à|en|i)\s)[^,.:|()]{{2,40}}?(?:\s*[,)])?\s*(?:,|&|\b(?:{JOINS})\b)\s*", re.IGNORECASE
)
_AND_BEFORE = re.compile(rf"(?:&|\b(?:{JOINS}))\s*$", re.IGNORECASE)
# Agencies that German and Nordic papers name beside their own people, as authors.
_AGENCY = re.compile(r"(?:dpa|afp|epd|KNA|kna|SID|sid|APA|apa|SDA|sda|AWP|awp|NTB|TT|STT|Ritzau)(?![\w-])")
_BESIDE_AGENCY = frozenset((",", "/", "und", "og", "och", "et", "ja", "&", "|"))
_MARKS = frozenset("|·•/<>()[]{}@*_#~:–—-,;+=✉")
# What parts a name from its day, where the day is taken already: `Ann Lee on`.
_RESIDUE = frozenset(
    ("on", "at", "le", "am", "den", "el", "em", "il", "kl", "um", "à", "op", "om", "ore", "le", "a", "o", "d", "dne")
)
_PLACING = frozenset(
    ("in", "at", "for", "from", "of", "on", "with", "avec", "mit", "con", "com", "aus", "à", "de", "en", "da", "via",
     "For", "Of", "FOR", "im", "dans", "pour", "para", "w", "v", "ב")
)  # fmt: skip
_JOINS = frozenset(JOINS.split("|"))
# The page's own words, which no space parts from a name in some dumps.
_BESIDE = frozenset(("updated", "published", "posted", "follow", "view", "show", "read", "email"))


class Names(NamedTuple):
    """Names in a row: their ranges, where they end, and what follows: nothing, a mark, role, house, place or words."""

    spans: tuple[Span, ...]
    end: int
    tail: str


def names_at(text: str, start: int = 0) -> Names | None:
    """The names that a text has from a place on, or None where no name begins."""
    spans: list[Span] = []
    at, joined = start, ""
    while len(spans) < _MOST_NAMES:
        found = name_at(text, at) or (_agency_at(text, at) if joined in _BESIDE_AGENCY else None)
        if not found or (joined in _WEAK_JOINS and not _is_next(text, found[0]) and not _AGENCY.match(text, at)):
            break
        spans += _parted(text, found[0])
        tail, end = found[1], found[0][1]
        join = _JOIN.match(text, end)
        if tail or not join or join.end() == len(text):
            return _with_more(text, Names(tuple(spans), end, tail or _tail(text, end)))
        # "Ann Lee and Bo Ek, Port Ember": behind the last name stands a place, a role or a house.
        if joined not in ("", ",") and join[0].strip() == ",":
            return Names(tuple(spans), end, "house")
        at, joined = join.end(), join[0].strip()
    if not spans:
        return None
    end = spans[-1][1]
    if joined in _WEAK_JOINS and joined != ",":
        return Names(tuple(spans), end, _tail(text, end))
    if says_role(text[end : end + 60]):
        return _with_more(text, Names(tuple(spans), end, "role"))
    tail = "house" if not joined[:1].isalpha() or _is_house(text, at) else "words"
    return _with_more(text, Names(tuple(spans), end, tail))


def _parted(text: str, span: Span) -> tuple[Span, ...]:
    """The range of a name, or of two: four words whose first and third are known as given names, the others not."""
    words = text[span[0] : span[1]].split(" ")
    if len(words) != _TWO_NAMES or [is_given(f"{word} x") for word in words] != [True, False, True, False]:
        return (span,)
    middle = span[0] + len(words[0]) + 1 + len(words[1])
    return ((span[0], middle), (middle + 1, span[1]))


def _with_more(text: str, names: Names) -> Names:
    """Names with those behind what is said of the last: its place, or a role."""
    aside = _ASIDE.match(text, names.end) if names.tail in ("place", "role", "house", "mark") else None
    more = names_at(text, aside.end()) if aside else None
    if aside is None or more is None or more.tail == "words":
        return names
    # Unknown names are people where the same is said of both, as `in Port Ember and Bo Ek in Vessel`.
    alike = more.tail in ("role", "place") or (not more.tail and names.tail == "role")
    if not is_given(text[slice(*more.spans[0])]) and not (alike and _AND_BEFORE.search(text, 0, more.spans[0][0])):
        return names
    return Names((*names.spans, *more.spans), more.end, more.tail)


def is_join(text: str) -> bool:
    """Whether a line only joins names: `and`, a comma."""
    return len(text) <= 6 and bool(_JOIN.fullmatch(f" {text} "))


def _agency_at(text: str, at: int) -> tuple[Span, str] | None:
    """The agency beside a name that stands at a place: `Ann Lee, dpa`, `Ann Lee und dpa`."""
    agency = _AGENCY.match(text, at)
    return (agency.span(), "mark") if agency else None


def _is_next(text: str, span: Span) -> bool:
    """Whether what a comma parts from a name is another, and no place or house: known, or with an `and` behind it."""
    name = text[span[0] : span[1]]
    if is_given(name):
        return True
    join = _JOIN.match(text, span[1])
    return bool(join and join[0].strip(" ,"))


def _is_house(text: str, at: int) -> bool:
    """Whether a house begins at a place: `agencies`, `AFP`."""
    word = WORD.match(text, at)
    return bool(word and (word[0].casefold() in HOUSES or (word[0].isupper() and len(word[0]) > 1)))


def _tail(text: str, end: int) -> str:
    """What follows names: nothing, a mark, a role, a place, or words that make a sentence of them."""
    rest = text[end:]
    after = rest.lstrip(" \u00a0\u200b.")
    if not after or after.casefold() in _JOINS or after.strip(" .,:").casefold() in _RESIDUE:
        return ""
    if after[0] in _MARKS or after[0].isdigit() or GAP.match(rest):
        return "role" if says_role(after[:40]) else "mark"
    word = after.split(maxsplit=1)[0]
    if "@" in word or word.casefold() in _BESIDE:
        return "mark"
    if word.casefold() in TITLES:
        return "role"
    return "place" if word in _PLACING else "words"
