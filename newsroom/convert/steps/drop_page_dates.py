# SPDX-License-Identifier: MIT
"""Drop the lines that say only a day or a time: the page's own clock dates nothing."""

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.date_lines import LONGEST, is_only_dates
from newsroom.convert.model import Role, Seed


def drop_page_dates(seed: Seed, blocks: Blocks) -> Blocks:
    """Furniture blocks for the dates that are left when the story's own are found."""
    return blocks.label(
        marked(block, Role.FURNITURE, "page-date")
        for block in blocks.having(Role.OPEN)
        if block.end - block.start <= LONGEST and is_only_dates(seed.text[block.start : block.end])
    )
