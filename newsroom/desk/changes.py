# SPDX-License-Identifier: MIT
"""On which days a person changed a story's words after it was published: read from git, written into the post.

A change is a version in the history whose words are not those of the version before, in a post that was published
before and is no longer as it was generated (its digest does not match). So neither the converter's own changes nor
those of facts, marks and layout are one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsroom import schema
from newsroom.desk.history import Version, texts_of, versions_of
from newsroom.desk.write import write_all
from newsroom.schema import FieldError, PostFile, Stamp

_TARGET = re.compile(r"\]\([^)\s]*\)")  # where a link leads is not a word of the story
_WORD = re.compile(r"\w+")
_STATED = re.compile(r"^changed:[^\n]*\n", re.MULTILINE | re.IGNORECASE)
_BEFORE = re.compile(r"(?:^(?:title|date|modified):[^\n]*\n)+", re.MULTILINE | re.IGNORECASE)  # the line goes below


@dataclass(frozen=True, slots=True)
class Changed:
    """How many posts state changed words, which of them were written now, and what could not be: `file: why`."""

    stated: int
    written: tuple[Path, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a version of a post tells: its words, whether a person wrote it so, whether it was out."""

    words: tuple[str, ...]
    edited: bool
    published: bool


def write_changes(content: Path) -> Changed:
    """State in each post the days on which a person changed its words. Stop where git cannot tell.

    A post that states all of them already is left as it is; a day that is stated is never taken out.
    """
    days, problems, written, stated = _days_of(content), [], [], 0
    for path in sorted(days):
        file = content / path
        try:
            source = file.read_bytes().decode()
            post = schema.read(source)
            changed = tuple(sorted({*post.front.changed, *days[path]}, key=str))
            stated += 1
            if changed != post.front.changed:
                write_all([(file, with_days(source, changed).encode())])
                written.append(file)
        except FileNotFoundError:
            continue  # committed, and gone since
        except (UnicodeDecodeError, schema.PostError, FieldError) as error:
            problems.append(f"{file}: {error}")
    return Changed(stated, tuple(written), tuple(problems))


def _days_of(content: Path) -> dict[str, tuple[Stamp, ...]]:
    """{path of a post below `content`: the days on which a person changed its words}, of posts with such days."""
    several = {
        path: versions
        for path, versions in versions_of(content).items()
        if path.startswith("news/") and path.endswith(".md") and len(versions) > 1
    }
    blobs = [version.blob for versions in several.values() for version in versions]
    said = {blob: _said(data) for blob, data in texts_of(content, blobs)}
    found = {path: tuple(_changes(versions, said)) for path, versions in several.items()}
    return {path: days for path, days in found.items() if days}


def _changes(versions: Sequence[Version], said: Mapping[str, _Said | None]) -> Iterator[Stamp]:
    """Yield the days of those versions of one post that changed its words; a version that is no post is passed over."""
    out: tuple[str, ...] | None = None  # the words that readers saw last
    for version in versions:
        now = said[version.blob]
        if now is None or not now.published:
            continue
        if out is not None and now.edited and now.words != out:
            yield Stamp(version.day)
        out = now.words


def _said(data: bytes) -> _Said | None:
    try:
        post = schema.read(data.decode())
    except ValueError:  # what is no UTF-8 and what is no post
        return None
    front = post.front
    texts = (front.title, front.summary, front.dateline, *front.captions, *front.notes, _TARGET.sub("]", post.text))
    words = tuple(word for text in texts if text for word in _WORD.findall(text))
    return _Said(words, schema.is_edited(post), front.status == "published")


def with_days(source: str, days: tuple[Stamp, ...]) -> str:
    """A post's file with these days stated, all else as a person left it, down to its quotation marks."""
    post = schema.read(source)
    wanted = PostFile(replace(post.front, changed=days), post.text)
    line = f"changed: {', '.join(map(str, days))}\n"
    bare = _STATED.sub("", source, count=1) if post.front.changed else source
    before = _BEFORE.search(bare)
    stated = bare[: before.end()] + line + bare[before.end() :] if before else bare
    try:
        if schema.read(stated) == wanted:
            return stated
    except ValueError:
        pass  # a value of several lines, a line end of another system
    return schema.write(wanted)
