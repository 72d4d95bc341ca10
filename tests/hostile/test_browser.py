# SPDX-License-Identifier: MIT
"""Hostile strings in every place, on every kind of page, in a real Chromium; and stock Pelican beside it.

The short form of `invoke torture`, which takes more strings and more pages of each kind.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hostile.judge import KINDS, Count, Verdict, judged
from tests.hostile.paper import Paper, make
from tests.hostile.stock import stock, stock_judged
from tests.hostile.strings import OURS, RUNNING

STRINGS = (*RUNNING[::3], *OURS[len(RUNNING) :: 12])
PAGES = 2  # of each kind; the long form has a hundred
RUNS_AT_LEAST = 20  # of stock Pelican, with so few strings


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    return make(tmp_path_factory.mktemp("hostile") / "paper", STRINGS, whole_keys=3)


@pytest.fixture(scope="module")
def verdict(chromium: Browser, paper: Paper) -> Verdict:
    return judged(chromium, paper, PAGES)


@pytest.fixture(scope="module")
def control(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Count:
    folder = tmp_path_factory.mktemp("stock")
    stock(folder, RUNNING[::3])
    return stock_judged(chromium, folder, 60)


def test_nothing_runs_and_the_policy_has_nothing_to_stop(verdict: Verdict) -> None:
    assert verdict.faults == [], str(verdict)


def test_every_kind_of_page_was_looked_at(verdict: Verdict) -> None:
    opened = {kind for kind, _ in KINDS} | {"gallery", "desk report", "search result", "book"}
    parsed = {"within feeds", "within data"}
    assert verdict.kinds.keys() == opened | parsed
    assert all(verdict.kinds[kind].off.pages and verdict.kinds[kind].on.pages for kind in opened)
    assert all(verdict.kinds[kind].off.parsed for kind in parsed)


def test_the_same_look_at_stock_pelican_sees_scripts_run(control: Count) -> None:
    assert len(control.off.ran) >= RUNS_AT_LEAST
    assert control.off.strange
    assert control.on.violations, "the policy stopped nothing, where there was something to stop"


def test_a_request_to_another_host_is_seen(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output/x-1.html").write_text("<head></head><img src=//elsewhere.example/pixel.gif>", encoding="utf-8")
    assert stock_judged(chromium, tmp_path, 1).off.abroad


def test_no_seed_and_no_post_vanishes_without_a_word(paper: Paper) -> None:
    assert paper.silent() == []
    assert len(list((paper.folder / "content").rglob("*.md"))) > 200
