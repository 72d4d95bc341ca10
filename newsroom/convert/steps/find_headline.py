# SPDX-License-Identifier: MIT
"""Find the headline: the line around the beginning of the story with the best signs."""

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.headline_signs import candidates, signs
from newsroom.convert.headline_weights import NONE, WEIGHTS
from newsroom.convert.lines import open_lines
from newsroom.convert.model import Role, Seed
from newsroom.convert.page import page_from


def find_headline(seed: Seed, blocks: Blocks) -> Blocks:
    """A headline block on the line that its signs speak for most, if they do.

    Of equals the first: a standfirst or a caption follows its headline.
    """
    lines = open_lines(seed, blocks)
    page = page_from(seed.text, lines)
    best, best_points = None, NONE
    for place in candidates(page):
        points = sum(WEIGHTS.get(sign, 0.0) for sign in signs(page, place))
        if points > best_points:
            best, best_points = lines[place], points
    return blocks.label([marked(best.block, Role.HEADLINE)]) if best else blocks
