# SPDX-License-Identifier: MIT
"""The converter stays as right as it was on our own corpus."""

import json

from tests.convert.floors import FILE, fallen, raised, reached


def test_nothing_falls_below_its_floor() -> None:
    stated = json.loads(FILE.read_text("utf-8"))
    assert fallen(stated["floors"], reached()) == []
    assert stated["story"]


def test_no_word_is_invented() -> None:
    assert reached()["all"]["halluc_rate"] == 0


def test_floors_rise_by_themselves_and_fall_only_where_a_reason_is_given() -> None:
    floors = {"all": {"title_exact": 0.9, "wrong_date_all": 0.01}}
    better = {"all": {"title_exact": 0.9567, "wrong_date_all": 0.0012}}
    worse = {"all": {"title_exact": 0.8, "wrong_date_all": 0.02}}
    assert raised(floors, better, lower=False) == {"all": {"title_exact": 0.956, "wrong_date_all": 0.002}}
    assert raised(floors, worse, lower=False) == floors
    assert raised(floors, worse, lower=True) == worse
    assert fallen(floors, better) == []
    assert fallen(floors, worse) == [
        "all title_exact: 0.8000, the floor is 0.9",
        "all wrong_date_all: 0.0200, the ceiling is 0.01",
    ]
