# SPDX-License-Identifier: MIT
"""Find the day of publication and of the last change; no other date may date a story."""

import re
from dataclasses import dataclass

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.date_words import LABEL as _LABEL
from newsroom.convert.dates import Printed, dates_in
from newsroom.convert.lines import Line, is_prose, open_lines
from newsroom.convert.model import Role, Seed
from newsroom.convert.names import authors_from

# Open lines around the headline in which a label is taken for the story's own, and how much prose
# may stand between the two, in characters: a standfirst. Labels farther down are other stories'.
_ABOVE, _BELOW = 6, 12
_STANDFIRST = 400
# Lines below the headline in which a date needs no label. Above it stands the page's own date.
_BESIDE = 5
# Words that may share the line of such a date: a place, or a name without "By". More is a caption.
_WORDS_BESIDE = 3
# Between a label and its date: `:`, "on", "at", a day of the week.
_BETWEEN = re.compile(r"[^\w]*(?:[^\W\d_]+[^\w]+){0,2}")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A range of the seed, the date in it, and the role that its label gives, if it has one."""

    start: int
    end: int
    printed: Printed
    role: Role | None


def find_dates(seed: Seed, blocks: Blocks) -> Blocks:
    """At most one published and one modified block: labelled, or right below the headline."""
    lines = open_lines(seed, blocks)
    near = _near_headline(lines, blocks)
    labelled = [each for line in near for each in _dated(line)]
    published = _first(labelled, Role.PUBLISHED) or _beside(near, blocks)
    modified = _first(labelled, Role.MODIFIED)
    if modified and published and modified.printed.stamp.day < published.printed.stamp.day:
        modified = None  # changed before it was published: one of the two is not what it seems
    marks = [Block(each.start, each.end, Role.PUBLISHED) for each in (published,) if each]
    marks += [Block(each.start, each.end, Role.MODIFIED) for each in (modified,) if each]
    return blocks.label(sorted(marks, key=lambda mark: mark.start))


def _near_headline(lines: list[Line], blocks: Blocks) -> list[Line]:
    """The open lines around the headline, down to where the story has begun."""
    headline = next(blocks.having(Role.HEADLINE), None)
    if headline is None:
        return []
    place = sum(line.block.start < headline.start for line in lines)
    near = lines[max(0, place - _ABOVE) : place]
    prose = 0
    for line in lines[place : place + _BELOW]:
        near.append(line)
        prose += len(line.text) * is_prose(line.text)
        if prose > _STANDFIRST:
            break
    return near


def _dated(line: Line) -> list[_Dated]:
    """The dates of a line, each with the label in front of it. Prose has one at its start only."""
    found = []
    at = 0
    for printed in dates_in(line.text):
        label = _label_of(line.text, at, printed.start)
        role = Role(label.lastgroup) if label and label.lastgroup else None
        start = label.start() if label else printed.start
        if not is_prose(line.text) or (label and start == 0):
            offset = line.block.start
            found.append(_Dated(offset + start, offset + printed.end, printed, role))
        at = printed.end
    return found


def _label_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last label in a range of the text, if it leads up to the end of it."""
    labels = list(_LABEL.finditer(text, start, end))
    leads = labels and _BETWEEN.fullmatch(text, labels[-1].end(), end)
    return labels[-1] if leads else None


def _first(dated: list[_Dated], role: Role) -> _Dated | None:
    return next((each for each in dated if each.role is role), None)


def _beside(near: list[Line], blocks: Blocks) -> _Dated | None:
    """The date without a label right below the headline, if they all give one day."""
    headline = next(blocks.having(Role.HEADLINE), None)
    below = [line for line in near if headline and line.block.start > headline.start][:_BESIDE]
    story = next((place for place, line in enumerate(below) if is_prose(line.text)), len(below))
    found = [
        each
        for line in below[:story]
        for each in _dated(line)
        if each.role is None and _is_beside(line.text, each.printed)
    ]
    if len({each.printed.stamp.day for each in found}) != 1:
        return None
    return next((each for each in found if each.printed.stamp.time), found[0])


def _is_beside(text: str, printed: Printed) -> bool:
    """Whether the rest of the line is a byline or next to nothing."""
    rest = text[: printed.start].strip(" ,|·•–—-")
    after = re.findall(r"\w+", text[printed.end :])
    return bool(authors_from(rest)) or len(re.findall(r"\w+", rest)) + len(after) <= _WORDS_BESIDE
