# SPDX-License-Identifier: MIT
"""The posts that are there already: which seed each belongs to, and which places are taken."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from newsroom import schema
from newsroom.desk.core import core_of
from newsroom.desk.finding import facts_of, signature_of
from newsroom.desk.inputs import Look, look_of
from newsroom.desk.write import PART

# The seed of a post that cannot be read, so that no second post is made beside it.
_SEED_LINE = re.compile(r"^(?:seed|Seed):[ \t]*[\"']?(.+?)[\"']?[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Standing:
    """A post as it stands: its path under content/, and what a run must know of it.

    `core` are digests of what it says without the other seeds' part; `signature` is made only where it is
    needed. `broken` says, as `line: why`, what keeps the file from being read; all else is then empty.
    """

    path: str
    seed: str | None = None
    address: str | None = None
    edited: bool = True
    status: str = "published"
    sha256: str | None = None
    converter: str | None = None
    core: str | None = None
    version_of: str | None = None
    duplicates: tuple[str, ...] = ()
    title: str = ""
    published: str | None = None
    modified: str | None = None
    page: str | None = None
    facts: int = 0
    signature: str = ""
    broken: str | None = None


Looked = tuple[Look, Standing]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Posts by path, with what each looked like from outside; and the files that a killed run left beside them."""

    posts: dict[str, Looked] = field(default_factory=dict)
    leftovers: tuple[str, ...] = ()

    def by_seed(self) -> dict[str, list[Standing]]:
        """The posts of each seed, in the order of their paths."""
        found: dict[str, list[Standing]] = {}
        for _, each in self.posts.values():
            if each.seed:
                found.setdefault(each.seed, []).append(each)
        return found


def shelf_from(content: Path, known: Mapping[str, Looked]) -> Shelf:
    """The posts under content/news; those that look as they are `known` are not read again."""
    news = content / "news"
    entries = sorted(_below(str(news), "news/"), key=lambda entry: entry[0]) if news.is_dir() else []
    root = content.resolve()
    posts = {name: _looked_at(entry, name, root, known.get(name)) for name, entry in entries if name.endswith(".md")}
    return Shelf(posts, tuple(entry.path for name, entry in entries if name not in posts))


def _below(folder: str, inside: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".md", PART)):
                yield inside + entry.name, entry
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{inside}{entry.name}/")


def _looked_at(entry: "os.DirEntry[str]", name: str, root: Path, known: Looked | None) -> Looked:
    stat = entry.stat(follow_symlinks=False)
    look = look_of(stat)
    if known and known[0] == look and S_ISREG(stat.st_mode):
        return known
    if S_ISLNK(stat.st_mode):  # the words of any file of this machine may end in a message
        if not Path(os.path.realpath(entry.path)).is_relative_to(root):  # resolve() raises for links in a ring
            return look, _broken(b"", name, f"1: it is a link that leads out of {root.name}/")
        stat = os.stat(entry.path) if os.path.exists(entry.path) else stat
    if not S_ISREG(stat.st_mode):
        return look, _broken(b"", name, "1: it is no file")
    return look, standing_from(Path(entry.path).read_bytes(), name)


def standing_from(data: bytes, name: str) -> Standing:
    """The post in a file's bytes; broken where it is none."""
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
    front = post.front
    return Standing(
        name,
        front.seed,
        address,
        schema.is_edited(post),
        front.status,
        front.sha256,
        front.converter,
        core_of(post),
        front.version_of,
        front.duplicates,
        front.title,
        str(front.date) if front.date else None,
        str(front.modified) if front.modified else None,
        front.source,
        facts_of(front),
    )


def signed(content: Path, standing: Standing) -> Standing:
    """The same post with the signature of its text, for one whose seed is gone."""
    if standing.signature or standing.broken:
        return standing
    post = schema.read((content / standing.path).read_text("utf-8"))
    return replace(standing, signature=signature_of(post))


def _broken(data: bytes, name: str, why: str) -> Standing:
    match = _SEED_LINE.search(data.decode(errors="replace"))
    return Standing(name, match and match[1], broken=why)
