# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from dev.links import broken, built_for


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = {
        "index.html": "<a href='/2031/ferry/#p-1'>ferry</a><img src='/theme/boat.svg'>",
        "2031/ferry/index.html": "<p id='p-1'>Late.</p><a href='../../'>front</a><a href='#p-1'>here</a>",
        "theme/boat.svg": "<svg/>",
        "theme/style.css": "@font-face { src: url(boat.svg) } a { background: url(data:,) }",
        "feeds/all.xml": "<feed xmlns='http://www.w3.org/2005/Atom'><link href='/2031/ferry/'/></feed>",
    }
    for name, text in pages.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def add(site: Path, markup: str) -> None:
    (site / "new.html").write_text(markup)


def test_a_whole_site_has_no_broken_link(site: Path) -> None:
    assert broken(site, "") == []


def test_no_site_has_no_broken_link(tmp_path: Path) -> None:
    assert broken(tmp_path / "output", "") == []


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='/2031/boat/'>",
        "<a href='/2031/ferry/#p-2'>",
        "<a href='#nowhere'>",
        "<img src='theme/gone.svg'>",
        "<img srcset='/theme/boat.svg 1x, /theme/gone.svg 2x'>",
        "<a href='/2031/ferry'>",  # a folder without its slash: some hosts redirect, some do not
        "<a href='https://paper.example/gone/'>",
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page(site: Path, markup: str) -> None:
    add(site, markup)
    faults = broken(site, "https://paper.example")
    assert len(faults) == 1
    assert faults[0].startswith("output/new.html: '")
    assert faults[0].endswith(" leads nowhere")


@pytest.mark.parametrize("name", ["theme/style.css", "feeds/all.xml"])
def test_links_of_stylesheets_and_feeds_count_too(site: Path, name: str) -> None:
    (site / "theme/boat.svg").unlink()
    (site / "2031/ferry/index.html").unlink()
    assert [fault for fault in broken(site, "") if fault.startswith(f"output/{name}")]


def test_links_to_other_hosts_and_other_schemes_are_believed(site: Path) -> None:
    add(site, "<a href='https://other.example/x'><a href='mailto:desk@paper.example'>")
    assert broken(site, "https://paper.example") == []


def test_below_a_path_a_link_to_the_hosts_root_leads_nowhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        path.write_text(path.read_text().replace("'/", "'/repo/"))
    (site / "feeds/all.xml").unlink()
    assert broken(site, "https://x.example/repo") == []
    add(site, "<a href='/2031/ferry/'>")
    assert broken(site, "https://x.example/repo") == ["output/new.html: '/2031/ferry/' leads nowhere"]


def test_the_front_page_says_what_the_site_was_built_for(site: Path) -> None:
    assert built_for(site) == ""
    (site / "index.html").write_text("<link rel=canonical href='https://a.example/repo/'>")
    assert built_for(site) == "https://a.example/repo"
    assert built_for(site / "nothing") == ""
