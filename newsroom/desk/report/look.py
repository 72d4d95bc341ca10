# SPDX-License-Identifier: MIT
"""What the report knows of one seed before any page is written: little, for there may be many."""

import zlib
from dataclasses import dataclass
from hashlib import sha256

from newsroom.convert import Doubt, Role, Seed, doubts, read, title_of
from newsroom.desk.finding import Job, seed_from
from newsroom.desk.inputs import Unreadable
from newsroom.pagecost import TooCostly
from newsroom.schema import Label

_SHOWN = 120  # characters of a line that stands for a title


@dataclass(frozen=True, slots=True)
class Look:
    """A seed's title or first words, the day it prints, what is doubtful, and how it was labelled, packed."""

    key: str
    title: str
    day: str | None
    doubts: tuple[Doubt, ...]
    labels: bytes

    @property
    def page(self) -> str:
        """The name of its page below the report's folder: keys are free, names of files are not."""
        name = sha256(self.key.encode()).hexdigest()[:20]
        return f"seed/{name[:2]}/{name}.html"

    @property
    def points(self) -> int:
        """How likely it is, of 100, that something is wrong: its doubts together."""
        right = 1.0
        for doubt in self.doubts:
            right *= 1 - doubt.points / 100
        return round(100 * (1 - right))


def look_at(job: Job) -> Look | None:
    """The look of an input; None where it gives no text."""
    seed = seed_of(job)
    return look_from(seed) if seed else None


def seed_of(job: Job) -> Seed | None:
    """The seed of an input; None where it gives no text."""
    if isinstance(job.raw, Unreadable):
        return None
    try:
        return seed_from(job.raw, job.source, job.repeated)
    except (UnicodeDecodeError, TooCostly):
        return None


def look_from(seed: Seed) -> Look:
    """The look of a seed."""
    reading = read(seed)
    title = title_of(reading.article) if reading.article else None
    day = reading.article.published if reading.article else None
    items = reading.blocks.items if reading.blocks else ()
    labels = ", ".join(
        str(Label(block.start, block.end, block.role, block.reason)) for block in items if block.role is not Role.LAYOUT
    )
    packed = zlib.compress(labels.encode())
    return Look(seed.key, title or _first_words(seed.text), str(day) if day else None, doubts(seed, reading), packed)


def _first_words(text: str) -> str:
    line = next((line.strip() for line in text[:10_000].splitlines() if line.strip()), "")
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
