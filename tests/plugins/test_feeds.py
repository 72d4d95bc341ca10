# SPDX-License-Identifier: MIT
"""The Atom feed: what RFC 4287 demands, and no date that a story does not state."""

from types import SimpleNamespace
from typing import Any

from lxml import etree

from newsroom.plugins.feeds import atom
from newsroom.schema import FrontMatter, Stamp

NS = {"a": "http://www.w3.org/2005/Atom"}
SETTINGS = {
    "SITEURL": "https://paper.example/repo",
    "SITENAME": "A & B <Paper>",
    "TIMEZONE": "Asia/Dhaka",
    "TAG_AUTHORITY": "paper.example,2031",
    "DEFAULT_LANG": "en",
}


def entry(date: str | None, **facts: Any) -> SimpleNamespace:
    """Return what the feed asks of an article."""
    post = FrontMatter(title="Mill & <b>pond</b>", date=Stamp.parse(date) if date else None, **facts)
    return SimpleNamespace(post=post, url="2031/03/07/mill/", content="<p>]]> & sold</p>")


def feed(*entries: SimpleNamespace, **settings: str) -> Any:
    """Return the parsed feed."""
    return etree.fromstring(atom(entries, {**SETTINGS, **settings}))


def test_a_time_without_a_zone_is_not_published_and_updated_takes_the_papers_zone() -> None:
    found = feed(entry("2031-03-07 09:00"))
    assert found.xpath("a:entry/a:published", namespaces=NS) == []
    assert found.xpath("string(a:entry/a:updated)", namespaces=NS) == "2031-03-07T03:00:00Z"


def test_a_time_with_a_zone_is_published() -> None:
    found = feed(entry("2031-03-07 09:00 +01:00"))
    assert found.xpath("string(a:entry/a:published)", namespaces=NS) == "2031-03-07T08:00:00Z"


def test_the_undated_are_in_no_feed() -> None:
    assert len(feed(entry("2031-03-07"), entry(None)).xpath("a:entry", namespaces=NS)) == 1


def test_the_newest_thirty_are_in_the_feed() -> None:
    days = [entry(f"2031-03-{day:02}") for day in range(31, 0, -1)]
    found = feed(*days).xpath("a:entry/a:updated/text()", namespaces=NS)
    assert [found[0], found[-1], len(found)] == ["2031-03-30T18:00:00Z", "2031-03-01T18:00:00Z", 30]


def test_a_story_that_was_changed_is_updated_then() -> None:
    found = feed(entry("2031-03-07", modified=Stamp.parse("2031-03-08 09:00 +01:00")))
    assert found.xpath("//a:updated/text()", namespaces=NS) == ["2031-03-08T08:00:00Z"] * 2


def test_a_feed_of_nothing_still_has_what_atom_demands() -> None:
    found = feed(entry(None))
    for name in ("id", "title", "updated"):
        assert found.xpath(f"string(a:{name})", namespaces=NS)


def test_a_story_says_its_language_where_it_states_one() -> None:
    found = feed(entry("2031-03-07", lang="ar"), entry("2031-03-06"))
    assert found.xpath("/a:feed/@xml:lang", namespaces=NS) == ["en"]
    assert found.xpath("a:entry/@xml:lang", namespaces=NS) == ["ar"]


def test_ids_survive_a_change_of_address() -> None:
    here, there = feed(entry("2031-03-07")), feed(entry("2031-03-07"), SITEURL="https://new.example")
    ids = [found.xpath("//a:id/text()", namespaces=NS) for found in (here, there)]
    assert ids[0] == ids[1] == ["tag:paper.example,2031:", "tag:paper.example,2031:2031/03/07/mill/"]


def test_markup_in_a_headline_stays_text() -> None:
    found = feed(entry("2031-03-07"))
    assert found.xpath("string(a:entry/a:title)", namespaces=NS) == "Mill & <b>pond</b>"
    assert found.xpath("string(a:entry/a:content)", namespaces=NS) == "<p>]]> & sold</p>"


def test_the_entry_is_the_whole_story_with_its_dateline_notes_and_captions() -> None:
    stated = entry("2031-03-07", dateline="OSTREL", notes=("Corrected <today>.",), captions=("The quay.",))
    content = feed(stated).xpath("string(a:entry/a:content)", namespaces=NS)
    assert content == "<p>OSTREL</p>\n<p>]]> & sold</p>\n<p>Corrected &lt;today&gt;.</p>\n<p>The quay.</p>"
