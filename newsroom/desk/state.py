# SPDX-License-Identifier: MIT
"""What the last run found, so that what looks the same is not read again.

It may be missing, old or damaged: that costs time, and nothing else. It is trusted only where file, post, converter,
settings and libraries are the same, and where a file is older than the state by more than a tick of the coarsest clock.
"""

import json
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field, fields
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from itertools import repeat
from pathlib import Path
from typing import Any, BinaryIO

from newsroom.desk.candidate import Kin
from newsroom.desk.finding import Finding, Made, Unmade
from newsroom.desk.inputs import Look
from newsroom.desk.limits import Limits
from newsroom.desk.outcome import Kind
from newsroom.desk.repeated import Counted
from newsroom.desk.shelf import Looked, Standing
from newsroom.desk.write import write_lines

NAME = "state.jsonl"
_TICK_NS = 2 * 10**9  # FAT's; others have a hundredth of a second or less
_LOADS, _DUMPS = json.JSONDecoder().decode, json.JSONEncoder().encode
_LIBRARIES = ("babel", "fastwarc", "python-slugify", "pyyaml", "resiliparse")


@dataclass(slots=True)
class State:
    """Findings by file, posts by path, and what the comparison of stories said of a digest of all of them.

    A file's findings are those for what is known beside it: a digest of its source.toml, a stroke, and one of those
    lines that its source repeats and it has. `repeated` says what each source repeats.
    """

    files: dict[str, tuple[Look, str, list[Finding]]] = field(default_factory=dict)
    repeated: dict[str, Counted] = field(default_factory=dict)
    posts: dict[str, Looked] = field(default_factory=dict)
    compared: tuple[str, dict[str, Kin]] = ("", {})


@cache
def stamp_of(limits: Limits) -> str:
    """A digest of all besides files that decides what is found: our code, the libraries, Python, the limits."""
    digest = sha256(repr((limits, sys.version, [version(name) for name in _LIBRARIES])).encode())
    ours = Path(__file__).parents[1]
    for room in ("convert", "desk", "schema"):
        for path in sorted((ours / room).rglob("*.py")):
            digest.update(path.read_bytes())
    for name in ("seedtext.py", "pagecost.py"):
        digest.update((ours / name).read_bytes())
    return digest.hexdigest()


def load(folder: Path, limits: Limits) -> State:
    """The state that the last run left, or an empty one where there is none that can be trusted."""
    try:
        with (folder / NAME).open("rb") as file:
            if not _is_whole(file, stamp_of(limits)):
                return State()
            written_ns = os.fstat(file.fileno()).st_mtime_ns
            return _state_from(map(_row_from, file, repeat({})), written_ns - _TICK_NS)
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return State()


def _is_whole(file: BinaryIO, stamp: str) -> bool:
    """Whether the last line, which is cut off, says so of those before it; the file is then at its start."""
    check, last = 0, b""
    for line in file:
        check, last = zlib.crc32(last, check), line
    file.seek(0)
    return bool(last) and _LOADS(last.decode()) == ["end", stamp, check]


def save(state: State, folder: Path, limits: Limits) -> None:
    """Keep the state for the next run."""
    write_lines(folder / NAME, _lines(state, stamp_of(limits)))


def _lines(state: State, stamp: str) -> Iterator[bytes]:
    check = 0
    for row in _rows(state):
        line = _DUMPS(row).encode() + b"\n"
        check = zlib.crc32(line, check)
        yield line
    yield _DUMPS(["end", stamp, check]).encode() + b"\n"


def _rows(state: State) -> Iterator[list[Any]]:
    yield ["compared", state.compared[0], [[key, kin.relation, kin.of] for key, kin in state.compared[1].items()]]
    for name, counted in state.repeated.items():
        yield ["repeated", name, counted.sample, counted.newest_ns, sorted(counted.lines)]
    for path, (look, standing) in state.posts.items():
        if not standing.broken:
            yield ["post", path, *look, *_values(standing)]
    for key, (look, source, findings) in state.files.items():
        yield ["file", key, *look, source]
        yield from map(row_of, findings)


def row_of(finding: Finding) -> list[Any]:
    """A finding as a row of JSON."""
    return ["made" if isinstance(finding, Made) else "unmade", *_values(finding)]


def finding_from(row: list[Any]) -> Finding:
    """The finding of a row; TypeError, ValueError or IndexError where it is none."""
    kind, *values = row
    return Made(*values) if kind == "made" else Unmade(values[0], Kind(values[1]), *values[2:])


def _values(each: Standing | Finding) -> list[Any]:
    return list(astuple(each)) if isinstance(each, Unmade) else [getattr(each, name) for name in _NAMES[type(each)]]


_NAMES: dict[type, list[str]] = {kind: [each.name for each in fields(kind)] for kind in (Standing, Made)}


def _row_from(line: bytes, texts: dict[str, str]) -> list[Any]:
    """The row of a line; a post and its seed say much alike, and each text is kept once."""
    row: list[Any] = _LOADS(line.decode())
    return [texts.setdefault(value, value) if type(value) is str else value for value in row]


def _state_from(rows: Iterable[list[Any]], before_ns: int) -> State:
    state = State()
    findings: list[Finding] = []
    for kind, *values in rows:
        if kind in _TAKES:
            _TAKES[kind](state, values, before_ns)
        elif kind == "file":
            findings = []
            look = Look(*values[1:4])
            if look.mtime_ns < before_ns:
                state.files[values[0]] = look, values[4], findings  # it grows below
        elif kind != "end":
            findings.append(finding_from([kind, *values]))
    return state


def _take_compared(state: State, values: list[Any], _before_ns: int) -> None:
    state.compared = values[0], {key: Kin(relation, of) for key, relation, of in values[1]}


def _take_repeated(state: State, values: list[Any], before_ns: int) -> None:
    name, sample, newest_ns, lines = values
    if newest_ns < before_ns:
        state.repeated[name] = Counted(sample, newest_ns, frozenset(lines))


def _take_post(state: State, values: list[Any], before_ns: int) -> None:
    look = Look(*values[1:4])
    if look.mtime_ns < before_ns:
        state.posts[values[0]] = look, _standing_from(values[4:])


_TAKES = {"compared": _take_compared, "repeated": _take_repeated, "post": _take_post}


def _standing_from(values: list[Any]) -> Standing:
    place = _NAMES[Standing].index("duplicates")
    values[place] = tuple(values[place])
    return Standing(*values)
