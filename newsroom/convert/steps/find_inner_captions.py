# SPDX-License-Identifier: MIT
"""Find the captions inside a story that came in one line: printed twice, or with a credit in brackets."""

import re

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed
from newsroom.convert.sentences import sentence_starts

# Lines shorter than this have no place for a caption inside.
_JOINED = 500
# A caption's length, in characters: a picture's description, then the caption itself, in the same words.
_SHORTEST, _LONGEST = 24, 400
# So many first characters of a sentence must come again before the two are compared.
_PROBE = 16
_AGENCIES = r"(?:AP|AFP|Reuters|REUTERS|Getty|EPA|dpa|DPA|Shutterstock|TT|ANSA|EFE|Xinhua|Unsplash|iStock)"
_CREDIT = re.compile(
    rf"\s*+(?:\((?:(?:Photo|Image|Picture|Foto|Bild|Illustration)\b|{_AGENCIES} (?:Photo|/))[^()]{{0,80}}\)"
    rf"|©\s?[\w-]+(?: ?[|/] ?[^\W\d_][\w.-]*(?: [A-ZÀ-Þ][\w-]+)?)?)"
)


def find_inner_captions(seed: Seed, blocks: Blocks) -> Blocks:
    """Caption blocks within long body blocks; the first of two printings is furniture."""
    marks: list[Block] = []
    for block in blocks.having(Role.BODY):
        if block.end - block.start > _JOINED:
            marks += _captions(seed.text[block.start : block.end], block.start)
    return blocks.label(marks)


def _captions(text: str, offset: int) -> list[Block]:
    marks: list[Block] = []
    above = done = 0
    for start in sentence_starts(text):
        if start < done:
            continue
        at, above = max(above, done), start
        second, done = _said_again(text, start)
        if second:
            marks.append(Block(offset + start, offset + second, Role.FURNITURE, "caption-repeated"))
        # Alone, © is the story's copyright.
        credit = _CREDIT.match(text, done) if second or (done == start and text[start] == "(") else None
        if credit:
            done = credit.end()
        if second or credit:
            # A credit in brackets stands behind its caption, whose full stop parts the two.
            first = at if start - at <= _LONGEST and not second else second or start
            marks.append(Block(offset + first, offset + done, Role.CAPTION))
    return marks


def _said_again(text: str, start: int) -> tuple[int, int]:
    """Where a place says its words for the second time, and where that ends; 0 and `start` if it does not.

    What is said three times in a row is no caption, and is passed over.
    """
    second = text.find(text[start : start + _PROBE], start + _SHORTEST, start + _LONGEST)
    words = text[start:second].rstrip()
    if second < 0 or not text.startswith(words, second):
        return 0, start
    times, end = 2, second + len(words)
    while text.startswith(words, end + 1):
        times, end = times + 1, end + 1 + len(words)
    return (second, end) if times == 2 and not text[end : end + 1].isalnum() else (0, end)
