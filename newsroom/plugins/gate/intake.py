# SPDX-License-Identifier: AGPL-3.0-only
"""From a file to a post and its address, or to the reason why not."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from newsroom import schema

# Four bytes a character of the longest text, and the front matter.
BYTES_MAX = 4 * 500_000 + schema.FRONT_MATTER_MAX


def post_at(path: Path, settings: dict[str, Any]) -> tuple[schema.PostFile, list[schema.Pair], str]:
    """The post in a file of content/, its keys as they are written, and its address.

    PostError if there is no post to take.
    """
    source = _text_of(path, Path(settings["PATH"]))
    pairs, text, line = schema.parts_of(source)
    post = schema.PostFile(schema.front_from(pairs), text, line)
    try:
        return post, pairs, schema.address_for(post.front, kind=_kind_of(path, settings))
    except schema.FieldError as error:
        raise schema.PostError(schema.line_of(error.key, source), str(error)) from error


def held(front: schema.FrontMatter, settings: dict[str, Any]) -> str:
    """Why the post is not shown yet or no more, else an empty text."""
    if front.status == "withdrawn":
        return "withdrawn"
    now = settings.get("NOW")
    if now and front.date and front.date.moment(ZoneInfo(settings["TIMEZONE"])) > now:
        return "future"
    return ""


def _text_of(path: Path, content: Path) -> str:
    """The file's text; PostError if it lies outside content/, is no file, too long or not UTF-8."""
    real = os.path.realpath(path)
    if not real.startswith(os.path.join(_real(str(content)), "")):
        raise schema.PostError(1, f"it is a link to {real!r}, outside {content.name}/")
    if not os.path.isfile(real):
        raise schema.PostError(1, "it is no file but a pipe or a device")
    size = os.path.getsize(real)
    if size > BYTES_MAX:
        raise schema.PostError(1, f"{size:,} bytes are more than {BYTES_MAX:,}")
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise schema.PostError(line, f"not UTF-8: byte {data[error.start]:#04x}") from error


@lru_cache(maxsize=8)
def _real(folder: str) -> str:
    return os.path.realpath(folder)


def _kind_of(path: Path, settings: dict[str, Any]) -> schema.Kind:
    inside = path.relative_to(settings["PATH"])
    return "page" if any(map(inside.is_relative_to, settings["PAGE_PATHS"])) else "story"
