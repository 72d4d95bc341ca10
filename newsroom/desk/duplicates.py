# SPDX-License-Identifier: MIT
"""Which seeds tell the same story: copies of one text, and versions that differ in substance.

The longest come first; each later one is held against those that stand for a story already, and only
against those whose signatures have a number in common with its own. So ten thousand copies of one story
are ten thousand comparisons, nobody is a copy of a copy, and the order of the input says nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from newsroom.desk.candidate import Candidate, Kin
from newsroom.desk.signature import Signature
from newsroom.desk.story import Told, is_copy, is_version, told_from

# What many stories open or end with says nothing: a number that more of them share is passed over.
_MOST_STORIES = 50
_TRIES = 20  # stories that one text is held against, those with most in common first
# Words of the longest copy that another must have to stay in its place with more facts: whole pages
# leave some of their furniture in the story.
_NEARLY = 0.9

_Stories = dict[int, list[int]]  # a number of a signature: the places of the stories that have it


def kin_of(candidates: Iterable[Candidate]) -> dict[str, Kin]:
    """For each key that does not stand for its story: what it is, and to which key.

    A copy's `of` is the copy that stays, a version's the version that is listed; both of those have no kin,
    or are versions themselves. Linear in the number of candidates; ValueError for a key given twice.
    """
    signed = (candidate for candidate in candidates if candidate.signature)  # one without words is like no other
    texts = sorted(map(told_from, signed), key=lambda told: (-told.words, told.key))
    if len({told.key for told in texts}) != len(texts):
        raise ValueError("a key was given twice")
    stories = _Search(texts)
    stories.run()
    mains = {story: _fullest([texts[place] for place in places]) for story, places in stories.copies.items()}
    return dict(_copies(texts, stories.copies, mains)) | dict(_versions(stories.root, mains))


class _Search:
    """Texts told apart into stories: `copies` by the place of the longest, and `root` of each version."""

    def __init__(self, texts: list[Told]) -> None:
        self.texts = texts
        self.copies: dict[int, list[int]] = {}
        self.root: dict[int, int] = {}
        self._same: dict[Signature, int] = {}
        self._having: _Stories = {number: [] for number in _repeated(texts)}

    def run(self) -> None:
        """Give each text, in order, its story."""
        for place, told in enumerate(self.texts):
            story = self._same.get(told.signature)
            if story is None:
                story = self._same[told.signature] = self._story_of(place)
            self.copies.setdefault(story, []).append(place)

    def _story_of(self, place: int) -> int:
        told = self.texts[place]
        keys = [number for number in told.signature.search_numbers() if number in self._having]
        near = self._near(keys)
        for other in near:
            if is_copy(self.texts[other], told):
                return other
        self.root[place] = next((self.root[other] for other in near if is_version(self.texts[other], told)), place)
        for number in keys:
            self._having[number].append(place)
        return place

    def _near(self, keys: Iterable[int]) -> list[int]:
        """The places of stories that have most of the numbers."""
        found = (self._having[number] for number in keys)
        counts = Counter(place for places in found if len(places) <= _MOST_STORIES for place in places)
        return sorted(counts, key=lambda place: (-counts[place], place))[:_TRIES]


def _repeated(texts: list[Told]) -> set[int]:
    """The numbers that more than one signature looks for: of a run whose stories all differ, hardly any."""
    signatures = {told.signature for told in texts}
    numbers = sorted(number for signature in signatures for number in signature.search_numbers())
    return {number for number, following in pairwise(numbers) if number == following}


def _fullest(copies: list[Told]) -> Told:
    """The copy that stays: one that a person edited, else the longest, or a nearly as long one with more facts."""
    enough = _NEARLY * copies[0].words
    by_key = sorted(copies, key=lambda told: told.key)  # of equals max takes the first
    return max(by_key, key=lambda told: (told.edited, told.words >= enough, told.facts, told.words))


def _newest(versions: list[Told]) -> Told:
    """The version that is listed: the newest by what they print, else the fullest."""
    by_key = sorted(versions, key=lambda told: told.key)
    return max(by_key, key=lambda told: (told.moment, told.words))


def _copies(texts: list[Told], stories: dict[int, list[int]], mains: dict[int, Told]) -> Iterator[tuple[str, Kin]]:
    for story, places in stories.items():
        main = mains[story]
        yield from ((texts[place].key, Kin("duplicate", main.key)) for place in places if texts[place] is not main)


def _versions(roots: dict[int, int], mains: dict[int, Told]) -> Iterator[tuple[str, Kin]]:
    families: dict[int, list[Told]] = {}
    for story, root in roots.items():
        families.setdefault(root, []).append(mains[story])
    for family in families.values():
        listed = _newest(family)
        yield from ((told.key, Kin("version", listed.key)) for told in family if told is not listed)
