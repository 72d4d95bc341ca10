# SPDX-License-Identifier: MIT
"""The invented pages of one newspaper, and what it is worth to know the lines that they repeat."""

from benchmarks import quality
from benchmarks.one_paper import rows_from


def test_the_same_pages_every_time() -> None:
    assert list(rows_from(30)) == list(rows_from(30))


def test_the_lines_that_a_paper_repeats_leave_its_stories() -> None:
    rows = list(rows_from(100))
    alone = quality.measured(rows, quality.records_of(rows)[0])[quality.ALL]
    known = quality.measured(rows, quality.records_of(rows, quality.evidence_of(rows))[0])[quality.ALL]
    assert known["body_F1_macro"] >= 0.98 > alone["body_F1_macro"]
    assert known["title_exact"] == known["author_exact"] == 1.0
