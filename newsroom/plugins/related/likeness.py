# SPDX-License-Identifier: AGPL-3.0-only
"""Which stories are like which, by the rare words that they share (TF-IDF, cosine).

A story is its HEAVIEST words alone; only stories that share one of them are ever compared, so the work grows
with the stories and not with their square. All sums are of whole numbers: the order in which they are made
does not matter, and every machine finds the same.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import log, sqrt

from newsroom.plugins.related.words import Table

HEAVIEST = 32  # of 114 pages cut in two, the other half is first for 92 in 100; with all words for 94
TITLE = 3  # a word of the headline counts as often
LEAST_LIKE = 0.08  # below, two stories share a name by chance
SAME = 0.95  # above, the one is the other again
Signature = tuple[tuple[str, int], ...]  # words with their weights, the heaviest first
Likes = tuple[tuple[str, int], ...]  # keys of stories, and how like they are
Postings = dict[str, tuple["array[int]", "array[int]"]]  # by word: the places of stories, and its weights there


def signature_of(title: Sequence[str], text: Sequence[str], table: Table) -> Signature:
    """Return the words by which a story is known."""
    counts = Counter(text)
    for word in title:
        counts[word] += TITLE
    weights = ((word, round(10 * (1 + log(count)) * table.weight(word))) for word, count in counts.items())
    return tuple(sorted((each for each in weights if each[1]), key=lambda each: (-each[1], each[0]))[:HEAVIEST])


def nearest(
    keys: Sequence[str], signatures: Sequence[Signature], listed: int, most: int, known: dict[str, Likes]
) -> dict[str, Likes]:
    """Return, by key, the stories most like each, the nearest first: never itself, nor one that is the same again.

    Only the `listed` first are ever found; those after them ask alone. `known` is what was returned the last time,
    of the same words' weights: a list stands unless a story of it is gone or a new one enters it.
    """
    places = {key: place for place, key in enumerate(keys)}
    shown = set(keys[:listed])
    found = {key: list(known[key]) for key in keys if key in known and all(each[0] in shown for each in known[key])}
    asking = {key: place for key, place in places.items() if key not in found or key not in known}
    compare = _Comparing(signatures, asking.values())
    for key, place in asking.items():
        is_new, is_listed = key not in known, place < listed
        likes = [(keys[other], like) for other, like in compare.likes(place)]
        found[key] = [each for each in likes if each[0] in shown]
        for other, like in likes if is_new and is_listed else ():
            if other in found:
                found[other].append((key, like))
    ranked = {key: sorted(set(found[key]), key=lambda each: (-each[1], each[0]))[:most] for key in keys}
    return {key: tuple(likes) for key, likes in ranked.items()}


class _Comparing:
    """All stories, by the words of those that ask: mostly one that was edited, and a few that led to it."""

    def __init__(self, signatures: Sequence[Signature], asking: Iterable[int]) -> None:
        self._signatures, self._length = signatures, cache(self._measured)
        self._postings: Postings = {word: (array("I"), array("I")) for place in asking for word, _ in signatures[place]}
        for place, signature in enumerate(signatures if self._postings else ()):
            for word, weight in signature:
                if word in self._postings:
                    places, weights = self._postings[word]
                    places.append(place)
                    weights.append(weight)

    def likes(self, place: int) -> Iterator[tuple[int, int]]:
        """Yield (place, how like, of a million) of the stories like one."""
        sums: defaultdict[int, int] = defaultdict(int)
        for word, weight in self._signatures[place]:
            for other, of_other in zip(*self._postings[word], strict=True):
                sums[other] += weight * of_other
        sums.pop(place, None)
        own = self._length(place)
        for other, total in sums.items():
            like = total / (own * self._length(other))
            if LEAST_LIKE <= like < SAME:
                yield other, round(like * 1_000_000)

    def _measured(self, place: int) -> float:
        return sqrt(sum(weight * weight for _, weight in self._signatures[place]))
