# SPDX-License-Identifier: MIT
"""All that may be a story's byline: the readings of lines, with the lines that go on with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.convert.author_notes import IN_PROSE, noted, told_above
from newsroom.convert.blocks import Block
from newsroom.convert.byline_places import Surroundings
from newsroom.convert.byline_rows import Read, below_lead, with_next
from newsroom.convert.bylines import inline, is_lead, reading_of
from newsroom.convert.lines import squeezed
from newsroom.convert.lone_names import within
from newsroom.convert.name_shapes import is_given, is_name
from newsroom.convert.name_words import ABOUT
from newsroom.convert.readings import Reading

_OPENINGS = 3  # paragraphs in which a byline, or a sentence on who wrote, may stand
_ABOUT = re.compile(ABOUT, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Names that may be the authors': the place of the first, how and where they stand, as ranges of the seed."""

    at: int
    reading: Reading
    marks: tuple[Block, ...]
    names: tuple[str, ...]
    lines: tuple[Block, ...]  # what holds the names and says nothing else
    below: bool  # whether it stands at the story's end


def candidates(around: Surroundings) -> Iterator[Candidate]:
    """Every candidate, in order; of lines that may be one byline the whole first, then the first line alone."""
    yield from _opening(around)
    near = list(around.near())
    for at in near:
        yield from _near(around, at)
    for at in sorted(set(around.at_end()).difference(near)):
        found = _at_end(around, at)
        if len(found) == 1 and found[0][1].kind in ("by", "names"):
            found = with_next(around, *found[0])
        if found:
            yield _made(around, found, below=True)


def _opening(around: Surroundings) -> Iterator[Candidate]:
    """The bylines joined to the first prose, and whom that or the headline says to have written it."""
    for at in around.first_prose(_OPENINGS):
        text = around.texts[at]
        reading = inline(text)
        if reading:
            yield _made(around, [(at, reading)])
        yield from (_made(around, [(at, each)]) for each in told_above(text))
    if around.titled:
        at = around.headline
        yield from (_made(around, [(at, each)]) for each in told_above(around.texts[at]))


def _near(around: Surroundings, at: int) -> Iterator[Candidate]:
    """The bylines that begin at a place near the headline."""
    text = around.texts[at]
    if is_lead(text):
        # The first line below may be the paper's name: the second then is the author's.
        found_below = [below for below in (below_lead(around, at + 1), below_lead(around, at + 2)) if below]
        yield from (_made(around, below) for below in found_below)
        if found_below:
            return  # `Redaktion` is a lead, or who wrote
    reading = reading_of(text)
    if reading is None:
        more = within(text) or _split(around, at)
        if more:
            yield _made(around, [(at, more)])
    elif _is_posted(around, at, reading) and not _is_subject(around, at, reading):
        yield from _longer(around, at, reading)


def _longer(around: Surroundings, at: int, reading: Reading) -> Iterator[Candidate]:
    """A byline with the lines that go on with it, and without them; or with the names below it."""
    found = with_next(around, at, reading)
    yield _made(around, found)
    if len(found) > 1:
        yield _made(around, found[:1])
    elif reading.kind in ("by", "names") and around.is_open(at + 1):
        other = reading_of(around.says(at + 1))
        if other and other.kind == "names" and other.tail in ("", "role"):
            yield _made(around, [(at, reading), (at + 1, other)])  # two authors, or an author and a face


def _is_posted(around: Surroundings, at: int, reading: Reading) -> bool:
    """Whether a line prints a figure, or stands beside a day: what a nickname in small letters needs."""
    if reading.kind != "handle":
        return True
    return any(map(str.isdigit, around.texts[at])) or around.is_dated(at - 1) or around.is_dated(at + 1)


def _is_subject(around: Surroundings, at: int, reading: Reading) -> bool:
    """Whether a lone name is of whom the headline and the story tell: a subhead, or the name below a picture."""
    name = around.texts[at][slice(*reading.spans[0])]
    if reading.kind != "names" or not around.titled or at == around.headline or around.is_dated(at + 1):
        return False
    told = (text for text, prose in zip(around.texts, around.prose, strict=True) if prose)
    return name in around.texts[around.headline] and any(name in text for text in told)


def _split(around: Surroundings, at: int) -> Reading | None:
    """A name of which each word has a line."""
    given, family = around.texts[at], around.says(at + 1)
    if " " in given or " " in family or not (given.istitle() and family.istitle() and is_name(f"{given} {family}")):
        return None
    if not is_given(f"{given} {family}") or not around.is_open(at + 1):
        return None
    return Reading("split", ((0, around.start(at + 1) + len(family) - around.start(at)),), "")


def _at_end(around: Surroundings, at: int) -> list[Read]:
    """What the story's end says of its author: a byline, a note on who that is, a list of more."""
    text = around.texts[at]
    if text[:1] in "—–-":
        return []  # who said it, below a quotation
    if is_lead(text):
        return below_lead(around, at + 1)
    reading = noted(text) or (reading_of(text) if around.is_open(at) else None)
    if reading is None or (reading.kind == "names" and not _is_signature(around, at, reading)):
        return []
    return [(at, reading)]


def _is_signature(around: Surroundings, at: int, reading: Reading) -> bool:
    """Whether names alone at the story's end may sign it: known, with a role, or below `About the author`."""
    text = around.texts[at]
    if at + 1 < len(around.prose) and around.prose[at + 1] and not around.says(at + 1).startswith(text.split()[0]):
        return False  # a subhead in the last paragraphs
    known = any(is_given(text[start:end]) for start, end in reading.spans)
    return known or reading.tail == "role" or bool(_ABOUT.search(around.says(at - 1)))


def _made(around: Surroundings, found: list[Read], *, below: bool = False) -> Candidate:
    """A candidate of the names that lines give, each once."""
    marks: dict[str, Block] = {}
    lines = []
    for at, reading in found:
        start = around.start(at)
        for begin, end in reading.spans:
            name = squeezed(around.text[start + begin : start + end])
            marks.setdefault(name.casefold(), Block(start + begin, start + end))
        if reading.kind not in IN_PROSE:
            begin, end = reading.said or (0, max(len(around.texts[at]), reading.spans[-1][1]))
            lines.append(Block(start + begin, start + end))
    names = tuple(squeezed(around.text[mark.start : mark.end]) for mark in marks.values())
    return Candidate(found[0][0], found[0][1], tuple(marks.values()), names, tuple(lines), below)
