# SPDX-License-Identifier: AGPL-3.0-only
"""The files of content/, found as Pelican finds them, but never through a link, which may lead anywhere."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch

# Controls, half characters (a name that is not UTF-8), line ends, and what turns the text around it
_STRANGE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Found:
    """Paths below content/: of the files, in order, and of what cannot be read, with why."""

    files: tuple[str, ...]
    refused: dict[str, str]


def found_below(content: str, paths: Iterable[str], excludes: Iterable[str], ignores: Iterable[str]) -> Found:
    """Return what lies below these paths of content/, without what is excluded or ignored."""
    files, refused = set[str](), dict[str, str]()
    excluded = {os.path.normpath(os.path.join(content, each)) for each in excludes}
    for path, is_link in _walked(content, paths, excluded, tuple(ignores)):
        if is_link:
            refused[path] = "it is a link to a folder, which is not followed"
        elif _STRANGE.search(path):
            refused[path] = "its name has a character that is not UTF-8, a control, or turns the text around it"
        else:
            files.add(path)
    return Found(tuple(sorted(files)), refused)


def _walked(
    content: str, paths: Iterable[str], excluded: set[str], ignores: tuple[str, ...]
) -> Iterator[tuple[str, bool]]:
    """Yield (path below content/, whether it is a link to a folder)."""
    for path in paths:
        root = os.path.join(content, path) if path else content
        if not os.path.isdir(root):
            if os.path.exists(root) and not _ignored(root, ignores):
                yield path, False
            continue
        if path and os.path.islink(root):
            yield path, True
            continue
        for folder, inside, names in os.walk(root):
            below = os.path.relpath(folder, content)
            inside[:] = [
                name
                for name in inside
                if os.path.normpath(os.path.join(folder, name)) not in excluded and not _ignored(name, ignores)
            ]
            yield from (
                (os.path.join(below, name), True) for name in inside if os.path.islink(os.path.join(folder, name))
            )
            yield from ((os.path.join(below, name), False) for name in names if not _ignored(name, ignores))


def _ignored(path: str, ignores: tuple[str, ...]) -> bool:
    name = os.path.basename(path)
    return any(fnmatch(name, pattern) for pattern in ignores)
