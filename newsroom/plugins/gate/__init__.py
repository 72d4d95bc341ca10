# SPDX-License-Identifier: AGPL-3.0-only
"""The gate: the one way from a file of content/ into the site.

Front matter goes through newsroom.schema, text through newsroom.markup. A post that cannot be taken
is refused with `file:line: why`; one that is withdrawn or dated in the future is held back. Pelican's
own readers are off.
"""

import logging
import os
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Category
from pelican.readers import BaseReader, Readers

from newsroom import markup, schema
from newsroom.plugins.gate.facts import Named, metadata_of, named_as
from newsroom.plugins.gate.intake import held, post_at
from newsroom.plugins.gate.links import Links
from newsroom.printed import printable

logger = logging.getLogger(__name__)

Record = dict[str, Any]


class PostReader(BaseReader):  # type: ignore[misc]  # Pelican is untyped
    """Reads every post and page."""

    enabled = True
    file_extensions = ["md"]  # noqa: RUF012  # as Pelican's own readers state it

    def __init__(self, settings: dict[str, Any]) -> None:
        """Begin with no name of a section, topic or author, and no post that a link leads to."""
        super().__init__(settings)
        self._named = Named(settings)
        self._links = Links(settings)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The HTML and metadata of a post; status `skip` for one that is refused or held back.

        Held posts are noted in the setting POSTS_HELD: path below content/ -> withdrawn or future;
        the addresses of the withdrawn in POSTS_WITHDRAWN.
        """
        record = self.record(source_path)
        return record.get("html", ""), self.metadata_of(source_path, record)

    def record(self, source_path: str) -> Record:
        """A post as plain data, for a press that reads in many processes and remembers what it read.

        Keys: `pairs`, `address`, `length` of the HTML, `html` unless the post is held back, `again` where the
        record says what may be otherwise next time though the file is the same; or `refused`, a line and why.
        Beside them, `made` is what metadata_of() would make of the pairs again: no plain data, and for this build
        alone.
        """
        path = Path(source_path)
        looks: list[str] = []
        try:
            post, pairs, address = post_at(path, self.settings)
            reason = held(post.front, self.settings)
            html = "" if reason else self._html(post, path, looks)
        except schema.PostError as error:
            return {"refused": [error.line, error.why]}
        again = bool(looks) or reason == "future"
        said = {"pairs": pairs, "address": address, "length": len(html), "html": html, "again": again}
        return {**said, "made": post.front}

    def metadata_of(self, source_path: str, record: Record) -> dict[str, Any]:
        """What the record says, as Pelican takes it."""
        if "refused" in record:
            _refuse(Path(source_path), *record["refused"])
            return {"status": "skip"}
        front = record.get("made") or schema.front_from(record["pairs"])
        reason = held(front, self.settings)
        if reason:
            inside = Path(source_path).relative_to(self.settings["PATH"]).as_posix()
            self.settings.setdefault("POSTS_HELD", {})[inside] = reason
            if reason == "withdrawn":
                self.settings.setdefault("POSTS_WITHDRAWN", []).append(record["address"])
            return {"status": "skip"}
        return metadata_of(front, record["address"], int(record["length"]), self._named)

    def _html(self, post: schema.PostFile, path: Path, looks: list[str]) -> str:
        """The HTML; links that lead into content/ are added to `looks`."""

        def resolve(kind: str, to: str) -> str:
            if kind != "site":
                looks.append(to)
            return self._links.address(kind, to, path)

        try:
            return markup.html_from(post.text, resolve=resolve, lang=post.front.lang)
        except markup.MarkupError as error:
            raise schema.PostError(post.text_line + error.line - 1, error.why) from error


class CopyReader(BaseReader):  # type: ignore[misc]
    """Stands for the files that Pelican copies. It reads nothing, and takes no post.

    Pelican names this reader by the ending `static`, and offers it a story `x.static` too.
    """

    file_extensions = ["static"]  # noqa: RUF012

    def read(self, source_path: str) -> tuple[None, dict[str, Any]]:
        """Nothing; status `skip` for what lies among the posts."""
        path = Path(source_path)
        inside = path.relative_to(self.settings["PATH"])
        if any(map(inside.is_relative_to, (*self.settings["ARTICLE_PATHS"], *self.settings["PAGE_PATHS"]))):
            _refuse(path, 1, "not a post: only .md files are taken")
            return None, {"status": "skip"}
        return None, {}


def keep_only_posts(readers: Readers) -> None:
    """Leave Pelican the reader of posts, and the one that it copies static files with."""
    readers.reader_classes = {"static": CopyReader, "md": PostReader}


def drop_unstated_category(generator: Any, metadata: dict[str, Any]) -> None:
    """Take away the category that Pelican gives a post which states none."""
    post = metadata.get("post")
    if post and not post.category:
        metadata.pop("category", None)
        if post.status == "draft":  # Pelican asks every draft for its category; templates ask the post
            metadata["category"] = named_as(Category, "", generator.settings)


def refuse_taken_articles(generator: Any) -> None:
    """Refuse every story and draft whose address an earlier file has."""
    _refuse_taken(generator, generator.articles, generator.drafts)


def refuse_taken_pages(generator: Any) -> None:
    """Refuse every page whose address an earlier file has, or a story."""
    _refuse_taken(generator, generator.pages, generator.draft_pages)


def register() -> None:
    """Connect to Pelican."""
    signals.readers_init.connect(keep_only_posts)
    signals.article_generator_context.connect(drop_unstated_category)
    signals.article_generator_pretaxonomy.connect(refuse_taken_articles)
    signals.page_generator_finalized.connect(refuse_taken_pages)


def _refuse_taken(generator: Any, *lists: list[Any]) -> None:
    """Refuse contents whose address another has; in small letters, for some disks tell no capitals from them."""
    holders: dict[str, Path] = generator.context.setdefault("address_holders", {})
    for content in sorted((each for items in lists for each in items), key=lambda each: each.source_path):
        path = Path(content.source_path)
        holder = holders.setdefault(content.address.casefold(), path)
        if holder == path:
            continue
        line = schema.line_of("address", path.read_text("utf-8"))
        _refuse(path, line, f"{content.address!r} is the address of {_shown(holder)}")
        generator.context["generated_content"].pop(content.get_relative_source_path(), None)
        for items in lists:
            items[:] = [each for each in items if each is not content]


def _refuse(path: Path, line: int, why: str) -> None:
    logger.error("%s:%d: %s", _shown(path), line, why)


def _shown(path: Path) -> str:
    """The path as a person in the project's folder would write it, on one line."""
    relative = os.path.relpath(path)
    return printable(str(path) if relative.startswith(os.pardir) else Path(relative).as_posix())
