# SPDX-License-Identifier: MIT
"""Tables for people's spreadsheets: what goes out comes back, and no cell of it is run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.sheet import COLUMNS, Row, SheetError, facts_of, rows_from, written
from newsroom.schema import FrontMatter, Stamp

RUN = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''+1", "=cmd|' /C calc'!A0")
PLAIN = ("'Tis the season", "1 = 1", "a@b.example", "", "’", '"quoted", and more', "two\nlines", "שלום; עולם")


def row(cell: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {"seed": "a.txt", "title": cell}


def back(text: str) -> list[Row]:
    return list(rows_from(text.encode()))


@pytest.mark.parametrize("cell", [*RUN, *PLAIN])
def test_a_cell_comes_back_as_it_was(cell: str) -> None:
    assert back(written([row(cell)])) == [Row(2, row(cell))]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1, max_size=5))
def test_any_text_comes_back_as_it_was(cells: list[str]) -> None:
    assert [each.cells["title"] for each in back(written(map(row, cells)))] == cells


@pytest.mark.parametrize("cell", RUN)
def test_no_cell_begins_as_a_formula_does(cell: str) -> None:
    _, (_, title, *_) = csv.reader(io.StringIO(written([row(cell)]).removeprefix("\ufeff"), newline=""))
    assert title.startswith("'")
    assert title[1:] == cell


def test_a_plain_cell_is_written_as_it_is() -> None:
    _, (_, title, *_) = csv.reader(io.StringIO(written([row("'Tis")]).removeprefix("\ufeff"), newline=""))
    assert title == "'Tis"


def test_facts_are_cells_and_what_is_not_stated_is_empty() -> None:
    front = FrontMatter(title="Pier", date=Stamp.parse("2030-03-03 10:00"), authors=("Ann Lee", "Bo"), category="News")
    assert facts_of(front) == {"title": "Pier", "date": "2030-03-03 10:00", "authors": "Ann Lee; Bo", "section": "News"}
    assert facts_of(FrontMatter(title="Pier")) == {"title": "Pier", "date": "", "authors": "", "section": ""}


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_come_back_as_any_spreadsheet_writes_them(mark: str) -> None:
    table = f'\ufefftitle{mark}seed\r\n"A {mark} B"{mark}a.txt\r\n{mark}\r\nC{mark}b.txt'
    assert back(table) == [
        Row(2, {"title": f"A {mark} B", "seed": "a.txt"}),
        Row(4, {"title": "C", "seed": "b.txt"}),
    ]


def test_a_line_is_counted_where_its_row_begins() -> None:
    assert [each.line for each in back('seed,title\na,"one\ntwo"\nb,three\n')] == [2, 4]


@pytest.mark.parametrize(
    ("table", "line", "why"),
    [
        (b"", 1, "there is no column 'seed'"),
        (b"title\nx", 1, "there is no column 'seed'"),
        (b"seed,titel\n", 1, "column 'titel' is none of seed, title, "),
        (b"seed,title,title\n", 1, "column 'title' is there twice"),
        (b"seed,title\na,b\na\n", 3, "1 cells, but 2 columns"),
        (b"seed,title\na,b\nc,\xe9\n", 3, "byte 0xe9 is not UTF-8; save it as"),
        (b'seed,title\na,"b\n', 2, "this is not CSV: "),
    ],
)
def test_what_is_no_table_is_named_by_its_line(table: bytes, line: int, why: str) -> None:
    with pytest.raises(SheetError) as caught:
        list(rows_from(table))
    assert caught.value.line == line
    assert str(caught.value).startswith(why)
