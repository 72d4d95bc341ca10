# SPDX-License-Identifier: MIT
"""Drop the headline where the page prints it again."""

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.lines import same_words
from newsroom.convert.model import Role, Seed


def drop_repeats(seed: Seed, blocks: Blocks) -> Blocks:
    """Furniture blocks for other lines with the headline's words."""
    headline = next(blocks.having(Role.HEADLINE), None)
    if headline is None:
        return blocks
    words = same_words(seed.text[headline.start : headline.end])
    # Spares the words of the story and of most menus; a line may be shorter than its words, whose ß is ss.
    shortest, longest = 0.8 * len(words), 2 * (headline.end - headline.start)
    return blocks.label(
        marked(block, Role.FURNITURE, "headline-repeated")
        for block in blocks.having(Role.OPEN)
        if shortest <= block.end - block.start <= longest and same_words(seed.text[block.start : block.end]) == words
    )
