# SPDX-License-Identifier: MIT
"""The record: what a text says as one JSON object, for those who want no site."""

from typing import TypedDict

from newsroom.convert.blocks import Blocks
from newsroom.convert.evidence import NO_EVIDENCE, Evidence
from newsroom.convert.language import language_in
from newsroom.convert.model import Article, Refusal, Role, Seed
from newsroom.convert.reading import read
from newsroom.schema import Stamp

_NAMES = {role: role.value for role in Role}  # to ask a member for its value takes as long as all else of a block


class Record(TypedDict):
    """A JSON object. What the text does not print is None or an empty list.

    `reason` says why a text is refused, and None else: a few words to count by, a colon, the figures,
    and in brackets the line that proves it. `published` and `modified` are ISO 8601, no finer than
    printed: 2031-06-02, 2031-06-02T21:15 or 2031-06-02T21:15+01:00. `blocks` are [start, end, role,
    reason]: half-open ranges of characters which, joined in order, are the text. `taken` names what the
    text does not print but the page's address says: `published`.
    """

    id: str | int | None
    refused: bool
    reason: str | None
    lang: str | None
    title: str | None
    published: str | None
    modified: str | None
    authors: list[str]
    section: str | None
    tags: list[str]
    dateline: str | None
    agency: str | None
    paragraphs: list[str]
    blocks: list[list[int | str | None]]
    taken: list[str]


def record(text: str, identity: str | int | None = None, evidence: Evidence = NO_EVIDENCE) -> Record:
    """The record of one text; `identity` is its id, and changes nothing else."""
    reading = read(Seed(str(identity), "", text, evidence))
    blocks = _blocks(reading.blocks)
    if reading.refusal or reading.article is None:
        return _refused(identity, reading.refusal, blocks)
    return _of(identity, reading.article, blocks)


def _of(identity: str | int | None, article: Article, blocks: list[list[int | str | None]]) -> Record:
    return Record(
        id=identity,
        refused=False,
        reason=None,
        lang=language_in(article.paragraphs),
        title=article.headline,
        published=_iso(article.published),
        modified=_iso(article.modified),
        authors=list(article.authors),
        section=article.section,
        tags=list(article.tags),
        dateline=article.dateline,
        agency=article.agency,
        paragraphs=[paragraph.text for paragraph in article.paragraphs],
        blocks=blocks,
        taken=["published"] if article.taken else [],
    )


def _refused(identity: str | int | None, refusal: Refusal | None, blocks: list[list[int | str | None]]) -> Record:
    return Record(
        id=identity,
        refused=True,
        reason=_reason(refusal) if refusal else None,
        lang=None,
        title=None,
        published=None,
        modified=None,
        authors=[],
        section=None,
        tags=[],
        dateline=None,
        agency=None,
        paragraphs=[],
        blocks=blocks,
        taken=[],
    )


def _reason(refusal: Refusal) -> str:
    line = f" (line {refusal.line})" if refusal.line else ""
    return f"{refusal.reason}: {refusal.why}{line}"


def _iso(stamp: Stamp | None) -> str | None:
    """`2031-06-02 21:15 +01:00` with a T and without the space."""
    return str(stamp).replace(" ", "T", 1).replace(" ", "") if stamp else None


def _blocks(blocks: Blocks | None) -> list[list[int | str | None]]:
    return [[start, end, _NAMES[role], reason] for start, end, role, reason in blocks.items] if blocks else []
