# SPDX-License-Identifier: AGPL-3.0-only
"""The pages that stand as they are: all that they show is as it was, and so is their file."""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.press.changes.facts import Facts, Untold
from newsroom.press.memory import Memory, PageRow


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: its file's stamp, and the facts that it shows; no facts where they cannot be told."""

    name: str
    stamp: str
    names: tuple[str, ...]
    own: str
    facts: tuple[str, ...] | None


class Kept:
    """What of the live tree need not be made again."""

    def __init__(self, memory: Memory, facts: Facts, templates: str, live: Path) -> None:
        """`templates` is a digest of all templates, `live` the folder in which the last edition stands."""
        self._memory, self.facts, self._templates, self._live = memory, facts, templates, live
        self._rows = memory.pages(templates)
        self._known = memory.facts() if self._rows else {}
        self._changed = {number for number, (name, digest) in self._known.items() if _now(facts, name) != digest}
        self.names: list[str] = []
        self.made: list[Made] = []

    def stands(self, name: str, own: Mapping[str, Any]) -> bool:
        """Return whether a page is as it would be made, and take note of it."""
        row = self._rows.get(name)
        if row is None or not self._changed.isdisjoint(json.loads(row.facts)):
            return False
        try:
            stands = self.facts.own(json.loads(row.names), own) == row.own
        except Untold:
            return False
        if not stands or file_stamp(self._live / name) != row.stamp:
            return False
        self.names.append(name)
        return True

    def take_over(self, tree: Path) -> None:
        """Put the pages that stand into another tree. A second name for the file costs least; else it is copied."""
        folders: set[str] = set()
        for name in self.names:
            target = os.path.join(tree, name)
            folder = os.path.dirname(target)
            if folder not in folders:
                os.makedirs(folder, exist_ok=True)
                folders.add(folder)
            if os.path.lexists(target):  # a plugin's
                continue
            try:
                os.link(self._live / name, target)
            except OSError:
                shutil.copy2(self._live / name, target)

    def save(self) -> None:
        """Remember what was made, and forget what is no more."""
        numbers = {name: number for number, (name, _) in self._known.items()}
        facts: dict[int, tuple[str, str]] = {}
        rows: dict[str, PageRow] = {}
        for made in self.made:
            if made.facts is None:
                continue
            for name in made.facts:
                number = numbers.setdefault(name, len(numbers) + 1)
                facts[number] = name, self.facts.digest(name)
            shown = json.dumps([numbers[name] for name in made.facts])
            rows[made.name] = PageRow(made.stamp, json.dumps(made.names), made.own, shown)
        gone = self._rows.keys() - rows.keys() - set(self.names)
        self._memory.save_pages(self._templates, rows, gone, facts)


def file_stamp(path: Path | str) -> str:
    """Return the size, time and number of a file that a build made, '' where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return ""
    return f"{found.st_size}.{found.st_mtime_ns}.{found.st_ino}"


def _now(facts: Facts, name: str) -> str:
    try:
        return facts.digest(name)
    except Untold:
        return ""


def made_from(facts: Facts, name: str, path: str, reads: Any, own: Mapping[str, Any]) -> Made:
    """Return what is to be remembered of a page that was just written."""
    try:
        shown, names = facts.of_page(reads, own)
        return Made(name, file_stamp(path), tuple(names), facts.own(names, own), tuple(shown))
    except Untold:
        return Made(name, "", (), "", None)
