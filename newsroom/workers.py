# SPDX-License-Identifier: MIT
"""Work on many items in many processes, the results in the order of the items."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import TypeVar

from newsroom.stop import Stop

# What goes to a worker at once: few enough items that the last batches end together, enough that
# passing them costs nothing. Two batches a worker are under way, which bounds the memory.
BATCH_ITEMS, BATCH_BYTES = 64, 2**20
_BATCHES_A_WORKER = 2

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def ordered(
    work: Callable[[_Item], _Result], items: Iterable[_Item], size: Callable[[_Item], int], processes: int
) -> Iterator[_Result]:
    """The result of each item, in their order; `work` is a module's function, `size` an item's bytes.

    What fits into one batch is not worth a process. Stop if a worker dies.
    """
    batches = _batches(items, size)
    first = next(batches, [])
    second = next(batches, None) if processes > 1 else None
    if second is None:
        rest = (item for batch in batches for item in batch)
        yield from map(work, chain(first, rest))
        return
    yield from _by_many(work, chain((first, second), batches), processes)


def _by_many(work: Callable[[_Item], _Result], batches: Iterable[list[_Item]], processes: int) -> Iterator[_Result]:
    # Started afresh and not forked, so that it is the same on every system.
    spawn = multiprocessing.get_context("spawn")
    pending: deque[Future[list[_Result]]] = deque()
    with ProcessPoolExecutor(processes, spawn, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
        try:
            for batch in batches:
                pending.append(pool.submit(_all_done, work, batch))
                if len(pending) >= processes * _BATCHES_A_WORKER:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        except BrokenProcessPool as error:
            raise Stop("a worker died: perhaps out of memory; try with fewer processes") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _batches(items: Iterable[_Item], size: Callable[[_Item], int]) -> Iterator[list[_Item]]:
    batch: list[_Item] = []
    total = 0
    for item in items:
        batch.append(item)
        total += size(item)
        if len(batch) >= BATCH_ITEMS or total >= BATCH_BYTES:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def _all_done(work: Callable[[_Item], _Result], batch: list[_Item]) -> list[_Result]:
    return [work(item) for item in batch]
