# SPDX-License-Identifier: MIT
"""What is known of a seed beside its text. All of it is input: the same text and evidence give the same post."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Source:
    """What an editor states of all seeds of one source, as its source.toml does; None where nothing is stated.

    `newspaper` is its name and `home` its front page's URL; `zone` is the IANA zone in which it prints times,
    `order` that of the day and the month in 03/04/2031; `lang` is a language tag.
    `index` says whether search engines may have the posts; `copy`, whether they name their page as the original.
    """

    newspaper: str | None = None
    home: str | None = None
    zone: str | None = None
    order: Literal["day-first", "month-first"] | None = None
    lang: str | None = None
    rights: str | None = None
    contact: str | None = None
    index: bool | None = None
    copy: bool | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one seed: the page's URL, its source, and the lines that many pages of that source repeat.

    `furniture` holds lines without the white space around them.
    """

    address: str | None = None
    source: Source = Source()
    furniture: frozenset[str] = frozenset()


NO_EVIDENCE = Evidence()
