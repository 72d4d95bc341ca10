# SPDX-License-Identifier: AGPL-3.0-only
"""What one run of Pelican holds together: its generators' one set of templates, and the posts that were read."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from jinja2 import Environment, TemplateError
from pelican.contents import Article, Page
from pelican.generators import ArticlesGenerator, PagesGenerator

from newsroom.press import generators
from newsroom.press.changes.facts import Facts
from newsroom.press.changes.kept import Kept
from newsroom.press.makers import digest_of_makers, digest_of_templates
from newsroom.press.memory import Memory
from newsroom.press.reading import Texts, read_together
from newsroom.press.rendering.environment import PageEnvironment
from newsroom.press.rendering.writer import Job
from newsroom.press.site import Site, pin_modes
from newsroom.press.tree import FOLDER_MODE, Tree


class Run:
    """One run. What it remembers is kept when it ends well."""

    def __init__(self, settings: dict[str, Any], site: Site) -> None:
        """`site` is where the last run's edition stands, and what it remembered."""
        self.settings, self._site = settings, site
        self._kept: Kept | None = None
        self._memory: Memory | None = None
        self._texts: Texts | None = None
        self._paths: dict[str, object] = {}
        self._templates: Any = None
        self._tree: Tree | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        if self._memory:
            if kind is None:
                if self._kept:
                    self._kept.save()
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

    def kept(self, jobs: Sequence[Job]) -> Kept | None:
        """Return what of the last edition stands; None where the settings do not ask, or nothing is remembered."""
        if not (self._memory and jobs and self.settings.get("KEEP_UNCHANGED")):
            return None
        shared = jobs[0].shared
        facts = Facts(shared, shared["generated_content"])
        templates = digest_of_templates(self._templates)
        self._tree = self._next_tree()
        self._kept = Kept(self._memory, facts, templates, self._site.live, self._tree)
        return self._kept

    @property
    def keeps(self) -> bool:
        """Whether the next build may find pages of this one that need not be made again."""
        return self._kept is not None

    def completed(self) -> Path:
        """Put the pages that stand beside those that were made; return the folder of the whole edition."""
        made = self._site.standby
        pin_modes(made)
        if not (self._kept and self._tree and self._tree.stamps):
            return made
        self._tree.bring_up_to_date(made, self._kept.names)
        shutil.rmtree(made)
        return self._tree.root

    def _next_tree(self) -> Tree:
        """Return the last edition that was kept, or an empty folder.

        What cuts or compresses a site changes files where they stand: then a new folder each time.
        """
        last = self._site.last
        if last.exists() and (self.settings.get("PART") or self.settings.get("COMPRESS")):
            shutil.rmtree(last)
        last.mkdir(exist_ok=True)
        last.chmod(FOLDER_MODE)
        return Tree(last)

    def read(self, generator: Any, paths: Sequence[str]) -> None:
        """Read the posts that a generator will ask for."""
        kind = Article if isinstance(generator, ArticlesGenerator) else Page
        if not any(hasattr(reader, "record") for reader in generator.readers.readers.values()):
            return
        if self._memory is None or self._texts is None:
            self._memory = Memory(self._site.memory, digest_of_makers(self.settings))
            self._texts = Texts(self._memory)
        self._paths |= dict.fromkeys(paths, kind)
        read_together(generator, paths, self._memory, self._texts, self._compile_templates)
        self._memory.flush()

    def _compile_templates(self) -> None:
        """Compile all templates of the theme: each process that makes pages would compile those that it imports."""
        for name in self._templates.list_templates():
            with suppress(TemplateError):  # a page that needs it will tell
                self._templates.get_template(name)
