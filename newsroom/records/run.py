# SPDX-License-Identifier: MIT
"""A run over a file of rows, in one process or many, the order always that of the input."""

import sys
from collections.abc import Callable
from functools import partial

from newsroom.records.account import Account
from newsroom.records.files import reading, writing
from newsroom.records.progress import shown
from newsroom.records.rows import Line, Result, lines_of, result_of
from newsroom.workers import ordered

Made = Callable[[Line], Result]  # result_of, or another that workers can import
BAD_ROWS = 3  # the exit code where a row could not be taken, as a build's where a post was refused


def main(source: str, target: str, processes: int, made: Made = result_of, *, quiet: bool) -> int:
    """Convert a file, `-` for the standard streams, and say on the standard error how it went."""
    account = convert_rows(source, target, processes, made, quiet=quiet)
    if not quiet:
        print(account, file=sys.stderr)
    return BAD_ROWS if account.bad else 0


def convert_rows(
    source: str, target: str, processes: int = 1, made: Made = result_of, *, quiet: bool = True
) -> Account:
    """Write the record that is `made` of each row; one that is none is named on the standard error, and left out.

    Stop if the two are one file; OSError if one cannot be opened. The target appears when it is whole.
    """
    account = Account()
    name = "standard input" if source == "-" else source
    with reading(source) as rows, writing(target, source) as records:
        told = partial(_result_told, made)
        results = ordered(told, lines_of(rows), lambda line: len(line.data), processes)
        for result in shown(results, quiet=quiet):
            account.add(result)
            if result.bad is not None:
                print(f"{name}:{result.number}: {result.bad}", file=sys.stderr)
            else:
                records.write(result.data)
    return account


def _result_told(made: Made, line: Line) -> Result:
    """The result; an error, which is ours, names the line that showed it."""
    try:
        return made(line)
    except Exception as error:
        error.add_note(f"at line {line.number} of the rows")
        raise
