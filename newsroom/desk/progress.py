# SPDX-License-Identifier: MIT
"""What a person sees of a run: a bar while it lasts, a table when it is over."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from newsroom.desk.finding import Done
from newsroom.desk.outcome import Outcome, Summary
from newsroom.printed import printable

_EVERY = 1000  # seeds between two plain lines
_MOST_MESSAGES = 20  # of one reason; the account of the run has all


def console_from(*, quiet: bool = False) -> Console:
    """The console of this process; under CI it is no terminal, whatever it looks like."""
    return Console(quiet=quiet, force_terminal=False if os.environ.get("CI") else None)


def shown(results: Iterable[Done], total: int, console: Console) -> Iterator[Done]:
    """The same results, their passing shown: a bar on a terminal, else a line now and then.

    `total` are the bytes of all files, of which each result says how far it is: how many seeds there are,
    nobody knows before the last file was read.
    """
    show_passing = _with_bar if console.is_terminal and not console.quiet else _with_lines
    return show_passing(results, total, console)


def show(summary: Summary, console: Console, account: str = "") -> None:
    """Print what a person should look at, then the table of outcomes.

    A quiet console is spared the table; the rest goes to the standard error. `account` is the file that has all.
    """
    to = Console(stderr=True) if console.quiet else console
    for message in [*_messages(summary.attention, account), *summary.notes]:
        to.print(Text(printable(message)), soft_wrap=True)
    table = Table("outcome", "reason", box=None, pad_edge=False)
    table.add_column("seeds", justify="right")
    for kind, reason, count in summary.counts:
        table.add_row(kind.value, reason or "", f"{count:,}")
    table.add_row("all", "", f"{summary.inputs:,}")
    console.print(table)


def _messages(attention: Iterable[Outcome], account: str) -> Iterator[str]:
    """The messages, but of those with one reason no more than a person reads."""
    said: Counter[tuple[str, str | None]] = Counter()
    for outcome in attention:
        said[outcome.kind, outcome.reason] += 1
        if said[outcome.kind, outcome.reason] <= _MOST_MESSAGES:
            yield outcome.message
    for (kind, reason), count in said.items():
        if count > _MOST_MESSAGES:
            yield f"{kind}, {reason}: {count - _MOST_MESSAGES:,} more, all in {account}"


class _Rate(ProgressColumn):
    """Seeds so far, and a second."""

    def render(self, task: Task) -> Text:
        seeds = task.fields["seeds"]
        return Text(f"{seeds:,} seeds, {seeds / (task.elapsed or 1):,.0f}/s")


def _with_bar(results: Iterable[Done], total: int, console: Console) -> Iterator[Done]:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("converting", total=total, seeds=0)
        for number, each in enumerate(results, 1):
            yield each
            bar.update(task, completed=each.read, seeds=number)


def _with_lines(results: Iterable[Done], total: int, console: Console) -> Iterator[Done]:
    for number, each in enumerate(results, 1):
        yield each
        if number % _EVERY == 0:
            console.print(f"{number:,} seeds, {each.read / max(1, total):.0%} of the files", highlight=False)
