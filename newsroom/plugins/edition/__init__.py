# SPDX-License-Identifier: AGPL-3.0-only
"""The edition: what all pages know of the whole paper, and how its front is composed.

Sets `edition`, `root`, `links` (of every page's foot) and `about` in the context; and on each article
`older` and `newer`, and `archived`, its year where the paper has stories of a later one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from pelican import signals

from newsroom.plugins.edition.front import Front, front_from
from newsroom.schema import Stamp

SECTIONS = 9  # in the masthead: one row at the desk
OURS = (
    ("Front page", ""), ("Archive", "archive/"), ("Search", "search/"),
    ("Corrections", "corrections/"), ("Feeds", "feeds/"),
)  # fmt: skip
LATEST = 5  # stories on the page that is shown where there is none


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
