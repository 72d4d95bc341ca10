# SPDX-License-Identifier: MIT
"""A paper on several sites, built for real: every address on one of them, every link at its own."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from dev import links
from newsroom.parts import home_of, parts_from
from newsroom.plugins.search import elsewhere
from tests.stories import posts, write_paper

PROJECT = Path(__file__).parents[2]
PARTS = {"2030": "https://old.example/lamp", "2031-": "https://lamp.example"}


def _publish(folder: Path, content: Path, part: str) -> subprocess.CompletedProcess[str]:
    conf = folder / "conf.py"
    lines = (
        f"import sys; sys.path[:0] = [{str(PROJECT)!r}]",
        "from publishconf import *",
        f"PATH, OUTPUT_PATH = {str(content)!r}, {str(folder / part.rstrip('-') / 'site')!r}",
        f"THEME, SEED_PATH = {str(PROJECT / 'theme')!r}, {str(PROJECT / 'seeds')!r}",
        f"PARTS, PART, SITEURL = {PARTS!r}, {part!r}, {PARTS.get(part, 'https://no.example')!r}",
    )
    conf.write_text("\n".join(lines) + "\n")
    program = f"from newsroom import press; press.publish({str(conf)!r})"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1956528000"}
    return subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both parts of a paper, by where they are published."""
    folder = tmp_path_factory.mktemp("parts")
    content = write_paper(folder / "content", posts())
    for years in PARTS:
        done = _publish(folder, content, years)
        assert done.returncode == 0, done.stdout + done.stderr
    return {site: folder / years.rstrip("-") / "site" for years, site in PARTS.items()}


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_every_page_of_a_story_stands_on_one_site(sites: dict[str, Path]) -> None:
    old, new = (_pages(sites[site]) for site in PARTS.values())
    assert old & new == {"404.html", "index.html"}
    assert {name for name in old if "/" in name and not name.removeprefix("text/").startswith("2030/")} == set()
    assert any(name.startswith("2030/") and name.count("/") == 4 for name in old)
    assert not any(name.startswith("2030/") for name in new)
    assert any(name.startswith("2031/") for name in new)


def test_links_between_the_parts_lead_to_pages_that_are_there(sites: dict[str, Path]) -> None:
    across = set()
    for site, folder in sites.items():
        assert links.broken(folder, site) == []
        (other,) = set(sites) - {site}
        for path in folder.rglob("*.html"):
            for link in links.links_in(path):
                if link.startswith(f"{other}/"):
                    name = link.removeprefix(f"{other}/").partition("#")[0]
                    file = sites[other] / name
                    assert (file / "index.html" if name.endswith("/") or not name else file).is_file(), (path, link)
                    across.add((site, link))
    assert {site for site, _ in across} == set(sites)
    missing = (sites["https://old.example/lamp"] / "404.html").read_text("utf-8")
    assert 'action="https://lamp.example/search/"' in missing
    assert "form-action https://lamp.example" in missing
    assert ("https://lamp.example", "https://old.example/lamp/2030/") in across


def test_crawlers_are_told_of_the_pages_of_the_part_alone(sites: dict[str, Path]) -> None:
    for site, folder in sites.items():
        told = etree.parse(str(folder / "sitemap-1.xml")).findall("{*}url/{*}loc")
        assert told
        for address in told:
            name = (address.text or "").removeprefix(f"{site}/")
            assert (folder / name / "index.html").is_file(), address.text


def test_the_search_of_the_paper_knows_where_the_stories_of_other_parts_stand() -> None:
    story = SimpleNamespace(url="2030/05/06/mill/", date=datetime(2030, 5, 6))
    assert elsewhere(story, {"PARTS": PARTS, "PART": "2031-"}) == "https://old.example/lamp/2030/05/06/mill/"
    assert elsewhere(story, {"PARTS": PARTS, "PART": "2030"}) == ""
    assert elsewhere(story, {"PARTS": PARTS, "PART": ""}) == ""


def test_a_part_that_is_not_stated_stops(tmp_path: Path) -> None:
    done = _publish(tmp_path, write_paper(tmp_path / "content", posts()), "1999")
    assert done.returncode != 0
    assert "PART: '1999' is none of PARTS: 2030, 2031-" in done.stderr


@pytest.mark.parametrize(
    ("address", "years"),
    [
        ("2030/05/06/mill/", "2030"),
        ("text/2030/05/", "2030"),
        ("1999/", "2030"),
        ("2044/", "2031-"),
        ("section/harbour/", "2031-"),
        ("undated/mill/", "2031-"),
        ("news/mill-closes/", "2030"),
    ],
)
def test_an_address_stands_at_the_part_of_its_year(address: str, years: str) -> None:
    assert home_of(address, parts_from(PARTS), {"news/mill-closes/": 2030}).years == years
