# SPDX-License-Identifier: MIT
"""What a text may cost, counted before it is parsed.

Python-Markdown looks for the partner of a bracket up to the end of its block, copies the block
for every mark that it takes out, and recurses for every level of nesting: 48 KB of "![[]()" took
more than 15 s, 500 levels of lists end its stack. Measured with Markdown 3.11 in November 2026.
"""

import re
from collections.abc import Iterator
from itertools import groupby

# A book of 80,000 words. At a million, half a million lines ">" took 3 s.
TEXT_MAX = 500_000
# Quotations and lists within one another. At 16 the parser is still quick; people use 3.
DEPTH_MAX = 16
# One step is some half a microsecond, so a million is half a second. A paragraph of 100,000
# characters with 1,000 marks has 200,000 steps.
STEPS_MAX = 1_000_000

# Every row of a table is made as wide as its head. A page of figures has a few thousand cells.
CELLS_MAX = 20_000
# Footnotes and the places that name them. Python-Markdown numbers each by all before it: 5,000 took 14 s.
NOTES_MAX = 1_000

_SIMPLE = re.compile(r"\\.|\[[^][()`\\]*\]\([^][()'\"`<>\\]*\)|\[[^][`\\]*\](?![(\[])", re.DOTALL)
_MARK = re.compile(r"[\\`*_<&\[]|  \n")
# Lines that cut a block in two: headings, their underlines, rules, definitions of links.
_CUT = re.compile(r"^ {0,3}(?:#|(?:=+|-+) *$|(?:[-_*] *){3,}$|\[[^]\n]*\]:)", re.MULTILINE)
_RULE = re.compile(r" {0,3}(?:[-_*] {0,2}){3,}$")
_HEAD_RULE = re.compile(r"[ >*+0-9.|:-]*-[ |:-]*")
_CONTAINER = re.compile(r"( *)(?:>|(?:[-*+]|\d+\.)(?= ))")


class MarkupError(ValueError):
    """A text that cannot be taken. `line` counts from the text's first, which is 1."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"{line}: {why}")
        self.line, self.why = line, why


def check_limits(text: str) -> None:
    """MarkupError if the text is too long, nested too deeply or too costly to parse."""
    if len(text) > TEXT_MAX:
        raise MarkupError(1, f"{len(text):,} characters are more than {TEXT_MAX:,}")
    if text.count("[^") > NOTES_MAX:
        raise MarkupError(1, f"{text.count('[^'):,} footnotes are more than {NOTES_MAX:,}")
    steps = 0
    for line, block in _blocks(text.expandtabs(4)):
        for number, each in enumerate(block, line):
            depth = _depth(each)
            if depth > DEPTH_MAX:
                raise MarkupError(number, f"nested {depth} deep, more than {DEPTH_MAX}: {each[:40]!r}")
        cells = _cells(block)
        if cells > CELLS_MAX:
            raise MarkupError(line, f"a table of {cells:,} cells, more than {CELLS_MAX:,}")
        steps += _steps("\n".join(block))
        if steps > STEPS_MAX:
            why = f"marks such as [ and * need {steps:,} steps up to here, more than {STEPS_MAX:,}"
            raise MarkupError(line, why)


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between empty ones, each with the number of its first line."""
    numbered = enumerate(text.split("\n"), 1)
    for empty, run in groupby(numbered, key=lambda pair: not pair[1].strip()):
        if not empty:
            lines = list(run)
            yield lines[0][0], [line for _, line in lines]


def _depth(line: str) -> int:
    """Levels of quotation and list that the line opens or continues."""
    if _RULE.match(line):
        return 0
    depth = at = spaces = 0
    while match := _CONTAINER.match(line, at):
        spaces += max(0, len(match[1]) - (at > 0))  # one space belongs to the mark before it
        depth, at = depth + 1, match.end()
    spaces += max(0, len(line) - at - len(line[at:].lstrip(" ")) - (at > 0))
    return depth + spaces // 4


def _cells(block: list[str]) -> int:
    """About how many cells the block has if it is a table, and how often its code is held against its cells."""
    if len(block) < 2 or "|" not in block[0] or not _HEAD_RULE.fullmatch(block[1]):
        return 0
    wide = len(block) * (block[0].count("|") + 1)
    return wide + sum(line.count("|") * line.count("`") // 50 for line in block)


def _steps(block: str) -> int:
    """About how often the parser looks at a character of the block, beyond once."""
    open_brackets = _SIMPLE.sub("", block).count("[")
    marks = len(_MARK.findall(block))
    cuts = len(_CUT.findall(block))
    # Copying is some 500 times cheaper than looking, starting the block anew some 10 times.
    return len(block) * (open_brackets + marks // 500 + cuts // 10)
