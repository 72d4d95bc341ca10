# SPDX-License-Identifier: MIT
"""Names in a text: those that stand in a row from a place on, and what follows them."""

import re
from typing import NamedTuple

from newsroom.convert.name_shapes import (
    LONGEST_NAME,
    MOST_WORDS,
    NICKNAME,
    WORD,
    is_given,
    is_part,
    is_person,
    says_role,
)
from newsroom.convert.name_words import HOUSES, JOINS, NOBODY, PARTICLES, TITLES

_MOST_NAMES = 12
_JOIN = re.compile(
    rf"\s*[,|]\s*(?:(?:{JOINS})\s+)?|\s+(?:{JOINS})\s+|\s*[&;+、・]\s*|\s*/\s*|\s+[-–—·•]\s+", re.IGNORECASE
)
# Behind these a house, a place or a day stands as often: another name must be known, or more must follow.
_WEAK_JOINS = frozenset((",", "|", "/", "-", "–", "—", "·", "•"))
# `Ann Lee in Port Ember and Bo Ek in Vessel`, `Ann Lee, political editor, and Bo Ek`, `Ann Lee (text) and Bo Ek`.
_ASIDE = re.compile(
    rf"(?:\s*[,(]\s*|\s(?:in|aus|à|en|i)\s)[^,.:|()]{{2,40}}?(?:\s*[,)])?\s*(?:,|&|\b(?:{JOINS})\b)\s*", re.IGNORECASE
)
_GAP = re.compile(r"\s{2,}|\t|\u200b")  # what a page sets apart in a line
# `Ann LeeSenior Reporter`, `Ann LeePublished: March 3`: what a page set apart, and a dump has glued.
_GLUED = re.compile(r"(?<=[a-zß-ÿ.])(?=[A-Z][a-z]+\b)|(?<=[A-Z]{2})(?=[A-Z][a-z]{2,}\b)")
_MARKS = frozenset("|·•/<>()[]{}@*_#~:–—-,;+=✉")
_PLACING = frozenset(
    ("in", "at", "for", "from", "of", "on", "with", "avec", "mit", "con", "com", "aus", "à", "de", "en", "da", "via",
     "im", "dans", "pour", "para", "w", "v", "ב")
)  # fmt: skip
_JOINS = frozenset(JOINS.split("|"))
# The page's own words, which no space parts from a name in some dumps.
_BESIDE = frozenset(("updated", "published", "posted", "follow", "view", "show", "read", "email"))

Span = tuple[int, int]


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
        found = _name_at(text, at)
        if not found or (joined in _WEAK_JOINS and not _is_next(text, found[0])):
            break
        spans.append(found[0])
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


def _with_more(text: str, names: Names) -> Names:
    """Names with those behind what is said of the last: its place, or a role."""
    aside = _ASIDE.match(text, names.end) if names.tail in ("place", "role", "house", "mark") else None
    more = names_at(text, aside.end()) if aside else None
    if more is None or more.tail == "words" or not is_given(text[slice(*more.spans[0])]):
        return names
    return Names((*names.spans, *more.spans), more.end, more.tail)


def is_join(text: str) -> bool:
    """Whether a line only joins names: `and`, a comma."""
    return len(text) <= 6 and bool(_JOIN.fullmatch(f" {text} "))


def _name_at(text: str, at: int) -> tuple[Span, str] | None:
    """The name that begins at a place, and what ends it if that is a role or a house."""
    words: list[re.Match[str]] = []
    tail = ""
    while len(words) <= MOST_WORDS:
        word = WORD.match(text, at) or (NICKNAME.match(text, at) if words else None)
        if not word:
            break
        tail = _end_before(words, word[0])
        if tail:
            break
        words.append(word)
        glued = 0 if word[0].isupper() else _glued(word[0])
        if glued:
            return _whole(text, words, word.start() + glued, "role")
        at = word.end()
        if at >= len(text) or text[at] not in " \u00a0" or _GAP.match(text, at):
            break
        at += 1
    if tail == "house":
        words = _without_house(words)
    while words and words[-1][0] in PARTICLES:
        words.pop()
    ends = {"case": "house", "words": ""}
    return _whole(text, words, words[-1].end(), ends.get(tail, tail)) if words else None


def _end_before(words: list[re.Match[str]], word: str) -> str:
    """What a name ends with before a word: a role, a house, other words; or nothing, for it goes on."""
    folded = word.casefold().rstrip(".")
    if len(words) >= 2:
        if folded in TITLES:
            return "role"
        if word.isupper() and len(folded) > 1 and folded in _JOINS:
            return "words"
        if is_part(word) and _changes_case(words, word):
            return "case"
    if is_part(word):
        return ""
    return "house" if folded in HOUSES else "words"


def _without_house(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of a name before a house's last, such as `News`: the house has one before that, or two."""
    if len(words) <= 2:
        return words
    return words[: 3 if len(words[1][0].strip(".")) == 1 or words[1][0] in PARTICLES else 2]


def _changes_case(words: list[re.Match[str]], word: str) -> bool:
    """Whether capitals end with the name before a word, or begin: `ANN LEE Associated`, `Ann Lee CNN`."""
    letters = word.strip(".'’")
    if len(letters) < 2 or word in PARTICLES:
        return False
    capitals = [each[0].isupper() for each in words if len(each[0].strip(".")) > 1 and each[0] not in PARTICLES]
    if len(capitals) < 2:
        return False
    if letters.isupper():
        return not any(capitals) and len(letters) <= 4 and letters not in ("II", "III", "IV")
    return all(capitals)


def _whole(text: str, words: list[re.Match[str]], end: int, tail: str) -> tuple[Span, str] | None:
    """The range of a name's words, if they make one."""
    said = text[words[0].start() : end]
    if not said.endswith(("Jr.", "Sr.")):
        said = said.rstrip(".,'’")
    end = words[0].start() + len(said)
    pieces = said.split()
    if len(said) > LONGEST_NAME or not 2 <= len(pieces) <= MOST_WORDS or not is_person(pieces):
        return None
    return (words[0].start(), end), tail


def _glued(word: str) -> int:
    """Where a word ends to which a role, a house or a label was glued, or 0."""
    for joint in _GLUED.finditer(word) if not word[1:].islower() else ():
        rest = word[joint.start() :].casefold().rstrip(".")
        if joint.start() >= 2 and (rest in NOBODY or rest in TITLES):
            return joint.start()
    return 0


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
    if not after or after.casefold() in _JOINS:
        return ""
    if after[0] in _MARKS or after[0].isdigit() or _GAP.match(rest):
        return "role" if says_role(after[:40]) else "mark"
    word = after.split(maxsplit=1)[0]
    if "@" in word or word.casefold() in _BESIDE:
        return "mark"
    if word.casefold() in TITLES:
        return "role"
    return "place" if word in _PLACING else "words"
