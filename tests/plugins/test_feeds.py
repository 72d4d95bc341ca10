# SPDX-License-Identifier: MIT
"""Feeds: what RFC 4287 and JSON Feed 1.1 demand, and no date that a story does not state."""

import json
from datetime import UTC
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from lxml import etree

from newsroom.plugins.feeds import write_feeds
from newsroom.plugins.feeds.atom import atom_from
from newsroom.plugins.feeds.entry import feed_of
from newsroom.plugins.feeds.jsonfeed import json_from
from newsroom.schema import FrontMatter, Remark, Stamp
from tests.hostile_strings import HOSTILE

SCHEMAS = Path(__file__).parents[1] / "schemas"
ATOM = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
JSON_FEED = json.loads((SCHEMAS / "json-feed.schema.json").read_text("utf-8"))
NS = {"a": "http://www.w3.org/2005/Atom"}
SETTINGS = {
    "SITEURL": "https://paper.example/repo",
    "SITENAME": "A & B <Paper>",
    "TIMEZONE": "Asia/Dhaka",
    "TAG_AUTHORITY": "paper.example,2031",
    "DEFAULT_LANG": "en",
    "FEED_TEXT": "full",
    "FEED_LISTINGS": ("section", "topic", "author"),
}


def story(date: str | None, title: str = "Mill & <b>pond</b>", **facts: Any) -> SimpleNamespace:
    """Return what the feeds ask of an article."""
    post = FrontMatter(title=title, date=Stamp.parse(date) if date else None, **facts)
    return SimpleNamespace(post=post, url="2031/03/07/mill/", content='<p>]]> &amp; <a href="/repo/x/">sold</a></p>')


def atom(*stories: SimpleNamespace, **settings: str) -> Any:
    """Return the parsed Atom feed, found valid."""
    document = etree.fromstring(atom_from(feed_of(stories, {**SETTINGS, **settings}), "feed.css"))
    ATOM.assertValid(document)
    for each in (document, *document.xpath("a:entry", namespaces=NS)):
        assert len(each.xpath("a:link[@rel='alternate']", namespaces=NS)) == 1
    return document


def items(*stories: SimpleNamespace, **settings: str) -> list[dict[str, Any]]:
    """Return the items of the parsed JSON Feed, found valid."""
    document = json.loads(json_from(feed_of(stories, {**SETTINGS, **settings})))
    jsonschema.validate(document, JSON_FEED)
    return list(document["items"])


def test_a_time_without_a_zone_is_not_published_and_updated_takes_the_papers_zone() -> None:
    found = atom(story("2031-03-07 09:00"))
    assert found.xpath("a:entry/a:published", namespaces=NS) == []
    assert found.xpath("string(a:entry/a:updated)", namespaces=NS) == "2031-03-07T03:00:00Z"
    item = items(story("2031-03-07 09:00"))[0]
    assert "date_published" not in item
    assert item["date_modified"] == "2031-03-07T03:00:00Z"


def test_a_time_with_a_zone_is_published() -> None:
    found = atom(story("2031-03-07 09:00 +01:00"))
    assert found.xpath("string(a:entry/a:published)", namespaces=NS) == "2031-03-07T08:00:00Z"
    assert items(story("2031-03-07 09:00 +01:00"))[0]["date_published"] == "2031-03-07T08:00:00Z"


@pytest.mark.parametrize(
    "unfed",
    [
        story(None),
        story("2031-03-07", index=False),
        story("2031-03-07", version_of="2031/03/07/other/"),
        story("2031-03-07", copy=True, source="https://mill.example/1"),
    ],
    ids=["undated", "not indexed", "a version", "a copy"],
)
def test_what_is_undated_or_not_indexed_or_a_version_or_a_copy_is_in_no_feed(unfed: SimpleNamespace) -> None:
    assert len(atom(story("2031-03-07"), unfed).xpath("a:entry", namespaces=NS)) == 1


def test_the_newest_thirty_are_in_the_feed() -> None:
    days = [story(f"2031-03-{day:02}") for day in range(31, 0, -1)]
    found = atom(*days).xpath("a:entry/a:updated/text()", namespaces=NS)
    assert [found[0], found[-1], len(found)] == ["2031-03-30T18:00:00Z", "2031-03-01T18:00:00Z", 30]


def test_updated_is_the_last_change_that_the_post_states() -> None:
    changed = {"modified": Stamp.parse("2031-03-08 09:00 +01:00")}
    assert (
        atom(story("2031-03-07", **changed)).xpath("//a:updated/text()", namespaces=NS) == ["2031-03-08T08:00:00Z"] * 2
    )
    corrected = (Remark.parse("2031-03-10 The mill has one wheel."),)
    assert items(story("2031-03-07", corrections=corrected))[0]["date_modified"] == "2031-03-09T18:00:00Z"
    assert items(story("2031-03-07", transcriptions=corrected))[0]["date_modified"] == "2031-03-09T18:00:00Z"


def test_a_feed_is_updated_when_any_of_its_stories_was() -> None:
    older = story("2031-03-01", modified=Stamp.parse("2031-04-01"))
    found = atom(story("2031-03-07"), older)
    assert found.xpath("string(a:updated)", namespaces=NS) == "2031-03-31T18:00:00Z"


def test_a_feed_of_nothing_still_has_what_atom_demands() -> None:
    assert atom(story(None)).xpath("string(a:updated)", namespaces=NS) == "1970-01-01T00:00:00Z"
    assert items(story(None)) == []


def test_a_story_says_its_language_where_it_states_one() -> None:
    found = atom(story("2031-03-07", lang="ar"), story("2031-03-06"))
    assert found.xpath("/a:feed/@xml:lang", namespaces=NS) == ["en"]
    assert found.xpath("a:entry/@xml:lang", namespaces=NS) == ["ar"]


def test_ids_survive_a_change_of_address() -> None:
    here, there = (story("2031-03-07"), {}), (story("2031-03-07"), {"SITEURL": "https://new.example"})
    ids = [atom(one, **settings).xpath("//a:id/text()", namespaces=NS) for one, settings in (here, there)]
    assert ids[0] == ids[1] == ["tag:paper.example,2031:", "tag:paper.example,2031:2031/03/07/mill/"]
    assert items(here[0])[0]["id"] == items(there[0], **there[1])[0]["id"] == ids[0][1]


def test_markup_in_a_headline_stays_text_and_links_are_whole() -> None:
    found = atom(story("2031-03-07"))
    content = '<p>]]> &amp; <a href="https://paper.example/repo/x/">sold</a></p>'
    assert found.xpath("string(a:entry/a:title)", namespaces=NS) == "Mill & <b>pond</b>"
    assert found.xpath("string(a:entry/a:content)", namespaces=NS) == content
    assert items(story("2031-03-07"))[0]["content_html"] == content


def test_words_that_look_like_a_link_are_left_alone() -> None:
    quoted = story("2031-03-07")
    quoted.content = '<p>He typed href="/x" and <a id="a">then src="/y"</a>.</p>'
    assert items(quoted)[0]["content_html"] == quoted.content


def test_the_entry_is_the_whole_story_with_its_dateline_corrections_notes_and_captions() -> None:
    stated = story("2031-03-07", dateline="OSTREL", notes=("Corrected <today>.",), captions=("The quay.",))
    stated.content = "<p>Sold.</p>"
    assert (
        items(stated)[0]["content_html"]
        == "<p>OSTREL</p>\n<p>Sold.</p>\n<p>Corrected &lt;today&gt;.</p>\n<p>The quay.</p>"
    )


def test_a_feed_of_summaries_has_no_text() -> None:
    found = atom(story("2031-03-07", summary="Sold at noon."), FEED_TEXT="summary")
    assert found.xpath("a:entry/a:content", namespaces=NS) == []
    assert found.xpath("string(a:entry/a:summary)", namespaces=NS) == "Sold at noon."
    assert items(story("2031-03-07"), FEED_TEXT="summary")[0]["content_text"] == "Mill & <b>pond</b>"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_string_breaks_a_feed(text: str) -> None:
    foreign = SimpleNamespace(
        title=text, slug="s", url="s/", content=text, tags=[text], authors=[text],
        date=Stamp.parse("2031-03-07").moment(UTC),
    )  # fmt: skip
    assert len(atom(foreign).xpath("a:entry", namespaces=NS)) == 1
    assert len(items(foreign)) == 1


def test_sections_topics_and_authors_have_feeds_beside_their_pages(tmp_path: Path) -> None:
    stories = [story("2031-03-07")]

    class Listing(SimpleNamespace):
        __hash__ = object.__hash__

        def __str__(self) -> str:
            return str(self.name)

    generator = SimpleNamespace(
        articles=stories,
        categories=[(Listing(name="Mills & ponds", url="section/mills/"), stories)],
        tags={Listing(name="wheels", url="topic/wheels/"): stories},
        authors=[(Listing(name="Mara Quill", url="author/mara-quill/"), stories)],
        settings=SETTINGS,
    )
    write_feeds(generator, SimpleNamespace(output_path=str(tmp_path)))
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    listings = ("feeds/all", "section/mills/feed", "topic/wheels/feed", "author/mara-quill/feed")
    assert found == {f"{each}{end}" for each in listings for end in (".atom.xml", ".json")} | {"feeds/feed.css"}
    whole = {each for each in listings if b"<content" in (tmp_path / f"{each}.atom.xml").read_bytes()}
    assert whole == {"feeds/all", "section/mills/feed"}
    section = etree.parse(tmp_path / "section/mills/feed.atom.xml")
    ATOM.assertValid(section)
    assert section.xpath("string(/a:feed/a:title)", namespaces=NS) == "Mills & ponds – A & B <Paper>"
    assert section.xpath("string(/a:feed/a:id)", namespaces=NS) == "tag:paper.example,2031:section/mills/"
    style = section.xpath("string(/processing-instruction())")
    assert (tmp_path / "section/mills" / style.split('"')[-2]).resolve() == tmp_path / "feeds/feed.css"
