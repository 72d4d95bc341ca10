# SPDX-License-Identifier: AGPL-3.0-only
"""What is looked at while a page is made: by its template, its macros, and the filters that they call.

Three kinds of thing are noted. A name of the page's context; an attribute of an object that all pages
share, which is therefore shown to templates behind a pane of glass; an attribute that a plugin gave to a
story. What a story states itself is not noted one by one: whoever sees a story sees it whole.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, is_dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reads:
    """What was read: names of the context, (name, attribute or key) of what all share, (story, attribute).

    None in the place of a key is the whole.
    """

    names: set[str] = field(default_factory=set)
    parts: set[tuple[str, Any]] = field(default_factory=set)
    given: set[tuple[Any, str]] = field(default_factory=set)


_now: Reads | None = None


@contextmanager
def noting() -> Iterator[Reads]:
    """Collect what is read within, and add it to what is collected around this."""
    global _now
    around, _now = _now, Reads()
    try:
        yield _now
    finally:
        inside, _now = _now, around
        note_all(inside)


def note_name(name: str) -> None:
    """Note that a name of the context was looked at, if anyone collects."""
    if _now is not None:
        _now.names.add(name)


def note_part(name: str, key: Any) -> None:
    """Note a look at what all pages share."""
    if _now is not None:
        _now.parts.add((name, key))


def note_given(story: Any, attribute: str) -> None:
    """Note a look at what a plugin gave to a story."""
    if _now is not None:
        _now.given.add((story, attribute))


def note_all(reads: Reads) -> None:
    """Note reads that were collected before."""
    if _now is not None:
        _now.names.update(reads.names)
        _now.parts.update(reads.parts)
        _now.given.update(reads.given)


def shown_to(context: dict[str, Any]) -> dict[str, Any]:
    """Return a context for templates: dataclasses and mappings of the shared one tell what is read of them."""
    return {name: _glass(name, value) for name, value in context.items()}


def _glass(name: str, value: Any) -> Any:
    if type(value) is dict and name != "settings":
        return _Mapping(name, value)
    if is_dataclass(value) and not isinstance(value, type):
        return _Pane(name, value)
    return value


class _Pane:
    """A shared object; what is read of it is noted."""

    def __init__(self, name: str, behind: Any) -> None:
        self.__dict__["_name"], self.__dict__["_behind"] = name, behind

    def __getattr__(self, attribute: str) -> Any:
        value = getattr(self._behind, attribute)
        note_part(self._name, None if callable(value) else attribute)  # a method may read all of it
        return value

    def __eq__(self, other: object) -> bool:
        note_part(self._name, None)
        return bool(self._behind == other)

    def __hash__(self) -> int:
        note_part(self._name, None)
        return hash(self._behind)

    def __str__(self) -> str:
        note_part(self._name, None)
        return str(self._behind)


class _Mapping(dict[Any, Any]):
    """A shared mapping; a look for one key is noted as that, all else as a look at the whole."""

    def __init__(self, name: str, values: dict[Any, Any]) -> None:
        super().__init__(values)
        self._name = name

    def __getitem__(self, key: Any) -> Any:
        note_part(self._name, key)
        return super().__getitem__(key)

    def get(self, key: Any, default: Any = None) -> Any:
        note_part(self._name, key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        note_part(self._name, key)
        return super().__contains__(key)

    def __iter__(self) -> Iterator[Any]:
        note_part(self._name, None)
        return super().__iter__()

    def __len__(self) -> int:
        note_part(self._name, None)
        return super().__len__()

    def keys(self) -> Any:
        note_part(self._name, None)
        return super().keys()

    def values(self) -> Any:
        note_part(self._name, None)
        return super().values()

    def items(self) -> Any:
        note_part(self._name, None)
        return super().items()
