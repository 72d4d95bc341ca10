# SPDX-License-Identifier: MIT
"""Where a link of a post may lead."""

import re
from collections.abc import Callable

# (kind, path) -> address: "filename", a post or page of content/; "static", a file of
# content/images/; "site", an address of this site. ValueError says why there is none.
Resolve = Callable[[str, str], str]

_PLACED = re.compile(r"\{(filename|static)\}([^#?]*)((?:\?[^#]*)?(?:#.*)?)", re.DOTALL)
_ABROAD = re.compile(r"(?:https?://[^/?#\\@\s]+(?:[/?#][^\\\s]*)?|mailto:[^\\\s]+)", re.IGNORECASE)
_FRAGMENT = re.compile(r"#[^\\\s]+")
_SITE = re.compile(r"/(?!/)[^\\\s]*")


def target(href: str, resolve: Resolve) -> str:
    """The address for `href`; ValueError says why it is refused."""
    placed = _PLACED.fullmatch(href)
    if placed:
        return resolve(placed[1], placed[2]) + placed[3]
    if _ABROAD.fullmatch(href) or _FRAGMENT.fullmatch(href):
        return href
    if _SITE.fullmatch(href):
        return resolve("site", href)
    raise ValueError(f"link {href[:80]!r} is not http, https, mailto, #fragment, /address, {{filename}} or {{static}}")


def picture(src: str, resolve: Resolve) -> str:
    """The address of a picture, which lies in content/images/; ValueError otherwise."""
    placed = _PLACED.fullmatch(src)
    if not placed or placed[1] != "static":
        raise ValueError(f"picture {src[:80]!r} is not a {{static}} file of this site")
    return resolve("static", placed[2])


def is_abroad(address: str) -> bool:
    """Whether the address leads to another site."""
    return bool(_ABROAD.fullmatch(address))
