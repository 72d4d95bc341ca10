# SPDX-License-Identifier: MIT
"""The posts that are there already: which seed each belongs to, and which places are taken."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from newsroom import schema

# The seed of a post that cannot be read, so that no second post is made beside it.
_SEED_LINE = re.compile(r"^(?:seed|Seed):[ \t]*[\"']?(.+?)[\"']?[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Standing:
    """A post as it stands: its path under content/, and what a comparison needs.

    `broken` says, as `line: why`, what keeps it from being read; all else is then empty.
    """

    path: str
    address: str | None
    digest: str | None
    edited: bool
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Posts by seed key, and every path and address that is taken. New posts take theirs."""

    by_key: dict[str, list[Standing]] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    broken: dict[str, str] = field(default_factory=dict)  # path -> line: why

    def take(self, path: str, address: str | None) -> None:
        """Note that a post stands there."""
        self.paths.add(path)
        if address:
            self.addresses.add(address)

    def is_free(self, path: str, address: str | None) -> bool:
        """Whether neither the path nor the address belongs to another post."""
        return path not in self.paths and address not in self.addresses


def shelf_from(content: Path) -> Shelf:
    """The posts under content/news, each read once."""
    shelf = Shelf()
    for path in sorted(content.glob("news/**/*.md")):
        name = path.relative_to(content).as_posix()
        problem = _file_problem(path, content)
        key, standing = _broken(b"", name, problem) if problem else _standing_from(path, name)
        shelf.take(name, standing.address)
        if key:
            shelf.by_key.setdefault(key, []).append(standing)
        if standing.broken:
            shelf.broken[name] = standing.broken
    return shelf


def _file_problem(path: Path, content: Path) -> str | None:
    """What keeps a path from being read: the words of any file of this machine may end in a message."""
    if not path.resolve().is_relative_to(content.resolve()):
        return f"1: it is a link that leads out of {content.name}/"
    return None if path.is_file() else "1: it is no file"


def _standing_from(path: Path, name: str) -> tuple[str | None, Standing]:
    data = path.read_bytes()
    try:
        post = schema.read(data.decode())
        address = schema.address_for(post.front, kind="story")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _broken(data, name, f"{line}: byte {data[error.start]:#04x} is not UTF-8")
    except schema.FieldError as error:
        return _broken(data, name, f"{schema.line_of(error.key, data.decode())}: {error}")
    except schema.PostError as error:
        return _broken(data, name, str(error))
    return post.front.seed, Standing(name, address, post.front.digest, schema.is_edited(post))


def _broken(data: bytes, name: str, why: str) -> tuple[str | None, Standing]:
    match = _SEED_LINE.search(data.decode(errors="replace"))
    return match and match[1], Standing(name, None, None, edited=True, broken=why)
