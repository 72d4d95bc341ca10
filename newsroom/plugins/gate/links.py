# SPDX-License-Identifier: AGPL-3.0-only
"""Where a link inside the site leads: what it names must exist and be shown."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from newsroom import schema
from newsroom.plugins.gate.intake import held, post_at


class Links:
    """Where links lead. A post that they lead to is read once: thousands of links may lead to a long one."""

    def __init__(self, settings: dict[str, Any]) -> None:
        """Begin with no post."""
        self._settings = settings
        self._posts: dict[Path, str | ValueError] = {}

    def address(self, kind: str, to: str, path: Path) -> str:
        """The address, with the site's root, of what a link of the post at `path` names.

        `kind` is filename, static or site; ValueError says why there is none.
        """
        root = str(urlsplit(self._settings["SITEURL"]).path).rstrip("/")
        if kind == "site":
            return root + to
        content = Path(self._settings["PATH"]).resolve()
        target = _file_named(unquote(to), content, path.resolve().parent)
        if target is None:
            raise ValueError(f"{{{kind}}} link {to!r} names no file of {content.name}/")
        if kind == "filename":
            return f"{root}/{self._address_of_post(target, to)}"
        if not target.is_relative_to(content / "images"):
            raise ValueError(f"{{static}} link {to!r} names no file of {content.name}/images/")
        return f"{root}/{quote(target.relative_to(content).as_posix())}"

    def _address_of_post(self, target: Path, to: str) -> str:
        if target not in self._posts:
            try:
                self._posts[target] = _address_of_post(target, self._settings)
            except ValueError as error:
                self._posts[target] = error
        found = self._posts[target]
        if isinstance(found, ValueError):
            raise ValueError(f"{{filename}} link {to!r} names {found}") from found
        return found


def _file_named(wanted: str, content: Path, folder: Path) -> Path | None:
    """The file of content/ that a link in a post of `folder` names, or None."""
    base = content if wanted.startswith("/") else folder
    # os.path, for Path raises for links in a ring and where a name is too long
    target = Path(os.path.realpath(os.path.normpath(base / wanted.lstrip("/"))))
    return target if target.is_relative_to(content) and os.path.isfile(target) else None


def _address_of_post(target: Path, settings: dict[str, Any]) -> str:
    inside = target.relative_to(Path(settings["PATH"]).resolve())
    if inside.suffix != ".md" or inside.parts[0] not in (*settings["ARTICLE_PATHS"], *settings["PAGE_PATHS"]):
        raise ValueError("no post and no page")
    try:
        post, _, address = post_at(Path(settings["PATH"], inside), settings)
    except schema.PostError as error:
        raise ValueError(f"a file that is refused: {error}") from error
    if post.front.status != "published" or held(post.front, settings):
        raise ValueError("a post that is not published")
    return address
