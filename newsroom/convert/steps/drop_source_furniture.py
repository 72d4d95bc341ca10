# SPDX-License-Identifier: MIT
"""Drop the lines that many pages of the seed's source repeat, where these are known."""

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.lines import open_lines
from newsroom.convert.model import Role, Seed


def drop_source_furniture(seed: Seed, blocks: Blocks) -> Blocks:
    """Furniture blocks for whole lines that the source repeats."""
    furniture = seed.evidence.furniture
    if not furniture:
        return blocks
    repeated = (line.block for line in open_lines(seed, blocks) if line.text in furniture)
    return blocks.label(marked(block, Role.FURNITURE, "repeated-in-source") for block in repeated)
