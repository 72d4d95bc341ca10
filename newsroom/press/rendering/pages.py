# SPDX-License-Identifier: AGPL-3.0-only
"""The last of Pelican's generators: it makes the pages that all others asked for, but for those that stand."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from pelican import signals

from newsroom.press import work
from newsroom.press.changes.kept import Kept, Made, made_from
from newsroom.press.changes.reads import noting, shown_to
from newsroom.press.errors import PressError
from newsroom.press.failure import failure_of
from newsroom.press.progress import Progress
from newsroom.press.rendering.writer import Job
from newsroom.shards import is_made_here

_SHARE = 64  # pages: enough to be worth a message, few enough that all cores end together
# What stopped the work: words, or what makes an OSError
Failure = str | tuple[int | None, str, Any]


class Renderer:
    """Made by Pelican with its generators; writes the pages when all are asked for."""

    def __init__(self, run: Any, settings: dict[str, Any], output_path: str, **_: Any) -> None:
        """`run` is the press's: see run.py. Take from Pelican what is needed."""
        self.run, self.settings, self.output_path = run, settings, output_path

    def generate_output(self, writer: Any) -> None:
        """Make every page that was asked for. PressError names the page and the story that cannot be made."""
        asked = getattr(writer, "jobs", {}).values()
        jobs = [job for job in asked if is_made_here(job.name, self.settings)]
        kept: Kept | None = self.run.kept(jobs)
        if kept:
            jobs = [job for job in jobs if not kept.stands(job.name, job.own)]
        if len(jobs) > _SHARE:
            jobs.sort(key=_weight, reverse=True)
        progress = Progress("pages", len(jobs))
        pages = _Pages(Path(self.output_path), kept)
        for count, (made, failure) in work.shared(pages.write, jobs, self.settings.get("WORKERS"), _SHARE):
            if isinstance(failure, str):
                raise PressError(failure)
            if failure:
                raise OSError(*failure)
            if kept:
                kept.add(made)
            progress.add(count)
        progress.end()


def _weight(job: Job) -> int:
    """Return how much work a page is: the longest listings come first, that no core waits for one at the end."""
    return sum(len(value) for value in job.own.values() if isinstance(value, list | tuple))


class _Pages:
    """The pages of one run, as they are made."""

    def __init__(self, output: Path, kept: Kept | None) -> None:
        self.output, self.kept = str(output), kept
        self._seen: dict[int, dict[str, Any]] = {}
        self._folders: set[str] = set()

    def write(self, jobs: Sequence[Job]) -> tuple[list[Made], Failure | None]:
        """Write pages; return what is to be remembered of them, and what stopped that."""
        made: list[Made] = []
        job = None
        try:
            for job in jobs:
                with noting() as reads:
                    text = self._text(job)
                path = self._write(job, text)
                if self.kept:
                    made += made_from(self.kept.facts, job.name, path, reads, job.own)
        except TemplateError as error:  # one that is not found is an OSError to Jinja
            return made, failure_of(error, job.name if job else "", _source(job))
        except OSError as error:
            return made, (error.errno, error.strerror or str(error), error.filename)
        except Exception as error:  # noqa: BLE001 - a template may raise anything; it is told with its page
            return made, failure_of(error, job.name if job else "", _source(job))
        return made, None

    def _text(self, job: Job) -> str:
        template = job.template
        if job.own["localsiteurl"]:
            job.shared["localsiteurl"] = job.own["localsiteurl"]  # so Content knows from where its links lead
        # What template.render() does, but for a second copy of some 300 settings
        variables = {**self._shown(job), **job.own}
        try:
            return "".join(template.root_render_func(template.new_context(variables, shared=True)))
        except Exception:
            template.environment.handle_exception()  # puts the template's own lines into the traceback
            raise

    def _shown(self, job: Job) -> dict[str, Any]:
        """Return what the template sees of the context that it shares with others, and of Jinja's globals."""
        if not self.kept:
            return {**job.template.globals, **job.shared}
        if id(job.shared) not in self._seen:
            self._seen[id(job.shared)] = {**job.template.globals, **shown_to(job.shared)}
        return self._seen[id(job.shared)]

    def _write(self, job: Job, text: str) -> str:
        """Write a page below the output folder, tell plugins of it, and return its path."""
        path = os.path.join(self.output, job.name)
        folder = os.path.dirname(path)
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        with open(path, "wb") as file:
            file.write(text.encode())
        if signals.content_written.receivers:
            signals.content_written.send(path, context={**job.shared, **job.own})
        return path


def _source(job: Job | None) -> str:
    """Return the source of the story or page that a page shows, or an empty text."""
    shown = job and (job.own.get("article") or job.own.get("page"))
    return str(getattr(shown, "source_path", "") or "")
