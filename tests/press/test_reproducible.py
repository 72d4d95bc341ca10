# SPDX-License-Identifier: MIT
"""The same posts make the same bytes and modes, wherever, whenever and by however many they are built.

PRESS_STORIES=1000 is the long form; PRESS_EACH=1 tries each difference alone, to find the one that tells.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.press.test_changes import PROJECT, SETTINGS, STORIES, Paper, tree


@dataclass(frozen=True)
class Place:
    """Where a build runs, and how."""

    folder: str = "one"
    environment: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    settings: str = ""
    is_backward: bool = False  # its files were made in the other order
    is_edited: bool = False  # it was built before, of other posts


EACH = {
    "folder": Place("another folder/ünd"),
    "time zone": Place(environment={"TZ": "Pacific/Kiritimati"}),
    "locale": Place(environment={"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    "umask": Place(umask=0o077),
    "hash seed": Place(environment={"PYTHONHASHSEED": "4711"}),
    "file order": Place(is_backward=True),
    "one core": Place(settings="WORKERS = 1\n"),
    "four cores": Place(settings="WORKERS = 4\n"),
    "edited before": Place(is_edited=True),
}
ALL = Place(
    "another folder/ünd",
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "PYTHONHASHSEED": "4711"},
    0o077,
    "WORKERS = 4\n",
    is_backward=True,
    is_edited=True,
)
PLACES = EACH if os.environ.get("PRESS_EACH") else {"all at once": ALL, "one core": EACH["one core"]}


def built(top: Path, place: Place) -> dict[str, tuple[int, bytes]]:
    """Build the paper in a process of its own, and return its files."""
    folder = top / place.folder
    folder.mkdir(parents=True)
    Paper(folder)
    if place.is_backward:
        _reverse(folder / "content")
    (folder / "keeping.py").write_text(_settings(folder) + place.settings)
    (folder / "pelicanconf.py").unlink()
    posts = sorted((folder / "content/news").rglob("*.md"))
    if place.is_edited:
        right = [post.read_text() for post in posts[:5]]
        posts[0].unlink()
        for post, text in zip(posts[1:5], right[1:], strict=True):
            post.write_text(text.replace("title: ", "title: Not yet ", 1))
        _run(folder, place)
        for post, text in zip(posts[:5], right, strict=True):
            post.write_text(text)
    _run(folder, place)
    return tree(folder / "output")


def _settings(folder: Path) -> str:
    return SETTINGS.replace("THEME_FOLDER", repr(str(folder / "theme"))) + "OUTPUT_PATH = 'output'\n"


def _reverse(content: Path) -> None:
    """Make a folder's files again, the last one first: what a disk lists in the order of making, it lists so now."""
    away = content.with_name("away")
    content.rename(away)
    for path in sorted(away.rglob("*"), reverse=True):
        if path.is_file():
            to = content / path.relative_to(away)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)
    (content / "images").mkdir(parents=True, exist_ok=True)
    shutil.rmtree(away)


def _run(folder: Path, place: Place) -> None:
    command = [sys.executable, "-c", "from newsroom import press; press.build('keeping.py', quiet=True)"]
    clean = {name: value for name, value in os.environ.items() if name != "SITEURL"}
    before = os.umask(place.umask)
    try:
        subprocess.run(
            command, cwd=folder, env=clean | {"PYTHONPATH": str(PROJECT)} | place.environment, check=True, timeout=600
        )
    finally:
        os.umask(before)


@pytest.mark.parametrize("name", PLACES)
def test_a_build_elsewhere_leaves_the_same_bytes_and_modes(name: str, tmp_path: Path) -> None:
    here, there = built(tmp_path / "here", Place()), built(tmp_path / "there", PLACES[name])
    assert len(here) > STORIES
    assert here.keys() == there.keys()
    assert [file for file in here if here[file] != there[file]] == []
