# SPDX-License-Identifier: AGPL-3.0-only
"""What was read, told in words that are the same in every process, and in digests of them."""

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any
from zoneinfo import ZoneInfo

from pelican.urlwrappers import URLWrapper

from newsroom.press.changes.reads import Read, Reads
from newsroom.press.reading.stories import Lean

_ATOMS = (str, bytes, int, float, bool, type(None), datetime.date, datetime.time, datetime.timedelta, ZoneInfo)
_ABSENT = object()


class Untold(ValueError):
    """A page shows an object that cannot be told in words: it is made again each time."""


def told(value: Any, stories: set[Lean]) -> str:
    """Return a value in words. Stories stand there by name alone, and are added to `stories`.

    An object may say in an attribute `fingerprint` of what it is made. Untold for one of no known kind.
    """
    if isinstance(value, _ATOMS):
        return repr(value)
    if isinstance(value, Lean):
        stories.add(value)
        return f"<{value.relative_source_path}>"
    if isinstance(value, URLWrapper):
        return f"<{type(value).__name__} {value.slug} {value.name}>"
    if isinstance(value, list | tuple | set | frozenset | Mapping):
        return _told_of_many(value, stories)
    if getattr(type(value), "fingerprint", None) is not None:
        return repr(value.fingerprint)
    if is_dataclass(value) and not isinstance(value, type):
        parts = [told(getattr(value, field.name), stories) for field in fields(value)]
        return f"{type(value).__qualname__}({','.join(parts)})"
    raise Untold(f"{type(value).__qualname__} is of no kind that can be compared")


def _told_of_many(value: Any, stories: set[Lean]) -> str:
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{told(key, stories)}:{told(each, stories)}' for key, each in value.items())}}}"
    parts = [told(each, stories) for each in value]
    return f"[{','.join(sorted(parts) if isinstance(value, set | frozenset) else parts)}]"


def digest_of(words: str) -> str:
    """Return a short digest."""
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


class Facts:
    """The digests, by name, of what the pages of one run show; told once, however many pages show it.

    A name is 'story PATH', 'plugin PATH ATTRIBUTE', 'name NAME' or 'of NAME ATTRIBUTE'.
    """

    def __init__(self, shared: Mapping[str, Any], stories: Mapping[str, Any]) -> None:
        """`shared` is the context of all pages, `stories` maps paths below content/ to content objects."""
        self._shared, self._stories = shared, stories
        self._told: dict[str, tuple[str, tuple[str, ...]]] = {}

    def of_page(self, reads: Reads, own: Mapping[str, Any]) -> tuple[list[str], list[str]]:
        """Return the names of the page's facts, and the names of its own variables that it read.

        Raises Untold.
        """
        names = {read[1] for read in reads if read[0] == "name"}
        mine = sorted(names & own.keys())
        found: set[str] = set()
        for story in self._in_own(mine, own):
            found.add(f"story {story.relative_source_path}")
        for read in reads:
            fact = self._name(read, own)
            if fact and fact not in found:
                found.add(fact)
                found.update(self._about(fact)[1])
        return sorted(found), mine

    def own(self, names: Iterable[str], own: Mapping[str, Any]) -> str:
        """Return the digest of a page's own variables."""
        stories: set[Lean] = set()
        return digest_of("\0".join(f"{name}={told(own.get(name), stories)}" for name in names))

    def digest(self, fact: str) -> str:
        """Return the digest of a fact, 'gone' when there is no such story or name any more."""
        return self._about(fact)[0]

    def _in_own(self, names: Iterable[str], own: Mapping[str, Any]) -> set[Lean]:
        stories: set[Lean] = set()
        for name in names:
            told(own[name], stories)
        return stories

    def _name(self, read: Read, own: Mapping[str, Any]) -> str:
        kind, what, *rest = read
        if kind == "plugin":
            return f"plugin {what.relative_source_path} {rest[0]}"
        if kind == "of":
            return f"of {what} {rest[0]}" if rest[0] is not None else f"name {what}"
        return "" if what in own or _is_behind_glass(self._shared.get(what)) else f"name {what}"

    def _about(self, fact: str) -> tuple[str, tuple[str, ...]]:
        """Return the digest of a fact, and the facts of the stories that it names."""
        known = self._told.get(fact)
        if known is None:
            stories: set[Lean] = set()
            value = self._value(fact)
            words = value if fact.startswith("story ") else told(value, stories) if value is not _ABSENT else "gone"
            named = tuple(f"story {story.relative_source_path}" for story in stories)
            known = self._told[fact] = digest_of(words), named
        return known

    def _value(self, fact: str) -> Any:
        kind, what = fact.split(" ", 1)
        if kind == "story":
            story = self._stories.get(what)
            return story.made_of if isinstance(story, Lean) else "gone"
        if kind == "plugin":
            path, attribute = what.rsplit(" ", 1)
            story = self._stories.get(path)
            return story.given.get(attribute, _ABSENT) if isinstance(story, Lean) else _ABSENT
        if kind == "name":
            return self._shared.get(what, _ABSENT)
        name, attribute = what.split(" ", 1)
        holder = self._shared.get(name, _ABSENT)
        return holder.get(attribute, _ABSENT) if isinstance(holder, dict) else getattr(holder, attribute, _ABSENT)


def _is_behind_glass(value: Any) -> bool:
    return type(value) is dict or (is_dataclass(value) and not isinstance(value, type))
