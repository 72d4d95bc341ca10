# SPDX-License-Identifier: MIT
"""Tables of facts that people correct in a spreadsheet: out as CSV, and in again as they come back."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsroom.schema import FrontMatter

FACTS = ("title", "date", "authors", "section")  # what can be corrected
COLUMNS = ("seed", *FACTS, "doubts", "points", "post", "digest")
_BETWEEN = "; "  # authors
# Spreadsheets run a cell that begins with one of these, East Asian ones the wide forms too: an apostrophe
# before it makes it a text. OWASP, "CSV Injection".
_RUN = "=+\\-@\t\r\n＝＋－＠"
_MUST_QUOTE = re.compile(f"'*[{_RUN}]")
_QUOTED = re.compile(f"'+[{_RUN}]")


class SheetError(ValueError):
    """A line of a table cannot be taken; `line` counts from 1."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: cells by column, their apostrophes taken off."""

    line: int
    cells: dict[str, str]


def facts_of(front: FrontMatter) -> dict[str, str]:
    """The facts of a post as cells."""
    return {
        "title": front.title,
        "date": str(front.date) if front.date else "",
        "authors": _BETWEEN.join(front.authors),
        "section": front.category or "",
    }


def written(rows: Iterable[dict[str, str]]) -> str:
    """The rows as CSV under COLUMNS, no cell of which a spreadsheet runs. It begins as Excel tells UTF-8 by."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows({name: _quoted(cell) for name, cell in row.items()} for row in rows)
    return "\ufeff" + file.getvalue()


def rows_from(data: bytes) -> Iterator[Row]:
    """The rows of a table with a column `seed` and others of COLUMNS, parted by commas, semicolons or tabs.

    SheetError where it is none, and at a line with too many or too few cells.
    """
    text = _text_of(data)
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        names = [name.strip() for name in next(reader, [])]
        _check(names)
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                if len(cells) != len(names):
                    raise SheetError(line, f"{len(cells)} cells, but {len(names)} columns")
                yield Row(line, dict(zip(names, map(_unquoted, cells), strict=True)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise SheetError(reader.line_num, f"this is not CSV: {error}") from error


def _text_of(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SheetError(line, f"byte {data[error.start]:#04x} is not UTF-8; save it as “CSV UTF-8”") from error


def _check(names: list[str]) -> None:
    if "seed" not in names:
        raise SheetError(1, "there is no column 'seed'")
    for name in names:
        if name not in COLUMNS:
            raise SheetError(1, f"column {name[:40]!r} is none of {', '.join(COLUMNS)}")
        if names.count(name) > 1:
            raise SheetError(1, f"column {name!r} is there twice")


def _quoted(cell: str) -> str:
    return f"'{cell}" if _MUST_QUOTE.match(cell) else cell


def _unquoted(cell: str) -> str:
    return cell[1:] if _QUOTED.match(cell) else cell
