# SPDX-License-Identifier: MIT
"""Signs of a story, and of pages that are none: what a page and its text look like, as numbers.

Only shape, marks and small words: nothing of what a page is about. Each sign is between 0 and 1.
"""

import math
from collections import Counter
from collections.abc import Sequence

from newsroom.convert.blocks import Block
from newsroom.convert.lines import word_count, words_of
from newsroom.convert.model import Article, Role
from newsroom.convert.page_signs import DATED, DATED_LINE, ENTRY, GREETING, SIGN_LINE, addresses_in, code_in, sign_of
from newsroom.convert.talk_words import FORM, MAY, PAST, SAY, WE, WHEN, talk_bits

SHAPE = ("published", "authors", "agency", "section", "caption", "run", "lines", "whole", "share", "ended",
         "short_head", "long_head")  # fmt: skip
WORDS = ("past", "say", "may", "when", "we", "form", "questions", "exclaims", "quotes")
KINDS = ("forum", "shop", "listing", "links", "entries", "greets", "dated", "addresses", "code")
SIGNS = (*SHAPE, *WORDS, *KINDS)

_TEXT = (Role.BODY, Role.STANDFIRST, Role.ITEM, Role.QUOTATION)
_AROUND = (Role.FURNITURE, Role.SUBHEAD, Role.CAPTION, Role.TAGS, Role.NOTE)
_BREAKS = (Role.FURNITURE, Role.SUBHEAD)
_NOTICES = ("cookies", "legal", "newsletter", "copyright")
_SAMPLE = 2500  # characters of a text by which it is judged
_GOODS = ("shop", "links")
_BESIDE, _NEAR = 60, 16  # blocks: half as many lines, for every other is white space
# More lines than these speak for a whole page, which has hundreds around a story.
_MOST_LINES = 60
# How many of each in a word, or in a character, are all that can be: above it a sign is 1.
_RATES = (("past", PAST, 0.04), ("say", SAY, 0.02), ("may", MAY, 0.04), ("when", WHEN, 0.03),
          ("we", WE, 0.04), ("form", FORM, 0.04))  # fmt: skip
_QUOTES = '"“”„«»「」'
_ENDS = tuple(".!?…。\"”»」)’'؟।")
_GREETINGS, _ADDRESSES, _CODE = 3, 4 / 1000, 12 / 1000


def shape_signs(blocks: Sequence[Block], article: Article) -> dict[str, float]:
    """What is printed beside the text, how long it runs uninterrupted, and how many lines are no text."""
    longest = run = around = 0
    for block in blocks:
        if block.role in _TEXT:
            run += block.end - block.start
            longest = max(longest, run)
        elif block.role in _AROUND:
            around += block.reason not in _NOTICES
            run = 0 if block.role in _BREAKS else run
    head = word_count(article.headline or "")
    texts = _texts(article)
    return {
        "published": float(bool(article.published)),
        "authors": float(bool(article.authors)),
        "agency": float(bool(article.dateline or article.agency)),
        "section": float(bool(article.section)),
        "caption": min(1.0, len(article.captions) / 2),
        "run": _between(longest, 100, 4000),
        "lines": _between(min(around, _MOST_LINES) + 1, 1, 200),
        "whole": min(1.0, max(0, around - _MOST_LINES) / (2 * _MOST_LINES)),
        "share": min(1.0, sum(map(len, texts)) / max(1, blocks[-1].end)) if blocks else 0.0,
        "ended": sum(text.endswith(_ENDS) for text in texts) / max(1, len(texts)),
        "short_head": float(1 <= head <= 3),
        "long_head": min(1.0, max(0, head - 3) / 6),
    }


def word_signs(article: Article) -> dict[str, float]:
    """Whether a text tells of what was and was said, and when; or asks, calls and advises."""
    text = " ".join(_texts(article))[:_SAMPLE]
    words = words_of(text)
    kinds = Counter(filter(None, map(talk_bits().get, words)))
    count, size = max(1, len(words)), max(1, len(text))
    shares = {
        name: min(1.0, sum(times for kind, times in kinds.items() if kind & bit) / count / most)
        for name, bit, most in _RATES
    }
    marks = {
        "questions": text.count("?") * 250,
        "exclaims": text.count("!") * 400,
        "quotes": sum(map(text.count, _QUOTES)) * 125,
    }
    return shares | {name: min(1.0, times / size) for name, times in marks.items()}


def kind_signs(text: str, blocks: Sequence[Block], article: Article) -> dict[str, float]:
    """How many lines are those of forums, shops and listings, for each paragraph of the text.

    Below a story pages list others: only goods are looked for beside the text, and all else in it.
    """
    paragraphs = _texts(article)
    places = [place for place, block in enumerate(blocks) if block.role in _TEXT]
    first, last = (places[0], places[-1]) if places else (0, len(blocks))
    found: Counter[str | None] = Counter()
    found["greets"] = sum(bool(GREETING.match(each)) for each in paragraphs)
    for place in range(max(0, first - _BESIDE), min(len(blocks), last + _BESIDE)):
        block = blocks[place]
        if block.role in _AROUND and block.reason not in _NOTICES and block.end - block.start <= SIGN_LINE:
            line = text[block.start : block.end]
            kind = sign_of(line)
            found[kind] += first <= place <= last or kind in _GOODS
            if first - _NEAR <= place < last + _NEAR:
                found["dated"] += len(line) < DATED_LINE and bool(DATED.search(line))
                found["greets"] += bool(GREETING.match(line))
    found["entries"] = len({entry[1] for each in paragraphs if (entry := ENTRY.match(each))})
    shares = {kind: min(1.0, found[kind] / max(4, len(paragraphs))) for kind in KINDS}
    sample = " ".join(paragraphs)[:_SAMPLE]
    size = max(1, len(sample))
    return shares | {
        "greets": min(1.0, found["greets"] / _GREETINGS),
        "addresses": min(1.0, addresses_in(sample) / size / _ADDRESSES),
        "code": min(1.0, code_in(sample) / size / _CODE),
    }


def _texts(article: Article) -> list[str]:
    return [each.text for each in article.paragraphs if each.role in _TEXT]


def _between(value: float, least: float, most: float) -> float:
    """Where a value stands between two others, by ratio: 0 at the least, 1 at the most."""
    return min(1.0, max(0.0, math.log(max(value, least) / least) / math.log(most / least)))
