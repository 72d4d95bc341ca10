# SPDX-License-Identifier: MIT
"""Find the section that a line above the headline names: `World`, `Home > News > Asia`, `Business / Markets`."""

import re
from collections.abc import Iterator

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed
from newsroom.convert.section_words import HOMES, SECTIONS

# Lines above the headline in which its section stands; lines above that which, short both, may be a menu's.
_ABOVE, _MENU = 3, 2
_LABEL = 25  # characters of a menu's line
_LONGEST, _MOST_PARTS = 80, 5
_TRAIL = re.compile(r"\s*[>»›/|·•→]+\s*")


def find_section(seed: Seed, blocks: Blocks) -> Blocks:
    """A section block on the last known section of the nearest such line that is none of a menu's."""
    kept = [block for block in blocks.items if block.role is not Role.LAYOUT]
    place = next((at for at, block in enumerate(kept) if block.role is Role.HEADLINE), 0)
    texts = [seed.text[block.start : block.end].strip() for block in kept[:place]]
    for at in range(place - 1, max(-1, place - 1 - _ABOVE), -1):
        part = _section(texts[at]) if kept[at].role is Role.OPEN else None
        if part and not _is_bulleted(seed.text, kept[at]) and (not _is_menus(texts, at) or _is_sure(texts, at)):
            start = seed.text.index(texts[at], kept[at].start)
            return blocks.label(_marks(kept[at], start + part[0], start + part[1]))
        if part:
            return blocks
    return blocks


def _is_bulleted(text: str, block: Block) -> bool:
    margin = text[max(0, block.start - 6) : block.start].rpartition("\n")[2]
    return bool(margin.strip().strip("#"))


def _is_menus(texts: list[str], at: int) -> bool:
    """Whether a line may be a menu's last: labels stand above it."""
    above = texts[max(0, at - _MENU) : at]
    return len(above) == _MENU and all(len(each) <= _LABEL for each in above)


def _is_sure(texts: list[str], at: int) -> bool:
    """Whether a line is a trail that begins at home, or one that a menu farther up has too."""
    said = texts[at].casefold()
    first = _TRAIL.split(said, maxsplit=1)[0]
    return said in map(str.casefold, texts[:at]) or (first in HOMES and first != said)


def _section(line: str) -> tuple[int, int] | None:
    """The range of the section in a line that is one, or a trail of some."""
    if len(line) > _LONGEST:
        return None
    parts = list(_parts(line))
    words = [line[start:end].casefold() for start, end in parts]
    known = [part for part, word in zip(parts, words, strict=True) if word in SECTIONS]
    if len(parts) > _MOST_PARTS or not known:
        return None
    others = [word for word in words if word not in HOMES]
    return known[-1] if others[0] in SECTIONS else None


def _parts(line: str) -> Iterator[tuple[int, int]]:
    """The ranges of what strokes and arrows part."""
    at = 0
    for stroke in _TRAIL.finditer(line):
        if at < stroke.start():
            yield at, stroke.start()
        at = stroke.end()
    if at < len(line):
        yield at, len(line)


def _marks(block: Block, start: int, end: int) -> Iterator[Block]:
    """The section, and what else its line says as furniture."""
    if block.start < start:
        yield Block(block.start, start, Role.FURNITURE, "trail")
    yield Block(start, end, Role.SECTION)
    if end < block.end:
        yield Block(end, block.end, Role.FURNITURE, "trail")
