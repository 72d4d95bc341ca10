# SPDX-License-Identifier: MIT
"""Runs that are killed, and two at once: a few of those that `invoke torture` tries; and the look itself can fail."""

import os
import random
import shutil
import signal
from pathlib import Path

import pytest

from tests.hostile import faults
from tests.hostile.faults import Editions


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    return Editions.of(tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize("task", ["convert", "build"])
def test_a_run_that_is_killed_leaves_all_whole_and_the_next_completes(editions: Editions, task: str) -> None:
    found = list(faults.kills(editions, task, 2, random.Random(7), signal.SIGKILL))
    assert [why for _, why in found if why] == []


@pytest.mark.skipif(not shutil.which("strace"), reason="no strace here: kills at a call of the system are not tried")
@pytest.mark.parametrize("task", ["convert", "build"])
def test_so_does_one_that_is_killed_at_a_rename(editions: Editions, task: str) -> None:
    found = list(faults.each_call(editions, task, "rename,renameat,renameat2", 1))
    assert [ended.code for ended, _ in found] == [-9]
    assert [why for _, why in found if why] == []


def test_two_builds_at_once_wait_or_say_so_and_a_reader_sees_one_site(editions: Editions) -> None:
    assert [why for _, why in faults.two_at_once(editions, 1) if why] == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk here")
def test_a_full_disk_leaves_the_old_site_and_says_so(tmp_path: Path) -> None:
    ((ended, why),) = faults.full(iter([900]), tmp_path)
    assert why is None
    assert ended.code == 1


def test_a_torn_site_and_a_half_post_are_seen(editions: Editions) -> None:
    page = editions.scene.output / "index.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:-9])
    assert faults.fault_of_site(editions)
    page.unlink()
    page.write_bytes(whole)
    post = next((editions.scene.folder / "content/news/2031").rglob("*.md"))
    text = post.read_bytes()
    post.write_bytes(text[: len(text) // 2])
    assert faults.fault_of_posts(editions)
    post.write_bytes(text)
    assert faults.fault_of_posts(editions) is None
