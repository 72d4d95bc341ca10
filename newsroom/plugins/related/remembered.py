# SPDX-License-Identifier: AGPL-3.0-only
"""What a build remembers for the next: by which words each story is known, and which are most like it."""

import json
import logging
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsroom.plugins.related.likeness import HEAVIEST, LEAST_LIKE, SAME, TITLE, Likes, Signature
from newsroom.plugins.related.words import Table

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """By a key made of a story's address and words: its signature, and the stories most like it.

    `keys` has the key of a story by its address and a digest of its source, where its reader gives one.
    """

    signatures: dict[str, Signature]
    likes: dict[str, Likes]
    keys: dict[str, str]


def known_from(cache: Path | None, table: Table) -> Known:
    """Return what was kept for the same weights; nothing where it is damaged."""
    known = Known({}, {}, {})
    if cache is None or not cache.is_file():
        return known
    try:
        with cache.open(encoding="utf-8") as file:
            if next(file, "").strip() != _made_of(table):
                return known
            for line in file:
                key, source, words, weights, likes = json.loads(line)
                known.signatures[key] = _pairs(words, weights)
                known.likes[key] = tuple((str(other), int(like)) for other, like in likes)
                if source:
                    known.keys[str(source)] = key
    except (ValueError, TypeError):  # another program's, or half a file
        return Known({}, {}, {})
    return known


def _pairs(words: list[str], weights: list[int]) -> Signature:
    """Return a signature. ValueError unless it is one; a paper has many, so it is looked at as a whole."""
    if len(words) != len(weights) or set(map(type, words)) - {str} or set(map(type, weights)) - {int}:
        raise ValueError("these are no words with their weights")
    return tuple(zip(words, weights, strict=True))


def kept(found: Known, known: Known, cache: Path | None, table: Table) -> None:
    """Write what was found, if it is not what is known. The file is whole or not there."""
    if cache is None or found == known:
        return
    half = cache.with_name(f"{cache.name}.part")
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        with half.open("w", encoding="utf-8") as file:
            file.write(f"{_made_of(table)}\n")
            sources = {key: source for source, key in found.keys.items()}
            for key, signature in found.signatures.items():
                words, weights = [word for word, _ in signature], [weight for _, weight in signature]
                row = [key, sources.get(key, ""), words, weights, found.likes[key]]
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        half.replace(cache)
    except OSError as error:
        logger.warning("%s: not kept, related stories are found anew each time: %s", cache, error)


def _made_of(table: Table) -> str:
    facts = (HEAVIEST, TITLE, LEAST_LIKE, SAME, table.stories, sorted(table.counts.items()))
    return sha256(repr(facts).encode()).hexdigest()
