# SPDX-License-Identifier: MIT
"""When two texts tell one story: as copies, of which one is enough, or as versions, which both stay."""

from dataclasses import dataclass

from newsroom.desk.candidate import Candidate
from newsroom.desk.signature import Signature, shared, shared_lead, words_in

# Of the shorter text's runs of words. A changed sentence in ten leaves .85; copies of one page share .8 and
# more in 99 of 100 pairs, other stories .28 at most (973 dumps, November 2026).
_COPY = 0.75
# Reports on one pattern (arrests, the weather, a list of prices) share .85 at most where they are short; what is
# longer, or of another day, shares less. A copy that is cut, or a reprint of a later day, shares all.
_SURE_COPY = 0.9
_SHORT = 120  # words
_VERSION = 0.4
# A page may hold a whole other story, and two stories one long notice: what is half of a text or less, or no sure
# copy of it, must open like it or have its headline.
_MOST_OF_IT = 0.5
_LIKE_LEAD = 0.3


@dataclass(frozen=True, slots=True)
class Told:
    """A candidate as it is compared. `title` are its words; `moment` is "" where no day is printed."""

    key: str
    signature: Signature
    title: tuple[str, ...]
    day: str
    moment: str
    page: str | None
    facts: int
    edited: bool

    @property
    def words(self) -> int:
        """How many words the story has."""
        return self.signature.words


def told_from(candidate: Candidate) -> Told:
    """The candidate as it is compared; ValueError for a signature that is none."""
    published, modified = candidate.published or "", candidate.modified or ""
    return Told(
        candidate.key,
        Signature.parse(candidate.signature),
        tuple(words_in(candidate.title)),
        published[:10],
        max(published, modified)[:16],
        candidate.page,
        candidate.facts,
        candidate.edited,
    )


def is_copy(longer: Told, shorter: Told) -> bool:
    """Whether the shorter text says nothing of substance that the longer one does not."""
    share = shared(longer.signature, shorter.signature)
    if share >= _SURE_COPY:
        return shorter.words >= _MOST_OF_IT * longer.words or _opens_like(longer, shorter)
    if share < _COPY or shorter.words < _SHORT or _other_days(longer, shorter):
        return False
    return _opens_like(longer, shorter)


def is_version(one: Told, other: Told) -> bool:
    """Whether two texts that are no copies are one story as it was told at two times.

    They share much, and are of one page; or they are not short, and of one headline and not of two days, or of
    one day and opening.
    """
    if shared(one.signature, other.signature) < _VERSION:
        return False
    if one.page and one.page == other.page:
        return True
    if _other_days(one, other) or min(one.words, other.words) < _SHORT:
        return False
    lead = shared_lead(one.signature, other.signature) >= _LIKE_LEAD
    return _same_title(one, other) or (lead and one.day == other.day != "")


def _opens_like(one: Told, other: Told) -> bool:
    return _same_title(one, other) or shared_lead(one.signature, other.signature) >= _LIKE_LEAD


def _same_title(one: Told, other: Told) -> bool:
    return one.title == other.title != ()


def _other_days(one: Told, other: Told) -> bool:
    return "" != one.day != other.day != ""
