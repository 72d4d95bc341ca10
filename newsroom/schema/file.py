# SPDX-License-Identifier: MIT
"""The file form of a post: text in, PostFile out, and back."""

import re
from collections.abc import Callable
from difflib import get_close_matches
from itertools import takewhile

from newsroom.schema.label import labels_from
from newsroom.schema.pairs import Pair, PostError, Value, pairs_from, quoted, simple_pairs_from
from newsroom.schema.post import (
    DEFAULTS,
    FieldError,
    FrontMatter,
    PostFile,
    illegal_in,
    stated,
)
from newsroom.schema.remark import Remark
from newsroom.schema.stamp import Stamp

# A label takes some 25 bytes, 40 at most; a seed of 6,000 blocks must still fit, with 60 captions and notes.
FRONT_MATTER_MAX = 640 * 1024
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9_-]*):(?:[ \t]+(.*))?", re.ASCII)
_NAMES = ("authors", "tags")
_REMARKS = ("corrections", "transcriptions")
_LISTS = (*_NAMES, "captions", "notes", *_REMARKS, "duplicates")


def read(source: str) -> PostFile:
    """The post that a file's text states; PostError says what is wrong with it, and where.

    The front matter is YAML between two lines `---`, or Pelican's `Title: value` lines
    that end at the first empty line.
    """
    pairs, text, line = parts_of(source)
    return PostFile(front_from(pairs), text, line)


def parts_of(source: str) -> tuple[list[Pair], str, int]:
    """The keys as they are written, each with its line, the text, and the line on which that starts.

    PostError for what is no front matter; what its values say is not looked at.
    """
    source = source.removeprefix("\ufeff").replace("\r\n", "\n")
    bad = illegal_in(source)
    if bad:
        line = source.count("\n", 0, bad.start()) + 1
        raise PostError(line, f"character U+{ord(bad[0]):04X} is not allowed")
    lines = source.split("\n")
    start, pairs = _fenced(lines) if lines[0].rstrip() == "---" else _headed(lines)
    while start < len(lines) and not lines[start]:
        start += 1
    return pairs, "\n".join(lines[start:]), start + 1


def line_of(key: str, source: str) -> int:
    """The line on which a file's text states a key, else 1."""
    match = re.search(rf"^{key}:", source.removeprefix("\ufeff"), re.MULTILINE | re.IGNORECASE)
    return source.count("\n", 0, match.start()) + 1 if match else 1


def write(post: PostFile) -> str:
    """The file's text: YAML between `---` lines, keys in field order, then the Markdown.

    PostError if the front matter is longer than read() takes.
    """
    front = "".join(_written(key, value) for key, value in stated(post.front).items())
    _check_size(front)
    return f"---\n{front}---\n" + (f"\n{post.text}\n" if post.text else "")


def _written(key: str, value: object) -> str:
    if key in _LISTS and isinstance(value, tuple):
        return f"{key}:\n" + "".join(f"  - {quoted(str(item))}\n" for item in value)
    if isinstance(value, tuple):
        return f"{key}: {', '.join(map(str, value))}\n"
    return f"{key}: {quoted(str(value).lower() if isinstance(value, bool) else str(value))}\n"


def _check_size(front: str) -> None:
    size = len(front.encode())
    if size > FRONT_MATTER_MAX:
        raise PostError(1, f"front matter of {size:,} bytes is longer than {FRONT_MATTER_MAX:,}")


def _fenced(lines: list[str]) -> tuple[int, list[Pair]]:
    """Number of lines that the YAML form takes, and its pairs."""
    for end in range(1, len(lines)):
        if lines[end].rstrip() == "---":
            source = "\n".join(["", *lines[1:end]])  # so that YAML counts the file's lines
            _check_size(source)
            pairs = simple_pairs_from(lines[1:end])
            return end + 1, pairs_from(source) if pairs is None else pairs
    raise PostError(1, "the front matter has no closing line '---'")


def _headed(lines: list[str]) -> tuple[int, list[Pair]]:
    """Number of lines that Pelican's plain form takes, and its pairs."""
    head = list(takewhile(str.strip, lines))
    _check_size("\n".join(head))
    pairs: list[Pair] = []
    for number, line in enumerate(head, 1):
        match = _HEADER.fullmatch(line)
        if match:
            pairs.append((number, match[1].lower(), match[2] or ""))
        elif pairs and line.startswith(("    ", "\t")):
            at, key, value = pairs[-1]
            pairs[-1] = at, key, f"{value} {line}"
        else:
            # Were such a line taken for text, the next "Breaking: ..." would be a key or text
            # by luck. An empty line decides.
            raise PostError(number, f"{line[:60]!r} is not 'Key: value'; an empty line ends the keys")
    return len(head), pairs


def front_from(pairs: list[Pair]) -> FrontMatter:
    """The front matter that the keys of parts_of() state; PostError names the line of a wrong one."""
    lines: dict[str, int] = {}
    values: dict[str, object] = {}
    for line, key, written in pairs:
        if key not in DEFAULTS:
            near = "".join(f"did you mean {each}? " for each in get_close_matches(key, DEFAULTS, n=1, cutoff=0.75))
            raise PostError(line, f"unknown key {key[:40]!r}: {near}docs/post.md lists the keys")
        if key in lines:
            raise PostError(line, f"{key} is stated twice, first on line {lines[key]}")
        lines[key] = line
        try:
            values[key] = _typed(key, written)
        except ValueError as error:
            raise PostError(line, f"{key}: {error}") from error
    if "title" not in values:
        raise PostError(1, "title is missing")
    try:
        return FrontMatter(**values)  # type: ignore[arg-type]  # _typed made them by key
    except FieldError as error:
        raise PostError(lines.get(error.key, 1), str(error)) from error


def _typed(key: str, written: Value) -> object:
    if key in _LISTS:
        texts = tuple(_tidy(item) for item in _items(key, written))
        return tuple(map(Remark.parse, texts)) if key in _REMARKS else texts
    if isinstance(written, str):
        return _TYPES.get(key, str)(_tidy(written))
    raise ValueError(f"the list {written!r} stands where one value belongs")


def _items(key: str, written: Value) -> list[str]:
    """Items of a list; of one text with names, split as Pelican does: at semicolons if any, else commas."""
    if isinstance(written, list):
        return written
    if key not in _NAMES:
        return [written]
    return written.split(";" if ";" in written else ",")


def _tidy(text: str) -> str:
    if "  " in text or "\t" in text or "\n" in text:
        text = re.sub(r"[ \t\n]+", " ", text)
    return text.strip(" ")


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise ValueError(f"{text[:40]!r} is not a whole number")
    return int(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip(" ") for word in text.split(","))


def _days(text: str) -> tuple[Stamp, ...]:
    return tuple(map(Stamp.parse, _words(text)))


def _yes(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"{text[:40]!r} is neither true nor false")
    return text == "true"


_TYPES: dict[str, Callable[[str], object]] = {
    "date": Stamp.parse,
    "modified": Stamp.parse,
    "changed": _days,
    "weight": _whole,
    "pin": _yes,
    "index": _yes,
    "copy": _yes,
    "stated": _words,
    "taken": _words,
    "labels": labels_from,
}
