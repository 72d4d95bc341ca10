# SPDX-License-Identifier: MIT
"""The figures of quality, each on rows small enough to be counted by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import quality
from benchmarks.moments import moment_from, same_minute
from benchmarks.scores import figures_of
from benchmarks.words import is_unbalanced, line, words
from newsroom.convert import Record, record

PARAGRAPHS = ["The pier at Sael is open again.", "Nine winters it was shut, said Odalys Brandt."]


def row(**gold: Any) -> dict[str, Any]:
    stated = {
        "article": True,
        "title": "Pier open",
        "title_alts": [],
        "authors": ["Odo Fenn"],
        "published": "2031-06-02T21:15",
        "published_has_time": True,
        "published_days": ["2031-06-02"],
        "modified": None,
        "summary": [],
        "paragraphs": PARAGRAPHS,
        "body": "\n".join(PARAGRAPHS),
        "visible": {"title": True, "day": "full", "minute": "same", "authors": True},
    }
    text = "Pier open Odo Fenn 2 June 2031 21:15\n" + " ".join(PARAGRAPHS)
    return {"id": "a", "text": text, "variant": "collapsed", "gold": stated | gold}


def said(**facts: Any) -> dict[str, Record]:
    empty = record("")
    made = {
        "refused": False,
        "title": "Pier open",
        "published": "2031-06-02T21:15",
        "authors": ["Odo Fenn"],
        "paragraphs": PARAGRAPHS,
    }
    return {"a": Record(**(empty | made | facts))}  # type: ignore[typeddict-item]


def test_a_record_that_says_all_has_every_figure_right() -> None:
    figures = figures_of([row()], said())
    wrong = {"wrong_date_visible", "no_date_visible", "wrong_date_all", "unbalanced_quotes", "false_refusal"}
    wrong |= {"halluc_rate", "halluc_rows", "dup_rate"}
    assert figures == {name: 0.0 if name in wrong else 1.0 for name in figures}
    assert {"title_exact", "minute_acc", "author_exact", "body_perfect", "para_collapsed_f1"} < figures.keys()


@pytest.mark.parametrize(
    ("facts", "figure", "value"),
    [
        ({"title": "PIER – open!"}, "title_exact", 1),
        ({"title": "Pier"}, "title_exact", 0),
        ({"published": "2031-06-03T21:15"}, "wrong_date_all", 1),
        ({"published": None}, "no_date_visible", 1),
        ({"published": "2031-06-02"}, "minute_acc", 0),
        ({"published": "2031-06-02T20:15"}, "minute_acc", 1),
        ({"published": "2031-06-02T20:16"}, "minute_acc", 0),
        ({"authors": ["Odo Fenn", "Mara Quill"]}, "author_exact", 0),
        ({"authors": ["Odo Fenn", "Mara Quill"]}, "author_p", 0.5),
        ({"paragraphs": PARAGRAPHS[:1]}, "body_p", 1),
        ({"paragraphs": PARAGRAPHS[:1]}, "body_r", 4 / 12),
        ({"paragraphs": [" ".join(PARAGRAPHS)]}, "para_collapsed_r", 0),
        ({"paragraphs": [*PARAGRAPHS, "Zeppelins."]}, "halluc_rate", 1 / 20),
        ({"paragraphs": [PARAGRAPHS[0], *PARAGRAPHS]}, "dup_rate", 5 / 26),
        ({"paragraphs": ['"The pier', "is open"]}, "unbalanced_quotes", 0.5),
        ({"refused": True}, "false_refusal", 1),
    ],
)
def test_a_figure_counts_what_its_name_says(facts: dict[str, Any], figure: str, value: float) -> None:
    assert figures_of([row()], said(**facts))[figure] == pytest.approx(value)


def test_a_page_that_is_no_story_counts_only_as_refused_or_not() -> None:
    assert figures_of([row(article=False)], said(refused=True, paragraphs=[])) == {"refuse_recall": 1}
    assert figures_of([row(article=False)], said()) == {"refuse_recall": 0}


def test_a_day_that_is_not_printed_is_wrong_to_state() -> None:
    hidden = row(visible={"title": True, "day": None, "minute": None, "authors": False})
    figures = figures_of([hidden], said(published="2031-06-04"))
    assert (figures["wrong_date_not_printed"], figures["wrong_date_all"]) == (1, 1)
    assert "author_exact" not in figures


@pytest.mark.parametrize(
    ("ours", "gold", "same"),
    [
        ("2031-06-02T21:15", "2031-06-02T21:15:30.5Z", True),
        ("2031-06-02T21:15+02:00", "2031-06-02T19:15Z", True),
        ("2031-06-02T21:15+02:00", "2031-06-02T21:15Z", False),
        ("2031-06-02T23:45", "2031-06-03T05:15+05:30", True),
        ("2031-06-02T21:15", "2031-06-02T21:25", False),
        ("2031-06-02", "2031-06-02T21:15", False),
    ],
)
def test_minutes_are_the_same_where_the_zone_may_explain_them(ours: str, gold: str, same: bool) -> None:
    first, second = moment_from(ours), moment_from(gold)
    assert first is not None
    assert second is not None
    assert same_minute(first, second) is same


@pytest.mark.parametrize("text", ["“Yes.”", '"Yes."', "„Ja.“", "„Tak”", "«Oui»", "»Ja«", "”Ja”", "「はい」", "none"])
def test_marks_that_close_what_they_open_are_balanced_in_every_language(text: str) -> None:
    assert not is_unbalanced(text)


@pytest.mark.parametrize("text", ["“Yes.", 'Yes."', "„Ja.", "Oui»", "“a” “b", "「はい"])
def test_a_mark_without_its_other_half_is_unbalanced(text: str) -> None:
    assert is_unbalanced(text)


def test_words_are_compared_without_case_marks_or_spaces_and_chinese_by_character() -> None:
    assert words("Ｔhe “Pier” of Sael—open: 橋が開") == ["the", "pier", "of", "sael", "open", "橋", "が", "開"]
    assert line("Pier: open\u00a0– again!") == "pier open again"


def test_a_file_is_measured_as_a_whole_and_by_a_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [row() | {"id": "1"}, row(article=False) | {"id": "2", "variant": "refuse", "text": "Nothing."}]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(each) + "\n" for each in rows), "utf-8")
    quality.main(tmp_path / "rows.jsonl", "variant", 1, tmp_path / "figures.json")
    figures = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert {name: group["n"] for name, group in figures.items()} == {"all": 2, "collapsed": 1, "refuse": 1}
    assert figures["refuse"]["refuse_recall"] == 1
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["figure", "all", "collapsed", "refuse"]
    assert printed[1].split() == ["n", "2", "1", "1"]
    assert printed[-1].split()[1:] == ["1", "collapsed"]
