# SPDX-License-Identifier: MIT
"""Links of a built site that lead nowhere: pages, files and fragments, at a host's root or below it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

LOCAL = "http://site.invalid"  # stands for the host of a site that states none
CSS_LINK = re.compile(r"""url\(\s*["']?([^"')]+)""")


def broken(output: Path, site_url: str) -> list[str]:
    """One line, `file: link`, for each link of the site to itself that leads nowhere.

    `site_url` is the SITEURL that the site was built with, or empty. No output, no lines.
    """
    site = Site(output, site_url)
    return [
        f"output/{path.relative_to(output).as_posix()}: {link!r} leads nowhere"
        for path in sorted(filter(Path.is_file, output.rglob("*")))  # a folder may be called mill.html
        for link in dict.fromkeys(links_in(path))
        if not site.has(path, link)
    ]


def built_for(output: Path) -> str:
    """The SITEURL that the site was built with, as its front page states it; empty where it states none."""
    front = output / "index.html"
    stated = tree_of(front).xpath("string(//link[@rel='canonical']/@href)") if front.is_file() else ""
    return str(stated).rstrip("/")


class Site:
    """A folder of files and the address at which it will stand."""

    def __init__(self, folder: Path, site_url: str) -> None:
        """Take the folder as the one that a server will show at `site_url`, or at a host's root."""
        self.folder = folder
        address = urlsplit(site_url or LOCAL)
        self.host = address.netloc
        self.root = address.path.rstrip("/") + "/"

    def has(self, page: Path, link: str) -> bool:
        """Whether the link leads somewhere, as seen from this page. Links to other hosts are believed."""
        here = f"{LOCAL}{self.root}{page.relative_to(self.folder).as_posix()}"
        target = urlsplit(urljoin(here, link.strip()))
        if target.scheme not in ("http", "https") or target.netloc not in (urlsplit(LOCAL).netloc, self.host):
            return True
        path = unquote(target.path)
        if not path.startswith(self.root):
            return False
        file = self.folder / path.removeprefix(self.root)
        if path.endswith("/"):
            file /= "index.html"
        fragment = unquote(target.fragment)
        return file.is_file() and (not fragment or file.suffix != ".html" or fragment in ids_in(file))


def links_in(path: Path) -> Iterator[str]:
    """Every link of a page, a stylesheet or a feed."""
    if path.suffix == ".html":
        page = tree_of(path)
        yield from (link for _, _, link, _ in page.iterlinks())
        for choices in page.xpath("//@srcset"):  # which lxml does not count among a page's links
            yield from (choice.split()[0] for choice in choices.split(",") if choice.strip())
    elif path.suffix == ".css":
        yield from (link for link in CSS_LINK.findall(path.read_text("utf-8")) if not link.startswith("data:"))
    elif path.suffix == ".xml":
        yield from map(str, etree.parse(path, etree.XMLParser(resolve_entities=False)).xpath("//@href"))


@cache
def ids_in(path: Path) -> frozenset[str]:
    """Every id of a page, and the name of each anchor."""
    return frozenset(map(str, tree_of(path).xpath("//@id | //a/@name")))


def tree_of(path: Path) -> html.HtmlElement:
    """The page, parsed as a browser would: anything goes."""
    return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
