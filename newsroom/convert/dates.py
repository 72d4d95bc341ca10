# SPDX-License-Identifier: MIT
"""Dates as they are printed: where a line states a full day, and which."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsroom.convert.clocks import AFTER, BEFORE, stamp_from
from newsroom.convert.day_order import UNKNOWN, Habits
from newsroom.convert.months import SECOND_WORDS, month_start, months_from, weekdays_from
from newsroom.schema import Stamp

# Letters and marks of any script; the micro sign is one, for without regard to case it is the Greek mu.
_LETTER = r"[^\s\d!-@\[-`{-´¶-¿،。、（）·•–—|。]"
_WORD = rf"{_LETTER}{{1,20}}(?:[.]{_LETTER}{{1,3}}(?!{_LETTER}))?\.?"
_MONTH = rf"(?P<month>{_WORD}(?:\s?[\s/]\s?(?:{'|'.join(SECOND_WORDS)})(?!{_LETTER}))?)"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|re|e|\.|º|°|ª|-?(?:го|е|an?)(?![^\W\d_]))?"
# Also glued to a time, `202310:30`, or to itself: `14 Mar 202514 Mar 2025`.
_YEAR = r"(?P<y>\d{4})(?:(?!\.?\d|,\d{3})|(?=\d{1,2}[:h]\d\d)|(?=\d{1,2}\s[^\W\d_]{3,9}\.?\s\d{4}))"
_OF = r"(?:,|،|\sพ\.ศ\.|\sค\.ศ\.|\sde|\sdel|\sof|/|-|’)?"
_ARABIC = r"(?:\s?/\s?[\u0600-\u06ff]{3,8}(?:\s[\u0600-\u06ff]{5,8})?)?"  # its other name: `مارس/ آذار`
# Between a day and its year: `Oct 14 20:36:00 UTC 2017`.
_CLOCK_BETWEEN = r"\s\d\d?:\d\d(?::\d\d)?(?:\s?[ap]m)?\s(?:[A-Z+][A-Z\d]{1,4}\s)?"
_SPLIT = r"(?:(?P<sep>[-/.])|(?P<wide>\.)\s)"
# Each gives y, m and d; `month` is a name; a and b are in an order that is to be settled. What stands
# before a form is much cheaper to look for, and without it the form cannot be there.
_FORMS = [
    (r"\d[-/.]", rf"(?<![A-Za-z\d_/.-])(?P<y>\d{{4}}){_SPLIT}(?P<m>\d{{1,2}})(?(wide)\.\s|(?P=sep))(?P<d>\d{{1,2}})"
     r"(?![-/]?\d|\.\d)"),
    ("[年년]", r"(?<!\d)(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]"),
    ("[和成]", r"(?P<era>令和|平成|昭和)(?P<y>\d{1,2}|元)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日"),
    (r"\d\s?[-/.]", rf"(?<![\d/.-])(?<!(?-i:[A-Z]))(?P<a>\d{{1,2}})\s?(?P<sep>[-/.])\s?(?P<b>\d{{1,2}})\s?(?P=sep)\s?"
     rf"{_YEAR}"),
    (r"\d[/.]", r"(?<![\w/.:-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<yy>\d\d)(?![\w/-]|[.,:]\d)"),
    (r"\d-\d\d?-\d\d,?\s", r"(?<![\w/.:-])(?P<a>\d\d)(?P<sep>-)(?P<b>\d\d)-(?P<yy>\d\d)(?=,?\s\d\d[:.]\d\d(?!\d))"),
    (r"[\u0e00-\u0e7f].{0,2}\d\d", r"(?<!\d)(?P<d>\d{1,2})\s(?P<month>[\u0e00-\u0e7f.]{3,12})\s(?P<be>[67]\d)(?!\d)"),
    (r"['’]\d\d(?!\d)", rf"(?<!{_LETTER}){_MONTH}\s(?P<d>\d{{1,2}}),?\s['’](?P<yy>\d\d)(?![\w/-])"),
    (r"\d\D{3,30}\d{4}",
     rf"(?<![\d_])(?<!\d[/.:,-])(?<!(?-i:[A-Z])){_DAY}[\s/-]?(?:of |de |d[’']|ta[’'] |, )?"
     rf"{_MONTH}{_ARABIC}{_OF}[\s-]?\s?[’']?{_YEAR}"),
    (r"[-’']\d\d(?!\d)",
     rf"(?<![\w/.:-])(?P<d>\d{{1,2}})(?P<sep>[\s-]){_MONTH}(?:(?P=sep)[’']|-)(?P<yy>\d\d)(?![\w/-])"),
    (r"(?<!\d)\d\d?\D{1,6}(?:\d\d?:\d\d.{1,12})?\d{4}",
     rf"(?<!{_LETTER}){_MONTH},?[\s/-]?{_DAY}(?:\s?,|\s|[/-]|\sof|\sdel?|,?{_CLOCK_BETWEEN})\s?{_YEAR}"),
    (r"\d{4}\D{2,25}\d", r"(?<![\w/.-])(?P<y>\d{4})(?:\.\sgada|\s?(?:m|թ|ж)\.|\.|,)?[\s-](?:(?P<d1>\d{1,2})\.\s)?"
     rf"{_MONTH}(?(d1)(?!\w)|[\s-](?P<d>\d{{1,2}})(?!\d))"),
    ("háng|thg", r"(?<!\d)(?P<d>\d{1,2})\s(?:tháng|Tháng|thg)\s(?P<m>\d{1,2})(?:,|\snăm)?\s(?P<y>\d{4})(?!\d)"),
]  # fmt: skip
_DAY_FORMS = [(re.compile(sign), re.compile(form, re.IGNORECASE)) for sign, form in _FORMS]
_UNDECIDED = [form for _, form in _DAY_FORMS if "a" in form.groupindex]
MAY_DATE = re.compile(
    r"\d(?:\d{3}|[/.-]\d\d?[/.-]\d|年\d|[\s-][^\W\d_]{3,9}\.?[\s-]’?'?\d|\s[\u0e00-\u0e7f.]{3,12}\s\d|,?\s['’]\d\d)"
)  # spares most lines the forms
_NUMBERS = re.compile(r"\d\s?[-/.]\s?\d")
# Listopad and its kin: October in Croatian, November in Czech and Polish.
_TWO_MONTHS = re.compile(r"\b(?:lip|srp|lis)[^\W\d_]*\.?\s\d", re.IGNORECASE)
_CLOCK_INSIDE = re.compile(r"\d\d?:\d\d(?::\d\d)?(?:\s?[ap]m)?", re.IGNORECASE)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_THAI = re.compile("[\u0e00-\u0e7f]")
# Years that a page of news can print.
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
# Names of two letters need a point or a comma: "on" is a day of the week too, in one language or another.
_WEEKDAY_BEFORE = re.compile(
    rf"(?<!{_LETTER})({_LETTER}{{3,20}}\.?,?|{_LETTER}{{2}}(?:\.,?|,))\s?(?:(?:den|the|d\.|,)\s)?$"
)
_WEEKDAY_AFTER = re.compile(
    rf"(?:\.,)?[,\s]{{0,2}}(?:[(（]({_LETTER}{{1,20}}(?:-{_LETTER}{{3,6}})?)\.?[)）]|(?![a-z]\W|T\d)({_LETTER}{{2,20}})\.?)"
)
# A date stands in the first part of a short line: a page's longest date line has 120 characters.
LINE_MAX = 300


@dataclass(frozen=True, slots=True)
class Printed:
    """A stamp, and the half-open range of the line that prints it, day of the week included."""

    start: int
    end: int
    stamp: Stamp


def dates_in(line: str, habits: Habits = UNKNOWN) -> tuple[Printed, ...]:
    """The full days that a line prints, with the time beside each, in order."""
    if not MAY_DATE.search(line, 0, LINE_MAX):
        return ()
    return _printed_in(line[:LINE_MAX], habits)


@lru_cache(maxsize=256)  # several steps ask of one line
def _printed_in(line: str, habits: Habits) -> tuple[Printed, ...]:
    found: list[Printed] = []
    for start, end, day in sorted(_days_in(line, habits), key=lambda each: (each[0], -each[1])):
        if not found or start >= found[-1].end:
            found.append(_with_time(line, start, end, day, found[-1].end if found else 0))
    return tuple(found)


def is_undecided(line: str) -> bool:
    """Whether a line prints a date of which only the page could tell what it means."""
    line = line[:LINE_MAX]
    if not MAY_DATE.search(line):
        return False
    if _NUMBERS.search(line):
        for match in (match for form in _UNDECIDED for match in form.finditer(line)):
            if 1 <= int(match["a"]) <= 31 and 1 <= int(match["b"]) <= 31:
                return True
    return bool(_TWO_MONTHS.search(line))


def _days_in(line: str, habits: Habits) -> Iterator[tuple[int, int, datetime.date]]:
    forms = (form for sign, form in _DAY_FORMS if sign.search(line))
    for form in forms:
        for match in form.finditer(line):
            parts = match.groupdict()
            days = _days_from(parts, habits)
            start, end = match.span()
            if "month" in parts and start == match.start("month"):
                start += month_start(parts["month"])
            start, end, weekdays = _weekday_beside(line, start, end)
            if len(days) > 1 and weekdays:
                days = [day for day in days if day.weekday() in weekdays]
            if len(days) == 1:
                yield start, end, days[0]


def _days_from(parts: dict[str, str | None], habits: Habits) -> list[datetime.date]:
    """The days that a match can mean: none, one, or two."""
    year = _year_from(parts)
    if parts.get("a"):
        pairs = _pairs(parts, habits)
    elif parts.get("month"):
        months = _months(str(parts["month"]), habits)
        pairs = [(month, int(parts.get("d1") or parts["d"] or 0)) for month in months]
    else:
        pairs = [(int(parts["m"] or 0), int(parts["d"] or 0))]
    if parts.get("yy") and habits.year_first:
        year, pairs = 2000 + int(parts["a"] or 0), [(int(parts["b"] or 0), int(parts["yy"] or 0))]
    days = []
    for month, day in pairs:
        try:
            days.append(datetime.date(year, month, day))
        except ValueError:
            continue
    return days if _FIRST_YEAR <= year <= _LAST_YEAR else []


def _year_from(parts: dict[str, str | None]) -> int:
    if parts.get("be"):
        return 2500 - 543 + int(parts["be"] or 0)  # of the Buddhist era, as Thai papers shorten it
    if parts.get("yy"):
        year = int(parts["yy"] or 0)
        return year + (2000 if year < 50 else 1900 if year >= 70 else 0)
    printed = parts["y"] or ""
    year = 1 if printed == "元" else int(printed)
    if parts.get("era"):
        return year + _ERAS[str(parts["era"])]
    if 2400 < year < 2700 and _THAI.search(parts.get("month") or ""):
        return year - 543  # of the Buddhist era, whose months are the same
    return year


def _pairs(parts: dict[str, str | None], habits: Habits) -> list[tuple[int, int]]:
    """Month and day of 14/10 and 10/14; both orders of 10/11, unless the page or a dot tells."""
    a, b = int(parts["a"] or 0), int(parts["b"] or 0)
    if a == b or b > 12:
        return [(a, b)]
    # Where a language parts the numbers by dots, the day is first.
    day_first = True if a > 12 or parts["sep"] == "." else habits.day_first
    orders = [(b, a), (a, b)]
    return orders if day_first is None else orders[:1] if day_first else orders[1:]


def _months(name: str, habits: Habits) -> list[int]:
    found = months_from(name) or months_from(name.partition("/")[0])
    if len(found) < 2:
        return list(found)
    south = habits.language == "hr"
    pick = {"lip": (7, 6), "srp": (8, 7), "lis": (11, 10)}[name.casefold()[:3]][south]
    return [pick] if habits.language else []


def _weekday_beside(line: str, start: int, end: int) -> tuple[int, int, frozenset[int]]:
    """The range with the day of the week at its front or behind it, and which days that can be."""
    found: frozenset[int] = frozenset()
    before = _WEEKDAY_BEFORE.search(line[:start], max(0, start - 24))
    if before and (found := _weekdays(before[1].rstrip(".,"))):
        start = before.start()
    after = _WEEKDAY_AFTER.match(line, end)
    if after and not found and (found := _weekdays(after[1] or after[2])):
        end = after.end()
    return start, end, found


def _weekdays(word: str) -> frozenset[int]:
    """The days of the week of a word; not those of `min`, `die` or `per`, which are other words elsewhere."""
    return frozenset() if len(word) < 4 and word[0].islower() else weekdays_from(word)


def _with_time(line: str, start: int, end: int, day: datetime.date, at: int) -> Printed:
    """The date with the time after it or, from `at` on, before it."""
    after = AFTER.match(line, end)
    stamp = stamp_from(day, after)
    if after and stamp:
        return Printed(start, after.end(), stamp)
    before = BEFORE.search(line[:start], max(at, start - 40))
    stamp = stamp_from(day, before)
    if before and stamp:
        return Printed(before.start(), end, stamp)
    inside = _CLOCK_INSIDE.search(line, start, end)
    stamp = stamp_from(day, AFTER.match(line, inside.start())) if inside else None
    return Printed(start, end, stamp or Stamp(day))
