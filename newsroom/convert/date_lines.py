# SPDX-License-Identifier: MIT
"""Lines that say a day or a time and nothing else: `Last update: 06:33 pm`."""

import re
from itertools import islice

from newsroom.convert.clocks import ALONE, time_from
from newsroom.convert.date_words import WORDS_OF_DATES
from newsroom.convert.dates import dates_in
from newsroom.convert.months import months_from, weekdays_from

# What every date and every time has.
_SIGN = re.compile(r"\d(?:\d{3}|[:./h時시년年-]|\s?[ap]\.?\s?m|\s?uhr)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_UNSETTLED = re.compile(r"(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:\d\d){1,2}(?!\d)")  # 06/01/2026: dates nothing
# The longest line of dates in 973 dumps has 63 characters. Of words that are no date's it has a few
# at most, as `pm GMT`: so one look at its words spares most lines the forms of dates.
LONGEST, _STRANGE = 120, 4


def is_only_dates(line: str) -> bool:
    """Whether a line says nothing but a day or a time."""
    if len(line) > LONGEST or not _SIGN.search(line):
        return False
    strange = (word for word in _LETTERS.findall(line) if not _is_of_dates(word))
    if next(islice(strange, _STRANGE, None), None):
        return False
    rest = line
    for printed in reversed(dates_in(line)):
        rest = rest[: printed.start] + " " + rest[printed.end :]
    rest = _UNSETTLED.sub(" ", rest)
    rest, times = ALONE.subn(lambda match: " " if time_from(match) else match[0], rest)
    if rest == line and not times:
        return False
    return all(word.casefold() in WORDS_OF_DATES or weekdays_from(word) for word in _WORD.findall(rest))


def _is_of_dates(word: str) -> bool:
    return word.casefold() in WORDS_OF_DATES or bool(months_from(word) or weekdays_from(word))
