# SPDX-License-Identifier: MIT
"""What is taken down is gone: not a word of it in any file of the site; what moved is found again."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from newsroom.schema import FrontMatter, PostFile, Stamp, write
from tests.site.conftest import Site, build, serve
from tests.stories import body, posts, write_paper

MOVED, TAKEN_DOWN = "2030/01/01/the-old-address/", "2030/01/02/taken-down-by-hand/"
HIDDEN_WORDS = ("Zanzibarquay", "Quillonicus", "herringless", "lanternwise", "tarpaulinesque")


def withdrawn(**facts: object) -> PostFile:
    """Return a story of words that no other story has, in all that a post can state."""
    title, summary, author, tag, text = HIDDEN_WORDS
    front = FrontMatter(title, Stamp.parse("2031-03-05"), address="2031/03/05/w/", summary=summary, **facts)  # type: ignore[arg-type]
    return PostFile(front, f"{text} {author} {tag}\n\n{body(3)}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The invented paper with a withdrawn story, one that is not indexed, and a list of moves."""
    folder = tmp_path_factory.mktemp("gone")
    content = write_paper(folder / "content", posts())
    (content / "news/withdrawn.md").write_text(write(withdrawn(status="withdrawn")), encoding="utf-8")
    quiet = FrontMatter("Quietus", Stamp.parse("2031-03-06"), address="2031/03/06/quiet/", index=False)
    (content / "news/quiet.md").write_text(write(PostFile(quiet, "Unindexable words.")), encoding="utf-8")
    moves = f"{MOVED}: 2030/12/31/bare/\n{TAKEN_DOWN}: null\n"
    (content / "moved.yaml").write_text(moves, encoding="utf-8")
    build(content, folder / "site", "publishconf.py", "https://paper.example")
    yield from serve(folder / "site", "")


def holding(site: Site, word: str) -> list[str]:
    """Return the files in which a word stands, packed ones unpacked."""
    found = []
    for path in (each for each in site.folder.rglob("*") if each.is_file()):
        data = path.read_bytes()
        data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        if word.casefold().encode() in data.lower():
            found.append(path.relative_to(site.folder).as_posix())
    return found


@pytest.mark.parametrize("word", HIDDEN_WORDS)
def test_no_word_of_a_withdrawn_story_is_in_any_file(site: Site, word: str) -> None:
    assert holding(site, word) == []


def test_a_story_that_is_not_indexed_is_in_no_search_feed_or_sitemap(site: Site) -> None:
    holders = holding(site, "Unindexable")
    assert "2031/03/06/quiet/index.html" in holders
    assert not [path for path in holders if path.startswith(("search/", "feeds/", "section/")) or path.endswith(".xml")]
    assert "2031/03/06/quiet/" not in (site.folder / "sitemap-1.xml").read_text("utf-8")
    page = (site.folder / "2031/03/06/quiet/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize("address", [TAKEN_DOWN, "2031/03/05/w/"])
def test_a_withdrawn_storys_address_says_so(site: Site, context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(site.url(address))
    expect(page.get_by_role("heading", level=1)).to_have_text("This story has been withdrawn")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"


def test_a_moved_storys_address_leads_to_it(site: Site, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(site.url(MOVED))
    expect(page).to_have_url(site.url("2030/12/31/bare/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Bare")


def test_neither_is_in_the_sitemap(site: Site) -> None:
    told = (site.folder / "sitemap-1.xml").read_text("utf-8")
    assert MOVED not in told
    assert TAKEN_DOWN not in told
    assert Path(site.folder, "2030/12/31/bare/index.html").is_file()
