# SPDX-License-Identifier: AGPL-3.0-only
"""Files read by many processes, for readers that can hand over a post as plain data.

Such a reader has `record(path)`, JSON with the HTML under `html`, and `metadata_of(path, record)`. A
record is remembered with the stamp of its file, and taken again where the file is as it was, unless it
says `again`; but for `made`, an object that metadata_of() need not make again when it was read in this very
build. All other readers are asked by Pelican, one file after the other.
"""

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pelican.contents import SkipStub

from newsroom.press import work
from newsroom.press.memory import Memory
from newsroom.press.progress import Progress
from newsroom.press.reading.stories import LEAN
from newsroom.press.reading.texts import Texts
from newsroom.press.stamp import digest_of, stamp_of

_SHARE = 128  # files
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a generator's readers were made to know: path -> (record, digest of its text), and what was made."""

    readers: Any
    read_file: Callable[..., Any]
    found: dict[str, tuple[str, bytes]]
    made: dict[str, Any]
    texts: Texts


def read_together(
    generator: Any, paths: Sequence[str], memory: Memory, texts: Texts, meanwhile: Callable[[], None]
) -> None:
    """Read these files, given below content/, so that the generator's readers have them when they are asked.

    `meanwhile` is done while others read; where there are few files, and nobody else reads, it is not.
    """
    readers = generator.readers
    able = {ending for ending, reader in readers.readers.items() if hasattr(reader, "record")}
    wanted = [path for path in paths if os.path.splitext(path)[1][1:] in able]
    if not wanted:
        return
    told = digest_of if generator.settings.get("LISTING") else stamp_of
    stamps = {path: told(os.path.join(generator.path, path)) for path in wanted}
    found, made = memory.posts(stamps), dict[str, Any]()
    changed = [path for path in wanted if path not in found]
    progress = Progress("posts", len(changed))
    read = partial(_records, readers.readers, generator.path)
    for count, answers in work.shared(read, changed, generator.settings.get("WORKERS"), _SHARE, meanwhile):
        for path, record, is_lasting, html, made[path] in answers:
            found[path] = record, texts.add(html)
            memory.add_post(path, stamps[path] if is_lasting else "", *found[path])
        progress.add(count)
    progress.end()
    readers.read_file = partial(_content, Answers(readers, readers.read_file, found, made, texts))


def _records(readers: dict[str, Any], content: str, paths: Sequence[str]) -> list[tuple[str, str, bool, str, Any]]:
    """Return of each file (path, record, whether it may be taken again, HTML, what was made of it)."""
    answers = []
    for path in paths:
        try:
            record = readers[os.path.splitext(path)[1][1:]].record(os.path.join(content, path))
        except Exception as error:  # noqa: BLE001 - Pelican logs it and goes on; so does the generator
            record = {"failed": f"{type(error).__name__}: {error}"}
        html, made = record.pop("html", ""), record.pop("made", None)
        is_lasting = not ("refused" in record or "failed" in record or record.get("again"))
        answers.append((path, json.dumps(record), is_lasting, html, made))
    return answers


def _content(answers: Answers, base_path: str, path: str, **asked: Any) -> Any:
    """Answer for Readers.read_file: Pelican's content object of a file that was read already."""
    readers, found, texts = answers.readers, answers.found, answers.texts
    if path not in found or asked["content_class"] not in LEAN:
        return answers.read_file(base_path, path, **asked)
    source = os.path.abspath(os.path.join(base_path, path))
    stored, text = found.pop(path)
    record = json.loads(stored) | {"made": answers.made.pop(path, None)}
    if "failed" in record:
        raise ValueError(record["failed"])
    if asked["preread_signal"] and asked["preread_signal"].receivers:
        asked["preread_signal"].send(asked["preread_sender"])
    metadata = readers.readers[os.path.splitext(path)[1][1:]].metadata_of(source, record)
    if asked["context_signal"]:
        asked["context_signal"].send(asked["context_sender"], metadata=metadata)
    known = {"settings": readers.settings, "source_path": source, "context": asked["context"]}
    if metadata.get("status") == "skip":
        return SkipStub(None, metadata, **known)
    inside = os.path.normpath(path).replace(os.sep, "/")
    made_of = hashlib.blake2b(stored.encode() + text, digest_size=10).hexdigest()
    return LEAN[asked["content_class"]](partial(texts.html, text), inside, made_of, metadata, **known)
