# SPDX-License-Identifier: MIT
"""The reading of a seed: its blocks, the article that they show, or why there is none."""

from dataclasses import dataclass

from newsroom.convert.article import article_from
from newsroom.convert.beside import with_evidence
from newsroom.convert.blocks import Blocks
from newsroom.convert.model import Article, Refusal, Seed
from newsroom.convert.refusals import refuse_article, refuse_text
from newsroom.convert.steps import STEPS


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a seed. No blocks and no article where the text was not worth a look."""

    blocks: Blocks | None
    article: Article | None
    refusal: Refusal | None


def read(seed: Seed) -> Reading:
    """What all steps find in a seed, and whether that is a story."""
    refusal = refuse_text(seed)
    if refusal:
        return Reading(None, None, refusal)
    blocks = blocks_from(seed)
    article = article_from(seed, blocks)
    # Whether it is a story, the page itself must show.
    return Reading(blocks, with_evidence(seed, blocks, article), refuse_article(seed, blocks, article))


def blocks_from(seed: Seed) -> Blocks:
    """The seed's text, every character labelled, by all steps in their order."""
    blocks = Blocks.of(seed.text)
    for step in STEPS:
        blocks = step(seed, blocks)
    return blocks
