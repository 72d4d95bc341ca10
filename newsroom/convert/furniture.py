# SPDX-License-Identifier: MIT
"""The furniture of a source: the lines that many of its pages repeat."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

# So many pages show what a source repeats; more are not looked at, so that a large one takes no more room.
_PAGES = 1000
# A line is furniture on so many pages and on such a share of them. A section's menu stands on one page in
# ten or twenty of a paper; a sentence of its stories on one. What a paper prints of every day's weather or
# of every match ("Kick-off is at three.") stood on one page in fifty of 500 invented ones.
_FEWEST, _SHARE = 5, 0.05
_LONGEST = 500  # characters: appeals to subscribe have up to 400


def furniture_of(texts: Iterable[str]) -> frozenset[str]:
    """The lines that pages of one source repeat, without the white space around them; none if these are few."""
    pages = 0
    times: Counter[str] = Counter()
    for text in islice(texts, _PAGES):
        pages += 1
        lines = {line.strip() for line in text.splitlines()}
        times.update(line for line in lines if 0 < len(line) <= _LONGEST)
    least = max(_FEWEST, _SHARE * pages)
    return frozenset(line for line, count in times.items() if count >= least)
