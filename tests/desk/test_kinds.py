# SPDX-License-Identifier: MIT
"""A folder with a seed of every kind that docs/seeds.md names becomes a paper, one story a seed."""

import gzip
import json
from pathlib import Path

import pytest
from arro3.core import Array, DataType, Table
from arro3.io import write_parquet
from backports import zstd
from rich.console import Console

from newsroom import schema
from newsroom.desk import Kind, Room, convert_all
from newsroom.desk.inputs import READERS

WORDS = ["pier", "mill", "ferry", "lamp", "rope", "herring", "council", "tide", "winter", "band", "boots", "larch"]
DOCUMENT = Path(__file__).parents[2] / "docs/seeds.md"


def story(number: int) -> str:
    """A story of its own for each number, a date line and a byline among it."""
    words = [f"{WORDS[number % 12]} {number} {WORDS[number * 7 % 11 + n % 2]} and {n * number}" for n in range(20)]
    told = [" with the ".join(words[n : n + 4]) for n in range(0, 20, 4)]
    lines = "\n\n".join(f"It was said of the {each} that nobody came." for each in told)
    return f"Number {number} opens to all\n\nBy Mara Quill\n\nPublished: 3 March 2030\n\n{lines}\n"


def page(number: int) -> bytes:
    """The same as a page of HTML, with the furniture of one."""
    head, by, date, *lines = story(number).strip().split("\n\n")
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"""<!doctype html><html><head><meta charset="iso-8859-1"><title>{head} | The Ember</title></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav><main><h1>{head}</h1><p>{by}</p>
    <p>{date}</p>{body}</main><footer>© The Ember 2030, café</footer></body></html>""".encode("latin-1")


def row(number: int) -> bytes:
    stated = {"id": f"r{number}", "text": story(number), "url": f"https://ember.example/{number}"}
    return json.dumps(stated).encode() + b"\n"


def record(number: int, kind: str, content: str, body: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
    head += f"WARC-Target-URI: https://ember.example/{number}\r\nContent-Type: {content}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def answer(number: int) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(number)
    return record(number, "response", "application/http; msgtype=response", http)


def converted(number: int) -> bytes:
    return record(number, "conversion", "text/plain", story(number).encode())


def parquet(path: Path, number: int) -> None:
    stated = json.loads(row(number))
    arrays = [Array([value], DataType.utf8()) for value in stated.values()]
    write_parquet(Table.from_arrays(arrays, names=list(stated)), path)


# What is fed of each kind: the number of the story is that of the row.
FED = {
    ".txt": lambda number: story(number).encode("utf-16"),
    ".html": page,
    ".htm": page,
    ".xhtml": page,
    ".jsonl": row,
    ".jsonl.gz": lambda number: gzip.compress(row(number)),
    ".jsonl.zst": lambda number: zstd.compress(row(number)),
    ".warc": answer,
    ".warc.gz": lambda number: gzip.compress(answer(number)),
    ".wet": converted,
    ".wet.gz": lambda number: gzip.compress(converted(number)),
}


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    for number, (ending, made) in enumerate(FED.items()):
        Path(f"seeds/n{number}{ending}").write_bytes(made(number))
    parquet(Path("seeds/n99.parquet"), 99)
    return Room(Path("seeds"), Path("content"), processes=1)


def test_every_kind_of_seed_becomes_the_story_that_it_holds(room: Room) -> None:
    summary = convert_all(room, Console(quiet=True))
    assert summary.inputs == summary.of(Kind.PUBLISHED) == len(FED) + 1
    posts = [schema.read(path.read_text("utf-8")) for path in Path("content/news").rglob("*.md")]
    for post in posts:
        file, _, own = (post.front.seed or "").partition("#")
        number = int(file[1:].partition(".")[0])
        assert post.front.title == f"Number {number} opens to all"
        assert (str(post.front.date), post.front.authors) == ("2030-03-03", ("Mara Quill",))
        assert post.text.count("It was said of the") == 5
        assert post.front.source == (f"https://ember.example/{number}" if own else None)
    second = convert_all(room, Console(quiet=True))
    assert second.of(Kind.UNCHANGED) == second.inputs == summary.inputs


def test_every_kind_that_is_read_is_documented_and_fed_here() -> None:
    assert FED.keys() | {".parquet"} == READERS.keys()
    table = DOCUMENT.read_text("utf-8").split("## What it takes")[1].split("\n\n")[1]
    assert [ending for ending in READERS if f"`{ending}`" not in table] == []
