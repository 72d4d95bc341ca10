# SPDX-License-Identifier: MIT
"""The front page's composition, by the number of stories and their facts."""

from dataclasses import replace
from datetime import UTC, datetime, time
from types import SimpleNamespace

import pytest
from babel import Locale

from newsroom.plugins.edition import edition_from, link_neighbours, mark_archived, root_of
from newsroom.plugins.edition.columns import HEADLINES, LEAD, NARROW, card_height, lead_height, openings, stacked
from newsroom.plugins.edition.front import FRONT, front_from
from newsroom.schema import FrontMatter, Stamp

ENGLISH = Locale.parse("en")


def article(number: int, day: int | None = None, month: int = 3, **facts: object) -> SimpleNamespace:
    """Stand in for Pelican's article: what the edition asks of one."""
    stamp = Stamp(datetime(2031, month, day).date(), time(9, 0)) if day else None
    post = FrontMatter(title=f"Story {number}", date=stamp, **facts)  # type: ignore[arg-type]
    moment = datetime(2031, month, day, 9, tzinfo=UTC) if day else datetime(1, 1, 2, tzinfo=UTC)
    found = SimpleNamespace(post=post, date=moment, length=100, slug=f"story-{number}")
    if post.category:
        slug = post.category.lower()
        found.category = SimpleNamespace(name=post.category, url=f"section/{slug}/")
    return found


@pytest.mark.parametrize(
    ("count", "layout"),
    [(0, "none"), (1, "one"), (2, "few"), (5, "few"), (6, "many"), (400, "many")],
)
def test_the_layout_follows_from_the_number_of_stories(count: int, layout: str) -> None:
    articles = [article(number, day=28 - number % 28) for number in range(count)]
    assert front_from(articles, ENGLISH).layout == layout


def test_weight_ranks_before_day_and_day_before_length() -> None:
    old_but_weighty, long, newest = article(1, day=1, weight=5), article(2, day=2), article(3, day=3)
    long.length = 9_000
    front = front_from([newest, long, old_but_weighty], ENGLISH)
    assert front.lead is old_but_weighty
    assert front.second.stories == (newest, long)


def test_a_pinned_story_leads_whatever_the_others_weigh() -> None:
    heavy, pinned = article(1, day=9, weight=900), article(2, day=1, pin=True)
    assert front_from([heavy, pinned], ENGLISH).lead is pinned


def test_bands_stand_alone_then_two_by_two_and_none_is_left_half() -> None:
    articles = [article(number, day=28) for number in range(10)]
    for section in range(6):
        articles += [article(100 + section * 10 + at, day=2, category=f"Section {section}") for at in range(2)]
    assert [band.is_half for band in front_from(articles, ENGLISH).bands] == [False, True, True, False, True, True]
    fewer = [story for story in articles if story.post.category not in ("Section 5", "Section 4")]
    assert [band.is_half for band in front_from(fewer, ENGLISH).bands] == [False, True, True, False]
    assert [band.is_half for band in front_from(fewer[:-4], ENGLISH).bands] == [False, False]


TITLE = "Parliament votes to raise the sea wall at Ostrel by two metres"
LONGER = f"{TITLE}, the largest public work in a century"
SUMMARY = "The plan passed by three votes after a night of debate. Building is to begin before the storms."


def told(number: int, title: str = TITLE, **facts: object) -> SimpleNamespace:
    """Return a story with all that a front shows of one."""
    found = article(number, day=3, category="Islands", authors=("Mara Quill",), summary=SUMMARY, **facts)
    found.post = replace(found.post, title=title)
    found.length = 4_000
    return found


@pytest.mark.parametrize("picture", [None, "wall.jpg"], ids=["no picture", "a picture"])
@pytest.mark.parametrize("count", [6, 7, 8, 9, 10, 11, 12, 60])
def test_the_columns_of_a_front_end_together(count: int, picture: str | None) -> None:
    lead = told(0, pin=True, image=picture, image_alt=picture and "A wall")
    front = front_from([lead, *(told(number) for number in range(1, count))], ENGLISH)
    high = lead_height(lead, LEAD) + LEAD.opening.height(front.opening)
    for stack in (front.second, front.rest):
        if not stack.openings:
            forms = [(NARROW, True)] * stack.lines + [(HEADLINES, False)] * (len(stack.stories) - stack.lines)
            beside = stacked([card_height(each, *form) for each, form in zip(stack.stories, forms, strict=True)])
            assert 0.75 * high < beside < 1.1 * high
        else:
            assert stack.openings == openings(stack.stories, NARROW, high)


def test_a_large_paper_has_more_beside_a_picture_and_text_of_the_lead_without_one() -> None:
    stories = [told(number) for number in range(1, 60)]
    with_one = front_from([told(0, LONGER, pin=True, image="wall.jpg", image_alt="A wall"), *stories], ENGLISH)
    without = front_from([told(0, LONGER, pin=True), *stories], ENGLISH)
    assert (len(with_one.second.stories), len(with_one.rest.stories)) == (4, 8)
    assert (len(without.second.stories), len(without.rest.stories)) == (3, 8)
    assert without.opening > 2 * with_one.opening
    assert with_one.second.openings == ()  # standfirsts, and headlines beside them
    assert with_one.rest.lines == 0


def test_two_stories_share_the_page_by_what_they_say() -> None:
    front = front_from([told(0, pin=True), told(1)], ENGLISH)
    assert front.second.openings[0] > 500
    short = told(1)
    short.length = 5
    assert front_from([told(0, pin=True), short], ENGLISH).second.openings


def test_the_masthead_names_the_largest_sections_by_name() -> None:
    sections = [(SimpleNamespace(name=name), range(count)) for name, count in zip("jihgfedcba", range(10), strict=True)]
    assert "".join(section.name for section in edition_from([], sections, ENGLISH).sections) == "abcdefghi"


def test_a_story_is_of_the_archive_where_the_paper_has_one_of_a_later_year() -> None:
    newer, older, undated = article(2, day=7), article(1, day=6), article(3)
    older.post = FrontMatter("Old", date=Stamp.parse("2017-10-14"))
    mark_archived([newer, older, undated])
    assert (newer.archived, older.archived, undated.archived) == (None, 2017, None)


def test_length_decides_between_stories_of_one_minute() -> None:
    short, long = article(1, day=3), article(2, day=3)
    long.length = 9_000
    assert front_from([short, long], ENGLISH).lead is long


def test_an_undated_story_leads_only_when_nothing_is_dated() -> None:
    undated, dated = article(1), article(2, day=1)
    assert front_from([dated, undated], ENGLISH).lead is dated
    assert front_from([undated], ENGLISH).lead is undated


def test_every_story_is_shown_once_and_the_front_stays_short() -> None:
    articles = [
        article(number, day=28 - number % 28, category=f"Section {'abcdefghijkl'[number % 12]}")
        for number in range(600)
    ]
    front = front_from(articles, ENGLISH)
    shown = [front.lead, *front.second.stories, *front.rest.stories]
    shown += [story for band in front.bands for story in band.stories]
    assert len({id(story) for story in shown}) == len(shown)
    assert 30 <= len(shown) <= FRONT


def test_a_section_with_one_story_left_has_no_band() -> None:
    top = [article(number, day=28) for number in range(10)]
    below = [article(20, day=3, category="World"), article(21, day=2, category="Science")]
    below += [article(22, day=1, category="Science")]
    front = front_from([*top, *below], ENGLISH)
    assert [(band.heading.name, len(band.stories)) for band in front.bands] == [("Science", 2)]
    assert [story.post.category for story in front.others] == ["World"]
    assert front.is_whole


def test_more_leftovers_than_can_be_named_are_not_named_in_part() -> None:
    articles = [article(number, day=28 - number, category=f"Section {number}") for number in range(20)]
    front = front_from(articles, ENGLISH)
    assert (front.bands, front.others, front.is_whole) == ((), (), False)


def test_stories_without_a_section_are_banded_by_month() -> None:
    articles = [article(number, day=28) for number in range(10)]
    articles += [article(number, day=2, month=2) for number in range(20, 22)]
    bands = front_from(articles, ENGLISH).bands
    assert [(band.heading.name, band.heading.url) for band in bands] == [("February 2031", "2031/02/")]


def test_the_newest_day_is_a_stated_one() -> None:
    assert edition_from([article(1)], (), ENGLISH).newest is None
    newest = edition_from([article(2, day=7), article(1)], (), ENGLISH).newest
    assert str(newest) == "2031-03-07 09:00"


def test_the_undated_are_counted_and_kept_apart() -> None:
    undated = article(1)
    edition = edition_from([article(2, day=7), undated], (), ENGLISH)
    assert edition.count == 2
    assert edition.undated == (undated,)


def test_neighbours_follow_the_days_and_pass_over_the_undated() -> None:
    newer, older, undated = article(2, day=7), article(1, day=6), article(3)
    link_neighbours([newer, older, undated])
    assert (newer.newer, newer.older) == (None, older)
    assert (older.newer, older.older) == (newer, None)
    assert (undated.newer, undated.older) == (None, None)


@pytest.mark.parametrize(
    ("site_url", "root"),
    [("", ""), ("https://x.example", ""), ("https://x.example/", ""), ("https://x.example/repo", "/repo")],
)
def test_the_root_is_the_path_of_the_address(site_url: str, root: str) -> None:
    assert root_of(site_url) == root
