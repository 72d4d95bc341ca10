# SPDX-License-Identifier: MIT
"""content/moved.yaml: addresses that stories had, and where each stands now, or null where it was taken down."""

from collections.abc import Mapping

from newsroom.schema.address import check_kind
from newsroom.schema.pairs import PostError, pairs_from, quoted

HEAD = """\
# Addresses that stories had: where each stands now, or null for one that was taken down. invoke convert
# keeps this list; lines of your own stay.
"""


def moves_from(source: str) -> dict[str, str | None]:
    """The moves that a file's text states; PostError names the line of one that cannot be."""
    if not any(line.strip() and not line.lstrip().startswith("#") for line in source.splitlines()):
        return {}
    moves: dict[str, str | None] = {}
    for line, old, new in pairs_from(source):
        if not isinstance(new, str):
            raise PostError(line, f"{old}: a list is no address")
        try:
            check_kind(old, "story")
            if new not in ("null", "~", ""):
                check_kind(new, "story")
        except ValueError as error:
            raise PostError(line, str(error)) from error
        if old in moves:
            raise PostError(line, f"{old!r} is stated twice")
        moves[old] = None if new in ("null", "~", "") else new
    return moves


def moves_written(moves: Mapping[str, str | None]) -> str:
    """The file's text, in the order of the old addresses."""
    lines = (f"{quoted(old)}: {'null' if new is None else quoted(new)}\n" for old, new in sorted(moves.items()))
    return HEAD + "".join(lines)
