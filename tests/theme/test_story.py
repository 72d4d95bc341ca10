# SPDX-License-Identifier: MIT
"""A story's page in a real site: all that a post can state, and nothing of what it does not."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from dev.demo.edges import edges, scripts
from newsroom.schema import FrontMatter, PostFile, Stamp
from tests.stories import write_paper

PROJECT = Path(__file__).parents[2]
FULL = "2031/03/18/ferry-to-ostrel-two-hours-late-and-nobody-surprised/"
MAIN, OTHER = "2031/03/16/tolls/", "2031/03/16/tolls-first-text/"


def _posts() -> dict[str, PostFile]:
    main = FrontMatter("Tolls", Stamp.parse("2031-03-16"), address=MAIN, newspaper="The Ostrel Lamp",
                       source="https://lamp.example/tolls", rights="© The Ostrel Lamp", image="quay.jpg",
                       image_alt="A quay", image_credit="Mara Quill")  # fmt: skip
    other = FrontMatter("Tolls, first text", Stamp.parse("2031-03-16"), address=OTHER, version_of=MAIN)
    old = FrontMatter("Old", Stamp.parse("2017-10-14"), address="2017/10/14/old/")
    found = {"news/main.md": main, "news/other.md": other, "news/old.md": old}
    return {name: PostFile(front, "The council put it off.") for name, front in found.items()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built site."""
    folder = tmp_path_factory.mktemp("story")
    content = write_paper(folder / "content", {**_posts(), **dict(edges()), **dict(scripts())})
    (content / "images").mkdir()
    Image.new("RGB", (900, 600), "grey").save(content / "images" / "quay.jpg")
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(folder / "out")]
    settings = ["-e", 'CONTACT="mailto:desk@paper.example"', 'SITEURL="https://paper.example/repo"', 'PICTURE_CACHE=""']
    subprocess.run([*command, *settings], cwd=PROJECT, check=True, capture_output=True)
    return folder / "out"


def page(site: Path, address: str) -> html.HtmlElement:
    return html.fromstring((site / address / "index.html").read_text(encoding="utf-8"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_corrections_stand_with_the_story_and_on_their_own_page(site: Path) -> None:
    story, listed = page(site, FULL), page(site, "corrections/")
    assert [words(each) for each in story.find_class("remarks")] == [
        "Corrections 19 March 2031 An earlier version gave the ferry one mast too many.",
        "Corrections of this copy 22 March 2031 The last paragraph was missing from this copy.",
    ]
    assert [words(each.find_class("entry__date")[0]) for each in listed.find_class("entry")] == [
        "22 March 2031 This copy",
        "19 March 2031 The newspaper",
    ]


def test_a_story_is_cited_with_its_newspaper_and_without_one(site: Path) -> None:
    with_one, without = words(page(site, MAIN).find_class("cite")[0]), words(page(site, FULL).find_class("cite")[0])
    assert "The Ostrel Lamp, 16 March 2031. https://lamp.example/tolls." in with_one
    assert "newspaper not recorded" in without
    assert "newspaper not recorded" not in with_one
    assert f"https://paper.example/repo/{FULL}" in without


def test_a_storys_page_names_its_other_forms_and_a_versions_page_none(site: Path) -> None:
    leads = page(site, MAIN).xpath("//link[@rel='alternate'][starts-with(@href, '/repo/2031/')]")
    assert [(each.get("href"), each.get("type")) for each in leads] == [
        (f"/repo/{MAIN}index.md", "text/markdown"),
        (f"/repo/{MAIN}index.json", "application/json"),
    ]
    assert all((site / each.get("href").removeprefix("/repo/")).is_file() for each in leads)
    assert {path.name for path in (site / OTHER).iterdir()} == {"index.html", "share.png"}


def test_a_picture_has_its_sizes_and_its_words(site: Path) -> None:
    (image,) = page(site, MAIN).xpath("//figure/img")
    assert (image.get("width"), image.get("height"), image.get("alt")) == ("900", "600", "A quay")
    files = re.findall(r"/repo/(images/\S+) \d+w", image.get("srcset"))
    assert len(files) == 3
    assert all((site / file).is_file() for file in [*files, image.get("src").removeprefix("/repo/")])
    assert words(page(site, MAIN).xpath("//figcaption")[0]) == "Mara Quill"
    assert page(site, MAIN).xpath("//meta[@property='og:image']/@content") == [
        "https://paper.example/repo/images/quay.jpg"
    ]
    assert not page(site, FULL).xpath("//img")


def test_another_version_has_a_page_that_asks_not_to_be_indexed_and_stands_in_no_list(site: Path) -> None:
    other = page(site, OTHER)
    assert other.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page(site, MAIN).xpath("//meta[@name='robots']")
    leads = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("*.html")
             if f'href="/repo/{OTHER}"' in path.read_text("utf-8")}  # fmt: skip
    assert leads == {MAIN, f"text/{OTHER}"}
    assert f"/repo/{MAIN}" in other.find_class("versions")[0].xpath(".//a/@href")
    assert "tolls-first-text" not in (site / "feeds/all.atom.xml").read_text("utf-8")


def test_an_error_is_reported_by_a_mail_that_names_the_story(site: Path) -> None:
    (link,) = page(site, MAIN).xpath("//a[contains(., 'Report an error')]/@href")
    assert (
        link
        == "mailto:desk@paper.example?subject=Tolls&body=https%3A%2F%2Fpaper.example%2Frepo%2F2031%2F03%2F16%2Ftolls%2F"
    )


def test_a_stated_right_takes_the_place_of_our_own_sentence(site: Path) -> None:
    assert words(page(site, MAIN).find_class("rights")[0]).startswith("© The Ostrel Lamp")
    assert words(page(site, FULL).find_class("rights")[0]).startswith("The text belongs to its publisher.")


def test_a_story_of_an_earlier_year_says_so_and_the_others_do_not(site: Path) -> None:
    assert [words(each) for each in page(site, "2017/10/14/old/").find_class("story__archived")] == [
        "From the archive, 2017"
    ]
    assert not page(site, MAIN).find_class("story__archived")


@pytest.mark.parametrize(("tag", "way"), [("ar", "rtl"), ("bn", "ltr"), ("he", "rtl"), ("ja", "ltr")])
def test_a_story_in_another_script_runs_its_way_and_the_furniture_ours(site: Path, tag: str, way: str) -> None:
    (file,) = (path for path in site.glob("2031/03/19/*/index.html") if f'lang="{tag}"' in path.read_text("utf-8")
               and f'<article class="columns" lang="{tag}"' in path.read_text("utf-8"))  # fmt: skip
    story = html.fromstring(file.read_text("utf-8"))
    article = story.find_class("columns")[0]
    assert (article.get("lang"), article.get("dir")) == (tag, way)
    assert [each.get("dir") for name in ("columns__rail", "columns__end") for each in story.find_class(name)] == [
        "ltr", "ltr"
    ]  # fmt: skip


def test_the_text_edition_has_every_story_without_style(site: Path) -> None:
    styled = {path.relative_to(site) for path in (*site.glob("2*/*/*/*/index.html"), *site.glob("undated/*/*.html"))}
    plain = {path.relative_to(site / "text") for path in (*site.glob("text/2*/*/*/*/index.html"),
             *site.glob("text/undated/*/*.html"))}  # fmt: skip
    assert plain == styled
    text = page(site, f"text/{FULL}")
    assert not text.xpath("//link[@rel='stylesheet'] | //script")
    assert set(text.xpath("//@class")) <= {"speaker", "end", "middle"}  # the text's own
    assert text.xpath("//link[@rel='canonical']/@href") == [f"https://paper.example/repo/{FULL}"]
    assert "The ferry was late" in words(text)


def test_each_story_is_in_a_list_of_the_text_edition(site: Path) -> None:
    index = page(site, "text/")
    lists = [link.removeprefix("/repo/") for link in index.xpath("//h2/following-sibling::ul//a/@href")]
    named = {link.removeprefix("/repo/") for each in lists for link in page(site, each).xpath("//li/a/@href")}
    pages = [*site.glob("text/2*/*/*/*/index.html"), *site.glob("text/undated/*/index.html")]
    assert named == {path.parent.relative_to(site).as_posix() + "/" for path in pages} - {f"text/{OTHER}"}
