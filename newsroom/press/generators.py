# SPDX-License-Identifier: AGPL-3.0-only
"""Pelican's generators, in one order, remembering what they found, noticing a copy that failed."""

import logging
import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pelican
from jinja2 import ChoiceLoader
from pelican.generators import ArticlesGenerator, PagesGenerator, StaticGenerator
from pelican.writers import FileOverwriteFailedError

from newsroom.press.complaints import shown
from newsroom.press.found import Found, found_below

logger = logging.getLogger(__name__)


class _Counting:
    """Remembers every file found before the first is read, and hands files out in order, read ahead."""

    found: frozenset[str] = frozenset()
    run: Any = None  # of the press: see run.py

    def generate_context(self) -> None:
        kind = "ARTICLE" if isinstance(self, ArticlesGenerator) else "PAGE"
        settings = self.settings  # type: ignore[attr-defined]
        found = self._found_below(settings[f"{kind}_PATHS"], settings[f"{kind}_EXCLUDES"])
        for path, why in found.refused.items():
            logger.error("%s:1: %s", shown(Path(self.path, path)), why)  # type: ignore[attr-defined]
        self.found = frozenset(os.path.normpath(path).replace(os.sep, "/") for path in (*found.files, *found.refused))
        if self.run:
            self.run.read(self, found.files)
        super().generate_context()  # type: ignore[misc]

    def get_files(self, paths: Any, exclude: Any = None, extensions: Any = None) -> list[str]:
        """Return the paths sorted: Pelican's set, and equal dates with it, change order with every process."""
        found = self._found_below(paths, exclude).files
        if extensions is False:
            return list(found)
        endings = set(self.readers.extensions if extensions is None else extensions)  # type: ignore[attr-defined]
        return [path for path in found if os.path.splitext(path)[1][1:] in endings]

    def _found_below(self, paths: Any, exclude: Any) -> Found:
        """Return what lies below these folders. Pelican walks them three times a run; once is enough."""
        walked = self.__dict__.setdefault("_walked", {})
        asked = tuple([paths] if isinstance(paths, str) else paths), tuple(exclude or ())
        if asked not in walked:
            walked[asked] = found_below(self.path, *asked, self.settings["IGNORE_FILES"])  # type: ignore[attr-defined]
        found: Found = walked[asked]
        return found


class Articles(_Counting, ArticlesGenerator):  # type: ignore[misc]  # Pelican is untyped
    """The stories. Pelican looks for each story of a listing in a list of all: that is quadratic, and mended here."""

    def _build_period_archives(self, sorted_articles: Any, articles: Any, settings: Any) -> Any:
        archives = super()._build_period_archives(sorted_articles, [], settings)
        place = _places(articles)
        for archive in (each for of_length in archives.values() for each in of_length):
            archive["articles"] = _in_order(archive["dates"], place)
        return archives

    def generate_tags(self, write: Any) -> None:
        """Write the topics' pages."""
        self._generate_groups(write, "tag", self.tags.items())

    def generate_categories(self, write: Any) -> None:
        """Write the sections' pages."""
        self._generate_groups(write, "category", self.categories)

    def generate_authors(self, write: Any) -> None:
        """Write the authors' pages."""
        self._generate_groups(write, "author", self.authors)

    def _generate_groups(self, write: Any, kind: str, groups: Iterable[tuple[Any, list[Any]]]) -> None:
        template, place = self.get_template(kind), _places(self.dates)
        for group, articles in groups:
            listing = {"articles": articles, "dates": _in_order(articles, place), "all_articles": self.articles}
            names = {"template_name": kind, "page_name": group.page_name, "url": group.url, "blog": True}
            try:
                write(group.save_as, template, self.context, **{kind: group}, **names, **listing)
            except FileOverwriteFailedError:
                if group.slug:
                    logger.error('Failed to write %s page for "%s".', kind.capitalize(), group)
                    raise
                logger.info('%s "%s" has an invalid slug; skipping writing its page...', kind.capitalize(), group)

    def generate_period_archives(self, write: Any) -> None:
        """Write Pelican's own, when asked for: it looks for their template also when nobody asks."""
        if any(self.settings[f"{period}_ARCHIVE_SAVE_AS"] for period in ("YEAR", "MONTH", "DAY")):
            super().generate_period_archives(write)


def _places(articles: Iterable[Any]) -> dict[int, int]:
    return {id(article): place for place, article in enumerate(articles)}


def _in_order(articles: Iterable[Any], place: dict[int, int]) -> list[Any]:
    """Return those that have a place, each once, by place."""
    found = {place[id(article)]: article for article in articles if id(article) in place}
    return [found[at] for at in sorted(found)]


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
    without article.html the stories were empty pages, and the build a success. Pelican's own themes are made
    for that, and keep it.
    """
    if Path(generator.theme).resolve().parent == Path(pelican.__file__).resolve().parent / "themes":
        return
    theme, _simple, named = generator.env.loader.loaders
    generator.env.loader = ChoiceLoader([theme, named])


OURS = {ArticlesGenerator: Articles, PagesGenerator: Pages, StaticGenerator: StaticFiles}
