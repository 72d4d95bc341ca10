# SPDX-License-Identifier: AGPL-3.0-only
"""Where a link inside the site leads: what it names must exist and be shown."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from newsroom import schema
from newsroom.plugins.gate.intake import held, post_at


def address_of_link(kind: str, to: str, path: Path, settings: dict[str, Any]) -> str:
    """The address, with the site's root, of what a link of the post at `path` names.

    `kind` is filename, static or site; ValueError says why there is none.
    """
    root = str(urlsplit(settings["SITEURL"]).path).rstrip("/")
    if kind == "site":
        return root + to
    content = Path(settings["PATH"]).resolve()
    wanted = unquote(to)
    base = content if wanted.startswith("/") else path.resolve().parent
    target = Path(os.path.normpath(base / wanted.lstrip("/"))).resolve()
    # os.path, for Path.is_file() raises where a name is too long.
    if not target.is_relative_to(content) or not os.path.isfile(target):
        raise ValueError(f"{{{kind}}} link {to!r} names no file of {content.name}/")
    if kind == "static":
        if not target.is_relative_to(content / "images"):
            raise ValueError(f"{{static}} link {to!r} names no file of {content.name}/images/")
        return f"{root}/{quote(target.relative_to(content).as_posix())}"
    return f"{root}/{_address_of_post(target, to, settings)}"


def _address_of_post(target: Path, to: str, settings: dict[str, Any]) -> str:
    inside = target.relative_to(Path(settings["PATH"]).resolve())
    if inside.suffix != ".md" or inside.parts[0] not in (*settings["ARTICLE_PATHS"], *settings["PAGE_PATHS"]):
        raise ValueError(f"{{filename}} link {to!r} names no post and no page")
    try:
        post, _, address = post_at(Path(settings["PATH"], inside), settings)
    except schema.PostError as error:
        raise ValueError(f"{{filename}} link {to!r} names a file that is refused: {error}") from error
    if post.front.status != "published" or held(post.front, settings):
        raise ValueError(f"{{filename}} link {to!r} names a post that is not published")
    return address
