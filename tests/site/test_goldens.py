# SPDX-License-Identifier: MIT
"""How pages stand, as text: the boxes of their parts, and what a screen reader is told.

tests/site/goldens/SIZE/KIND.txt has the ARIA snapshot of a kind of page in an edition of so many stories, and at
three widths the boxes of the named parts: left, top, width and height, rounded to 4 px. `GOLDENS=write` writes
them anew: read what changed before you commit it. A part may stand one step of 4 px elsewhere, for browsers
round otherwise; the first line names the Chromium that they were made with.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dev.demo import write_demo
from dev.demo.edges import edges
from newsroom.schema import write
from tests.site.conftest import Site, serve

PROJECT = Path(__file__).parents[2]
GOLDENS = Path(__file__).parent / "goldens"
BOX = re.compile(r"-?\d+")
HEARD = 300  # lines of what a screen reader is told
WIDTHS = (390, 820, 1440)
FIRST = "2031/03/20/parliament-votes-to-raise-the-sea-wall-at-ostrel-by-two-metres-the-largest/"
KINDS = {"front": "", "story": FIRST, "section": "section/islands/", "topic": "topic/ostrel/",
         "author": "author/mara-quill/", "archive": "archive/", "year": "2031/", "month": "2031/03/",
         "day": "2031/03/20/", "search": "search/", "corrections": "corrections/", "missing": "404.html"}  # fmt: skip
EDGES = {"long-headline": "2031/03/17/harbour-office-withdraws-the-timetable-that-it-withdrew-in-march-restores-the/",
         "one-word": "2031/03/17/rain/", "twenty-thousand-words": "2031/03/17/the-whole-of-the-inquiry/",
         "bare": "undated/a-story-without-a-day-a-section-or-a-name/", "undated": "undated/", "front": "",
         "everything": "2031/03/18/ferry-to-ostrel-two-hours-late-and-nobody-surprised/"}  # fmt: skip
LARGE = {"front": "", "archive": "archive/", "year": "2030/", "month": "2030/11/", "day": "2030/11/20/",
         "section": "section/islands/", "part": "section/islands/2030/11/", "undated": "undated/",
         "letter": "undated/s/"}  # fmt: skip
CASES = [(str(size), kind, address) for size in (1, 2, 5, 12) for kind, address in KINDS.items()]
CASES += [("5000", kind, address) for kind, address in LARGE.items()]
CASES += [("edges", kind, address) for kind, address in EDGES.items()]
# A part is what a component's or the layout's own class names, not what is inside of it.
BOXES = """() => [...document.querySelectorAll('body [class]')]
  .filter(each => each.checkVisibility() && !each.className.includes('unseen'))
  .filter(each => each.classList[0].indexOf('__') < 0 || /^(front|columns|band|shelf)__/.test(each.className))
  .map(each => [each.className, each.getBoundingClientRect()])
  .map(([name, box]) => [name, ...[box.left, box.top, box.width, box.height].map(n => Math.round(n / 4) * 4)].join(' '))
"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Site]]:
    """Make the demonstration in a size, or of the stories that try a page's edges, once it is asked for."""
    folder, servers = tmp_path_factory.mktemp("goldens"), []

    @cache
    def served(size: str) -> Site:
        servers.append(serve(built(folder / size, size), ""))
        return next(servers[-1])

    yield served
    for server in servers:
        next(server, None)


def built(folder: Path, size: str) -> Path:
    """Return the folder of the built site, without what no golden looks at."""
    conf = write_demo(folder, 0 if size == "edges" else int(size))
    spare = "SEARCH = TEXT_EDITION = False\nSTORY_FORMS, FEED_LISTINGS, RELATED_CACHE = [], [], ''"
    conf.write_text(f"{conf.read_text('utf-8')}\n{spare}\n", "utf-8")
    for name, post in edges() if size == "edges" else ():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write(post), "utf-8")
    subprocess.run([sys.executable, "-m", "pelican", "-s", str(conf)], cwd=PROJECT, check=True, capture_output=True)
    return folder / "output"


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_page(reduced_motion="reduce") as page:
        yield page


@pytest.mark.parametrize(("size", "kind", "address"), CASES, ids=[f"{size}-{kind}" for size, kind, _ in CASES])
def test_a_page_stands_as_its_golden_says(
    size: str, kind: str, address: str, edition: Callable[[str], Site], page: Page, chromium: Browser
) -> None:
    golden = GOLDENS / size / f"{kind}.txt"
    answer = page.goto(edition(size).url(address))
    assert answer is not None
    if answer.status == 404:  # an edition of one story has no topic of two
        assert not golden.exists()
        return
    said = [
        f"Chromium {chromium.version.partition('.')[0]}",
        "",
        *page.locator("body").aria_snapshot().splitlines()[:300],
    ]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.fonts.ready")
        said += ["", f"{width} px", *page.evaluate(BOXES)]
    text = "\n".join(said) + "\n"
    if os.environ.get("GOLDENS") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, "utf-8")
    now, then = text.splitlines(), golden.read_text("utf-8").splitlines()
    assert [is_same(*pair) for pair in zip(now[1:], then[1:], strict=False)].count(False) == 0, changes(now, then)
    assert len(now) == len(then), changes(now, then)


@pytest.mark.parametrize("size", ["2", "5", "12", "5000"])
def test_the_columns_of_a_front_end_together_at_the_desk(size: str, edition: Callable[[str], Site], page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(edition(size).url())
    page.evaluate("document.fonts.ready")
    ends = page.evaluate(
        "[...document.querySelectorAll('.front > *')].map(each => each.lastElementChild.getBoundingClientRect().bottom)"
    )
    high = page.locator(".front").bounding_box()
    assert high
    assert max(ends) - min(ends) < 0.15 * high["height"]


def is_same(now: str, then: str) -> bool:
    """Return whether two lines are equal, but for 4 px in the four numbers of a box."""
    if now == then:
        return True
    (name, box), (other, golden) = ((" ".join(line.split(" ")[:-4]), line.split(" ")[-4:]) for line in (now, then))
    if name != other or not all(map(BOX.fullmatch, (*box, *golden))):
        return False
    return all(abs(int(one) - int(two)) <= 4 for one, two in zip(box, golden, strict=True))


@pytest.mark.parametrize(
    ("then", "same"),
    [("card card--small 4 8 12 16", True), ("card card--small 4 8 12 20", True), ("card card--small 4 8 12 24", False),
     ("card card--large 4 8 12 16", False), ("- text: card", False)],
)  # fmt: skip
def test_a_box_may_differ_by_one_step_and_a_name_not_at_all(then: str, same: bool) -> None:
    assert is_same("card card--small 4 8 12 16", then) is same


def changes(now: list[str], then: list[str]) -> str:
    """Return the lines that differ, and with which browsers they were made."""
    return "\n".join([f"{then[0]}, now {now[0]}", *unified_diff(then[1:], now[1:], lineterm="", n=0)])
