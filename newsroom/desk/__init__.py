# SPDX-License-Identifier: MIT
"""The desk: reads seeds, writes posts, keeps what people wrote, and accounts for every input."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from newsroom.desk.intake import keys_in
from newsroom.desk.outcome import CHANGES, Kind, Outcome, Summary, summary_from
from newsroom.desk.plan import Planned, Room, planned
from newsroom.desk.progress import console_from, show, shown
from newsroom.desk.shelf import Shelf, shelf_from
from newsroom.desk.write import write_whole

__all__ = ["Kind", "Outcome", "Summary", "console_from", "convert_all", "would_change"]


def convert_all(seeds: Path, content: Path, console: Console | None = None) -> Summary:
    """Convert every seed and write the posts that are new or changed; show how it went.

    Prints to `console`, by default that of the process. NotADirectoryError if there is no
    folder `seeds`; OSError if a post cannot be written: what was written before stays.
    """
    console = console or console_from()
    keys = keys_in(seeds)
    shelf = shelf_from(content)
    notes = _notes(content, shelf, keys)
    plans = shown(planned(Room(seeds, content, shelf), keys), len(keys), console)
    summary = summary_from(len(keys), _carried_out(plans, content), notes)
    show(summary, console)
    return summary


def would_change(seeds: Path, content: Path) -> tuple[Outcome, ...]:
    """What convert_all would publish or update, in the order of keys. Writes nothing."""
    room = Room(seeds, content, shelf_from(content))
    outcomes = (each.outcome for each in planned(room, keys_in(seeds)))
    return tuple(outcome for outcome in outcomes if outcome.kind in CHANGES)


def _carried_out(plans: Iterator[Planned], content: Path) -> Iterator[Outcome]:
    for plan in plans:
        if plan.path is not None and plan.source is not None:
            write_whole(content / plan.path, plan.source)
        yield plan.outcome


def _notes(content: Path, shelf: Shelf, keys: list[str]) -> list[str]:
    """Messages about posts whose seed is gone, or that state none and cannot be read."""
    known = set(keys)
    spoken_for = {each.path for key, posts in shelf.by_key.items() if key in known for each in posts}
    notes = [f"{content / path}:{why}; not written" for path, why in shelf.broken.items() if path not in spoken_for]
    return notes + [
        f"{content / post.path}:1: its seed {key!r} is gone; the post stays"
        for key, posts in sorted(shelf.by_key.items())
        for post in posts
        if key not in known and not post.broken
    ]
