# SPDX-License-Identifier: MIT
"""Find the byline: of all names near the headline and at the story's end those with the best signs."""

from dataclasses import replace

from newsroom.convert.author_notes import IN_PROSE
from newsroom.convert.blocks import Block, Blocks, marked
from newsroom.convert.byline_candidates import Candidate, candidates
from newsroom.convert.byline_places import surroundings_from
from newsroom.convert.byline_signs import signs
from newsroom.convert.byline_weights import NONE, WEIGHTS
from newsroom.convert.model import Role, Seed


def find_byline(seed: Seed, blocks: Blocks) -> Blocks:
    """A byline block on each name that the best signs speak for, if they are good enough. Of equals the first.

    Whom only a sentence names is `named`, so that the sentence stays whole.
    """
    around = surroundings_from(seed, blocks)
    scored = [(sum(WEIGHTS.get(sign, 0.0) for sign in signs(around, each)), each) for each in candidates(around)]
    points, best = max(scored, key=lambda each: each[0], default=(NONE, None))
    if best is None or points <= NONE:
        return blocks
    # A note below the story says who someone is; where the same names lead it, these are the byline.
    first = (each for worth, each in scored if worth > NONE and not each.below and each.names == best.names)
    found = next(first, best) if best.below else best
    if found.reading.kind in IN_PROSE:
        return replace(blocks, named=tuple(marked(each, Role.BYLINE) for each in found.marks))
    return blocks.label(_marks(found))


def _marks(found: Candidate) -> list[Block]:
    """Byline blocks on the names, and furniture on what else their lines say: `By`, a role, a paper."""
    names = sorted((marked(each, Role.BYLINE) for each in found.marks), key=lambda mark: mark.start)
    marks = list(names)
    for line in found.lines:
        at = line.start
        for name in (*(each for each in names if line.start <= each.start < line.end), Block(line.end, line.end)):
            if at < name.start:
                marks.append(Block(at, name.start, Role.FURNITURE, "byline"))
            at = name.end
    return sorted(marks, key=lambda mark: mark.start)
