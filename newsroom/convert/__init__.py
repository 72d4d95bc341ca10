# SPDX-License-Identifier: MIT
"""From the text of a dumped news page to a post. Pure: no disk, no clock, no Pelican.

The converter labels and never writes: steps cut the seed's text into blocks and give each
a role; an article is a view of them, and a post is the article in its file form.
"""

from newsroom.convert.article import article_from
from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Article, Paragraph, Post, Refusal, Role, Seed
from newsroom.convert.post import VERSION, placed, post_from, told_apart
from newsroom.convert.refusals import MOST_CHARACTERS, refuse_article, refuse_text
from newsroom.convert.steps import STEPS

__all__ = [
    "MOST_CHARACTERS",
    "STEPS",
    "VERSION",
    "Article",
    "Block",
    "Blocks",
    "Paragraph",
    "Post",
    "Refusal",
    "Role",
    "Seed",
    "article_from",
    "blocks_from",
    "convert",
    "placed",
    "told_apart",
]


def convert(seed: Seed) -> Post | Refusal:
    """The post that a seed makes, or why it makes none. The same seed always gives the same."""
    refusal = refuse_text(seed)
    if refusal:
        return refusal
    blocks = blocks_from(seed)
    article = article_from(seed, blocks)
    refusal = refuse_article(seed, blocks, article)
    if refusal or article.headline is None:
        return refusal or Refusal(seed.key, "no headline", "nothing can be its headline")
    return post_from(seed, blocks, article.headline, article)


def blocks_from(seed: Seed) -> Blocks:
    """The seed's text, every character labelled, by all steps in their order."""
    blocks = Blocks.of(seed.text)
    for step in STEPS:
        blocks = step(seed, blocks)
    return blocks
