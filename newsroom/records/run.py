# SPDX-License-Identifier: MIT
"""A run over a file of rows, in one process or many, the order always that of the input."""

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from newsroom.records.account import Account
from newsroom.records.files import reading, writing
from newsroom.records.progress import shown
from newsroom.records.rows import Line, Result, lines_of, result_of
from newsroom.stop import Stop

# What goes to a worker at once: few enough rows that the last batches end together, enough that
# passing them costs nothing. Two batches a worker are under way, which bounds the memory.
_BATCH_ROWS, _BATCH_BYTES = 64, 2**20
_BATCHES_A_WORKER = 2
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
        results = map(told, lines_of(rows)) if processes == 1 else _by_many(lines_of(rows), processes, told)
        for result in shown(results, quiet=quiet):
            account.add(result)
            if result.bad is not None:
                print(f"{name}:{result.number}: {result.bad}", file=sys.stderr)
            else:
                records.write(result.data)
    return account


def _by_many(lines: Iterable[Line], processes: int, told: Made) -> Iterator[Result]:
    # Started afresh and not forked, so that it is the same on every system.
    spawn = multiprocessing.get_context("spawn")
    pending: deque[Future[list[Result]]] = deque()
    with ProcessPoolExecutor(processes, spawn, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
        try:
            for batch in _batches(lines):
                pending.append(pool.submit(_results_of, told, batch))
                if len(pending) >= processes * _BATCHES_A_WORKER:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        except BrokenProcessPool as error:
            raise Stop("a worker died: perhaps out of memory; try fewer --processes") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    batch: list[Line] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line.data)
        if len(batch) >= _BATCH_ROWS or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _results_of(told: Made, batch: list[Line]) -> list[Result]:
    return [told(line) for line in batch]


def _result_told(made: Made, line: Line) -> Result:
    """The result; an error, which is ours, names the line that showed it."""
    try:
        return made(line)
    except Exception as error:
        error.add_note(f"at line {line.number} of the rows")
        raise
