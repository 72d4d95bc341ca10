# SPDX-License-Identifier: MIT
"""Hostile text in every fact of a post and in its seed, printed by the paper's own templates."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from newsroom.schema import FrontMatter, Label, PostFile, Stamp, write
from tests.hostile_strings import HOSTILE

PROJECT = Path(__file__).parents[2]
SHOWS = [" ".join(text.split()) for text in HOSTILE if text.isprintable()]
SEED = "\n".join(["A headline of the seed", *SHOWS])


def _posts() -> dict[str, str]:
    found = {}
    for number, text in enumerate(SHOWS):
        day = Stamp.parse(f"2031-03-{number % 28 + 1:02}")
        front = FrontMatter(
            title=text,
            date=day,
            address=f"2031/03/01/hostile-{number}/",
            category=text,
            authors=(text,),
            agency=text,
            dateline=text,
            tags=(text,),
            summary=text,
            captions=(text,),
            notes=(text,),
        )
        found[f"news/{number}.md"] = write(PostFile(front, f"The body of post {number}."))
    labels = [Label(match.start(), match.end(), "furniture", "share") for match in re.finditer(".+", SEED)]
    labels[1::2] = [Label(each.start, each.end, "body") for each in labels[1::2]]
    digest = hashlib.sha256(SEED.encode()).hexdigest()
    whole = FrontMatter("From a seed", weight=1, seed="a.txt", sha256=digest, converter="1", labels=tuple(labels))
    found["news/seed.md"] = write(PostFile(whole, "The body of the seed."))
    found["pages/hostile.md"] = write(PostFile(FrontMatter(SHOWS[0], address="hostile/"), "A page."))
    return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of the built site: address -> HTML."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in _posts().items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "seeds").mkdir()
    (folder / "seeds/a.txt").write_text(SEED, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", str(folder / "content"), "-o", str(folder / "out")]
    seeds = ["-e", f"SEED_PATH={json.dumps(str(folder / 'seeds'))}"]
    subprocess.run([*command, *seeds], cwd=PROJECT, check=True, capture_output=True)
    return {path.relative_to(folder / "out").as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}


def test_no_page_has_an_element_or_attribute_that_no_template_writes(pages: dict[str, str]) -> None:
    templates = "".join(path.read_text("utf-8") for path in (PROJECT / "theme").rglob("*.html"))
    elements = set(re.findall(r"<([a-z][a-z0-9]*)", templates)) | {"p"}
    attributes = set(re.findall(r"\s([a-z][a-z-]*)=", templates)) | {"crossorigin", "hidden", "open"}
    for address, page in pages.items():
        for element in html.document_fromstring(page).iter():
            assert element.tag in elements - {"img"}, f"{element.tag} in {address}"  # no post states a picture
            assert set(element.attrib) <= attributes, f"{element.attrib} in {address}"
            assert re.match(r"/(?!/)|#|$", element.get("href", "")), f"{element.get('href')} in {address}"
        data = html.document_fromstring(page).xpath("//script")
        assert all(json.loads(each.text) for each in data if each.get("type") == "application/ld+json"), address
        ours = [each.get("src") for each in data if each.get("type") != "application/ld+json"]
        assert ours == (["/theme/search.js"] if address == "search/index.html" else [])
    assert not elements & {"iframe", "svg", "style", "base", "textarea", "math"}
    assert not [name for name in attributes if name.startswith("on")]


def test_every_hostile_headline_stands_on_its_page_as_text(pages: dict[str, str]) -> None:
    for number, text in enumerate(SHOWS):
        page = html.document_fromstring(pages[f"2031/03/01/hostile-{number}/index.html"])
        heading = " ".join(page.xpath("string(//h1)").split())
        assert _straight(heading) == _straight(text)


def test_every_line_of_a_hostile_seed_stands_beside_its_story_as_text(pages: dict[str, str]) -> None:
    page = html.document_fromstring(pages["undated/from-a-seed/index.html"])
    shown = " ".join(page.text_content().split())
    assert [text for text in SHOWS if _straight(text) not in _straight(shown)] == []


def _straight(text: str) -> str:
    return re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d]", '"', text)).replace("\u2060", "")
