# SPDX-License-Identifier: MIT
"""A reading: what a line says of who wrote."""

from typing import NamedTuple

from newsroom.convert.one_name import Span


class Reading(NamedTuple):
    """How a line says it, the ranges of the names, and what follows them (see `names.Names`).

    `kind` is `by` (behind a lead), `weak` (behind one that begins other lines too), `house` (a desk, an agency,
    one name alone behind a lead), `names` (names alone), `part` (in a line's middle), `desk`, `agency`, `handle` (a
    word in small letters behind a lead), `caseless` and `cjk`
    (names alone in scripts without capitals), `inline` (at the head of prose); at the story's end also `note`,
    `reach` and `more`.
    """

    kind: str
    spans: tuple[Span, ...]
    tail: str
    said: Span | None = None  # the byline's range in prose; None where the line is nothing else
