# SPDX-License-Identifier: MIT
"""What a person sees of a run."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from newsroom.desk import Kind, Outcome, console_from, convert_all
from newsroom.desk.outcome import summary_from
from newsroom.desk.progress import show, shown


def console(*, terminal: bool) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(file=out, force_terminal=terminal, width=100, color_system=None), out


def test_a_terminal_shows_a_bar_with_rate_and_time_left() -> None:
    to, out = console(terminal=True)
    assert list(shown(range(3), 3, to)) == [0, 1, 2]
    assert "3/3" in out.getvalue()
    assert "/s" in out.getvalue()
    assert "0:00:00" in out.getvalue()


def test_elsewhere_a_line_tells_every_thousandth_seed() -> None:
    to, out = console(terminal=False)
    assert len(list(shown(range(2500), 2500, to))) == 2500
    assert out.getvalue() == "1,000 of 2,500 seeds\n2,000 of 2,500 seeds\n"


def test_quiet_says_only_what_went_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "empty.txt").touch()
    convert_all(tmp_path / "seeds", tmp_path / "content", console_from(quiet=True))
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"{tmp_path}/seeds/empty.txt:1: empty: the seed has no words\n"


def test_under_ci_nothing_is_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert not console_from().is_terminal


def test_the_table_ends_in_the_number_of_inputs() -> None:
    outcomes = [
        Outcome("a.txt", Kind.PUBLISHED, "content/a.md:1: published"),
        Outcome("b.txt", Kind.REFUSED, "seeds/b.txt:1: empty: the seed has no words", "empty"),
        Outcome("c.txt", Kind.REFUSED, "seeds/c.txt:1: empty: the seed has no words", "empty"),
    ]
    to, out = console(terminal=False)
    show(summary_from(3, outcomes, ["content/d.md:1: its seed is gone"]), to)
    lines = [" ".join(line.split()) for line in out.getvalue().splitlines()]
    assert lines == [
        "seeds/b.txt:1: empty: the seed has no words",
        "seeds/c.txt:1: empty: the seed has no words",
        "content/d.md:1: its seed is gone",
        "outcome reason seeds",
        "published 1",
        "refused empty 2",
        "all 3",
    ]


def test_a_file_name_cannot_steer_the_terminal() -> None:
    outcome = Outcome("x", Kind.UNREADABLE, "seeds/[red]\x1b[2J\u202e\udcff.txt:1: not text", "not text")
    to, out = console(terminal=False)
    show(summary_from(1, [outcome], []), to)
    assert out.getvalue().startswith(r"seeds/[red]\x1b[2J\u202e\udcff.txt:1: not text")
