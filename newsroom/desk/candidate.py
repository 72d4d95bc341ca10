# SPDX-License-Identifier: MIT
"""A seed that makes an article, as it is compared with all others; and what the comparison says of it.

A run converts every seed first (in many processes, what did not change since the last run not at all), then
compares all candidates at once, then writes. So candidates are small: a run may have 100,000.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Candidate:
    """One article. `signature` is that of newsroom.desk.signature, made of the article's post in a worker.

    `address` is that of the post which stands for the seed already, None for a new one; `edited` says that a
    person changed it. `title`, `published` and `modified` are as the post states them, `page` is the URL of the
    page if known; `facts` counts what it prints beside its text: of nearly equal copies the one with most stays.
    """

    key: str
    sha256: str
    signature: str
    address: str | None = None
    edited: bool = False
    title: str = ""
    published: str | None = None
    modified: str | None = None
    page: str | None = None
    facts: int = 0


@dataclass(frozen=True, slots=True)
class Kin:
    """What a seed is to the seed `of`, whose post is the story's main one."""

    relation: Literal["duplicate", "version"]
    of: str
