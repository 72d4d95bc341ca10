# SPDX-License-Identifier: MIT
"""Find the headline: the line around the beginning of the story with the best signs."""

from collections.abc import Iterable

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.headline_signs import candidates, other_signs, own_signs, signs
from newsroom.convert.headline_weights import NONE, WEIGHTS
from newsroom.convert.lines import open_lines
from newsroom.convert.model import Role, Seed
from newsroom.convert.page import Page, page_from

# The other signs of a line have given it 3.2 points at most (7,913 lines of 418 dumps, November 2026); as
# weighed now they could give 4.9 together. Lines that even these would not bring to the top, two in
# three, are spared the search for them.
_OTHERS_MOST = 5.0


def find_headline(seed: Seed, blocks: Blocks) -> Blocks:
    """A headline block on the line that its signs speak for most, if they do.

    Of equals the first: a standfirst or a caption follows its headline.
    """
    lines = open_lines(seed, blocks)
    page = page_from(seed.text, lines)
    own = [(_worth(own_signs(page, place)), place) for place in candidates(page)]
    best: tuple[float, int] | None = None  # points, and the place below zero: of equals the first
    for points, place in sorted(own, key=lambda each: (-each[0], each[1])):
        if best and points + _OTHERS_MOST < best[0]:
            break
        whole = points + _worth(other_signs(page, place))
        if whole > NONE and (best is None or (whole, -place) > best):
            best = whole, -place
    return blocks.label([marked(lines[-best[1]].block, Role.HEADLINE)]) if best else blocks


def ranked(page: Page) -> list[tuple[float, int]]:
    """What all signs give to each line that may be the headline, and its place; the best first."""
    worth = [(_worth(signs(page, place)), place) for place in candidates(page)]
    return sorted(worth, key=lambda each: (-each[0], each[1]))


def _worth(signs: Iterable[str]) -> float:
    return sum(WEIGHTS.get(sign, 0.0) for sign in signs)
