# SPDX-License-Identifier: MIT
"""The calendar's pages: which there are, what they count, and how they are linked."""

from datetime import date
from types import SimpleNamespace

from babel import Locale

from newsroom.plugins.calendar import calendar_from, periods_from
from newsroom.schema import FrontMatter, Stamp

DAYS = [date(2031, 3, 7), date(2031, 3, 7), date(2031, 2, 28), date(2029, 12, 31)]


def stories() -> list[SimpleNamespace]:
    """Return four dated stories, the newest first, and an undated one."""
    dated = [FrontMatter(title=f"Story {day}", date=Stamp(day)) for day in DAYS]
    return [SimpleNamespace(post=post) for post in [*dated, FrontMatter(title="Undated")]]


def test_each_period_with_a_story_has_one_page_and_no_other() -> None:
    periods = periods_from(calendar_from(stories(), Locale.parse("en")))
    assert sorted(period.url for period in periods) == [
        "2029/", "2029/12/", "2029/12/31/",
        "2031/", "2031/02/", "2031/02/28/", "2031/03/", "2031/03/07/",
    ]  # fmt: skip


def test_the_counts_of_the_years_are_the_dated_stories() -> None:
    calendar = calendar_from(stories(), Locale.parse("en"))
    assert [(year.label, year.count) for year in calendar.years] == [("2031", 3), ("2029", 1)]
    assert [month.count for month in calendar.years[0].months] == [1, 2][::-1]


def test_previous_is_older_and_next_is_newer_among_pages_of_one_kind() -> None:
    periods = {p.url: p for p in periods_from(calendar_from(stories(), Locale.parse("en")))}
    february = periods["2031/02/"]
    assert february.previous == ("December 2029", "2029/12/")
    assert february.next == ("March 2031", "2031/03/")
    assert (periods["2029/"].previous, periods["2031/"].next) == (None, None)


def test_a_month_has_its_stories_and_a_grid_of_whole_weeks() -> None:
    periods = {p.url: p for p in periods_from(calendar_from(stories(), Locale.parse("en")))}
    march = periods["2031/03/"]
    assert [(day.day, len(shown)) for day, shown in march.days] == [(7, 2)]
    numbers = [number for week in march.weeks for number, _ in week if number]
    assert numbers == list(range(1, 32))
    assert all(len(week) == 7 for week in march.weeks)
    assert [number for week in march.weeks for number, day in week if day] == [7]
    assert march.weeks[0][5][0] == 1  # 1 March 2031 is a Saturday, the sixth day from Monday


def test_months_are_named_in_the_language_of_the_paper() -> None:
    calendar = calendar_from(stories(), Locale.parse("fr"))
    assert calendar.years[0].months[0].label == "mars 2031"


def test_a_paper_without_a_dated_story_has_an_empty_calendar() -> None:
    assert periods_from(calendar_from(stories()[-1:], Locale.parse("en"))) == []
