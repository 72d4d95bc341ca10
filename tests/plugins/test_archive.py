# SPDX-License-Identifier: MIT
"""The whole archive in files: what they hold, that they are the same each time, and which stories are in none."""

import gzip
import hashlib
import json
import sqlite3
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import jsonschema
import pytest
from arro3.io import read_parquet
from lxml import etree

from newsroom.plugins.downloads import DownloadsGenerator
from newsroom.plugins.downloads.archive import write_archive
from newsroom.plugins.downloads.epub import xhtml_from
from newsroom.schema import FrontMatter, Remark, Stamp
from tests.hostile_strings import HOSTILE

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "story.schema.json").read_text("utf-8"))
ALL = ["jsonl", "sqlite", "parquet", "epub-sections", "epub-months"]
SETTINGS = {
    "SITENAME": "A & B",
    "SITEURL": "https://paper.example/repo",
    "DEFAULT_LANG": "en",
    "DOWNLOADS": ALL,
    "PUBLISH_SEEDS": False,
    "TAG_AUTHORITY": "paper.example,2031",
}
X = {"x": "http://www.w3.org/1999/xhtml", "d": "http://purl.org/dc/elements/1.1/"}


def story(number: int, **facts: Any) -> SimpleNamespace:
    """Return what the plugin asks of an article."""
    stated = {"date": Stamp.parse(f"2031-03-{number:02} 09:15"), "category": "Harbour", **facts}
    post = FrontMatter(**{"title": f"Ferry {number} & <goat>", **stated})
    category = SimpleNamespace(slug=str(post.category).lower(), name=post.category)
    html = f'<p id="p-00000{number}">The Größe of ferry {number}.<br>Late.</p>'
    return SimpleNamespace(post=post, url=f"2031/03/{number:02}/ferry/", content=html, category=category)


def stories() -> list[SimpleNamespace]:
    facts = {"authors": ("Mara Quill", "Odo Fenn"), "tags": ("tides",), "notes": ("N.",), "seed": "secret.txt"}
    corrections = (Remark.parse("2031-03-09 One mast."),)
    return [story(3, authors=("Mara Quill",)), story(1, **facts, corrections=corrections), story(2, category="Council")]


def made(articles: list[Any], folder: Path, **settings: Any) -> dict[str, bytes]:
    """Return the files of an archive of these articles."""
    write_archive(articles, folder, {**SETTINGS, **settings})
    files = (folder / "downloads").rglob("*")
    return {path.relative_to(folder / "downloads").as_posix(): path.read_bytes() for path in files if path.is_file()}


def test_a_line_of_json_is_a_story_by_the_schema_the_oldest_first(tmp_path: Path) -> None:
    lines = gzip.decompress(made(stories(), tmp_path)["stories.jsonl.gz"]).decode().splitlines()
    records = [json.loads(line) for line in lines]
    for record in records:
        jsonschema.validate(record, SCHEMA)
    assert [record["title"] for record in records] == [f"Ferry {number} & <goat>" for number in (1, 2, 3)]
    assert records[0]["text"] == "The Größe of ferry 1.\nLate."


def test_the_database_finds_words_and_has_a_table_for_each_kind_of_thing(tmp_path: Path) -> None:
    made(stories(), tmp_path)
    database = sqlite3.connect(tmp_path / "downloads" / "stories.sqlite")
    try:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        by = "SELECT s.date FROM stories s JOIN story_authors ON story_id = s.id JOIN authors a ON a.id = author_id"
        assert database.execute(f"{by} WHERE a.name = 'Odo Fenn'").fetchall() == [("2031-03-01T09:15",)]
        found = "SELECT rowid FROM stories_fts WHERE stories_fts MATCH 'große AND 2'"
        assert database.execute(found).fetchall() == [(2,)]
        remarks = database.execute("SELECT kind, day, text FROM remarks ORDER BY id").fetchall()
        assert remarks == [("note", None, "N."), ("correction", "2031-03-09", "One mast.")]
        assert database.execute("SELECT name FROM topics").fetchall() == [("tides",)]
    finally:
        database.close()


def test_columns_have_every_key_with_lists_as_lists(tmp_path: Path) -> None:
    made(stories(), tmp_path)
    table = read_parquet(str(tmp_path / "downloads" / "stories.parquet")).read_all()
    assert set(table.column_names) == set(SCHEMA["required"])
    assert table.column("authors").to_pylist() == [["Mara Quill", "Odo Fenn"], [], ["Mara Quill"]]
    assert table.column("corrections").to_pylist()[0] == [{"day": "2031-03-09", "text": "One mast."}]
    assert table.column("agency").to_pylist() == [None] * 3


def test_a_book_is_a_package_of_its_sections_or_months_stories_with_the_id_of_its_place(tmp_path: Path) -> None:
    found = made(stories(), tmp_path)
    books = {name for name in found if name.endswith(".epub")}
    assert books == {"section/harbour.epub", "section/council.epub", "month/2031-03.epub"}
    with ZipFile(tmp_path / "downloads/section/harbour.epub") as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, book.read("mimetype")) == (
            "mimetype", ZIP_STORED, b"application/epub+zip",
        )  # fmt: skip
        package = etree.fromstring(book.read("book/book.opf"))
        listed = {each.get("href") for each in package.iter("{*}item")}
        assert {f"book/{name}" for name in listed} == set(book.namelist()) - {
            *("mimetype", "META-INF/container.xml", "book/book.opf"),
        }
        assert package.xpath("string(//d:identifier)", namespaces=X) == "tag:paper.example,2031:section/harbour"
        assert package.xpath("string(//*[@property='dcterms:modified'])") == "2031-03-03T09:15:00Z"
        contents = etree.fromstring(book.read("book/nav.xhtml"))
        titles = contents.xpath("//x:nav//x:a/text()", namespaces=X)
        assert titles == ["Ferry 1 & <goat>", "Ferry 3 & <goat>"]
        chapter = etree.fromstring(book.read("book/1.xhtml"))
        assert "2031-03-09: One mast." in chapter.xpath("//x:p/text()", namespaces=X)


def test_the_same_stories_make_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    assert made(stories(), tmp_path / "one") == made(stories()[::-1], tmp_path / "other")


def test_the_digests_are_those_of_the_files(tmp_path: Path) -> None:
    found = made(stories(), tmp_path)
    sums = dict(line.split("  ")[::-1] for line in found.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}


@pytest.mark.parametrize(
    "facts",
    [
        {"index": False},
        {"copy": True, "source": "https://lamp.example/1"},
        {"version_of": "2031/03/07/other/"},
        {"status": "draft"},
    ],
    ids=str,
)
def test_what_may_not_be_indexed_is_in_no_file(tmp_path: Path, facts: dict[str, Any]) -> None:
    hidden = story(4, title="Hidden", **facts)
    assert made([*stories(), hidden], tmp_path / "with") == made(stories(), tmp_path / "without")


def test_nothing_of_seeds_is_told_unless_they_are_published(tmp_path: Path) -> None:
    found = {**made(stories(), tmp_path)}
    lines = gzip.decompress(found.pop("stories.jsonl.gz"))
    assert b"secret.txt" not in lines
    assert b"secret.txt" not in found["stories.sqlite"]
    shown = made(stories(), tmp_path / "shown", PUBLISH_SEEDS=True)
    assert b"secret.txt" in gzip.decompress(shown["stories.jsonl.gz"])


@pytest.mark.parametrize(("settings", "files"), [({}, True), ({"DOWNLOADS": []}, False), ({"INDEX": False}, False)])
def test_an_archive_is_made_where_it_is_asked_for_and_the_site_is_indexed(
    tmp_path: Path, settings: dict[str, Any], files: bool
) -> None:
    generator = DownloadsGenerator.__new__(DownloadsGenerator)
    generator.settings = {**SETTINGS, **settings}
    generator.context, generator.output_path = {"articles": []}, str(tmp_path)
    generator.get_template = lambda name: name
    pages: list[str] = []
    generator.generate_output(SimpleNamespace(write_file=lambda name, *_, **__: pages.append(name)))
    assert (tmp_path / "downloads").exists() is files
    assert pages == (["downloads/index.html"] if files else [])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_in_a_book(tmp_path: Path, text: str) -> None:
    tidy = " ".join(text.split())
    if not tidy.isprintable():
        tidy = "".join(letter for letter in tidy if letter.isprintable()).strip()
    write_archive([story(1, title=tidy[:400] or "-", summary=tidy or "-")], tmp_path, SETTINGS)
    with ZipFile(tmp_path / "downloads/month/2031-03.epub") as book:
        chapter = etree.fromstring(book.read("book/1.xhtml"))
        assert {etree.QName(each).localname for each in chapter.iter()} == {
            *("html", "head", "title", "link", "body", "section", "h1", "p", "br", "a"),
        }


def test_links_of_a_book_lead_to_the_site_to_places_that_are_there_or_nowhere() -> None:
    links = '<a href="/repo/a b/">x</a><a href="#p-1">y</a><a href="#p-2">z</a>'
    html = f'<p id="p-1">{links}<img src="/a.png" alt="A quay"></p>'
    assert xhtml_from(html, "https://paper.example/repo") == (
        '<p id="p-1"><a href="https://paper.example/repo/a%20b/">x</a><a href="#p-1">y</a><a>z</a>A quay</p>'
    )
    assert xhtml_from('<a href="/repo/">x</a>', "") == "<a>x</a>"
