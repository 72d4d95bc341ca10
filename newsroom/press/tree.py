# SPDX-License-Identifier: AGPL-3.0-only
"""The edition before the last, kept beside the live one, and brought up to date rather than made anew.

Its unchanged files are the live ones' under second names, so none is ever written to: files are put in place by
rename, and taken away. Nothing is believed of it that a look at the disk does not show.
"""

import os
import shutil
import stat
from collections.abc import Collection
from filecmp import cmp
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o644, 0o755


class Tree:
    """A folder's files: name -> stamp, '' for what a build would not leave so: a link, another mode."""

    def __init__(self, root: Path) -> None:
        """Look at every file."""
        self.root = root
        self.stamps: dict[str, str] = {}
        self._folders = {""}
        waiting = [""]
        while waiting:
            waiting += self._look_into(waiting.pop())

    def _look_into(self, folder: str) -> list[str]:
        """Take note of a folder's files, and return its folders, with a slash at their end."""
        found = []
        with os.scandir(os.path.join(self.root, folder)) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    found.append(f"{folder}{entry.name}/")
                    if stat.S_IMODE(status.st_mode) != FOLDER_MODE:
                        os.chmod(entry.path, FOLDER_MODE)
                else:
                    self.stamps[folder + entry.name] = _stamp(status) if _is_as_made(status) else ""
        self._folders.update(found)
        return found

    def take(self, name: str, source: Path, stamp: str) -> None:
        """Put another tree's file here. A second name for it costs least; else it is copied."""
        target = self._place_for(name)
        if name in self.stamps:
            os.unlink(target)  # never written to: the live one may be the same file
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
        self.stamps[name] = stamp

    def bring_up_to_date(self, made: Path, kept: Collection[str]) -> None:
        """Move all of a folder here but what is here already, and remove what is neither there nor `kept`.

        The folder's files have the modes of a site.
        """
        new = Tree(made)
        for name in self.stamps.keys() - new.stamps.keys() - set(kept):
            os.unlink(os.path.join(self.root, name))
            del self.stamps[name]
        for name in new.stamps:
            source, target = os.path.join(made, name), os.path.join(self.root, name)
            here = self.stamps.get(name)
            if here and (here == new.stamps[name] or cmp(source, target, shallow=False)):  # of one number: one file
                continue
            os.replace(source, self._place_for(name))
            self.stamps[name] = file_stamp(target)
        self._remove_empty()

    def _place_for(self, name: str) -> str:
        """Return the path for a file, with nothing there that a file could not replace."""
        target, folder = os.path.join(self.root, name), name[: name.rfind("/") + 1]
        if folder not in self._folders:
            self._make_folder(folder)
        if f"{name}/" in self._folders:
            shutil.rmtree(target)
            self._forget_below(f"{name}/")
        return target

    def _make_folder(self, folder: str) -> None:
        above = ""
        for part in folder.split("/")[:-1]:
            if above + part in self.stamps:
                os.unlink(os.path.join(self.root, above + part))
                del self.stamps[above + part]
            above += f"{part}/"
            if above not in self._folders:
                os.mkdir(os.path.join(self.root, above), FOLDER_MODE)
                os.chmod(os.path.join(self.root, above), FOLDER_MODE)  # whatever the umask is
                self._folders.add(above)

    def _forget_below(self, folder: str) -> None:
        self._folders = {each for each in self._folders if not each.startswith(folder)}
        self.stamps = {name: stamp for name, stamp in self.stamps.items() if not name.startswith(folder)}

    def _remove_empty(self) -> None:
        used = {""}
        for name in self.stamps:
            at = name.rfind("/")
            while at > 0 and (folder := name[: at + 1]) not in used:
                used.add(folder)
                at = name.rfind("/", 0, at)
        for folder in sorted(self._folders - used, reverse=True):
            os.rmdir(os.path.join(self.root, folder))
        self._folders = used


def file_stamp(path: Path | str) -> str:
    """Return the size, time and number of a file that a build made, '' where there is none."""
    try:
        return _stamp(os.stat(path, follow_symlinks=False))
    except OSError:
        return ""


def stamp_in_place(path: Path) -> str:
    """Return the same of a file of a finished site, '' also where its mode is not a site's."""
    try:
        status = path.lstat()
    except OSError:
        return ""
    return _stamp(status) if _is_as_made(status) else ""


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_size}.{status.st_mtime_ns}.{status.st_ino}"


def _is_as_made(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and stat.S_IMODE(status.st_mode) == FILE_MODE
