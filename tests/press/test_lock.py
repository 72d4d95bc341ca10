# SPDX-License-Identifier: MIT
"""One build at a time."""

import re
from pathlib import Path

import pytest

from newsroom.press import PressError, lock
from tests.press.conftest import Folder


def test_a_second_build_stops_at_once_and_names_the_first(site: Folder) -> None:
    site.plugin("""
import os, subprocess, sys
from pelican import signals
def run_another(pelican):
    if "SECOND" not in os.environ:
        run = subprocess.run([sys.argv[0], "content", "--log-handler", "plain"], env=os.environ | {"SECOND": "1"},
                             capture_output=True, text=True)
        with open("second.txt", "w") as file:
            print(os.getpid(), run.returncode, run.stderr, file=file)
def register():
    signals.finalized.connect(run_another)
""")
    assert site.pelican().returncode == 0
    pid, code, message = (site.path / "second.txt").read_text().split(maxsplit=2)
    assert code == "1"
    assert "Traceback" not in message
    words = rf"another build is at work: process {pid} on \S+, '.*pelican content.*', since \d{{4}}-\d\d-\d\d \d\d:"
    assert re.search(words, message), message
    assert site.site().keys() >= {"one.html"}


def test_a_killed_builds_lock_is_free_again(site: Folder) -> None:
    site.plugin("""
import os, signal
from pelican import signals
def die(pelican):
    if "DIE" in os.environ:
        os.kill(os.getpid(), signal.SIGKILL)
def register():
    signals.finalized.connect(die)
""")
    assert site.pelican(DIE="1").returncode == -9
    assert site.pelican().returncode == 0


def test_where_nothing_can_be_written_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with (
        pytest.raises(PressError, match=rf": {tmp_path}/file; no site can be made there$"),
        lock.held(tmp_path / "file/.output.lock"),
    ):
        pass


def test_a_note_that_cannot_be_written_gives_the_lock_back(tmp_path: Path) -> None:
    note = tmp_path / ".output.holder"
    note.mkdir()
    with pytest.raises(PressError, match=r"no site can be made there$"), lock.held(tmp_path / ".output.lock"):
        pass
    note.rmdir()
    with lock.held(tmp_path / ".output.lock"):
        assert note.exists()
