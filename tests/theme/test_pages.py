# SPDX-License-Identifier: MIT
"""Pages of small real sites: the front by the number of stories, and what stands in every head."""

import gzip
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from newsroom.schema import FrontMatter, PostFile, Stamp
from tests.stories import posts, write_paper

PROJECT = Path(__file__).parents[2]
FIRST = "The ferry was late on Monday, and nobody was surprised."
Site = Callable[[int], Path]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a function that builds a site of so many bare stories, each once."""

    def built(count: int) -> Path:
        return _build(tmp_path_factory.mktemp("site"), {f"news/{n}.md": _bare(n) for n in range(count)})

    return cache(built)


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site with every fact that a post can state, and every fact missing."""
    return _build(tmp_path_factory.mktemp("site"), posts())


def _bare(number: int) -> PostFile:
    front = FrontMatter(f"Ferry {number}", date=Stamp.parse(f"2031-{3 + number // 28:02}-{number % 28 + 1:02}"))
    return PostFile(front, f"{FIRST}\n\nThat was crossing {number}.")


def _build(folder: Path, found: dict[str, PostFile]) -> Path:
    command = [sys.executable, "-m", "pelican", str(write_paper(folder / "content", found)), "-o", str(folder / "out")]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    return folder / "out"


def _page(site: Path, address: str) -> html.HtmlElement:
    return html.fromstring((site / address / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("count", "layout"), [(0, None), (1, "alone"), (2, "few"), (3, "few"), (5, "few"), (6, "many"), (12, "many")]
)
def test_the_front_is_composed_by_the_number_of_stories(site: Site, count: int, layout: str | None) -> None:
    front = _page(site(count), "")
    assert [element.get("class") for element in front.find_class("front")] == (
        [f"front front--{layout}"] if layout else []
    )


@pytest.mark.parametrize("count", [1, 2, 3, 5, 6, 12])
def test_the_front_shows_each_story_once(site: Site, count: int) -> None:
    main = _page(site(count), "").get_element_by_id("main")
    headlines = [heading.text_content() for heading in main.xpath(".//article//*[self::h2 or self::h3]")]
    assert sorted(headlines) == sorted(f"Ferry {number}" for number in range(count))


def test_a_story_that_is_in_no_band_is_named_below_them(invented: Path) -> None:
    front, main = _page(invented, ""), "//main//article//*[self::h2 or self::h3]/a/@href"
    listed = {path.parent.relative_to(invented).as_posix() for path in invented.glob("[0-9]*/*/*/*/index.html")}
    listed |= {path.parent.relative_to(invented).as_posix() for path in invented.glob("undated/*/index.html")}
    assert sorted(address.strip("/") for address in front.xpath(main)) == sorted(listed)


def test_a_front_that_cannot_name_all_stories_leads_to_all(site: Site) -> None:
    assert [one.text_content() for one in _page(site(60), "").find_class("days__all")] == ["All 60 stories"]
    assert not _page(site(12), "").find_class("days__all")


def test_the_archive_and_a_year_of_few_stories_name_each_and_of_many_their_days(site: Site) -> None:
    for address in ("archive", "2031"):
        assert len(_page(site(12), address).find_class("entry")) == 12
        assert not _page(site(60), address).find_class("entry")


def test_a_paper_without_a_story_says_so(site: Site) -> None:
    assert "There is no story in this edition yet." in _page(site(0), "").get_element_by_id("main").text_content()


def test_a_summary_taken_from_the_first_sentence_never_stands_above_it(site: Site) -> None:
    for address in ("", "2031/03/01/ferry-0/"):
        assert _page(site(1), address).get_element_by_id("main").text_content().count(FIRST) == 1


def test_a_stated_summary_is_the_standfirst_and_no_other(invented: Path) -> None:
    expected = {"harbour-story-number-1*": [], "council-story-number-2*": ["What the tide did, and who was there."]}
    for name, words in expected.items():
        story = next(invented.glob(f"2031/*/*/{name}/")).relative_to(invented)
        assert [one.text_content() for one in _page(invented, str(story)).find_class("story__standfirst")] == words


def test_the_policy_is_the_first_thing_after_the_charset_and_only_the_search_has_a_script(invented: Path) -> None:
    for path in invented.rglob("*.html"):
        page = html.fromstring(path.read_text(encoding="utf-8"))
        charset, policy, referrer = page.head[:3]
        assert charset.get("charset") == "utf-8"
        assert policy.get("http-equiv") == "Content-Security-Policy"
        assert policy.get("content", "").startswith("default-src 'none'; ")
        assert (referrer.get("name"), referrer.get("content")) == ("referrer", "no-referrer")
        assert not page.xpath("//style | //@style")
        scripts = page.xpath("//script[not(@type = 'application/ld+json')]")
        on_search = path.relative_to(invented).as_posix() == "search/index.html"
        assert [each.get("src") for each in scripts] == (["/theme/search.js"] if on_search else [])


def test_drafts_the_missing_page_the_search_and_text_lists_are_not_for_engines(invented: Path) -> None:
    noindex = {
        path.relative_to(invented).parts[0]
        for path in invented.rglob("*.html")
        if html.fromstring(path.read_text(encoding="utf-8")).xpath("//meta[@name='robots']/@content") == ["noindex"]
    }
    assert noindex == {"drafts", "404.html", "search", "text"}


def test_every_page_has_one_heading_of_the_first_order(invented: Path) -> None:
    for path in invented.rglob("*.html"):
        assert len(html.fromstring(path.read_text(encoding="utf-8")).xpath("//h1")) == 1, path


def test_an_undated_story_without_section_and_author_leaves_no_trace_of_them(invented: Path) -> None:
    story = _page(invented, "undated/a-story-without-a-day/")
    main = story.get_element_by_id("main")
    assert not main.xpath(".//time")
    assert not [name for name in ("byline", "kicker", "topics", "columns__rail") if main.find_class(name)]


def test_a_story_and_its_style_weigh_10_kb_at_most_and_a_front_12_kb(invented: Path) -> None:
    style = _weight(next(invented.glob("theme/style.*.css")))
    stories = max(_weight(path) for path in invented.glob("2031/*/*/*/index.html"))
    assert style + stories <= 10 * 1024
    assert style + _weight(invented / "index.html") <= 12 * 1024


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_a_template_with_entries_has_the_style_of_entries() -> None:
    for template in (PROJECT / "theme/templates").glob("*.html"):
        source = template.read_text("utf-8")
        if 'class="entry' in source:
            assert '{% extends "list.html" %}' in source, template.name
