# SPDX-License-Identifier: AGPL-3.0-only
"""The edition: what all pages know of the whole paper, and how its front is composed.

Sets `edition`, `root`, `links` (of every page's foot) and `about` in the context; and on each article
`older` and `newer`, and `archived`, its year where the paper has stories of a later one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
SECTIONS = 9  # in the masthead: one row at the desk
OURS = (
    ("Front page", ""), ("Archive", "archive/"), ("Search", "search/"),
    ("Corrections", "corrections/"), ("Feeds", "feeds/"),
)  # fmt: skip
LATEST = 5  # stories on the page that is shown where there is none


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
class Front:
    """The front page: `layout` is none, one, few (2-5 stories) or many (6 and more).

    `others` are the stories that are in no block above, where they are few enough to be named;
    `is_whole` says that no story is left out.
    """

    layout: str
    lead: Any = None
    second: tuple[Any, ...] = ()
    rest: tuple[Any, ...] = ()
    bands: tuple[Band, ...] = ()
    others: tuple[Any, ...] = ()
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole paper. `newest` is the latest day that a story states, or None; `latest` its first stories."""

    count: int
    newest: Stamp | None
    sections: tuple[Any, ...]
    undated: tuple[Any, ...]
    latest: tuple[Any, ...]
    front: Front


def edition_from(articles: Sequence[Any], groups: Sequence[tuple[Any, Sequence[Any]]], locale: Locale) -> Edition:
    """Return the edition of `articles`, which come newest first, the undated last.

    `groups` are (section, its stories); the masthead names the largest, by name.
    """
    largest = sorted(groups, key=lambda group: (-len(group[1]), group[0].name))[:SECTIONS]
    dated = [article for article in articles if article.post.date]
    return Edition(
        count=len(articles),
        newest=dated[0].post.date if dated else None,
        sections=tuple(sorted((section for section, _ in largest), key=lambda section: str(section.name))),
        undated=tuple(article for article in articles if not article.post.date),
        latest=tuple(articles[:LATEST]),
        front=front_from(articles, locale),
    )


def front_from(articles: Sequence[Any], locale: Locale) -> Front:
    """Return the front page: stories the pinned, then by weight, day and length."""
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
    bands = _paired(_bands_within(below, FRONT - OTHERS - 1 - len(second) - len(rest), locale))
    in_bands = {id(story) for band in bands for story in band.stories}
    left = tuple(story for story in below if id(story) not in in_bands)
    is_whole = len(left) <= OTHERS
    return Front("many", lead, tuple(second), tuple(rest), bands, left if is_whole else (), is_whole)


def _rank(article: Any) -> tuple[bool, int, Any, int, str]:
    post = article.post
    # Pelican's `date` orders the undated last; a story's minute counts as far as it is stated.
    return (post.pin, post.weight, article.date, len(article._content), article.slug)


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
    for version in generator.hidden_articles:  # listed nowhere, so before and after nothing
        version.older = version.newer = None
    locale = Locale.parse(generator.settings["DEFAULT_LANG"], sep="-")
    generator.context["edition"] = edition_from(generator.articles, generator.categories, locale)
    generator.context["root"] = root_of(generator.settings["SITEURL"])
    mark_archived(chain(generator.articles, generator.drafts, generator.hidden_articles))


def mark_archived(articles: Iterable[Any]) -> None:
    """Set `archived` on each article: its year, where another of them is of a later one, else None."""
    every = list(articles)
    newest = max((article.post.date.day.year for article in every if article.post.date), default=0)
    for article in every:
        year = article.post.date.day.year if article.post.date else newest
        article.archived = year if year < newest else None


def add_links(generators: Sequence[Any]) -> None:
    """Put into the context where the foot of every page leads, and the About page in a list, if there is one."""
    context, settings = generators[0].context, generators[0].settings
    pages = [(page.title, page.url) for page in context["pages"]]
    text = [("Text edition", "text/")] if settings["TEXT_EDITION"] else []
    files = [("Downloads", "downloads/")] if settings.get("DOWNLOADS") and settings["INDEX"] else []
    context["links"] = (*OURS, *files, *text, *pages)
    context["about"] = [page for page in context["pages"] if page.slug == "about"]


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(add_edition)
    signals.all_generators_finalized.connect(add_links)
