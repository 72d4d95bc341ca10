# SPDX-License-Identifier: MIT
"""Stories as data: what each form says, and which stories are in none."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from newsroom.plugins.downloads.forms import name_forms, write_forms
from newsroom.plugins.downloads.record import record_of, words_of
from newsroom.schema import FrontMatter, PostFile, Remark, Stamp, read, write
from tests.hostile_strings import HOSTILE

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "story.schema.json").read_text("utf-8"))
SETTINGS = {"SITEURL": "https://paper.example/repo", "DEFAULT_LANG": "en", "PUBLISH_SEEDS": True}
TEXT = "The ferry was *late*.\n\nNobody on the quay was surprised."
HTML = '<p id="p-000001">The ferry was <em>late</em>.</p>\n<p id="p-000002">Nobody on the quay was surprised.</p>'
ORIGIN = {"seed": "a.txt", "sha256": "0" * 64, "converter": "1", "duplicates": ("b.txt",)}
UNGIVEN = [
    {"index": False},
    {"copy": True, "source": "https://lamp.example/1"},
    {"version_of": "2031/03/07/other/"},
    {"status": "draft"},
]


def story(folder: Path, **facts: Any) -> SimpleNamespace:
    """Return what the plugin asks of an article, its post written into `folder`."""
    post = FrontMatter(**{"title": "Ferry & goat", "date": Stamp.parse("2031-03-07 09:15 +01:00"), **facts})
    source = folder / "ferry.md"
    source.write_text(write(PostFile(post, TEXT)), encoding="utf-8")
    return SimpleNamespace(post=post, url="2031/03/07/ferry/", content=HTML, source_path=str(source))


def formed(article: Any, folder: Path, **settings: Any) -> dict[str, str]:
    """Return what is written beside the page of an article."""
    name_forms([article], ["md", "json"])
    write_forms(article, folder / "out", {**SETTINGS, **settings})
    return {path.name: path.read_text("utf-8") for path in (folder / "out").glob("*")}


def test_the_post_beside_a_page_is_one_that_another_paper_can_take(tmp_path: Path) -> None:
    article = story(tmp_path, category="Harbour", **ORIGIN)
    found = read(formed(article, tmp_path)["index.md"])
    assert found.text == TEXT
    assert found.front == FrontMatter(
        "Ferry & goat", article.post.date, address="2031/03/07/ferry/", category="Harbour", **ORIGIN
    )


def test_how_a_post_was_made_is_told_only_where_seeds_are_published(tmp_path: Path) -> None:
    said = formed(story(tmp_path, **ORIGIN), tmp_path, PUBLISH_SEEDS=False)
    assert not any(name in each for each in said.values() for name in ("a.txt", "b.txt", "0" * 64))


def test_a_storys_data_keep_to_the_schema_with_every_key_and_with_none(tmp_path: Path) -> None:
    remarks = {"corrections": (Remark.parse("2031-03-08 One mast."),), "transcriptions": ()}
    full = {"authors": ("Mara Quill",), "tags": ("tides",), "summary": "S.", "lang": "de", **remarks, **ORIGIN}
    for facts in ({"date": None}, full):
        data = json.loads(formed(story(tmp_path, **facts), tmp_path)["index.json"])
        jsonschema.validate(data, SCHEMA)
    assert data["date"] == "2031-03-07T09:15+01:00"
    assert data["text"] == "The ferry was late.\n\nNobody on the quay was surprised."
    assert (data["html"], data["language"], data["corrections"]) == (
        HTML,
        "de",
        [{"day": "2031-03-08", "text": "One mast."}],
    )
    assert (data["url"], data["seed"]) == ("https://paper.example/repo/2031/03/07/ferry/", "a.txt")


def test_the_schema_says_what_every_key_is(tmp_path: Path) -> None:
    assert SCHEMA["properties"].keys() - {"html"} == record_of(story(tmp_path), SETTINGS).keys()
    assert all(each.get("description") for each in SCHEMA["properties"].values())


@pytest.mark.parametrize("facts", UNGIVEN, ids=str)
def test_a_story_whose_page_is_not_indexed_has_no_other_form(tmp_path: Path, facts: dict[str, Any]) -> None:
    assert formed(story(tmp_path, **facts), tmp_path) == {}


def test_a_story_has_the_forms_that_are_asked_for(tmp_path: Path) -> None:
    article = story(tmp_path)
    name_forms([article], ["json"])
    assert article.forms == (("application/json", "index.json"),)
    name_forms([article], ["json", "md"])
    assert [name for _, name in article.forms] == ["index.md", "index.json"]


def test_a_story_that_is_no_markdown_has_no_markdown(tmp_path: Path) -> None:
    article = story(tmp_path)
    article.source_path = "ferry.rst"
    assert formed(article, tmp_path).keys() == {"index.json"}


def test_words_are_parted_as_their_blocks_are() -> None:
    table = "<table><tr><th>Tide</th><th>Hour</th></tr><tr><td>High</td><td>9</td></tr></table>"
    html = f"<h2>Tides</h2><ul><li>one<br>more</li><li>two &lt;b&gt;</li></ul><blockquote><p>Q</p></blockquote>{table}"
    assert words_of(html) == "Tides\n\none\nmore\n\ntwo <b>\n\nQ\n\nTide\tHour\n\nHigh\t9"


@pytest.mark.parametrize("text", [" ".join(each.split()) for each in HOSTILE if each.isprintable()])
def test_a_hostile_title_is_the_same_title_in_every_form(tmp_path: Path, text: str) -> None:
    said = formed(story(tmp_path, title=text), tmp_path)
    assert json.loads(said["index.json"])["title"] == text
    assert read(said["index.md"]).front.title == text
