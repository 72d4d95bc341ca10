# SPDX-License-Identifier: AGPL-3.0-only
"""How high stories stand in the columns of a front, so that these end together.

In px on a desk of 1440 px, as the theme sets them (theme/components/card, lead). Lines are counted, not broken:
characters a line were read off the demonstration's front in Chromium; a line more or less is seen by nobody, a
column that ends half a page above the others by all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

KICKER, DATE, BYLINE, GAP, MORE = 22, 26, 34, 33, 38
EXCERPT = 180  # characters of a story's beginning, where it has no standfirst
LEAST = 120  # characters that are worth an opening
LONG = 110  # characters of a headline from which on it is set a step smaller


@dataclass(frozen=True, slots=True)
class Type:
    """A text's type in a column: characters in a line, and how high that is."""

    characters: int
    line: float

    def height(self, length: int) -> float:
        """Return how high so many characters stand."""
        return ceil(length / self.characters) * self.line


@dataclass(frozen=True, slots=True)
class Column:
    """A column's types: headline, standfirst below it, opening of the story; and how high a picture is in it."""

    headline: Type
    standfirst: Type
    opening: Type
    picture: float = 0


LEAD = Column(Type(28, 53), Type(52, 31), Type(54, 31), 410)  # six of twelve
WIDE_LEAD = Column(Type(33, 53), Type(62, 31), Type(62, 31), 473)  # seven
NARROW = Column(Type(26, 25.3), Type(31, 21.8), Type(28, 26.4))  # three
HEADLINES = Column(Type(33, 21.3), Type(31, 21.8), Type(28, 26.4))  # three, of headlines alone
LIST = Column(Type(48, 25.3), Type(57, 21.8), Type(48, 26.4))  # five


def length(article: Any) -> int:
    """Return some number of characters that the story has: its markup is little."""
    return int(article.length)


def lead_height(article: Any, column: Column) -> float:
    """Return how high the lead stands, without its opening."""
    post = article.post
    high = column.headline.height(len(post.title))
    found = KICKER * bool(post.category) + (high if len(post.title) <= LONG else 0.62 * high)
    found += 12 + column.standfirst.height(len(post.summary)) if post.summary else 0
    found += BYLINE * bool(post.authors or post.newspaper or post.agency or post.date)
    return found + MORE + 16 + column.picture * bool(post.image)


def card_height(article: Any, column: Column, excerpt: bool) -> float:
    """Return how high a story stands as a headline, with its standfirst or first words where `excerpt`."""
    post = article.post
    text = column.standfirst.height(len(post.summary or "") or min(EXCERPT, length(article))) + 8 if excerpt else 0
    head = KICKER * bool(post.category) + column.headline.height(len(post.title))
    return head + text + DATE * bool(post.newspaper or post.date)


def small_height(article: Any, column: Column) -> float:
    """Return how high a story stands with standfirst, or first words in its place, and byline, its opening left out."""
    post = article.post
    found = KICKER * bool(post.category) + column.headline.height(len(post.title)) + 20
    # Both are set as large as the opening
    found += column.opening.height(len(post.summary or "") or min(EXCERPT, length(article)))
    return found + BYLINE * bool(post.authors or post.newspaper or post.agency or post.date)


def stacked(heights: Sequence[float]) -> float:
    """Return how high stories stand that are set one below the other."""
    return sum(heights) + GAP * max(0, len(heights) - 1)


def opening_for(height: float, column: Column) -> int:
    """Return how many characters of an opening fill so much of a column."""
    return max(0, int(height / column.opening.line)) * column.opening.characters


def openings(stories: Sequence[Any], column: Column, height: float) -> tuple[int, ...]:
    """Return how many characters of its opening each of these stories is given, so that they fill the column.

    Where that would be a line or two, the first has all of it. None at all where there is no room for the stories
    with standfirst and byline.
    """
    left = height - stacked([small_height(story, column) for story in stories])
    if not stories or left < 0:
        return ()
    each = opening_for(left / len(stories), column)
    return (each,) * len(stories) if each >= LEAST else (opening_for(left, column), *(0 for _ in stories[1:]))
