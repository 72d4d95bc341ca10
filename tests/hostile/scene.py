# SPDX-License-Identifier: MIT
"""A small paper in a folder of its own, and runs of the converter and of the press on it that may be ended any time.

A run is a fork of this process, which has imported everything: so a kill hits the work, and not the loading of Python.
"""

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from benchmarks.paper import story
from newsroom import desk, press
from newsroom.schema import FrontMatter, PostFile, Stamp, write
from newsroom.settings import load
from newsroom.stop import Stop

ROOT = Path(__file__).parents[2]
Tree = Mapping[str, str]  # path below a folder -> SHA-256 of the file
EDITED, BY_HAND = "The hand-edited line stays.", "content/news/by-hand.md"
LONGEST = 300  # seconds after which a run is taken to hang
_SETTINGS = """
import runpy
STATED = runpy.run_path({root!r} + "/pelicanconf.py")
globals().update({{name: value for name, value in STATED.items() if name.isupper()}})
PATH, OUTPUT_PATH, SEED_PATH, THEME = "content", {output!r}, {folder!r} + "/seeds", {root!r} + "/theme"
THEME_TEMPLATES_OVERRIDES = [{root!r} + "/theme/components"]
SEARCH, SEARCH_CACHE, PICTURE_CACHE = {search}, {folder!r} + "/search", {folder!r} + "/pictures"
RELATED_CACHE, WORKERS = {folder!r} + "/related.tsv", 2
"""  # fmt: skip


@dataclass(frozen=True)
class Ended:
    """How a run ended: the exit code, minus the signal's number where one killed it, and what it said."""

    code: int
    said: str


@dataclass(frozen=True)
class Scene:
    """The paper's folder. Its site stands in `output`, which may be on a disk of its own."""

    folder: Path
    output: Path

    def run(self, task: str, meanwhile: Callable[[int], None] = lambda _process: None) -> Ended:
        """Run a task, call `meanwhile` with the id of its process, and return how it ended."""
        process = self.start(task)
        meanwhile(process)
        return self.wait(process)

    def start(self, task: str, *, stopped: bool = False) -> int:
        """Begin a task, and return the id of its process; `stopped` lets it wait for SIGCONT before its work."""
        process = os.fork()
        if not process:
            _work(self, task, stopped=stopped)
        return process

    def wait(self, process: int) -> Ended:
        """Wait for a run."""
        ends = time.monotonic() + LONGEST
        while not (found := os.waitpid(process, os.WNOHANG))[0]:
            if time.monotonic() > ends:
                os.kill(process, signal.SIGKILL)
                raise AssertionError(f"a run hung: {self.said(process)}")
            time.sleep(0.002)  # a poll, for waitpid knows no time limit
        return Ended(os.waitstatus_to_exitcode(found[1]), self.said(process))

    def said(self, process: int) -> str:
        """Return what a run has said; nothing where it was killed before it could."""
        said = self.folder / f"said-{process}"
        return said.read_text("utf-8", errors="replace") if said.exists() else ""

    def site(self) -> Tree:
        """Return the site that visitors see."""
        return tree(self.output)

    def content(self) -> Tree:
        """Return the posts, and what is remembered of them; not the parts that a killed run left beside them."""
        found = tree(self.folder / "content")
        return {name: digest for name, digest in found.items() if not name.rpartition("/")[2].startswith(".")}


def tree(folder: Path) -> Tree:
    """Return the files of a folder. Raises OSError if it changes meanwhile."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def make(folder: Path, *, output: Path | None = None, search: bool = False) -> Scene:
    """Write a paper of seeds, of posts that they made, one of them edited by hand, and of one post by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    scene = Scene(folder, output or folder / "output")
    values = {"root": str(ROOT), "folder": str(folder), "output": str(scene.output), "search": search}
    (folder / "pelicanconf.py").write_text(_SETTINGS.format(**values), encoding="utf-8")
    shutil.copytree(_pictures(), folder / "content/images")
    by_hand = FrontMatter("By hand", Stamp.parse("2031-01-02"), image="sea.jpg", image_alt="The sea")
    (folder / BY_HAND).parent.mkdir(parents=True)
    (folder / BY_HAND).write_text(write(PostFile(by_hand, story(900, 900).body)), encoding="utf-8")
    seeds(scene, 8)
    ended = scene.run("convert")
    assert ended.code == 0, ended.said
    edited = sorted((folder / "content/news").rglob("*/*.md"))[0]
    edited.write_text(f"{edited.read_text('utf-8')}\n{EDITED}\n", encoding="utf-8")
    return scene


def _pictures() -> Path:
    from tests.hostile.paper import _pictures

    return _pictures()


def seeds(scene: Scene, count: int, words: str = "It ended on Monday.") -> None:
    """Write so many seeds; the first two, and a copy of the third, end in other words where `words` are others."""
    for number in range(count):
        told = story(number, 1500)
        last = words if number < 2 else "It ended on Monday."
        text = f"{told.title}\nBy Mara Quill\nPublished: {number + 1} March 2031 at 06:30\n{told.body}\n{last}\n"
        path = scene.folder / "seeds" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _work(scene: Scene, task: str, *, stopped: bool) -> NoReturn:
    """Do a task as its command would, and leave without a way back into this process's code."""
    code = 1
    try:
        os.setpgid(0, 0)
        said = os.open(scene.folder / f"said-{os.getpid()}", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.stdout, sys.stderr = open(1, "w", buffering=1), open(2, "w", buffering=1)  # noqa: SIM115
        os.chdir(scene.folder)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if stopped:
            os.kill(os.getpid(), signal.SIGSTOP)
        code = _done(task)
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    except BaseException as error:  # noqa: BLE001 - told, and the code says so
        print(f"unforeseen {type(error).__name__}: {error}", file=sys.stderr)
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
        os._exit(code)


def _done(task: str) -> int:
    """What tasks.py does for each task, and how it tells of what stopped it."""
    try:
        if task == "convert":
            settings = load()
            room = desk.Room(Path("seeds"), Path("content"), processes=1, addresses=settings["ADDRESSES"])
            desk.convert_all(room, desk.console_from(quiet=True))
        else:
            press.build()
    except KeyboardInterrupt:
        print("interrupted; what was written is whole", file=sys.stderr)
        return 128 + signal.SIGINT
    except (Stop, OSError) as error:
        print(error, file=sys.stderr)
        return getattr(error, "exitcode", 1)
    return 0


def is_root() -> bool:
    """Whether a disk can be mounted here."""
    return os.geteuid() == 0 and subprocess.run(["mount"], capture_output=True, check=False).returncode == 0
