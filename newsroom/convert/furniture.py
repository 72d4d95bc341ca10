# SPDX-License-Identifier: MIT
"""The furniture of a source: the lines that many of its pages repeat."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from newsroom.convert.blocks import Blocks
from newsroom.convert.lines import open_lines
from newsroom.convert.model import Seed
from newsroom.convert.steps.cut_lines import cut_lines

# So many pages show what a source repeats; more are not looked at, so that a large one takes no more room.
MOST_PAGES = 1000
# A line is furniture on so many pages and on such a share of them. A section's menu stands on one page in
# ten or twenty of a paper; a sentence of its stories on one. What a paper prints of every day's weather or
# of every match ("Kick-off is at three.") stood on one page in fifty of 500 invented ones.
_FEWEST, _SHARE = 5, 0.05
_LONGEST = 500  # characters: appeals to subscribe have up to 400
# Of a long text its two ends are looked at, where pages have their furniture: it bounds what a thousand take.
_END = 20_000
# Pages with the same longest lines are dumps of one story, and count once.
_LONG_LINES = 3


def furniture_of(texts: Iterable[str]) -> frozenset[str]:
    """The lines that pages of one source repeat, without the white space around them; none if these are few."""
    return repeated_in(map(ends_of, texts))


def repeated_in(pages: Iterable[frozenset[str]]) -> frozenset[str]:
    """The same of the lines of each page; of dumps of one story the first counts."""
    stories: set[frozenset[str]] = set()
    times: Counter[str] = Counter()
    for lines in islice(pages, MOST_PAGES):
        story = frozenset(sorted(lines, key=lambda line: (-len(line), line))[:_LONG_LINES])
        if story not in stories:
            stories.add(story)
            times.update(line for line in lines if len(line) <= _LONGEST)
    least = max(_FEWEST, _SHARE * len(stories))
    return frozenset(line for line, count in times.items() if count >= least)


def ends_of(text: str) -> frozenset[str]:
    """The lines of both ends of a text."""
    if len(text) <= 2 * _END:
        return lines_of(text)
    first, last = text[:_END].rpartition("\n"), text[-_END:].partition("\n")
    return lines_of(first[0] or first[2]) | lines_of(last[2] or last[0])


def lines_of(text: str) -> frozenset[str]:
    """The lines of a text as the converter cuts them: without bullets and the white space around them."""
    return frozenset(
        line.text for line in open_lines(Seed("", "", text), cut_lines(Seed("", "", text), Blocks.of(text)))
    )
