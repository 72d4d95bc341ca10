# SPDX-License-Identifier: MIT
"""How a page writes its dates: whether 06/01/2026 is in January or in June, or nobody can know."""

import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from newsroom.convert.model import Seed
from newsroom.convert.page_address import day_of

_NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\w/-])")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(("the", "of", "and", "to"))
_FILIPINO = frozenset(("ang", "ng", "mga", "sa"))
# Share of those words: in 357 English dumps 1 in 20 has less than .04, in 61 of eight other languages
# none more than .02 (November 2026). Fewer words than ENOUGH are a sample of nothing.
_SHARE, _ENOUGH, _SAMPLE = 0.02, 60, 600
# Zones that are named so in the United States and Canada only, and dates as only Americans write them.
_AMERICAN = re.compile(r"\d\s?[ap]\.?m\.?,?\s\(?(?:ET|EST|EDT|CDT|PT|PST|PDT|MDT)\b", re.IGNORECASE)
_AMERICAN_DATE = re.compile(
    r"\d\d?[/-]\d\d?[/-](?:20)?\d\d[,\s|-]{1,3}(?:at\s)?\d\d?:\d\d(?::\d\d)?\s?[ap]\.?m\.?,?\s\(?(?:E[SD]?T|C[SD]T|P[SD]?T|M[SD]T)\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?<!\w)(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2},?\s20\d\d", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    r"(?<![\w,])\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?,?\s20\d\d",
    re.IGNORECASE,
)
_BRITISH = re.compile(
    r"\b(?:colour|favour|labour|neighbour|centre|metre|theatre|defence|organis|programme)", re.IGNORECASE
)
_AMERICAN_SPELLING = re.compile(
    r"\b(?:color|favor|labor|neighbor|center|theater|defense|organiz|program)", re.IGNORECASE
)
_SLAVIC = (("pl", re.compile("[łąęńśźż]")), ("cs", re.compile("[ěřůň]")), ("hr", re.compile("[čšžđ]")))


@dataclass(frozen=True, slots=True)
class Habits:
    """`day_first` for 06/01/2026, None where nothing tells; `language` where a month's name asks for it."""

    day_first: bool | None = None
    language: str | None = None
    year_first: bool = False


UNKNOWN = Habits()


def habits_of(seed: Seed) -> Habits:
    """How a seed writes dates: as its editor states, as its address shows, or as its text says."""
    order = seed.evidence.source.order
    known = order == "day-first" if order else _day_first_by(seed.evidence.address, seed.text)
    habits = habits_from(seed.text)
    return habits if known is None else replace(habits, day_first=known)


@lru_cache(maxsize=4)  # several lines of one page ask
def habits_from(text: str) -> Habits:
    """What the text of a page says of how it writes dates."""
    words = [word.casefold() for word, _ in zip(_WORD.findall(text[:20_000]), range(_SAMPLE), strict=False)]
    return Habits(
        day_first=_day_first(text, words),
        language=next((code for code, letters in _SLAVIC if len(letters.findall(text[:5_000])) > 5), None),
        year_first=len(re.findall("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", text[:2_000])) > 50,
    )


def _day_first(text: str, words: list[str]) -> bool | None:
    """By the other dates of the page; where these are silent, by its language or its country."""
    votes = {int(match[1]) > 12 for match in _NUMERIC.finditer(text[:200_000]) if _is_settled(match)}
    if votes:
        return votes.pop() if len(votes) == 1 else None
    if len(words) < _ENOUGH:
        return None
    share = sum(word in _ENGLISH for word in words) / len(words)
    if share < _SHARE:
        return None if sum(word in _FILIPINO for word in words) / len(words) > 2 * _SHARE else True
    month_first = _MONTH_FIRST.search(text)
    if (_AMERICAN.search(text) and month_first) or _AMERICAN_DATE.search(text):
        return False
    british, american = _BRITISH.search(text), _AMERICAN_SPELLING.search(text)
    if _DAY_FIRST.search(text):
        return True if british and not month_first else None
    return False if american and not british and month_first else None


def _day_first_by(address: str | None, text: str) -> bool | None:
    """By the day of the address, where a date of the page is that day in one order and not in the other."""
    day = day_of(address) if address else None
    if day is None:
        return None
    votes = set()
    for match in _NUMERIC.finditer(text[:200_000]):
        a, b, year = int(match[1]), int(match[3]), int(match[4][-2:])
        if year == day.year % 100 and a != b and {a, b} == {day.day, day.month}:
            votes.add(a == day.day)
    return votes.pop() if len(votes) == 1 else None


def _is_settled(match: re.Match[str]) -> bool:
    a, b = int(match[1]), int(match[3])
    year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
    if a > 12 and b > 12:
        return False
    try:
        datetime.date(year, min(a, b), max(a, b))
    except ValueError:
        return False
    return max(a, b) > 12
