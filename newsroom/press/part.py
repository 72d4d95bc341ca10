# SPDX-License-Identifier: AGPL-3.0-only
"""One part of a paper that stands on several sites: what is of other parts goes, and links to it lead there.

The whole paper is made first, so that every page knows all stories; every address stands on exactly one site.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from newsroom.parts import Part, home_of, parts_from
from newsroom.press.errors import PressError

# Files that every site needs
_EVERYWHERE = re.compile(r"theme/.*|404\.html|[^/]+\.(?:txt|ico|png|svg|webmanifest)|_headers|\..*")
_FOLLOWED = re.compile(r"images/.*")  # files that stand where a page shows them
_ENDINGS = (".html", ".xml", ".json")
_PICTURE = re.compile(rb'images/[^\s"<,]+')
_ASKED, _OWN_FORMS = re.compile(rb'<form [^>]*action="(https?://[^/"]+)'), b"form-action 'self'"
_SITEMAP_URL = re.compile(rb"<url><loc>([^<]*)</loc>.*?</url>\n?")


@dataclass(frozen=True, slots=True)
class Cut:
    """How a tree is cut: all parts, the one that is made, and the years of addresses that begin with none."""

    parts: tuple[Part, ...]
    mine: Part
    dated: Mapping[str, int]

    def home(self, address: str) -> Part:
        """The part at which an address stands."""
        return home_of(address, self.parts, self.dated)

    def place(self, address: str) -> str:
        """What stands before an address in a link: nothing new where it stands here or everywhere."""
        bare = re.split(r"[?#]", address)[0]
        if _EVERYWHERE.fullmatch(bare) or _FOLLOWED.fullmatch(bare) or self.home(bare) == self.mine:
            return ""
        return self.home(bare).site


def years_of(articles: Iterable[Any]) -> dict[str, int]:
    """The year of each address whose story has one: not every address begins with it."""
    return {each.url: each.date.year for each in articles if each.date.year > 1}


def cut_from(settings: Mapping[str, Any], dated: Mapping[str, int]) -> Cut | None:
    """The cut that the settings ask for, or None. PressError where PART names none of PARTS."""
    if not settings.get("PART"):
        return None
    parts = parts_from(settings["PARTS"])
    mine = next((part for part in parts if part.years == settings["PART"]), None)
    if mine is None:
        raise PressError(f"PART: {settings['PART']!r} is none of PARTS: {', '.join(part.years for part in parts)}")
    return Cut(parts, mine, dated)


def cut_down(tree: Path, cut: Cut) -> None:
    """Leave in a finished tree what stands on this site, and lead its links right.

    Files are replaced, not changed: they may have a second name in the edition that stands.
    """
    root = urlsplit(cut.mine.site).path
    shown: set[str] = set()
    lead = _leader(cut, root, shown)
    for path in _files(tree):
        name = path.relative_to(tree).as_posix()
        if not _stays(name, cut):
            path.unlink()
        elif path.suffix in _ENDINGS:
            _replace(path, lead(path.read_bytes()))
    for path in _files(tree / "images"):
        if path.relative_to(tree).as_posix() not in shown:
            path.unlink()
    _remove_empty(tree)
    if not cut.mine.is_main:
        _make_front(tree, cut)


def _stays(name: str, cut: Cut) -> bool:
    if _EVERYWHERE.fullmatch(name) or _FOLLOWED.fullmatch(name) or name.startswith("sitemap"):
        return True
    return cut.home(name.removesuffix("index.html")) == cut.mine


def _leader(cut: Cut, root: str, shown: set[str]) -> Callable[[bytes], bytes]:
    """Return what leads the links of a file right, noting in `shown` the pictures that it asks for."""
    site = cut.mine.site
    whole, below = re.escape(site.encode()), re.escape(root.encode())
    # Whole addresses wherever one begins; those without a host where HTML has one
    link = re.compile(
        rb'(?:(?<=["> ])%b|(?<=href=")%b|(?<=src=")%b|(?<=action=")%b|(?<=url=)%b)/(?!/)([^"<\s\\]*)'
        % (whole, below, below, below, below)
    )

    def led(found: re.Match[bytes]) -> bytes:
        elsewhere = cut.place(found[1].decode("utf-8", "surrogateescape"))
        return elsewhere.encode() + b"/" + found[1] if elsewhere else found[0]

    def lead(data: bytes) -> bytes:
        shown.update(name.decode("utf-8", "surrogateescape") for name in _PICTURE.findall(data))
        own = site.encode() + b"/"
        data = _SITEMAP_URL.sub(lambda url: url[0] if url[1].startswith(own) else b"", link.sub(led, data))
        asked = _ASKED.search(data)  # a form that asks another part is let do so by the page's policy
        return data.replace(_OWN_FORMS, b"form-action " + asked[1]) if asked else data

    return lead


def _make_front(tree: Path, cut: Cut) -> None:
    """Give an older part the page of its newest year as its front: the paper's own stands elsewhere."""
    years = sorted(each.name for each in tree.iterdir() if re.fullmatch(r"\d{4}", each.name))
    if not years:
        raise PressError(f"PART: the paper has no story of {cut.mine.years}")
    shutil.copyfile(tree / years[-1] / "index.html", tree / "index.html")


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    part.replace(path)


def _files(tree: Path) -> list[Path]:
    return [Path(folder, name) for folder, _, names in os.walk(tree) for name in names]


def _remove_empty(tree: Path) -> None:
    for folder, _, _ in os.walk(tree, topdown=False):
        if not os.listdir(folder):
            os.rmdir(folder)
