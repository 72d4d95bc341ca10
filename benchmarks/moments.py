# SPDX-License-Identifier: MIT
"""Days and minutes of records and of their gold, compared."""

import datetime
import re
from dataclasses import dataclass

_FORM = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?\s*([+-]\d\d:?\d\d|Z)?")
# Zones differ by whole half hours, and by 14 hours at most.
_SHIFT, _MOST = 30, 14 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps a wall clock, perhaps its minutes east of Greenwich."""

    day: datetime.date
    clock: datetime.time | None = None
    offset: int | None = None


def moment_from(text: str | None) -> Moment | None:
    """The moment that ISO 8601 states, to the minute; ValueError where it states none."""
    if not text:
        return None
    match = _FORM.match(text.strip())
    if not match:
        raise ValueError(f"{text!r} is no ISO 8601")
    clock = datetime.time.fromisoformat(match[2]) if match[2] else None
    return Moment(datetime.date.fromisoformat(match[1]), clock, _offset(match[3]) if clock and match[3] else None)


def same_minute(ours: Moment, gold: Moment) -> bool:
    """Whether two moments with a clock may be one: where a zone is not stated, it may be any."""
    if ours.clock is None or gold.clock is None:
        return False
    apart = _minutes(ours) - _minutes(gold)
    if ours.offset is not None and gold.offset is not None:
        return apart - ours.offset + gold.offset == 0
    return abs(apart) <= _MOST and apart % _SHIFT == 0


def _minutes(moment: Moment) -> int:
    clock = moment.clock or datetime.time()
    return moment.day.toordinal() * 1440 + clock.hour * 60 + clock.minute


def _offset(zone: str) -> int:
    if zone == "Z":
        return 0
    digits = zone.replace(":", "")
    return (-1 if digits[0] == "-" else 1) * (int(digits[1:3]) * 60 + int(digits[3:5]))
