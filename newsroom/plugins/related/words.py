# SPDX-License-Identifier: AGPL-3.0-only
"""The words of stories, and how much each says: the table of how many stories have a word, frozen.

The table is kept with the archive, in content/words.tsv, so that a new story changes the lists that it enters
and no others: with weights made anew, one story more would move all of them a little. It is made when a
paper first has FEWEST stories, and again each time that it has twice as many as the table was made of.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log
from pathlib import Path

logger = logging.getLogger(__name__)

FILE = "words.tsv"
FEWEST = 100  # stories; below, a table is made of them in each build, and none is kept
GROWTH = 2
LEAST = 4  # stories of a word that the table names; all rarer words weigh the same
# A word of more than a 50th of the stories, or of 500, says nothing
COMMON_SHARE, COMMON_MAX, COMMON_MIN = 50, 500, 20
# Scripts that part no words: pairs of letters stand for them
_UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_PAIRED = re.compile(f"[{_UNPARTED}]")
_WORD = re.compile(rf"[{_UNPARTED}]+|[^\W\d_{_UNPARTED}][^\W_{_UNPARTED}]{{2,}}")
_WORD_ALONE = re.compile(r"[^\W\d_][^\W_]{2,}")  # a third faster, where all words are parted
_ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+")


def words_of(text: str) -> list[str]:
    """Return the words of three letters and more, in small letters; pairs of letters where a script parts none."""
    plain = (_ADDRESS.sub(" ", text) if "://" in text or "](" in text else text).casefold()
    if not _PAIRED.search(plain):
        return _WORD_ALONE.findall(plain)
    found: list[str] = []
    for word in _WORD.findall(plain):
        is_paired = len(word) > 1 and _PAIRED.match(word)
        found += [word[at : at + 2] for at in range(len(word) - 1)] if is_paired else [word]
    return found


@dataclass(frozen=True, slots=True)
class Table:
    """How many of `stories` have a word, for words of at least LEAST of them."""

    stories: int
    counts: dict[str, int]
    _common: int = field(init=False)

    def __post_init__(self) -> None:
        share = max(COMMON_MIN, self.stories // COMMON_SHARE)
        object.__setattr__(self, "_common", min(share, COMMON_MAX))

    def weight(self, word: str) -> float:
        """Return how much a word says: the logarithm of how rare it is, 0 for one that too many stories have."""
        count = self.counts.get(word, LEAST // 2)
        return log(max(self.stories, LEAST) / count) if count <= self._common else 0.0


def table_of(stories: Iterable[Iterable[str]], count: int) -> Table:
    """Return the table of so many stories, each given by its words."""
    found: Counter[str] = Counter()
    for words in stories:
        found.update(set(words))
    return Table(count, {word: number for word, number in found.items() if number >= LEAST})


def kept_table(content: Path, stories: int) -> Table | None:
    """Return the table that is kept with the archive; None where there is none, or the paper outgrew it."""
    try:
        head, *lines = (content / FILE).read_text(encoding="utf-8").splitlines()
        known = int(head.removeprefix("stories\t"))
        rows = (line.split("\t") for line in lines)
        table = Table(known, {word: int(number) for word, number in rows})
    except (OSError, ValueError):
        return None
    return table if stories < GROWTH * known else None


def table_written(table: Table, content: Path) -> None:
    """Write the table beside the posts, if the paper is large enough for one."""
    if table.stories < FEWEST:
        return
    rows = "".join(f"{word}\t{table.counts[word]}\n" for word in sorted(table.counts))
    half = content / f".{FILE}.part"
    try:
        half.write_text(f"stories\t{table.stories}\n{rows}", encoding="utf-8")
        half.replace(content / FILE)
    except OSError as error:
        logger.warning("%s: not kept, related stories will change with every new one: %s", content / FILE, error)
