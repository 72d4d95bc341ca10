# SPDX-License-Identifier: MIT
"""The desk: reads seeds, writes posts, keeps what people wrote, and accounts for every input."""

from newsroom.desk.changes import Changed, write_changes
from newsroom.desk.correct import Corrections, correct
from newsroom.desk.found import Finder
from newsroom.desk.limits import Limits
from newsroom.desk.outcome import Kind, Outcome, Summary
from newsroom.desk.progress import console_from
from newsroom.desk.room import Room
from newsroom.desk.run import collect_all, convert_all, left_to_convert, show_differences

__all__ = [
    "Changed",
    "Corrections",
    "Finder",
    "Kind",
    "Limits",
    "Outcome",
    "Room",
    "Summary",
    "collect_all",
    "console_from",
    "convert_all",
    "correct",
    "left_to_convert",
    "show_differences",
    "write_changes",
]
