# SPDX-License-Identifier: MIT
"""Cut the text into its lines; white space, line ends and bullets are layout."""

import re

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed

# From the first to the last character of a line that is no space. U+2028 and U+2029 end lines too;
# form feed and vertical tab are controls, and do not.
_LINE = re.compile(r"\S(?:[^\r\n\u2028\u2029]*\S)?")
_BULLETS = re.compile(r"(?:[•◦▪‣●○■∙·*]+\s+)?(?:[•◦▪‣●○■∙·*]+$)?")


def cut_lines(seed: Seed, blocks: Blocks) -> Blocks:
    """Open blocks for what the lines say, layout for what is between; the first step, so of one block."""
    found: list[Block] = []
    at = 0
    for line in _LINE.finditer(text := seed.text):
        start, end = line.span()
        if not text[start].isalnum() and (bullets := _BULLETS.match(text, start, end)):
            start = bullets.end()
        if start < end:
            if at < start:
                found.append(Block(at, start, Role.LAYOUT))
            found.append(Block(start, end))
            at = end
    if at < blocks.length:
        found.append(Block(at, blocks.length, Role.LAYOUT))
    return Blocks(tuple(found), blocks.length)
