# SPDX-License-Identifier: AGPL-3.0-only
"""A feed as Atom (RFC 4287), with words for those who open it in a browser."""

from xml.etree import ElementTree

from newsroom.plugins.feeds.entry import Entry, Feed

_XHTML = "http://www.w3.org/1999/xhtml"
_FOR_PEOPLE = "This is a feed. Copy its address into a feed reader, and new stories come to you."


def atom_from(feed: Feed, style: str) -> bytes:
    """Return the document. `style` is the address of the CSS by which browsers show it."""
    root = ElementTree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.lang})
    if feed.site:
        root.set("xml:base", f"{feed.site}/")
    _text(root, "title", feed.title)
    _for_people(root, feed)
    _text(root, "id", feed.id)
    _text(root, "updated", feed.updated)
    _link(root, "self", f"{feed.site}/{feed.path}.atom.xml")
    _link(root, "alternate", feed.url)
    _text(ElementTree.SubElement(root, "author"), "name", feed.paper)
    for entry in feed.entries:
        _add(root, entry)
    document: bytes = ElementTree.tostring(root, encoding="utf-8")
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<?xml-stylesheet type="text/css" href="{style}"?>\n'
    return head.encode() + document + b"\n"


def _add(root: ElementTree.Element, entry: Entry) -> None:
    item = ElementTree.SubElement(root, "entry", {"xml:lang": entry.lang} if entry.lang else {})
    _text(item, "title", entry.title)
    ElementTree.SubElement(item, "a", {"xmlns": _XHTML, "href": entry.url}).text = entry.url
    _text(item, "id", entry.id)
    _link(item, "alternate", entry.url)
    if entry.published:
        _text(item, "published", entry.published)
    _text(item, "updated", entry.updated)
    for name in entry.authors:
        _text(ElementTree.SubElement(item, "author"), "name", name)
    for term in entry.terms:
        ElementTree.SubElement(item, "category", {"term": term})
    if entry.summary:
        _text(item, "summary", entry.summary)
    if entry.html is not None:
        ElementTree.SubElement(item, "content", {"type": "html"}).text = entry.html


def _for_people(root: ElementTree.Element, feed: Feed) -> None:
    """Elements of XHTML: RFC 4287, section 6, lets readers' programs pass over them, and browsers show them."""
    words = ElementTree.SubElement(root, "p", {"xmlns": _XHTML})
    words.text = f"{_FOR_PEOPLE} "
    ElementTree.SubElement(words, "a", {"href": feed.url}).text = feed.title


def _link(parent: ElementTree.Element, relation: str, address: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": relation, "href": address})


def _text(parent: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(parent, name).text = words
