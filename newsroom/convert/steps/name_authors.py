# SPDX-License-Identifier: MIT
"""Mark the authors whom a sentence names: the story keeps the words, which are its byline's too."""

from collections.abc import Iterator
from dataclasses import replace

from newsroom.convert.article import TEXT
from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed


def name_authors(_seed: Seed, blocks: Blocks) -> Blocks:
    """A byline block in the place of each such name; inside the story its reason says of which role the sentence is."""
    return replace(blocks.label(_marks(blocks)), named=()) if blocks.named else blocks


def _marks(blocks: Blocks) -> Iterator[Block]:
    for name in sorted(blocks.named):
        around = next((each for each in blocks.items if each.start <= name.start and name.end <= each.end), None)
        if around:  # else the name was cut in two, or is a part of something else
            yield Block(name.start, name.end, Role.BYLINE, around.role.value if around.role in TEXT else None)
