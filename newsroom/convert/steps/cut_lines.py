# SPDX-License-Identifier: MIT
"""Cut the text into its lines; white space, line ends and bullets are layout."""

import re

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed

# U+2028 and U+2029 end lines too; form feed and vertical tab are controls, and do not.
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_MARGIN = re.compile(r"\s*(?:[•◦▪‣●○■∙·*]+\s+)?(?:[•◦▪‣●○■∙·*]+$)?")


def cut_lines(seed: Seed, blocks: Blocks) -> Blocks:
    """Open blocks for what the lines say, layout for what is between."""
    marks: list[Block] = []
    at = 0
    for line in _LINE.finditer(seed.text):
        margin = _MARGIN.match(line[0])
        start = line.start() + (margin.end() if margin else 0)
        end = line.start() + len(line[0].rstrip())
        if start < end:
            if at < start:
                marks.append(Block(at, start, Role.LAYOUT))
            at = end
    if at < len(seed.text):
        marks.append(Block(at, len(seed.text), Role.LAYOUT))
    return blocks.label(marks)
