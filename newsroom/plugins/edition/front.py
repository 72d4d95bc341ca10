# SPDX-License-Identifier: AGPL-3.0-only
"""How the front is composed: by the number of stories, ranked, in columns that end together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import Any

from babel import Locale
from babel.dates import format_date

from newsroom.plugins.edition import columns

SECOND = range(3, 6)  # stories with a standfirst beside the lead: so many, as fit
HEADLINES = range(6, 11)  # headlines without one, in the third column
FEW = 9  # stories beside the lead below which the third column would stand empty with headlines alone
OPENING = 900  # characters of a lead's own text where little stands beside it
BELOW = 240  # those below its picture
ALONE = 1000  # those where nothing does: two columns on one screen
SLACK = 40  # px by which a column may stand over
BAND = 4  # stories in a band
OTHERS = 4  # stories in no band that are named one by one
FRONT = 40  # headlines on a front page, however large the paper


@dataclass(frozen=True, slots=True)
class Heading:
    """What a band stands under: its words and its page's address below the root."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Band:
    """Stories of one section or month; two `is_half` bands stand side by side."""

    heading: Heading
    stories: tuple[Any, ...]
    is_half: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Stories one below the other: headlines, the first of them with a line of text, or all with byline and opening.

    `lines` is how many have a line; `openings` how many characters of each are shown below its standfirst, if any are.
    """

    stories: tuple[Any, ...] = ()
    lines: int = 0
    openings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Front:
    """The front page: `layout` is none, one, few (2-5 stories) or many (6 and more).

    `opening` is how much of the lead's text is shown, in characters. `others` are the stories that are in no block
    above, where they are few enough to be named; `is_whole` says that no story is left out.
    """

    layout: str
    lead: Any = None
    opening: int = 0
    second: Stack = Stack()
    rest: Stack = Stack()
    bands: tuple[Band, ...] = ()
    others: tuple[Any, ...] = ()
    is_whole: bool = True


def front_from(articles: Sequence[Any], locale: Locale) -> Front:
    """Return the front page: stories the pinned, then by weight, day and length."""
    ranked = sorted(articles, key=_rank, reverse=True)
    if not ranked:
        return Front("none")
    if len(ranked) == 1:
        return Front("one", ranked[0], ALONE)
    if len(ranked) < 6:
        return _few(ranked[0], ranked[1:])
    return _many(ranked[0], ranked[1:], locale)


def _rank(article: Any) -> tuple[bool, int, Any, int, str]:
    post = article.post
    # Pelican's `date` orders the undated last; a story's minute counts as far as it is stated.
    return (post.pin, post.weight, article.date, article.length, article.slug)


def _few(lead: Any, others: Sequence[Any]) -> Front:
    """Return a lead beside a list; the list's stories have as much text as fills it."""
    beside = columns.stacked([columns.card_height(story, columns.LIST, excerpt=True) for story in others])
    height, opening = _led(lead, columns.WIDE_LEAD, beside)
    return Front(
        "few", lead, opening, Stack(tuple(others), len(others), columns.openings(others, columns.LIST, height))
    )


def _led(lead: Any, column: columns.Column, beside: float) -> tuple[float, int]:
    """Return how high a lead stands with its opening, and how long this is: to fill what stands beside it."""
    head = columns.lead_height(lead, column)
    least = BELOW if lead.post.image else OPENING
    opening = min(columns.length(lead), max(least, columns.opening_for(beside - head, column)))
    return head + column.opening.height(opening), opening


def _many(lead: Any, others: Sequence[Any], locale: Locale) -> Front:
    """Return a lead, a column with standfirsts and one of headlines, and a band a section below them."""
    heights = [columns.card_height(story, columns.NARROW, excerpt=True) for story in others[: SECOND.stop]]
    counts = range(SECOND.start, min(SECOND.stop, (len(others) + 1) // 2 + 1))  # the third column has its share
    beside = counts.start if len(others) >= FEW else counts[-1]
    height, opening = _led(lead, columns.LEAD, columns.stacked(heights[:beside]))
    second = _second(others[: _that_fit(heights, counts, height)], height, len(others) < FEW)
    rest = _rest(others[len(second.stories) :], height)
    below = others[len(second.stories) + len(rest.stories) :]
    bands = _paired(_bands_within(below, FRONT - OTHERS - 1 - len(second.stories) - len(rest.stories), locale))
    in_bands = {id(story) for band in bands for story in band.stories}
    left = tuple(story for story in below if id(story) not in in_bands)
    is_whole = len(left) <= OTHERS
    return Front("many", lead, opening, second, rest, bands, left if is_whole else (), is_whole)


def _that_fit(heights: Sequence[float], counts: range, height: float) -> int:
    """Return how many of the stories fit the column: as many as `counts` allows, its least at least."""
    fitting = [count for count in counts if columns.stacked(heights[:count]) <= height + SLACK]
    return min(max(fitting, default=counts.start), len(heights))


def _second(stories: Sequence[Any], height: float, is_small: bool) -> Stack:
    return Stack(tuple(stories), len(stories), columns.openings(stories, columns.NARROW, height) if is_small else ())


def _rest(others: Sequence[Any], height: float) -> Stack:
    """Return the third column: headlines; the first have a line each where there are so few that it would end early."""
    heights = [columns.card_height(story, columns.HEADLINES, excerpt=False) for story in others[: HEADLINES.stop]]
    stories = others[: _that_fit(heights, HEADLINES, height)]
    texts = [columns.card_height(story, columns.NARROW, excerpt=True) for story in stories]
    lines = [count for count, _ in enumerate(texts, 1)
             if columns.stacked([*texts[:count], *heights[count : len(stories)]]) <= height + SLACK]  # fmt: skip
    if len(lines) < len(stories):
        return Stack(tuple(stories), len(lines))
    return Stack(tuple(stories), len(lines), columns.openings(stories, columns.NARROW, height))


def _paired(bands: Sequence[Band]) -> tuple[Band, ...]:
    """Return the bands in a rhythm: one over the whole width, then two side by side, and again."""
    places = range(len(bands))
    halves = {place for first in places[1::3] if first + 1 in places for place in (first, first + 1)}
    return tuple(replace(band, is_half=place in halves) for place, band in enumerate(bands))


def _bands_within(stories: Sequence[Any], room: int, locale: Locale) -> tuple[Band, ...]:
    """Return bands by section, then the unplaced by month, of at most `room` stories.

    A band of one story is no band: such stories are met in the archive.
    """
    by_section: dict[Heading, list[Any]] = {}
    unplaced: list[Any] = []
    for story in stories:
        if story.post.category:
            heading = Heading(story.category.name, story.category.url)
            by_section.setdefault(heading, []).append(story)
        elif story.post.date:
            unplaced.append(story)
    by_month = {
        Heading(format_date(month, "LLLL y", locale), f"{month:%Y/%m/}"): list(group)
        for month, group in groupby(unplaced, key=lambda story: story.post.date.day.replace(day=1))
    }
    bands = []
    for heading, group in chain(by_section.items(), by_month.items()):
        shown = tuple(group[: min(BAND, room)])
        if len(shown) > 1:
            bands.append(Band(heading, shown))
            room -= len(shown)
    return tuple(bands)
