# SPDX-License-Identifier: AGPL-3.0-only
"""The errors that are logged while a site is built: Pelican logs many and exits 0, the press counts."""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.printed import printable

_LEAD = re.compile(r"(?P<file>.+?):\d+: ")


class Complaints(logging.Handler):
    """Collects what is logged at ERROR and above, until someone takes it."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(logging.ERROR)
        self._about: dict[str, list[str]] = {}
        self._other: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message, under the file that it is about when it begins 'file:line: '."""
        line = record.getMessage().strip()
        lead = _LEAD.match(line)
        (self._about.setdefault(lead["file"], []) if lead else self._other).append(line)

    def take(self, file: Path) -> list[str]:
        """Return and forget the messages about this file."""
        said = [line for name in {shown(file), str(file)} for line in self._about.pop(name, [])]
        # Pelican's own words name the file below content/ somewhere in the line
        loose = [line for line in self._other if f"{file.parent.name}/{file.name}" in line]
        self._other = [line for line in self._other if line not in loose]
        return said + [f"{shown(file)}: {' '.join(line.split())}" for line in loose]

    def rest(self) -> list[str]:
        """Return and forget all others."""
        lines = [*self._other, *(line for lines in self._about.values() for line in lines)]
        self._other, self._about = [], {}
        return lines


@contextmanager
def collecting(complaints: Complaints) -> Iterator[None]:
    """Collect what Pelican and we log, also under `pelican --quiet`, which keeps errors from the log."""
    root = logging.getLogger()
    levels = {name: logging.getLogger(name).level for name in ("pelican", "newsroom")}
    for name in levels:
        logger = logging.getLogger(name)
        logger.setLevel(min(logger.getEffectiveLevel(), logging.ERROR))
    root.addHandler(complaints)
    try:
        yield
    finally:
        root.removeHandler(complaints)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def shown(path: Path) -> str:
    """Return the path as a person in the project's folder would write it, on one line."""
    relative = os.path.relpath(path)
    return printable(str(path) if relative.startswith(os.pardir) else Path(relative).as_posix())
