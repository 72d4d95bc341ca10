# SPDX-License-Identifier: AGPL-3.0-only
"""Shards of a site, made by several machines of one listing, and joined to the site that one would have made.

Every machine reads all posts, so that each page knows the paper, and makes the pages of its shard. What takes the
time of reading travels in a listing, which one machine makes for all: what was read of each post, told by the digest
of its file and checked as whatever a build remembers is, and the words by which related stories are found.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.press.errors import PressError
from newsroom.press.makers import digest_of_makers
from newsroom.press.site import Site, pin_modes
from newsroom.shards import Shard, shard_from

NOTE = "shard.json"
_POSTS, _RELATED = "posts", "related.tsv"


@dataclass(frozen=True, slots=True)
class Edition:
    """What is known of a whole site: `account` says what became of all posts, in words.

    `saved` are the names of the pages of stories and pages, `dated` the years of addresses that begin with none,
    `future` the paths of posts that wait for their day.
    """

    account: str
    saved: Sequence[str]
    dated: Mapping[str, int]
    future: Sequence[str]


def take_listing(settings: dict[str, Any], site: Site) -> None:
    """Let a run begin with what a listing holds; whatever of it does not hold is read anew."""
    if not settings.get("LISTING"):
        return
    folder = Path(settings["LISTING"])
    settings["RELATED_CACHE"] = str(folder / _RELATED)
    settings["KEEP_UNCHANGED"] = False  # pages are of one machine
    site.memory.unlink(missing_ok=True)
    if (folder / _POSTS).is_file():
        shutil.copyfile(folder / _POSTS, site.memory)


def leave_listing(settings: Mapping[str, Any], site: Site) -> None:
    """Keep what a run read, for the machines that make shards."""
    folder = Path(settings["LISTING"])
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(site.memory, folder / _POSTS)


def leave_shard(tree: Path, shard: Shard, settings: Mapping[str, Any], edition: Edition, posts: Iterable[Any]) -> None:
    """Leave in a finished tree the files of a shard, and a note by which it is joined to the others."""
    for folder, _, names in os.walk(tree, topdown=False):
        for path in (os.path.join(folder, name) for name in names):
            if not shard.has(os.path.relpath(path, tree).replace(os.sep, "/")):
                os.unlink(path)
        if not os.listdir(folder) and Path(folder) != tree:
            os.rmdir(folder)
    made_of = sorted(f"{each.url} {getattr(each, 'made_of', '')}" for each in posts)
    digest = hashlib.blake2b("\n".join([digest_of_makers(settings), *made_of]).encode(), digest_size=16).hexdigest()
    note: dict[str, Any] = {"shard": str(shard), "edition": digest, "account": edition.account}
    if shard.number == 1:
        note |= {"saved": sorted(edition.saved), "dated": dict(edition.dated), "future": list(edition.future)}
    (tree / NOTE).write_text(json.dumps(note) + "\n", "utf-8")


def joined(folders: Sequence[Path], tree: Path) -> Edition:
    """Put shards together in a new folder, and return the edition that they make.

    PressError where one is missing, or is of another edition, and where two have one file.
    """
    notes = {folder: _note_of(folder) for folder in folders}
    _refuse_unlike(notes)
    tree.mkdir()
    for folder in folders:
        for path in _files(folder):
            name = os.path.relpath(path, folder)
            target = tree / name
            if name == NOTE:
                continue
            if target.exists():
                raise PressError(f"{folder}: {name} is in another shard, too")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    pin_modes(tree)
    first = next(note for note in notes.values() if "saved" in note)
    lost = [name for name in first["saved"] if not (tree / name).is_file()]
    if lost:
        raise PressError(f"{len(lost):,} pages are in no shard, the first is {lost[0]}")
    return Edition(first["account"], first["saved"], first["dated"], first["future"])


def _files(folder: Path) -> Iterable[str]:
    return (os.path.join(below, name) for below, _, names in os.walk(folder) for name in names)


def _note_of(folder: Path) -> dict[str, Any]:
    try:
        note: dict[str, Any] = json.loads((folder / NOTE).read_bytes())
        shard = shard_from({"SHARD": note["shard"]})
        whole = shard is not None and shard.number > 0 and ("saved" in note) == (shard.number == 1)
        if not whole or not isinstance(note["edition"], str):
            raise ValueError(f"{note['shard']} makes no part of a site")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PressError(f"{folder}: this is no shard: {error}") from error
    return note


def _refuse_unlike(notes: Mapping[Path, Mapping[str, Any]]) -> None:
    """Raise PressError unless these are all shards of one edition, each once."""
    given = [note["shard"] for note in notes.values()]
    count = int(given[0].partition("/")[2]) if given else 0
    wanted = [str(Shard(number, count)) for number in range(1, count + 1)]
    if sorted(given) != sorted(wanted):
        missing = ", ".join(sorted({*wanted} - {*given})) or "none is missing, but some are given twice or are strange"
        raise PressError(f"these shards make no site: {', '.join(given) or 'none'}; missing: {missing}")
    editions = {note["edition"] for note in notes.values()}
    if len(editions) > 1:
        raise PressError("these shards are of several editions: made of other posts, settings, programs or versions")
