# SPDX-License-Identifier: MIT
"""Addresses where a story stood: they lead on, or say that it was withdrawn, and nothing is written over a story."""

import logging
from pathlib import Path

import pytest

from newsroom.plugins.gone import leaders, read_moves

A, B, C = "2031/03/01/a/", "2031/03/01/b/", "2031/03/01/c/"


def test_a_moved_storys_address_leads_to_where_it_stands() -> None:
    assert leaders({A: B}, [B], []) == {A: B}


def test_a_chain_of_moves_leads_to_its_end() -> None:
    assert leaders({A: B, B: C}, [C], []) == {A: C, B: C}


def test_a_move_in_a_circle_or_to_nowhere_is_a_withdrawn_story() -> None:
    assert leaders({A: B, B: A}, [], []) == {A: None, B: None}
    assert leaders({A: B}, [], []) == {A: None}


def test_null_and_a_withdrawn_post_are_withdrawn_stories() -> None:
    assert leaders({A: None}, [], [B]) == {A: None, B: None}


def test_nothing_is_written_over_a_story() -> None:
    assert leaders({A: B}, [A, B], [B]) == {}


def test_what_the_list_may_not_state_is_told_with_its_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    content = tmp_path / "content"
    content.mkdir()
    assert read_moves(content) == {}
    (content / "moved.yaml").write_text(f"{A}: {B}\n../../etc/passwd: null\n", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        assert read_moves(content) == {}
    assert caplog.records[0].getMessage().startswith("content/moved.yaml:2: ")
    (content / "moved.yaml").write_text(f"{A}: {B}\n", encoding="utf-8")
    assert read_moves(content) == {A: B}
