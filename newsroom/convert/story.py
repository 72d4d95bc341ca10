# SPDX-License-Identifier: MIT
"""Where the story stands on a page: from its first prose to where the page goes on."""

from collections.abc import Sequence
from typing import NamedTuple

from newsroom.convert.story_end import ended
from newsroom.convert.told import Form, Told

# Prose counts by its length up to MOST, a sentence half; any other line costs, but after a FEW of
# them the next cost next to nothing: a table or a row of pictures is no end. With 4 to 6 the body
# of 376 dumps came out best; with 12 whole sections were lost, for stories stand in them as well.
_MOST, _COST, _FEW, _THEN, _TALK = 500, 35, 6, 2, 3


class Story(NamedTuple):
    """The places of the first and the last unit of the story, and of those inside that are not its own."""

    first: int
    last: int
    skipped: frozenset[int]


def story_in(page: Told, start: int) -> Story | None:
    """The story on a page from a place on, or None where nothing is prose."""
    values = _values(page)
    first, last = _densest(values, start)
    if last < first:
        return None
    last, skipped = ended(page, values, first, last)
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
