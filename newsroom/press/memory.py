# SPDX-License-Identifier: AGPL-3.0-only
"""What a build remembers for the next, in one SQLite file beside the output folder.

It may be deleted at any time. Nothing in it is ever run, unpickled or taken on trust: rows that fail
their check are as good as none, front matter is checked again, HTML sanitized again.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_FORM = """
CREATE TABLE makers (digest TEXT NOT NULL);
CREATE TABLE posts (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, record TEXT NOT NULL, text BLOB NOT NULL,
                    proof BLOB NOT NULL);
CREATE TABLE texts (digest BLOB PRIMARY KEY, html TEXT NOT NULL);
CREATE TABLE templates (digest TEXT NOT NULL);
CREATE TABLE facts (number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL);
CREATE TABLE pages (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, names TEXT NOT NULL, own TEXT NOT NULL,
                    facts TEXT NOT NULL);
"""
_POST = "INSERT OR REPLACE INTO posts VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page as it was made: its file's stamp, what it read of its own, a digest of that, the facts' numbers.

    `names` is a JSON list of names, `facts` one of numbers.
    """

    stamp: str
    names: str
    own: str
    facts: str


class Memory:
    """The file, open. What was added is kept by save(), else forgotten."""

    def __init__(self, file: Path, makers: str) -> None:
        """`makers` is a digest of all that makes a record of a file: with another, nothing is remembered."""
        self.file = file
        self._process = os.getpid()
        self._open = self._opened(makers)

    def posts(self, stamps: Mapping[str, str]) -> dict[str, tuple[str, bytes]]:
        """Return path -> (record, digest of its text) of the files whose stamp is the one remembered."""
        rows = self._open.execute("SELECT path, stamp, record, text, proof FROM posts")
        return {
            path: (record, text)
            for path, stamp, record, text, proof in rows
            if stamp and stamps.get(path) == stamp and proof == _proof(path, stamp, record, text)
        }

    def add_post(self, path: str, stamp: str, record: str, text: bytes) -> None:
        """Remember a file's record."""
        self._open.execute(_POST, (path, stamp, record, text, _proof(path, stamp, record, text)))

    def add_text(self, digest: bytes, html: str) -> None:
        """Remember a text."""
        self._open.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (digest, html))

    def text(self, digest: bytes) -> str | None:
        """Return a text, also in a process that was forked; there only what flush() wrote out."""
        if os.getpid() != self._process:  # SQLite's files do not survive a fork
            self._open, self._process = _connected(self.file), os.getpid()
        row = self._open.execute("SELECT html FROM texts WHERE digest = ?", (digest,)).fetchone()
        return str(row[0]) if row else None

    def pages(self, templates: str) -> dict[str, PageRow]:
        """Return name -> row of the pages that were made with these templates."""
        if self._open.execute("SELECT digest FROM templates").fetchall() != [(templates,)]:
            return {}
        rows = self._open.execute("SELECT name, stamp, names, own, facts FROM pages")
        return {name: PageRow(stamp, names, own, facts) for name, stamp, names, own, facts in rows}

    def facts(self) -> dict[int, tuple[str, str]]:
        """Return number -> (name, digest) of what the pages show."""
        return {
            number: (name, digest)
            for number, name, digest in self._open.execute("SELECT number, name, digest FROM facts")
        }

    def save_pages(
        self, templates: str, pages: Mapping[str, PageRow], gone: Iterable[str], facts: Mapping[int, tuple[str, str]]
    ) -> None:
        """Remember pages and facts, forget the pages that are gone."""
        self._open.execute("DELETE FROM templates")
        self._open.execute("INSERT INTO templates VALUES (?)", (templates,))
        self._open.executemany("DELETE FROM pages WHERE name = ?", [(name,) for name in gone])
        rows = [(name, row.stamp, row.names, row.own, row.facts) for name, row in pages.items()]
        self._open.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)", rows)
        changed = [(number, name, digest) for number, (name, digest) in facts.items()]
        self._open.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", changed)

    def flush(self) -> None:
        """Write out what was added, so that processes forked from now on see it."""
        self._open.commit()

    def save(self, paths: Mapping[str, object]) -> None:
        """Forget the posts that are not among `paths`, and texts that no post has; keep the rest."""
        gone = [(path,) for (path,) in self._open.execute("SELECT path FROM posts") if path not in paths]
        self._open.executemany("DELETE FROM posts WHERE path = ?", gone)
        self._open.execute("DELETE FROM texts WHERE digest NOT IN (SELECT text FROM posts)")
        self._open.commit()

    def close(self) -> None:
        """Close the file."""
        self._open.close()

    def _opened(self, makers: str) -> sqlite3.Connection:
        if self.file.exists():
            try:
                found = _connected(self.file)
                if _form_of(found) == _FORM and found.execute("SELECT digest FROM makers").fetchall() == [(makers,)]:
                    return found
                found.close()
            except sqlite3.DatabaseError:
                pass  # it is no memory of ours, or a damaged one
            self.file.unlink()
        new = _connected(self.file)
        new.executescript(_FORM)
        new.execute("INSERT INTO makers VALUES (?)", (makers,))
        return new


def _connected(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file)
    # No journal, no waiting for the disk: a file that a killed build left half is told by its checks
    for pragma in ("trusted_schema = OFF", "journal_mode = OFF", "synchronous = OFF", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _form_of(connection: sqlite3.Connection) -> str:
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    return "\n" + "".join(f"{sql};\n" for (sql,) in rows)


def _proof(path: str, stamp: str, record: str, text: bytes) -> bytes:
    return hashlib.blake2b("\0".join([path, stamp, record]).encode() + text, digest_size=8).digest()
