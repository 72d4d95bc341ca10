# SPDX-License-Identifier: AGPL-3.0-only
"""Addresses live on: a moved story's leads to where it stands now, a withdrawn one's says so, without a word of it.

content/moved.yaml names old addresses, and the new one of each or null; the gate names the posts that are
withdrawn. The theme's templates are `moved` and `withdrawn`. A static host answers 200 for both.
"""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from newsroom import schema

logger = logging.getLogger(__name__)

MOVED = "moved.yaml"


def leaders(moves: Mapping[str, str | None], stories: Iterable[str], withdrawn: Iterable[str]) -> dict[str, str | None]:
    """Return {old address: where its story stands now, or None where it was withdrawn}, by address.

    A chain of moves leads to its end; one that ends nowhere, or in a circle, is a withdrawn story. An address at
    which a story stands is not in it: nothing is written over a story.
    """
    standing = set(stories)
    found = {old: _end(old, moves, standing) for old in (*moves, *withdrawn) if old not in standing}
    return dict(sorted(found.items()))


def _end(old: str, moves: Mapping[str, str | None], standing: set[str]) -> str | None:
    seen, at = set[str](), moves.get(old)
    while at is not None and at not in standing and at not in seen:
        seen.add(at)
        at = moves.get(at)
    return at if at in standing else None


def read_moves(content: Path) -> dict[str, str | None]:
    """Return what content/moved.yaml states. What it may not state is logged as an error with its line."""
    path = content / MOVED
    if not path.is_file():
        return {}
    try:
        return schema.moves_from(path.read_text(encoding="utf-8"))
    except (schema.PostError, UnicodeDecodeError) as error:
        where = f"{error.line}: {error.why}" if isinstance(error, schema.PostError) else f"1: not UTF-8: {error.reason}"
        logger.error("%s/%s:%s", content.name, MOVED, where)
        return {}


class GoneGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the pages at addresses where a story stood."""

    def generate_output(self, writer: Any) -> None:
        """Write them."""
        stories = [article.url for key in ("articles", "hidden_articles", "pages") for article in self.context[key]]
        withdrawn = self.settings.get("POSTS_WITHDRAWN", ())
        for old, new in leaders(read_moves(Path(self.path)), stories, withdrawn).items():
            template = self.get_template("withdrawn" if new is None else "moved")
            writer.write_file(f"{old}index.html", template, self.context, url=old, target=new)


def gone_generator(_pelican: Any) -> type[GoneGenerator]:
    """Return the generator to add to Pelican's own."""
    return GoneGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(gone_generator)
