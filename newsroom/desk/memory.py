# SPDX-License-Identifier: MIT
"""What content/ remembers of stories beside the posts: which there were, which moved, which were taken down.

Unlike the state it is part of the paper, and committed with it: a post that was deleted in one copy of the
repository must not come back in another.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from newsroom import schema
from newsroom.desk.write import write_all
from newsroom.stop import Stop

KNOWN, MOVED, WITHDRAWN = "known.tsv", "moved.yaml", "withdrawn.yaml"
_KNOWN_HEAD = "# Which stories there are: address, seed, SHA-256 of the seed. invoke convert keeps this list.\n"
_WITHDRAWN_HEAD = """\
# Stories that were taken down, none of their words: digests of the seed's key and of its bytes, and a signature
# by which copies are known. invoke convert keeps this list; without its entry a story comes back.
"""
_HEX = re.compile(r"[0-9a-f]{64}")
_FIELDS = ("key", "sha256", "signature")


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A story that was there after the last run; empty what it did not have, the address of a draft included."""

    address: str
    seed: str
    sha256: str


@dataclass(frozen=True, slots=True, order=True)
class Withdrawn:
    """A story that was taken down: digests of its seed's key and bytes, and its signature, perhaps empty."""

    key: str
    sha256: str
    signature: str


@dataclass(frozen=True, slots=True)
class Memory:
    """All three lists."""

    known: frozenset[Known] = frozenset()
    moved: dict[str, str | None] = field(default_factory=dict)
    withdrawn: frozenset[Withdrawn] = frozenset()


def digest_of_key(key: str) -> str:
    """The digest by which a key is known once its story was taken down: the key may hold the headline's words."""
    return sha256(key.encode()).hexdigest()


def recalled(content: Path) -> Memory:
    """The memory of a folder of content. Stop where a list cannot be read: stories would come back."""
    return Memory(
        frozenset(_known_from(_text_of(content / KNOWN), content / KNOWN)),
        _moved_from(_text_of(content / MOVED), content / MOVED),
        frozenset(_withdrawn_from(_text_of(content / WITHDRAWN), content / WITHDRAWN)),
    )


def remember(memory: Memory, before: Memory, content: Path) -> None:
    """Write the lists that changed."""
    files: list[tuple[Path, str]] = []
    if memory.known != before.known:
        rows = "".join(f"{each.address}\t{each.seed}\t{each.sha256}\n" for each in sorted(memory.known))
        files.append((content / KNOWN, _KNOWN_HEAD + rows))
    if memory.moved != before.moved:
        files.append((content / MOVED, schema.moves_written(memory.moved)))
    if memory.withdrawn != before.withdrawn:
        entries = [{name: getattr(each, name) for name in _FIELDS} for each in sorted(memory.withdrawn)]
        text = yaml.dump(entries, Dumper=yaml.CSafeDumper, sort_keys=False, width=10_000) if entries else ""
        files.append((content / WITHDRAWN, _WITHDRAWN_HEAD + text))
    write_all((path, text.encode()) for path, text in files)


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise Stop(f"{path}:1: not UTF-8: {error.reason}") from error


def _known_from(text: str, path: Path) -> Iterable[Known]:
    for number, line in enumerate(text.split("\n"), 1):
        fields = line.split("\t")
        if line and not line.startswith("#"):
            if len(fields) != len(("address", "seed", "sha256")):
                raise Stop(f"{path}:{number}: {line[:60]!r} is not an address, a seed and a digest, parted by tabs")
            yield Known(*fields)


def _moved_from(text: str, path: Path) -> dict[str, str | None]:
    try:
        return schema.moves_from(text)
    except schema.PostError as error:
        raise Stop(f"{path}:{error}") from error


def _withdrawn_from(text: str, path: Path) -> Iterable[Withdrawn]:
    try:
        entries: Any = yaml.load(text, Loader=yaml.CSafeLoader) or []
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Stop(f"{path}:{line}: this is not YAML: {error.problem}") from error
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
        values = [entry.get(name) or "" for name in _FIELDS] if isinstance(entry, dict) else []
        if not values or not all(isinstance(value, str) for value in values) or not _HEX.fullmatch(values[0]):
            raise Stop(f"{path}:1: entry {number} is not key, sha256 and signature")
        yield Withdrawn(*values)
