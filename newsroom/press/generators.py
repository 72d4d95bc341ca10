# SPDX-License-Identifier: AGPL-3.0-only
"""Pelican's generators, made to read in one order, to remember what they found, and to notice a copy that failed."""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Any

from pelican.generators import ArticlesGenerator, PagesGenerator, StaticGenerator


class _Counting:
    """Remembers every file found before the first is read, and hands files out in order."""

    found: frozenset[str] = frozenset()

    def generate_context(self) -> None:
        kind = "ARTICLE" if isinstance(self, ArticlesGenerator) else "PAGE"
        settings = self.settings  # type: ignore[attr-defined]
        paths = self.get_files(settings[f"{kind}_PATHS"], settings[f"{kind}_EXCLUDES"], extensions=False)
        self.found = frozenset(os.path.normpath(path).replace(os.sep, "/") for path in paths)
        super().generate_context()  # type: ignore[misc]

    def get_files(self, *args: Any, **kwargs: Any) -> list[str]:
        """Return the paths sorted: Pelican's set changes its order from process to process, and equal dates with it."""
        return sorted(super().get_files(*args, **kwargs))  # type: ignore[misc]


class Articles(_Counting, ArticlesGenerator):  # type: ignore[misc]  # Pelican is untyped
    """The stories."""


class Pages(_Counting, PagesGenerator):  # type: ignore[misc]
    """The pages written by hand."""


class StaticFiles(StaticGenerator):  # type: ignore[misc]
    """The files that are copied. Pelican only warns when a copy fails, and a full disk leaves half a picture."""

    def generate_output(self, writer: Any) -> None:
        """Copy, then compare sizes at once: a plugin may rewrite the copies later. Raises OSError."""
        super().generate_output(writer)
        for source, copy in self._copies():
            if not os.path.isfile(copy) or os.path.getsize(source) != os.path.getsize(copy):
                raise OSError(None, f"{source} was not copied whole", copy)

    def _copies(self) -> Iterator[tuple[str, str]]:
        for item in self.staticfiles:
            yield os.path.join(self.path, item.source_path), os.path.join(self.output_path, item.save_as)
        theirs = os.path.join(self.output_path, self.settings["THEME_STATIC_DIR"])
        for path in self.settings["THEME_STATIC_PATHS"]:
            ours = os.path.join(self.theme, path)
            if os.path.isfile(ours):
                yield ours, os.path.join(theirs, os.path.basename(path))
            for folder, subfolders, names in os.walk(ours, followlinks=True):
                subfolders[:] = filter(self._wanted, subfolders)
                for name in filter(self._wanted, names):
                    source = os.path.join(folder, name)
                    yield source, os.path.join(theirs, os.path.relpath(source, ours))

    def _wanted(self, name: str) -> bool:
        return not any(fnmatch(name, pattern) for pattern in self.settings["IGNORE_FILES"])


OURS = {ArticlesGenerator: Articles, PagesGenerator: Pages, StaticGenerator: StaticFiles}
