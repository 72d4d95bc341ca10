# SPDX-License-Identifier: MIT
"""Cut the text into its lines; white space, line ends and bullets are layout."""

import re

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed

# U+2028 and U+2029 end lines too; form feed and vertical tab are controls, and do not.
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_MARGIN = re.compile(r"\s*(?:[•◦▪‣●○■∙·*]+\s+)?(?:[•◦▪‣●○■∙·*]+$)?")


def cut_lines(seed: Seed, blocks: Blocks) -> Blocks:
    """Open blocks for what the lines say, layout for what is between; the first step, so of one block."""
    found: list[Block] = []
    at = 0
    for line in _LINE.finditer(seed.text):
        text, begin = line[0], line.start()
        margin = None if text[0].isalnum() else _MARGIN.match(text)
        start, end = begin + (margin.end() if margin else 0), begin + len(text.rstrip())
        if start < end:
            if at < start:
                found.append(Block(at, start, Role.LAYOUT))
            found.append(Block(start, end))
            at = end
    if at < blocks.length:
        found.append(Block(at, blocks.length, Role.LAYOUT))
    return Blocks(tuple(found), blocks.length)
