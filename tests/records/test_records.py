# SPDX-License-Identifier: MIT
"""Rows in, records out: in order, all accounted for, the same from one process or many."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom import records
from newsroom.convert import MOST_CHARACTERS, record
from newsroom.records.rows import LONGEST_BYTES, Line, lines_of, result_of

ROOT = Path(__file__).parents[2]
STORY = """Ferry to Port Ember returns after nine winters

Published at 09:15 pm June 2nd, 2031

The ferry between Port Ember and the island of Sael sailed again on Sunday, nine winters after ice broke its pier, \
the harbour office told reporters.

About 300 islanders stood on the new pier in the rain to meet it, many of them with flags that their children had \
painted at school.
"""


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "newsroom", "records", *arguments]
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, check=False)


def lines(rows: list[object]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def test_a_text_gives_a_record_whose_blocks_are_the_text() -> None:
    made = record(STORY, 7)
    assert "".join(STORY[start:end] for start, end, *_ in made["blocks"]) == STORY
    assert made | {"blocks": [], "paragraphs": []} == {
        "id": 7,
        "refused": False,
        "reason": None,
        "lang": "en",
        "title": "Ferry to Port Ember returns after nine winters",
        "published": "2031-06-02T21:15",
        "modified": None,
        "authors": [],
        "section": None,
        "tags": [],
        "dateline": None,
        "agency": None,
        "paragraphs": [],
        "blocks": [],
        "taken": [],
    }
    assert made["paragraphs"] == STORY.strip().split("\n\n")[2:]


def test_only_with_the_option_is_a_rows_address_looked_at(tmp_path: Path) -> None:
    text = STORY.replace("Published at 09:15 pm June 2nd, 2031\n\n", "")
    rows = lines([{"id": 1, "text": text, "url": "https://ember.example/2031/06/03/ferry"}, {"id": 2, "text": text}])
    without = [json.loads(line) for line in run("-", stdin=rows).stdout.splitlines()]
    assert [(row["published"], row["taken"]) for row in without] == [(None, []), (None, [])]
    made = [json.loads(line) for line in run("-", "--with-address", "--processes", "2", stdin=rows).stdout.splitlines()]
    assert [(row["published"], row["taken"]) for row in made] == [("2031-06-03", ["published"]), (None, [])]
    done = run("-", "--with-address", stdin=lines([{"id": 1, "text": text, "url": 7}]))
    assert (done.returncode, done.stdout) == (records.BAD_ROWS, b"")
    assert b"standard input:1: url: 7 is no text" in done.stderr


def test_a_refused_text_says_why_and_claims_nothing() -> None:
    made = record("", "x")
    assert (made["refused"], made["reason"], made["title"], made["paragraphs"], made["blocks"]) == (
        True,
        "empty: the seed has no words",
        None,
        [],
        [],
    )


@pytest.mark.parametrize("processes", ["1", "3"])
def test_rows_keep_their_order_and_every_one_is_accounted_for(tmp_path: Path, processes: str) -> None:
    rows = [{"id": number, "text": STORY if number % 3 else "", "url": "x"} for number in range(400)]
    source = tmp_path / "in.jsonl"
    source.write_bytes(lines(rows[:200]) + b"{broken\n\n" + lines(rows[200:]))
    done = run(str(source), "-o", str(tmp_path / "out.jsonl"), "--processes", processes)
    made = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert done.returncode == records.BAD_ROWS
    assert [row["id"] for row in made] == list(range(400))
    assert made[1] == record(STORY, 1)
    said = done.stderr.decode().splitlines()
    assert said[0].startswith(f"{source}:201: not JSON: ")
    assert said[-1] == "401 rows: 266 articles, 134 refused (empty 134), 1 bad"
    assert sorted(os.listdir(tmp_path)) == ["in.jsonl", "out.jsonl"]


def test_standard_streams_and_gzip_go_both_ways(tmp_path: Path) -> None:
    row = lines([{"id": "a", "text": STORY}])
    plain = run("-", "--quiet", stdin=row)
    assert (plain.returncode, plain.stderr) == (0, b"")
    assert run("-", "--quiet", stdin=gzip.compress(row)).stdout == plain.stdout
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(row))
    assert run(str(tmp_path / "in.jsonl.gz"), "-o", str(tmp_path / "out.jsonl.gz")).returncode == 0
    assert gzip.decompress((tmp_path / "out.jsonl.gz").read_bytes()) == plain.stdout


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{", "not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        (b'{"id": "\xff"}', "not UTF-8: byte 0xff at 8"),
        (b"[1]", "not an object: [1]"),
        (b'{"text": ""}', "id is missing"),
        (b'{"id": true, "text": ""}', "id: true is no text and no whole number"),
        (b'{"id": 1}', "text is missing"),
        (b'{"id": 1, "text": [2]}', "text: [2] is no text"),
        (b"[" * 200_000, "not JSON that can be read: too deeply nested"),
        (b" " * (LONGEST_BYTES + 1), f"longer than {LONGEST_BYTES:,} bytes"),
    ],
)
def test_a_line_that_is_no_row_says_why(data: bytes, why: str) -> None:
    assert result_of(Line(1, data)).bad == why


def test_a_line_that_is_too_long_does_not_disturb_the_next(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"x" * (2 * LONGEST_BYTES + 3) + b"\n" + lines([{"id": 1, "text": ""}]))
    with path.open("rb") as file:
        first, second = lines_of(file)
    assert (first.number, second) == (1, Line(2, lines([{"id": 1, "text": ""}])))
    assert result_of(first).bad == f"longer than {LONGEST_BYTES:,} bytes"


def test_a_text_that_is_too_large_and_an_id_of_half_a_character_are_no_trouble() -> None:
    row = json.dumps({"id": "\ud800", "text": "x" * (MOST_CHARACTERS + 1)}).encode()
    made = json.loads(result_of(Line(1, row)).data)
    assert (made["id"], made["reason"]) == ("\ud800", "too large: 400,001 characters are more than 400,000")


@pytest.mark.parametrize(
    ("source", "target", "why"),
    [
        ("none.jsonl", "out.jsonl", "No such file"),
        ("in.jsonl", "in.jsonl", "the records would take the place of the rows"),
        ("cut.gz", "out.jsonl", "damaged gzip"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_and_leaves_nothing(
    tmp_path: Path, source: str, target: str, why: str
) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines([{"id": 1, "text": STORY}]))
    (tmp_path / "cut.gz").write_bytes(gzip.compress(lines([{"id": 1, "text": STORY}] * 9))[:-12])
    before = sorted(os.listdir(tmp_path))
    done = run(str(tmp_path / source), "-o", str(tmp_path / target), "--processes", "1")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert why in done.stderr.decode()
    assert sorted(os.listdir(tmp_path)) == before


def test_the_command_loads_no_pelican() -> None:
    code = "import sys, newsroom.__main__; sys.exit('pelican' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
