# SPDX-License-Identifier: AGPL-3.0-only
"""Pelican's generators, in one order, remembering what they found, noticing a copy that failed."""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader
from pelican.generators import ArticlesGenerator, PagesGenerator, StaticGenerator

from newsroom.press.complaints import shown


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
        """Return the paths sorted: Pelican's set, and equal dates with it, change order with every process."""
        return sorted(super().get_files(*args, **kwargs))  # type: ignore[misc]


class Articles(_Counting, ArticlesGenerator):  # type: ignore[misc]  # Pelican is untyped
    """The stories."""

    def generate_period_archives(self, write: Any) -> None:
        """Write Pelican's own, when asked for: it looks for their template also when nobody asks."""
        if any(self.settings[f"{period}_ARCHIVE_SAVE_AS"] for period in ("YEAR", "MONTH", "DAY")):
            super().generate_period_archives(write)


class Pages(_Counting, PagesGenerator):  # type: ignore[misc]
    """The pages written by hand."""


class StaticFiles(StaticGenerator):  # type: ignore[misc]
    """The files that are copied. Pelican only warns of a failed copy; a full disk leaves half a picture."""

    def generate_output(self, writer: Any) -> None:
        """Copy, then compare sizes at once: a plugin may rewrite the copies later. Raises OSError."""
        super().generate_output(writer)
        for source, copy in self._copies():
            if not copy.is_file() or source.stat().st_size != copy.stat().st_size:
                raise OSError(None, f"{shown(source)} was not copied whole", str(copy))

    def _copies(self) -> Iterator[tuple[Path, Path]]:
        output = Path(self.output_path)
        for item in self.staticfiles:
            yield Path(self.path, item.source_path), output / item.save_as
        theirs = output / self.settings["THEME_STATIC_DIR"]
        for path in self.settings["THEME_STATIC_PATHS"]:
            ours = Path(self.theme, path)
            if ours.is_file():
                yield ours, theirs / ours.name
            for folder, subfolders, names in os.walk(ours, followlinks=True):
                subfolders[:] = filter(self._wanted, subfolders)
                for source in (Path(folder, name) for name in filter(self._wanted, names)):
                    yield source, theirs / source.relative_to(ours)

    def _wanted(self, name: str) -> bool:
        return not any(fnmatch(name, pattern) for pattern in self.settings["IGNORE_FILES"])


def without_fallback(generator: Any) -> None:
    """Take templates from the theme alone, and from `!simple/` where one says so.

    Pelican would take a template that is missing from its theme `simple`, whose blocks have other names:
    without article.html the stories were empty pages, and the build a success.
    """
    theme, _simple, named = generator.env.loader.loaders
    generator.env.loader = ChoiceLoader([theme, named])


OURS = {ArticlesGenerator: Articles, PagesGenerator: Pages, StaticGenerator: StaticFiles}
