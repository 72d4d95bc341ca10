# SPDX-License-Identifier: MIT
"""Units: the open lines of a page, with those put together that are one paragraph.

Some tools wrap text at a width; others break it at every link, so that a paragraph comes as
`The ferry of` / `Port Ember` / `, which sank in June, is back.`
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from newsroom.convert.lines import Line
from newsroom.convert.shapes import Shape, shape_of

# A line goes on in the next one if that begins so, or if it ends so itself.
_GOES_ON = frozenset(",.;:)!?…’”»")
_OPENS = frozenset("“‘(„«")
_STOPS = (".", "!", "?", "…", "。")
_CLOSES = frozenset("’”»")
# What a link in a sentence may have, in characters, and what must stand before it.
_LINK, _BEFORE_LINK = 80, 28
_BEFORE, _AFTER = 40, 40
# A page is wrapped if no line is longer than this, twelve are long, a third of those full,
# and few of those end a sentence: paragraphs of like length all do.
_WIDEST, _LONG, _FEW, _FULL, _NEARLY, _ENDED = 110, 50, 12, 0.3, 16, 0.4


class Unit(NamedTuple):
    """A half-open range of the seed that holds one line, or several of one paragraph."""

    start: int
    end: int
    text: str
    shape: Shape


_unit_of: Callable[[tuple[int, int, str, Shape]], Unit] = partial(tuple.__new__, Unit)  # in a third of the time


def units_from(text: str, lines: list[Line]) -> list[Unit]:
    """The units of a page, in order."""
    width = _width(lines)
    units: list[Unit] = []
    place = 0
    while place < len(lines):
        last = place
        size = len(lines[place].text)
        while last + 1 < len(lines) and _is_next(text, lines, last):
            follows = _wraps(lines, last, width) if width else _continues(text, lines, last, size)
            if not follows:
                break
            last += 1
            size += len(lines[last].text)
        start, end = lines[place].block.start, lines[last].block.end
        words = lines[place].text if last == place else " ".join(line.text for line in lines[place : last + 1])
        units.append(_unit_of((start, end, words, shape_of(words))))
        place = last + 1
    return units


def _is_next(text: str, lines: list[Line], place: int) -> bool:
    """Whether the next line stands right below, without a margin."""
    end, start = lines[place].block.end, lines[place + 1].block.start
    if start - end == 1:
        return True
    if text.startswith("\n\n", end):  # as most lines are parted that are no neighbours
        return False
    return text[start - 1] == "\n" and text[end:start].strip(" \t") in ("\n", "\r\n")


def _continues(text: str, lines: list[Line], place: int, size: int) -> bool:
    """Whether a sentence that is not over goes on in the next line."""
    above, below = lines[place].text, lines[place + 1].text
    begin = below[0]
    if size < 20 or (above.rstrip("\"'”’»)")[-1:] in _STOPS and begin not in ",;)"):
        return False
    if begin.islower() or begin in ",;.)":
        return size >= _BEFORE or (above[-1].isalpha() and len(below) >= _AFTER)
    if above[-1] in _OPENS or begin in _CLOSES:
        return True
    if size < _BEFORE_LINK or len(below) > _LINK or place + 2 >= len(lines) or above[-1] in '"”':
        return False
    after = lines[place + 2].text
    if len(after) < 8 or below.endswith((".", "!", "?")) or not _is_next(text, lines, place + 1):
        return False
    return after[0].islower() or after[0] in _GOES_ON


def _wraps(lines: list[Line], place: int, width: int) -> bool:
    """Whether a line is so full that the next one's first word had no room in it."""
    above, below = lines[place].text, lines[place + 1].text
    return len(above) > 0.6 * width and len(above) + 1 + len(below.split(" ", 1)[0]) > width


def _width(lines: list[Line]) -> int:
    """The width that the page is wrapped at, or 0."""
    lengths = [len(line.text) for line in lines]
    widest = max(lengths, default=0)
    if not _LONG <= widest <= _WIDEST:
        return 0
    long = sum(length >= _LONG for length in lengths)
    full = [line.text for line in lines if len(line.text) > widest - _NEARLY]
    ended = sum(text.rstrip("\"'”’»)")[-1:] in _STOPS for text in full)
    return widest if long >= _FEW and len(full) >= _FULL * long and ended < _ENDED * len(full) else 0
