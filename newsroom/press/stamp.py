# SPDX-License-Identifier: AGPL-3.0-only
"""How a file is told to be as it was: without reading it, or on another machine."""

import hashlib
import os
import stat
import time
from pathlib import Path

_TOO_NEW_NS = 50_000_000  # a second write within a tick of the file system's clock (4 ms on ext4) leaves no trace


def stamp_of(path: str) -> str:
    """Return the file's size, times and number; empty where it is no plain file, or is too new to tell."""
    try:
        found = os.stat(path)
    except OSError:
        return ""
    if not stat.S_ISREG(found.st_mode) or abs(time.time_ns() - found.st_mtime_ns) < _TOO_NEW_NS:
        return ""
    return f"{found.st_size}.{found.st_mtime_ns}.{found.st_ctime_ns}.{found.st_ino}"


def digest_of(path: str) -> str:
    """Return a digest of the file's bytes, by which another machine knows it; empty where it cannot be read."""
    try:
        return hashlib.blake2b(Path(path).read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
