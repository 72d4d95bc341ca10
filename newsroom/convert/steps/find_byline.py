# SPDX-License-Identifier: MIT
"""Find the byline: a line near the headline that says `By` and whole names."""

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.lines import open_lines
from newsroom.convert.model import Role, Seed
from newsroom.convert.names import authors_from

# Lines after the headline: a standfirst, a caption and a date may come between.
_BELOW = 12


def find_byline(seed: Seed, blocks: Blocks) -> Blocks:
    """A byline block on the first such line below the headline."""
    headline = next(blocks.having(Role.HEADLINE), None)
    if headline is None:
        return blocks
    below = [line for line in open_lines(seed, blocks) if line.block.start >= headline.end]
    for line in below[:_BELOW]:
        if authors_from(line.text):
            return blocks.label([marked(line.block, Role.BYLINE)])
    return blocks
