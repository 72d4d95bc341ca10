# SPDX-License-Identifier: MIT
"""Dates as they are printed: where a line states a full day, and which."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.convert.months import is_weekday, month_from
from newsroom.schema import Stamp

# Offsets of the abbreviations that mean one zone only. BST, CST and IST mean several, and
# "ET" changes with the season: they give no offset.
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cdt": -300, "mdt": -360,
          "pdt": -420, "pst": -480, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
          "msk": 180, "wib": 420, "jst": 540, "aedt": 660, "aest": 600}  # fmt: skip

_WORD = r"[^\W\d_]{2,20}\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?"
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\.?\d)"
# Each gives y, m and d; `month` is a name. Two numbers and a year are settled in _day_from.
_DAYS = [
    r"(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![.-]?\d)",
    r"(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]",
    rf"(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep){_YEAR}",
    rf"{_DAY}[\s-](?:of |de |d[’'])?(?P<month>{_WORD})(?:,|\sde|\sdel|-)?[\s-]?\s?{_YEAR}",
    rf"(?P<month>{_WORD})\s{_DAY},?\s{_YEAR}",
]
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:(?P<mark>[:.h])(?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d{1,6})?)?)?"
    r"(?:\s?(?P<half>[ap]\.?\s?m\b\.?))?(?!\d)"
)
_ZONE = r"(?:\s?\(?(?:(?:UTC|GMT)?(?P<offset>[+-]\d\d:?\d\d)|(?P<zone>[A-Z]{3,4}|Z))\b\)?)?"
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")  # spares most lines the forms
_DAY_FORMS = [re.compile(rf"(?<![\w/.-]){form}", re.IGNORECASE) for form in _DAYS]
_AFTER = re.compile(rf"(?:T|[\s,|·•–—-]{{1,4}}(?:(?:at|um|à|a las|às|kl\.?|o)\s)?){_CLOCK}{_ZONE}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![\w:.]){_CLOCK}{_ZONE}[\s,|·•–—-]{{1,4}}(?:(?:on|,)\s)?$", re.IGNORECASE)
_UNSETTLED = re.compile(r"(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:\d\d){1,2}(?!\d)")  # 06/01/2026: dates nothing
_ALONE = re.compile(rf"(?<![\w:.]){_CLOCK}{_ZONE}", re.IGNORECASE)
# A date stands in the first part of a short line: a page's longest date line has 120 characters.
_LINE_MAX = 300

_PUBLISHED = (
    "published posted publié publiée veröffentlicht erschienen erstellt publicado publicada"
    " pubblicato gepubliceerd publicerad publisert udgivet julkaistu opublikowano zveřejněno"
    " опубликовано опубліковано diterbitkan yayınlanma đăng 公開 発表 입력 등록"
)
_MODIFIED = (
    "updated update modified modifié aktualisiert actualizado atualizado aggiornato bijgewerkt"
    " uppdaterad oppdatert opdateret päivitetty zaktualizowano aktualizováno обновлено оновлено"
    " diperbarui güncelleme güncellenme 更新 수정"
)
# What else may stand in a line that is only a date. Sample: the real seed, and common forms.
_SMALL = "at on the le am um den de el em del last first date time ist uhr mis jour à o h"
PUBLISHED, MODIFIED = tuple(_PUBLISHED.split()), tuple(_MODIFIED.split())
_WORDS_OF_DATES = frozenset((*PUBLISHED, *MODIFIED, *_SMALL.split()))


@dataclass(frozen=True, slots=True)
class Printed:
    """A stamp, and the half-open range of the line that prints it."""

    start: int
    end: int
    stamp: Stamp


def dates_in(line: str) -> list[Printed]:
    """The full days that a line prints, with the time beside each, in order."""
    line = line[:_LINE_MAX]
    if not _HAS_YEAR.search(line):
        return []
    found: list[Printed] = []
    for printed in sorted(_days_in(line), key=lambda each: (each.start, -each.end)):
        if not found or printed.start >= found[-1].end:
            found.append(_with_time(line, printed, found[-1].end if found else 0))
    return found


def is_only_dates(line: str) -> bool:
    """Whether a line says nothing but a day or a time: `Last update: 06:33 pm`."""
    if len(line) > _LINE_MAX or not any(character.isdigit() for character in line):
        return False
    rest = line
    for printed in reversed(dates_in(line)):
        rest = rest[: printed.start] + " " + rest[printed.end :]
    rest = _UNSETTLED.sub(" ", rest)
    rest, times = _ALONE.subn(lambda match: " " if _time_from(match) else match[0], rest)
    if rest == line and not times:
        return False
    words = re.findall(r"\w+", rest.casefold())
    return all(word in _WORDS_OF_DATES or is_weekday(word) for word in words)


def _days_in(line: str) -> Iterator[Printed]:
    for form in _DAY_FORMS:
        for match in form.finditer(line):
            day = _day_from(match)
            if day:
                yield Printed(match.start(), match.end(), Stamp(day))


def _day_from(match: re.Match[str]) -> datetime.date | None:
    parts = match.groupdict()
    if "a" in parts:
        month_day = _settled(int(parts["a"]), int(parts["b"]))
    elif "month" in parts:
        month_day = month_from(parts["month"]), int(parts["d"])
    else:
        month_day = int(parts["m"]), int(parts["d"])
    try:
        return datetime.date(int(parts["y"]), month_day[0] or 0, month_day[1])
    except ValueError:
        return None


def _settled(a: int, b: int) -> tuple[int | None, int]:
    """Month and day of 14/10 and 10/14; 10/11 may be either, and is neither."""
    if a == b or b > 12:
        return a, b
    return (b, a) if a > 12 else (None, 0)


def _with_time(line: str, printed: Printed, at: int) -> Printed:
    """The date with the time after it or, from `at` on, before it."""
    match = _AFTER.match(line, printed.end)
    stamp = _timed(printed.stamp, match)
    if match and stamp:
        return Printed(printed.start, match.end(), stamp)
    match = _BEFORE.search(line[: printed.start], max(at, printed.start - 40))
    stamp = _timed(printed.stamp, match)
    return Printed(match.start(), printed.end, stamp) if match and stamp else printed


def _timed(stamp: Stamp, match: re.Match[str] | None) -> Stamp | None:
    time = match and _time_from(match)
    if not match or time is None:
        return None
    return Stamp(stamp.day, time, _offset_from(match))


def _time_from(match: re.Match[str]) -> datetime.time | None:
    """The time, if it is one: `8 pm` and `20:36` are, a bare `8` is not."""
    hour, half = int(match["hour"]), match["half"]
    if not half and not match["minute"]:
        return None
    # "20.36" is a time in German and a price in English; after a date it is a time.
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return datetime.time(hour, int(match["minute"] or 0)) if hour < 24 else None


def _offset_from(match: re.Match[str]) -> int | None:
    if match["offset"]:
        digits = match["offset"].replace(":", "")
        offset = (-1 if digits[0] == "-" else 1) * (int(digits[1:3]) * 60 + int(digits[3:5]))
        return offset if -720 <= offset <= 840 else None
    return _ZONES.get(match["zone"].casefold()) if match["zone"] else None
