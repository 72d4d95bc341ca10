# SPDX-License-Identifier: MIT
"""The story before and the story after, which stock Pelican does not know."""

from itertools import pairwise
from typing import Any

from pelican import signals


def link(generator: Any) -> None:
    """Set `older` and `newer` on the stories that have them."""
    for newer, older in pairwise(generator.articles):
        newer.older, older.newer = older, newer


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(link)
