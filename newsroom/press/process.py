# SPDX-License-Identifier: AGPL-3.0-only
"""How a run may be interrupted, and is not held up."""

import gc
import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


@contextmanager
def interruptible() -> Iterator[None]:
    """Leave with 130 on Ctrl-C, as shells expect, and with 143 on SIGTERM, cleaning up on the way.

    Pelican's main() answers KeyboardInterrupt with exit code 0, as if the site were made.
    """
    main = threading.current_thread() is threading.main_thread()  # no other may set handlers
    ours = main and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    if ours:
        signal.signal(signal.SIGTERM, _terminated)
    try:
        yield
    except KeyboardInterrupt:
        logging.getLogger(__name__).warning("interrupted")
        raise SystemExit(128 + signal.SIGINT) from None
    finally:
        if ours:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave Python's collector of cycles off: what a run makes is there until its end, and is looked at for nothing.

    So processes that are forked share the memory in which it lies, too: to look at an object is to copy it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _terminated(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
