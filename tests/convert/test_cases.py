# SPDX-License-Identifier: MIT
"""Text in, labels and post out: one readable file for every kind of page."""

from pathlib import Path

import pytest

from tests.convert.casefile import FOLDER, case_from


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_case_is_labelled_and_taken_as_its_file_says(path: Path) -> None:
    expected = path.read_bytes().decode()
    assert case_from(path).whole == expected, "python -m tests.convert.casefile writes it anew"
