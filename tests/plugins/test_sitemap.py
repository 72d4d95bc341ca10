# SPDX-License-Identifier: MIT
"""The sitemap and robots.txt: what engines are told of, and what they are not."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from newsroom.plugins.sitemap import AI_AGENTS, PART, SitemapGenerator, addresses_of, robots_from, sitemap_files
from newsroom.schema import FrontMatter, Remark, Stamp

XSD = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "schemas" / "sitemap.xsd"))
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SITE = "https://paper.example/repo"


def content(url: str, **facts: Any) -> SimpleNamespace:
    """Return what the sitemap asks of an article or a page."""
    return SimpleNamespace(url=url, post=FrontMatter("T", **facts))


def locations(document: bytes) -> list[str]:
    """Return the addresses of a sitemap or its index, found valid."""
    tree = etree.fromstring(document)
    XSD.assertValid(tree)
    return [str(each) for each in tree.xpath("//s:loc/text()", namespaces=NS)]


def test_parts_hold_at_most_fifty_thousand_and_the_index_names_them_all() -> None:
    files = sitemap_files([(f"{number}/", None) for number in range(PART + 1)], SITE)
    assert locations(files["sitemap.xml"]) == [f"{SITE}/sitemap-1.xml", f"{SITE}/sitemap-2.xml"]
    assert len(locations(files["sitemap-1.xml"])) == PART
    assert locations(files["sitemap-2.xml"]) == [f"{SITE}/{PART}/"]


def test_the_last_change_is_the_latest_day_that_the_post_states() -> None:
    found = dict(
        addresses_of(
            [
                content("dated/", date=Stamp.parse("2031-03-07 23:00 -09:00")),
                content("changed/", date=Stamp.parse("2031-03-07"), modified=Stamp.parse("2031-03-09")),
                content("corrected/", date=Stamp.parse("2031-03-07"), corrections=(Remark.parse("2031-04-01 One."),)),
            ],
            [content("about/")],
        )
    )
    assert found == {
        "": None,
        "dated/": "2031-03-07",
        "changed/": "2031-03-09",
        "corrected/": "2031-04-01",
        "about/": None,
    }


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
def test_what_engines_are_not_to_have_is_not_in_it(facts: dict[str, Any]) -> None:
    assert list(addresses_of([content("story/", **facts)], [])) == [("", None)]


def test_an_address_that_xml_would_misread_is_escaped() -> None:
    assert locations(sitemap_files([("a&b<c/", "2031-03-07")], SITE)["sitemap-1.xml"]) == [f"{SITE}/a&b<c/"]


def robots(**settings: Any) -> RobotFileParser:
    """Return robots.txt as Python's own reader understands it."""
    parser = RobotFileParser()
    parser.parse(robots_from({"SITEURL": SITE, **settings}).splitlines())
    return parser


def test_engines_are_let_in_and_told_of_the_sitemap() -> None:
    assert robots().can_fetch("AnyBot", f"{SITE}/2031/")
    assert robots().site_maps() == [f"{SITE}/sitemap.xml"]


def test_a_site_that_is_not_indexed_lets_engines_in_to_read_so_and_names_no_sitemap() -> None:
    assert robots(INDEX=False).can_fetch("AnyBot", f"{SITE}/2031/")
    assert robots(INDEX=False).site_maps() is None


def test_crawlers_for_language_models_can_be_asked_to_stay_away() -> None:
    assert all(robots().can_fetch(agent, f"{SITE}/") for agent in AI_AGENTS)
    closed = robots(AI_CRAWLERS=False)
    assert not any(closed.can_fetch(agent, f"{SITE}/") for agent in AI_AGENTS)
    assert closed.can_fetch("Googlebot", f"{SITE}/")


@pytest.mark.parametrize(("index", "site", "names"), [(True, SITE, 3), (False, SITE, 1), (True, "", 1)])
def test_a_sitemap_is_written_where_there_is_someone_to_tell_and_an_address(
    tmp_path: Path, index: bool, site: str, names: int
) -> None:
    generator = SitemapGenerator.__new__(SitemapGenerator)
    generator.settings = {"INDEX": index, "SITEURL": site}
    generator.context = {"articles": [content("a/")], "pages": []}
    generator.output_path = str(tmp_path)
    generator.generate_output(None)
    assert len(list(tmp_path.iterdir())) == names
