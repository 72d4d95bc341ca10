# SPDX-License-Identifier: MIT
"""All that a plan looks at: what the seeds make, what stands, what was taken down, and who tells which story."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsroom.desk.candidate import Kin
from newsroom.desk.families import candidates_from, copies_of, families_from, is_taken_down, settled
from newsroom.desk.finding import Finding, Made
from newsroom.desk.memory import KNOWN, Known, Memory, Withdrawn, digest_of_key
from newsroom.desk.room import Room
from newsroom.desk.shelf import Shelf, Standing, signed
from newsroom.desk.state import State
from newsroom.stop import Stop

_TOO_MANY = 10  # posts that somebody deletes one by one to leave none


@dataclass(frozen=True, slots=True)
class Scene:
    """Findings by key in the order of keys; posts by the key of their seed, and those whose seed is gone.

    `down` are keys whose story was taken down: the values say how. `deleted` are stories whose post is gone.
    """

    room: Room
    findings: dict[str, Finding]
    shelf: Shelf
    by_seed: dict[str, list[Standing]]
    orphans: dict[str, Standing]
    kin: dict[str, Kin]
    down: dict[str, str]
    deleted: tuple[Known, ...]


def scene_from(room: Room, findings: Mapping[str, Finding], shelf: Shelf, memory: Memory, state: State) -> Scene:
    """The scene of a run. It keeps in `state` what the comparison of stories found."""
    by_seed = shelf.by_seed()
    orphans = _orphans(room, findings, shelf, by_seed)
    made = {key: each for key, each in findings.items() if isinstance(each, Made)}
    single = {key: posts[0] for key, posts in by_seed.items() if len(posts) == 1}
    deleted = _deleted(memory.known, shelf, by_seed)
    gone = _entries_of(deleted, made)
    candidates = candidates_from(made.values(), single, orphans.values(), [*memory.withdrawn, *gone])
    state.compared = families_from(candidates, state.compared)
    kin = settled(state.compared[1], made, orphans)
    down = _down(made, by_seed, deleted, memory.withdrawn)
    copies = (key for key in copies_of(kin, down) if key not in by_seed)
    down = dict.fromkeys(copies, "a copy of a story that was taken down") | down
    kin = {key: each for key, each in kin.items() if each.of not in down and not is_taken_down(each.of)}
    return Scene(room, dict(findings), shelf, by_seed, orphans, kin, down, deleted)


def withdrawn_after(scene: Scene, before: frozenset[Withdrawn]) -> frozenset[Withdrawn]:
    """The stories that are down now: those that were, and those newly so, but none that a person put back."""
    posts = [(key, post) for key, found in scene.by_seed.items() for post in found if not post.broken]
    back = {digest_of_key(key) for key, post in posts if post.status != "withdrawn"}
    made = {key: each for key, each in scene.findings.items() if isinstance(each, Made)}
    new = [*_entries_of(scene.deleted, made)]
    for key, post in posts:
        if post.status == "withdrawn":
            signature = made[key].signature if key in made else post.signature
            new.append(Withdrawn(digest_of_key(key), post.sha256 or "", signature))
    stay = {each.key: each for each in before if each.key not in back}
    return frozenset({each.key: each for each in new if each.key not in stay}.values()) | frozenset(stay.values())


def _orphans(
    room: Room, findings: Mapping[str, Finding], shelf: Shelf, by_seed: Mapping[str, list[Standing]]
) -> dict[str, Standing]:
    """Posts whose seed is gone, with their signatures, which the shelf keeps."""
    orphans = {}
    for key, posts in sorted(by_seed.items()):
        if key not in findings and len(posts) == 1 and not posts[0].broken:
            post = orphans[key] = signed(room.content, posts[0])
            shelf.posts[post.path] = shelf.posts[post.path][0], post
    return orphans


def _deleted(known: Iterable[Known], shelf: Shelf, by_seed: Mapping[str, list[Standing]]) -> tuple[Known, ...]:
    """The stories whose post is gone. Stop if all are: a folder was lost, or somebody begins anew."""
    posts = [each for _, each in shelf.posts.values()]
    if any(each.broken and not each.seed for each in posts):
        return ()  # it may be any of them
    addresses = {each.address for each in posts}
    ours = [each for each in known if each.seed]
    gone = sorted(each for each in ours if each.seed not in by_seed and each.address not in addresses)
    if len(gone) == len(ours) >= _TOO_MANY:
        raise Stop(
            f"content/{KNOWN} names {len(ours):,} stories, and the post of none is there. To make them all again, "
            f"remove that file too; a post that is deleted by itself does not come back."
        )
    return tuple(gone)


def _entries_of(deleted: Iterable[Known], made: Mapping[str, Made]) -> list[Withdrawn]:
    return [
        Withdrawn(digest_of_key(each.seed), each.sha256, made[each.seed].signature if each.seed in made else "")
        for each in deleted
    ]


def _down(
    made: Mapping[str, Made],
    by_seed: Mapping[str, list[Standing]],
    deleted: Iterable[Known],
    withdrawn: frozenset[Withdrawn],
) -> dict[str, str]:
    """The keys that were taken down by themselves, and how: a copy that was not is found by the comparison."""
    down = {key: f"{posts[0].path}:1: its status is withdrawn" for key, posts in by_seed.items()
            if any(each.status == "withdrawn" for each in posts)}  # fmt: skip
    down |= {each.seed: "its post was deleted" for each in deleted}
    keys = {each.key for each in withdrawn}
    digests = {each.sha256 for each in withdrawn if each.sha256} | {each.sha256 for each in deleted if each.sha256}
    for key, each in made.items():
        if key not in by_seed and (each.sha256 in digests or (keys and digest_of_key(key) in keys)):
            down.setdefault(key, "it was taken down")
    return down
