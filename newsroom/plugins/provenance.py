# SPDX-License-Identifier: AGPL-3.0-only
"""Where a story came from: sets `provenance` on each article that was made from a seed.

The post states how its seed was labelled. Where PUBLISH_SEEDS is on, and the seed is
still the one that the post names, the seed is shown line by line beside it.
"""

import os
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from pelican import signals

from newsroom import markup
from newsroom.pagecost import TooCostly
from newsroom.schema import FrontMatter, Label
from newsroom.seedtext import text_of

TOP = "main"  # the id of the page's main part: headline, dates, names
DROPPED = frozenset({"furniture", "control"})
# Reasons and roles whose own words a reader would not understand; all others are shown as they are.
WORDS = {
    "page-date": "the page's own date",
    "headline-repeated": "the headline again",
    "share-widget": "share buttons",
    "skip-link": "a menu's link",
    "sign-in": "an invitation to sign in",
    "read-more": "a link to more",
    "tag-label": "the topics' label",
    "caption-repeated": "a caption again",
    "repeated-in-source": "a line that its newspaper repeats",
    "text-direction": "hidden direction marks",
    "furniture": "the page's own words",
    "control": "unprintable characters",
    "modified": "updated",
    "tags": "topics",
}
PARAGRAPH = re.compile(r'<p id="(p-[0-9a-f]{6}(?:-[0-9]+)?)">')


@dataclass(frozen=True, slots=True)
class Piece:
    """A range of a seed's line. `target` is the id of what became of it on the story's page, where it was kept.

    Paragraphs have a `number`.
    """

    text: str
    kept: bool
    label: str
    target: str | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class SeedLine:
    """A line of the seed, counted from 1, in its labelled pieces."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a story came from. `dropped` counts the labels by reason, most frequent first.

    `source` is the page's address; `stated` and `taken` are the keys that an editor stated for the whole
    source, and those that came from the address; `duplicates` are other seeds with the same text.
    """

    seed: str
    sha256: str
    converter: str
    dropped: tuple[tuple[str, int], ...]
    lines: tuple[SeedLine, ...]
    source: str | None = None
    stated: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()


def provenance_from(post: FrontMatter, html: str, seed: str | None) -> Provenance | None:
    """Return where the story with this post came from; None where a person wrote it from nothing.

    `seed` is the seed's text, or None where it may not or cannot be shown.
    """
    if not (post.seed and post.sha256 and post.converter):
        return None
    dropped = Counter(_words(label) for label in post.labels if label.role in DROPPED)
    lines = tuple(_lines(seed, _pieces(seed, post.labels, html))) if seed else ()
    return Provenance(
        post.seed,
        post.sha256,
        post.converter,
        tuple(dropped.most_common()),
        lines,
        post.source,
        post.stated,
        post.taken,
        post.duplicates,
    )


def _words(label: Label) -> str:
    """Return the reason, or the role where none is given, as a reader's words."""
    stated = label.reason or label.role
    return WORDS.get(stated, stated.replace("-", " "))


def _pieces(seed: str, labels: Sequence[Label], html: str) -> Iterator[tuple[int, Piece]]:
    """Yield (start, piece) for every label, paragraphs numbered and linked by their words."""
    targets = PARAGRAPH.findall(html)
    paragraphs = 0
    for label in labels:
        text = seed[label.start : label.end]
        kept = label.role not in DROPPED
        if label.role == "body":
            paragraphs += 1
            piece = Piece(text.strip(), kept, "paragraph", _target(text, targets), paragraphs)
        else:
            piece = Piece(text.strip(), kept, _words(label), TOP if kept else None)
        yield label.start, piece


def _target(text: str, targets: list[str]) -> str | None:
    """Return the id of the paragraph that `text` became, or None if a person changed it."""
    wanted = markup.paragraph_id(text)
    for place, target in enumerate(targets):
        if target == wanted or target.startswith(f"{wanted}-"):
            del targets[place]  # the same words a second time lead to their own paragraph
            return target
    return None


def _lines(seed: str, pieces: Iterator[tuple[int, Piece]]) -> Iterator[SeedLine]:
    """Yield the lines that hold a piece; blank ones count but are not shown."""
    breaks = [place for place, character in enumerate(seed) if character == "\n"]
    for number, group in groupby(pieces, key=lambda found: bisect_left(breaks, found[0]) + 1):
        yield SeedLine(number, tuple(piece for _, piece in group))


def seed_text(folder: Path, post: FrontMatter, most_bytes: int) -> str | None:
    """Return the text of the post's seed, or None unless it is the very file that the post names.

    The key comes from a post, which is not trusted: only a file inside `folder`, no larger than a seed may be,
    whose bytes have the stated SHA-256 is ever read into a page.
    """
    if not post.seed:
        return None
    try:
        path = Path(os.path.realpath(folder / post.seed))
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
        if not inside or path.stat().st_size > most_bytes:
            return None
        data = path.read_bytes()
        return text_of(path.name, data) if sha256(data).hexdigest() == post.sha256 else None
    except (OSError, UnicodeDecodeError, TooCostly):  # a key longer than a file's name may be; no text
        return None


def add_provenance(generators: Sequence[Any]) -> None:
    """Set `provenance` on all articles, drafts among them."""
    generator = generators[0]
    settings, context = generator.settings, generator.context
    folder, most = Path(settings["SEED_PATH"]), settings["LIMITS"]["record_bytes"]
    for article in chain(context["articles"], context["drafts"], context["hidden_articles"]):
        post = article.post
        seed = seed_text(folder, post, most) if settings["PUBLISH_SEEDS"] else None
        # The text is fetched where its paragraphs are looked for alone
        article.provenance = provenance_from(post, article._content if seed else "", seed)


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(add_provenance)
