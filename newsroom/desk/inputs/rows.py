# SPDX-License-Identifier: MIT
"""Rows: a file of JSON lines, each `{id?, text, url?, …}`."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from newsroom.desk.inputs.meter import Meter
from newsroom.desk.inputs.packed import unpacked
from newsroom.desk.inputs.raw import Keys, Raw, Unreadable
from newsroom.desk.limits import LimitError, Limits


def from_rows(path: Path, key: str, limits: Limits, meter: Meter) -> Iterator[Raw | Unreadable]:
    """The seed of each line, or why it has none."""
    keys = Keys(key)
    with unpacked(path, limits, meter) as file:
        for number, data in _lines(file, limits):
            try:
                limits.check("line_bytes", len(data), "a line")
                yield raw_from(_row_from(data), keys, limits)
            except LimitError as error:
                yield Unreadable(keys.key_of(None, data), "too large", str(error), number)
            except ValueError as error:
                yield Unreadable(keys.key_of(None, data), "not a row", str(error), number)


def raw_from(row: Mapping[str, Any], keys: Keys, limits: Limits) -> Raw:
    """The seed of a row; ValueError where it has none."""
    text, address = row.get("text"), row.get("url")
    if not isinstance(text, str):
        raise ValueError("text is missing" if text is None else f"text: a {type(text).__name__} is no text")
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"text: half a character at {error.start:,}") from error
    limits.check("record_bytes", len(data), f"a text of {len(data):,} bytes")
    return Raw(keys.key_of(row.get("id"), data), "row.txt", data, None, address if isinstance(address, str) else None)


def _lines(file: BinaryIO, limits: Limits) -> Iterator[tuple[int, bytes]]:
    """The lines that are not empty, with their numbers; of a longer one than is taken, what shows that."""
    number = 0
    while data := file.readline(limits.line_bytes + 1):
        number += 1
        rest = data
        while len(rest) > limits.line_bytes and not rest.endswith(b"\n"):
            rest = file.readline(limits.line_bytes + 1)
        if data.strip():
            yield number, data


def _row_from(data: bytes) -> dict[str, Any]:
    try:
        row = json.loads(data)
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte {data[error.start]:#04x} at {error.start:,}") from error
    except RecursionError as error:
        raise ValueError("not JSON that can be read: too deeply nested") from error
    except ValueError as error:
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise ValueError(f"a {type(row).__name__} is no object")
    return row
