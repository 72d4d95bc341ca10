# SPDX-License-Identifier: MIT
"""What a person sees of a run: a bar while it lasts, a table when it is over."""

import os
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from newsroom.desk.outcome import Summary

_EVERY = 1000  # seeds between two plain lines

_Item = TypeVar("_Item")


def console_from(*, quiet: bool = False) -> Console:
    """The console of this process; under CI it is no terminal, whatever it looks like."""
    return Console(quiet=quiet, force_terminal=False if os.environ.get("CI") else None)


def shown(items: Iterable[_Item], total: int, console: Console) -> Iterator[_Item]:
    """The same items, their passing shown: a bar on a terminal, else a line now and then."""
    show_passing = _with_bar if console.is_terminal and not console.quiet else _with_lines
    return show_passing(items, total, console)


def show(summary: Summary, console: Console) -> None:
    """Print what a person should look at, then the table of outcomes.

    A quiet console is spared the table; the rest goes to the standard error.
    """
    to = Console(stderr=True) if console.quiet else console
    for message in [each.message for each in summary.attention] + list(summary.notes):
        to.print(Text(_printable(message)), soft_wrap=True)
    table = Table("outcome", "reason", box=None, pad_edge=False)
    table.add_column("seeds", justify="right")
    for kind, reason, count in summary.counts:
        table.add_row(kind.value, reason or "", f"{count:,}")
    table.add_row("all", "", f"{summary.inputs:,}")
    console.print(table)


class _Rate(ProgressColumn):
    """Seeds a second, over the last half minute."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed or 0:,.0f}/s")


def _with_bar(items: Iterable[_Item], total: int, console: Console) -> Iterator[_Item]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as bar:
        yield from bar.track(items, total=total, description="seeds")


def _with_lines(items: Iterable[_Item], total: int, console: Console) -> Iterator[_Item]:
    for number, item in enumerate(items, 1):
        yield item
        if number % _EVERY == 0:
            console.print(f"{number:,} of {total:,} seeds", highlight=False)


def _printable(message: str) -> str:
    """The message with characters that could steer a terminal written out: file names are free."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in message
    )
