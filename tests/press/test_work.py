# SPDX-License-Identifier: MIT
"""Work that is shared among real processes."""

import logging
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from newsroom.press.errors import PressError
from newsroom.press.progress import progress_line
from newsroom.press.work import shared

ITEMS = list(range(500))


def test_every_item_is_done_once_in_processes_of_their_own() -> None:
    def task(items: Sequence[int]) -> tuple[int, list[int]]:
        return os.getpid(), [item * 2 for item in items]

    answers = list(shared(task, ITEMS, 3, 7))
    assert sum(count for count, _ in answers) == 500
    assert sorted(item for _, (_, items) in answers for item in items) == [item * 2 for item in ITEMS]
    assert os.getpid() not in {process for _, (process, _) in answers}


def test_few_items_are_done_here() -> None:
    assert list(shared(lambda items: os.getpid(), [1, 2, 3], 8, 2)) == [(2, os.getpid()), (1, os.getpid())]


def test_what_is_logged_in_a_process_is_heard_here(caplog: pytest.LogCaptureFixture) -> None:
    def task(items: Sequence[int]) -> None:
        if 77 in items:
            logging.getLogger("newsroom.x").error("77 is %s", "odd")

    assert len(list(shared(task, ITEMS, 2, 10))) == 50
    assert [(each.name, each.levelname, each.getMessage()) for each in caplog.records] == [
        ("newsroom.x", "ERROR", "77 is odd")
    ]


def children() -> set[str]:
    """The processes of this one, the dead that nobody has waited for among them."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            parent = stat.read_text(errors="replace").rpartition(")")[2].split()[1]
            found |= {stat.parent.name} if parent == str(os.getpid()) else set()
    return found


def test_a_process_that_dies_stops_the_work_and_leaves_none_behind() -> None:
    def task(items: Sequence[int]) -> None:
        os._exit(9)

    before = children()
    with pytest.raises(PressError, match="a process that shared the work ended with 9"):
        list(shared(task, ITEMS, 2, 10))
    assert children() == before


def test_work_that_is_given_up_leaves_no_process_behind() -> None:
    before = children()
    answers = shared(lambda items: list(items), ITEMS, 2, 10)
    next(answers)
    assert children() != before
    answers.close()  # type: ignore[attr-defined]
    assert children() == before


def test_progress_says_how_far_how_fast_and_how_long() -> None:
    assert progress_line("pages", 4000, 16000, 2.0) == "4,000 of 16,000 pages, 2,000 a second, 6 s left"
    assert progress_line("pages", 0, 16000, 2.0) == "0 of 16,000 pages, 0 a second"
