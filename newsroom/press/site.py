# SPDX-License-Identifier: AGPL-3.0-only
"""The folder that visitors see, and the one beside it where the next edition is made, exchanged whole."""

import ctypes
import errno
import os
import shutil
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from newsroom.press.tree import FILE_MODE, FOLDER_MODE

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_NOT_HERE = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}  # a file system or a kernel without the exchange


@dataclass(frozen=True, slots=True)
class Site:
    """The live folder and its neighbours, all on one file system."""

    live: Path

    @property
    def standby(self) -> Path:
        """Where the next edition is made; after the exchange, the last one."""
        return self.live.with_name(f".{self.live.name}.new")

    @property
    def last(self) -> Path:
        """The last edition, where it is kept to be brought up to date: see tree.py."""
        return self.live.with_name(f".{self.live.name}.last")

    @property
    def retired(self) -> Path:
        """Where the last edition waits between two renames, on systems without an exchange."""
        return self.live.with_name(f".{self.live.name}.old")

    @property
    def memory(self) -> Path:
        """What a build remembers for the next; see memory.py."""
        return self.live.with_name(f".{self.live.name}.memory")

    @property
    def lock(self) -> Path:
        """What a build holds."""
        return self.live.with_name(f".{self.live.name}.lock")


def site_at(output_path: str) -> Site:
    """Return the site of an OUTPUT_PATH, which may be a link to the folder."""
    return Site(Path(os.path.realpath(output_path)))


def recover(site: Site) -> None:
    """Undo what a killed build left, wherever it was killed. Only under the lock."""
    if site.retired.exists() and not site.live.exists():
        site.retired.rename(site.live)  # killed between the two renames
    for leftover in (site.standby, site.retired):
        if os.path.lexists(leftover):
            shutil.rmtree(leftover)


def pin_modes(tree: Path) -> None:
    """Give files the mode 644 and folders 755, whatever the umask was and whatever made them (tempfile makes 600)."""
    for folder, _, names in os.walk(tree):
        os.chmod(folder, FOLDER_MODE)
        for path in (os.path.join(folder, name) for name in names):
            file = os.lstat(path)
            # a file with two names is a source of the site too (STATIC_CREATE_LINKS): not ours to change
            if stat.S_ISREG(file.st_mode) and stat.S_IMODE(file.st_mode) != FILE_MODE and file.st_nlink == 1:
                os.chmod(path, FILE_MODE)


def exchange(site: Site, new: Path) -> None:
    """Put `new` in the live folder's place, at once where the system can, when all of it is on the disk.

    Afterwards the last edition stands in `new` or in `retired`. Raises OSError.
    One sync for all: an fsync for each of 60,000 files took 19 s.
    """
    _sync(new)
    if not site.live.exists():
        new.rename(site.live)
    elif not _exchanged(new, site.live):
        site.live.rename(site.retired)
        new.rename(site.live)
    _sync_names(site.live.parent)


def keep_last(site: Site, new: Path) -> None:
    """Keep what `exchange` left of the last edition where the next build looks for it."""
    for left in (site.retired, new):
        if left != site.last and left.exists() and not site.last.exists():
            left.rename(site.last)


def _exchanged(one: Path, other: Path) -> bool:
    """Return whether the two folders could be exchanged in one step."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):  # musl before 1.2.6
        return False
    names = os.fsencode(one), os.fsencode(other)
    if libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


def _sync_names(folder: Path) -> None:
    """Wait until a folder's own entries are on the disk."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sync(folder: Path) -> None:
    """Wait until the file system of this folder has written everything out; report what it could not write."""
    if sys.platform != "linux":
        if hasattr(os, "sync"):
            os.sync()
        return
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)
