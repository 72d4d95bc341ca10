# SPDX-License-Identifier: MIT
"""What a person sees while rows pass, on the standard error: the records may go to the standard output."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

_EVERY = 10_000  # rows between two plain lines

_Item = TypeVar("_Item")


def shown(items: Iterable[_Item], *, quiet: bool) -> Iterator[_Item]:
    """The same items: on a terminal a line that counts them, else a line now and then."""
    console = Console(stderr=True, quiet=quiet)
    if console.is_terminal and not quiet:
        columns = (SpinnerColumn(), TextColumn("{task.completed:,} rows"), TimeElapsedColumn())
        with Progress(*columns, console=console) as line:
            yield from line.track(items)
        return
    for number, item in enumerate(items, 1):
        yield item
        if number % _EVERY == 0:
            console.print(f"{number:,} rows", highlight=False)
