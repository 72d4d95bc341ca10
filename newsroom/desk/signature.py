# SPDX-License-Identifier: MIT
"""The signature of a story's words: enough to tell a copy of it, too little to read it.

Every run of SHINGLE words has a number; a signature keeps the smallest of them, which are a fair
sample of all (a bottom-k sketch: Broder, "On the resemblance and containment of documents", 1997).
Words are compared without case, punctuation and Markdown's marks. The same on every machine.
"""

import re
from array import array
from base64 import urlsafe_b64decode, urlsafe_b64encode
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate
from operator import lt
from sys import byteorder
from typing import Self
from unicodedata import normalize
from zlib import crc32

# Of 1,545 pairs of dumps of one page 1,536 share .8 and more of the shorter one's runs of four words, of
# all other pairs none more than .28; runs of three or five part them no better (973 dumps, November 2026).
SHINGLE = 4
KEPT = 128  # shares are then some .03 off where a story is long, and exact below some 130 words
# A story's opening has a sample of its own: a page that holds a whole other story does not open like it.
_LEAD_WORDS, _LEAD_KEPT = 100, 16
_KEYS = 8  # of KEPT, by which copies are looked for, besides the opening's
_VERSION = "1"  # of all above and of _WORD: signatures of another are not compared

# Scripts without spaces have no words to count, so each of their characters is one.
_WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"]+[\u0300-\u036f\u0900-\u0963\u0966-\u0dff]*"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """How many words a story has, and samples of its runs of words: of the opening's and of all.

    The samples are ascending 32-bit numbers, little-endian; a short story's hold every run.
    """

    words: int
    lead: bytes
    sample: bytes

    def __str__(self) -> str:
        """The signature in one line of ASCII, at most 800 characters."""
        return f"{_VERSION}.{self.words}.{_base64(self.lead)}.{_base64(self.sample)}"

    @classmethod
    def parse(cls, line: str) -> Self:
        """The signature that str() wrote; ValueError for anything else, those of another version included."""
        version, *fields = line.split(".")
        if version != _VERSION or len(fields) != 3:
            raise ValueError(f"{line[:20]!r} is no signature of version {_VERSION}")
        samples = [urlsafe_b64decode(field) for field in fields[1:]]
        for numbers in map(numbers_in, samples):
            if not numbers or not all(map(lt, numbers, numbers[1:])):
                raise ValueError(f"{line[:20]!r} is no signature: its numbers do not ascend")
        return cls(int(fields[0]), *samples)

    def search_numbers(self) -> set[int]:
        """Some two dozen numbers, of which copies of one story share at least one."""
        return {*numbers_in(self.lead), *numbers_in(self.sample)[:_KEYS]}


def signature_from(text: str) -> Signature | None:
    """The signature of a story's text or Markdown; None where it has no words."""
    words = words_in(text)
    if not words:
        return None
    runs = _runs(words)
    lead = nsmallest(_LEAD_KEPT, set(runs[: _LEAD_WORDS - SHINGLE + 1]))
    return Signature(len(words), _packed(lead), _packed(nsmallest(KEPT, set(runs))))


def words_in(text: str) -> list[str]:
    """The words of a text in the form in which they are compared."""
    return _WORD.findall(normalize("NFKC", text).casefold())


def shared(one: Signature, other: Signature) -> float:
    """About how much of the shorter story is in the longer one, from 0 to 1."""
    return _share(numbers_in(one.sample), numbers_in(other.sample), KEPT)


def shared_lead(one: Signature, other: Signature) -> float:
    """About how much the openings of two stories have in common, from 0 to 1."""
    return _share(numbers_in(one.lead), numbers_in(other.lead), _LEAD_KEPT)


def numbers_in(sample: bytes) -> list[int]:
    """The numbers of a sample, ascending; ValueError where the bytes are no whole numbers."""
    numbers = array("I", sample)
    if byteorder == "big":
        numbers.byteswap()
    return numbers.tolist()


def _share(one: list[int], other: list[int], most: int) -> float:
    """The share of the smaller set in the larger, by their smallest numbers.

    Only up to the place to which both samples are complete can they be compared.
    """
    limit = min(sample[-1] if len(sample) >= most else 2**32 for sample in (one, other))
    fewer = min(bisect_right(one, limit), bisect_right(other, limit))
    return len(set(one).intersection(other)) / fewer


def _runs(words: list[str]) -> list[int]:
    """The number of each run of SHINGLE words; of a shorter text, the one of them all."""
    text = " ".join(words).encode()
    starts = list(accumulate((len(word.encode()) + 1 for word in words), initial=0))
    view = memoryview(text)
    count = max(1, len(words) - SHINGLE + 1)
    size = min(SHINGLE, len(words))
    return [crc32(view[starts[at] : starts[at + size] - 1]) for at in range(count)]


def _packed(numbers: Iterable[int]) -> bytes:
    packed = array("I", numbers)
    if byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _base64(data: bytes) -> str:
    return urlsafe_b64encode(data).decode()
