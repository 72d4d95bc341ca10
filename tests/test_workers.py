# SPDX-License-Identifier: MIT
"""Work in many processes gives what one would give, in the order of the items, and takes no more than it needs."""

import os
from collections.abc import Iterator

import pytest

from newsroom.stop import Stop
from newsroom.workers import BATCH_ITEMS, ordered

PROCESS = "__import__('os').getpid()"


def size(_item: object) -> int:
    return 1


@pytest.mark.parametrize("processes", [1, 3])
def test_results_come_in_the_order_of_the_items(processes: int) -> None:
    words = [f"word {number}" for number in range(5 * BATCH_ITEMS + 3)]
    assert list(ordered(str.upper, words, len, processes)) == [word.upper() for word in words]


def test_what_fits_into_one_batch_is_done_here_and_more_is_not() -> None:
    assert set(ordered(eval, [PROCESS] * BATCH_ITEMS, size, 2)) == {os.getpid()}
    assert os.getpid() not in set(ordered(eval, [PROCESS] * (BATCH_ITEMS + 1), size, 2))
    assert set(ordered(eval, [PROCESS] * (BATCH_ITEMS + 1), size, 1)) == {os.getpid()}


def test_items_are_taken_as_they_are_needed_not_all_at_once() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "word"

    results = ordered(str.upper, endless(), size, 2)
    assert [next(results) for _ in range(10)] == ["WORD"] * 10
    assert taken <= 8 * BATCH_ITEMS
    results.close()  # type: ignore[attr-defined]  # a generator


def test_large_items_go_in_smaller_batches() -> None:
    taken: list[int] = []

    def large() -> Iterator[bytes]:
        for number in range(100):
            taken.append(number)
            yield b"x" * 2**20

    results = ordered(len, large(), len, 2)
    assert next(results) == 2**20
    assert len(taken) <= 8
    results.close()  # type: ignore[attr-defined]


def test_a_worker_that_dies_ends_the_run_in_words() -> None:
    with pytest.raises(Stop, match="a worker died"):
        list(ordered(os._exit, [3] * 200, size, 2))


def test_no_items_give_no_results() -> None:
    assert list(ordered(len, [], len, 2)) == []
