# SPDX-License-Identifier: MIT
"""Blocks: the ranges that a seed's text is cut into, each with a role."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, Self

from newsroom.convert.model import Role


class Block(NamedTuple):
    """A half-open range of characters, its role, and for dropped ones the reason, in a-z and -.

    A tuple, for a page has hundreds, and a dataclass takes thrice as long to make.
    """

    start: int
    end: int
    role: Role = Role.OPEN
    reason: str | None = None


# The same from four values in a tuple, in a third of the time: what is made of every line is made with this.
block_of: Callable[[tuple[int, int, Role, str | None]], Block] = partial(tuple.__new__, Block)


@dataclass(frozen=True, slots=True)
class Blocks:
    """A partition of a text of `length` characters: every character in one block, in order.

    ValueError for anything else, so a step cannot lose, double or move a character. `named` are the ranges in
    which sentences name the authors; they stay whole until all else is known.
    """

    items: tuple[Block, ...]
    length: int
    named: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        at = 0
        for start, end, role, _ in self.items:
            if start != at or end <= start:
                raise ValueError(f"the {role} block {start} to {end} does not follow character {at}")
            at = end
        if at != self.length:
            raise ValueError(f"blocks end at {at}, the text at {self.length}")

    @classmethod
    def of(cls, text: str) -> Self:
        """One open block, or none for an empty text."""
        return cls((Block(0, len(text)),) if text else (), len(text))

    def label(self, marks: Iterable[Block]) -> Self:
        """The same text with each mark in the place of what it covers.

        Marks ascend and do not overlap, or it is a ValueError. What they leave of a block keeps its role: so a
        mark inside a block splits it, and one over several joins them.
        """
        result: list[Block] = []
        items, count, at = self.items, len(self.items), 0
        block = items[0] if items else None  # what is left of the block at `at`
        for mark in _sound(marks, self.length):
            start, end, _, _ = mark
            if block and block.end <= start:
                result.append(block)
                first, at = at + 1, bisect_left(items, (start + 1,), at + 1) - 1
                result += items[first:at]
                block = items[at]
            if block and block.start == start and block.end == end:  # as most do
                result.append(mark)
                at += 1
                block = items[at] if at < count else None
                continue
            result += (*_up_to(block, start), mark)
            while block and block.end <= mark.end:
                at += 1
                block = items[at] if at < count else None
            if block and block.start < mark.end:
                block = Block(mark.end, block.end, block.role, block.reason)
        if not result:
            return self
        if block:
            result.append(block)
        result += items[at + 1 :]
        return self._with(tuple(result))

    def _with(self, items: tuple[Block, ...]) -> Self:
        """Other blocks of the same text, which need no look: a partition in which sound marks stand is one."""
        made = object.__new__(type(self))
        object.__setattr__(made, "items", items)
        object.__setattr__(made, "length", self.length)
        object.__setattr__(made, "named", self.named)
        return made

    def having(self, role: Role) -> Iterator[Block]:
        """The blocks of a role, in order."""
        return (block for block in self.items if block.role is role)


def _sound(marks: Iterable[Block], length: int) -> list[Block]:
    """The marks of a text of so many characters; ValueError for one that is empty, or begins before the last ends."""
    found = list(marks)
    least = 0
    for start, end, role, _ in found:
        if not least <= start < end <= length:
            raise ValueError(f"the {role} block {start} to {end} does not follow character {least}")
        least = end
    return found


def _up_to(block: Block | None, end: int) -> tuple[Block, ...]:
    """What a block has before `end`, if anything."""
    return (Block(block.start, end, block.role, block.reason),) if block and block.start < end else ()


def marked(block: Block, role: Role, reason: str | None = None) -> Block:
    """A mark over the whole of a block."""
    return block_of((block.start, block.end, role, reason))
