# SPDX-License-Identifier: MIT
"""The page: a seed's open lines, where the story among them begins, and what is said twice."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate

from newsroom.convert.bylines import authors_from
from newsroom.convert.dates import dates_in
from newsroom.convert.lines import WORD, Line, is_prose, plain, plain_words, same_words, word_count
from newsroom.convert.name_shapes import is_name

# A headline's length, in characters: 173 is the longest seen, and a post takes 500.
LONGEST = 250
# What a line of prose is worth at most, and any other line costs, where the story is looked for: with
# 25 to 40 the headlines of 327 dumps stood nearest above it; 90 took a break for the story's end.
_PROSE_MOST, _ELSE = 300, 30
_FULL = 4  # words of a line that is more than a label
_TEXT_MOST = 3000  # characters of the story whose words are compared
_UNLIKE_LATIN = re.compile(r"[\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_STEM = re.compile(r"\b\w{4,5}")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")  # half the time of a run
_CJK_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]+")


@dataclass(frozen=True, slots=True)
class Page:
    """Open lines, and what is known of all of them at once."""

    text: str
    lines: list[Line]
    spaced: bool  # whether all its words have spaces between
    prose: list[bool]
    story: int  # place of the first line of the story, or of the end where there is none
    words: list[str]  # each short line's, in the form that two printings share; "" for others
    times: Counter[str]
    told: frozenset[str]  # the stems of the story
    opening: frozenset[str]  # those of its first paragraph
    title: frozenset[str]  # those of the page's first line: in whole pages the page's own title
    ordered: list[str]  # the different words of short lines, sorted: beginnings stand together
    slug: frozenset[str] = frozenset()  # the words of the page's address, where one is known
    full: list[int] = field(default_factory=list)  # how many lines above each, to the story's first, are full
    days: dict[int, bool] = field(default_factory=dict)  # what was found already, by place: each candidate
    names: dict[int, bool] = field(default_factory=dict)  # asks for its neighbours

    def full_between(self, start: int, end: int) -> int:
        """How many lines of a range above the story have some words."""
        if not self.full:
            self.full.extend(accumulate((self.count(each) >= _FULL for each in range(self.story)), initial=0))
        return self.full[end] - self.full[start] if start < end else 0

    def count(self, place: int) -> int:
        """How many words a line has."""
        words = self.words[place]
        return words.count(" ") + 1 if words and self.spaced else word_count(self.lines[place].text)

    def dated(self, place: int) -> bool:
        """Whether a line that is no prose prints a day."""
        dated = self.days.get(place)
        if dated is None:
            dated = self.days[place] = not self.prose[place] and bool(dates_in(self.lines[place].text))
        return dated

    def named(self, place: int) -> bool:
        """Whether a line is a byline or a name."""
        named = self.names.get(place)
        if named is None:
            text = self.lines[place].text
            named = self.names[place] = bool(authors_from(text)) or is_name(text)
        return named

    def begins_another(self, words: str) -> bool:
        """Whether a longer line begins with the words."""
        after = bisect_right(self.ordered, words)
        return after < len(self.ordered) and self.ordered[after].startswith(words + " ")

    def has_beginning(self, words: str) -> bool:
        """Whether a line of some length is how the words begin."""
        at = bisect_right(self.ordered, words) - 2
        while at >= 0 and self.ordered[at][:12] == words[:12]:
            if len(self.ordered[at]) > 15 and words.startswith(self.ordered[at] + " "):
                return True
            at -= 1
        return False


def page_from(text: str, lines: list[Line], slug: frozenset[str] = frozenset()) -> Page:
    """The page that open lines of a seed's text make; `slug` are the words of its address."""
    prose = [is_prose(line.text) for line in lines]
    story, end = story_span(lines, prose)
    words = [same_words(line.text) if len(line.text) <= LONGEST else "" for line in lines]
    body = [line.text for line, is_body in zip(lines[story:end], prose[story:end], strict=True) if is_body]
    return Page(
        text,
        lines,
        (shown := plain(text)).isascii() or not _CJK.search(shown),
        prose,
        story,
        words,
        Counter(filter(None, words)),
        frozenset(stems(" ".join(body)[:_TEXT_MOST])),
        frozenset(stems(body[0][:_TEXT_MOST])) if body else frozenset(),
        frozenset(stems(words[0])) if words else frozenset(),
        sorted(set(filter(None, words))),
        slug,
    )


def stems(text: str) -> set[str]:
    """What the longer words begin with; pairs of characters where words have no spaces."""
    text = plain(text)
    if text.isascii():
        return {word[:5] for word in plain_words(text) if len(word) > 3}
    text = text.casefold()
    if not _UNLIKE_LATIN.search(text):
        return set(_STEM.findall(text))
    words = WORD.findall(text)
    unspaced = [word for word in words if _CJK_RUN.match(word)]
    found = {word[:5] for word in words if len(word) >= 4 and not _CJK_RUN.match(word)}
    return found.union(word[at : at + 2] for word in unspaced for at in range(len(word) - 1))


def story_span(lines: list[Line], prose: list[bool]) -> tuple[int, int]:
    """The half-open range of lines with most prose and least else."""
    best = points = start = 0
    span = len(lines), len(lines)
    for place, line in enumerate(lines):
        points += min(len(line.text), _PROSE_MOST) if prose[place] else -_ELSE
        if points <= 0:
            points, start = 0, place + 1
        elif points > best:
            best, span = points, (start, place + 1)
    return span
