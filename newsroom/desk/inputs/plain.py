# SPDX-License-Identifier: MIT
"""A file that is one seed: a text, or a page of HTML."""

from collections.abc import Iterator
from pathlib import Path

from newsroom.desk.inputs.meter import Meter
from newsroom.desk.inputs.raw import Raw
from newsroom.desk.limits import Limits


def from_plain(path: Path, key: str, limits: Limits, meter: Meter) -> Iterator[Raw]:
    """The seed that the file is. LimitError if it is too large, of which no more is read than shows that."""
    with meter.open(path) as file:
        data = file.read(limits.record_bytes + 1)
    limits.check("record_bytes", len(data), "the file")
    yield Raw(key, path.name, data)
