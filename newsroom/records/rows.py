# SPDX-License-Identifier: MIT
"""A row: one line of JSON in, the line of its record out, or why there is none."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from newsroom.convert import NO_EVIDENCE, Evidence, record

# A line that is longer is no row. The longest text that the converter takes has 400,000 characters, at
# most 4.8 MB as JSON; what else a row may bring, the page's HTML perhaps, has room.
LONGEST_BYTES = 32 * 2**20


class RowError(ValueError):
    """A line that is no row; the text says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the input, its number from 1, cut where it is too long to be a row."""

    number: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a line: the line of its record, or `bad`: why there is none.

    `refused` is the reason, in the few words to count by.
    """

    number: int
    data: bytes = b""
    refused: str | None = None
    bad: str | None = None


def lines_of(file: BinaryIO) -> Iterator[Line]:
    """The lines that are not empty; of one that is too long no more is kept than shows that."""
    number = 0
    while data := file.readline(LONGEST_BYTES + 1):
        number += 1
        rest = data
        while len(rest) > LONGEST_BYTES and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_BYTES + 1)
        if data.strip():
            yield Line(number, data)


def result_of(line: Line) -> Result:
    """The record of a line, by its text alone. The same line always gives the same."""
    return _result(line, lambda _row: NO_EVIDENCE)


def result_with_address(line: Line) -> Result:
    """The record of a line, by its text and the `url` that it may bring."""
    return _result(line, lambda row: Evidence(address=_url_of(row)))


def _result(line: Line, evidence: Callable[[dict[str, Any]], Evidence]) -> Result:
    try:
        row = _row_from(line.data)
        made = record(_text_of(row), _identity_of(row), evidence(row))
    except RowError as error:
        return Result(line.number, bad=str(error))
    reason = made["reason"].partition(":")[0] if made["reason"] else None
    return Result(line.number, encoded(made), reason if made["refused"] else None)


def _row_from(data: bytes) -> dict[str, Any]:
    """The row of a line; RowError where it is none."""
    if len(data) > LONGEST_BYTES:
        raise RowError(f"longer than {LONGEST_BYTES:,} bytes")
    try:
        row = json.loads(data)
    except UnicodeDecodeError as error:
        raise RowError(f"not UTF-8: byte {data[error.start]:#04x} at {error.start:,}") from error
    except RecursionError as error:
        raise RowError("not JSON that can be read: too deeply nested") from error
    except ValueError as error:
        raise RowError(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise RowError(f"not an object: {_shown(row)}")
    return row


def _identity_of(row: dict[str, Any]) -> str | int:
    identity = row.get("id")
    if isinstance(identity, str) or (isinstance(identity, int) and not isinstance(identity, bool)):
        return identity
    raise RowError("id is missing" if identity is None else f"id: {_shown(identity)} is no text and no whole number")


def _text_of(row: dict[str, Any]) -> str:
    text = row.get("text")
    if isinstance(text, str):
        return text
    raise RowError("text is missing" if text is None else f"text: {_shown(text)} is no text")


def _url_of(row: dict[str, Any]) -> str | None:
    url = row.get("url")
    if url is None or isinstance(url, str):
        return url
    raise RowError(f"url: {_shown(url)} is no text")


def _shown(value: object) -> str:
    shown = json.dumps(value)
    return shown if len(shown) <= 40 else f"{shown[:40]}…"


def encoded(value: object) -> bytes:
    """One line of JSON in UTF-8, with escapes only where an id holds half a character."""
    try:
        return json.dumps(value, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(value).encode() + b"\n"
