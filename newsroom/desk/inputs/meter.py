# SPDX-License-Identifier: MIT
"""How far into its files a run has come."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast


@dataclass(slots=True)
class Meter:
    """Bytes of input files that were read, as they lie on the disk; it grows while the run lasts."""

    read: int = 0

    def open(self, path: Path) -> BinaryIO:
        """The file, its bytes counted as they are read."""
        return cast(BinaryIO, io.BufferedReader(_Metered(path, self), 2**18))


class _Metered(io.FileIO):
    def __init__(self, path: Path, meter: Meter) -> None:
        super().__init__(path)
        self._meter = meter

    def readinto(self, buffer: bytearray) -> int | None:  # type: ignore[override]
        count = super().readinto(buffer)
        self._meter.read += count or 0
        return count
