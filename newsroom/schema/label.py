# SPDX-License-Identifier: MIT
"""How a range of a seed was labelled, and the one line of text that says so in a post."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.ASCII)
_FORM = re.compile(r"(\d{1,9})-(\d{1,9}) ([a-z-]+)(?:/([a-z-]+))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Label:
    """A half-open range of characters of the decoded seed, its role, and why it was dropped."""

    start: int
    end: int
    role: str
    reason: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"label range {self.start}-{self.end} is empty or backwards")
        for word in (self.role, self.reason):
            if word is not None and not _WORD.fullmatch(word):
                raise ValueError(f"label word {word!r} is not made of a-z and hyphens")

    def __str__(self) -> str:
        return f"{self.start}-{self.end} {self.role}" + (f"/{self.reason}" if self.reason else "")


def labels_from(line: str) -> tuple[Label, ...]:
    """The labels of `0-25 furniture/page-date, 54-98 headline`; ValueError names the bad one."""
    labels = []
    for part in line.split(","):
        match = _FORM.fullmatch(part.strip())
        if not match:
            raise ValueError(f"label {part.strip()!r} is not START-END role or START-END role/reason")
        labels.append(Label(int(match[1]), int(match[2]), match[3], match[4]))
    return tuple(labels)


def check_order(labels: Sequence[Label]) -> None:
    """ValueError unless the ranges ascend and none overlaps the next."""
    for before, after in pairwise(labels):
        if after.start < before.end:
            raise ValueError(f"label {str(after)!r} begins before {str(before)!r} ends")
