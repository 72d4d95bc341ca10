# SPDX-License-Identifier: MIT
"""A paper in parts: which years stand on which site, as the setting PARTS states it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

_YEARS = re.compile(r"(\d{4})(?:(-)(\d{4})?)?", re.ASCII)
_DATED = re.compile(r"(?:text/)?(\d{4})/", re.ASCII)
_LAST = 9999


@dataclass(frozen=True, slots=True)
class Part:
    """The years `first` to `last`, as `years` states them, stand at `site`."""

    years: str
    first: int
    last: int
    site: str

    @property
    def is_main(self) -> bool:
        """Whether the newest years stand here, and with them all that is of no year: front page, sections, feeds."""
        return self.last == _LAST


def parts_from(stated: Mapping[str, str]) -> tuple[Part, ...]:
    """The parts, oldest first. ValueError says which cannot be: years twice, a gap, no part for what is new."""
    parts = sorted((_part_from(years, site) for years, site in stated.items()), key=lambda part: part.first)
    for one, next_one in pairwise(parts):
        if next_one.first != one.last + 1:
            raise ValueError(f"{one.years!r} and {next_one.years!r} leave years out, or have some twice")
    if parts and not parts[-1].is_main:
        raise ValueError(f"no part takes what comes after {parts[-1].last}: '{parts[-1].last + 1}-'")
    if len({part.site for part in parts}) < len(parts):
        raise ValueError("two parts stand at one address")
    return tuple(parts)


def _part_from(years: str, site: str) -> Part:
    found = _YEARS.fullmatch(years)
    if not found:
        raise ValueError(f"{years!r} is not of the form 2031, 2031-2035 or 2036-")
    first = int(found[1])
    last = int(found[3]) if found[3] else _LAST if found[2] else first
    if last < first:
        raise ValueError(f"{years!r} ends before it begins")
    return Part(years, first, last, site)


def home_of(address: str, parts: tuple[Part, ...], dated: Mapping[str, int]) -> Part:
    """The part at which an address below the root stands; `parts` are some.

    `dated` has the year of addresses that do not begin with it. What is older than the first part is in that.
    """
    found = _DATED.match(address)
    year = int(found[1]) if found else dated.get(address.removeprefix("text/"), _LAST)
    return next((part for part in parts if year <= part.last), parts[-1])
