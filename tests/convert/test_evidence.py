# SPDX-License-Identifier: MIT
"""What is known of a page beside its text: its address, its source, and the lines that the source repeats."""

import datetime

import pytest

from newsroom.convert import Evidence, Post, Seed, Source, convert
from newsroom.convert.page_address import day_of, likeness, slug_words
from newsroom.convert.reading import read
from newsroom.schema import FrontMatter

HEADLINE = "Old pier opens to all after three years"
STORY = (
    "The council of Port Ember opened the long wooden pier on Monday in the rain, and people walked over it for hours.",
    "Nobody had expected so many guests, said the mayor, who had cut the ribbon with scissors that were her aunt's.",
    "The pier is two hundred metres long and was built by forty workers within three years, at a cost nobody names.",
    "A ferry is to stop there from the spring on, if the company can find a captain who knows the rocks of the bay.",
)


def front(*lines: str, evidence: Evidence) -> FrontMatter:
    made = convert(Seed("pier.txt", "0" * 64, "\n".join(lines) + "\n", evidence))
    assert isinstance(made, Post)
    return made.file.front


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://ember.example/2031/06/02/old-pier", "2031-06-02"),
        ("https://ember.example/2031/6/2/old-pier", "2031-06-02"),
        ("https://ember.example/sea/2031/jun/02/old-pier", "2031-06-02"),
        ("https://ember.example/2031-06-02/old-pier", "2031-06-02"),
        ("https://ember.example/old-pier-2031-06-02.html", "2031-06-02"),
        ("https://ember.example/20310602/old-pier", "2031-06-02"),
        ("https://ember.example/2031/06/02", "2031-06-02"),
        ("https://ember.example/2031/06/old-pier", None),  # a month is no day
        ("https://ember.example/20310602123/old-pier", None),  # the number of a page
        ("https://ember.example/old-pier-20310602", None),
        ("https://ember.example/2031/02/31/old-pier", None),
        ("https://ember.example/2031/06/02/fair-of-2031-06-03", None),  # which of the two?
        ("https://ember.example/pier?day=2031-06-02", None),
        ("https://[ember/2031/06/02/", None),
    ],
)
def test_only_a_whole_day_in_the_path_of_an_address_is_one(address: str, day: str | None) -> None:
    assert day_of(address) == (datetime.date.fromisoformat(day) if day else None)


def test_a_slug_has_three_words_or_more() -> None:
    assert slug_words("https://ember.example/sea/the-old-pier-42.html") == {"the", "old", "pier"}
    assert slug_words("https://ember.example/news/sea-life/") == set()
    assert slug_words("https://ember.example/") == set()


def test_the_address_dates_a_story_that_prints_no_day_and_the_post_says_so() -> None:
    address = Evidence(address="https://ember.example/2031/06/02/old-pier")
    taken = front(HEADLINE, *STORY, evidence=address)
    assert (str(taken.date), taken.taken, taken.address) == (
        "2031-06-02",
        ("date",),
        "2031/06/02/old-pier-opens-to-all-after-three-years/",
    )
    printed = front(HEADLINE, "Published 1 June 2031", *STORY, evidence=address)
    assert (str(printed.date), printed.taken) == ("2031-06-01", ())


def test_a_story_was_not_published_after_its_last_change() -> None:
    address = Evidence(address="https://ember.example/2031/06/02/old-pier")
    found = front(HEADLINE, "Updated: 1 June 2031", *STORY, evidence=address)
    assert (str(found.date), str(found.modified), found.taken) == ("2031-06-01", "2031-06-01", ())


def test_the_day_of_the_address_is_nearer_to_publication_than_that_of_the_last_change() -> None:
    address = Evidence(address="https://ember.example/2031/06/02/old-pier")
    found = front(HEADLINE, "Updated: 3 June 2031", *STORY, evidence=address)
    assert (str(found.date), str(found.modified), found.taken) == ("2031-06-02", "2031-06-03", ("date",))


def test_a_line_that_says_less_than_half_of_the_slug_is_not_like_it() -> None:
    slug = slug_words("https://ember.example/old-pier-opens-to-all-after-years")
    assert likeness(HEADLINE, slug) > 0.9
    assert likeness("Old pier: what the council of the town says", slug) == 0


def test_the_words_of_the_address_tell_the_headline() -> None:
    other = "Harbour office has a new roof of slate"
    lines = (other, HEADLINE, *STORY)
    assert front(*lines, evidence=Evidence()).title == HEADLINE
    assert front(*lines, evidence=Evidence("https://ember.example/harbour-office-has-new-roof")).title == other


@pytest.mark.parametrize(
    ("printed", "date", "stated"),
    [
        ("2 June 2031, 21:15", "2031-06-02 21:15 +02:00", ("zone",)),
        ("2 January 2031, 21:15", "2031-01-02 21:15 +01:00", ("zone",)),
        ("2 June 2031, 21:15 GMT", "2031-06-02 21:15 +00:00", ()),  # printed zones stay
        ("2 June 2031", "2031-06-02", ()),
        ("26 October 2031, 02:30", "2031-10-26 02:30", ()),  # twice in that night
        ("30 March 2031, 02:30", "2031-03-30 02:30", ()),  # never
    ],
)
def test_a_stated_zone_goes_behind_printed_times_alone(printed: str, date: str, stated: tuple[str, ...]) -> None:
    found = front(HEADLINE, f"Published {printed}", *STORY, evidence=Evidence(source=Source(zone="Europe/Paris")))
    assert (str(found.date), found.stated) == (date, stated)


@pytest.mark.parametrize(
    ("evidence", "date", "stated"),
    [
        (Evidence(), "None", ()),
        (Evidence(source=Source(order="day-first")), "2031-04-03", ("order",)),
        (Evidence(source=Source(order="month-first")), "2031-03-04", ("order",)),
        (Evidence("https://ember.example/2031/04/03/pier"), "2031-04-03", ()),
        (Evidence("https://ember.example/2031/03/04/pier"), "2031-03-04", ()),
        (Evidence("https://ember.example/2031/03/04/pier", Source(order="day-first")), "2031-04-03", ("order",)),
    ],
)
def test_the_order_of_day_and_month_is_stated_or_shown_by_the_address(
    evidence: Evidence, date: str, stated: tuple[str, ...]
) -> None:
    found = front(HEADLINE, "Published 03/04/2031", *STORY, evidence=evidence)
    assert (str(found.date), found.stated, found.taken) == (date, stated, ())


def test_a_date_whose_order_is_printed_is_not_the_editors() -> None:
    found = front(HEADLINE, "Published 23/04/2031", *STORY, evidence=Evidence(source=Source(order="month-first")))
    assert (str(found.date), found.stated) == ("2031-04-23", ())


def test_evidence_makes_no_story_of_a_page_that_is_none() -> None:
    text = "Page not found\nThe page that you asked for does not exist.\n"
    told = Evidence("https://ember.example/2031/06/02/old-pier-opens")
    with_evidence, without = (read(Seed("x.txt", "0" * 64, text, known)).refusal for known in (told, Evidence()))
    assert with_evidence == without is not None
    assert with_evidence.reason == "not found"
