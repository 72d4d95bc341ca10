# SPDX-License-Identifier: MIT
"""Signs of a paragraph's end: what stands on both sides of a place between two pieces, as numbers.

Only shape, quotation marks, small words and verbs of saying: nothing of what a story is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.convert.ascii_words import cut_words, table_of
from newsroom.convert.lines import plain
from newsroom.convert.pieces import Cut

_TOKEN = re.compile(r"[^\W_]+")
_IN_TOKENS = table_of(small=False)
_OPENS = frozenset('"“„«「『')
# Who speaks: verbs of saying in the languages of the small words, as they stand in news.
_WORDS_OF_SAYING = (
    "say says said saying told tells tell added adds asked asks noted notes explained explains warned warns wrote"
    " writes continued continues insisted insists argued argues claimed claims recalled recalls stated states stressed"
    " replied announced declared confirmed acknowledged admitted concluded tweeted observed remarked answered"
    " according According sagt sagte sagten erklärt erklärte betont betonte teilte meint meinte laut Laut schrieb"
    " fordert dit déclaré explique affirme selon Selon ajouté dijo explica según Según aseguró afirmó disse afirmou"
    " segundo Segundo detto spiega zegt aldus säger sade siger sagde сказал сказала заявил заявила сообщил"
)
_SAYING = frozenset(_WORDS_OF_SAYING.split())
# Below so many characters a piece is short: a heading, a label, an exclamation.
_SHORT = 45


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one piece shows.

    `quoted` is 0 without a quotation, 1 with one inside, 2 with one at its start, 3 if it is one. `first` and
    `second` are the classes of its first small words, `capitals` the share of words with one.
    """

    cut: Cut
    length: int
    quoted: int
    says: bool
    first: int
    second: int
    capitals: float


# The names of the signs, in their order: `above` and `below` are the neighbours of the piece itself.
SIGNS = ("below", "before_above", "first", "second", "quoted_above", "quoted", "says_above", "says_below",
         "saying_quoted", "length_above", "length", "length_below", "capitals_above", "short", "quotation")  # fmt: skip


def signs_between(
    text: str, pieces: list[tuple[int, Cut]], quoted: Sequence[tuple[int, int]], small: dict[str, int]
) -> list[tuple[float, ...]]:
    """The signs of each piece but the first, in the order of SIGNS."""
    read = _read(text, pieces, quoted, small)
    none = _Piece(Cut.SENTENCE, 0, -1, False, 0, 0, 0)
    if len(read) < 2:
        return []
    neighbours = zip([none, *read[:-2]], read[:-1], read[1:], [*read[2:], none], strict=True)
    return [_signs(*four) for four in neighbours]


def _signs(before: _Piece, above: _Piece, piece: _Piece, below: _Piece) -> tuple[float, ...]:
    return (
        below.cut + 1 if below.length else 0,
        before.length,
        piece.first,
        piece.second,
        above.quoted,
        piece.quoted,
        above.says,
        below.says,
        2 * piece.says + (piece.quoted > 0),
        above.length,
        piece.length,
        below.length,
        above.capitals,
        (piece.length < _SHORT) + 2 * (above.length < _SHORT),
        4 * above.quoted + piece.quoted,
    )


def _read(
    text: str, pieces: list[tuple[int, Cut]], quoted: Sequence[tuple[int, int]], small: dict[str, int]
) -> list[_Piece]:
    found = []
    place = 0
    for (start, cut), (end, _) in zip(pieces, [*pieces[1:], (len(text), None)], strict=True):
        while place < len(quoted) and quoted[place][1] <= start:
            place += 1
        inside, each = 0, place
        while each < len(quoted) and quoted[each][0] < end:
            inside += min(quoted[each][1], end) - max(quoted[each][0], start)
            each += 1
        found.append(_piece(text[start:end].rstrip(), cut, inside, small))
    return found


def _piece(words: str, cut: Cut, inside: int, small: dict[str, int]) -> _Piece:
    printed = plain(words)
    tokens = cut_words(printed, _IN_TOKENS) if printed.isascii() else _TOKEN.findall(words)
    lead = [small.get(token.casefold(), 0) for token in tokens[:2]]
    quoted = 0
    if inside:
        quoted = 3 if inside >= len(words) - 3 else 2 if words[0] in _OPENS else 1
    capitals = sum([token[0].isupper() for token in tokens])
    return _Piece(
        cut,
        len(words),
        quoted,
        not _SAYING.isdisjoint(tokens),
        lead[0] if lead else 0,
        lead[1] if len(lead) > 1 else 0,
        capitals / len(tokens) if tokens else 0,
    )
