# SPDX-License-Identifier: MIT
"""Words, and how alike two texts are in them: what quality is measured with."""

import re
import unicodedata
from collections import Counter

# Marks that publishers' pages and their gold write in different ways.
_SAME = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "\u00a0": " ", "\u200b": "", "\u00ad": "",
})  # fmt: skip
# Chinese, Japanese, Korean and Thai part no words: each character counts as one.
_UNSPACED = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]"
_WORD = re.compile(rf"{_UNSPACED}|(?:(?!{_UNSPACED})[^\W_])+")
_PAIRS = (("«", "»"), ("「", "」"), ("『", "』"))

Run = tuple[str, ...]  # words in a row
Break = tuple[Run, Run]  # the last words of a paragraph, the first of the next


def words(text: str | None) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    return _WORD.findall(_plain(text).casefold())


def letters(text: str | None) -> str:
    """The words of a text without anything between them."""
    return "".join(words(text))


def line(text: str | None) -> str:
    """The words of a title with single spaces between them."""
    return " ".join(re.sub(r"[^\w]+", " ", _plain(text).casefold()).split())


def runs(text: list[str], length: int = 4) -> Counter[Run]:
    """Every run of words of that length, and the shorter ones that begin the text."""
    ends = range(min(length, len(text)), len(text) + 1)
    return Counter(tuple(text[max(0, end - length) : end]) for end in ends) if text else Counter()


def breaks(paragraphs: list[str], length: int = 3) -> Counter[Break]:
    """Where paragraphs end: so many words on either side."""
    texts = [text for paragraph in paragraphs if (text := words(paragraph))]
    flat = [word for text in texts for word in text]
    counts: Counter[Break] = Counter()
    at = 0
    for text in texts[:-1]:
        at += len(text)
        counts[tuple(flat[max(0, at - length) : at]), tuple(flat[at : at + length])] += 1
    return counts


def joins(paragraphs: list[str], length: int = 3) -> set[Run]:
    """The words around every place at which the text could be broken."""
    flat = words("\n".join(paragraphs))
    return {tuple(flat[at - length : at + length]) for at in range(length, len(flat) - length + 1)}


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def likeness(one: str | None, other: str | None) -> float:
    """F1 of the words of two texts, whatever their order."""
    ours, theirs = Counter(words(one)), Counter(words(other))
    if not ours or not theirs:
        return 0.0
    both = (ours & theirs).total()
    return harmonic(both / ours.total(), both / theirs.total())


def is_unbalanced(paragraph: str) -> bool:
    """Whether a paragraph opens a quotation mark that it does not close, or the other way round.

    German „…“ closes with what English opens with, and Swedish ”…” opens with what English closes with.
    """
    count = paragraph.count
    if count('"') % 2 or any(count(opens) != count(closes) for opens, closes in _PAIRS):
        return True
    low, left, right = count("„"), count("“"), count("”")
    if low:
        return low != left + right
    return bool(right % 2) if not left else left != right


def _plain(text: str | None) -> str:
    return unicodedata.normalize("NFKC", text or "").translate(_SAME)
