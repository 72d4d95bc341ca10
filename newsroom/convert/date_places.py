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
from newsroom.convert.name_shapes import is_name

Placed = tuple[int, Dated]  # with the place of its line

# Characters of a line that prints a label and its date, of one that says so in a sentence, and of a time.
LABEL_LINE, _SENTENCE, _TIME = 80, 300, 40
_MARK = 4  # `at`, or a stroke, in a line of its own between a day and its time
# Characters of prose that are a story, and do not end in a date by chance.
_STORY = 500
_YEARS = (
    re.compile("20[0-9]{2}"),
    re.compile("19[0-9]{2}"),
    re.compile(r"(?<=[0-9][./])[0-9]{1,2}[./][0-9]{2}(?![0-9])"),  # 14.03.31
)
_OTHER_TWOS = "٢۲२২๒"
_LISTED = 60  # more short lines with a year are a list, which no one story's day ends
_NEXT = 12  # lines in which a story follows its date
_AROUND = 8  # lines around a date in which others make a list
_MORE = 1.5  # times as much prose follows as stands above: else it is the next story's of the page
_SIGNERS = 3  # lines between a story and its date


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
    said = [at for at in days.places if _says_publication(days.lines[at].text)]
    found = _said_at(days, said) if len(said) <= _LISTED else []
    found = [(at, each) for at, each in found if not _heads_another(days, at) and not _is_among_others(days, at, each)]
    return found[0][1] if len({each.stamp.day for _, each in found}) == 1 else None


def labelled_below(days: Days, place: int, places: range) -> Dated | None:
    """The first date of a range that a line begins by calling its publication, if more follows than from `place` on."""
    said = [at for at in days.among(places) if _says_publication(days.lines[at].text)]
    at, found = next(iter(_said_at(days, said[:1])), (0, None))
    return found if found and days.prose(at, len(days.lines)) > _MORE * days.prose(place, at) else None


def _said_at(days: Days, places: list[int]) -> list[Placed]:
    """The dates of publication that lines begin with."""
    starts = {at: days.lines[at].block.start for at in places}
    found = (placed for at in places for placed in dated_at(days, range(at, at + 1)))
    return [(at, each) for at, each in found if each.role is Role.PUBLISHED and each.start == starts[at]]


def _is_among_others(days: Days, at: int, dated: Dated) -> bool:
    """Whether lines around one below the story print other days alone: a list of stories."""
    if any(is_prose(line.text) for line in days.lines[at : at + _AROUND]):
        return False
    around = plain(dated_at(days, range(max(0, at - _AROUND), at + _AROUND)))
    return len({each.stamp.day for _, each in around if each.stamp.day != dated.stamp.day}) > 1


def signed(days: Days) -> Dated | None:
    """The date in a line of its own right below the last prose of a story, if no other day is printed so.

    Who wrote may stand between the two: a name, or a sentence.
    """
    short = [at for at in days.places if at and len(days.lines[at].text) <= LABEL_LINE]
    first = next((at for at in short if _below_prose(days, at) and days.prose(0, at) > _STORY), None)
    if first is None:
        return None
    below = [at for at in short if at >= first]
    found = [each for at in below for each in plain(dated_at(days, range(at, at + 1)))] if len(below) <= _LISTED else []
    if not found or found[0][0] != first or _heads_another(days, first):
        return None
    return found[0][1] if len({each.stamp.day for _, each in found}) == 1 else None


def _below_prose(days: Days, at: int) -> bool:
    """Whether nothing but who wrote stands between a line and prose above it."""
    lines = days.lines
    for above in range(at - 1, max(-1, at - 1 - _SIGNERS), -1):
        if days.seed.text[lines[above].block.end : lines[above + 1].block.start].strip():
            return False
        if is_prose(lines[above].text):
            return True
        if not (is_name(lines[above].text) or lines[above].text.endswith(".")):
            return False
    return False


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
