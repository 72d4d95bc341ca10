# SPDX-License-Identifier: MIT
"""The pages of sections, topics and authors: whole while they are short, by month beyond."""

from datetime import date, timedelta
from types import SimpleNamespace

from babel import Locale

from newsroom.plugins.shelves import NEWEST, WHOLE, directory_from, letters_from, shelf_from
from newsroom.schema import FrontMatter, Stamp

ENGLISH = Locale.parse("en")


def stories(count: int, undated: int = 0) -> list[SimpleNamespace]:
    """Return so many stories, one a day, the newest first, the undated last."""
    days = [Stamp(date(2031, 3, 20) - timedelta(days=number)) for number in range(count)]
    posts = [FrontMatter("T", date=day) for day in days] + [FrontMatter("T")] * undated
    return [SimpleNamespace(post=post, slug=f"{'abc'[n % 3]}-{n}") for n, post in enumerate(posts)]


def test_a_short_shelf_is_whole_on_its_page() -> None:
    shelf = shelf_from("Harbour", "section/harbour/", stories(WHOLE), ENGLISH)
    assert (len(shelf.shown), shelf.years) == (WHOLE, ())


def test_a_long_shelf_shows_the_newest_and_has_every_story_on_a_page_of_its_month() -> None:
    found = stories(70, undated=2)
    shelf = shelf_from("Harbour", "section/harbour/", found, ENGLISH)
    assert shelf.shown == tuple(found[:NEWEST])
    assert [(year, [(part.name, part.url, part.count) for part in parts]) for year, parts in shelf.years] == [
        ("2031", [("March", "section/harbour/2031/03/", 20), ("February", "section/harbour/2031/02/", 28),
                  ("January", "section/harbour/2031/01/", 22)]),
        (None, [(None, "section/harbour/undated/", 2)]),
    ]  # fmt: skip


def test_a_page_of_six_stories_has_a_lead_and_one_of_five_has_none() -> None:
    six, five = (shelf_from("Harbour", "s/", stories(count), ENGLISH) for count in (6, 5))
    assert (six.lead, len(six.second), len(six.rest)) == (six.shown[0], 4, 1)
    assert (five.lead, five.second, len(five.rest)) == (None, (), 5)


def test_a_long_undated_shelf_is_parted_by_letter() -> None:
    assert [(part.name, part.url, part.count) for part in letters_from(stories(0, undated=7))] == [
        ("A", "archive/undated/a/", 3), ("B", "archive/undated/b/", 2), ("C", "archive/undated/c/", 2),
    ]  # fmt: skip


def test_the_directory_names_the_largest_groups_by_name() -> None:
    groups = [(SimpleNamespace(name=f"T{number:03}", url=f"t/{number}/"), range(number)) for number in range(1, 250)]
    links = directory_from(groups)
    assert len(links) == 200
    assert (links[0], links[-1]) == (("T050", "t/50/", 50), ("T249", "t/249/", 249))
