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
_PLAIN = re.compile(r"[^\W_](?:[^:#\x85\u2028\u2029\ufeff]|:(?! |$)|(?<! )#)*", re.DOTALL)


# Lines of which each is whole in itself, as post.write() leaves them; YAML need not be asked what they mean.
_SIMPLE = re.compile(
    r"([a-z][a-z0-9_]*):(?: (?:([^\W_][^\t\n]*)|\"((?:[^\"\\\t\n\x85\u2028\u2029\ufeff]|\\[\"\\])*)\"))?"
)
_ITEM = re.compile(r"  - (?:([^\W_][^\t\n]*)|\"((?:[^\"\\\t\n\x85\u2028\u2029\ufeff]|\\[\"\\])*)\")")
_ESCAPED = re.compile(r"\\(.)")


class PostError(ValueError):
    """A post that cannot be taken. `line` counts from 1; str() is `line: why`."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"{line}: {why}")
        self.line, self.why = line, why


def pairs_from(source: str) -> list[Pair]:
    """The keys and values of `source` as texts, with their lines; PostError for all else in YAML.

    Texts alone, for YAML's own types would read 20:36 as 1236 and No as False.
    """
    try:
        return list(_pairs(yaml.parse(source, Loader=yaml.CBaseLoader), source.split("\n")))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PostError(line, f"this is not YAML: {error.problem}") from error


def simple_pairs_from(lines: list[str]) -> list[Pair] | None:
    """What pairs_from() gives for these lines, the first of them line 2 of the file, some 20 times faster.

    None where only YAML can tell.
    """
    pairs: list[Pair] = []
    for number, line in enumerate(lines, 2):
        match = _SIMPLE.fullmatch(line)
        if match:
            value = _simple_value(match[2], match[3])
            if value is None and line != f"{match[1]}:":
                return None
            pairs.append((number, match[1], [] if value is None else value))  # a list's items follow
            continue
        match = _ITEM.fullmatch(line)
        value = _simple_value(match[1], match[2]) if match else None
        if value is None or not pairs or not isinstance(pairs[-1][2], list):
            return None
        pairs[-1][2].append(value)
    return pairs if pairs and all(value != [] for _, _, value in pairs) else None


def _simple_value(plain: str | None, in_quotes: str | None) -> str | None:
    if in_quotes is not None:
        return _ESCAPED.sub(r"\1", in_quotes) if "\\" in in_quotes else in_quotes
    return plain if plain is not None and _PLAIN.fullmatch(plain) and plain[-1] != " " else None


def quoted(text: str) -> str:
    """`text`, one line, as a YAML value: bare where it can be, else in double quotes."""
    if _PLAIN.fullmatch(text) and not text.endswith(" "):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _pairs(events: Iterator[Event], lines: list[str]) -> Iterator[Pair]:
    opening = list(islice(events, 3))  # the stream, the document, its mapping
    if not isinstance(opening[-1], MappingStartEvent):
        raise PostError(1, "the front matter is not made of 'key: value' lines")
    _refuse_marks(opening[-1])
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        key = _scalar(event, lines)
        yield _line(event), key, _value(next(events), events, lines)
    if len(list(events)) != 2:  # the ends of the document and of the stream
        raise PostError(1, "the front matter holds a second YAML document")


def _value(event: Event, events: Iterator[Event], lines: list[str]) -> Value:
    if not isinstance(event, SequenceStartEvent):
        return _scalar(event, lines)
    _refuse_marks(event)
    items = []
    for item in events:
        if isinstance(item, SequenceEndEvent):
            break
        items.append(_scalar(item, lines))
    return items


def _scalar(event: Event, lines: list[str]) -> str:
    if not isinstance(event, ScalarEvent):
        why = "a value is a text or a list of texts; put quotes around one that begins with * [ {"
        raise PostError(_line(event), why)
    _refuse_marks(event)
    _refuse_comment(event, lines)
    value: str = event.value
    return value


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _refuse_marks(event: Event) -> None:
    """PostError for an anchor or a tag: YAML would swallow it, words of the value with it."""
    mark = getattr(event, "anchor", None) or getattr(event, "tag", None)
    if mark:
        why = f"{mark!r} is an anchor or a tag; put quotes around a value that begins with & or !"
        raise PostError(_line(event), why)


def _refuse_comment(event: Event, lines: list[str]) -> None:
    """PostError for a comment behind a value: `title: Now #1 again` would lose its end."""
    end = event.end_mark
    if end and end.line < len(lines):
        rest = lines[end.line][end.column :]
        if rest.lstrip().startswith("#"):
            why = f"{rest.strip()!r} is a comment in YAML; put quotes around the value"
            raise PostError(end.line + 1, why)
