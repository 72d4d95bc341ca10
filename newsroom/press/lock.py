# SPDX-License-Identifier: AGPL-3.0-only
"""One build at a time: a lock beside the output folder, and a note of who holds it."""

import json
import os
import shlex
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from newsroom.press.errors import PressError


class Busy(PressError):
    """Another build holds the lock; the message names it."""


@contextmanager
def held(lock: Path) -> Iterator[None]:
    """Hold the lock, or raise Busy at once: the other build may be a watcher that never ends.

    Raises PressError where no file can be written.
    """
    file = FileLock(lock, timeout=0)
    # Not in the lock file itself: filelock before 4 empties it whenever someone tries to lock
    note = lock.with_suffix(".holder")
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file.acquire()
        note.write_text(json.dumps(_self()), encoding="utf-8")
    except Timeout:
        raise Busy(f"another build is at work: {_holder(note)}; wait for it, or stop it") from None
    except OSError as error:
        file.release()
        raise PressError(f"{error.strerror or error}: {lock.parent}; no site can be made there") from error
    try:
        yield
    finally:
        note.unlink(missing_ok=True)
        file.release()


def _self() -> dict[str, str | int]:
    since = datetime.now().astimezone().isoformat(" ", "seconds")
    command = shlex.join(sys.orig_argv)
    return {"pid": os.getpid(), "host": socket.gethostname(), "command": command, "since": since}


def _holder(note: Path) -> str:
    try:
        who = json.loads(note.read_text(encoding="utf-8"))
        return f"process {who['pid']} on {who['host']}, {who['command']!r}, since {who['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it has not yet said who it is"
