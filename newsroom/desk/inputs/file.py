# SPDX-License-Identifier: MIT
"""The files under seeds/, and how a change of one is noticed without reading it."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import NamedTuple

from newsroom.desk.inputs.raw import key_problem

SOURCE = "source.toml"
# Most names: to see that they can be keys, they need not be put into a post.
_PLAIN, _SHORT = re.compile(r"\w[\w./-]*", re.ASCII), 500


class Look(NamedTuple):
    """What a file looks like from outside: whoever writes to it changes one of them."""

    size: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class File:
    """A file under seeds/: its path there with forward slashes, and what keeps it from being read, if anything."""

    key: str
    place: str
    look: Look
    problem: tuple[str, str] | None = None

    @property
    def path(self) -> Path:
        """Where it lies: made when it is asked for, for most files are only listed."""
        return Path(self.place)


def look_of(stat: os.stat_result) -> Look:
    """The look of a file of which the system told that."""
    return Look(stat.st_size, stat.st_mtime_ns, stat.st_ino)


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies under seeds/: the files by their keys, and every source.toml."""

    files: tuple[File, ...]
    sources: tuple[File, ...]


def listing_of(folder: Path) -> Listing:
    """All files. Hidden ones, those in hidden folders and READMEs are none. NotADirectoryError if no folder."""
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder}: there is no such folder of seeds")
    files = sorted(_below(str(folder), ""), key=lambda file: file.key)
    parted: tuple[list[File], list[File]] = [], []
    for file in files:
        parted[file.key.rpartition("/")[2] == SOURCE].append(file)
    return Listing(tuple(parted[0]), tuple(parted[1]))


def _below(folder: str, inside: str) -> Iterator[File]:
    with os.scandir(folder) as entries:
        for entry in entries:
            stem = entry.name.rpartition(".")[0] or entry.name
            if entry.name.startswith(".") or stem.casefold() == "readme":
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{inside}{entry.name}/")
            else:
                stat = entry.stat(follow_symlinks=False)
                key = f"{inside}{entry.name}"
                yield File(key, entry.path, look_of(stat), _name_problem(key) or _kind_problem(stat.st_mode))


def _name_problem(key: str) -> tuple[str, str] | None:
    if _PLAIN.fullmatch(key) and ".." not in key and len(key) < _SHORT:
        return None
    try:
        os.fsencode(key).decode()
    except UnicodeDecodeError:
        return "bad file name", f"{os.fsencode(key)!r} is not UTF-8"
    why = "# parts a file from its record" if "#" in key else key_problem(key)
    return ("bad file name", why) if why else None


def _kind_problem(mode: int) -> tuple[str, str] | None:
    if S_ISLNK(mode):  # it may lead to any file of this machine, and seeds can be published
        return "symbolic link", "links are not followed"
    return None if S_ISREG(mode) else ("no file", "a pipe, a device or gone")
