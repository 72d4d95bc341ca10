# SPDX-License-Identifier: AGPL-3.0-only
"""What a post states, as Pelican and the templates see it."""

from datetime import datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from pelican.contents import Author, Category, Tag
from pelican.urlwrappers import URLWrapper

from newsroom import schema

# Pelican drops an article that has no date. Year 1 sorts the undated last; no page prints it.
UNDATED = datetime(1, 1, 1)  # noqa: DTZ001  # naive: Pelican puts the paper's zone to it


def _addressed(kind: type[URLWrapper]) -> type[URLWrapper]:
    """Pelican's class, under its name, whose objects work out their address once: pages ask for it many times."""

    class Addressed(kind):  # type: ignore[misc]
        url = cached_property(kind.url.fget)

        def __eq__(self, other: object) -> bool:
            return bool(self.slug == other.slug) if isinstance(other, kind) else bool(super().__eq__(other))

        __hash__ = kind.__hash__

    Addressed.__name__ = kind.__name__  # the settings of its addresses are found by it
    return Addressed


_ADDRESSED = {kind: _addressed(kind) for kind in (Author, Category, Tag)}


class Named:
    """Pelican's objects for names, each made once: a name's slug takes longer than all else of a post's keys."""

    def __init__(self, settings: dict[str, Any]) -> None:
        """Begin with none."""
        self.settings = settings
        self._found: dict[tuple[type[URLWrapper], str], URLWrapper] = {}

    def one(self, kind: type[URLWrapper], name: str) -> URLWrapper:
        """The object of a name."""
        named = self._found.get((kind, name))
        if named is None:
            named = self._found[kind, name] = named_as(_ADDRESSED[kind], name, self.settings)
        return named

    def all(self, kind: type[URLWrapper], names: tuple[str, ...]) -> list[URLWrapper]:
        """One object a slug, in order: Pelican would list a story twice under two names with one slug."""
        by_slug: dict[str, URLWrapper] = {}
        for name in names:
            named = self.one(kind, name)
            by_slug.setdefault(named.slug, named)
        return list(by_slug.values())


def metadata_of(front: schema.FrontMatter, address: str, length: int, names: Named) -> dict[str, Any]:
    """What Pelican and the templates see. Only what the post states, but for the undated's date."""
    zone = ZoneInfo(names.settings["TIMEZONE"])
    found: dict[str, Any] = {
        "title": front.title,
        "date": front.date.moment(zone) if front.date else UNDATED,
        "slug": address.rstrip("/").rpartition("/")[2],
        "address": address,
        # Other versions of a story have a page, and stand in no list: what Pelican calls hidden
        "status": "hidden" if front.version_of and front.status == "published" else front.status,
        "weight": front.weight,
        "post": front,
        "length": length,  # characters of its HTML, for who must not fetch the text of every story to compare them
    }
    if front.modified:
        found["modified"] = front.modified.moment(zone)
    if front.category:
        found["category"] = names.one(Category, front.category)
    if front.authors:
        found["authors"] = names.all(Author, front.authors)
    if front.tags:
        found["tags"] = names.all(Tag, front.tags)
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
