# SPDX-License-Identifier: MIT
"""What an editor states of the pages of a folder: its source.toml."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from newsroom import schema
from newsroom.convert import Source
from newsroom.desk.inputs import File

KEYS = tuple(each.name for each in fields(Source))
_MOST_BYTES = 64 * 1024
_WHERE = re.compile(r"\(at line (\d+)|\(at end")


@dataclass(frozen=True, slots=True)
class Sources:
    """The source of each folder that states one, those above it included; `problems` read `file:line: why`."""

    by_folder: dict[str, Source] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def of(self, key: str) -> Source:
        """What is stated of the file `key`: by the nearest folder above it that states anything."""
        folder = self.folder_of(key)
        return Source() if folder is None else self.by_folder[folder]

    def folder_of(self, key: str) -> str | None:
        """The nearest folder above the file `key` that states anything, or None."""
        folder = key
        while folder:
            folder = folder.rpartition("/")[0]
            if folder in self.by_folder:
                return folder
        return None


def digest_of(source: Source) -> str:
    """A few letters that change with the source."""
    return sha256(repr(source).encode()).hexdigest()[:16]


def sources_from(files: Iterable[File], seeds: Path) -> Sources:
    """What the source.toml files state, each over what the folder above states."""
    found = Sources()
    problems: list[str] = []
    for file in sorted(files, key=lambda file: file.key.count("/")):
        shown = seeds / file.key
        stated = {}
        for line, why, values in _read(file):
            stated.update(values)
            problems += [f"{shown}:{line}: {why}"] if why else []
        folder = file.key.rpartition("/")[0]
        found.by_folder[folder] = replace(found.of(file.key), **stated)  # type: ignore[arg-type]  # _fault saw each
    return Sources(found.by_folder, tuple(problems))


def _read(file: File) -> Iterator[tuple[int, str, dict[str, str]]]:
    """Line, complaint and stated values, one of the last two empty."""
    if file.problem or file.look.size > _MOST_BYTES:
        yield 1, " ".join(file.problem) if file.problem else f"more than {_MOST_BYTES:,} bytes", {}
        return
    text = file.path.read_bytes().decode(errors="replace")
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; brackets as deep
        where = _WHERE.search(str(error))
        yield int(where[1]) if where and where[1] else text.count("\n") + 1, f"this is not TOML: {error}", {}
        return
    for key, value in table.items():
        why = _fault(key, value)
        yield _line_of(key, text), why, {} if why else {key: value}


def _line_of(key: str, text: str) -> int:
    match = re.search(rf"^[ \t]*\[*[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1


def _fault(key: str, value: object) -> str:
    """What is wrong with a key or its value; nothing if it can be taken."""
    if key not in _TAKES:
        near = "".join(f"did you mean {each}? " for each in get_close_matches(key, KEYS, n=1, cutoff=0.6))
        return f"unknown key {key[:40]!r}: {near}docs/seeds.md lists the keys"
    meaning, takes = _TAKES[key]
    good = isinstance(value, bool) if key in _SWITCHES else isinstance(value, str) and takes(value)
    return "" if good else f"{key}: {str(value)[:60]!r} is not {meaning}"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return False
    return True


def _as(key: str) -> Callable[[str], bool]:
    return lambda value: schema.takes(key, value)


_SWITCHES = ("index", "copy")
_TAKES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "newspaper": ("one tidy line of at most 200 characters", _as("newspaper")),
    "home": ("the http:// or https:// address of a page", _as("source")),
    "zone": ("the name of a time zone, such as Europe/Paris", _is_zone),
    "order": ("day-first or month-first", ("day-first", "month-first").__contains__),
    "lang": ("a language tag such as en or pt-BR", _as("lang")),
    "rights": ("one tidy line of at most 1,000 characters", _as("rights")),
    "contact": ("mailto:name@example.org or https://…", _as("contact")),
    "index": ("true or false", bool),
    "copy": ("true or false", bool),
}
