# SPDX-License-Identifier: MIT
"""One name in a text: where it ends, and whether a role or a house ends it."""

import re

from newsroom.convert.name_shapes import LONGEST_NAME, MOST_WORDS, NICKNAME, WORD, is_given, is_part, is_person
from newsroom.convert.name_words import HOUSES, JOINS, NOBODY, PARTICLES, TITLES

LEAST, _ABBREVIATED = 2, 4  # words of a name; letters of `Esq.`
GAP = re.compile(r"\s{2,}|\t|\u200b")  # what a page sets apart in a line
# `Ann LeeSenior Reporter`, `Ann LeePublished: March 3`: what a page set apart, and a dump has glued.
_GLUED = re.compile(r"(?<=[a-zß-ÿ.])(?=[A-Z][a-z]+\b)|(?<=[A-Z]{2})(?=[A-Z][a-z]{2,}\b)")
_JOINS = frozenset(JOINS.split("|"))

Span = tuple[int, int]


def name_at(text: str, at: int) -> tuple[Span, str] | None:
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
        if _is_label(text, words):
            words.pop()
            tail = "mark"
            break
        if _ends_behind(text, words[-1], len(words)):
            break
        at += 1
    return _cut(text, words, tail)


def _cut(text: str, words: list[re.Match[str]], tail: str) -> tuple[Span, str] | None:
    """The name that words make, without a house and particles at their end."""
    if tail == "house" or (tail == "role" and _is_housed(words)):
        words = _without_house(words)
    while words and words[-1][0] in PARTICLES:
        words.pop()
    ends = {"case": "house", "words": ""}
    return _whole(text, words, words[-1].end(), ends.get(tail, tail)) if words else None


def _is_label(text: str, words: list[re.Match[str]]) -> bool:
    """Whether the last word is none of the name's: `Ann Lee Kuvat: Bo Ek`."""
    return len(words) > LEAST and text.startswith(":", words[-1].end())


def _ends_behind(text: str, word: re.Match[str], count: int) -> bool:
    """Whether no other word of a name follows a word: no single space does, or the stop of a sentence."""
    at = word.end()
    if at >= len(text) or text[at] not in " \u00a0" or GAP.match(text, at):
        return True
    return word[0].endswith(".") and len(word[0]) > _ABBREVIATED and count >= LEAST


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


def _is_housed(words: list[re.Match[str]]) -> bool:
    """Whether a paper or a place may stand before a role: `Ann Lee Ember correspondent`."""
    return len(words) > LEAST and is_given(f"{words[0][0]} x") and not is_given(f"{words[1][0]} x")


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
        said = said.rstrip(".,'’").removesuffix("'s").removesuffix("’s")
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
