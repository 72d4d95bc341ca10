# SPDX-License-Identifier: MIT
"""Paragraphs of a story whose line ends were lost, as a newspaper would set them."""

import re
from collections.abc import Sequence

from newsroom.convert.break_signs import signs_between
from newsroom.convert.break_weights import BREAKS, score
from newsroom.convert.function_words import language_of, small_words
from newsroom.convert.pieces import Cut, is_cjk, pieces_of
from newsroom.convert.quotations import quotations

# The least score of a break between two sentences: docs/break-model.md tells what it was weighed
# against. Higher parts less and is right more often.
_LEAST = -0.6
# A paragraph that would grow longer is broken at any sentence: of those of 273 stories one in twenty is
# longer. By folds 500 costs a hundredth of precision, 700 nothing (November 2026).
_LONG = 700
_SAYS = (
    r"(?:said|says|told|tells|added|adds|asked|asks|noted|notes|explained|explains|warned|wrote|writes"
    r"|continued|insisted|argued|claimed|recalled|stated|stressed|replied|announced|declared|confirmed"
    r"|acknowledged|admitted|concluded|tweeted|observed|remarked|answered)"
)
# The speaker of the quotation before: `Smith, the mayor, said` or `said Smith`.
_NAMES_SPEAKER = re.compile(rf"(?:[^\s\"“”]+ ){{0,7}}{_SAYS}\b|according to\b", re.IGNORECASE)
# A sentence that leans on its speaker's: it ends in `he added`, with perhaps a few words more.
_TAIL = re.compile(rf",[\"”’]? (?:he|she|they|it) {_SAYS}\b[^\"“”,]{{0,40}}$", re.IGNORECASE)
# A paragraph that is longer takes none in any more.
_TAIL_SEARCHED, _ENOUGH = 80, 180
# In Chinese and Japanese two or three sentences, as long as a paragraph of 225 letters in other scripts.
_CJK_LENGTH = 90


def paragraph_starts(text: str) -> list[int]:
    """Where the paragraphs of a joined text begin: ascending, the first 0.

    A quotation stays whole and with its speaker, whatever the length.
    """
    small = small_words(language_of(text))
    quoted = quotations(text)
    pieces = pieces_of(text, quoted, small)
    breaks = _breaks_of_lines(text, pieces) if is_cjk(text) else _breaks_of_model(text, pieces, quoted, small)
    bare = _bare(text, pieces, quoted)
    starts = [0]
    ends = [*(at for at, _ in pieces[1:]), len(text)]
    for place in range(1, len(pieces)):
        at, cut = pieces[place]
        parted = breaks[place] or ends[place] - starts[-1] > _LONG
        if cut is not Cut.SENTENCE or (parted and not _leans(text, pieces, place, bare, starts[-1])):
            starts.append(at)
    return starts


def _breaks_of_model(
    text: str, pieces: list[tuple[int, Cut]], quoted: Sequence[tuple[int, int]], small: dict[str, int]
) -> list[bool]:
    return [True, *(score(BREAKS, signs) > _LEAST for signs in signs_between(text, pieces, quoted, small))]


def _breaks_of_lines(text: str, pieces: list[tuple[int, Cut]]) -> list[bool]:
    """Chinese and Japanese: a space behind a full stop was a line's end. Without any, by length."""
    if any(text[at - 1] == " " for at, _ in pieces[1:]):
        return [at == 0 or text[at - 1] == " " for at, _ in pieces]
    breaks, start = [], 0
    for at, _ in pieces:
        breaks.append(at - start >= _CJK_LENGTH)
        start = at if breaks[-1] else start
    return breaks


def _bare(text: str, pieces: list[tuple[int, Cut]], quoted: Sequence[tuple[int, int]]) -> list[bool]:
    """Which pieces are a quotation that names no speaker."""
    outer = set(quoted)
    ends = [at for at, _ in pieces[1:]] + [len(text)]
    return [(at, at + len(text[at:end].rstrip())) in outer for (at, _), end in zip(pieces, ends, strict=True)]


def _leans(text: str, pieces: list[tuple[int, Cut]], place: int, bare: list[bool], start: int) -> bool:
    """Whether a piece belongs to the paragraph above it, which begins at `start`, for who speaks in it."""
    at = pieces[place][0]
    end = pieces[place + 1][0] if place + 1 < len(pieces) else len(text)
    if bare[place]:
        return end == len(text) or not _NAMES_SPEAKER.match(text, end)
    if bare[place - 1] and _NAMES_SPEAKER.match(text, at):
        return True
    return at - start < _ENOUGH and bool(_TAIL.search(text[max(at, end - _TAIL_SEARCHED) : end].rstrip()))
