# SPDX-License-Identifier: MIT
"""What steps ask of a line: its words, and whether it is prose."""

import re
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import NamedTuple

from newsroom.convert.ascii_words import cut_words, table_of
from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed

# Spaces that break lines or separate words; a no-break space holds words together and stays. Most
# texts have none of UNEVEN, and to know that is ten times as fast.
_SPACES = re.compile(r"[ \t\r\n\u2028\u2029]+")
_UNEVEN = ("  ", "\t", "\r", "\n", "\u2028", "\u2029")
# In the scripts of India words hold vowel signs, which `\w` has not.
WORD = re.compile(r"[\w\u0900-\u0963\u0966-\u0dff]+")
# Typographic marks keep many a text from being ASCII, whose words are found five times as fast.
_TYPOGRAPHIC = (("’", "'"), ("“", '"'), ("”", '"'), ("‘", "'"), ("–", "-"), ("—", "-"), ("…", "."), ("\u00a0", " "))
_IN_WORDS = table_of("_")
# Thai and Lao end no sentence with a stop: there a letter of theirs counts.
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔։።။។\u0e01-\u0edf]")
# A paragraph of news has 225 characters in the middle; teasers, captions and menu lines
# are shorter than 100. Chinese and Japanese say the same in a third of the room, Korean in half of it.
_PROSE_MIN, _PROSE_MIN_CJK, _PROSE_MIN_KOREAN = 100, 40, 60
_KOREAN = re.compile(r"[\uac00-\ud7af]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


class Line(NamedTuple):
    """A block and the text in it; a tuple, for every step makes hundreds, and a dataclass takes thrice as long."""

    block: Block
    text: str


_line_of: Callable[[tuple[Block, str]], Line] = partial(tuple.__new__, Line)  # in a third of the time


def open_lines(seed: Seed, blocks: Blocks) -> list[Line]:
    """The blocks that no step has decided yet, with their text."""
    text, undecided = seed.text, Role.OPEN
    return [_line_of((each, text[each.start : each.end])) for each in blocks.items if each.role is undecided]


def squeezed(text: str) -> str:
    """The text in one line, its white space single spaces."""
    if any(map(text.__contains__, _UNEVEN)):
        text = _SPACES.sub(" ", text)
    return text.strip()


def same_words(text: str) -> str:
    """A form that two printings of one headline share: case, punctuation and spaces aside."""
    return " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    text = plain(text)
    return plain_words(text) if text.isascii() else WORD.findall(text.casefold())


def plain(text: str) -> str:
    """The text with ASCII's marks in the place of typographic ones, of which none is part of a word."""
    if not text.isascii():
        for mark, ours in _TYPOGRAPHIC:
            text = text.replace(mark, ours)
    return text


def plain_words(text: str) -> list[str]:
    """The words of a text in ASCII, in small letters."""
    return cut_words(text, _IN_WORDS)


def is_prose(text: str) -> bool:
    """Whether a line is long enough for a paragraph, and ends a sentence somewhere."""
    # A full stop is found ten times as fast as one of all stops.
    if len(text) < _PROSE_MIN_CJK or ("." not in text and not _SENTENCE_END.search(text)):
        return False
    if len(text) >= _PROSE_MIN:
        return True
    if text.isascii():
        return False
    if _has_twenty(_CJK, text):
        return True
    return len(text) >= _PROSE_MIN_KOREAN and _has_twenty(_KOREAN, text)


def word_count(text: str) -> int:
    """How many words; two characters of Chinese or Japanese, which has no spaces, are one."""
    text = plain(text)
    if text.isascii():
        return len(plain_words(text))
    cjk = len(_CJK.findall(text))
    return len(WORD.findall(_CJK.sub(" ", text) if cjk else text)) + cjk // 2


def has_words(text: str) -> bool:
    """Whether a line holds a letter of any alphabet."""
    return any(map(str.isalpha, text))


def _has_twenty(characters: re.Pattern[str], text: str) -> bool:
    return len(list(islice(characters.finditer(text), 20))) == 20
