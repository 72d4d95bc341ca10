# SPDX-License-Identifier: MIT
"""What git has of the posts: the versions of each, in order, each with its day.

The history of the branch as it stood: a merge is one step, on its own day. Days are those that a commit states for
its author, in the author's own zone; a rebase leaves them.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsroom.stop import Stop

_MARK = b"\x01"  # begins the line of a commit, as no path of git's raw lines does


@dataclass(frozen=True, slots=True)
class Version:
    """A file's content at a commit: where it stood, on which day it came, and git's name of the content."""

    path: str
    day: date
    blob: str


def versions_of(folder: Path) -> dict[str, list[Version]]:
    """{path below `folder`: its versions, the oldest first}, of files that stand in the last commit.

    A file that moved takes its versions along, if git sees that it did: it compares at most 1,000 files a commit.

    Stop where the folder is in no repository, nothing was committed, or only the end of the history is here.
    """
    if _said(folder, "rev-parse", "--is-shallow-repository") == "true":
        raise Stop("this is a shallow clone, which has the end of the history alone: git fetch --unshallow")
    command = ["log", "--first-parent", "-m", "--reverse", "--find-renames=40%", "--no-abbrev", "--raw", "-z"]
    found: dict[str, list[Version]] = {}
    for day, status, blob, old, path in _steps(_run(folder, *command, "--relative", "--format=%x01%as", "--", ".")):
        before = found.pop(old, [])
        if status != "D":
            found[path] = [*before, Version(path, day, blob)]
    return found


def _steps(log: bytes) -> Iterator[tuple[date, str, str, str, str]]:
    """(day, kind of change, blob, path before, path) of each file of each commit: git's diff-format, "raw"."""
    day = date.min
    fields = iter(log.split(b"\0"))
    for field in fields:
        line = field.lstrip(b"\n")
        if line.startswith(_MARK):
            head, _, line = line[1:].partition(b"\n")
            day, line = date.fromisoformat(head.decode("ascii")), line.lstrip(b"\n")
        if line.startswith(b":"):
            blob, status = line[1:].decode("ascii").split(" ")[3:]
            old = path = next(fields).decode("utf-8", "surrogateescape")
            if status[0] == "R":
                path = next(fields).decode("utf-8", "surrogateescape")
            yield day, status[0], blob, old, path


def texts_of(folder: Path, blobs: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield (blob, content) of these, each once, in order; git is started once for all."""
    wanted = list(dict.fromkeys(blobs))
    with subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as git:
        assert git.stdin
        assert git.stdout
        for blob in wanted:
            git.stdin.write(f"{blob}\n".encode())
            git.stdin.flush()
            _, _, size = git.stdout.readline().decode("ascii").partition(" blob ")
            if not size:
                raise Stop(f"git has no content {blob}: the repository is damaged; git fsck tells more")
            yield blob, git.stdout.read(int(size))
            git.stdout.read(1)


def _said(folder: Path, *arguments: str) -> str:
    return _run(folder, *arguments).decode("utf-8", "replace").strip()


def _run(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise Stop("git is not installed, and only git knows what was changed when") from error
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Stop(f"git cannot tell what was changed when: {why[0] if why else done.returncode}")
    return done.stdout
