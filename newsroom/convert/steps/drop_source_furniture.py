# SPDX-License-Identifier: MIT
"""Drop the lines that many pages of the seed's source repeat, where these are known."""

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.lines import Line, open_lines
from newsroom.convert.model import Role, Seed
from newsroom.convert.shapes import shape_of

# Where more of a page's sentences than this are repeated, other pages are dumps of it: then none is furniture.
_MOST = 0.75
_SENTENCE = 40  # characters, at least


def drop_source_furniture(seed: Seed, blocks: Blocks) -> Blocks:
    """Furniture blocks for whole lines that the source repeats; not for sentences on a page that others copy."""
    furniture = seed.evidence.furniture
    if not furniture:
        return blocks
    lines = open_lines(seed, blocks)
    sentences = [line for line in lines if _is_sentence(line)]
    repeated = [line for line in sentences if line.text in furniture]
    if sum(len(line.text) for line in repeated) > _MOST * sum(len(line.text) for line in sentences):
        furniture -= {line.text for line in sentences}
    return blocks.label(
        marked(line.block, Role.FURNITURE, "repeated-in-source") for line in lines if line.text in furniture
    )


def _is_sentence(line: Line) -> bool:
    shape = shape_of(line.text)
    return shape.prose or (shape.ended and shape.size >= _SENTENCE)
