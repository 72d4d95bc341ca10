# SPDX-License-Identifier: MIT
"""Columns: a Parquet file whose rows are `{id?, text, url?, …}`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsroom.desk.inputs.meter import Meter
from newsroom.desk.inputs.raw import Damage, Keys, Raw, Unreadable
from newsroom.desk.inputs.rows import raw_from
from newsroom.desk.limits import LimitError, Limits

_COLUMNS = ("id", "text", "url")
_BATCH_ROWS = 64  # in memory at once, each as long as a record may be and no longer


def from_columns(path: Path, key: str, limits: Limits, meter: Meter) -> Iterator[Raw | Unreadable]:
    """The seed of each row, or why it has none."""
    keys = Keys(key)
    size = path.stat().st_size
    limits.check("file_bytes", size, f"a file of {size:,} bytes")
    for number, row in enumerate(_unpanicked(_rows(path)), 1):
        try:
            yield raw_from(row, keys, limits)
        except LimitError as error:
            yield Unreadable(keys.key_of(row.get("id"), b"%d" % number), "too large", str(error), number)
        except ValueError as error:
            yield Unreadable(keys.key_of(row.get("id"), b"%d" % number), "not a row", str(error), number)
    meter.read += size


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    from arro3.io import read_parquet  # 10 MB that few runs need

    for batch in read_parquet(path, batch_size=_BATCH_ROWS):
        names = [name for name in _COLUMNS if name in batch.column_names]
        columns = [batch.column(name).to_pylist() for name in names]
        for values in zip(*columns, strict=True):
            yield dict(zip(names, values, strict=True))


def _unpanicked(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The same rows; Damage where arro3 gives up, on some damaged files by a panic, which is no Exception."""
    try:
        yield from rows
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as error:
        said = str(error).strip() or type(error).__name__
        raise Damage(said.splitlines()[0][:200]) from error
