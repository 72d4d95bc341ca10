# SPDX-License-Identifier: AGPL-3.0-only
"""What a post states, as Pelican and the templates see it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from pelican.contents import Author, Category, Tag
from pelican.urlwrappers import URLWrapper

from newsroom import schema

# Pelican drops an article that has no date. Year 1 sorts the undated last; no page prints it.
UNDATED = datetime(1, 1, 1)  # noqa: DTZ001  # naive: Pelican puts the paper's zone to it


def metadata_of(front: schema.FrontMatter, address: str, settings: dict[str, Any]) -> dict[str, Any]:
    """What Pelican and the templates see. Only what the post states, but for the undated's date."""
    zone = ZoneInfo(settings["TIMEZONE"])
    found: dict[str, Any] = {
        "title": front.title,
        "date": front.date.moment(zone) if front.date else UNDATED,
        "slug": address.rstrip("/").rpartition("/")[2],
        "address": address,
        # Other versions of a story have a page, and stand in no list: what Pelican calls hidden
        "status": "hidden" if front.version_of and front.status == "published" else front.status,
        "weight": front.weight,
        "post": front,
    }
    if front.modified:
        found["modified"] = front.modified.moment(zone)
    if front.category:
        found["category"] = named_as(Category, front.category, settings)
    if front.authors:
        found["authors"] = _all(Author, front.authors, settings)
    if front.tags:
        found["tags"] = _all(Tag, front.tags, settings)
    if front.summary:
        found["summary"] = front.summary
    if front.lang:
        found["lang"] = front.lang
    return found


def named_as(kind: type[URLWrapper], name: str, settings: dict[str, Any]) -> URLWrapper:
    """Pelican's object for a name. Its own slug may be empty or reserved, which ends the build."""
    named = kind(name, settings)
    named.slug = schema.slug_from(name)
    return named


def _all(kind: type[URLWrapper], names: tuple[str, ...], settings: dict[str, Any]) -> list[URLWrapper]:
    """One object a slug, in order: Pelican would list a story twice under two names with one slug."""
    by_slug: dict[str, URLWrapper] = {}
    for name in names:
        named = named_as(kind, name, settings)
        by_slug.setdefault(named.slug, named)
    return list(by_slug.values())
