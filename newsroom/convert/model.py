# SPDX-License-Identifier: MIT
"""The converter's data: what comes in, what a character can be, what goes out."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from newsroom.convert.evidence import NO_EVIDENCE, Evidence
from newsroom.schema import PostFile, Stamp
from newsroom.seedtext import decode


class Role(StrEnum):
    """What a range of a seed is. The value is the word that a post's labels show."""

    __hash__ = (
        str.__hash__
    )  # an enumeration's own is written in Python, and steps ask often whether a role is one of some

    OPEN = "open"  # not decided yet: no block has it once all steps are done
    HEADLINE = "headline"
    PUBLISHED = "published"
    MODIFIED = "modified"
    BYLINE = "byline"
    SECTION = "section"
    STANDFIRST = "standfirst"
    SUBHEAD = "subhead"
    BODY = "body"
    ITEM = "item"  # of a list in the story
    QUOTATION = "quotation"  # set apart from the story, with the line that names its speaker
    DATELINE = "dateline"  # where and when it was written, and for whom: `PORT EMBER, June 2 (Sael Press) —`
    AGENCY = "agency"  # who delivered it, where a line says so
    CAPTION = "caption"  # of a picture that is gone, its credit included
    TAGS = "tags"
    NOTE = "note"  # a correction, an editor's or author's note, where it appeared first
    FURNITURE = "furniture"  # the page's, not the story's; its block says which kind
    LAYOUT = "layout"  # white space and bullets
    CONTROL = "control"  # characters that no page can show


# What the story's own words are, subheads and standfirst aside.
STORY = frozenset((Role.BODY, Role.ITEM, Role.QUOTATION))


@dataclass(frozen=True, slots=True)
class Seed:
    """The text of a dumped page. `key` is its path under seeds/, `sha256` that of its bytes.

    `evidence` is what is known of the page beside its text.
    """

    key: str
    sha256: str
    text: str
    evidence: Evidence = NO_EVIDENCE

    @classmethod
    def from_bytes(cls, key: str, data: bytes, evidence: Evidence = NO_EVIDENCE) -> Self:
        """The seed that `data` holds; UnicodeDecodeError where it is not UTF-8."""
        return cls(key, hashlib.sha256(data).hexdigest(), decode(data), evidence)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of the story in one line of text; `role` is BODY, ITEM, QUOTATION, SUBHEAD or STANDFIRST."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A view of labelled blocks: what the seed prints, and None or () for what it does not.

    Only what `taken` names is not printed, but came from the page's address. With `dated_by_change` the day
    of `published` is that of the last change: the page prints no other.
    """

    headline: str | None
    published: Stamp | None
    modified: Stamp | None
    authors: tuple[str, ...]
    section: str | None
    paragraphs: tuple[Paragraph, ...]
    dateline: str | None = None
    agency: str | None = None
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    dated_by_change: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A post and the path that it suggests for itself, under content/, with forward slashes."""

    path: str
    file: PostFile


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a seed makes no post. `reason` is one of a few, to be counted by; `why` has the figures.

    `line` counts from 1, and is None where the whole seed is the reason.
    """

    key: str
    reason: str
    why: str
    line: int | None = None
