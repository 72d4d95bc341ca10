# SPDX-License-Identifier: MIT
"""Where the story stands on a page: from its first prose to where the page goes on."""

from collections.abc import Sequence
from typing import NamedTuple

from newsroom.convert.page import stems
from newsroom.convert.story_end import ended
from newsroom.convert.story_tail import above_appeals, before_teasers
from newsroom.convert.told import Form, Told

# Prose counts by its length up to MOST, a sentence half; any other line costs, but after a FEW of
# them the next cost next to nothing: a table or a row of pictures is no end. With 4 to 6 the body
# of 376 dumps came out best; with 12 whole sections were lost, for stories stand in them as well.
_MOST, _COST, _FEW, _THEN, _TALK = 500, 35, 6, 2, 3
# A brief below its headline stands on pages with twenty times as much prose: on cookies, or another story.
_LIKELY, _UNSAID, _SAID_IN = 0.04, 0.1, 3000


class Story(NamedTuple):
    """The places of the first and the last unit of the story, and of those inside that are not its own."""

    first: int
    last: int
    skipped: frozenset[int]


def story_in(page: Told, start: int, headline: str = "") -> Story | None:
    """The story on a page from a place on, or None where nothing is prose; `headline` has words that it repeats."""
    values = _values(page)
    found = _dense(values, start)
    if not found:
        return None
    first, last = _told_by(page, found, headline)
    last, skipped = ended(page, values, first, last)
    last = above_appeals(page, first, before_teasers(page, first, last))
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


def _dense(values: Sequence[float], start: int) -> list[tuple[float, int, int]]:
    """The ranges of prose that too much else parts: the sum of each, its first place and its last."""
    found: list[tuple[float, int, int]] = []
    best = points = 0.0
    begin = last = start
    for place in range(start, len(values)):
        points += values[place]
        if points > best:
            best, last = points, place
        if points <= 0:
            if best:
                found.append((best, begin, last))
            best = points = 0.0
            begin = place + 1
    return [*found, (best, begin, last)] if best else found


def _told_by(page: Told, found: Sequence[tuple[float, int, int]], headline: str) -> tuple[int, int]:
    """The range with most prose, each counted by how many of the headline's words it says."""
    most = max(points for points, _, _ in found)
    likely = [each for each in found if each[0] >= most * _LIKELY]
    words = stems(headline) if len(likely) > 1 else set()
    best, worth = likely[0], -1.0
    for points, first, last in likely:
        prose = (page.units[place].text for place in range(first, last + 1) if page.forms[place] <= Form.SENTENCE)
        said = len(words & stems(" ".join(prose)[:_SAID_IN])) / len(words) if words else 1.0
        if points * (_UNSAID + said * said) > worth:
            best, worth = (points, first, last), points * (_UNSAID + said * said)
    return best[1], best[2]
