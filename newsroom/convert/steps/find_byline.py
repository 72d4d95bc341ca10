# SPDX-License-Identifier: MIT
"""Find the byline: names after a `By`, names alone near the headline, or a note on the author."""

from collections.abc import Callable

from newsroom.convert.blocks import Block, Blocks, marked
from newsroom.convert.bylines import Surroundings, alone, below_story, led, surroundings_from
from newsroom.convert.model import Role, Seed

# From the surest on: a line says it, its place and echo say it, the story's end says it.
_WAYS: tuple[Callable[[Surroundings], list[Block]], ...] = (led, alone, below_story)


def find_byline(seed: Seed, blocks: Blocks) -> Blocks:
    """Byline blocks by the first way that gives any."""
    around = surroundings_from(seed, blocks)
    found = next((found for way in _WAYS if (found := way(around))), [])
    return blocks.label(marked(block, Role.BYLINE) for block in found)
