# SPDX-License-Identifier: MIT
"""What became of every input."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What can become of an input: each has exactly one."""

    PUBLISHED = "published"  # a new post
    UPDATED = "updated"  # its post is written again
    UNCHANGED = "unchanged"
    KEPT = "kept"  # its post is a person's now, or not ours to judge
    VERSION = "version"  # a post of its own, which leads to the story's main one; told whether new or not
    DUPLICATE = "duplicate"  # its story stands already: `of` is the seed that tells it
    WITHDRAWN = "withdrawn"  # a person took the story down, and it does not come back
    REFUSED = "refused"  # it makes no post
    UNREADABLE = "unreadable"  # it gives no text


CHANGES = frozenset({Kind.PUBLISHED, Kind.UPDATED})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the seed `key`. `reason` is counted by; `message` reads `file:line: why`.

    `post` is the path of its post under content/, where it has one, and `of` the key of the seed that a
    duplicate or a version goes with.
    """

    key: str
    kind: Kind
    message: str
    reason: str | None = None
    post: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """All inputs counted by kind and reason, and in key order those that a person should look at.

    `notes` are messages about posts that no seed asked for. ValueError if an input is missing.
    """

    inputs: int
    counts: tuple[tuple[Kind, str | None, int], ...]
    attention: tuple[Outcome, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        accounted = sum(count for _, _, count in self.counts)
        if accounted != self.inputs:
            raise ValueError(f"{self.inputs} inputs, but {accounted} outcomes")

    def of(self, kind: Kind) -> int:
        """How many inputs had that outcome."""
        return sum(count for each, _, count in self.counts if each is kind)


def summary_from(inputs: int, outcomes: Iterable[Outcome], notes: Iterable[str]) -> Summary:
    """The summary of a run; outcomes are counted as they come, and few are kept."""
    counts: Counter[tuple[Kind, str | None]] = Counter()
    attention = []
    for outcome in outcomes:
        counts[outcome.kind, outcome.reason] += 1
        if outcome.reason:
            attention.append(outcome)
    order = list(Kind)
    rows = sorted(counts.items(), key=lambda row: (order.index(row[0][0]), row[0][1] or ""))
    return Summary(inputs, tuple((*row, count) for row, count in rows), tuple(attention), tuple(notes))
