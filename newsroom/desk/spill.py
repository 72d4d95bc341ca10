# SPDX-License-Identifier: MIT
"""Posts on their way: made in any number before the first is written, so they wait on the disk, not in memory."""

import tempfile
from typing import Self


class Spill:
    """Texts by key, in a file without a name that is gone with the run."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it is open as long as the run
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def put(self, key: str, text: str) -> None:
        """Keep a text."""
        data = text.encode()
        self._file.seek(self._end)
        self._file.write(data)
        self._places[key] = self._end, len(data)
        self._end += len(data)

    def get(self, key: str) -> str:
        """The text that was put; KeyError if none was."""
        start, size = self._places[key]
        self._file.seek(start)
        return self._file.read(size).decode()
