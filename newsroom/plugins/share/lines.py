# SPDX-License-Identifier: AGPL-3.0-only
"""A headline in lines: as few as it needs, all of about one length, broken where readers of its script expect it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Width = Callable[[str], float]

ELLIPSIS = "…"
# Scripts that part no words: a line may end after any letter, but for what follows
_KATAKANA = re.compile("[\u30a0-\u30ff]")  # they write whole words, which a headline can keep whole
_UNPARTED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")
# Never at the start of a line, never at its end: kinsoku (JIS X 4051), as far as headlines need it
_NOT_FIRST = frozenset(
    "、。，．・：；？！」』）］｝〉》】〕”’…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%％,.!?:;)]}»"
)
_NOT_LAST = frozenset("「『（［｛〈《【〔“‘([{«¥￥$＄£#＃")
_AFTER = frozenset("-‐–—/")  # a line may end after them, where letters stand on both sides


def units_of(text: str) -> list[str]:
    """What stays on one line, each with the space after it: joined they are the text."""
    found = [""]
    for before, letter in pairwise(f" {text}"):
        if found[-1] and _may_part(before, letter, found[-1]):
            found.append("")
        found[-1] += letter
    return found


def _may_part(before: str, letter: str, unit: str) -> bool:
    """Whether a line may end between two letters, of which the first ends `unit`."""
    if letter == " " or unicodedata.combining(letter):
        return False
    if before == " ":
        return True
    if before in _AFTER:
        return unit[-2:-1].isalpha() and letter.isalpha()
    if _KATAKANA.match(before) and _KATAKANA.match(letter):
        return False
    if _UNPARTED.match(before) or _UNPARTED.match(letter):
        beside = _UNPARTED.match(before) and _UNPARTED.match(letter)
        mark = before in _NOT_FIRST or letter in _NOT_LAST
        return bool(beside or mark) and letter not in _NOT_FIRST and before not in _NOT_LAST
    return before in _NOT_FIRST and not before.isascii() and unicodedata.east_asian_width(before) in "WF"


def lines_within(units: Sequence[str], widths: Sequence[float], measure: float) -> list[str] | None:
    """The units in lines of at most `measure`, each as full as can be; None where one of them alone is wider."""
    lines, room = [""], measure
    for unit, width in zip(units, widths, strict=True):
        if width > measure:
            return None
        if width > room:
            lines.append("")
            room = measure
        lines[-1] += unit
        room -= width
    return [line.rstrip(" ") for line in lines]


def balanced(units: Sequence[str], widths: Sequence[float], measure: float) -> list[str] | None:
    """As lines_within(), the lines as narrow as their number allows: CSS calls it text-wrap: balance."""
    best = lines_within(units, widths, measure)
    if best is None or len(best) == 1:
        return best
    low, high = max(max(widths), sum(widths) / len(best) - 1), measure
    while high - low > 1:
        middle = (low + high) / 2
        found = lines_within(units, widths, middle)
        if found is not None and len(found) <= len(best):
            best, high = found, middle
        else:
            low = middle
    return best


def shortened(units: Sequence[str], widths: Sequence[float], measure: float, count: int, dots: float) -> list[str]:
    """At most `count` lines; what goes beyond gives way to an ellipsis of the width `dots`, whole units at a time.

    The last resort: a unit wider than a line is cut.
    """
    kept = [_cut(unit, width, measure - dots) for unit, width in zip(units, widths, strict=True)]
    narrow = [min(width, measure - dots) for width in widths]
    for end in range(len(kept), 0, -1):
        last = kept[end - 1] if end == len(kept) else kept[end - 1].rstrip(" ,;:–—") + ELLIPSIS
        ended = [*kept[: end - 1], last]
        lines = lines_within(ended, [*narrow[: end - 1], narrow[end - 1] + dots], measure)
        if lines and len(lines) <= count:
            return lines
    return []


def _cut(unit: str, width: float, measure: float) -> str:
    if width <= measure:
        return unit
    letters = list(_clusters(unit))
    return "".join(letters[: max(1, int(len(letters) * measure / width * 0.9) - 1)]) + ELLIPSIS


def _clusters(text: str) -> Iterator[str]:
    """Letters with the marks that stand on them."""
    cluster = ""
    for letter in text:
        if cluster and not unicodedata.category(letter).startswith("M"):
            yield cluster
            cluster = ""
        cluster += letter
    yield cluster
