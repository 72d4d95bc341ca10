# SPDX-License-Identifier: MIT
"""The lists of the report: which seeds each holds, in which order, on which pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsroom.desk.outcome import Kind, Outcome
from newsroom.desk.report.look import Look
from newsroom.schema import slug_from

PER_PAGE = 100
QUEUE = "worth a look"
# What a person has looked at already, or no reader will see.
_SETTLED = frozenset({Kind.KEPT, Kind.DUPLICATE, Kind.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class List:
    """A list by name, its keys in order."""

    name: str
    keys: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages it takes; an empty one takes one."""
        return max(1, -(-len(self.keys) // PER_PAGE))

    def page(self, number: int) -> str:
        """The name of a page, counted from 1, below the report's folder."""
        return f"list/{slug_from(self.name)}-{number}.html"

    def on(self, number: int) -> tuple[str, ...]:
        """The keys on a page."""
        return self.keys[(number - 1) * PER_PAGE : number * PER_PAGE]


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists: `kinds` by outcome, `reasons` by outcome and reason, both in the order of outcomes."""

    queue: List
    kinds: tuple[List, ...]
    reasons: tuple[List, ...]
    order: tuple[str, ...]  # all seeds that gave a text, the queue first

    def all(self) -> Iterator[List]:
        """Each list."""
        yield from (self.queue, *self.kinds, *self.reasons)

    def above(self) -> dict[str, str]:
        """For each key the page of a list on which it stands, of several the first."""
        pages: dict[str, str] = {}
        for each in self.all():
            for number in range(1, each.pages + 1):
                for key in each.on(number):
                    pages.setdefault(key, each.page(number))
        return pages


def lists_from(outcomes: Iterable[Outcome], looks: Mapping[str, Look]) -> Lists:
    """The lists, the most doubtful seeds first in each; equally doubtful ones by key."""
    points = {each.key: _points(each, looks) for each in outcomes}
    ordered = sorted(outcomes, key=lambda each: (-points[each.key], each.key))
    kinds = [
        List(kind.value, tuple(each.key for each in ordered if each.kind is kind))
        for kind in Kind
        if any(each.kind is kind for each in ordered)
    ]
    named = sorted({(list(Kind).index(each.kind), each.reason) for each in ordered if each.reason})
    reasons = [_of_reason(list(Kind)[place], reason, ordered) for place, reason in named]
    queue = List(QUEUE, tuple(each.key for each in ordered if points[each.key]))
    order = tuple(each.key for each in ordered if each.key in looks)
    return Lists(queue, tuple(kinds), tuple(reasons), order)


def _of_reason(kind: Kind, reason: str, outcomes: Iterable[Outcome]) -> List:
    keys = (each.key for each in outcomes if each.kind is kind and each.reason == reason)
    return List(f"{kind.value}: {reason}", tuple(keys))


def _points(outcome: Outcome, looks: Mapping[str, Look]) -> int:
    look = looks.get(outcome.key)
    return 0 if look is None or outcome.kind in _SETTLED else look.points
