# SPDX-License-Identifier: MIT
"""The dates of a page's lines, each with its place: in a range of lines, in the story's first words, at its end."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from newsroom.convert.clocks import ONLY, stamp_from
from newsroom.convert.date_words import LABEL, THIS_STORY
from newsroom.convert.dated import Dated, dated_in, label_alone
from newsroom.convert.dated_inside import dated_inside
from newsroom.convert.dates import LINE_MAX, MAY_DATE
from newsroom.convert.lines import Line, is_prose
from newsroom.convert.model import Role, Seed

Placed = tuple[int, Dated]  # with the place of its line

# Characters of a line that prints a label and its date, of one that says so in a sentence, and of a time.
LABEL_LINE, _SENTENCE, _TIME = 80, 300, 40
_MARK = 4  # `at`, or a stroke, in a line of its own between a day and its time
# Characters of prose that are a story, and do not end in a date by chance.
_STORY = 500
_YEARS = (re.compile("20[0-9]{2}"), re.compile("19[0-9]{2}"))
_OTHER_TWOS = "٢۲२২๒"
_LISTED = 60  # more short lines with a year are a list, which no one story's day ends
_NEXT = 12  # lines in which a story follows its date


@dataclass(frozen=True, slots=True)
class Days:
    """The open lines of a seed, and the places of those that may print a day, ascending."""

    seed: Seed
    lines: list[Line]
    places: list[int]

    def among(self, places: range) -> list[int]:
        """The places of a range that may print a day."""
        return self.places[bisect_left(self.places, places.start) : bisect_left(self.places, places.stop)]

    def prose(self, start: int, end: int) -> int:
        """Characters of prose in a range of lines."""
        return sum(len(line.text) for line in self.lines[start:end] if is_prose(line.text))


def all_days_from(seed: Seed, lines: list[Line]) -> Days:
    """The open lines of a seed, and which of all print a year: two looks for its first figures cost a tenth of one."""
    text = seed.text
    if any(map(text.__contains__, _OTHER_TWOS)):
        return days_from(seed, lines, range(len(lines)))
    starts = [line.block.start for line in lines]
    found = {bisect_right(starts, match.start()) - 1 for form in _YEARS for match in form.finditer(text)}
    return Days(seed, lines, sorted(found - {-1}))


def days_from(seed: Seed, lines: list[Line], places: range) -> Days:
    """The open lines of a seed, and which of a range may print a day."""
    return Days(seed, lines, [place for place in places if MAY_DATE.search(lines[place].text, 0, LINE_MAX)])


def dated_at(days: Days, places: range) -> list[Placed]:
    """The dates of lines, with the label or the time that stands in a line of its own beside them."""
    found = []
    for place in days.among(places):
        line = days.lines[place]
        for each in dated_in(line.text, days.seed):
            above = days.lines[place - 1].text if each.role is None and each.start == 0 and place else ""
            role = label_alone(above) if above else each.role
            start, end = line.block.start + each.start, line.block.start + each.end
            found.append((place, _timed(days.lines, place, replace(each, start=start, end=end, role=role))))
    return found


def plain(dated: list[Placed]) -> list[Placed]:
    """Those that stand apart from other words, without a label."""
    return [(place, each) for place, each in dated if each.role is None and each.plain]


def inside(days: Days, places: range) -> Dated | None:
    """The date inside the joined first words of a story."""
    place = next((place for place in places if is_prose(days.lines[place].text)), None)
    line = days.lines[place] if place is not None and days.among(range(place, place + 1)) else None
    found = dated_inside(line.text, days.seed) if line else None
    if not line or not found:
        return None
    return replace(found, start=line.block.start + found.start, end=line.block.start + found.end)


def labelled_far(days: Days) -> Dated | None:
    """The only date of a page that a line begins by calling its publication, wherever it stands."""
    found = None
    said = [at for at in days.places if _says_publication(days.lines[at].text)]
    for at in said if len(said) <= _LISTED else []:
        line = days.lines[at]
        for _, each in dated_at(days, range(at, at + 1)):
            if each.role is Role.PUBLISHED and each.start == line.block.start and not _heads_another(days, at):
                if found and found.stamp.day != each.stamp.day:
                    return None
                found = found or each
    return found


def signed(days: Days) -> Dated | None:
    """The date in a line of its own right below the last prose of a story, if no other day is printed so."""
    short = [at for at in days.places if at and len(days.lines[at].text) <= LABEL_LINE]
    first = next((at for at in short if is_prose(days.lines[at - 1].text) and days.prose(0, at) > _STORY), None)
    if first is None or days.seed.text[days.lines[first - 1].block.end : days.lines[first].block.start].strip():
        return None
    below = [at for at in short if at >= first]
    found = [each for at in below for each in plain(dated_at(days, range(at, at + 1)))] if len(below) <= _LISTED else []
    if not found or found[0][0] != first or _heads_another(days, first):
        return None
    return found[0][1] if len({each.stamp.day for _, each in found}) == 1 else None


def _heads_another(days: Days, at: int) -> bool:
    """Whether a story stands above a line and another one below it."""
    above = days.prose(0, at)
    return above > _STORY and days.prose(at, at + _NEXT) > min(_STORY, above / 2)


def _timed(lines: list[Line], place: int, dated: Dated) -> Dated:
    """A date without a time, with the one in the line below it or above."""
    line = lines[place]
    if dated.stamp.time:
        return dated
    below = lines[place + 1 : place + 3] if dated.end == line.block.end else []
    for each in below[: 2 if below and len(below[0].text) < _MARK else 1]:
        timed = stamp_from(dated.stamp.day, ONLY.fullmatch(each.text)) if len(each.text) < _TIME else None
        if timed:
            return replace(dated, stamp=timed, end=each.block.end)
    if dated.start == line.block.start and place and len(lines[place - 1].text) < _TIME:
        timed = stamp_from(dated.stamp.day, ONLY.fullmatch(lines[place - 1].text))
        if timed:
            return replace(dated, stamp=timed, start=lines[place - 1].block.start)
    return dated


def _says_publication(text: str) -> bool:
    if len(text) > _SENTENCE:
        return False
    return bool(THIS_STORY.match(text) or (len(text) <= LABEL_LINE and LABEL.match(text)))
