# SPDX-License-Identifier: MIT
"""A seed in its labelled pieces: what became of each range, line by line."""

import zlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom import markup
from newsroom.convert import Role
from newsroom.schema import Label
from newsroom.schema.label import labels_from

DROPPED = (Role.FURNITURE, Role.CONTROL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A range of a seed: the line it begins in, counted from 1, its text, its role and what is said of that.

    `start` is its first character, counted from 0; `paragraph` the id of the paragraph that it became.
    """

    start: int
    line: int
    text: str
    role: str
    says: str
    dropped: bool
    paragraph: str | None


def pieces_from(text: str, packed: bytes) -> tuple[Piece, ...]:
    """The pieces of a seed by the labels of its Look; all of it is one where nothing was labelled."""
    labels = zlib.decompress(packed).decode()
    if labels:
        return tuple(_pieces(text, labels_from(labels)))
    return (Piece(0, 1, text.strip(), Role.FURNITURE, "not looked at", True, None),) if text.strip() else ()


def piece_at(pieces: tuple[Piece, ...], start: int) -> Piece | None:
    """The piece that holds a character, or the one before it."""
    place = bisect_right([piece.start for piece in pieces], start) - 1
    return pieces[place] if place >= 0 else None


def _pieces(text: str, labels: tuple[Label, ...]) -> Iterator[Piece]:
    line, counted = 1, 0
    for label in labels:
        words = text[label.start : label.end]
        line += text.count("\n", counted, label.start)
        counted = label.start
        says = (label.reason or label.role).replace("-", " ")
        target = markup.paragraph_id(words) if label.role == Role.BODY else None
        yield Piece(label.start, line, words.strip("\n"), label.role, says, label.role in DROPPED, target)
