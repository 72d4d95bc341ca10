# SPDX-License-Identifier: MIT
"""What a run would do: for every seed its outcome, and the file to write if any."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsroom import schema
from newsroom.convert import Post, Refusal, convert, placed, told_apart
from newsroom.desk.intake import Unreadable, seed_from
from newsroom.desk.outcome import Kind, Outcome
from newsroom.desk.shelf import Shelf, Standing

_LETTERS = 8  # of a digest, after a slug that is taken


@dataclass(frozen=True, slots=True)
class Planned:
    """An outcome, and where something changes the file: its path under content/, its words."""

    outcome: Outcome
    path: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """The two folders, and what stands in the second."""

    seeds: Path
    content: Path
    shelf: Shelf


def planned(room: Room, keys: Iterable[str]) -> Iterator[Planned]:
    """The plan for each key, in the given order: of new posts with one slug, the first gets it."""
    for key in keys:
        yield _plan(room, key)


def _plan(room: Room, key: str) -> Planned:
    seed = seed_from(room.seeds, key)
    if isinstance(seed, Unreadable):
        why = f"{room.seeds / key}:1: {seed.reason}: {seed.why}"
        return Planned(Outcome(key, Kind.UNREADABLE, why, seed.reason))
    made = convert(seed)
    standing = room.shelf.by_key.get(key, [])
    if isinstance(made, Refusal):
        return _refused(room, made, standing)
    if not standing:
        return _new(room, key, made)
    if len(standing) > 1:
        return _claimed(room, key, standing)
    return _compared(room, key, made, standing[0])


def _refused(room: Room, refusal: Refusal, standing: list[Standing]) -> Planned:
    why = f"{room.seeds / refusal.key}:{refusal.line or 1}: {refusal.reason}: {refusal.why}"
    stays = "".join(f"; {room.content / each.path} stays as it is" for each in standing)
    return Planned(Outcome(refusal.key, Kind.REFUSED, why + stays, refusal.reason))


def _new(room: Room, key: str, post: Post) -> Planned:
    broken = room.shelf.broken.get(post.path)
    if broken:
        return _kept(room, key, "its place is a post that cannot be read", post.path, broken)
    # The seed's digest first; seeds with the same bytes are told apart by their names.
    for letters in (post.file.front.sha256 or "", sha256(key.encode()).hexdigest()):
        if not room.shelf.is_free(post.path, post.file.front.address):
            post = told_apart(post, letters[:_LETTERS])
    room.shelf.take(post.path, post.file.front.address)
    outcome = Outcome(key, Kind.PUBLISHED, f"{room.content / post.path}:1: published")
    return Planned(outcome, post.path, schema.write(post.file))


def _compared(room: Room, key: str, made: Post, standing: Standing) -> Planned:
    """The post belongs to its seed wherever it stands, at the address that it has."""
    if standing.broken:
        return _kept(room, key, "cannot be read", standing.path, standing.broken)
    if standing.edited or not standing.address:
        return _kept(room, key, "edited by a person", standing.path, "1: edited by a person")
    file = placed(made, standing.path, standing.address).file
    place = f"{room.content / standing.path}:1"
    if file.front.digest == standing.digest:
        return Planned(Outcome(key, Kind.UNCHANGED, f"{place}: unchanged"))
    outcome = Outcome(key, Kind.UPDATED, f"{place}: updated")
    return Planned(outcome, standing.path, schema.write(file))


def _claimed(room: Room, key: str, standing: list[Standing]) -> Planned:
    others = " and ".join(str(room.content / each.path) for each in standing[1:])
    line = schema.line_of("seed", (room.content / standing[0].path).read_text("utf-8", "replace"))
    why = f"{line}: seed {key!r} is claimed by {others} as well"
    return _kept(room, key, "claimed by two posts", standing[0].path, why)


def _kept(room: Room, key: str, reason: str, path: str, why: str) -> Planned:
    message = f"{room.content / path}:{why}; not written"
    return Planned(Outcome(key, Kind.KEPT, message, reason))
