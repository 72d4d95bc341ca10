# SPDX-License-Identifier: AGPL-3.0-only
"""Copies of a site's texts as servers send them, made once: NAME.br and NAME.gz beside each, the same every time."""

import gzip
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from filecmp import cmp
from pathlib import Path
from typing import Any

from newsroom.press.errors import PressError

SMALLEST = 1_024  # bytes: below that a header costs what a copy saves
_TEXTS = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".webmanifest", ".xml"}
_BROTLI = 9  # 10 and 11 take ten times as long, for some 3 %


def compress(tree: Path, live: Path) -> int:
    """Make the copies, and return of how many files; those of a file that is as in `live` are taken from there.

    PressError where the library brotli is not installed.
    """
    brotli = _library()

    def copy(path: Path) -> None:
        last = live / path.relative_to(tree)
        copies = [(f"{path}.gz", f"{last}.gz"), (f"{path}.br", f"{last}.br")]
        if all(os.path.isfile(old) for _, old in copies) and last.is_file() and cmp(path, last, shallow=False):
            for new, old in copies:
                shutil.copyfile(old, new)
            return
        data = path.read_bytes()
        Path(copies[0][0]).write_bytes(gzip.compress(data, 9, mtime=0))
        Path(copies[1][0]).write_bytes(brotli.compress(data, quality=_BROTLI))

    paths = list(_texts(tree))
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # both libraries let the others run meanwhile
        for _ in threads.map(copy, paths):
            pass
    return len(paths)


def _texts(tree: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(tree):
        for path in (Path(folder, name) for name in names):
            if path.suffix in _TEXTS and path.stat().st_size >= SMALLEST:
                yield path


def _library() -> Any:
    try:
        import brotli
    except ImportError as error:
        raise PressError("--compress needs brotli: pip install brotli") from error
    return brotli
