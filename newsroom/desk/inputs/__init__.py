# SPDX-License-Identifier: MIT
"""What came in: every file under seeds/, and the seeds in each, read one at a time."""

from collections.abc import Callable, Iterator
from pathlib import Path

from newsroom.desk.inputs.archive import from_archive
from newsroom.desk.inputs.columns import from_columns
from newsroom.desk.inputs.file import File, Listing, Look, listing_of, look_of
from newsroom.desk.inputs.meter import Meter
from newsroom.desk.inputs.packed import DAMAGE
from newsroom.desk.inputs.plain import from_plain
from newsroom.desk.inputs.raw import Damage, Raw, Unreadable
from newsroom.desk.inputs.rows import from_rows
from newsroom.desk.limits import LimitError, Limits
from newsroom.seedtext import PAGES

__all__ = ["READS_ONE", "File", "Listing", "Look", "Meter", "Raw", "Unreadable", "inputs_from", "listing_of", "look_of"]

Reader = Callable[[Path, str, Limits, Meter], Iterator[Raw | Unreadable]]

READS_ONE = (".txt", *sorted(PAGES))  # one seed a file
READERS: dict[str, Reader] = dict.fromkeys(READS_ONE, from_plain) | {
    ".jsonl": from_rows,
    ".jsonl.gz": from_rows,
    ".jsonl.zst": from_rows,
    ".parquet": from_columns,
    ".warc": from_archive,
    ".warc.gz": from_archive,
    ".wet": from_archive,
    ".wet.gz": from_archive,
}


def inputs_from(file: File, limits: Limits, meter: Meter) -> Iterator[Raw | Unreadable]:
    """The inputs of a file, in its order. What ends it early is one more: nothing is lost in silence."""
    if file.problem:
        yield Unreadable(file.key, *file.problem)
        return
    reader = next((READERS[ending] for ending in _endings(file.path) if ending in READERS), None)
    if reader is None:
        known = ", ".join(READERS)
        yield Unreadable(file.key, "not text", f"{file.path.suffix or 'no suffix'} is none of {known}")
        return
    try:
        for number, each in enumerate(reader(file.path, file.key, limits, meter), 1):
            limits.check("records", number, "the number of records")
            yield each
    except LimitError as error:
        yield Unreadable(file.key, "too large", str(error))
    except (*DAMAGE, Damage, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        yield Unreadable(file.key, "cannot be read", why or str(error) or type(error).__name__)


def _endings(path: Path) -> list[str]:
    """`.jsonl.gz` before `.gz`, without case."""
    suffixes = [suffix.casefold() for suffix in path.suffixes[-2:]]
    return ["".join(suffixes), suffixes[-1]] if suffixes else []
