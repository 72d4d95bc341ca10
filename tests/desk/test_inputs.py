# SPDX-License-Identifier: MIT
"""What comes in, fed as real files of every kind: each becomes the seed that it should, or says why not."""

import gzip
import io
import json
import random
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from arro3.core import Array, DataType, Table
from arro3.io import write_parquet
from backports import zstd

from newsroom.desk.inputs import Meter, Raw, Unreadable, inputs_from, listing_of
from newsroom.desk.inputs.columns import _unpanicked
from newsroom.desk.inputs.raw import Damage
from newsroom.desk.limits import Limits

STORY = "Pier opens to all\n\nThe council of Port Ember opened the pier on Monday in the rain.\n"
ROWS = [{"id": "a", "text": STORY, "url": "https://ember.example/pier"}, {"text": "Without an id\n"}]
PAGE = "<html><title>x</title><body><h1>Pier opens to all</h1><p>The council opened it.</p></body></html>"


def read(path: Path, limits: Limits = Limits()) -> list[Raw | Unreadable]:  # noqa: B008 - frozen
    """The inputs of a file, and the number of bytes of it that were counted."""
    file = next(file for file in listing_of(path.parent).files if file.path == path)
    meter = Meter()
    found = list(inputs_from(file, limits, meter))
    if not any(isinstance(each, Unreadable) for each in found):
        assert meter.read == path.stat().st_size
    return found


def jsonl(rows: object = ROWS) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)  # type: ignore[attr-defined]


def warc(*records: tuple[dict[str, str], bytes]) -> bytes:
    out = io.BytesIO()
    for headers, body in records:
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        out.write(f"WARC/1.0\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n")
    return out.getvalue()


def answer(number: int, body: bytes, kind: str = "text/html", status: str = "200 OK") -> tuple[dict[str, str], bytes]:
    headers = {
        "WARC-Type": "response",
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "WARC-Target-URI": f"https://ember.example/{number}",
        "Content-Type": "application/http; msgtype=response",
    }
    return headers, f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body


def conversion(number: int, body: bytes) -> tuple[dict[str, str], bytes]:
    headers = {
        "WARC-Type": "conversion",
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "WARC-Target-URI": f"https://ember.example/{number}",
        "Content-Type": "text/plain",
    }
    return headers, body


def parquet(path: Path, columns: dict[str, list[str]]) -> None:
    arrays = [Array(values, DataType.utf8()) for values in columns.values()]
    write_parquet(Table.from_arrays(arrays, names=list(columns)), path)


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("rows.jsonl", bytes),
        ("rows.jsonl.gz", gzip.compress),
        ("rows.jsonl.zst", zstd.compress),
        ("rows.jsonl.gz", lambda data: gzip.compress(data[:40]) + gzip.compress(data[40:])),
        ("misnamed.jsonl", gzip.compress),
    ],
    ids=["plain", "gzip", "Zstandard", "two members", "packed without saying so"],
)
def test_rows_are_seeds_however_they_are_packed(tmp_path: Path, name: str, pack: object) -> None:
    path = tmp_path / name
    path.write_bytes(pack(jsonl()))  # type: ignore[operator]
    first, second = read(path)
    assert first == Raw(f"{name}#a", "row.txt", STORY.encode(), None, "https://ember.example/pier")
    without = b"Without an id\n"
    assert second == Raw(f"{name}#{sha256(without).hexdigest()[:16]}", "row.txt", without)


def test_a_parquet_file_is_rows_too(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    parquet(
        path, {"text": [f"{STORY}{n}" for n in range(200)], "id": [f"r{n}" for n in range(200)], "html": ["x"] * 200}
    )
    found = read(path)
    assert [each.key for each in found] == [f"rows.parquet#r{n}" for n in range(200)]
    assert isinstance(found[7], Raw)
    assert found[7].data.decode() == f"{STORY}7"


def test_a_warc_file_gives_its_pages_and_says_why_not_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    info = {"WARC-Type": "warcinfo", "WARC-Record-ID": "<urn:uuid:0>", "Content-Type": "application/warc-fields"}
    records = warc(
        (info, b"software: none"),
        answer(1, PAGE.encode("koi8-r"), "text/html; charset=KOI8-R"),
        answer(2, b"\x89PNG", "image/png"),
        answer(3, PAGE.encode(), status="404 Not Found"),
        answer(4, STORY.encode(), "text/plain"),
    )
    path.write_bytes(gzip.compress(records))
    page, picture, missing, plain = read(path)
    assert page == Raw(f"{path.name}#urn:uuid:1", "record.html", PAGE.encode(), "koi8-r", "https://ember.example/1")
    assert (picture, missing) == (
        Unreadable(f"{path.name}#urn:uuid:2", "not a page", "image/png"),
        Unreadable(f"{path.name}#urn:uuid:3", "not a page", "the answer was 404"),
    )
    assert isinstance(plain, Raw)
    assert (plain.name, plain.data) == ("record.txt", STORY.encode())


def test_an_answer_that_was_sent_packed_is_unpacked(tmp_path: Path) -> None:
    headers, body = answer(1, b"")
    body = body.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n") + gzip.compress(PAGE.encode())
    (tmp_path / "crawl.warc").write_bytes(warc((headers, body)))
    (page,) = read(tmp_path / "crawl.warc")
    assert isinstance(page, Raw)
    assert page.data == PAGE.encode()


@pytest.mark.parametrize("name", ["crawl.wet", "crawl.wet.gz", "CRAWL.WARC.WET.GZ"])
def test_a_wet_file_gives_its_texts(tmp_path: Path, name: str) -> None:
    data = warc(conversion(1, STORY.encode()), conversion(2, b"Two\n"))
    (tmp_path / name).write_bytes(gzip.compress(data) if name.casefold().endswith("gz") else data)
    first, second = read(tmp_path / name)
    assert first == Raw(f"{name}#urn:uuid:1", "record.txt", STORY.encode(), None, "https://ember.example/1")
    assert isinstance(second, Raw)


def test_a_key_is_the_rows_own_id_else_its_digest_and_never_its_number(tmp_path: Path) -> None:
    rows = [{"id": 7, "text": "one"}, {"id": 7, "text": "two"}, {"text": "three"}, {"text": "three"},
            {"id": "a  b", "text": "four"}, {"id": True, "text": "five"}, {"id": "x/../y", "text": "six"}]  # fmt: skip
    (tmp_path / "r.jsonl").write_bytes(jsonl(rows))
    keys = {each.data.decode(): each.key for each in read(tmp_path / "r.jsonl") if isinstance(each, Raw)}
    assert (keys["one"], keys["two"]) == ("r.jsonl#7", "r.jsonl#7-3fc4ccfe745870e2")
    three = sha256(b"three").hexdigest()[:16]
    assert keys["three"] == f"r.jsonl#{three}-2"
    assert {len(keys[text]) for text in ("four", "five", "six")} == {len("r.jsonl#") + 16}
    (tmp_path / "r.jsonl").write_bytes(b"\n\n" + jsonl(rows[2:]))
    assert {each.key for each in read(tmp_path / "r.jsonl")} <= {*keys.values(), f"r.jsonl#{three}"}


def test_a_row_that_is_none_is_named_by_its_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [b'{"text": "one"}', b"", b"{", b"[1]", b'{"id": "x"}', b'{"text": 3}', b'{"text": "\\ud800"}', b"\xff",
             b"[" * 100_000, b'{"text": "two"}']  # fmt: skip
    (tmp_path / "r.jsonl").write_bytes(b"\n".join(lines))
    found = read(tmp_path / "r.jsonl")
    assert [each.data for each in found if isinstance(each, Raw)] == [b"one", b"two"]
    bad = [(each.line, each.why.split(":")[0]) for each in found if isinstance(each, Unreadable)]
    assert bad == [
        (3, "not JSON"),
        (4, "a list is no object"),
        (5, "text is missing"),
        (6, "text"),
        (7, "text"),
        (8, "not UTF-8"),
        (9, "not JSON that can be read"),
    ]
    assert len({each.key for each in found}) == len(found)


@pytest.mark.parametrize("name", ["r.jsonl.gz", "r.jsonl.zst", "r.warc.gz", "r.parquet"])
def test_a_damaged_file_gives_what_is_whole_and_says_that_it_breaks_off(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    noise = random.Random(1).randbytes(200_000).hex()
    if name == "r.parquet":
        parquet(path, {"id": [str(n) for n in range(500)], "text": [noise[n : n + 900] for n in range(500)]})
        data = path.read_bytes()
        path.write_bytes(data[:2000] + b"\xff" * 200 + data[2200:])
    else:
        rows = jsonl({"id": str(n), "text": noise[n * 99 : n * 99 + 900]} for n in range(500))
        plain = (
            warc(*(conversion(n, noise[n * 99 : n * 99 + 900].encode()) for n in range(500)))
            if "warc" in name
            else rows
        )
        path.write_bytes((zstd.compress if name.endswith("zst") else gzip.compress)(plain)[:-20_000])
    *whole, end = read(path)
    assert end.key == name
    assert isinstance(end, Unreadable)
    assert end.reason == "cannot be read"
    assert end.why
    assert all(isinstance(each, Raw) for each in whole[:-1])
    assert whole or "parquet" in name  # its rows are read 64 at a time


def test_each_limit_is_named_by_the_refusal(tmp_path: Path) -> None:
    small = Limits(file_bytes=4000, record_bytes=100, line_bytes=300, nesting=1, ratio=10, records=3)
    cases = {
        "file_bytes": ("f.jsonl", random.Random(1).randbytes(5000)),
        "record_bytes": ("r.txt", b"x" * 101),
        "line_bytes": ("l.jsonl", b'{"text": "' + b"y" * 300 + b'"}\n'),
        "nesting": ("n.jsonl.gz", gzip.compress(gzip.compress(jsonl()))),
        "ratio": ("q.jsonl.gz", gzip.compress(b"\n" * 2**25)),
        "records": ("c.jsonl", b'{"text": "z"}\n' * 4),
    }
    for limit, (name, data) in cases.items():
        (tmp_path / name).write_bytes(data)
        limits = small if limit != "ratio" else Limits(ratio=10)
        *_, last = read(tmp_path / name, limits)
        assert isinstance(last, Unreadable), limit
        assert last.reason == "too large"
        assert f"the limit {limit!r} of LIMITS" in last.why


def test_a_bomb_is_let_go_as_soon_as_it_shows(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb.jsonl.gz", "wb") as file:
        for _ in range(100):
            file.write(b" " * 2**20)
    limits = Limits(line_bytes=1000)
    (found,) = read(tmp_path / "bomb.jsonl.gz", limits)
    assert isinstance(found, Unreadable)
    assert "'ratio'" in found.why


def test_a_file_of_no_known_kind_or_name_is_said_to_be_that(tmp_path: Path) -> None:
    for name in ("a.pdf", "b", "c#d.txt", "e.gz"):
        (tmp_path / name).write_bytes(b"x")
    found = {each.key: each.reason for name in ("a.pdf", "b", "c#d.txt", "e.gz") for each in read(tmp_path / name)
             if isinstance(each, Unreadable)}  # fmt: skip
    assert found == {"a.pdf": "not text", "b": "not text", "c#d.txt": "bad file name", "e.gz": "not text"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), SystemExit(143)])
def test_a_run_that_is_stopped_while_it_reads_columns_stops(stop: BaseException) -> None:
    def rows() -> Iterator[dict[str, Any]]:
        raise stop
        yield {}

    with pytest.raises(type(stop)):
        list(_unpanicked(rows()))


def test_a_panic_without_a_word_is_damage_by_its_kind() -> None:
    class Panic(BaseException):
        pass

    def rows() -> Iterator[dict[str, Any]]:
        raise Panic
        yield {}

    with pytest.raises(Damage, match="Panic"):
        list(_unpanicked(rows()))
