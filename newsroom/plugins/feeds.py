# SPDX-License-Identifier: AGPL-3.0-only
"""The paper's Atom feed (RFC 4287): the newest stories, whole. The undated are in no feed.

Where a story states no zone, `published` is left out and the `updated` that Atom
demands takes the paper's zone (setting TIMEZONE).
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, timezone
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from pelican import signals

from newsroom.schema import Stamp

PATH = "feeds/all.atom.xml"
STORIES = 30
ATOM = "http://www.w3.org/2005/Atom"
NOTHING_YET = "1970-01-01T00:00:00Z"  # Atom demands a date, and no story gives one


def atom(articles: Sequence[Any], settings: dict[str, Any]) -> bytes:
    """Return the feed of the dated among `articles`, which come newest first."""
    newest = [article for article in articles if article.post.date][:STORIES]
    site, zone = settings["SITEURL"], ZoneInfo(settings["TIMEZONE"])
    # A tag: URI (RFC 4151) names a thing for good, wherever the site moves.
    tag = f"tag:{settings['TAG_AUTHORITY']}:"
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": settings["DEFAULT_LANG"]})
    if site:
        feed.set("xml:base", f"{site}/")
    _text(feed, "title", settings["SITENAME"])
    _text(feed, "id", tag)
    _text(feed, "updated", _updated(newest[0], zone) if newest else NOTHING_YET)
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": f"{site}/{PATH}"})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "href": f"{site}/"})
    _text(ElementTree.SubElement(feed, "author"), "name", settings["SITENAME"])
    for article in newest:
        _add_entry(feed, article, tag, f"{site}/{article.url}", zone)
    ElementTree.indent(feed)
    document: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return document


def _add_entry(feed: ElementTree.Element, article: Any, tag: str, address: str, zone: ZoneInfo) -> None:
    post = article.post
    entry = ElementTree.SubElement(feed, "entry", {"xml:lang": post.lang} if post.lang else {})
    _text(entry, "title", post.title)
    _text(entry, "id", tag + article.url)
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": address})
    if post.date.time is not None and post.date.offset_minutes is not None:
        _text(entry, "published", _moment(post.date, zone))
    _text(entry, "updated", _updated(article, zone))
    for name in post.authors:
        _text(ElementTree.SubElement(entry, "author"), "name", name)
    for term in (*((post.category,) if post.category else ()), *post.tags):
        ElementTree.SubElement(entry, "category", {"term": term})
    if post.summary:
        _text(entry, "summary", post.summary)
    content = ElementTree.SubElement(entry, "content", {"type": "html"})
    content.text = _whole(article)


def _whole(article: Any) -> str:
    """Return the story as HTML: what the post states beside its text is part of it."""
    post = article.post
    before = [post.dateline] if post.dateline else []
    plain = [[f"<p>{escape(words)}</p>" for words in each] for each in (before, (*post.notes, *post.captions))]
    return "\n".join([*plain[0], str(article.content), *plain[1]])


def _text(parent: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(parent, name).text = words


def _updated(article: Any, zone: ZoneInfo) -> str:
    return _moment(article.post.modified or article.post.date, zone)


def _moment(stamp: Stamp, zone: ZoneInfo) -> str:
    """Return the moment in RFC 3339, in `zone` where the stamp states none."""
    moment = datetime.combine(stamp.day, stamp.time or time())
    if stamp.offset_minutes is None:
        moment = moment.replace(tzinfo=zone)
    else:
        moment = moment.replace(tzinfo=timezone(timedelta(minutes=stamp.offset_minutes)))
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def write_feed(generator: Any, writer: Any) -> None:
    """Write the feed beside the pages."""
    path = Path(writer.output_path, PATH)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(atom(generator.articles, generator.settings))


def register() -> None:
    """Connect to Pelican."""
    signals.article_writer_finalized.connect(write_feed)
