# SPDX-License-Identifier: MIT
"""Drop what no step took: it is the page's, and nothing that we know more of."""

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.model import Role, Seed


def drop_rest(_seed: Seed, blocks: Blocks) -> Blocks:
    """Furniture blocks in the place of open ones."""
    rest = blocks.having(Role.OPEN)
    return blocks.label(marked(block, Role.FURNITURE, "not-the-story") for block in rest)
