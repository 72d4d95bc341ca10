# SPDX-License-Identifier: AGPL-3.0-only
"""Stories as a book for e-readers (EPUB 3.3): zipped by hand, for a book of the same stories has the same bytes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from newsroom.plugins.downloads.record import stamped
from newsroom.schema import ILLEGAL, FrontMatter, facts_of

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file knows
_VOID = frozenset({"br", "hr"})
_NO_CHANGE = "1970-01-01T00:00:00Z"  # EPUB demands a date of the last change, and no story states one
_STYLE = "body{line-height:1.5}h1{line-height:1.2}.facts,.speaker{font-style:italic}.end{text-align:right}"
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)


@dataclass(frozen=True, slots=True)
class Book:
    """A book: its title, the paper's name and language, and the id by which readers know it again."""

    title: str
    paper: str
    lang: str
    id: str
    site: str


def write_epub(articles: Sequence[Any], book: Book, path: Path) -> None:
    """Write the stories, in this order, as one book."""
    posts = [facts_of(article) for article in articles]
    files = {
        "META-INF/container.xml": _CONTAINER,
        "book/book.opf": _package(posts, book),
        "book/nav.xhtml": _contents(posts, book),
        "book/book.css": _STYLE,
    }
    with ZipFile(path, "w") as file:
        file.writestr(_entry("mimetype", ZIP_STORED), "application/epub+zip")
        for name, text in files.items():
            file.writestr(_entry(name), text)
        for number, (post, article) in enumerate(zip(posts, articles, strict=True), 1):
            file.writestr(_entry(f"book/{number}.xhtml"), _chapter(post, article, book))


def _entry(name: str, packing: int = ZIP_DEFLATED) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type, entry.external_attr, entry.create_system = packing, 0o644 << 16, 3
    return entry


def _package(posts: Sequence[FrontMatter], book: Book) -> str:
    numbers = range(1, len(posts) + 1)
    items = "".join(
        f'<item id="s{number}" href="{number}.xhtml" media-type="application/xhtml+xml"/>' for number in numbers
    )
    spine = "".join(f'<itemref idref="s{number}"/>' for number in numbers)
    names = dict.fromkeys(name for post in posts for name in post.authors)
    makers = "".join(f"<dc:creator>{_text(name)}</dc:creator>" for name in names)
    changes = [stamp for post in posts for stamp in (post.date, post.modified, *post.changed) if stamp]
    changed = max((f"{stamp.day}T{stamp.time or '00:00:00'}Z" for stamp in changes), default=_NO_CHANGE)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{book.lang}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{_text(book.id)}</dc:identifier><dc:title>{_text(book.title)}</dc:title>'
        f"<dc:language>{book.lang}</dc:language><dc:publisher>{_text(book.paper)}</dc:publisher>{makers}"
        f'<meta property="dcterms:modified">{changed}</meta></metadata><manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="css" href="book.css" media-type="text/css"/>{items}</manifest>'
        f'<spine><itemref idref="nav"/>{spine}</spine></package>\n'
    )


def _contents(posts: Sequence[FrontMatter], book: Book) -> str:
    links = "".join(
        f'<li><a href="{number}.xhtml">{_text(post.title)}</a></li>' for number, post in enumerate(posts, 1)
    )
    body = f'<nav epub:type="toc"><h1>{_text(book.title)}</h1><ol>{links}</ol></nav>'
    return _page(book.title, book.lang, body)


def _chapter(post: FrontMatter, article: Any, book: Book) -> str:
    facts = [", ".join(post.authors), post.newspaper, post.agency, (stamped(post.date) or "").replace("T", " ")]
    remarks = (f"{remark.day}: {remark.text}" for remark in (*post.corrections, *post.transcriptions))
    before = [f'<p class="facts">{_text(fact)}</p>' for fact in facts if fact]
    before += [f"<p>{_text(words)}</p>" for words in (post.summary, post.dateline) if words]
    after = [f"<p>{_text(words)}</p>" for words in (*post.notes, *remarks, *post.captions)]
    if book.site:
        address = f"{book.site}/{article.url}"
        after.append(f'<p class="facts"><a href="{escape(address)}">{_text(address)}</a></p>')
    text = xhtml_from(str(article.content), book.site)
    body = "\n".join([f"<h1>{_text(post.title)}</h1>", *before, text, *after])
    return _page(post.title, post.lang or book.lang, f"<section>{body}</section>")


def _page(title: str, lang: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="{lang}" lang="{lang}"><head><title>{_text(title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="book.css"/></head><body>{body}</body></html>\n'
    )


def _text(words: str) -> str:
    return escape(ILLEGAL.sub("", words), quote=False)


def xhtml_from(html: str, site: str) -> str:
    """Return the sanitizer's HTML as XHTML. Links lead to `site` or, where it is not known, nowhere.

    A picture gives way to its words: a book holds no file of the site.
    """
    reader = _Reader(site, set(re.findall(r' id="([^"]+)"', html)))
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


class _Reader(HTMLParser):
    def __init__(self, site: str, ids: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._site, self._ids = site, ids

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        stated = {name: value or "" for name, value in attrs}
        if tag == "img":
            self.parts.append(_text(stated.get("alt", "")))
            return
        if "href" in stated:
            stated["href"] = self._target(stated["href"])
        if "id" in stated:
            stated["id"] = stated["id"].replace(":", "-")  # no colon in an XML id
        kept = "".join(f' {name}="{escape(ILLEGAL.sub("", value))}"' for name, value in stated.items() if value)
        self.parts.append(f"<{tag}{kept}{'/' if tag in _VOID else ''}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and tag != "img":
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(_text(data))

    def _target(self, href: str) -> str:
        if href.startswith("#"):
            return f"#{href[1:].replace(':', '-')}" if href[1:] in self._ids else ""
        if href.startswith("/"):
            origin = re.match(r"https?://[^/]+", self._site)
            return f"{origin[0]}{quote(href, safe='/%#?=&:@+,;~')}" if origin else ""
        return href
