# SPDX-License-Identifier: MIT
import sys
from pathlib import Path

import pytest

from dev import checks
from dev.checks import Check, command


def test_every_check_runs_and_any_fault_fails_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = [Check("bad", lambda: ["a.py:1: why", "b.py:2: why"]), Check("good", list)]
    assert checks.main(wanted) == 1
    first, second, *rest = capsys.readouterr().out.splitlines()
    assert first.split()[:2] == ["bad", "FAILED"]
    assert second.split()[:2] == ["good", "ok"]
    assert rest == ["", "--- bad", "a.py:1: why", "b.py:2: why"]


def test_no_fault_is_success() -> None:
    assert checks.main([Check("good", list)]) == 0


def test_a_tool_that_fails_without_a_word_is_a_fault() -> None:
    python = sys.executable.rpartition("/")[2].rpartition("\\")[2]
    assert command("x", python, "-c", "raise SystemExit(3)").faults() == ["exit code 3"]
    assert command("x", python, "-c", "print('fine')").faults() == []


def test_a_missing_tool_is_a_fault_and_no_skip() -> None:
    assert command("x", "no-such-tool").faults() == [
        "no-such-tool is not installed in the environment: python3 run.py check"
    ]


def test_the_faults_that_a_tool_prints_are_shown(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import os\n")
    assert "F401" in "\n".join(command("style", "ruff", "check", "--isolated", str(wrong)).faults())
