# SPDX-License-Identifier: AGPL-3.0-only
"""The calendar: a page for each year, month and day that has a story, and the Undated shelf.

Deep listings are calendar pages, not counted ones, so that a story of any date
changes few of them. Sets `calendar` in the context, for the archive page.
"""

from calendar import Calendar as Weeks
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, islice
from typing import Any

from babel import Locale
from babel.dates import format_date, get_day_names
from pelican import signals
from pelican.generators import Generator

SHORT = 31  # stories of a month whose page has their first sentences
WHOLE = 150  # stories of a month whose page lists them all
SHOWN = 4  # stories of each day, on the page of a longer month
YEAR = 40  # stories of a year whose page lists them all
DAYS = 120  # days that the archive's page names
NEWEST = 6  # days that the front leads to

Link = tuple[str, str]  # label, address below the root


@dataclass(frozen=True, slots=True)
class Day:
    """A day with at least one story."""

    day: int
    label: str
    url: str
    stories: tuple[Any, ...]

    @property
    def count(self) -> int:
        """The number of its stories."""
        return len(self.stories)


@dataclass(frozen=True, slots=True)
class Month:
    """A month with at least one story; `name` is the month alone, `label` has the year."""

    year: int
    month: int
    name: str
    label: str
    url: str
    days: tuple[Day, ...]

    @property
    def count(self) -> int:
        """The number of its stories."""
        return sum(day.count for day in self.days)

    @property
    def weeks(self) -> tuple[tuple[tuple[int, Day | None], ...], ...]:
        """The weeks from Monday: (day of the month, its Day where it has stories); 0 pads."""
        found = {day.day: day for day in self.days}
        weeks = Weeks().monthdayscalendar(self.year, self.month)
        return tuple(tuple((number, found.get(number)) for number in week) for week in weeks)


@dataclass(frozen=True, slots=True)
class Year:
    """A year with at least one story."""

    year: int
    url: str
    months: tuple[Month, ...]

    @property
    def label(self) -> str:
        """The year in figures."""
        return str(self.year)

    @property
    def count(self) -> int:
        """The number of its stories."""
        return sum(month.count for month in self.months)


@dataclass(frozen=True, slots=True)
class Calendar:
    """All years with a story, the newest first."""

    years: tuple[Year, ...] = ()
    weekdays: tuple[tuple[str, str], ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether the archive's page has room for each day; else it names months, and a year's page its days."""
        return sum(len(month.days) for year in self.years for month in year.months) <= DAYS

    @property
    def newest(self) -> tuple[Day, ...]:
        """The newest days."""
        return tuple(islice((day for year in self.years for month in year.months for day in month.days), NEWEST))


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar page. `span` is the Year, Month or Day that it shows."""

    kind: str
    label: str
    url: str
    span: Year | Month | Day
    stories: tuple[Any, ...]
    parent: Link
    previous: Link | None = None
    next: Link | None = None
    anniversaries: tuple[tuple[str, str, int], ...] = ()

    @property
    def weeks(self) -> tuple[tuple[tuple[int, Day | None], ...], ...]:
        """The grid of a month's page; empty on the others."""
        return self.span.weeks if isinstance(self.span, Month) else ()

    @property
    def is_short(self) -> bool:
        """Whether its page has room for every story with its first sentences."""
        return self.span.count <= SHORT

    @property
    def days(self) -> tuple[tuple[Day, tuple[Any, ...]], ...]:
        """The days of a month's page, the newest first, each with the stories that it names."""
        days = self.span.days if isinstance(self.span, Month) else ()
        return tuple((day, day.stories if self.span.count <= WHOLE else day.stories[:SHOWN]) for day in days)


def calendar_from(articles: Sequence[Any], locale: Locale) -> Calendar:
    """Return the calendar of the dated among `articles`, which come newest first."""
    dated = [article for article in articles if article.post.date]
    return Calendar(
        tuple(
            Year(year, f"{year:04}/", tuple(_months(list(of_year), locale)))
            for year, of_year in groupby(dated, key=lambda story: story.post.date.day.year)
        ),
        _weekdays(locale),
    )


def _weekdays(locale: Locale) -> tuple[tuple[str, str], ...]:
    """Return (short, long) of the days of the week from Monday."""
    short, long = (get_day_names(width, locale=locale) for width in ("abbreviated", "wide"))
    return tuple((short[number], long[number]) for number in range(7))


def _months(stories: Sequence[Any], locale: Locale) -> Iterator[Month]:
    for first, of_month in groupby(stories, key=lambda story: story.post.date.day.replace(day=1)):
        yield Month(
            first.year,
            first.month,
            format_date(first, "LLLL", locale=locale),
            format_date(first, "LLLL y", locale=locale),
            f"{first.year:04}/{first.month:02}/",
            tuple(_days(of_month, locale)),
        )


def _days(stories: Iterable[Any], locale: Locale) -> Iterator[Day]:
    found: date
    for found, of_day in groupby(stories, key=lambda story: story.post.date.day):
        url = f"{found.year:04}/{found.month:02}/{found.day:02}/"
        yield Day(found.day, format_date(found, "d MMMM y", locale=locale), url, tuple(of_day))


def periods_from(calendar: Calendar) -> list[Period]:
    """Return every calendar page: years, then months, then days, each linked to its neighbours."""
    archive = ("Archive", "archive/")
    same = _same_days(calendar)
    years, months, days = [], [], []
    for year in calendar.years:
        every = tuple(story for month in year.months for day in month.days for story in day.stories)
        shown = every if year.count <= YEAR else ()
        years.append(Period("year", year.label, year.url, year, shown, archive))
        for month in year.months:
            months.append(Period("month", month.label, month.url, month, (), (year.label, year.url)))
            days += [
                Period("day", day.label, day.url, day, day.stories, (month.label, month.url),
                       anniversaries=tuple(each for each in same[month.month, day.day] if each[1] != day.url))
                for day in month.days
            ]  # fmt: skip
    return [*_linked(years), *_linked(months), *_linked(days)]


def _same_days(calendar: Calendar) -> dict[tuple[int, int], list[tuple[str, str, int]]]:
    """Return (year, address, number of stories) of the days of each date of the year, the newest first."""
    found: dict[tuple[int, int], list[tuple[str, str, int]]] = defaultdict(list)
    for year in calendar.years:
        for month in year.months:
            for day in month.days:
                found[month.month, day.day].append((year.label, day.url, day.count))
    return found


def _linked(periods: Sequence[Period]) -> list[Period]:
    """Return `periods`, which come newest first, with `previous` and `next` set."""
    links = [(period.label, period.url) for period in periods]
    around = [None, *links, None]
    return [replace(period, next=around[place], previous=around[place + 2]) for place, period in enumerate(periods)]


class CalendarGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the calendar's pages. Runs after the articles are read, before they are written."""

    def generate_context(self) -> None:
        """Put `calendar` into the shared context."""
        locale = Locale.parse(self.settings["DEFAULT_LANG"], sep="-")
        self.context["calendar"] = calendar_from(self.context["articles"], locale)

    def generate_output(self, writer: Any) -> None:
        """Write years, months, days and, where there is one, the Undated shelf."""
        for period in periods_from(self.context["calendar"]):
            self._write(writer, period.url, "period", period=period)
        if self.context["edition"].undated:
            stories = self.context["edition"].undated
            self._write(writer, "undated/", "undated", stories=stories)

    def _write(self, writer: Any, url: str, template: str, **variables: Any) -> None:
        name = f"{url}index.html"
        writer.write_file(name, self.get_template(template), self.context, url=url, **variables)


def calendar_generator(_pelican: Any) -> type[CalendarGenerator]:
    """Return the generator to add to Pelican's own."""
    return CalendarGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(calendar_generator)
