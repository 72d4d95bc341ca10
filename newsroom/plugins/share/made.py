# SPDX-License-Identifier: AGPL-3.0-only
"""Which card a story has, and the cards that are kept: each made once, by its words and by what it is made with."""

import json
import logging
import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

import PIL

from newsroom.markup import curl
from newsroom.plugins.share.card import HEIGHT, WIDTH, Words, card_of, settings_of
from newsroom.schema import facts_of
from newsroom.workers import ordered

logger = logging.getLogger(__name__)

_SPARE = 200  # cards that no story has any more, beyond as many as are wanted: drafts and branches come and go


@dataclass(frozen=True, slots=True)
class Card:
    """A share picture: its path below the root, its size in pixels, what it says."""

    path: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def card_for(article: Any) -> Card:
    """The card of a story, beside its page."""
    page = PurePosixPath(article.save_as)
    path = page.with_name("share.png") if page.name == "index.html" else page.with_suffix(".share.png")
    return Card(path.as_posix(), facts_of(article).title)


def words_of(article: Any, settings: dict[str, Any], fonts: tuple[str, ...]) -> Words:
    """What a story's card says, in the words of its page."""
    post = facts_of(article)
    day = settings["JINJA_FILTERS"].get("day", lambda stamp: stamp.day.isoformat())
    return Words(
        headline=curl(post.title, post.lang),
        kicker=curl(post.category) if post.category else "",
        date=str(day(post.date)) if post.date else "",
        name=settings["SITENAME"],
        further=fonts,
    )


def look_of(fonts: Iterable[str]) -> str:
    """A digest of all that makes a card beside its words: Pillow's version, this package, further fonts."""
    ours = [path for path in Path(__file__).parent.rglob("*") if path.suffix in (".py", ".ttf")]
    parts = [sha256(path.read_bytes()).hexdigest() for path in (*sorted(ours), *map(Path, fonts))]
    return sha256(" ".join([PIL.__version__, *parts]).encode()).hexdigest()


def make(words: Sequence[Words], look: str, cache: Path, processes: int) -> None:
    """Make the cards that are not kept yet, in several processes; forget the rest, once it is the larger part."""
    wanted = {kept_at(each, look, cache): each for each in words}
    missing = [(each, path) for path, each in wanted.items() if not path.is_file()]
    bare = list(ordered(_made, missing, lambda _: 0, processes))
    lacking = [each.headline for (each, _), is_bare in zip(missing, bare, strict=True) if is_bare]
    if lacking:
        logger.warning(
            "share pictures: no font has the script of %d headlines, which their pictures leave out; SHARE_FONTS can "
            "name one. The first: %s",
            len(lacking),
            lacking[0],
        )
    idle = [path for path in cache.glob("*/*.png") if path not in wanted]
    if len(idle) > len(wanted) + _SPARE:
        for path in idle:
            path.unlink(missing_ok=True)


def _made(job: tuple[Words, Path]) -> bool:
    """Make a card; whether it lacks its headline."""
    words, path = job
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}.part")
    half.write_bytes(card_of(words))
    half.chmod(0o644)  # it gets a second name in the site
    half.replace(path)
    return next(settings_of(words.headline, HEIGHT, words.further), None) is None


def place(words: Iterable[tuple[Words, Path]], look: str, cache: Path) -> None:
    """Put the cards that are kept into the site: as second names where the file system can, else as copies."""
    put = partial(os.link, follow_symlinks=False)
    for each, target in words:
        kept = kept_at(each, look, cache)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            put(kept, target)
        except OSError:
            if kept.is_file():
                shutil.copyfile(kept, target)
            elif not os.environ.get("SERVING"):
                raise


def kept_at(words: Words, look: str, cache: Path) -> Path:
    """Where a card is kept: by a digest of its words and its look."""
    key = sha256(json.dumps([look, asdict(words)]).encode()).hexdigest()
    return cache / key[:2] / f"{key[2:]}.png"
