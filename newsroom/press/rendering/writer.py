# SPDX-License-Identifier: AGPL-3.0-only
"""Pelican's writer, which notes what is to be written and leaves the writing for later."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pelican import writers
from pelican.paginator import Paginator
from pelican.utils import get_relative_path, path_to_url, sanitised_join
from pelican.writers import FileOverwriteFailedError

_PLAIN = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*")  # a path that leads where it says, as nearly all do


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be made: its path below the output folder, and what its template is given.

    `shared` is what all pages see, `own` what this one sees besides.
    """

    name: str
    template: Any
    shared: dict[str, Any]
    own: dict[str, Any]


class Writer(writers.Writer):  # type: ignore[misc]  # Pelican is untyped
    """Collects jobs; feeds are written at once, as ever."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        """Begin with none."""
        super().__init__(output_path, settings)
        self.jobs: dict[str, Job] = {}
        self._root = sanitised_join(output_path)

    def write_file(  # noqa: PLR0913, PLR0917  # as Pelican's own
        self,
        name: str,
        template: Any,
        context: dict[str, Any],
        relative_urls: bool = False,
        paginated: dict[str, Any] | None = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Note a page, or each page of a paginated listing.

        Raises FileOverwriteFailedError where Pelican's own writer does, at the same moment.
        """
        if not name:
            return
        if paginated is None:
            paginated = {key: kwargs[key] for key in ("articles", "dates") if key in kwargs}
        pages = self._paged(name, url, paginated, template_name) if paginated else iter([(name, {})])
        for save_as, numbers in pages:
            if not self._claimed(save_as, override_output):
                continue
            own = {"localsiteurl": context.get("localsiteurl"), "output_file": save_as, **kwargs, **numbers}
            if relative_urls:
                own["SITEURL"] = own["localsiteurl"] = path_to_url(get_relative_path(save_as))
            self.jobs[os.path.normpath(save_as)] = Job(save_as, template, context, own)

    def _paged(
        self, name: str, url: str | None, paginated: dict[str, Any], template_name: str | None
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield (path, variables that number it) for each page of a listing."""
        if template_name not in self.settings["PAGINATED_TEMPLATES"]:
            yield name, {}
            return
        per_page = self.settings["PAGINATED_TEMPLATES"][template_name] or self.settings["DEFAULT_PAGINATION"]
        found = {key: Paginator(name, url, items, self.settings, per_page) for key, items in paginated.items()}
        for number in range(1, next(iter(found.values())).num_pages + 1):
            numbers: dict[str, Any] = {}
            for key, each in found.items():
                numbers[f"{key}_paginator"] = each
                numbers[f"{key}_page"] = each.page(number)
                numbers[f"{key}_previous_page"] = each.page(number - 1) if number > 1 else None
                numbers[f"{key}_next_page"] = each.page(number + 1) if number < each.num_pages else None
            # Pelican saves under the last paginator's name; all of them say the same
            yield numbers[f"{next(reversed(found))}_page"].save_as, numbers

    def _claimed(self, name: str, override: bool) -> bool:
        """Return whether the page may be written: the rules of Pelican's `_open_w`, before anything is opened."""
        path = f"{self._root}/{name}" if _PLAIN.fullmatch(name) else sanitised_join(self.output_path, name)
        if path in self._overridden_files:
            if override:
                raise FileOverwriteFailedError(f'Failed to overwrite "{path}" a second time')
            return False
        if path in self._written_files and not override:
            raise FileOverwriteFailedError(f'Failed to overwrite "{path}", which was written before')
        self._written_files.add(path)
        if override:
            self._overridden_files.add(path)
        return True
