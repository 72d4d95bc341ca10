# SPDX-License-Identifier: MIT
"""Find the headline: the line around the beginning of the story with the best signs."""

from collections.abc import Iterable

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.headline_signs import OTHER_SIGNS, candidates, other_signs, own_signs
from newsroom.convert.headline_weights import NONE, WEIGHTS
from newsroom.convert.lines import open_lines
from newsroom.convert.model import Role, Seed
from newsroom.convert.page import Page, page_from
from newsroom.convert.page_address import likeness, slug_words


def _most_of(kind: tuple[str, ...]) -> float:
    """What the best sign of a kind is worth, or nothing."""
    named = (
        worth
        for sign, worth in WEIGHTS.items()
        for name in kind
        if sign == name or (name.endswith(" ") and sign.startswith(name))
    )
    return max((0.0, *named))


# What the other signs of a line can give it together. Lines that even these would not bring to the top, one
# in two, are spared the search for them.
_OTHERS_MOST = sum(map(_most_of, OTHER_SIGNS))
# What a line is worth that says the words of the address and no others: with 1.5 and more 8 of the 20 headlines
# were right that 333 dumps with their addresses had wrong, and none went wrong (November 2026).
_LIKE_SLUG = 2.0


def find_headline(seed: Seed, blocks: Blocks) -> Blocks:
    """A headline block on the line that its signs speak for most, if they do.

    Of equals the first: a standfirst or a caption follows its headline.
    """
    lines = open_lines(seed, blocks)
    page = page_from(seed.text, lines, slug_words(seed.evidence.address or ""))
    own = [(_own_worth(page, place), place) for place in candidates(page)]
    best: tuple[float, int] | None = None  # points, and the place below zero: of equals the first
    for points, place in sorted(own, key=lambda each: (-each[0], each[1])):
        if best and points + _OTHERS_MOST < best[0]:
            break
        whole = points + _worth(other_signs(page, place))
        if whole > NONE and (best is None or (whole, -place) > best):
            best = whole, -place
    return blocks.label([marked(lines[-best[1]].block, Role.HEADLINE)]) if best else blocks


def ranked(page: Page) -> list[tuple[float, int]]:
    """What all signs give to each line that may be the headline, and its place; the best first."""
    worth = [(_own_worth(page, place) + _worth(other_signs(page, place)), place) for place in candidates(page)]
    return sorted(worth, key=lambda each: (-each[0], each[1]))


def _own_worth(page: Page, place: int) -> float:
    """What a line's own signs give, and how much it is like the slug of the page's address, if one is known."""
    addressed = _LIKE_SLUG * likeness(page.lines[place].text, page.slug) if page.slug else 0.0
    return _worth(own_signs(page, place)) + addressed


def _worth(signs: Iterable[str]) -> float:
    return sum([WEIGHTS.get(sign, 0.0) for sign in signs])
