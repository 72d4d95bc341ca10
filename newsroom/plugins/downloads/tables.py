# SPDX-License-Identifier: AGPL-3.0-only
"""The whole archive in one file, for programs: JSON lines, SQLite, Parquet. The same stories make the same bytes."""

import gzip
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsroom.plugins.downloads.record import Record

_BATCH = 5_000  # stories of a row group, some 20 MB
_LISTS = ("changed", "authors", "topics", "captions", "notes")
_REMARKS = ("corrections", "transcriptions")
_PLAIN = (
    *("address", "url", "title", "date", "modified", "section", "agency", "dateline", "summary", "text"),
    *("language", "newspaper", "source", "rights", "contact", "seed", "seed_sha256"),
)
# One table a kind of thing; the names of keys are those by which Datasette shows and links rows
_FORM = f"""
PRAGMA page_size = 4096;
CREATE TABLE stories (id INTEGER PRIMARY KEY, {", ".join(f"{name} TEXT" for name in _PLAIN)});
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE topics (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE story_authors (story_id INTEGER NOT NULL REFERENCES stories (id),
  author_id INTEGER NOT NULL REFERENCES authors (id), PRIMARY KEY (story_id, author_id));
CREATE TABLE story_topics (story_id INTEGER NOT NULL REFERENCES stories (id),
  topic_id INTEGER NOT NULL REFERENCES topics (id), PRIMARY KEY (story_id, topic_id));
CREATE TABLE remarks (id INTEGER PRIMARY KEY, story_id INTEGER NOT NULL REFERENCES stories (id),
  kind TEXT NOT NULL, day TEXT, text TEXT NOT NULL);
CREATE VIRTUAL TABLE stories_fts USING fts5 (title, summary, text, content=stories, content_rowid=id,
  tokenize="unicode61 remove_diacritics 2");
"""
_INDEXES = """
CREATE UNIQUE INDEX stories_address ON stories (address);
CREATE INDEX stories_date ON stories (date);
CREATE INDEX stories_section ON stories (section);
CREATE INDEX story_authors_author ON story_authors (author_id);
CREATE INDEX story_topics_topic ON story_topics (topic_id);
CREATE INDEX remarks_story ON remarks (story_id);
"""


def write_lines(records: Path, path: Path) -> None:
    """Write a JSON object a line, packed by gzip."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as file, records.open("rb") as lines:
        shutil.copyfileobj(lines, file)


def write_sqlite(records: Path, path: Path) -> None:
    """Write a database with full-text search over headlines, standfirsts and texts (FTS5, table stories_fts)."""
    half = path.with_suffix(".part")
    with sqlite3.connect(half) as database:
        database.executescript(_FORM)
        for number, record in enumerate(spooled(records), 1):
            _insert(database, number, record)
        database.executescript(_INDEXES)
        for order in ("rebuild", "optimize"):
            database.execute("INSERT INTO stories_fts (stories_fts) VALUES (?)", (order,))
    database.execute("VACUUM INTO ?", (str(path),))  # one file, its pages in order, whatever came before
    database.close()
    half.unlink()


def _insert(database: sqlite3.Connection, number: int, record: Record) -> None:
    marks = ", ".join("?" * (len(_PLAIN) + 1))
    database.execute(f"INSERT INTO stories VALUES ({marks})", (number, *(record[name] for name in _PLAIN)))  # noqa: S608
    for kind, table, key in (("authors", "story_authors", "author_id"), ("topics", "story_topics", "topic_id")):
        for name in record[kind]:
            database.execute(f"INSERT OR IGNORE INTO {kind} (name) VALUES (?)", (name,))  # noqa: S608
            database.execute(
                f"INSERT OR IGNORE INTO {table} (story_id, {key}) SELECT ?, id FROM {kind} WHERE name = ?",  # noqa: S608
                (number, name),
            )
    for day in record["changed"]:
        _remark(database, number, "change", day, "")
    for kind in ("captions", "notes", "corrections", "transcriptions"):
        for each in record[kind]:
            day, text = (each["day"], each["text"]) if isinstance(each, dict) else (None, each)
            _remark(database, number, kind.removesuffix("s"), day, text)


def _remark(database: sqlite3.Connection, number: int, kind: str, day: str | None, text: str) -> None:
    database.execute("INSERT INTO remarks (story_id, kind, day, text) VALUES (?, ?, ?, ?)", (number, kind, day, text))


def write_parquet(records: Path, path: Path) -> None:
    """Write columns, packed by Zstandard."""
    from arro3.core import DataType, Field, Schema  # 10 MB that few runs need
    from arro3.io import read_json
    from arro3.io import write_parquet as write

    text = DataType.string()
    remark = DataType.struct([Field("day", text), Field("text", text)])
    fields = [Field(name, text) for name in _PLAIN]
    fields += [Field(name, DataType.list(Field("item", text))) for name in _LISTS]
    fields += [Field(name, DataType.list(Field("item", remark))) for name in _REMARKS]
    write(read_json(str(records), Schema(fields), batch_size=_BATCH), str(path), compression="zstd(3)")


def write_spooled(records: Iterable[Record], spool: Path) -> None:
    """Write a JSON object a line: what all the forms are made of, so that each story is read once."""
    with spool.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def spooled(spool: Path) -> Iterator[Record]:
    """Yield the records of such a file, of which memory never holds more than one."""
    with spool.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


WRITERS: dict[str, tuple[str, Callable[[Path, Path], None]]] = {
    "jsonl": ("stories.jsonl.gz", write_lines),
    "sqlite": ("stories.sqlite", write_sqlite),
    "parquet": ("stories.parquet", write_parquet),
}
