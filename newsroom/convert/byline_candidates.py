# SPDX-License-Identifier: MIT
"""All that may be a story's byline: the readings of lines, with the lines that go on with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.convert.blocks import Block
from newsroom.convert.byline_places import Surroundings
from newsroom.convert.bylines import inline, is_lead, reading_of
from newsroom.convert.name_shapes import is_given, is_name, says_role
from newsroom.convert.name_words import ABOUT, JOINS, MORE_BY, REACH, WHO_IS
from newsroom.convert.names import is_join, names_at
from newsroom.convert.readings import Reading

_MOST_LINES = 12  # of one byline
_LONGEST_NEXT, _LONGEST_ASIDE, _LONGEST_MORE, _ROLE_WITHIN = 80, 60, 80, 160  # characters
_WHO_IS = re.compile(rf"\s(?:{WHO_IS})\s", re.IGNORECASE)
_MORE_BY = re.compile(rf"{MORE_BY} (?P<name>.{{4,40}}?)\W*", re.IGNORECASE)
_REACH = re.compile(rf"\W*(?:{REACH}|(?:{ABOUT})\s*:)\s+(?=[^\W\d_])", re.IGNORECASE)
_ABOUT = re.compile(ABOUT, re.IGNORECASE)
_HELPED = (" contributed", " and ")  # no author, or not the only one
_HANDLE = re.compile(r"@\w+|\S+@\S+|https?://\S+|follow\b.*|[|·•,/–-]+", re.IGNORECASE)
_AND = re.compile(rf"(?:(?:{JOINS})\s|[,&])\s*(?=[^\W\d_])", re.IGNORECASE)
_GOES_ON = (",", "&", " and", " und", " et", " y", " e", " og", " och")

_Read = tuple[int, Reading]  # with its place


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
    opening = around.first_prose()
    reading = None if opening is None else inline(around.texts[opening])
    if reading and opening is not None:
        yield _made(around, [(opening, reading)])
    near = list(around.near())
    for at in near:
        yield from _near(around, at)
    for at in sorted(set(around.at_end()).difference(near)):
        found = _at_end(around, at)
        if len(found) == 1 and found[0][1].kind in ("by", "names"):
            found = _with_next(around, *found[0])
        if found:
            yield _made(around, found, below=True)


def _near(around: Surroundings, at: int) -> Iterator[Candidate]:
    """The bylines that begin at a place near the headline."""
    text = around.texts[at]
    if is_lead(text):
        # The first line below may be the paper's name: the second then is the author's.
        found_below = [below for below in (_below_lead(around, at + 1), _below_lead(around, at + 2)) if below]
        yield from (_made(around, below) for below in found_below)
        if found_below:
            return  # `Redaktion` is a lead, or who wrote
    reading = reading_of(text)
    if reading and not _is_subject(around, at, reading):
        found = _with_next(around, at, reading)
        yield _made(around, found)
        if len(found) > 1:
            yield _made(around, found[:1])


def _is_subject(around: Surroundings, at: int, reading: Reading) -> bool:
    """Whether a lone name is of whom the headline and the story tell: a subhead, or the name below a picture."""
    name = around.texts[at][slice(*reading.spans[0])]
    if reading.kind != "names" or not around.titled or at == around.headline:
        return False
    told = (text for text, prose in zip(around.texts, around.prose, strict=True) if prose)
    return name in around.texts[around.headline] and any(name in text for text in told)


def _at_end(around: Surroundings, at: int) -> list[_Read]:
    """What the story's end says of its author: a byline, a note on who that is, a list of more."""
    text = around.texts[at]
    if text[:1] in "—–-":
        return []  # who said it, below a quotation
    if is_lead(text):
        return _below_lead(around, at + 1)
    reading = _noted(text) or (reading_of(text) if around.is_open(at) else None)
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


def _noted(text: str) -> Reading | None:
    """The name in a note: `More stories by Ann Lee`, `Contact Ann Lee at …`, `Ann Lee is a writer …`."""
    more = _MORE_BY.fullmatch(text) if len(text) < _LONGEST_MORE else None
    if more and is_name(more["name"]):
        return Reading("more", (more.span("name"),), "")
    lead = _REACH.match(text)
    names = names_at(text, lead.end() if lead else 0)
    if names is None or len(names.spans) > 1 or (not lead and names.tail != "words"):
        return None
    if not (lead or _WHO_IS.match(text, names.end)) or text.startswith(_HELPED, names.end):
        return None
    if not lead and not says_role(text[:_ROLE_WITHIN]):
        return None  # the story's own people do things too
    return Reading("reach" if lead else "note", names.spans, "role")


def _made(around: Surroundings, found: list[_Read], *, below: bool = False) -> Candidate:
    """A candidate of the names that lines give, each once."""
    marks: dict[str, Block] = {}
    lines = []
    for at, reading in found:
        start = around.start(at)
        for begin, end in reading.spans:
            marks.setdefault(around.texts[at][begin:end].casefold(), Block(start + begin, start + end))
        if reading.kind not in ("note", "more", "reach"):
            begin, end = reading.said or (0, len(around.texts[at]))
            lines.append(Block(start + begin, start + end))
    names = tuple(around.text[mark.start : mark.end] for mark in marks.values())
    return Candidate(found[0][0], found[0][1], tuple(marks.values()), names, tuple(lines), below)


def _below_lead(around: Surroundings, first: int) -> list[_Read]:
    """The lines from a place on that are a name each, with `and` or a comma between them."""
    found: list[_Read] = []
    joined = True
    for at in range(first, min(len(around.texts), first + _MOST_LINES)):
        text = around.texts[at]
        if is_join(text):
            joined = True
            continue
        reading = reading_of(text) if joined and around.is_open(at) else None
        if reading is None or reading.kind not in ("names", "caseless", "cjk", "desk"):
            break
        # Behind a lead on a line of its own, names are as sure as behind one on theirs.
        found.append((at, reading._replace(kind="by")))
        joined = text.endswith(_GOES_ON)
    return found


def _with_next(around: Surroundings, first: int, reading: Reading) -> list[_Read]:
    """A byline and the lines below that go on with it: names again, between them roles, handles and joins."""
    found = [(first, reading)]
    if reading.kind not in ("by", "names", "weak") or reading.tail in ("place", "house"):
        return found
    between = ""
    for at in range(first + 1, min(len(around.texts), first + _MOST_LINES)):
        text = around.texts[at]
        if not around.is_open(at) or len(text) > _LONGEST_NEXT:
            break
        if is_join(text):
            between = "join"
        elif _is_aside(text) or text == around.texts[found[-1][0]]:
            if between == "aside":
                break
            between = between or "aside"
        elif _goes_on(around, found, text, between):
            found.append((at, _joined(text) or reading_of(text) or reading))
            between = ""
        else:
            break
    return found


def _goes_on(around: Surroundings, found: list[_Read], text: str, between: str) -> bool:
    """Whether a line of names below a byline is of the same one."""
    named = _joined(text) or reading_of(text)
    if named is None or named.kind not in ("names", "by"):
        return False
    last, led = around.texts[found[-1][0]], found[0][1].kind == "by"
    if _AND.match(text) or (named.tail == "mark" and last[found[-1][1].spans[-1][1] :] == text[named.spans[-1][1] :]):
        return True  # `Ann Lee/EBN` above `Bo Ek/EBN`
    if last.endswith(_GOES_ON) or (named.kind == "by" and led):
        return True
    # Two names in a row may be an author and a face; with their roles, or an `and`, they are two authors.
    known = is_given(text) + is_given(last) + led
    twice = known > 1 or (known and not any(around.text.count(each) > 1 for each in (text, last)))
    return named.tail in ("", "role") and (bool(between) or bool(twice))


def _joined(text: str) -> Reading | None:
    """The names behind a join: `and Bo Ek`."""
    join = _AND.match(text)
    names = names_at(text, join.end()) if join else None
    return Reading("names", names.spans, names.tail) if names and names.tail != "words" else None


def _is_aside(text: str) -> bool:
    """Whether a line is what stands below a name: a role, a handle, an address."""
    if len(text) > _LONGEST_ASIDE:
        return False
    return bool(_HANDLE.fullmatch(text)) or (says_role(text) and not text.endswith("."))
