# SPDX-License-Identifier: MIT
"""Why a seed makes no post: each reason in words that a person understands."""

import re
from collections.abc import Callable

from newsroom.convert.blocks import Blocks
from newsroom.convert.controls import is_clean
from newsroom.convert.lines import is_prose, word_count
from newsroom.convert.model import STORY, Article, Refusal, Seed
from newsroom.convert.no_story import proof_of_no_story

# Counted limits, so that the outcome is the same on every machine. The longest of 973 dumps has
# 39,000 characters in 1,034 lines; the slowest text that we could think of takes 1 s at the limit.
MOST_CHARACTERS = 400_000
MOST_LINES = 10_000
_MOST_LABELS = 6_000  # at 40 characters each, what the front matter of a post has room for
# One in a hundred characters that no page can show, or more than a few: not text. Those that turn
# the direction of the text count: thousands of them are an attack, and each would be a block.
_BINARY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd\ufffe\uffff]")
_BINARY_SHARE, _BINARY_FEW = 0.01, 8
# A brief of police or fire has thirty words; of 273 stories one had fewer than 28, a damaged one.
_FEWEST_WORDS = 25
_HEADLINE_MOST = 500


def refuse_text(seed: Seed) -> Refusal | None:
    """The refusal of a text that is not worth a look: empty, too large, binary."""
    text = seed.text
    if not text.strip():
        return Refusal(seed.key, "empty", "the seed has no words")
    if len(text) > MOST_CHARACTERS:
        why = f"{len(text):,} characters are more than {MOST_CHARACTERS:,}"
        return Refusal(seed.key, "too large", why)
    binary = [] if is_clean(text) else _BINARY.findall(text)
    if len(binary) > max(_BINARY_FEW, len(text) * _BINARY_SHARE):
        first = _BINARY.search(text)
        why = f"{len(binary):,} of {len(text):,} characters cannot be shown"
        return Refusal(seed.key, "binary", why, _line_of(seed, first.start() if first else 0))
    lines = text.count("\n") + text.count("\r")
    if lines > MOST_LINES:
        return Refusal(seed.key, "too many lines", f"{lines:,} lines are more than {MOST_LINES:,}")
    return None


def refuse_article(seed: Seed, blocks: Blocks, article: Article) -> Refusal | None:
    """The refusal of a page on which the steps found no story."""
    return next((found for check in _CHECKS if (found := check(seed, blocks, article))), None)


def _no_story(seed: Seed, blocks: Blocks, article: Article) -> Refusal | None:
    if article.paragraphs or any(is_prose(seed.text[block.start : block.end]) for block in blocks.items):
        return None
    return Refusal(seed.key, "no story", "no line is long enough to be a paragraph of one")


def _is_something_else(seed: Seed, blocks: Blocks, article: Article) -> Refusal | None:
    proof = proof_of_no_story(seed, blocks, article)
    return Refusal(seed.key, proof.reason, proof.why, _line_of(seed, proof.start)) if proof else None


def _no_headline(seed: Seed, _blocks: Blocks, article: Article) -> Refusal | None:
    if article.headline and len(article.headline) > _HEADLINE_MOST:
        return Refusal(seed.key, "no headline", f"{article.headline[:40]!r}… is too long for one")
    return None


def _too_short(seed: Seed, blocks: Blocks, article: Article) -> Refusal | None:
    words = 0
    for paragraph in article.paragraphs:
        words += word_count(paragraph.text)
        if words >= _FEWEST_WORDS:  # most stories, after a few lines
            return None
    why = f"{words} words of story, where the shortest has {_FEWEST_WORDS}"
    first = next((block for block in blocks.items if block.role in STORY), None)
    return Refusal(seed.key, "too short", why, _line_of(seed, first.start) if first else None)


def _too_many_pieces(seed: Seed, blocks: Blocks, _article: Article) -> Refusal | None:
    pieces = len(blocks.items)
    if pieces <= _MOST_LABELS:
        return None
    return Refusal(seed.key, "too many pieces", f"{pieces:,} pieces are more than {_MOST_LABELS:,}")


_CHECKS: tuple[Callable[[Seed, Blocks, Article], Refusal | None], ...] = (
    _no_story,
    _no_headline,
    _too_many_pieces,
    _is_something_else,  # before the length: what a page says of itself explains more
    _too_short,
)


def _line_of(seed: Seed, start: int) -> int:
    return seed.text.count("\n", 0, start) + 1
