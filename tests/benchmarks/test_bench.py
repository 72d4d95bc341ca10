# SPDX-License-Identifier: MIT
import sys
from pathlib import Path

import pytest

from benchmarks.bench import above_floors, refuse_unequal, sizes_from
from benchmarks.timed import cost_of
from newsroom.stop import Stop


def test_sizes_are_numbers_between_commas() -> None:
    assert sizes_from("100,1000") == [100, 1000]


@pytest.mark.parametrize("text", ["", "0", "100,", "-1", "1.5", "many", "²"])
def test_anything_else_is_answered_with_an_example(text: str) -> None:
    with pytest.raises(Stop, match=r"^--stories: .* is not made of numbers above 0 .*: 100,1000$"):
        sizes_from(text)


def paper(folder: Path, **pages: int) -> Path:
    """Write a site with an HTML file a name, of so many bytes: `y2031_01` is 2031/01/index.html."""
    for name, size in pages.items():
        file = folder.joinpath(*name.removeprefix("y").split("_"), "index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x" * size)
    return folder


def test_nothing_is_compared_when_a_peer_lacks_an_address(tmp_path: Path) -> None:
    ours, theirs = paper(tmp_path / "ours", y2031=100, y2031_01=100), paper(tmp_path / "theirs", y2031=100)
    with pytest.raises(Stop, match=r"^hugo: 1 addresses are not those of ours, the first 2031/01/index.html$"):
        refuse_unequal({"ours": ours, "hugo": theirs})


def test_nothing_is_compared_when_the_median_page_of_a_kind_is_longer_than_ours(tmp_path: Path) -> None:
    ours = paper(tmp_path / "ours", y2031_01=100, y2031_02=100, y2031_03=900)
    refuse_unequal({"ours": ours, "hugo": paper(tmp_path / "near", y2031_01=1, y2031_02=115, y2031_03=900)})
    with pytest.raises(Stop, match=r"^hugo: a page of the kind month has 116 bytes, ours 100$"):
        refuse_unequal({"ours": ours, "hugo": paper(tmp_path / "far", y2031_01=1, y2031_02=116, y2031_03=900)})


def test_the_memory_of_a_commands_children_counts(tmp_path: Path) -> None:
    # Two at once, each busy long enough to be looked at: the system's own figure is that of the largest alone
    child = "x = bytearray(b'x') * 80_000_000; sum(range(30_000_000))"
    start = f"subprocess.Popen([sys.executable, '-c', {child!r}])"
    code = f"import subprocess, sys; [each.wait() for each in [{start} for _ in 'ab']]"
    assert cost_of([sys.executable, "-c", code], tmp_path).peak_mb > 150


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"(?s)exit code 1\n.*no such thing"):
        cost_of([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


def test_a_ratio_above_what_was_pinned_is_named() -> None:
    rows = [
        {"tool": tool, "stories": 1000, "kind": kind, "wall_s": wall}
        for tool, kind, wall in (
            ("ours", "cold", 3.0),
            ("hugo", "cold", 2.0),
            ("ours", "edit", 1.0),
            ("hugo", "edit", 2.0),
        )
    ]
    floors = {"1000": {"cold": {"hugo": 1.4, "pelican": 0.1}, "edit": {"hugo": 0.5}}}
    assert list(above_floors(rows, floors)) == ["  1,000 stories, cold: 1.50 of hugo, pinned at 1.4"]
    assert list(above_floors(rows, {"1000": {"cold": {"hugo": 1.5}}})) == []
