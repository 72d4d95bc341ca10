# SPDX-License-Identifier: MIT
"""The small part of YAML that front matter uses: keys with a text or a list of texts."""

import re
from collections.abc import Iterator
from itertools import islice

import yaml
from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

Value = str | list[str]
Pair = tuple[int, str, Value]  # line of the file, key, what was written

# Texts that mean themselves in YAML without quotes, told cautiously.
_PLAIN = re.compile(r"[^\W_](?:[^:#\u2028\u2029\ufeff]|:(?! |$)|(?<! )#)*", re.DOTALL)


class PostError(ValueError):
    """A post that cannot be taken. `line` counts from 1; str() is `line: why`."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"{line}: {why}")
        self.line, self.why = line, why


def pairs_from(source: str, *, first_line: int) -> list[Pair]:
    """The keys and values of `source` as texts, with their lines; PostError for all else in YAML.

    Texts alone, for YAML's own types would read 20:36 as 1236 and No as False.
    """
    try:
        return list(_pairs(yaml.parse(source, Loader=yaml.CBaseLoader), first_line))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise PostError(line + first_line, f"this is not YAML: {error.problem}") from error


def quoted(text: str) -> str:
    """`text`, one line, as a YAML value: bare where it can be, else in double quotes."""
    if _PLAIN.fullmatch(text) and not text.endswith(" "):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\ufeff", "\\uFEFF")
    return f'"{escaped}"'


def _pairs(events: Iterator[Event], first_line: int) -> Iterator[Pair]:
    opening = list(islice(events, 3))  # the stream, the document, its mapping
    if not isinstance(opening[-1], MappingStartEvent):
        raise PostError(first_line, "the front matter is not made of 'key: value' lines")
    _refuse_marks(opening[-1], first_line)
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        key = _scalar(event, first_line)
        yield _line(event, first_line), key, _value(next(events), events, first_line)
    if len(list(events)) != 2:  # the ends of the document and of the stream
        raise PostError(first_line, "the front matter holds a second YAML document")


def _value(event: Event, events: Iterator[Event], first_line: int) -> Value:
    if not isinstance(event, SequenceStartEvent):
        return _scalar(event, first_line)
    _refuse_marks(event, first_line)
    items = []
    for item in events:
        if isinstance(item, SequenceEndEvent):
            break
        items.append(_scalar(item, first_line))
    return items


def _scalar(event: Event, first_line: int) -> str:
    if not isinstance(event, ScalarEvent):
        raise PostError(
            _line(event, first_line),
            "a value is a text or a list of texts; put quotes around one that begins with * [ or {",
        )
    _refuse_marks(event, first_line)
    value: str = event.value
    return value


def _line(event: Event, first_line: int) -> int:
    return first_line + (event.start_mark.line if event.start_mark else 0)


def _refuse_marks(event: Event, first_line: int) -> None:
    """PostError for an anchor or a tag: YAML would swallow it, words of the value with it."""
    mark = getattr(event, "anchor", None) or getattr(event, "tag", None)
    if mark:
        raise PostError(
            _line(event, first_line),
            f"{mark!r} is a YAML anchor or tag; put quotes around a value that begins with & or !",
        )
