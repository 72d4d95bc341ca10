# SPDX-License-Identifier: MIT
"""What a run would do: for every seed its outcome, the post to write if any, and the posts to remove."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsroom import schema
from newsroom.convert import VERSION
from newsroom.desk.core import same_core
from newsroom.desk.finding import Made, Unmade
from newsroom.desk.outcome import Kind, Outcome
from newsroom.desk.places import Place, in_the_way
from newsroom.desk.scene import Scene
from newsroom.desk.shelf import Standing

_MOST_DUPLICATES = 200  # that a post names; the account of the run names all


@dataclass(frozen=True, slots=True)
class Planned:
    """An outcome. Where `made` is to be written, `place` says where, and the rest what the other seeds add to it.

    `remove` is the path of a post that goes, its story being told by another.
    """

    outcome: Outcome
    made: Made | None = None
    place: Place | None = None
    status: str = "published"
    version_of: str | None = None
    duplicates: tuple[str, ...] = ()
    remove: str | None = None


def planned(scene: Scene, places: Mapping[str, Place]) -> Iterator[Planned]:
    """The plan for each key, in the order of keys."""
    copies = _copies(scene)
    for key, finding in scene.findings.items():
        standing = scene.by_seed.get(key, [])
        if isinstance(finding, Unmade):
            yield Planned(_not_made(scene, finding, standing))
        elif key in scene.down:
            yield Planned(_withdrawn(scene, key))
        elif len(standing) > 1:
            yield Planned(_claimed(scene, key, standing))
        elif standing and (standing[0].broken or standing[0].edited):
            yield Planned(_kept(scene, finding, standing[0]))
        else:
            yield _told(scene, finding, places, copies.get(key, ()))


def _told(scene: Scene, made: Made, places: Mapping[str, Place], copies: tuple[str, ...]) -> Planned:
    """What becomes of a seed whose story is ours to tell: by its own post, or by that of another seed."""
    kin = scene.kin.get(made.key)
    if kin and kin.relation == "duplicate":
        return _duplicate(scene, made.key, kin.of, places)
    broken = in_the_way(scene, made)
    if broken and made.key not in places:
        return Planned(_kept(scene, made, broken))
    place = places[made.key]
    version_of = _address_of(scene, places, kin.of) if kin else None
    return _written(scene, made, place, (version_of, copies), kin.of if kin and version_of else None)


def _address_of(scene: Scene, places: Mapping[str, Place], key: str) -> str | None:
    if key in scene.orphans:
        return scene.orphans[key].address
    return places[key].address if key in places else None


def _written(
    scene: Scene, made: Made, place: Place, beside: tuple[str | None, tuple[str, ...]], of: str | None
) -> Planned:
    version_of, copies = beside
    post = place.post
    same = post and same_core(post.core, made.core) and (post.version_of, post.duplicates) == (version_of, copies)
    kind = Kind.UNCHANGED if same else Kind.UPDATED if post else Kind.PUBLISHED
    message = f"{scene.room.content}/{place.path}:1: {kind.value}"
    if of:
        kind, message = Kind.VERSION, f"{message}; another version of {of!r}"
    outcome = Outcome(made.key, kind, message, None, place.path, of)
    if same:
        return Planned(outcome)
    return Planned(outcome, made, place, post.status if post else scene.room.new_posts, version_of, copies)


def _duplicate(scene: Scene, key: str, of: str, places: Mapping[str, Place]) -> Planned:
    """A copy: the post that it had gives way to that of the story, unless the story took it over."""
    place, main = places.get(key), places.get(of)
    where = scene.orphans[of].path if of in scene.orphans else main.path if main else ""
    why = f"the story of {of!r}, which is {scene.room.content}/{where}" if where else f"the story of {of!r}"
    goes = place.path if place and main and place.path != main.path else None
    message = f"{scene.room.seeds}/{key}:1: {why}" + (f"; {scene.room.content}/{goes} goes" if goes else "")
    return Planned(Outcome(key, Kind.DUPLICATE, message, None, where or None, of), remove=goes)


def _not_made(scene: Scene, unmade: Unmade, standing: list[Standing]) -> Outcome:
    file = unmade.key.partition("#")[0] if unmade.kind is Kind.UNREADABLE else unmade.key
    why = f"{scene.room.seeds}/{file}:{unmade.line or 1}: {unmade.reason}: {unmade.why}"
    stays = "".join(f"; {scene.room.content}/{each.path} stays as it is" for each in standing)
    path = standing[0].path if standing else None
    return Outcome(unmade.key, unmade.kind, why + stays, unmade.reason, path)


def _withdrawn(scene: Scene, key: str) -> Outcome:
    path = scene.by_seed[key][0].path if key in scene.by_seed else None
    return Outcome(key, Kind.WITHDRAWN, f"{scene.room.seeds}/{key}:1: {scene.down[key]}", None, path)


def _claimed(scene: Scene, key: str, standing: list[Standing]) -> Outcome:
    content = scene.room.content
    others = " and ".join(str(content / each.path) for each in standing[1:])
    line = schema.line_of("seed", (content / standing[0].path).read_text("utf-8", "replace"))
    why = f"{line}: seed {key!r} is claimed by {others} as well; not written"
    return Outcome(key, Kind.KEPT, f"{content / standing[0].path}:{why}", "claimed by two posts", standing[0].path)


def _kept(scene: Scene, made: Made, post: Standing) -> Outcome:
    """A person's post: it stays, and where the converter would say something else now, that is said."""
    if post.broken:
        why, reason = f"{post.broken}; not written", "cannot be read"
    else:
        since = [f"its seed {made.key!r} changed"] if post.sha256 != made.sha256 else []
        since += ["so did the converter" if since else "the converter changed"] if post.converter != VERSION else []
        more = f"; {' and '.join(since)} since: invoke convert --diff" if since else ""
        why, reason = (
            f"1: edited by a person; not written{more}",
            "edited, and its seed changed since" if since else ("edited by a person"),
        )
    return Outcome(made.key, Kind.KEPT, f"{scene.room.content}/{post.path}:{why}", reason, post.path)


def _copies(scene: Scene) -> dict[str, tuple[str, ...]]:
    """The keys of the seeds that a post names because they tell its story as well."""
    found: dict[str, list[str]] = {}
    for key, kin in sorted(scene.kin.items()):
        own = [post for post in scene.by_seed.get(key, []) if post.edited]
        if kin.relation == "duplicate" and key in scene.findings and not own:
            found.setdefault(kin.of, []).append(key)
    return {key: tuple(copies[:_MOST_DUPLICATES]) for key, copies in found.items()}


def orphans_left(scene: Scene, places: Mapping[str, Place]) -> list[Standing]:
    """The posts whose seed is gone and that no other seed took over, by their seeds."""
    taken = {each.path for each in places.values()}
    gone = [key for key in sorted(scene.by_seed) if key not in scene.findings]
    return [post for key in gone for post in scene.by_seed[key] if post.path not in taken and not post.broken]
