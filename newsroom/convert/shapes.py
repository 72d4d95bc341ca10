# SPDX-License-Identifier: MIT
"""The shape of a line: how long it is, how it ends, and which of the page's own words it has."""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from newsroom.convert.ascii_words import cut_words, table_of
from newsroom.convert.lines import plain
from newsroom.convert.pagewords import KINDS, WIDE_KINDS

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SIMPLE = re.compile(r"[^']+'[^']+")  # a word of which _WORDS leaves no part out
_IN_WORDS = table_of("'")
_SENTENCE_ENDS = frozenset(".!?…。！？؟।۔։።။។")
_INNER_END = re.compile(r"[.!?…؟।۔։።။។\u0e01-\u0edf][\"'”’»)]*\s|[。！？]")
_CLOSERS = "\"'”’»›」』)]*_"
# A line's beginning says what it is: no more of it is looked at for words.
_SEEN = 240
# A paragraph of news has 225 characters in the middle; teasers, captions and menu lines have less
# than 100. A character of Chinese, Japanese, Korean or Thai says as much as two and a half.
_PROSE, _WIDER = 100, 1.5
_LISTED = 400  # a table or a calendar in one line ends no sentence


class Shape(NamedTuple):
    """What one line looks like by itself."""

    size: int  # characters; one of a script that writes closely counts for more
    prose: bool  # long enough for a paragraph, and ends a sentence somewhere
    ended: bool  # ends as a sentence does
    kinds: int  # bits of the kinds of page words in it
    twice: int  # those of which it has two words or more
    words: tuple[str, ...]  # its first words, in lower case


_Values = tuple[int, bool, bool, int, int, tuple[str, ...]]
_shape_from: Callable[[_Values], Shape] = partial(tuple.__new__, Shape)  # in a third of the time


def shape_of(text: str) -> Shape:
    """The shape of a line that has no white space around it."""
    seen = plain(text[:_SEEN])
    ascii_only = seen.isascii()
    wide = 0 if ascii_only else len(_WIDE.findall(seen))
    size = int(len(text) * (1 + _WIDER * wide / len(seen))) if wide else len(text)
    words = tuple(_ascii_words(seen) if ascii_only else _WORDS.findall(seen.casefold()))
    kinds = twice = 0
    for word in filter(KINDS.get, words):
        bits = KINDS[word]
        twice |= kinds & bits
        kinds |= bits
    if wide:
        for word, bit in WIDE_KINDS:
            if word in seen:
                twice |= kinds & bit
                kinds |= bit
    last = text[-1]
    ended = last in _SENTENCE_ENDS or (last in _CLOSERS and text[-4:].rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS)
    prose = size >= _PROSE and (ended or size >= _LISTED or bool(_INNER_END.search(text)))
    return _shape_from((size, prose, ended, kinds, twice, words))


def _ascii_words(text: str) -> list[str]:
    """What _WORDS finds in a text of ASCII, in small letters."""
    words = cut_words(text, _IN_WORDS)
    if "'" not in text or all(map(_SIMPLE.fullmatch, [word for word in words if "'" in word])):
        return words
    return [each for word in words for each in (_WORDS.findall(word) if "'" in word else (word,))]
