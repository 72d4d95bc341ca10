# SPDX-License-Identifier: MIT
"""Findings on their way from many machines to one desk: a line an input, with its post where it makes one.

newsroom.pipeline writes them, and `invoke collect` reads them. A line is `[made or unmade, fields…, post or null]`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from newsroom.convert import Source
from newsroom.desk.finding import Finding, Job, done_from
from newsroom.desk.inputs.raw import Keys, Raw, Unreadable
from newsroom.desk.limits import DEFAULT_LIMITS, LimitError
from newsroom.desk.spill import Spill
from newsroom.desk.state import finding_from, row_of
from newsroom.stop import Stop


class Finder:
    """Finds what the inputs of one file make, as the desk does of a file of that path under seeds/."""

    def __init__(self, file: str, source: Source) -> None:
        self.file, self._source, self._keys = file, source, Keys(file)

    def line_of(self, identity: str | int, name: str, data: bytes, address: str | None) -> tuple[bytes, str]:
        """The line of the next input of the file, and its outcome in a word: made, refused or unreadable.

        `identity` is empty where it has none; `name` ends as its form does, `.txt` or `.html`.
        """
        key = self._keys.key_of(identity if identity != "" else None, data)
        raw: Raw | Unreadable = Raw(key, name, data, None, address)
        try:
            DEFAULT_LIMITS.check("record_bytes", len(data), f"a text of {len(data):,} bytes")
        except LimitError as error:
            raw = Unreadable(key, "too large", str(error))
        done = done_from(Job(0, raw, self._source, 0))
        row = [*row_of(done.finding), done.written]
        return json.dumps(row).encode() + b"\n", row[2] if row[0] == "unmade" else "made"


def found_in(folder: Path, spill: Spill) -> dict[str, Finding]:
    """The findings of all files below a folder, by their keys, in the order of keys; posts go into the spill.

    Stop, naming file and line, where one is no finding, or has the key of another; NotADirectoryError.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder}: there is no such folder of findings")
    found: dict[str, Finding] = {}
    for path, number, line in _lines(folder):
        try:
            *row, written = json.loads(line)
            finding = finding_from(row)
        except (ValueError, TypeError, IndexError) as error:
            raise Stop(f"{path}:{number}: this is no finding: {error}") from error
        if finding.key in found:
            raise Stop(f"{path}:{number}: {finding.key!r} was found twice: two runs in one folder?")
        found[finding.key] = finding
        if written is not None:
            spill.put(finding.key, written)
    return dict(sorted(found.items()))


def _lines(folder: Path) -> Iterator[tuple[Path, int, bytes]]:
    for path in sorted(folder.rglob("*.jsonl")):
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                yield path, number, line
