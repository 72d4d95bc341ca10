# SPDX-License-Identifier: AGPL-3.0-only
"""What a person put right: sets `corrections` in the context, the newest first, for the page that lists them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pelican import signals

from newsroom.schema import Remark, Stamp


@dataclass(frozen=True, slots=True)
class Correction:
    """A remark about a story; `ours` where this copy erred, not the newspaper."""

    date: Stamp
    text: str
    ours: bool
    article: Any


def corrections_from(articles: Sequence[Any]) -> tuple[Correction, ...]:
    """Return every correction of the listed stories, the newest first; of one day, by address."""
    found = [correction for article in articles for correction in _of(article)]
    return tuple(sorted(found, key=lambda each: (-each.date.day.toordinal(), each.article.url)))


def _of(article: Any) -> Iterator[Correction]:
    remarks: tuple[tuple[tuple[Remark, ...], bool], ...]
    remarks = ((article.post.corrections, False), (article.post.transcriptions, True))
    for stated, ours in remarks:
        for remark in stated:
            yield Correction(Stamp(remark.day), remark.text, ours, article)


def add_corrections(generator: Any) -> None:
    """Put them into the context that all pages share."""
    generator.context["corrections"] = corrections_from(generator.articles)


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(add_corrections)
