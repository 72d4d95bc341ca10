# SPDX-License-Identifier: MIT
"""A moment in time, no more precise than what was printed."""

import datetime
import re
from dataclasses import dataclass
from typing import Self

_FORM = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?: ?(Z|[+-]\d{2}:\d{2}))?)?", re.ASCII)
# Real zones lie between UTC-12 and UTC+14: IANA time zone database.
_WEST, _EAST = -12 * 60, 14 * 60


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, perhaps a time to the minute, perhaps an offset from UTC in minutes.

    What was not printed is None: a stamp has no zone unless one was stated.
    """

    day: datetime.date
    time: datetime.time | None = None
    offset_minutes: int | None = None

    def __post_init__(self) -> None:
        # Year 1 stands for "undated" where Pelican wants a date; no newspaper is that old.
        if self.day.year < 1000:
            raise ValueError(f"year {self.day.year} is before 1000")
        # West of Greenwich its last evening is in a year 10000, which no datetime holds: the build ended.
        if self.day.year == datetime.MAXYEAR:
            raise ValueError(f"year {self.day.year} is the last that a date can have")
        if self.time is not None and (self.time.second or self.time.microsecond or self.time.tzinfo):
            raise ValueError(f"time {self.time.isoformat()!r} is finer than a minute or has a zone")
        if self.offset_minutes is not None:
            if self.time is None:
                raise ValueError("an offset needs a time")
            if not _WEST <= self.offset_minutes <= _EAST:
                raise ValueError(f"offset of {self.offset_minutes} minutes is no zone on Earth")

    def __str__(self) -> str:
        parts = [self.day.isoformat()]
        if self.time is not None:
            parts.append(self.time.strftime("%H:%M"))
        if self.offset_minutes is not None:
            hours, minutes = divmod(abs(self.offset_minutes), 60)
            parts.append(f"{'-' if self.offset_minutes < 0 else '+'}{hours:02}:{minutes:02}")
        return " ".join(parts)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The stamp that `text` states; ValueError for anything but the forms of str().

        `T` may stand between day and time, and `Z` for `+00:00`.
        """
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is not YYYY-MM-DD, YYYY-MM-DD HH:MM or YYYY-MM-DD HH:MM +HH:MM")
        day, time, zone = match.groups()
        try:
            return cls(
                datetime.date.fromisoformat(day),
                datetime.time.fromisoformat(time) if time else None,
                _offset_from(zone) if zone else None,
            )
        except ValueError as error:
            raise ValueError(f"{text!r}: {error}") from error

    def moment(self, zone: datetime.tzinfo) -> datetime.datetime:
        """The aware datetime: at midnight if no time, in `zone` if no offset was stated."""
        if self.offset_minutes is not None:
            zone = datetime.timezone(datetime.timedelta(minutes=self.offset_minutes))
        return datetime.datetime.combine(self.day, self.time or datetime.time(), zone)


def _offset_from(zone: str) -> int:
    if zone == "Z":
        return 0
    hours, minutes = int(zone[1:3]), int(zone[4:6])
    if minutes > 59:
        raise ValueError(f"zone {zone!r} has more than 59 minutes")
    return (-1 if zone[0] == "-" else 1) * (hours * 60 + minutes)
