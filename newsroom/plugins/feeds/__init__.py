# SPDX-License-Identifier: AGPL-3.0-only
"""Feeds: Atom and JSON Feed of the whole paper, and of each section, topic and author.

Works on any Pelican site. Settings: TAG_AUTHORITY (RFC 4151) begins the ids, so that a story stays the
same one wherever the site moves; FEED_TEXT is `full` or `summary`, and feeds of topics and authors, of
which a paper has thousands, have summaries alone; FEED_LISTINGS names the kinds of listing that have feeds
of their own. Where a story states no zone, `published` is left out and the
`updated` that Atom demands takes the paper's (TIMEZONE). The undated are in no feed.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pelican import signals

from newsroom.plugins.feeds.atom import atom_from
from newsroom.plugins.feeds.entry import Feed, feed_of
from newsroom.plugins.feeds.jsonfeed import json_from

DEFAULTS = {
    "TAG_AUTHORITY": "daily-seed.invalid,2026",
    "FEED_TEXT": "full",
    "FEED_LISTINGS": ("section", "topic", "author"),
}
STYLE = "feeds/feed.css"


def feeds_of(generator: Any, settings: dict[str, Any]) -> Iterator[Feed]:
    """All feeds of the paper, the whole paper's first."""
    yield feed_of(generator.articles, settings)
    listings: dict[str, Iterable[tuple[Any, Any]]] = {
        "section": generator.categories,
        "topic": generator.tags.items(),
        "author": generator.authors,
    }
    for kind in settings["FEED_LISTINGS"]:
        told = settings if kind == "section" else {**settings, "FEED_TEXT": "summary"}
        for listing, articles in listings[kind]:
            yield feed_of(articles, told, str(listing), listing.url, path_beside(listing.url))


def path_beside(url: str) -> str:
    """Return where a listing's feed stands: section/harbour/feed, or category/harbour for category/harbour.html."""
    return f"{url}feed" if url.endswith("/") else url.removesuffix(".html")


def write_feeds(generator: Any, writer: Any) -> None:
    """Write the feeds beside the pages that they follow, and the CSS by which browsers show them."""
    settings = {**DEFAULTS, **generator.settings}
    site = Path(writer.output_path)
    for feed in feeds_of(generator, settings):
        depth = feed.path.count("/")
        style = "../" * depth + STYLE
        _write(site / f"{feed.path}.atom.xml", atom_from(feed, style))
        _write(site / f"{feed.path}.json", json_from(feed))
    _write(site / STYLE, Path(__file__).with_name("feed.css").read_bytes())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def name_feeds(generator: Any) -> None:
    """Put (label, address of the Atom feed, of the JSON feed) of each listing into the context, for their page.

    The page names those of the whole paper and of its sections; topics and authors name their own.
    """
    sections = generator.categories if "section" in {**DEFAULTS, **generator.settings}["FEED_LISTINGS"] else ()
    listed = [("All stories", "feeds/all"), *((str(section), f"{section.url}feed") for section, _ in sections)]
    generator.context["feeds"] = tuple((label, f"{path}.atom.xml", f"{path}.json") for label, path in listed)


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(name_feeds)
    signals.article_writer_finalized.connect(write_feeds)
