# SPDX-License-Identifier: MIT
"""ADDRESSES = "source": a story whose record brings its page's address stands at the path that the page had."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from newsroom import schema
from newsroom.desk import Room, convert_all

WORDS = ["pier", "mill", "ferry", "lamp", "rope", "herring", "council", "tide", "winter", "band", "boots", "larch"]


def story(number: int) -> str:
    told = [
        f"The {WORDS[number % 12]} of {number} was shown to the {WORDS[(number * 5 + n) % 12]} keeper for {n} hours,"
        f" and nobody in the {WORDS[(number + n) % 12]} house asked for more of it than {n * number}."
        for n in range(2, 10)
    ]
    return "\n\n".join([f"The {WORDS[number % 12]} opens to all", "Published: 3 March 2030", *told]) + "\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("content/pages").mkdir(parents=True)


def feed(*addresses: str | None) -> None:
    rows = [
        {"id": f"r{number}", "text": story(number)} | ({"url": url} if url else {})
        for number, url in enumerate(addresses, 1)
    ]
    Path("seeds/dump.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def addresses(mode: str = "source") -> list[str | None]:
    """The addresses of the posts after a run, in the order of their records."""
    convert_all(Room(Path("seeds"), Path("content"), addresses=mode, processes=1), Console(quiet=True))
    posts = [schema.read(path.read_text("utf-8")).front for path in Path("content/news").rglob("*.md")]
    return [post.address for post in sorted(posts, key=lambda post: post.seed or "")]


def test_a_story_keeps_its_pages_path_where_the_record_brings_it() -> None:
    feed("https://ember.example/world/Mill-12.html", None, "http://ember.example/2030/03/03/ferry/index.php")
    assert addresses() == ["world/Mill-12.html/", "2030/03/03/the-ferry-opens-to-all/", "2030/03/03/ferry/"]


def test_without_the_setting_no_path_is_kept() -> None:
    feed("https://ember.example/world/mill-12.html")
    assert addresses("dated") == ["2030/03/03/the-mill-opens-to-all/"]


def test_an_address_that_stands_is_not_moved_by_the_setting() -> None:
    feed("https://ember.example/world/mill-12.html")
    assert addresses("dated") == addresses("source")


def test_the_first_of_two_with_one_path_has_it_capitals_or_not() -> None:
    feed("https://ember.example/a/story", "https://ember.example/A/Story", "https://ember.example/a/story/")
    assert addresses() == ["a/story/", "2030/03/03/the-ferry-opens-to-all/", "2030/03/03/the-lamp-opens-to-all/"]


def test_two_headlines_on_one_day_need_letters_in_their_files_alone() -> None:
    feed(*(f"https://ember.example/{number}/mill" for number in range(1, 14)))  # the 13th has the first one's headline
    assert addresses()[0] == "1/mill/"
    assert sorted(addresses(), key=str)[-1] == "9/mill/"
    assert len(list(Path("content/news/2030/03").glob("the-mill-opens-to-all*.md"))) == 2


def test_a_page_written_by_hand_keeps_its_place() -> None:
    Path("content/pages/about.md").write_text("---\ntitle: About us\naddress: about-us/\n---\n\nWe.\n", "utf-8")
    Path("content/pages/torn.md").write_text("---\ntitle\n---\n", "utf-8")
    feed("https://ember.example/about-us")
    assert addresses() == ["2030/03/03/the-mill-opens-to-all/"]


def test_a_second_run_changes_nothing() -> None:
    feed("https://ember.example/world/mill-12.html", "https://ember.example/world/ferry-13.html")
    addresses()
    before = {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}
    assert addresses() == ["world/mill-12.html/", "world/ferry-13.html/"]
    assert {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://ember.example/2030/mill", "2030/mill/"),
        ("https://ember.example/a-b_c.d~e/9", "a-b_c.d~e/9/"),
        ("https://ember.example//a//b/", "a/b/"),
        ("https://ember.example/mill/default.aspx#top", "mill/"),
        ("https://ember.example/story.php?id=7", None),
        ("https://ember.example/", None),
        ("https://ember.example/index.html", None),
        ("https://ember.example/2030/03/03/", None),
        ("https://ember.example/2030/13/41/mill/", None),
        ("https://ember.example/2030/", None),
        ("https://ember.example/section/mill/", None),
        ("https://ember.example/Search/mill/", None),
        ("https://ember.example/robots.txt", None),
        ("https://ember.example/a/../../b", None),
        ("https://ember.example/a/%2e%2e/b", None),
        ("https://ember.example/.well-known/x", None),
        ("https://ember.example/a/index.json/b", None),
        ("https://ember.example/a/CON.html", None),
        ("https://ember.example/a./b", None),
        ("https://ember.example/caf%C3%A9", None),
        ("https://ember.example/" + "a" * 240, None),
        ("https://ember.example/" + "a/" * 13, None),
        ("https://[/x", None),
    ],
)
def test_a_path_is_kept_only_where_the_site_leaves_it_free(url: str, address: str | None) -> None:
    assert schema.kept_from(url) == address


@pytest.mark.parametrize("address", ["a" * 5000 + "!/", "a-" * 3000 + "/", "a." * 3000 + "/"])
def test_a_long_path_is_told_at_once(address: str) -> None:
    assert schema.kept_from(f"https://ember.example/{address}") is None
