# SPDX-License-Identifier: AGPL-3.0-only
"""What was read, told in words that are the same in every process, and in digests of them."""

import datetime
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any
from zoneinfo import ZoneInfo

from pelican.urlwrappers import URLWrapper

from newsroom.press.changes.reads import Reads
from newsroom.press.reading.stories import Lean

_ATOMS = (str, bytes, int, float, bool, type(None), datetime.date, datetime.time, datetime.timedelta, ZoneInfo)
_ABSENT = object()
_SHORT = 40  # characters: what most plugins say of a story, None or a name, is no longer than a digest
Teller = Callable[[Any, "set[Lean]"], str]
_DECIDED: dict[type, Teller] = {}


class Untold(ValueError):
    """A page shows an object that cannot be told in words: it is made again each time."""


def told(value: Any, stories: set[Lean]) -> str:
    """Return a value in words. Stories stand there by name alone, and are added to `stories`.

    An object may say in an attribute `fingerprint` of what it is made. Untold for one of no known kind.
    """
    kind = type(value)
    teller = _DECIDED.get(kind)
    if teller is None:  # decided once a kind: half a million things are told of a paper of 10,000 stories
        teller = _DECIDED[kind] = _teller_of(kind)
    return teller(value, stories)


def _teller_of(kind: type) -> Teller:
    known = next((teller for kinds, teller in _TELLERS if issubclass(kind, kinds)), None)
    if known:
        return known
    if getattr(kind, "fingerprint", None) is not None:
        return lambda value, _: repr(value.fingerprint)
    return _teller_of_fields(kind) if is_dataclass(kind) else _untold


def _told_of_story(story: Any, stories: set[Lean]) -> str:
    stories.add(story)
    return f"<{story.relative_source_path}>"


def _told_of_mapping(value: Any, stories: set[Lean]) -> str:
    return f"{{{','.join(f'{told(key, stories)}:{told(each, stories)}' for key, each in value.items())}}}"


def _teller_of_fields(kind: type) -> Teller:
    names = [field.name for field in fields(kind)]
    return lambda value, stories: (
        f"{kind.__qualname__}({','.join([told(getattr(value, name), stories) for name in names])})"
    )


def _untold(value: Any, _stories: set[Lean]) -> str:
    raise Untold(f"{type(value).__qualname__} is of no kind that can be compared")


_TELLERS: tuple[tuple[Any, Teller], ...] = (
    (_ATOMS, lambda value, _: repr(value)),
    (Lean, _told_of_story),
    (URLWrapper, lambda value, _: f"<{type(value).__name__} {value.slug} {value.name}>"),
    (Mapping, _told_of_mapping),
    ((set, frozenset), lambda value, stories: f"[{','.join(sorted([told(each, stories) for each in value]))}]"),
    ((list, tuple), lambda value, stories: f"[{','.join([told(each, stories) for each in value])}]"),
)


def digest_of(words: str) -> str:
    """Return a short digest; of what is short itself, that."""
    if len(words) < _SHORT:
        return f"={words}"
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


class Facts:
    """The digests, by name, of what the pages of one run show; told once, however many pages show it.

    A name has lines: 'story', PATH | 'given', ATTRIBUTES, PATH | 'shared', and a NAME or NAME PART each. What
    pages of one kind see of the shared is mostly the same, so that it is one fact to all of them.
    """

    def __init__(self, shared: Mapping[str, Any], stories: Mapping[str, Any]) -> None:
        """`shared` is the context of all pages, `stories` maps paths below content/ to content objects."""
        self._shared, self._stories = shared, stories
        self._told: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._together: dict[tuple[frozenset[str], frozenset[tuple[str, Any]]], str] = {}

    def of_page(self, reads: Reads, own: Mapping[str, Any]) -> tuple[dict[str, str], list[str], str]:
        """Return the page's facts with their digests, the names of its own variables that it read, their digest.

        Raises Untold.
        """
        mine = sorted(reads.names & own.keys())
        stories: set[Lean] = set()
        words = _words_of(mine, own, stories)
        named = {_name_of(story) for story in stories}
        found: dict[str, str] = {}
        for fact in (self._of_shared(reads, own), *_of_given(reads)):
            found[fact], of_stories = self._about(fact)
            named.update(of_stories)
        for fact in named:
            found[fact] = self._about(fact)[0]
        return found, mine, digest_of(words)

    def own(self, names: list[str], own: Mapping[str, Any]) -> str:
        """Return the digest of a page's own variables."""
        return digest_of(_words_of(names, own, set()))

    def digest(self, fact: str) -> str:
        """Return the digest of a fact; one of what is gone is like no other."""
        return self._about(fact)[0]

    def _of_shared(self, reads: Reads, own: Mapping[str, Any]) -> str:
        """Return the name of the fact that is all that a page saw of what pages share."""
        key = frozenset(reads.names.difference(own)), frozenset(reads.parts)
        known = self._together.get(key)
        if known is None:
            lines = {name for name in key[0] if not _is_behind_glass(self._shared.get(name))}
            lines |= {name if part is None else f"{name} {part}" for name, part in key[1]}
            known = self._together[key] = "\n".join(["shared", *sorted(lines)])
        return known

    def _about(self, fact: str) -> tuple[str, tuple[str, ...]]:
        """Return the digest of a fact, and the facts of the stories that it names."""
        known = self._told.get(fact)
        if known is None:
            stories: set[Lean] = set()
            words = self._words(fact, stories)
            known = self._told[fact] = digest_of(words), tuple(_name_of(story) for story in stories)
        return known

    def _words(self, fact: str, stories: set[Lean]) -> str:
        kind, _, what = fact.partition("\n")
        if kind == "story":
            story = self._stories.get(what)
            return story.made_of if isinstance(story, Lean) else "gone"
        if kind == "given":
            attributes, path = what.split("\n", 1)
            story = self._stories.get(path)
            given = story.given if isinstance(story, Lean) else {}
            return "\0".join(_told_or_gone(given.get(each, _ABSENT), stories) for each in attributes.split())
        return "\0".join(_told_or_gone(self._seen(line), stories) for line in what.split("\n") if line)

    def _seen(self, line: str) -> Any:
        name, _, part = line.partition(" ")
        found = self._shared.get(name, _ABSENT)
        if not part:
            return found
        return found.get(part, _ABSENT) if isinstance(found, dict) else getattr(found, part, _ABSENT)


def _of_given(reads: Reads) -> list[str]:
    attributes: dict[Lean, list[str]] = {}
    for story, attribute in reads.given:
        attributes.setdefault(story, []).append(attribute)
    return [f"given\n{' '.join(sorted(each))}\n{story.relative_source_path}" for story, each in attributes.items()]


def _words_of(names: list[str], own: Mapping[str, Any], stories: set[Lean]) -> str:
    return "\0".join(f"{name}={told(own.get(name), stories)}" for name in names)


def _told_or_gone(value: Any, stories: set[Lean]) -> str:
    return "gone" if value is _ABSENT else told(value, stories)


def _name_of(story: Any) -> str:
    return f"story\n{story.relative_source_path}"


def _is_behind_glass(value: Any) -> bool:
    return type(value) is dict or (is_dataclass(value) and not isinstance(value, type))
