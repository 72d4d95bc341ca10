# SPDX-License-Identifier: MIT
"""From the text of a dumped news page to a post. Pure: no disk, no clock, no Pelican.

The converter labels and never writes: steps cut the seed's text into blocks and give each
a role; an article is a view of them, and a post is the article in its file form.
"""

from newsroom.convert.article import article_from, title_of
from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.doubts import Doubt, doubts
from newsroom.convert.evidence import NO_EVIDENCE, Evidence, Source
from newsroom.convert.furniture import MOST_PAGES, ends_of, furniture_of, lines_of, repeated_in
from newsroom.convert.model import Article, Paragraph, Post, Refusal, Role, Seed
from newsroom.convert.post import VERSION, placed, post_from, told_apart
from newsroom.convert.reading import Reading, blocks_from, read
from newsroom.convert.record import Record, record
from newsroom.convert.refusals import MOST_CHARACTERS
from newsroom.convert.steps import STEPS

__all__ = [
    "MOST_CHARACTERS",
    "MOST_PAGES",
    "NO_EVIDENCE",
    "STEPS",
    "VERSION",
    "Article",
    "Block",
    "Blocks",
    "Doubt",
    "Evidence",
    "Paragraph",
    "Post",
    "Reading",
    "Record",
    "Refusal",
    "Role",
    "Seed",
    "Source",
    "article_from",
    "blocks_from",
    "convert",
    "doubts",
    "ends_of",
    "furniture_of",
    "lines_of",
    "placed",
    "read",
    "record",
    "repeated_in",
    "title_of",
    "told_apart",
]


def convert(seed: Seed) -> Post | Refusal:
    """The post that a seed makes, or why it makes none. The same seed always gives the same."""
    reading = read(seed)
    blocks, article = reading.blocks, reading.article
    title = title_of(article) if article else None
    if reading.refusal or blocks is None or article is None or title is None:
        return reading.refusal or Refusal(seed.key, "no story", "no words of it were found")
    return post_from(seed, blocks, title, article)
