# SPDX-License-Identifier: MIT
"""A plan carried out: posts written, then what is remembered, then what goes removed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from newsroom import schema
from newsroom.convert import VERSION
from newsroom.desk.core import is_corrected, keeping_corrections, sealed
from newsroom.desk.finding import Made
from newsroom.desk.inputs import look_of
from newsroom.desk.memory import Known, Memory
from newsroom.desk.places import Place
from newsroom.desk.plan import Planned
from newsroom.desk.scene import Scene, withdrawn_after
from newsroom.desk.shelf import Looked, Standing, standing_from
from newsroom.desk.spill import Spill
from newsroom.desk.write import write_all
from newsroom.schema import PostFile


def text_of(plan: Planned, spill: Spill, content: Path) -> str:
    """The file of a planned post: what the converter says, and what the other seeds and editors add to it."""
    assert plan.place
    text = spill.get(plan.outcome.key)
    if _adds_nothing(plan):
        return text
    made = schema.read(text)
    if plan.place.post and is_corrected(plan.place.post.core):
        made = keeping_corrections(made, schema.read((content / plan.place.path).read_text("utf-8")).front)
    front = replace(
        made.front,
        address=plan.place.address,
        status=plan.status,
        version_of=plan.version_of,
        duplicates=plan.duplicates,
    )
    return schema.write(sealed(PostFile(front, made.text)))


def _adds_nothing(plan: Planned) -> bool:
    if not plan.place or not plan.made or plan.place.address != plan.made.address:
        return False
    if plan.place.post and is_corrected(plan.place.post.core):
        return False
    return plan.status == "published" and not plan.version_of and not plan.duplicates


def write_posts(plans: Iterable[Planned], spill: Spill, content: Path) -> dict[str, Looked]:
    """Write the planned posts; how they look now, by their paths."""
    posts = [(plan, plan.made, plan.place) for plan in plans if plan.made and plan.place]
    write_all((content / place.path, text_of(plan, spill, content).encode()) for plan, _, place in posts)
    return {
        place.path: (look_of((content / place.path).stat()), _standing_of(plan, made, place, content))
        for plan, made, place in posts
    }


def _standing_of(plan: Planned, made: Made, place: Place, content: Path) -> Standing:
    """The post as it stands once it was written."""
    if place.post and is_corrected(place.post.core):
        return standing_from((content / place.path).read_bytes(), place.path)
    return Standing(
        place.path,
        made.key,
        place.address,
        edited=False,
        status=plan.status,
        sha256=made.sha256,
        converter=VERSION,
        core=made.core,
        version_of=plan.version_of,
        duplicates=plan.duplicates,
        title=made.title,
        published=made.published,
        modified=made.modified,
        page=made.page,
        facts=made.facts,
    )


def memory_after(scene: Scene, before: Memory, posts: dict[str, Looked], gone: dict[str, str | None]) -> Memory:
    """What is to be remembered once `posts` are all that stand; `gone` leads from addresses that go to where."""
    shown = [each for _, each in posts.values() if each.address and not each.broken]
    stand = {each.address for each in shown if each.status != "withdrawn"}
    known = frozenset(_known_of(before, posts))
    moved = dict(before.moved)
    new = {each.seed: each.address for each in shown if each.seed and each.status == "published"}
    for each in before.known:
        if each.address and each.address not in stand:
            moved[each.address] = new.get(each.seed) if each.seed else None
    moved |= gone
    moved = {old: to for old, to in moved.items() if old not in stand}
    moved = {old: _end_of(moved, old) for old in moved}
    return Memory(known, moved, withdrawn_after(scene, before.withdrawn))


def _known_of(before: Memory, posts: dict[str, Looked]) -> Iterator[Known]:
    """Every post that stands, and those whose file cannot be read just now."""
    were_public = {each.address for each in before.known}
    broken = {each.seed for _, each in posts.values() if each.broken}
    for _, each in posts.values():
        if each.address and not each.broken and each.status != "withdrawn":
            public = each.status == "published" or each.address in were_public
            yield Known(each.address if public else "", each.seed or "", each.sha256 or "")
    yield from (each for each in before.known if broken and (each.seed in broken or None in broken))


def _end_of(moved: dict[str, str | None], old: str) -> str | None:
    """Where an address leads in the end; None for one that leads in a circle."""
    seen = {old}
    new = moved[old]
    while new is not None and new in moved:
        if new in seen:
            return None
        seen.add(new)
        new = moved[new]
    return new
