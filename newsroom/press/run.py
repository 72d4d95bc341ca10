# SPDX-License-Identifier: AGPL-3.0-only
"""What one run of Pelican holds together: its generators' one set of templates, and the posts that were read."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from jinja2 import Environment
from pelican.contents import Article, Page
from pelican.generators import ArticlesGenerator, PagesGenerator

from newsroom.press import generators
from newsroom.press.makers import digest_of_makers
from newsroom.press.memory import Memory
from newsroom.press.reading import Texts, read_together
from newsroom.press.rendering.environment import PageEnvironment


class Run:
    """One run. What it remembers is kept when it ends well."""

    def __init__(self, settings: dict[str, Any], memory: Path) -> None:
        """`memory` is the file of what the last run remembered."""
        self.settings, self._file = settings, memory
        self._memory: Memory | None = None
        self._texts: Texts | None = None
        self._paths: dict[str, object] = {}
        self._templates: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        if self._memory:
            if kind is None:
                self._memory.save(self._paths)
            self._memory.close()

    def prepare(self, generator: Any) -> None:
        """Make a generator ours, as Pelican has just made it."""
        if isinstance(generator, ArticlesGenerator | PagesGenerator):
            generator.run = self
        if self._templates is None:
            generators.without_fallback(generator)
            if type(generator.env) is Environment:  # no plugin's own
                generator.env.__class__ = PageEnvironment
            self._templates = generator.env
        generator.env = self._templates  # each would compile the same templates again

    def read(self, generator: Any, paths: Sequence[str]) -> None:
        """Read the posts that a generator will ask for."""
        kind = Article if isinstance(generator, ArticlesGenerator) else Page
        if not any(hasattr(reader, "record") for reader in generator.readers.readers.values()):
            return
        if self._memory is None or self._texts is None:
            self._memory = Memory(self._file, digest_of_makers(self.settings))
            self._texts = Texts(self._memory)
        self._paths |= dict.fromkeys(paths, kind)
        read_together(generator, paths, self._memory, self._texts)
        self._memory.flush()
