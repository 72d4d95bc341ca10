# SPDX-License-Identifier: MIT
"""Find the line that says which agency delivered the story, where it says nothing else."""

from newsroom.convert.agencies import agency_in
from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.model import Role, Seed


def find_agency(seed: Seed, blocks: Blocks) -> Blocks:
    """An agency block on the first such line below the headline."""
    headline = next(blocks.having(Role.HEADLINE), None)
    if headline is None:
        return blocks
    for block in blocks.having(Role.OPEN):
        if block.start > headline.start and agency_in(seed.text[block.start : block.end]):
            return blocks.label([marked(block, Role.AGENCY)])
    return blocks
