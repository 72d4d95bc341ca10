# SPDX-License-Identifier: AGPL-3.0-only
"""Where in a template a build failed, so that the message can say it."""

import traceback
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError

from newsroom.press.complaints import shown


def template_failure(error: BaseException, page: str | None = None) -> str | None:
    """Return 'theme/templates/article.html:12: why (while making 2017/…/index.html)'.

    None when no template was at work. Jinja puts a template's own file and line into the traceback,
    whatever was raised in it.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return f"{shown(Path(error.filename))}:{error.lineno}: {error.message}"
    frames = traceback.extract_tb(error.__traceback__)
    places = [frame for frame in frames if frame.filename.endswith((".html", ".xml"))]
    if not places:
        return None
    page = page or _page_at_work(error.__traceback__)
    where = f"{shown(Path(places[-1].filename))}:{places[-1].lineno}"
    why = f"there is no template {error}" if isinstance(error, TemplateNotFound) else str(error)
    return f"{where}: {why}" + (f" (while making {page})" if page else "")


def failure_of(error: BaseException, page: str, source: str) -> str:
    """Return why a page could not be made, in words that can be sent from one process to another.

    `source` is the post that the page shows, or empty. Where no template was at work, the traceback follows.
    """
    whose = f"{page}, of {shown(Path(source))}" if source else page
    said = template_failure(error, whose)
    if said:
        return said
    trace = "".join(traceback.format_exception(error)).rstrip()
    return f"{type(error).__name__}: {error} (while making {whose})\n{trace}"


def _page_at_work(step: TracebackType | None) -> str | None:
    while step is not None:
        if step.tb_frame.f_code.co_name == "write_file":  # pelican.writers.Writer, or a plugin's own
            name = step.tb_frame.f_locals.get("name")
            return str(name) if name else None
        step = step.tb_next
    return None
