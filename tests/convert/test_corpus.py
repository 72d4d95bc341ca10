# SPDX-License-Identifier: MIT
"""The corpus is whole: enough cases, languages, kinds of noise and of refusal, and gold that the texts print."""

from collections import Counter

import pytest

from benchmarks.words import words
from tests.convert.corpusfile import FOLDER, rows
from tests.convert.corpusmaker import cases

ROWS = rows()
# The table of noise in the issue on labelling, in the words of our stories and pages.
NOISE = (
    "ad affiliate agency bio caption clock comments cookie copyright dateline embed item menu nag note other paywall"
    " poll pull readmore reading-time related relative repeat role section share skip sub tags ticker emptied-by"
    " emptied-date"
)
REFUSALS = "not found, error page, cookie wall, bot wall, paywall, section front, listing, shop, forum, empty, binary"
STORIES = [row for row in ROWS if row["gold"]["article"]]


def test_there_are_enough_cases_of_every_kind() -> None:
    assert len(ROWS) >= 150
    assert len({row["lang"] for row in ROWS}) >= 12
    assert {noise for row in ROWS for noise in row["noise"]} >= set(NOISE.split())
    refusals = Counter(row["gold"]["reason"] for row in ROWS if not row["gold"]["article"])
    assert refusals.keys() >= {*REFUSALS.split(", "), "too short"}


def test_cases_are_what_their_stories_and_pages_make() -> None:
    for name, text in cases().items():
        path = FOLDER / "cases" / name
        assert path.read_bytes().decode() == text, f"{name}: python -m tests.convert.corpusmaker writes it anew"


@pytest.mark.parametrize("row", STORIES, ids=lambda row: row["id"])
def test_the_text_prints_all_that_the_gold_calls_printed(row: dict) -> None:  # type: ignore[type-arg]
    gold, source = row["gold"], " ".join(words(row["text"]))
    printed = [*gold["paragraphs"], *(gold["authors"] or []) * gold["visible"]["authors"]]
    for text in [*printed, gold["title"]]:
        assert " ".join(words(text)) in source or row["variant"] == "wet_like"
    assert len(words(gold["body"])) >= 60
