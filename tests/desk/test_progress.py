# SPDX-License-Identifier: MIT
"""What a person sees of a run."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from newsroom.desk import Kind, Outcome, Room, console_from, convert_all
from newsroom.desk.finding import Done, Unmade
from newsroom.desk.outcome import summary_from
from newsroom.desk.progress import show, shown


def console(*, terminal: bool) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(file=out, force_terminal=terminal, width=100, color_system=None), out


def passing(count: int) -> list[Done]:
    """Results of seeds of a hundred bytes each."""
    refused = Unmade("a.txt", Kind.REFUSED, "empty", "no words")
    return [Done(0, refused, 100 * number) for number in range(1, count + 1)]


def test_a_terminal_shows_a_bar_with_rate_and_time_left() -> None:
    to, out = console(terminal=True)
    results = passing(3)
    assert list(shown(results, 300, to)) == results
    assert "100%" in out.getvalue()
    assert "3 seeds" in out.getvalue()
    assert "/s" in out.getvalue()
    assert "0:00:00" in out.getvalue()


def test_elsewhere_a_line_tells_every_thousandth_seed() -> None:
    to, out = console(terminal=False)
    assert len(list(shown(passing(2500), 250_000, to))) == 2500
    assert out.getvalue() == "1,000 seeds, 40% of the files\n2,000 seeds, 80% of the files\n"


def test_quiet_says_only_what_went_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "empty.txt").touch()
    convert_all(Room(tmp_path / "seeds", tmp_path / "content"), console_from(quiet=True))
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


def test_of_many_messages_with_one_reason_a_person_is_shown_a_few_and_told_where_the_rest_is() -> None:
    outcomes = [Outcome(f"{n}.txt", Kind.REFUSED, f"seeds/{n}.txt:1: empty", "empty") for n in range(50)]
    to, out = console(terminal=False)
    show(summary_from(50, outcomes, []), to, ".newsroom/outcomes.jsonl")
    lines = out.getvalue().splitlines()
    assert sum(line.endswith(".txt:1: empty") for line in lines) == 20
    assert "refused, empty: 30 more, all in .newsroom/outcomes.jsonl" in lines
