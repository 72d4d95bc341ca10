# SPDX-License-Identifier: MIT
"""Where a story names its authors: in a line with `By`, in a name alone, in a note below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.lines import is_prose
from newsroom.convert.model import Role, Seed
from newsroom.convert.name_words import ABOUT, MORE_BY, WHO_IS
from newsroom.convert.names import authors_from, is_join, is_lead, is_name, names_in, says_role

# How far from the headline a byline stands, in lines above and below: a standfirst, a caption and
# a date may come between. More prose than a standfirst has ends the search.
_ABOVE, _BELOW = 8, 16
_STANDFIRST = 700
_LONGEST = 120
# Points that a name alone needs; a name between headline and date has five.
_LEAST = 3.0
# Lines from the last prose up, and down, in which a note on the author is looked for.
_END_ABOVE, _END_BELOW = 4, 14
_DAYS = (Role.PUBLISHED, Role.MODIFIED)

_WHO_IS = re.compile(rf"\s(?:{WHO_IS})\s", re.IGNORECASE)
_ABOUT = re.compile(ABOUT, re.IGNORECASE)
_MORE_BY = re.compile(rf"{MORE_BY} (?P<name>.{{4,40}}?)\W*", re.IGNORECASE)
_MINUTES = re.compile(r"\b\d+[\s-]?min", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a seed says, block by block without its layout; `headline` is a place, or the story's first."""

    text: str
    blocks: list[Block]
    texts: list[str]
    prose: list[bool]
    headline: int

    def near(self) -> Iterator[int]:
        """The places of short open blocks near the headline: those below it first, then those above."""
        prose = 0
        for at in range(self.headline + 1, min(len(self.blocks), self.headline + 1 + _BELOW)):
            prose += len(self.texts[at]) * self.prose[at]
            if prose > _STANDFIRST:
                break
            if self.is_open(at):
                yield at
        yield from filter(self.is_open, range(self.headline - 1, max(-1, self.headline - 1 - _ABOVE), -1))

    def is_open(self, at: int) -> bool:
        """Whether a block is short, and nothing else yet."""
        return self.blocks[at].role is Role.OPEN and len(self.texts[at]) <= _LONGEST

    def says(self, at: int) -> str:
        """The text of a place, or nothing beyond the ends."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""


def surroundings_from(seed: Seed, blocks: Blocks) -> Surroundings:
    """The blocks of a seed with what they say."""
    kept = [block for block in blocks.items if block.role not in (Role.LAYOUT, Role.CONTROL)]
    texts = [seed.text[block.start : block.end].strip() for block in kept]
    prose = [is_prose(text) for text in texts]
    headline = next((at for at, block in enumerate(kept) if block.role is Role.HEADLINE), None)
    if headline is None:
        headline = prose.index(True) if True in prose else 0
    return Surroundings(seed.text, kept, texts, prose, headline)


def led(around: Surroundings) -> list[Block]:
    """The first line near the headline with `By` and names, or the names below a `By`."""
    for at in around.near():
        names = authors_from(around.texts[at])
        if names:
            return [_without_paper(around, around.blocks[at], names)]
        below = _names_from(around, at + 1) if is_lead(around.texts[at]) else []
        if below:
            return below
    return []


def alone(around: Surroundings) -> list[Block]:
    """The name near the headline with the most points, if it has enough."""
    scored = [(_points(around, at, names[0]), -at) for at in around.near() if (names := names_in(around.texts[at]))]
    points, at = max(scored, default=(0.0, 0))
    return [around.blocks[-at]] if points >= _LEAST else []


def below_story(around: Surroundings) -> list[Block]:
    """The name that the end of the story gives: in a note on its author, or above one."""
    last = max((at for at, prose in enumerate(around.prose) if prose), default=around.headline)
    places = range(max(around.headline + 1, last - _END_ABOVE), min(len(around.blocks), last + _END_BELOW))
    signed = (_signed(around, at) for at in places if around.blocks[at].role is Role.OPEN)
    return next(([found] for found in signed if found), [])


def _names_from(around: Surroundings, at: int) -> list[Block]:
    """The blocks from a place on that are a name each, with `and` or a comma between them."""
    found: list[Block] = []
    joined = True
    for block, text in zip(around.blocks[at : at + 9], around.texts[at : at + 9], strict=True):
        if is_join(text):
            joined = True
        elif joined and block.role is Role.OPEN and len(names_in(text)) == 1:
            found.append(block)
            joined = text.endswith(",")
        else:
            break
    return found


def _without_paper(around: Surroundings, block: Block, names: tuple[str, ...]) -> Block:
    """The block up to the comma before the last name, if the page says that again and again: a paper."""
    last = around.text.rfind(names[-1], block.start, block.end)
    before = around.text[block.start : last].rstrip()
    if len(names) > 1 and before.endswith(",") and around.text.count(names[-1]) > 2:
        return Block(block.start, block.start + len(before.rstrip(" ,")))
    return block


def _points(around: Surroundings, at: int, name: str) -> float:
    """The evidence that a name alone is the author's."""
    text, below = around.texts[at], around.says(at + 1)
    points = 1.0 * (at > around.headline)
    points += 1.0 * (abs(at - around.headline) == 1 or at == around.headline + 2)
    points += 3.0 * _is_dated(around, at, 1) or 1.0 * _is_dated(around, at, 2)
    points += 0.5 if text == name else 1.5 * (text.startswith(name) and len(text) > len(name) + 2)
    points += 1.5 * (len(below) <= 60 and (says_role(below) or bool(_MINUTES.search(below))))
    points -= 1.5 * (name in around.says(around.headline)) + 2.0 * _is_bulleted(around, at)
    told, again, noted = _echo(around, at, name)
    return points + 1.5 * again + 2.0 * noted - 2.0 * min(told, 2)


def _is_dated(around: Surroundings, at: int, away: int) -> bool:
    """Whether a day stands so many lines away."""
    beside = [around.blocks[each] for each in (at - away, at + away) if 0 <= each < len(around.blocks)]
    return any(block.role in _DAYS or block.reason == "page-date" for block in beside)


def _echo(around: Surroundings, at: int, name: str) -> tuple[int, bool, bool]:
    """How much other prose tells of a name, whether a line is it again, and whether one says who that is."""
    told, again, noted = 0, False, False
    if around.text.find(name, around.text.find(name) + 1) < 0:
        return told, again, noted
    for place, text in enumerate(around.texts):
        if place == at or name not in text:
            continue
        if text.startswith(name) and _WHO_IS.match(text, len(name)):
            noted = True
        elif around.prose[place]:
            told += 1
        else:
            again = again or len(text) <= len(name) + 30
    return told, again, noted


def _signed(around: Surroundings, at: int) -> Block | None:
    """The part of a block that names the author: `Ann Lee is a writer`, `More stories by Ann Lee`."""
    block, text = around.blocks[at], around.texts[at]
    start = around.text.index(text, block.start) if text else block.start
    more = _MORE_BY.fullmatch(text) if len(text) < 80 else None
    if more and is_name(more["name"]):
        return Block(start + more.start("name"), start + more.end("name"))
    who = _WHO_IS.search(text[:60])
    name = text[: who.start()] if who else ""
    if is_name(name) and says_role(text[:160]) and _echo(around, at, name)[0] < 2:
        return Block(start, start + len(name))
    names = names_in(text) if len(text) <= 60 else ()
    return block if names and _has_note(around, at, names[0]) else None


def _has_note(around: Surroundings, at: int, name: str) -> bool:
    """Whether what is beside a name says who that is."""
    if _ABOUT.search(around.says(at - 1)[:60]):
        return True
    twice = around.says(at + 1) == name
    below = around.says(at + 2 if twice else at + 1)
    is_note = below.startswith(name.split()[0])
    return is_name(around.texts[at]) and (
        (twice and is_note) or ((len(below) <= 60 or is_note) and says_role(below[:160]))
    )


def _is_bulleted(around: Surroundings, at: int) -> bool:
    start = around.blocks[at].start
    margin = around.text[max(0, start - 6) : start].rpartition("\n")[2]
    return bool(margin.strip().strip("#"))
