# SPDX-License-Identifier: AGPL-3.0-only
"""The edition: what all pages know of the whole paper, and how its front is composed.

Sets `edition` and `root` in the context, and `older` and `newer` on each article.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from babel.dates import format_date
from pelican import signals

from newsroom.schema import Stamp

SECOND = 3  # stories with a standfirst beside the lead
HEADLINES = 6  # headlines without one, in the third column
BAND = 4  # stories in a band
OTHERS = 4  # stories in no band that are named one by one
FRONT = 40  # headlines on a front page, however large the paper


@dataclass(frozen=True, slots=True)
class Heading:
    """What a band stands under: its words and its page's address below the root."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Front:
    """The front page: `layout` is none, one, few (2-5 stories) or many (6 and more).

    `others` are the stories that are in no block above, where they are few enough to be named;
    `is_whole` says that no story is left out.
    """

    layout: str
    lead: Any = None
    second: tuple[Any, ...] = ()
    rest: tuple[Any, ...] = ()
    bands: tuple[tuple[Heading, tuple[Any, ...]], ...] = ()
    others: tuple[Any, ...] = ()
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole paper. `newest` is the latest day that a story states, or None."""

    count: int
    newest: Stamp | None
    sections: tuple[Any, ...]
    undated: tuple[Any, ...]
    front: Front


def edition_from(articles: Sequence[Any], sections: Sequence[Any], locale: Locale) -> Edition:
    """Return the edition of `articles`, which come newest first, the undated last."""
    dated = [article for article in articles if article.post.date]
    return Edition(
        count=len(articles),
        newest=dated[0].post.date if dated else None,
        sections=tuple(sections),
        undated=tuple(article for article in articles if not article.post.date),
        front=front_from(articles, locale),
    )


def front_from(articles: Sequence[Any], locale: Locale) -> Front:
    """Return the front page: stories by weight, then day, then length."""
    ranked = sorted(articles, key=_rank, reverse=True)
    if not ranked:
        return Front("none")
    lead, others = ranked[0], ranked[1:]
    if len(ranked) == 1:
        return Front("one", lead)
    if len(ranked) < 6:
        return Front("few", lead, rest=tuple(others))
    second, rest = others[:SECOND], others[SECOND : SECOND + HEADLINES]
    below = others[SECOND + HEADLINES :]
    bands = _bands_within(below, FRONT - OTHERS - 1 - len(second) - len(rest), locale)
    in_bands = {id(story) for _, stories in bands for story in stories}
    left = tuple(story for story in below if id(story) not in in_bands)
    is_whole = len(left) <= OTHERS
    return Front("many", lead, tuple(second), tuple(rest), bands, left if is_whole else (), is_whole)


def _rank(article: Any) -> tuple[int, Any, int, str]:
    post = article.post
    # Pelican's `date` orders the undated last; a story's minute counts as far as it is stated.
    return (post.weight, article.date, len(article._content), article.slug)


def _bands_within(stories: Sequence[Any], room: int, locale: Locale) -> tuple[tuple[Heading, tuple[Any, ...]], ...]:
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
            bands.append((heading, shown))
            room -= len(shown)
    return tuple(bands)


def link_neighbours(articles: Sequence[Any]) -> None:
    """Set `older` and `newer` on each article: None at the ends and on the undated."""
    for article in articles:
        article.older = article.newer = None
    dated = [article for article in articles if article.post.date]
    for newer, older in pairwise(dated):
        newer.older, older.newer = older, newer


def root_of(site_url: str) -> str:
    """Return the path under which the site stands: empty, or `/repo` without a last slash."""
    return urlsplit(site_url).path.rstrip("/")


def add_edition(generator: Any) -> None:
    """Put the edition into the context that all pages share."""
    link_neighbours(generator.articles)
    link_neighbours(generator.drafts)
    sections = [category for category, _ in generator.categories]
    locale = Locale.parse(generator.settings["DEFAULT_LANG"], sep="-")
    generator.context["edition"] = edition_from(generator.articles, sections, locale)
    generator.context["root"] = root_of(generator.settings["SITEURL"])


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(add_edition)
