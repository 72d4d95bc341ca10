# SPDX-License-Identifier: MIT
"""Addresses: where in the site a post stands, always ending in a slash."""

import datetime
import hashlib
import re
from typing import Literal

from slugify import slugify

Kind = Literal["story", "page"]

# First segments that the site uses or will use itself, or that hosts give a meaning.
RESERVED = frozenset(
    {
        "404",
        "archive",
        "author",
        "cname",
        "corrections",
        "drafts",
        "feeds",
        "images",
        "index",
        "pages",
        "robots",
        "search",
        "section",
        "sitemap",
        "text",
        "theme",
        "topic",
        "undated",
        "years",
    }
)
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_STORY = re.compile(rf"(?:(\d{{4}})/(\d{{2}})/(\d{{2}})|undated)/({_SLUG})/", re.ASCII)
_PAGE = re.compile(rf"({_SLUG})/", re.ASCII)
_SLUG_MAX = 80
# The date, a slug, and room for the letters that tell equal slugs apart.
_ADDRESS_MAX = 120


def slug_from(name: str) -> str:
    """A slug of a-z, 0-9 and hyphens, at most 80 long, cut between words.

    Never empty and never reserved: such names get the first 8 hex digits of their SHA-256.
    """
    slug: str = slugify(
        name,
        max_length=_SLUG_MAX,
        word_boundary=True,
        save_order=True,
        entities=False,  # "&amp;" in a headline is five characters, not an ampersand
        decimal=False,
        hexadecimal=False,
    )
    if not re.fullmatch(_SLUG, slug, re.ASCII) or slug in RESERVED:
        return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return slug


def check_address(address: str) -> None:
    """ValueError unless `address` has the form of a story's or a page's address."""
    if len(address) > _ADDRESS_MAX:
        raise ValueError(f"{address[:40]!r}… is longer than {_ADDRESS_MAX} characters")
    if _PAGE.fullmatch(address):
        return
    match = _STORY.fullmatch(address)
    if not match:
        raise ValueError(f"{address!r} is not YYYY/MM/DD/slug/, undated/slug/ or, for pages, slug/")
    if match[1]:
        try:
            datetime.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError as error:
            raise ValueError(f"{address!r}: {error}") from error


def check_kind(address: str, kind: Kind) -> None:
    """ValueError unless a `kind` may stand at `address`."""
    if kind == "story":
        if not _STORY.fullmatch(address):
            raise ValueError(f"{address!r} is not YYYY/MM/DD/slug/ or undated/slug/")
        return
    match = _PAGE.fullmatch(address)
    if not match:
        raise ValueError(f"{address!r} is not slug/")
    # Four digits are a year of the calendar.
    if match[1] in RESERVED or re.fullmatch(r"\d{4}", match[1]):
        raise ValueError(f"{address!r} belongs to the site itself: state another address")
