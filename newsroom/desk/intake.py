# SPDX-License-Identifier: MIT
"""What came in: every file under seeds/, and the seed in each."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsroom.convert import MOST_CHARACTERS, Seed
from newsroom.schema import FieldError, FrontMatter

# A character of UTF-8 has four bytes at most: a larger file has too many characters for sure.
_MOST_BYTES = 4 * MOST_CHARACTERS


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file gives no seed."""

    key: str
    reason: str
    why: str


def keys_in(folder: Path) -> list[str]:
    """The keys of all inputs: paths below `folder`, with forward slashes, sorted.

    Hidden files and folders and READMEs are none. NotADirectoryError if there is no folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder}: there is no such folder of seeds")
    return sorted(path.relative_to(folder).as_posix() for path in _files_below(folder))


def seed_from(folder: Path, key: str) -> Seed | Unreadable:
    """The seed that a key names, or why there is none."""
    path = folder / key
    problem = _key_problem(key) or _file_problem(path)
    if problem:
        return Unreadable(key, *problem)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        return Unreadable(key, "cannot be read", error.strerror or str(error))
    if len(data) > _MOST_BYTES:
        return Unreadable(key, "too large", f"more than {_MOST_BYTES:,} bytes")
    try:
        return Seed.from_bytes(key, data)
    except UnicodeDecodeError as error:
        return Unreadable(key, "not UTF-8", f"byte {data[error.start]:#04x} at {error.start:,}")


def _files_below(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name.startswith(".") or entry.stem.casefold() == "readme":
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _files_below(entry)
        else:
            yield entry


def _key_problem(key: str) -> tuple[str, str] | None:
    """What keeps a path from being a key: a post must be able to state it."""
    try:
        os.fsencode(key).decode()
        FrontMatter(title="-", seed=key)
    except UnicodeDecodeError:
        return "bad file name", f"{os.fsencode(key)!r} is not UTF-8"
    except FieldError as error:
        return "bad file name", error.why
    return None


def _file_problem(path: Path) -> tuple[str, str] | None:
    if path.is_symlink():  # it may lead to any file of this machine, and seeds can be published
        return "symbolic link", "links are not followed"
    if not path.is_file():
        return "no file", "a pipe, a device or gone"
    if path.suffix.casefold() != ".txt":
        return "not text", f"{path.suffix or 'no suffix'}: only .txt files are converted"
    return None
