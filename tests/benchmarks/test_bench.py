# SPDX-License-Identifier: MIT
import pytest

from benchmarks.bench import sizes_from
from newsroom.stop import Stop


def test_sizes_are_numbers_between_commas() -> None:
    assert sizes_from("100,1000") == [100, 1000]


@pytest.mark.parametrize("text", ["", "0", "100,", "-1", "1.5", "many", "²"])
def test_anything_else_is_answered_with_an_example(text: str) -> None:
    with pytest.raises(Stop, match=r"^--stories: .* is not made of numbers above 0 .*: 100,1000$"):
        sizes_from(text)
