# SPDX-License-Identifier: MIT
"""What each kind of page may weigh, in bytes as they are sent (gzip -9; fonts are packed as they are)."""

import gzip
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dev.demo import write_demo
from newsroom.schema import FrontMatter, PostFile, Stamp, write

PROJECT = Path(__file__).parents[2]
KB = 1024
STORY = "2031/03/20/a-story-of-900-words/"
FIRST_VISIT = ("display", "text", "sans")
# HTML alone. The front has 40 headlines; the story 900 words of English that nobody wrote twice.
BUDGETS = {
    "": 5.5, STORY: 5.5, "section/islands/": 5.5, "section/islands/2031/02/": 3, "topic/ferries/": 5.5,
    "author/mara-quill/": 5.5, "archive/": 4, "2031/": 2.5, "2031/03/": 5, "2031/03/19/": 3.5, "undated/": 3,
    "search/": 5, "corrections/": 2.5, "feeds/": 2, "about/": 2, f"text/{STORY}": 4,
}  # fmt: skip


def prose(words: int) -> str:
    """Return so many words of the project's own documents, which repeat themselves as little as a newspaper does."""
    paragraphs = [
        re.sub(r"[`*\[\]<>_#|]", "", paragraph)
        for path in sorted((PROJECT / "docs").rglob("*.md"))
        for paragraph in path.read_text("utf-8").split("\n\n")
        if re.match(r"[A-Z][a-z]", paragraph)
    ]
    taken: list[str] = []
    for paragraph in paragraphs:
        left = words - sum(len(each.split()) for each in taken)
        taken.append(" ".join(paragraph.split()[:left]))
    return "\n\n".join(filter(None, taken))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built demonstration edition of 500 stories, at a public address."""
    folder = tmp_path_factory.mktemp("budget")
    conf = write_demo(folder / "demo", 500)
    conf.write_text(conf.read_text("utf-8") + '\nSITEURL = "https://paper.example/repo"\nSEARCH = False\n', "utf-8")
    front = FrontMatter(
        "A story of 900 words",
        Stamp.parse("2031-03-20 08:00"),
        address=STORY,
        category="Islands",
        authors=("Mara Quill",),
        newspaper="The Ostrel Lamp",
        source="https://lamp.example/2031/a-story",
        summary="What such a page weighs with all that is said about it.",
        tags=("ferries", "tides"),
    )
    text = prose(900)
    assert len(text.split()) == 900
    (folder / "demo/content/news/words.md").write_text(write(PostFile(front, text)), "utf-8")
    subprocess.run([sys.executable, "-m", "pelican", "-s", str(conf)], cwd=PROJECT, check=True, capture_output=True)
    return folder / "demo" / "output"


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def page(site: Path, address: str) -> int:
    return weight(site / address / "index.html")


def style(site: Path, name: str) -> int:
    return weight(next(site.glob(f"theme/{name}.*.css")))


@pytest.mark.parametrize("address", BUDGETS, ids=lambda address: address or "front")
def test_a_page_keeps_within_the_bytes_of_its_kind(site: Path, address: str) -> None:
    assert page(site, address) <= BUDGETS[address] * KB


def test_a_story_of_900_words_weighs_10_kb_at_most_with_its_style(site: Path) -> None:
    assert page(site, STORY) + style(site, "style") <= 10 * KB


def test_a_front_of_40_headlines_weighs_12_kb_at_most_with_its_style(site: Path) -> None:
    front = (site / "index.html").read_text("utf-8")
    assert 36 <= len(re.findall('class="(?:card|lead)__headline"', front)) <= 40
    assert page(site, "") + style(site, "style") <= 12 * KB


@pytest.mark.parametrize(("address", "sheet"), [("", "style"), (STORY, "style"), ("section/islands/", "lists")])
def test_a_first_visit_weighs_70_kb_at_most_with_its_faces(site: Path, address: str, sheet: str) -> None:
    faces = sum((site / f"theme/fonts/{name}.woff2").stat().st_size for name in FIRST_VISIT)
    assert page(site, address) + style(site, sheet) + faces <= 70 * KB
