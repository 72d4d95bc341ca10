# SPDX-License-Identifier: MIT
"""The two ends of a run: rows from a file or the standard input, records to a file or the standard output."""

import gzip
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from newsroom.stop import Stop

_GZIP = b"\x1f\x8b"


@contextmanager
def reading(source: str) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked if they are gzipped, whatever its name is."""
    if source == "-":
        yield _unpacked(sys.stdin.buffer, "standard input")
        return
    with open(source, "rb") as file:
        yield _unpacked(file, source)


@contextmanager
def writing(target: str, source: str) -> Iterator[BinaryIO]:
    """A file that takes its place when it is whole; what is no plain file is written as it is."""
    path = Path(target)
    if target == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif path.exists() and not path.is_file():  # a pipe, or /dev/null
        with path.open("wb") as file:
            yield file
    else:
        if source != "-" and path.exists() and path.samefile(source):
            raise Stop(f"{target}: the records would take the place of the rows")
        yield from _written_aside(path)


def _written_aside(path: Path) -> Iterator[BinaryIO]:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            if path.suffix == ".gz":
                # No name and no time inside: the same rows make the same bytes.
                with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
                    yield cast(BinaryIO, packed)
            else:
                yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _unpacked(file: BinaryIO, name: str) -> BinaryIO:
    peek = getattr(file, "peek", None)
    if peek is None or peek(2)[:2] != _GZIP:
        return file
    return cast(BinaryIO, _Packed(file, name))


class _Packed:
    """The lines of a gzipped file; Stop where it is damaged or ends too early."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = gzip.GzipFile(fileobj=file), name

    def readline(self, limit: int) -> bytes:
        """Up to `limit` bytes of the next line."""
        try:
            return self._file.readline(limit)
        except (EOFError, OSError, zlib.error) as error:
            raise Stop(f"{self._name}: damaged gzip: {error}") from error
