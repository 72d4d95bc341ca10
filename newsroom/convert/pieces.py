# SPDX-License-Identifier: MIT
"""Pieces of a joined story: its sentences, and what a page sets on lines of its own between them.

A subhead has no full stop: joined into one line it runs into the sentence below it. What is told
apart here, inside a sentence, is a subhead, a list and a label that the text repeats (`Pros:`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum

from newsroom.convert.break_weights import SUBHEADS, score
from newsroom.convert.sentences import sentence_starts

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁЄІЇҐ"
# A capital inside a sentence, behind no comma: where a subhead may have ended.
_CAPITAL = re.compile(rf"(?<=[^\s,;(—–:&/-]) (?=([{_UPPER}][^\W_]*+))")
_LONG_SMALL = re.compile(r" [a-zß-ÿа-яёєії]{5,}")
_BULLETS, _HYPHEN = "•▪◦●■‣✓➤◆*", re.compile(r"-\s")
_BULLET = re.compile(rf"(?<=\s)([{_BULLETS}]|-(?=\s))\s*(?=[\w“\"„«($£€])")
_LABEL = re.compile(rf"(?<= )([{_UPPER}][^\s:]*+(?: [^\s:]+){{0,2}}): ")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CJK_SPACE = re.compile(r"(?<=[\u3000-\u30ff\u3400-\u9fff！-～]) (?=[\u3000-\u30ff\u3400-\u9fff！-～◆■●])")
_WORD = re.compile(r"[^\W_]+")
_FIRST_LETTERS = re.compile(r"\W*([^\W\d_]+)")
# A subhead has at most 14 words; at more than 130 characters none was seen (November 2026).
_SUBHEAD_WORDS, _SUBHEAD_LONGEST = 14, 130
# Bullets within so many characters are one list, and are one paragraph of the story's text.
_LIST_GAP = 250
# A label counts from its third time on: twice it may be chance.
_LABEL_TIMES = 3
_NEAR = 4000
# The names of the signs of a subhead, in their order.
SUBHEAD_SIGNS = ("words", "capitals", "length", "last_capital", "end", "kind", "rest", "head_first", "times",
                 "long_small", "small_follows", "capitals_follow", "word_length")  # fmt: skip


class Cut(IntEnum):
    """What parts a piece from the one before it."""

    SENTENCE = 0
    SUBHEAD = 1  # the piece before is one
    LIST = 2
    LABEL = 3
    LINE = 4  # a space where the script has none: a line ended here


def pieces_of(text: str, quoted: Sequence[tuple[int, int]], small: dict[str, int]) -> list[tuple[int, Cut]]:
    """Where the pieces of a text start, ascending, the first 0, and what each is parted by."""
    starts = sentence_starts(text)
    found = () if is_cjk(text) else subhead_candidates(text, starts, small)
    return pieces_from(text, quoted, starts, {at for at, signs in found if score(SUBHEADS, signs) > 0})


def pieces_from(
    text: str, quoted: Sequence[tuple[int, int]], starts: Sequence[int], subheads: set[int]
) -> list[tuple[int, Cut]]:
    """The pieces, from the starts of the sentences and the places where subheads end."""
    cuts = dict.fromkeys(starts, Cut.SENTENCE)
    if is_cjk(text):
        cuts |= dict.fromkeys((match.end() for match in _CJK_SPACE.finditer(text)), Cut.LINE)
    else:
        cuts |= dict.fromkeys(subheads, Cut.SUBHEAD)
        cuts |= dict.fromkeys(_labels(text), Cut.LABEL)
    cuts |= dict.fromkeys(_lists(text), Cut.LIST)
    return sorted(_outside(cuts, quoted))


def is_cjk(text: str) -> bool:
    """Whether a text is written in Chinese or Japanese, which have no spaces."""
    return len(_CJK.findall(text, 0, 600)) > 100


def _outside(cuts: dict[int, Cut], quoted: Sequence[tuple[int, int]]) -> list[tuple[int, Cut]]:
    """The cuts that part no quotation."""
    inside = iter(quoted)
    start, end = next(inside, (1 << 60, 0))
    kept = []
    for at, cut in sorted(cuts.items()):
        while end <= at and start <= at:
            start, end = next(inside, (1 << 60, 0))
        if not start < at < end:
            kept.append((at, cut))
    return kept


def subhead_candidates(
    text: str, starts: Sequence[int], small: dict[str, int]
) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Where a small word with a capital stands inside a sentence, and the signs that a subhead ends before it."""
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        for match in _CAPITAL.finditer(text, start + 1, min(end, start + _SUBHEAD_LONGEST)):
            if match[1].casefold() in small:
                head, rest = text[start : match.start()], text[match.end() : end]
                near = text[max(0, match.end() - _NEAR) : match.end() + _NEAR]
                if _may_be_subhead(head, match[1], small):
                    yield match.end(), _subhead_signs(head, rest, near, small)


def _may_be_subhead(head: str, word: str, small: dict[str, int]) -> bool:
    words = head.split()
    if len(words) > _SUBHEAD_WORDS or (len(words) > 1 and words[-1] in small):
        return False
    return word != "I" or not _LONG_SMALL.search(head)


def _subhead_signs(head: str, rest: str, near: str, small: dict[str, int]) -> tuple[float, ...]:
    """The evidence that a subhead ends between `head` and `rest`, in the order of SUBHEAD_SIGNS."""
    words = head.split()
    last = words[-1]
    following = _WORD.findall(rest[:80])
    return (
        len(words),
        sum(each[0].isupper() or each[0].isdigit() for each in words) / len(words),
        len(head),
        last[:1].isupper(),
        1 + "?!:.)”\"’'".find(last[-1]),
        small.get(following[0].casefold(), 0),
        len(rest),
        _class_of(words[0], small),
        near.count(f"{last} {following[0]}"),
        bool(_LONG_SMALL.search(head)),
        len(following) > 1 and following[1][:1].islower(),
        sum(each[:1].isupper() for each in following[:8]),
        len(following[0]),
    )


def _class_of(word: str, small: dict[str, int]) -> int:
    letters = _FIRST_LETTERS.match(word)
    return small.get(letters[1].casefold(), 0) if letters else 0


def _labels(text: str) -> list[int]:
    """Where labels stand that the text repeats: `Pros:`, `Where to watch:`."""
    if text.count(": ") < _LABEL_TIMES:
        return []
    found = [(match.start(1), match[1].split(" ")) for match in _LABEL.finditer(text)]
    times = Counter(" ".join(words[place:]) for _, words in found for place in range(len(words)))
    starts = []
    for start, words in found:
        for place, word in enumerate(words):
            if word[:1].isupper() and times[" ".join(words[place:])] >= _LABEL_TIMES:
                starts.append(start + sum(len(each) + 1 for each in words[:place]))
                break
    return starts


def _lists(text: str) -> list[int]:
    """Where lists begin: at the first of two or more of one bullet."""
    if not _HYPHEN.search(text) and not any(map(text.__contains__, _BULLETS)):
        return []
    bullets = [(match.start(1), match[1]) for match in _BULLET.finditer(text)]
    starts = []
    before: dict[str, int] = {}
    for place, (at, mark) in enumerate(bullets):
        following = next((each for each, other in bullets[place + 1 : place + 4] if other == mark), None)
        first = at - before.get(mark, -_LIST_GAP - 1) > _LIST_GAP
        if first and following is not None and following - at <= _LIST_GAP:
            starts.append(at)
        before[mark] = at
    return starts
