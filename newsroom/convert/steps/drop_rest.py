# SPDX-License-Identifier: MIT
"""Drop what no step took: it is the page's, and nothing that we know more of."""

import re

from newsroom.convert.blocks import Blocks, block_of
from newsroom.convert.model import Role, Seed

_SAYS_SOMETHING = re.compile(r"\w")


def drop_rest(seed: Seed, blocks: Blocks) -> Blocks:
    """Furniture blocks in the place of open ones; strokes and commas between labels are layout."""
    marks = []
    for block in blocks.having(Role.OPEN):
        says = seed.text[block.start].isalnum() or _SAYS_SOMETHING.search(seed.text, block.start, block.end)
        role, reason = (Role.FURNITURE, "not-the-story") if says else (Role.LAYOUT, None)
        marks.append(block_of((block.start, block.end, role, reason)))
    return blocks.label(marks)
