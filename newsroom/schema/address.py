# SPDX-License-Identifier: MIT
"""Addresses: where in the site a post stands, always ending in a slash."""

import datetime
import hashlib
import re
from typing import Literal
from urllib.parse import urlsplit

from slugify import slugify

Kind = Literal["story", "page"]

# First segments that the site uses or will use itself, or that hosts give a meaning.
RESERVED = frozenset(
    {
        "404",
        "archive",
        "author",
        "browserconfig",
        "cname",
        "corrections",
        "downloads",
        "drafts",
        "favicon",
        "feeds",
        "images",
        "index",
        "manifest",
        "pages",
        "robots",
        "search",
        "section",
        "share",
        "sitemap",
        "text",
        "theme",
        "topic",
        "undated",
        "years",
    }
)
# What Windows takes for a device, whatever folder it stands in
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_STORY = re.compile(rf"(?:(\d{{4}})/(\d{{2}})/(\d{{2}})|undated)/({_SLUG})/", re.ASCII)
_PAGE = re.compile(rf"({_SLUG})/", re.ASCII)
# A path as another paper had it, each part of which is a plain file name on every system.
_KEPT_PART = r"[A-Za-z0-9](?:[A-Za-z0-9_.~-]*[A-Za-z0-9_-])?"
_KEPT = re.compile(rf"(?:{_KEPT_PART}/){{1,12}}", re.ASCII)
_CALENDAR = re.compile(r"\d{4}/(?:\d{2}/){0,2}", re.ASCII)
# Of Windows, with any ending; and what stands beside a page, and would be a folder of its address.
_NO_NAME = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index)(?:\..*)?", re.ASCII | re.IGNORECASE)
_FRONT = re.compile(r"(?:index|default)\.[A-Za-z]{3,5}", re.ASCII | re.IGNORECASE)
_SLUG_MAX = 80
# The date, a slug, and room for the letters that tell equal slugs apart; a part is a file name, and may have 255.
_ADDRESS_MAX = 240


def slug_from(name: str) -> str:
    """A slug of a-z, 0-9 and hyphens, at most 80 long, cut between words.

    Never empty, never reserved and no device of Windows: such names get the first 8 hex digits of their SHA-256.
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
    if not re.fullmatch(_SLUG, slug, re.ASCII) or slug in RESERVED | _DEVICES:
        return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return slug


def kept_from(url: str) -> str | None:
    """The address at which a page of another site keeps its path here; None where this site cannot have it.

    `/world/2017/story-12.html` becomes `world/2017/story-12.html/`, a folder, to which hosts lead on who asks for
    the path. A path that only a query tells from others, or that holds more than plain letters, is not kept.
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # half an IPv6 address
        return None
    folders = [each for each in parts.path.split("/") if each]
    if folders and _FRONT.fullmatch(folders[-1]):
        del folders[-1]
    address = "".join(f"{each}/" for each in folders)
    try:
        check_address(address)
        check_kind(address, "story")
    except ValueError:
        return None
    return None if parts.query else address


def _may_be_kept(address: str) -> bool:
    """Whether a path is free for a story: not the site's own folders, its calendar, nor what no file may be called."""
    parts = address.split("/")[:-1]
    return (
        _KEPT.fullmatch(address) is not None
        and not _CALENDAR.fullmatch(address)
        and parts[0].partition(".")[0].casefold() not in RESERVED
        and not any(map(_NO_NAME.fullmatch, parts))
    )


def check_address(address: str) -> None:
    """ValueError unless `address` has the form of a story's or a page's address."""
    if len(address) > _ADDRESS_MAX:
        raise ValueError(f"{address[:40]!r}… is longer than {_ADDRESS_MAX} characters")
    match = _STORY.fullmatch(address)
    if not match and not _KEPT.fullmatch(address):
        raise ValueError(f"{address!r} is not YYYY/MM/DD/slug/, undated/slug/ or, for pages, slug/")
    if match and match[1]:
        try:
            datetime.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError as error:
            raise ValueError(f"{address!r}: {error}") from error


def check_kind(address: str, kind: Kind) -> None:
    """ValueError unless a `kind` may stand at `address`."""
    if kind == "story":
        if not _STORY.fullmatch(address) and not _may_be_kept(address):
            raise ValueError(f"{address!r} is neither YYYY/MM/DD/slug/, undated/slug/ nor a path the site leaves free")
        return
    match = _PAGE.fullmatch(address)
    if not match:
        raise ValueError(f"{address!r} is not slug/")
    # Four digits are a year of the calendar.
    if match[1] in RESERVED or re.fullmatch(r"\d{4}", match[1]):
        raise ValueError(f"{address!r} belongs to the site itself: state another address")
