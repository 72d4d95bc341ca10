# SPDX-License-Identifier: MIT
"""Markdown -> links -> sanitizer: the one way from a post's text to HTML."""

import re
from functools import cache
from html.parser import HTMLParser

import nh3

from newsroom.markup.limits import MarkupError, check_limits
from newsroom.markup.links import Resolve
from newsroom.markup.names import paragraph_id
from newsroom.markup.parser import Parser
from newsroom.markup.plain import plain_html
from newsroom.markup.quotes import curl

__all__ = [
    "MarkupError",
    "Resolve",
    "curl",
    "html_from",
    "paragraph_id",
    "paragraphs_from",
    "parsed_html_from",
    "plain_html",
    "sanitized",
]

TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "hr"),
    *("a", "em", "strong", "code", "br", "img"),
    *("table", "thead", "tbody", "tr", "th", "td", "sup"),
}
ATTRIBUTES = {"a": {"href", "title", "rel"}, "img": {"src", "alt", "title"}, "p": {"id", "class"}} | {
    "th": {"class"}, "td": {"class"}, "sup": {"id"}, "li": {"id"}}  # fmt: skip
_VALUES = {
    ("p", "id"): re.compile(r"p-[0-9a-f]{6}(?:-\d+)?", re.ASCII),
    ("p", "class"): re.compile("speaker"),
    ("th", "class"): re.compile("end|middle"),
    ("td", "class"): re.compile("end|middle"),
    ("sup", "id"): re.compile(r"fnref\d*:[\w-]+"),
    ("li", "id"): re.compile(r"fn:[\w-]+"),
    ("a", "rel"): re.compile("nofollow noopener"),
    # A second slash, or a backslash that browsers read as one, would name another host.
    ("a", "href"): re.compile(r"(?:https?:|mailto:|#|/(?![/\\]))[^\\]*", re.IGNORECASE),
    ("img", "src"): re.compile(r"/(?![/\\])[^\\]*"),
}


def html_from(text: str, *, resolve: Resolve, lang: str | None = None) -> str:
    """Safe HTML of the Markdown `text`: blocks parted by a newline, an id on every paragraph.

    `resolve(kind, path)` gives the address, with the site's root, of a {filename} or {static}
    link or ("site") of one that begins with a slash; its ValueError becomes a MarkupError. `lang` is
    the language of the text, which decides its quotation marks.
    """
    unsafe = plain_html(text, lang)
    return sanitized(_parsed(text, resolve, lang) if unsafe is None else unsafe)


def parsed_html_from(text: str, *, resolve: Resolve, lang: str | None = None) -> str:
    """The same as html_from, told by the parser alone: what the quick way is held against."""
    return sanitized(_parsed(text, resolve, lang))


def sanitized(unsafe: str) -> str:
    """What the allow-list leaves of HTML."""
    return _sanitizer().clean(unsafe).strip()


def _parsed(text: str, resolve: Resolve, lang: str | None) -> str:
    check_limits(text)
    try:
        return _parser().convert(text, resolve, lang)
    except RecursionError as error:
        _parser.cache_clear()  # it was left in the middle of its work
        raise MarkupError(1, "the text is nested too deeply") from error


def paragraphs_from(content: str) -> tuple[str, ...]:
    """The plain text of each top-level paragraph of html_from's output, white space collapsed."""
    reader = _Paragraphs()
    reader.feed(content)
    reader.close()
    return tuple(" ".join(each.split()) for each in reader.texts)


@cache
def _parser() -> Parser:
    return Parser()


@cache
def _sanitizer() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_value_or_none,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,  # set in the tree, on links to other sites alone
    )


def _value_or_none(tag: str, attribute: str, value: str) -> str | None:
    form = _VALUES.get((tag, attribute))
    return value if form is None or form.fullmatch(value) else None


class _Paragraphs(HTMLParser):
    """Collects what stands in paragraphs that no other element holds."""

    _VOID = frozenset({"br", "hr", "img"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in self._VOID:
            return
        if tag == "p" and not self._open:
            self.texts.append("")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open[:1] == ["p"]:
            self.texts[-1] += data
