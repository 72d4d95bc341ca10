# SPDX-License-Identifier: MIT
"""Where the story stands on a page: from its first prose to where the page goes on."""

from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from newsroom.convert.pagetalk import page_talk
from newsroom.convert.pagewords import BIO, COMMENT, KINDS, RELATED
from newsroom.convert.units import Unit

# Prose counts by its length up to MOST, a sentence half; any other line costs, but after a FEW of
# them the next cost next to nothing: a table or a row of pictures is no end. With 4 to 6 the body
# of 376 dumps came out best; with 12 whole sections were lost, for stories stand in them as well.
_MOST, _COST, _FEW, _THEN, _TALK = 500, 35, 6, 2, 3
# A heading of other stories ends the story, or interrupts it, where so much prose stands above.
_ABOVE, _HEADING = 250, 70
# Of what stands below it: prose that goes on at least so much is more of the story.
_MORE, _MORE_SHARE = 600, 0.15
_AROUND = 10  # lines looked at below such a heading; six of them that are not the page's count
_ABOUT_WORDS = "about über author authors à sobre om o ohne acerca autor autorin zur zum contributors"
_ABOUT = frozenset(_ABOUT_WORDS.split())


class Form(IntEnum):
    """What a unit is by length and end."""

    PROSE = 0
    SENTENCE = 1
    LINE = 2  # several words that end no sentence
    SCRAP = 3
    TALK = 4  # the page's own, or a caption


class Story(NamedTuple):
    """The places of the first and the last unit of the story, and of those inside that are not its own."""

    first: int
    last: int
    skipped: frozenset[int]


class Told(NamedTuple):
    """The units of a page, and for each its form and, where the page speaks of itself, the kind of that."""

    units: list[Unit]
    forms: list[Form]
    talk: list[str | None]
    dated: frozenset[int]  # places of units with a line above that only dates something


def told(units: list[Unit], dates: Sequence[int]) -> Told:
    """What each unit of a page is by itself and beside its neighbours; `dates` are where lines of dates begin."""
    talk = page_talk(units)
    starts = [unit.start for unit in units]
    forms = [_form(unit, kind) for unit, kind in zip(units, talk, strict=True)]
    return Told(units, forms, talk, frozenset(bisect_left(starts, date) for date in dates))


def _form(unit: Unit, kind: str | None) -> Form:
    shape = unit.shape
    if kind:
        return Form.TALK
    if shape.prose:
        return Form.PROSE
    if shape.ended and shape.size >= 20:
        return Form.SENTENCE
    return Form.LINE if shape.size >= 15 and len(shape.words) >= 2 else Form.SCRAP


def story_in(page: Told, start: int) -> Story | None:
    """The story on a page from a place on, or None where nothing is prose."""
    values = _values(page)
    first, last = _densest(values, start)
    if last < first:
        return None
    last, skipped = _ended(page, values, first, last)
    while last >= first and page.forms[last] > Form.SENTENCE:
        last -= 1
    return Story(first, last, frozenset(skipped))


def _values(page: Told) -> list[float]:
    values: list[float] = []
    others = 0
    for unit, form in zip(page.units, page.forms, strict=True):
        if form is Form.TALK:
            values.append(-_TALK)
        elif form is Form.PROSE:
            values.append(min(unit.shape.size, _MOST))
            others = 0
        elif form is Form.SENTENCE:
            values.append(unit.shape.size / 2)
            others = 0
        else:
            others += 1
            values.append(-_COST if others <= _FEW else -_THEN)
    return values


def _densest(values: Sequence[float], start: int) -> tuple[int, int]:
    """The first and last place of the range with the highest sum."""
    best = points = 0.0
    begin, found = start, (start, start - 1)
    for place in range(start, len(values)):
        if points <= 0:
            points, begin = 0.0, place
        points += values[place]
        if points > best:
            best, found = points, (begin, place)
    return found


def _ended(page: Told, values: Sequence[float], first: int, last: int) -> tuple[int, set[int]]:
    """The last place of the story in a range, by its headings, and what they interrupt it with."""
    above = 0
    skipped: set[int] = set()
    place = first
    while place <= last:
        if page.forms[place] is Form.PROSE:
            if above >= _ABOVE and place in page.dated and page.forms[place - 1] in (Form.LINE, Form.SCRAP):
                return place - 2, skipped  # another story with its headline and its day
            above += page.units[place].shape.size
        elif above >= _ABOVE and (heading := _heading(page.units[place], page.talk[place])):
            more = _goes_on(page, place, last) if heading == "interrupts" else None
            if (
                more is None
                or not page.dated.isdisjoint(range(place + 1, more + 1))
                or _is_less(page.forms, values, range(more, last + 1), above)
            ):
                return place - 1, skipped
            skipped.update(range(place, more))
            place = more
            continue
        place += 1
    return last, skipped


def _heading(unit: Unit, kind: str | None) -> str | None:
    """Whether a line heads what always ends a story, or may interrupt one."""
    shape, count = unit.shape, len(unit.shape.words)
    if not shape.kinds & (COMMENT | BIO | RELATED) or shape.size > _HEADING or unit.text[-1] in ".!。":
        return None
    if shape.kinds & COMMENT and count <= 6:
        return "ends"
    if shape.kinds & BIO and count <= 5 and shape.words[0] in _ABOUT:
        return "ends"
    related = sum(bool(KINDS.get(word, 0) & RELATED) for word in shape.words)
    much = count <= 3 or (related >= 2 and count <= 9) or (related * 2 >= count and count <= 6)
    return "interrupts" if much and shape.kinds & RELATED and kind in (None, "repeated") else None


def _goes_on(page: Told, heading: int, last: int) -> int | None:
    """The place below a heading from which prose follows prose again."""
    units, forms = page.units, page.forms
    for place in range(heading + 1, last + 1):
        if forms[place] is not Form.PROSE or _is_numbered(units[place : place + 2]):
            continue
        around = [form for form in forms[place : min(last + 1, place + _AROUND)] if form is not Form.TALK][:6]
        texts = sum(form <= Form.SENTENCE for form in around)
        if texts >= 5 or (1 < len(around) < 6 and texts >= 0.75 * len(around)):
            return place
        if units[place].shape.size >= 350 and texts >= 3:
            return place
    return None


def _is_numbered(units: Sequence[Unit]) -> bool:
    """Whether two units begin with numbers: a list of stories."""
    return len(units) == 2 and all(unit.text[0].isdigit() for unit in units)


def _is_less(forms: Sequence[Form], values: Sequence[float], places: range, above: int) -> bool:
    """Whether what goes on at these places is too little to be more of the story."""
    best = points = 0.0
    for place in places:
        points += values[place] if forms[place] <= Form.SENTENCE else -60
        best = max(best, points)
        if points < -_MORE:
            break
    return best <= above * _MORE_SHARE and best < _MORE
