# SPDX-License-Identifier: AGPL-3.0-only
"""What a run does to its own process: how it may be interrupted, and the modes of what it writes."""

import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


@contextmanager
def pinned_umask() -> Iterator[None]:
    """Make files that a web server can read, whatever the shell's umask is."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


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


def _terminated(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
