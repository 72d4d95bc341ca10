# SPDX-License-Identifier: MIT
"""The search index: which stories are in which bundle, what is told of each, what is made again."""

import json
import logging
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html

from newsroom.plugins import search
from newsroom.plugins.search import SearchError, SearchGenerator, bundles_of, index_into, pages_of
from newsroom.schema import FrontMatter, Stamp
from tests.hostile_strings import HOSTILE


def story(number: int, **facts: Any) -> SimpleNamespace:
    """Return what the index asks of an article: one of each day of March."""
    facts = {"date": Stamp.parse(f"2031-03-{number:02}"), **facts}
    return SimpleNamespace(
        post=FrontMatter(f"Story {number}", **facts), url=f"s/{number}/", content=f"<p>Tide {number}.</p>"
    )


def names(bundles: dict[str, list[Any]]) -> dict[str, list[str]]:
    """Return the titles in each bundle."""
    return {name: [article.post.title for article in articles] for name, articles in bundles.items()}


def test_bundles_are_dealt_from_the_oldest_so_that_a_new_story_changes_the_newest_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "BUNDLE", 2)
    before = names(bundles_of([story(day) for day in (5, 4, 3, 2, 1)], "en"))
    after = names(bundles_of([story(day) for day in (6, 5, 4, 3, 2, 1)], "en"))
    assert before == {"en-3": ["Story 5"], "en-2": ["Story 3", "Story 4"], "en-1": ["Story 1", "Story 2"]}
    assert list(before) == list(after) == ["en-3", "en-2", "en-1"]
    assert {name for name in after if after[name] != before[name]} == {"en-3"}


def test_a_language_has_bundles_of_its_own_and_the_papers_comes_first() -> None:
    found = bundles_of([story(1, lang="ar"), story(2), story(3, lang="pt-BR"), story(4, lang="en-GB")], "en")
    assert names(found) == {"en-1": ["Story 2", "Story 4"], "ar-1": ["Story 1"], "pt-1": ["Story 3"]}


def test_what_is_not_indexed_and_other_versions_are_in_no_bundle() -> None:
    assert names(bundles_of([story(1, index=False), story(2, version_of="2031/03/03/b/"), story(3)], "en")) == {
        "en-1": ["Story 3"]
    }


def marks(article: SimpleNamespace) -> list[tuple[str, str]]:
    """Return what Pagefind is told beside the words: (attribute and key, value)."""
    page = html.document_fromstring(pages_of("en-1", [article]).pages[article.url])
    return [
        (f"{name.removeprefix('data-pagefind-')} {value.removesuffix('[content]')}", mark.get("content", ""))
        for mark in page.iter("meta")
        for name, value in mark.attrib.items()
        if name != "content"
    ]


def test_a_story_is_filtered_by_section_year_and_topic_and_sorted_by_date() -> None:
    assert marks(story(7, category="Harbour", tags=("tides", "goats"), date=Stamp.parse("2031-03-07 09:15"))) == [
        ("meta date", "2031-03-07 09:15"),
        ("meta section", "Harbour"),
        ("filter section", "Harbour"),
        ("filter topic", "tides"),
        ("filter topic", "goats"),
        ("filter year", "2031"),
        ("sort date", "2031-03-07 09:15"),
    ]
    assert marks(story(7, date=None)) == [("sort date", "0")]


@pytest.mark.parametrize("text", [" ".join(each.split()) for each in HOSTILE if each.isprintable()])
def test_no_string_becomes_an_element_of_the_small_page(text: str) -> None:
    page = pages_of("en-1", [story(1, category=text, tags=(text,), summary=text)]).pages["s/1/"]
    tree = html.document_fromstring(page)
    assert {each.tag for each in tree.iter()} == {"html", "head", "body", "h1", "meta", "p"} - (
        set() if tree.find("head") is not None else {"head"}
    )
    assert text in {" ".join(each.text_content().split()) for each in tree.iter("p")}


def test_the_index_is_made_once_and_taken_from_the_cache_until_a_story_changes(tmp_path: Path) -> None:
    cache, site = tmp_path / "cache", tmp_path / "site"
    index_into([pages_of("en-1", [story(1), story(2)])], site, cache)
    entry = site / "search/en-1/pagefind-entry.json"
    assert json.loads(entry.read_text("utf-8"))["languages"]["en"]["page_count"] == 2
    (kept,) = cache.iterdir()
    (kept / "taken").touch()
    index_into([pages_of("en-1", [story(1), story(2)])], tmp_path / "again", cache)
    assert (tmp_path / "again/search/en-1/taken").exists()
    index_into([pages_of("en-1", [story(1), story(3)])], tmp_path / "changed", cache)
    assert not (tmp_path / "changed/search/en-1/taken").exists()
    assert kept not in cache.iterdir()


def test_pagefinds_own_interfaces_are_not_published(tmp_path: Path) -> None:
    index_into([pages_of("en-1", [story(1)])], tmp_path / "site", tmp_path / "cache")
    assert {path.name.split(".")[0] for path in (tmp_path / "site/search/en-1").iterdir()} <= {
        "pagefind", "pagefind-worker", "pagefind-entry", "wasm", "fragment", "index", "filter",
    }  # fmt: skip


def generator(**settings: Any) -> SearchGenerator:
    """Return a generator with one story, Pelican's machinery aside."""
    made = SearchGenerator.__new__(SearchGenerator)
    made.settings = {"DEFAULT_LANG": "en", **settings}
    made.context = {"articles": [story(1)]}
    return made


def test_a_missing_pagefind_is_one_line_and_no_search_but_an_error_in_a_strict_build(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def absent(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(search, "version", absent)
    lenient = generator()
    with caplog.at_level(logging.WARNING):
        lenient.generate_context()
    assert lenient.context["search_bundles"] == ()
    assert [record.getMessage() for record in caplog.records] == [
        "search: pagefind is not installed, and the site has no search; pip install 'pagefind[bin]'"
    ]
    with pytest.raises(SearchError, match="pagefind is not installed"):
        generator(STRICT=True).generate_context()


def test_search_can_be_switched_off() -> None:
    off = generator(SEARCH=False)
    off.generate_context()
    assert off.context["search_bundles"] == ()


def test_a_failing_pagefind_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    failed = SimpleNamespace(returncode=2, stderr=b"no room")
    monkeypatch.setattr(search.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(SearchError, match="Pagefind stopped with 2: no room"):
        index_into([pages_of("en-1", [story(1)])], tmp_path / "site", tmp_path / "cache")
    assert not (tmp_path / "site/search/en-1").exists()


def test_serving_makes_no_index_and_takes_the_one_that_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SERVING", "1")
    index_into([pages_of("en-1", [story(1)])], tmp_path / "site", tmp_path / "cache")
    assert not (tmp_path / "site/search/en-1").exists()
    monkeypatch.delenv("SERVING")
    index_into([pages_of("en-1", [story(1)])], tmp_path / "site", tmp_path / "cache")
    monkeypatch.setenv("SERVING", "1")
    index_into([pages_of("en-1", [story(1)])], tmp_path / "served", tmp_path / "cache")
    assert (tmp_path / "served/search/en-1/pagefind-entry.json").is_file()
