# SPDX-License-Identifier: MIT
"""The bytes of a packed file, unpacked as they are read, and no more of them than the limits allow."""

import gzip
import io
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from newsroom.desk.inputs.meter import Meter
from newsroom.desk.limits import Limits

if sys.version_info >= (3, 14) and not TYPE_CHECKING:
    from compression import zstd
else:
    from backports import zstd

# What reading a damaged file raises.
DAMAGE = (EOFError, gzip.BadGzipFile, zlib.error, zstd.ZstdError)
_MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
# A small file may be all alike and no bomb; what this much unpacks to fits into memory anyway.
_FREE_BYTES = 2**24


def unpacked(path: Path, limits: Limits, meter: Meter) -> BinaryIO:
    """The bytes of a file, told by its first ones to be gzip or Zstandard, whatever its name is.

    LimitError if it is larger, packed more often, or unpacks to more than the limits allow, that also later,
    while it is read; OSError if it cannot be opened.
    """
    size = path.stat().st_size
    limits.check("file_bytes", size, f"a file of {size:,} bytes")
    file = meter.open(path)
    layers = 0
    try:
        while layer := _layer(file):
            layers += 1
            limits.check("nesting", layers, f"{layers} packings one in another")
            file = cast(BinaryIO, io.BufferedReader(_Counted(layer, file, size, limits), 2**18))
    except BaseException:
        file.close()
        raise
    return file


def _layer(file: BinaryIO) -> BinaryIO | None:
    start = cast(io.BufferedReader, file).peek(4)[:4]
    kind = next((name for magic, name in _MAGIC.items() if start.startswith(magic)), None)
    if kind == "gzip":
        return cast(BinaryIO, gzip.GzipFile(fileobj=file))
    return cast(BinaryIO, zstd.ZstdFile(file)) if kind else None


class _Counted(io.RawIOBase):
    """Bytes that are counted against the file's size as they come; `below` is what they are unpacked from."""

    def __init__(self, file: BinaryIO, below: BinaryIO, packed_bytes: int, limits: Limits) -> None:
        self._file, self._below, self._packed, self._limits = file, below, packed_bytes, limits
        self._count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._count

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go on, never back: fastwarc skips what it does not want."""
        target = offset + (self._count if whence == io.SEEK_CUR else 0)
        if target < self._count or whence == io.SEEK_END:
            raise io.UnsupportedOperation("a packed file is read in one go")
        while self._count < target and self.read(min(target - self._count, 2**18)):
            pass
        return self._count

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self._file.read1(len(buffer))  # type: ignore[attr-defined]  # all that comes before any damage
        buffer[: len(data)] = data
        self._count += len(data)
        if self._count > _FREE_BYTES:
            ratio = self._count // max(1, self._packed)
            self._limits.check("ratio", ratio, f"one byte that unpacks to {ratio:,}")
        return len(data)

    def close(self) -> None:
        self._file.close()
        self._below.close()  # which the readers of packed files leave open
        super().close()
