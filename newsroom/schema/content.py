# SPDX-License-Identifier: MIT
"""What any content object of Pelican states, as front matter: plugins ask this, and so work on any site."""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from newsroom.schema.post import ILLEGAL, FrontMatter, takes
from newsroom.schema.stamp import Stamp

_TAG = re.compile(r"<[^>]*>")


def facts_of(content: Any) -> FrontMatter:
    """Return the post that the gate read, else what Pelican's own readers made of a file's metadata.

    Of a foreign value that no post may have (a title of 9,000 characters) nothing is taken; a title that
    says nothing is that of the file's slug.
    """
    post = getattr(content, "post", None)
    return post if isinstance(post, FrontMatter) else _foreign(content)


def _foreign(content: Any) -> FrontMatter:
    metadata = getattr(content, "metadata", {})
    facts: dict[str, Any] = {
        "category": _one("category", str(metadata.get("category", ""))),
        "authors": _several(getattr(content, "authors", ())),
        "tags": _several(getattr(content, "tags", ())),
        "summary": _one("summary", str(metadata.get("summary", ""))),
        "lang": _one("lang", str(metadata.get("lang", ""))),
        "date": _stamp(getattr(content, "date", None)),
        "modified": _stamp(metadata.get("modified")),
        "status": "draft" if getattr(content, "status", "") == "draft" else "published",
    }
    return FrontMatter(_one("title", str(content.title)) or str(content.slug), **facts)


def _one(key: str, html: str) -> str | None:
    text = " ".join(ILLEGAL.sub(" ", unescape(_TAG.sub("", html))).split())
    return text if takes(key, text) else None


def _several(names: Iterable[object]) -> tuple[str, ...]:
    texts = (_one("category", str(name)) for name in names)  # a section's name, an author's, a tag: one form
    return tuple(text for text in texts if text)


def _stamp(moment: Any) -> Stamp | None:
    """Return Pelican's aware datetime as a stamp to the minute; None for none, and for year 1."""
    if moment is None or moment.year < 1000 or moment.year > 9000:
        return None
    offset = moment.utcoffset()
    minutes = None if offset is None else int(offset.total_seconds() // 60)
    return Stamp(moment.date(), moment.time().replace(second=0, microsecond=0, tzinfo=None), minutes)
