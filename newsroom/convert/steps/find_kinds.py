# SPDX-License-Identifier: MIT
"""Find items of lists, quotations set apart and subheads in the story by the marks before their lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed

_BULLETS = frozenset("•◦▪‣●○■·*")
# Marks that extractors write: `## `, `> `, `- `. A dash that is no hyphen opens speech, and so may a hyphen in
# Cyrillic; a list of hyphens has three items, one of figures counts from one.
_MARK = re.compile(
    r"(?P<head>#{1,6})\s+(?=\S)|(?P<quotation>>)\s?(?=\S)|(?P<hyphen>-)\s+(?=\S)|(?P<number>\d{1,2})[.)]\s+(?=\S)"
)
_FEWEST_HYPHENS = 3
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SUBHEAD_MOST = 150  # characters
# The line of who said it, below a quotation: `— Ann Lee, mayor`.
_SPEAKER = re.compile(r"[—–-]{1,2}\s?[^\W\d_].{1,80}")
_QUOTED = re.compile(r"[\"“„«「].+[\"”“»」][.]?", re.DOTALL)
_LOOKED_AT = frozenset((Role.BODY, Role.SUBHEAD, Role.OPEN))


def find_kinds(seed: Seed, blocks: Blocks) -> Blocks:
    """Item, quotation and subhead blocks in the place of body blocks; the marks before them are layout."""
    lines = [block for block in blocks.items if block.role in _LOOKED_AT]
    kinds = [_kind(seed.text, lines, place) for place in range(len(lines))]
    marks: dict[int, Block] = {}
    at = 0
    for kind, run in groupby(kinds):
        count = len(list(run))
        part = lines[at : at + count]
        at += count
        if _is_list(seed.text, kind, part) or kind in ("quotation", "head"):
            marks.update({mark.start: mark for block in part for mark in _marked(seed.text, kind, block)})
    marks.update({mark.start: mark for mark in _spoken(seed.text, lines)})
    return blocks.label(marks[start] for start in sorted(marks))


def _kind(text: str, lines: Sequence[Block], place: int) -> str:
    """What the mark before a line says, or nothing: of a line that is not decided, that it heads the next."""
    start, end, role, _ = lines[place]
    if role is Role.OPEN:
        return "head" if text[start] == "#" and _MARK.match(text, start, end) and _heads(lines, place) else ""
    if start and text[start - 1] in " \t\u00a0":
        margin = text[max(0, start - 6) : start].rpartition("\n")[2]
        return "" if _BULLETS.isdisjoint(margin) else "bullet"
    mark = None if text[start].isalpha() else _MARK.match(text, start, end)
    return mark.lastgroup or "" if mark else ""


def _heads(lines: Sequence[Block], place: int) -> bool:
    """Whether an undecided line stands right between lines of the story."""
    beside = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    return len(beside) == 2 and all(block.role is Role.BODY for block in beside)


def _is_list(text: str, kind: str, part: Sequence[Block]) -> bool:
    if kind == "number":
        numbers = [int(mark["number"]) for block in part if (mark := _MARK.match(text, block.start))]
        return len(part) > 1 and numbers == [*range(1, len(part) + 1)]
    if kind == "hyphen":
        return len(part) >= _FEWEST_HYPHENS and not _CYRILLIC.search(text, part[0].start, part[-1].end)
    return kind == "bullet" and len(part) > 1


def _marked(text: str, kind: str, block: Block) -> Iterator[Block]:
    """The line with its role; a mark is layout, but for a number, which is a word of the story."""
    mark = _MARK.match(text, block.start, block.end) if kind in ("hyphen", "quotation", "head") else None
    start = mark.end() if mark else block.start
    if mark:
        yield Block(block.start, start, Role.LAYOUT)
    if kind == "head":
        yield Block(start, block.end, Role.SUBHEAD if block.end - start <= _SUBHEAD_MOST else block.role)
    else:
        yield Block(start, block.end, Role.QUOTATION if kind == "quotation" else Role.ITEM)


def _spoken(text: str, lines: Sequence[Block]) -> Iterator[Block]:
    """Lines that are a quotation from end to end, and the line below each with a dash and a name."""
    for said, speaker in pairwise(lines):
        if said.role is Role.BODY and text[speaker.start] in "—–-":
            named = _SPEAKER.fullmatch(text, speaker.start, speaker.end)
            if named and _QUOTED.fullmatch(text, said.start, said.end) and not text[said.end : speaker.start].strip():
                yield Block(said.start, said.end, Role.QUOTATION)
                yield Block(speaker.start, speaker.end, Role.QUOTATION)
