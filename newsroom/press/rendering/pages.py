# SPDX-License-Identifier: AGPL-3.0-only
"""The last of Pelican's generators: it makes the pages that all others asked for."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from pelican import signals

from newsroom.press import work
from newsroom.press.errors import PressError
from newsroom.press.failure import failure_of
from newsroom.press.progress import Progress
from newsroom.press.rendering.writer import Job

_SHARE = 64  # pages: enough to be worth a message, few enough that all cores end together


class Renderer:
    """Made by Pelican with its generators; writes the pages when all are asked for."""

    def __init__(self, settings: dict[str, Any], output_path: str, **_: Any) -> None:
        """Take from Pelican what is needed."""
        self.settings, self.output_path = settings, output_path

    def generate_output(self, writer: Any) -> None:
        """Make every page that was asked for. PressError names the page and the story that cannot be made."""
        jobs = list(writer.jobs.values())
        if len(jobs) > _SHARE:
            jobs.sort(key=_weight, reverse=True)
        progress = Progress("pages", len(jobs))
        task = partial(_write_all, Path(self.output_path))
        for count, failure in work.shared(task, jobs, self.settings.get("WORKERS"), _SHARE):
            if isinstance(failure, str):
                raise PressError(failure)
            if failure:
                raise OSError(*failure)
            progress.add(count)
        progress.end()


def _weight(job: Job) -> int:
    """Return how much work a page is: the longest listings come first, that no core waits for one at the end."""
    return sum(len(value) for value in job.own.values() if isinstance(value, list | tuple))


def _write_all(output: Path, jobs: Sequence[Job]) -> str | tuple[int | None, str, Any] | None:
    """Write pages, and return what stopped that: words, or what makes an OSError; None when all are written."""
    job = None
    try:
        for job in jobs:
            write_page(output, job, rendered(job))
    except TemplateError as error:  # one that is not found is an OSError to Jinja
        return failure_of(error, job.name if job else "", _source(job))
    except OSError as error:
        return error.errno, error.strerror or str(error), error.filename
    except Exception as error:  # noqa: BLE001 - a template may raise anything; it is told with its page
        return failure_of(error, job.name if job else "", _source(job))
    return None


def rendered(job: Job) -> str:
    """Return the page's text."""
    template = job.template
    if job.own["localsiteurl"]:
        job.shared["localsiteurl"] = job.own["localsiteurl"]  # so Content knows from where its links lead
    # What template.render() does, but for a second copy of some 300 settings
    variables = {**template.globals, **job.shared, **job.own}
    try:
        return "".join(template.root_render_func(template.new_context(variables, shared=True)))
    except Exception:
        template.environment.handle_exception()  # puts the template's own lines into the traceback
        raise


def write_page(output: Path, job: Job, text: str) -> None:
    """Write a page below the output folder, and tell plugins of it."""
    path = os.path.join(output, job.name)
    data = text.encode()
    try:
        file = open(path, "wb")  # noqa: SIM115
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = open(path, "wb")  # noqa: SIM115
    with file:
        file.write(data)
    if signals.content_written.receivers:
        signals.content_written.send(path, context={**job.shared, **job.own})


def _source(job: Job | None) -> str:
    """Return the source of the story or page that a page shows, or an empty text."""
    shown = job and (job.own.get("article") or job.own.get("page"))
    return str(getattr(shown, "source_path", "") or "")
