# SPDX-License-Identifier: MIT
"""Python-Markdown without raw HTML, its tree finished: links, ids, quotation marks."""

import html
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import ENTITY_RE, InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from newsroom.markup.limits import MarkupError
from newsroom.markup.links import Resolve, is_abroad, picture, target
from newsroom.markup.names import SPEAKER, Names, is_speaker
from newsroom.markup.quotes import curl

_MAIL_RE = r"<([^<>\s!]+@[^@<>\s]+)>"
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_BLOCKS = {"p", "h2", "h3", "h4", "li", "th", "td"}
# The story's title is the page's h1; deeper than h4 nobody reads.
_LEVELS = {"h1": "h2", "h5": "h4", "h6": "h4"}


class Parser:
    """One Markdown instance. Not for two threads at once."""

    def __init__(self) -> None:
        self._finish = _Finish()
        # A numbered list after a plain one is its own. Tables and footnotes take two lines and a definition,
        # neither of which the converter ever writes.
        self._markdown = Markdown(extensions=["sane_lists", "tables", "footnotes"])
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self._markdown.inlinePatterns.register(_Entity(ENTITY_RE), "entity", 80)
        self._markdown.inlinePatterns.register(_Mail(_MAIL_RE), "automail", 110)
        # After "unescape" (0), when every text stands in the tree as it will be read.
        self._markdown.treeprocessors.register(self._finish, "finish", -10)
        # Markdown's own serializer takes the text "&amp;" for an ampersand.
        self._markdown.serializer = _html

    def convert(self, text: str, resolve: Resolve, lang: str | None = None) -> str:
        """HTML of the text, to be sanitized; MarkupError for a link that is refused."""
        self._finish.resolve, self._finish.source, self._finish.lang = resolve, text, lang
        return self._markdown.reset().convert(text)


def _html(root: Element) -> str:
    return ElementTree.tostring(root, encoding="unicode", method="html")


class _Entity(InlineProcessor):
    """An entity becomes its character at once, so that the tree holds the text as it is read."""

    def handleMatch(  # type: ignore[override]  # as Markdown's own
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002  # Markdown calls it so
    ) -> tuple[str, int, int]:
        character = html.unescape(m[1])
        return (m[1] if _ILLEGAL.search(character) else character), m.start(0), m.end(0)


class _Mail(InlineProcessor):
    """`<a@b.example>` becomes a link; Markdown's own disguises every letter as an entity."""

    def handleMatch(  # type: ignore[override]
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002  # Markdown calls it so
    ) -> tuple[Element, int, int]:
        link = Element("a", href=f"mailto:{m[1]}")
        link.text = AtomicString(m[1])
        return link, m.start(0), m.end(0)


class _Finish(Treeprocessor):
    """Levels of headings, addresses of links, true quotation marks, ids of paragraphs."""

    resolve: Resolve
    source: str
    lang: str | None = None

    def run(self, root: Element) -> None:
        for element in root.iter():
            element.tag = _LEVELS.get(element.tag, element.tag)
            self._finish_one(element)
            for key in ("alt", "title"):
                if key in element.attrib:
                    element.set(key, html.unescape(element.attrib[key]))
        names = Names()
        for element in root.iter():
            if element.tag in _BLOCKS:
                _curl(element, self.lang)
            if element.tag == "p":
                element.set("id", names.new("".join(element.itertext())))
        for quotation in root.iter("blockquote"):
            _mark_speaker(quotation)

    def _finish_one(self, element: Element) -> None:
        if element.tag == "code":
            element.text = _as_typed(element.text or "")
        elif element.tag == "a":
            self._lead(element)
        elif element.tag == "img":
            self._show(element)
        elif element.tag in ("th", "td"):
            _align(element)

    def _lead(self, link: Element) -> None:
        href = link.get("href", "")
        if link.attrib.pop("class", "").startswith("footnote-"):
            link.attrib.pop("title", None)  # English words of the library's, and the arrow says as much
            return
        try:
            address = target(html.unescape(href), self.resolve)
        except ValueError as error:
            raise MarkupError(_line_of((href, link.text), self.source), str(error)) from error
        link.set("href", address)
        if is_abroad(address) and not address.lower().startswith("mailto:"):
            link.set("rel", "nofollow noopener")

    def _show(self, image: Element) -> None:
        src = image.get("src", "")
        try:
            image.set("src", picture(html.unescape(src), self.resolve))
        except ValueError as error:
            raise MarkupError(_line_of((src, image.get("alt")), self.source), str(error)) from error


def _mark_speaker(quotation: Element) -> None:
    """Mark the paragraph that names who speaks: one after the first, that a dash opens."""
    for element in list(quotation)[1:]:
        if element.tag == "p" and is_speaker(element.text or ""):
            element.set("class", SPEAKER)


def _align(cell: Element) -> None:
    """Say by a class what the library says by a style, which no page of ours may carry."""
    style = cell.attrib.pop("style", "")
    if "right" in style or "center" in style:
        cell.set("class", "end" if "right" in style else "middle")


def _line_of(clues: tuple[str | None, ...], source: str) -> int:
    """The first line that holds the first clue that stands in the source, else 1.

    The tree knows no lines, and an address may stand there in another form: escaped, or empty.
    """
    places = (source.find(clue) for clue in clues if clue)
    at = next((place for place in places if place >= 0), 0)
    return source.count("\n", 0, at) + 1


def _as_typed(code: str) -> str:
    """Code as it was typed: Markdown escapes it already in the tree."""
    return code.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _curl(block: Element, lang: str | None) -> None:
    """Curl the quotation marks of one block, whatever inline markup stands between a pair."""
    pieces = list(_pieces(block))
    curled = curl("".join(text for _, _, text in pieces), lang)
    start = 0
    for element, place, text in pieces:
        if place:
            setattr(element, place, curled[start : start + len(text)])
        start += len(text)


def _pieces(element: Element) -> Iterator[tuple[Element, str, str]]:
    """The texts of a block in order; the place is "" where they are not to be changed."""
    yield element, "" if element.tag == "code" else "text", element.text or ""
    for child in element:
        if child.tag in _BLOCKS or child.tag in ("ul", "ol", "pre", "blockquote"):
            continue  # a block of its own within a list item
        yield from _pieces(child)
        yield child, "tail", child.tail or ""
