# SPDX-License-Identifier: MIT
"""Cut the text into its lines; white space, line ends and bullets are layout."""

import re

from newsroom.convert.blocks import Block, Blocks, block_of
from newsroom.convert.model import Role, Seed

# What ends a line, beside a line feed. Form feed and vertical tab are controls, and do not.
_LINE_ENDS = "\r\u2028\u2029"
_BULLETS = re.compile(r"(?:[•◦▪‣●○■∙·*]+\s+)?(?:[•◦▪‣●○■∙·*]+$)?")


def cut_lines(seed: Seed, blocks: Blocks) -> Blocks:
    """Open blocks for what the lines say, layout for what is between; the first step, so of one block."""
    found: list[Block] = []
    at = below = 0
    layout, undecided = Role.LAYOUT, Role.OPEN
    for line in _lines(text := seed.text):
        start = below + len(line) - len(line.lstrip())
        end = below + len(line.rstrip())
        below += len(line) + 1
        if start < end and not text[start].isalnum() and (bullets := _BULLETS.match(text, start, end)):
            start = bullets.end()
        if start < end:
            if at < start:
                found.append(block_of((at, start, layout, None)))
            found.append(block_of((start, end, undecided, None)))
            at = end
    if at < blocks.length:
        found.append(Block(at, blocks.length, Role.LAYOUT))
    return Blocks(tuple(found), blocks.length)


def _lines(text: str) -> list[str]:
    """The lines of a text, each without the one character that ends it."""
    for mark in _LINE_ENDS:
        text = text.replace(mark, "\n")
    return text.split("\n")
