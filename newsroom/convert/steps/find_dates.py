# SPDX-License-Identifier: MIT
"""Find the day of publication and of the last change; no other date may date a story."""

import re
from bisect import bisect_left
from dataclasses import replace

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.clocks import ONLY, stamp_from
from newsroom.convert.date_words import LABEL
from newsroom.convert.dated import Dated, dated_in, dated_inside, is_emptied, label_alone
from newsroom.convert.lines import Line, is_prose, open_lines
from newsroom.convert.model import Role, Seed

# Open lines around the headline in which a date is taken for the story's own, and how much prose
# may stand between the two, in characters: a standfirst. Labels farther down are other stories'.
_ABOVE, _BELOW = 8, 16
_STANDFIRST = 450
# Lines above the headline in which a date needs no label, if there is none below, and in which it
# needs no time either: farther up stands the page's own date.
_TIMED_ABOVE, _PLAIN_ABOVE = 4, 2
# Two dates without labels in so many lines of each other: the earlier is of publication.
_SIDE_BY_SIDE = 1
# More days than that without a label are a list of stories.
_LISTED = 4

# Lines above a story in which its date stands, and what makes a story: characters of prose in so many lines.
_OVER_STORY, _STORY, _NEAR = 10, 700, 8

_LABEL_LINE = 80  # characters of a line that prints a label and its date
_HAS_YEAR = re.compile(r"\d{4}")

_Placed = tuple[int, Dated]  # with the place of its line, from that of the headline


def find_dates(seed: Seed, blocks: Blocks) -> Blocks:
    """At most one published and one modified block: labelled, or beside the headline."""
    lines = open_lines(seed, blocks)
    place = _headline_place(lines, blocks)
    if place is None:
        return blocks
    below = _dated(seed, lines, range(place, _story_place(lines, place)))
    above = _dated(seed, lines, range(max(0, place - _ABOVE), place))[::-1]
    near = below + above
    published = _labelled(near, Role.PUBLISHED)
    modified = _labelled(near, Role.MODIFIED)
    if published is None:
        close = [each for each in above if _is_close(each, place)]
        published, other = _unlabelled(below) if _plain(below) else _unlabelled(close)
        modified = modified or other
    if published is None and modified is None:
        published = _above_story(seed, lines) or _inside(seed, lines[place : place + _BELOW]) or _far(seed, lines)
    if published and published.role is None and _prints_no_date(lines, place):
        published = None
    if modified and published and modified.stamp.day < published.stamp.day:
        modified = None  # changed before it was published: one of the two is not what it seems
    marks = [Block(each.start, each.end, Role.PUBLISHED) for each in (published,) if each]
    marks += [Block(each.start, each.end, Role.MODIFIED) for each in (modified,) if each]
    return blocks.label(sorted(marks, key=lambda mark: mark.start))


def _headline_place(lines: list[Line], blocks: Blocks) -> int | None:
    """The place of the first open line below the headline; where none is known, of the story."""
    headline = next(blocks.having(Role.HEADLINE), None)
    if headline:
        return bisect_left(lines, headline.start, key=lambda line: line.block.start)
    return next((place for place, line in enumerate(lines) if is_prose(line.text)), None)


def _story_place(lines: list[Line], place: int) -> int:
    """Where the story has begun, below the headline and its standfirst."""
    prose = 0
    for at, line in enumerate(lines[place : place + _BELOW], place):
        prose += len(line.text) * is_prose(line.text)
        if prose > _STANDFIRST:
            return at + 1
    return min(len(lines), place + _BELOW)


def _dated(seed: Seed, lines: list[Line], places: range) -> list[_Placed]:
    """The dates of lines, with the label or the time that stands in a line of its own beside them."""
    found = []
    for place in places:
        line = lines[place]
        for each in dated_in(line.text, seed.text):
            role, end, stamp = each.role, line.block.start + each.end, each.stamp
            if role is None and each.start == 0 and place:
                role = label_alone(lines[place - 1].text)
            if stamp.time is None and each.end == len(line.text) and place + 1 < len(lines):
                below = lines[place + 1]
                timed = stamp_from(stamp.day, ONLY.fullmatch(below.text)) if len(below.text) < 40 else None
                stamp, end = (timed, below.block.end) if timed else (stamp, end)
            found.append((place, replace(each, start=line.block.start + each.start, end=end, stamp=stamp, role=role)))
    return found


def _labelled(dated: list[_Placed], role: Role) -> Dated | None:
    return next((each for _, each in dated if each.role is role), None)


def _plain(dated: list[_Placed]) -> list[_Placed]:
    return [(place, each) for place, each in dated if each.role is None and each.plain]


def _is_close(placed: _Placed, headline: int) -> bool:
    """Whether a date above the headline may be the story's: a day of the week marks the page's clock."""
    place, each = placed
    if each.stamp.time:
        return headline - place <= _TIMED_ABOVE
    return headline - place <= _PLAIN_ABOVE and not each.weekday


def _unlabelled(dated: list[_Placed]) -> tuple[Dated | None, Dated | None]:
    """The nearest date without a label; of two side by side the earlier and the later."""
    plain = _plain(dated)
    if not plain or len({each.stamp.day for _, each in plain}) > _LISTED:
        return None, None
    beside = [each for place, each in plain if abs(place - plain[0][0]) <= _SIDE_BY_SIDE]
    day = min(each.stamp.day for each in beside)
    same = [each for each in beside if each.stamp.day == day]
    published = next((each for each in same if each.stamp.time), same[0])
    return published, next((each for each in beside if each.stamp.day > day), None)


def _prints_no_date(lines: list[Line], place: int) -> bool:
    """Whether a label near the headline was emptied: then no other day is the story's."""
    near = lines[max(0, place - _ABOVE) : place + _BELOW]
    return any(len(line.text) <= _LABEL_LINE and is_emptied(line.text) for line in near)


def _above_story(seed: Seed, lines: list[Line]) -> Dated | None:
    """The date right above the story, whatever was taken for its headline, if there is one day only."""
    story = _prose_place(lines)
    if story is None:
        return None
    dated = _dated(seed, lines, range(max(0, story - _OVER_STORY), story))
    found = [each for _, each in dated if each.role is Role.PUBLISHED] or [
        each for _, each in _plain(dated) if each.stamp.time or not each.weekday
    ]
    return found[-1] if len({each.stamp.day for each in found}) == 1 else None


def _prose_place(lines: list[Line]) -> int | None:
    """The first line of prose with much more of it near: of the story, not a standfirst or a notice."""
    for at, line in enumerate(lines):
        if is_prose(line.text):
            near = (len(each.text) for each in lines[at : at + _NEAR] if is_prose(each.text))
            if sum(near) > _STORY:
                return at
    return None


def _far(seed: Seed, lines: list[Line]) -> Dated | None:
    """The only date of a page that a line begins by calling its publication, wherever it stands."""
    found = None
    for at, line in enumerate(lines):
        if len(line.text) > _LABEL_LINE or not _HAS_YEAR.search(line.text) or not LABEL.match(line.text):
            continue
        for _, each in _dated(seed, lines, range(at, at + 1)):
            if each.role is Role.PUBLISHED and each.start == line.block.start:
                if found and found.stamp.day != each.stamp.day:
                    return None
                found = found or each
    return found


def _inside(seed: Seed, lines: list[Line]) -> Dated | None:
    """The date inside the joined first words of a story."""
    line = next((line for line in lines if is_prose(line.text)), None)
    found = dated_inside(line.text, seed.text) if line else None
    if not line or not found:
        return None
    return replace(found, start=line.block.start + found.start, end=line.block.start + found.end)
