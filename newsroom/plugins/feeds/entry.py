# SPDX-License-Identifier: AGPL-3.0-only
"""A feed and its entries, as both forms state them: plain facts, addresses whole, dates in RFC 3339."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from newsroom.schema import ILLEGAL, FrontMatter, Stamp, facts_of

STORIES = 30
NOTHING_YET = "1970-01-01T00:00:00Z"  # Atom demands a date, and no story gives one
_OWN_ADDRESS = re.compile(r'(<(?:a|img)\b[^<>]*?\s(?:href|src)=")(?=/(?!/))')


@dataclass(frozen=True, slots=True)
class Entry:
    """A story. `published` is None unless a time with a zone is stated; `html` is None in a feed of summaries."""

    id: str
    url: str
    title: str
    updated: str
    published: str | None
    lang: str | None
    authors: tuple[str, ...]
    terms: tuple[str, ...]
    summary: str | None
    html: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A listing's newest stories. `url` is the listing's page, `path` the feed's own below the root, no ending."""

    id: str
    title: str
    paper: str
    site: str
    url: str
    path: str
    lang: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """The latest moment at which one of its stories changed."""
        return max((entry.updated for entry in self.entries), default=NOTHING_YET)


def feed_of(
    articles: Sequence[Any], settings: dict[str, Any], name: str = "", url: str = "", path: str = "feeds/all"
) -> Feed:
    """Return the feed of the dated and indexed among `articles`, which come newest first.

    `name` is the listing's (a section, a topic, an author), empty for the whole paper.
    """
    name = ILLEGAL.sub("", name)
    site, paper = settings["SITEURL"], settings["SITENAME"]
    stories = [article for article in articles if is_fed(facts_of(article))][:STORIES]
    tag = f"tag:{settings['TAG_AUTHORITY']}:"  # names a thing for good, wherever the site moves: RFC 4151
    return Feed(
        id=tag + url,
        title=f"{name} – {paper}" if name else paper,
        paper=paper,
        site=site,
        url=f"{site}/{url}",
        path=path,
        lang=settings["DEFAULT_LANG"],
        entries=tuple(entry_of(article, settings, tag) for article in stories),
    )


def is_fed(post: FrontMatter) -> bool:
    """Whether a story is in feeds: it has a day, may be indexed, and is not an older version of another."""
    return post.date is not None and post.index and not post.version_of and not post.copy


def entry_of(article: Any, settings: dict[str, Any], tag: str) -> Entry:
    """Return a story's entry."""
    post, site = facts_of(article), settings["SITEURL"]
    zone = ZoneInfo(settings["TIMEZONE"])
    date = post.date
    has_moment = date is not None and date.time is not None and date.offset_minutes is not None
    return Entry(
        id=tag + article.url,
        url=f"{site}/{article.url}",
        title=post.title,
        updated=_updated(post, zone),
        published=rfc3339(date, zone) if has_moment and date else None,
        lang=post.lang,
        authors=post.authors,
        terms=(*((post.category,) if post.category else ()), *post.tags),
        summary=post.summary,
        html=_whole(article, post, site) if settings["FEED_TEXT"] == "full" else None,
    )


def _updated(post: FrontMatter, zone: ZoneInfo) -> str:
    """The last change that the post states: of the story, or by a correction."""
    stamps = [stamp for stamp in (post.date, post.modified, *post.changed) if stamp]
    stamps += [Stamp(remark.day) for remark in (*post.corrections, *post.transcriptions)]
    return max(rfc3339(stamp, zone) for stamp in stamps)


def rfc3339(stamp: Stamp, zone: ZoneInfo) -> str:
    """The moment in UTC; in `zone` where the stamp states none."""
    return stamp.moment(zone).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _whole(article: Any, post: FrontMatter, site: str) -> str:
    """The story as HTML: what the post states beside its text is part of it. Addresses are whole."""
    before = [post.dateline] if post.dateline else []
    remarks = (f"{remark.day.isoformat()}: {remark.text}" for remark in (*post.corrections, *post.transcriptions))
    plain = [
        [f"<p>{escape(words)}</p>" for words in each] for each in (before, (*remarks, *post.notes, *post.captions))
    ]
    html = "\n".join([*plain[0], str(article.content), *plain[1]])
    origin = re.match(r"https?://[^/]+", site)  # links in a text begin with the root already
    html = ILLEGAL.sub("", html)  # what XML cannot hold comes from other readers than the gate alone
    return _OWN_ADDRESS.sub(rf"\g<1>{origin[0]}", html) if origin else html
