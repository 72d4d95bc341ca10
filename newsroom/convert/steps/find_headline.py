# SPDX-License-Identifier: MIT
"""Find the headline among the lines above the story."""

import re
from collections import Counter
from itertools import zip_longest

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.date_lines import is_only_dates
from newsroom.convert.dates import dates_in
from newsroom.convert.lines import Line, has_words, is_prose, open_lines, same_words, word_count
from newsroom.convert.model import Role, Seed
from newsroom.convert.names import authors_from

# How far above the story a headline is looked for, in lines: of 752 dumps that print it there 98 in
# a hundred have it within 21, 99 within 42 (November 2026); beyond are menus.
_ABOVE = 40
# A headline's length, in characters: 173 is the longest seen, and a post takes 500.
_LONGEST = 250
# What a line needs: a plain one of four words has 2, a menu line or a single word less than none.
_LEAST = 1.0
# Lone prose high on the page is a notice: a story has more prose near it, or came in one line.
_NEAR, _WHOLE_STORY = 6, 600
_ENDS_LIKE_TEXT = re.compile(r"[.,;:]$")
_CREDIT = re.compile(r"^(?:photo|image|picture|credit|foto|bild)\b|\((?:AP|AFP|Reuters|Getty)", re.IGNORECASE)


def find_headline(seed: Seed, blocks: Blocks) -> Blocks:
    """A headline block on the line with the best evidence, if any has enough.

    Of equals the first: a standfirst or a caption follows its headline.
    """
    lines = open_lines(seed, blocks)
    story = _story_starts(lines)
    if story is None:
        return blocks
    first = max(0, story - _ABOVE)
    short = (line.text for line in lines[first : story + _ABOVE] if len(line.text) <= _LONGEST)
    times = Counter(map(same_words, short))
    best, best_points = None, _LEAST
    for place in range(first, story):
        points = _points(seed, lines, place, story, times)
        if points is not None and points > best_points:
            best, best_points = lines[place], points
    return blocks.label([marked(best.block, Role.HEADLINE)]) if best else blocks


def _story_starts(lines: list[Line]) -> int | None:
    """The first line of prose with more prose near it, or with as many words in itself."""
    prose = [place for place, line in enumerate(lines) if is_prose(line.text)]
    for place, following in zip_longest(prose, prose[1:], fillvalue=len(lines) + _NEAR):
        if following - place <= _NEAR or len(lines[place].text) >= _WHOLE_STORY:
            return place
    return prose[0] if prose else None


def _points(seed: Seed, lines: list[Line], place: int, story: int, times: Counter[str]) -> float | None:
    """The evidence that a line is the headline; None where it cannot be."""
    text = lines[place].text
    words = same_words(text)
    if not has_words(text) or len(text) > _LONGEST or is_only_dates(text) or authors_from(text):
        return None
    count = word_count(text)
    points = _points_for_words(count)
    points += 3 * (times[words] > 1 and count >= 3)
    points -= 2 * bool(_ENDS_LIKE_TEXT.search(text)) + 3 * bool(_CREDIT.search(text)) + 2 * ("|" in text)
    points -= 2 * _is_bulleted(seed, lines[place])
    below = lines[place + 1 : min(place + 4, story + 1)]
    points += any(dates_in(line.text) and not is_prose(line.text) for line in below)
    points += any(bool(authors_from(line.text)) for line in below)
    return points


def _points_for_words(count: int) -> float:
    """Headlines have 4 to 20 words; menu lines fewer, standfirsts more."""
    if 4 <= count <= 20:
        return 2.0
    return 0.5 if count == 3 or 20 < count <= 30 else -1.5


def _is_bulleted(seed: Seed, line: Line) -> bool:
    margin = seed.text[max(0, line.block.start - 4) : line.block.start].rpartition("\n")[2]
    return bool(margin.strip())
