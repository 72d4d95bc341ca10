# SPDX-License-Identifier: MIT
"""Which story each seed tells, seen beside the posts that stand and those that were taken down."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from hashlib import sha256
from operator import attrgetter

from newsroom.desk.candidate import Candidate, Kin
from newsroom.desk.duplicates import kin_of
from newsroom.desk.finding import Made
from newsroom.desk.memory import Withdrawn
from newsroom.desk.shelf import Standing

# All of a candidate but its address, of which the comparison makes nothing: a run that writes changes it.
_COMPARED = attrgetter(*(each.name for each in fields(Candidate) if each.name != "address"))
# No seed's key begins so: it would be an absolute path.
_TAKEN_DOWN = "/withdrawn/"


def candidates_from(
    made: Iterable[Made], standing: Mapping[str, Standing], orphans: Iterable[Standing], withdrawn: Iterable[Withdrawn]
) -> list[Candidate]:
    """All that is compared: seeds, posts whose seed is gone, and stories that were taken down.

    Those taken down count as edited, so that they stay what their copies are held against, however full.
    """
    found = [_from_made(each, standing.get(each.key)) for each in made if each.signature]
    found += [_from_orphan(each) for each in orphans if each.signature]
    by_signature = {each.signature: each for each in withdrawn if each.signature}
    found += [
        Candidate(f"{_TAKEN_DOWN}{number}", each.sha256, each.signature, edited=True)
        for number, (_, each) in enumerate(sorted(by_signature.items()))
    ]
    return found


def families_from(candidates: list[Candidate], known: tuple[str, dict[str, Kin]]) -> tuple[str, dict[str, Kin]]:
    """The kin of all candidates and the digest by which they are `known` the next time."""
    digest = sha256()
    for each in candidates:
        digest.update(repr(_COMPARED(each)).encode("utf-8", "surrogatepass"))
    if digest.hexdigest() == known[0]:
        return known
    return digest.hexdigest(), kin_of(candidates)


def settled(kin: Mapping[str, Kin], made: Mapping[str, Made], orphans: Mapping[str, Standing]) -> dict[str, Kin]:
    """The same kin, but a post whose seed is gone goes to a seed of the same bytes: that one was renamed."""
    heirs: dict[str, str] = {}
    for key, each in sorted(kin.items()):
        orphan = orphans.get(each.of)
        renamed = key in made and orphan and made[key].sha256 == orphan.sha256
        if each.relation == "duplicate" and renamed and orphan and not orphan.edited:
            heirs.setdefault(each.of, key)
    found = {key: replace(each, of=heirs.get(each.of, each.of)) for key, each in kin.items()}
    for old, heir in heirs.items():
        found.pop(heir)
        if old in found:  # a version of another story
            found[heir] = found[old]
        found[old] = Kin("duplicate", heir)
    return found


def copies_of(kin: Mapping[str, Kin], down: Iterable[str]) -> frozenset[str]:
    """The keys that are copies of a story which was taken down: of those keys, or known by its signature alone."""
    down = frozenset(down)
    return frozenset(
        key for key, each in kin.items() if each.relation == "duplicate" and (each.of in down or is_taken_down(each.of))
    )


def is_taken_down(key: str) -> bool:
    """Whether the key stands for a story that was taken down, and for no seed."""
    return key.startswith(_TAKEN_DOWN)


def _from_made(made: Made, standing: Standing | None) -> Candidate:
    return Candidate(
        made.key,
        made.sha256,
        made.signature,
        standing.address if standing else None,
        bool(standing and standing.edited),
        made.title,
        made.published,
        made.modified,
        made.page,
        made.facts,
    )


def _from_orphan(post: Standing) -> Candidate:
    return Candidate(
        post.seed or "",
        post.sha256 or "",
        post.signature,
        post.address,
        post.edited,
        post.title,
        post.published,
        post.modified,
        post.page,
        post.facts,
    )
