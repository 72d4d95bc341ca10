# SPDX-License-Identifier: AGPL-3.0-only
"""Work shared out among forked processes, which see all that was made before and hand back plain data."""

import logging
import os
import pickle
import selectors
import signal
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn, TypeVar

from newsroom.press.errors import PressError

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW = 48  # below this a process costs more than it saves: some 30 ms each, a page 1 ms
_SHARES_MAX = 10_000  # their numbers wait in one pipe, which holds 64 KB
_NUMBER = struct.Struct("=I")


def shared(
    task: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    workers: int | None,
    share: int,
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[tuple[int, Result]]:
    """Yield (number of items, task(items)) for shares of `items`, as they are done.

    In processes of their own, one a core unless `workers` says how many; in this one where items are few
    or the system cannot fork. A result must be plain data, and `task` answers for its own errors; what is
    logged in a process is logged again in this one. PressError when a process dies. `meanwhile` is done in this
    process once the others are at work, if there are others.
    """
    count = min(workers or os.cpu_count() or 1, len(items) // _FEW + 1)
    share = max(share, len(items) // _SHARES_MAX + 1)
    shares = [items[at : at + share] for at in range(0, len(items), share)]
    if count == 1 or not hasattr(os, "fork"):
        yield from ((len(each), task(each)) for each in shares)
        return
    for number, result, logged in _answers(task, shares, count, meanwhile):
        for name, level, message in logged:
            logging.getLogger(name).log(level, "%s", message)
        yield len(shares[number]), result


def _answers(
    task: Callable[[Any], Any], shares: Sequence[Any], count: int, meanwhile: Callable[[], None] | None
) -> Iterator[tuple[int, Any, list[tuple[str, int, str]]]]:
    """Yield what the processes answer. Whoever is free takes the next number from one pipe."""
    numbers, numbers_in = os.pipe()
    os.write(numbers_in, b"".join(map(_NUMBER.pack, range(len(shares)))))
    os.close(numbers_in)
    workers = {}
    try:
        with selectors.DefaultSelector() as ready:
            for _ in range(count):
                process, answers = _started(task, shares, numbers)
                workers[process] = open(answers, "rb")  # noqa: SIM115 - closed below
                ready.register(workers[process], selectors.EVENT_READ, process)
            if meanwhile:
                meanwhile()
            for _ in range(len(shares) + count):  # the answers, and the end of each
                key = ready.select()[0][0]
                try:
                    yield pickle.load(key.fileobj)  # type: ignore[arg-type]  # noqa: S301 - our own child's
                except EOFError:
                    ready.unregister(key.fileobj)
                    workers.pop(key.data).close()
                    _ended(key.data)
    finally:
        os.close(numbers)
        for process, answers_of in workers.items():
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            answers_of.close()


def _ended(process: int) -> None:
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if code:
        raise PressError(f"a process that shared the work ended with {code}: out of memory, or stopped from outside")


def _started(task: Callable[[Any], Any], shares: Sequence[Any], numbers: int) -> tuple[int, int]:
    """Return a new process's id, and where to read its answers."""
    answers, answers_in = os.pipe()
    process = os.fork()
    if not process:
        _work(task, shares, numbers, answers_in)
    os.close(answers_in)
    return process, answers


def _work(task: Callable[[Any], Any], shares: Sequence[Any], numbers: int, answers: int) -> NoReturn:
    """Answer until no number is left, and end without a word: all that is open is the parent's."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which ends us
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        heard = _Heard()
        logging.getLogger().handlers = [heard]
        with open(answers, "wb") as out:
            while number := os.read(numbers, _NUMBER.size):
                at = _NUMBER.unpack(number)[0]
                result = task(shares[at])
                pickle.dump((at, result, heard.take()), out, pickle.HIGHEST_PROTOCOL)
                out.flush()
        code = 0
    finally:
        os._exit(code)


class _Heard(logging.Handler):
    """What was logged in a process: (logger, level, message)."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append((record.name, record.levelno, record.getMessage()))

    def take(self) -> list[tuple[str, int, str]]:
        taken, self._records = self._records, []
        return taken
