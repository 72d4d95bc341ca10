# SPDX-License-Identifier: MIT
"""Break a story that came in one line into paragraphs."""

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed
from newsroom.convert.paragraphs import paragraph_starts

# A line longer than this is several paragraphs joined. Where a story has its own lines, only a
# much longer one is: of the paragraphs of 273 stories one in ten has more than 500 characters, one
# in a thousand more than 1,218 (November 2026).
_JOINED, _JOINED_AMONG_LINES = 500, 1500
_LINES = 4
# A line with more than this share of the story is the story, joined; the others are what was left around it.
_MOST = 0.8


def break_paragraphs(seed: Seed, blocks: Blocks) -> Blocks:
    """Body blocks of a paragraph each; the white space between is layout."""
    body = list(blocks.having(Role.BODY))
    story = sum(block.end - block.start for block in body)
    marks: list[Block] = []
    for block in body:
        size = block.end - block.start
        if size > (_JOINED if len(body) < _LINES or size > _MOST * story else _JOINED_AMONG_LINES):
            marks += _paragraphs(seed.text, block)
    return blocks.label(marks)


def _paragraphs(text: str, block: Block) -> list[Block]:
    starts = [block.start + start for start in paragraph_starts(text[block.start : block.end])]
    marks: list[Block] = []
    for start, following in zip(starts, [*starts[1:], block.end], strict=True):
        end = start + len(text[start:following].rstrip())
        if end > start:  # a space that holds words together may stand alone before a bullet
            marks.append(Block(start, end, Role.BODY))
        if end < following:
            marks.append(Block(end, following, Role.LAYOUT))
    return marks
