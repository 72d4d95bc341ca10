# SPDX-License-Identifier: MIT
"""Where each story stands: at the address that it has, else at a new one of its own, or its page's old one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from newsroom import schema
from newsroom.desk.finding import Made
from newsroom.desk.scene import Scene
from newsroom.desk.shelf import Standing

_LETTERS = 8  # of a digest, after a slug that is taken


@dataclass(frozen=True, slots=True)
class Place:
    """A path under content/ and an address; `post` is what stands there already."""

    path: str
    address: str
    post: Standing | None = None


@dataclass(slots=True)
class Taken:
    """The paths and addresses of posts; each new one is taken in turn. Addresses are in small letters.

    Some disks tell no capitals from small letters, and one page would overwrite the other.
    """

    paths: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)

    def place_for(self, made: Made, kept: str | None = None) -> Place:
        """A new place, told apart by letters where the plain one is taken; at the address `kept` if that is free."""
        kept = None if kept and kept.casefold() in self.addresses else kept
        place = Place(made.path, kept or made.address)
        # The seed's digest first; seeds with the same bytes are told apart by their names.
        for letters in (made.sha256, sha256(made.key.encode()).hexdigest()):
            if place.path not in self.paths and (kept or place.address not in self.addresses):
                break
            apart = _told_apart(place, letters[:_LETTERS])
            place = Place(apart.path, kept or apart.address)
        self.paths.add(place.path)
        self.addresses.add(place.address.casefold())
        return place


def places_from(scene: Scene, moved: Mapping[str, str | None]) -> dict[str, Place]:
    """The place of every key that has or gets a post: of new ones with one slug, the first gets it.

    A new main one of a story takes over the place of a copy that had a post, so that the address stays.
    """
    posts = [each for _, each in scene.shelf.posts.values()]
    taken = Taken({each.path for each in posts}, {(each.address or "").casefold() for each in posts})
    taken.addresses |= {old.casefold() for old, new in moved.items() if new is not None}
    keep = scene.room.addresses == "source"
    taken.addresses |= set(_addresses_of_pages(scene.room.content)) if keep else set()
    left = _posts_of_copies(scene)
    places: dict[str, Place] = {}
    for key, made in scene.findings.items():
        standing = scene.by_seed.get(key)
        if standing:
            places[key] = Place(standing[0].path, standing[0].address or "", standing[0])
        elif isinstance(made, Made) and _makes_a_post(scene, made):
            post = left.pop(key, None)
            kept = schema.kept_from(made.page) if keep and made.page else None
            places[key] = Place(post.path, post.address or "", post) if post else taken.place_for(made, kept)
    return places


def _addresses_of_pages(content: Path) -> Iterator[str]:
    """The addresses of the pages written by hand, which no story may take; those that cannot be read have none."""
    for path in sorted((content / "pages").rglob("*.md")):
        try:
            yield schema.address_for(schema.read(path.read_text("utf-8")).front, kind="page")
        except (OSError, ValueError):
            continue


def in_the_way(scene: Scene, made: Made) -> Standing | None:
    """The post that cannot be read, not even which seed it belongs to, where a new one would stand: it may be that."""
    look = scene.shelf.posts.get(made.path)
    return look[1] if look and look[1].broken and not look[1].seed else None


def _makes_a_post(scene: Scene, made: Made) -> bool:
    kin = scene.kin.get(made.key)
    is_copy = kin is not None and kin.relation == "duplicate"
    return not is_copy and made.key not in scene.down and not in_the_way(scene, made)


def _posts_of_copies(scene: Scene) -> dict[str, Standing]:
    """For the main key of a story, the first post of a copy of it that no person has a hand in."""
    found: dict[str, Standing] = {}
    for key, kin in sorted(scene.kin.items()):
        posts = scene.by_seed.get(key, [])
        if kin.relation == "duplicate" and len(posts) == 1 and not posts[0].edited and posts[0].status != "withdrawn":
            found.setdefault(kin.of, posts[0])
    return found


def _told_apart(place: Place, letters: str) -> Place:
    return Place(f"{place.path.removesuffix('.md')}-{letters}.md", f"{place.address.rstrip('/')}-{letters}/")
