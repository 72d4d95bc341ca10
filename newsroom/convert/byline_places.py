# SPDX-License-Identifier: MIT
"""The surroundings of a byline: what stands where around the headline, and at the story's end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.bylines import is_lead
from newsroom.convert.lines import is_prose
from newsroom.convert.model import Role, Seed

# How far from the headline a byline stands, in lines above and below: a standfirst, a caption and
# a date may come between. More prose than a standfirst has ends the search.
_ABOVE, _BELOW = 12, 50
_STANDFIRST = 700
_LONGEST = 160
# Lines from the last prose up, and down, in which a note on the author is looked for.
_END_ABOVE, _END_BELOW = 4, 14
# Lines around the headline in which a `By` may have been left alone.
_EMPTIED_ABOVE, _EMPTIED_BELOW = 2, 8
_GOES_ON, _SENTENCE = ",;.)", 40  # how the rest of a sentence may begin; characters of a part of one
_ADDRESS, _MOST_ADDRESSES = 20, 20  # characters on either side of an @; how many of a page are looked at


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a seed says, block by block without its layout; `headline` is a place, or the story's first."""

    text: str
    blocks: list[Block]
    texts: list[str]
    prose: list[bool]
    headline: int
    last: int  # the place of the last prose, or of the headline
    titled: bool  # whether a headline was found
    emptied: bool  # whether a `By` near it was left alone
    addresses: list[str]  # what stands around the signs of addresses and handles, in small letters

    def near(self) -> Iterator[int]:
        """The places of short open blocks near the headline."""
        prose = 0
        end = self.last if self.last > self.headline else len(self.blocks)
        for at in range(max(0, self.headline - _ABOVE), min(end, self.headline + 1 + _BELOW)):
            if at > self.headline:
                prose += len(self.texts[at]) * self.prose[at]
                if prose > _STANDFIRST:
                    break
            if self.is_open(at) and not self.in_sentence(at):
                yield at

    def at_end(self) -> Iterator[int]:
        """The places of open blocks around the last prose."""
        for at in range(max(self.headline + 1, self.last - _END_ABOVE), min(len(self.blocks), self.last + _END_BELOW)):
            if self.blocks[at].role is Role.OPEN and not self.in_sentence(at):
                yield at

    def first_prose(self, most: int) -> Iterator[int]:
        """The places of the first open prose below the headline."""
        places = range(self.headline, min(len(self.blocks), self.headline + _BELOW))
        return islice((at for at in places if self.prose[at] and self.blocks[at].role is Role.OPEN), most)

    def is_open(self, at: int) -> bool:
        """Whether a block is short, and nothing else yet."""
        return at < len(self.blocks) and self.blocks[at].role is Role.OPEN and len(self.texts[at]) <= _LONGEST

    def is_dated(self, at: int) -> bool:
        """Whether a day stands at a place."""
        if not 0 <= at < len(self.blocks):
            return False
        block = self.blocks[at]
        return block.role in (Role.PUBLISHED, Role.MODIFIED) or block.reason == "page-date"

    def in_sentence(self, at: int) -> bool:
        """Whether a line is a link within a sentence: the line above stops in it, and the one below goes on."""
        above, below = self.says(at - 1), self.says(at + 1)
        if self.titled and at - 1 == self.headline:
            return False  # headlines end without a stop
        goes_on = below[:1] in _GOES_ON or below[:1].islower() if below else False
        return goes_on and len(above) >= _SENTENCE and (above[-1].isalpha() or above[-1] == ",")

    def says(self, at: int) -> str:
        """The text of a place, or nothing beyond the ends."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def start(self, at: int) -> int:
        """Where the text of a place begins in the seed."""
        block = self.blocks[at]
        return block.start + self.text[block.start : block.end].index(self.texts[at])


def surroundings_from(seed: Seed, blocks: Blocks) -> Surroundings:
    """The blocks of a seed with what they say."""
    kept = [block for block in blocks.items if block.role is not Role.LAYOUT and block.role is not Role.CONTROL]
    texts = [seed.text[block.start : block.end].strip() for block in kept]
    prose = [is_prose(text) for text in texts]
    headline = next((at for at, block in enumerate(kept) if block.role is Role.HEADLINE), None)
    story = prose.index(True) if True in prose else 0
    place = story if headline is None else headline
    emptied = any(map(is_lead, texts[max(0, place - _EMPTIED_ABOVE) : place + _EMPTIED_BELOW]))
    last = max((at for at, is_last in enumerate(prose) if is_last), default=place)
    addresses = _addresses(seed.text)
    return Surroundings(seed.text, kept, texts, prose, place, last, headline is not None, emptied, addresses)


def _addresses(text: str) -> list[str]:
    signs = list(re.finditer("@", text))[:_MOST_ADDRESSES]
    return [text[max(0, sign.start() - _ADDRESS) : sign.end() + _ADDRESS].casefold() for sign in signs]
