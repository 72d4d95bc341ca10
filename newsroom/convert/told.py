# SPDX-License-Identifier: MIT
"""A page told apart: each unit by its form, and what the page says of itself."""

from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from newsroom.convert.pagetalk import page_talk
from newsroom.convert.units import Unit


class Form(IntEnum):
    """What a unit is by length and end."""

    PROSE = 0
    SENTENCE = 1
    LINE = 2  # several words that end no sentence
    SCRAP = 3
    TALK = 4  # the page's own, or a caption


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
