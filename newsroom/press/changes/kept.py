# SPDX-License-Identifier: AGPL-3.0-only
"""The pages that stand as they are: all that they show is as it was, and so is their file."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newsroom.press.changes.facts import Facts, Untold
from newsroom.press.memory import Memory, PageRow
from newsroom.press.tree import Tree, file_stamp, stamp_in_place


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: its file's stamp, and the facts that it shows with their digests."""

    name: str
    stamp: str
    names: tuple[str, ...]
    own: str
    facts: Mapping[str, str]


class Kept:
    """What of the live tree need not be made again."""

    def __init__(self, memory: Memory, facts: Facts, templates: str, live: Path, tree: Tree) -> None:
        """`templates` is a digest of all templates; the last edition stands in `live`, the next is made in `tree`."""
        self._memory, self.facts, self._templates, self._live, self._tree = memory, facts, templates, live, tree
        self._rows = memory.pages(templates)
        self._known = memory.facts() if self._rows else {}
        self._changed = {number for number, (name, digest) in self._known.items() if _now(facts, name) != digest}
        self.names: list[str] = []
        self._numbers = {name: number for number, (name, _) in self._known.items()}
        self._facts: dict[int, tuple[str, str]] = {}
        self._made: dict[str, PageRow] = {}

    def stands(self, name: str, own: Mapping[str, Any]) -> bool:
        """Return whether a page is as it would be made, and take note of it."""
        row = self._rows.get(name)
        if row is None or not self._changed.isdisjoint(json.loads(row.facts)):
            return False
        try:
            stands = self.facts.own(json.loads(row.names), own) == row.own
        except Untold:
            return False
        if not stands or not self._is_there(name, row.stamp):
            return False
        self.names.append(_place(name))
        return True

    def _is_there(self, name: str, stamp: str) -> bool:
        """Return whether the file that was made stands in the tree; where it stands in the live one, take it over."""
        place = _place(name)
        if self._tree.stamps.get(place) != stamp:
            if stamp_in_place(self._live / place) != stamp:
                return False
            self._tree.take(place, self._live / place, stamp)
        return True

    def add(self, pages: Iterable[Made]) -> None:
        """Take note of pages that were made."""
        for made in pages:
            shown = []
            for name, digest in made.facts.items():
                number = self._numbers.setdefault(name, len(self._numbers) + 1)
                self._facts[number] = name, digest
                shown.append(number)
            self._made[made.name] = PageRow(made.stamp, json.dumps(made.names), made.own, json.dumps(shown))

    def save(self) -> None:
        """Remember what was made, and forget what is no more."""
        # One that came out as it was before is still the file that it was
        stamps = {name: self._tree.stamps.get(_place(name), row.stamp) for name, row in self._made.items()}
        made = {name: replace(row, stamp=stamps[name]) for name, row in self._made.items()}
        gone = self._rows.keys() - made.keys() - set(self.names)
        self._memory.save_pages(self._templates, made, gone, self._facts)


def _place(name: str) -> str:
    """Return a page's path as a look at its folder tells it."""
    return os.path.normpath(name).replace(os.sep, "/") if "./" in name or "//" in name else name


def _now(facts: Facts, name: str) -> str:
    try:
        return facts.digest(name)
    except Untold:
        return ""


def made_from(facts: Facts, name: str, path: str, reads: Any, own: Mapping[str, Any]) -> list[Made]:
    """Return what is to be remembered of a page that was just written: nothing where it cannot be told."""
    try:
        shown, names, digest = facts.of_page(reads, own)
    except Untold:
        return []
    return [Made(name, file_stamp(path), tuple(names), digest, shown)]
