# SPDX-License-Identifier: MIT
"""The files of a paper that are no pages: do they parse, what HTML is in them, and what are they called?"""

import gzip
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from newsroom.schema import read
from tests.hostile.paper import place_of

_ATOM = "{http://www.w3.org/2005/Atom}"
_JSON_LD = 'type="application/ld+json">'
_MARKER = re.compile(r"__x(?:\(|`|%28|%2528|%60)(\d+)")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


def xml_of(data: bytes) -> etree._Element:
    """Return the root of an XML file, nothing of it followed."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def unreadable(folder: Path) -> Iterator[str]:
    """Yield every file of a kind that programs read that does not parse, or does not read back, with why."""
    for path in sorted(folder.rglob("*")):
        try:
            _PARSERS.get("".join(path.suffixes[-2:]), _PARSERS.get(path.suffix, lambda _path: None))(path)
        except (ValueError, AssertionError, etree.XMLSyntaxError, sqlite3.DatabaseError, OSError) as error:
            yield f"{path.relative_to(folder).as_posix()}: {type(error).__name__} {error}"


def _html(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not _CONTROL.search(text), "a control character"
    for part in text.split(_JSON_LD)[1:]:
        json.loads(part.split("</script>")[0])


def _markdown(path: Path) -> None:
    """The story's other form says what the page's data say: nothing broke out of its front matter."""
    post, data = read(path.read_text("utf-8")), json.loads(path.with_suffix(".json").read_bytes())
    assert (post.front.title, post.front.address) == (data["title"], data["address"]), "another title or address"


def _json_lines(path: Path) -> None:
    for each in gzip.decompress(path.read_bytes()).decode().split("\n")[:-1]:
        json.loads(each)


def _sqlite(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


_PARSERS = {
    ".xml": lambda path: xml_of(path.read_bytes()),
    ".opf": lambda path: xml_of(path.read_bytes()),
    ".xhtml": lambda path: xml_of(path.read_bytes()),
    ".svg": lambda path: xml_of(path.read_bytes()),
    ".json": lambda path: json.loads(path.read_bytes()),
    ".webmanifest": lambda path: json.loads(path.read_bytes()),
    ".html": _html,
    ".md": _markdown,
    ".jsonl.gz": _json_lines,
    ".sqlite": _sqlite,
}


def pieces_in(site: Path) -> dict[str, list[tuple[str, str]]]:
    """Return kind -> (file, HTML) that feeds and data hold as text, for programs that take it for HTML; each once."""
    found: dict[str, dict[str, str]] = {"within feeds": {}, "within data": {}}
    for path in sorted(site.rglob("*.xml")):
        name = path.relative_to(site).as_posix()
        for each in xml_of(path.read_bytes()).iter(f"{_ATOM}content", f"{_ATOM}summary"):
            if each.get("type") == "html":
                found["within feeds"][each.text or ""] = name
    for path in sorted(site.rglob("*.json")):
        name, data = path.relative_to(site).as_posix(), json.loads(path.read_bytes())
        if isinstance(data, dict) and "items" in data:
            found["within feeds"] |= {each["content_html"]: name for each in data["items"] if "content_html" in each}
        elif isinstance(data, dict) and "html" in data:
            found["within data"][data["html"]] = name
    return {kind: [(name, html) for html, name in pieces.items()] for kind, pieces in found.items()}


def unpacked(site: Path, folder: Path) -> Path:
    """Unpack the books of a site, for their chapters are pages too."""
    folder.mkdir(exist_ok=True)
    for number, path in enumerate(sorted(site.rglob("*.epub"))):
        with ZipFile(path) as book:
            book.extractall(folder / str(number))
    return folder


def misnamed(site: Path) -> Iterator[str]:
    """Yield what has a name that a host could take for something else, or is no plain file of the site."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not _NAME.fullmatch(path.name) or path.is_symlink() or len(path.name) > 100:
            yield f"{name}: a strange name"


def shown_in(*folders: Path) -> dict[str, set[int]]:
    """Return place -> the markers of strings that stand on any page: what did not get there proves nothing."""
    found: dict[str, set[int]] = {}
    for path in (path for folder in folders for path in folder.rglob("*.html")):
        for number in map(int, _MARKER.findall(path.read_text("utf-8"))):
            found.setdefault(place_of(number), set()).add(number)
    return found
