# SPDX-License-Identifier: MIT
import os
from pathlib import Path

import pytest

from dev import browser

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


def command(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@posix
def test_a_stub_that_only_asks_for_a_snap_is_no_browser(tmp_path: Path) -> None:
    assert not browser.starts(command(tmp_path, "chromium-browser", "echo 'snap install chromium'; exit 1"))
    assert browser.starts(command(tmp_path, "chromium", "echo Chromium 156"))


@posix
def test_the_browser_that_a_person_names_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = command(tmp_path, "mine", "echo Chromium 156")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert list(browser.candidates()) == [named]


def test_a_named_browser_that_does_not_start_is_told_and_nothing_else_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "no/such/browser")
    with pytest.raises(browser.BrowserMissing, match=r"CHROMIUM: 'no/such/browser' does not start"):
        browser.ensure()


def test_where_nothing_can_be_brought_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "candidates", lambda: iter(()))
    for way in ("install_packages", "unpack_packages", "download_build"):
        monkeypatch.setattr(browser, way, lambda: None)
    with pytest.raises(browser.BrowserMissing, match="apt-get install chromium-headless-shell"):
        browser.ensure()


def test_this_machine_has_a_browser_that_starts() -> None:
    assert browser.starts(browser.ensure())
