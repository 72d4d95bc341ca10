# SPDX-License-Identifier: MIT
"""What a person should look at first: where the converter's choices were near, or left much out.

A view of a reading: it changes nothing, and no conversion needs it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.dates import dates_in
from newsroom.convert.language import language_in
from newsroom.convert.lines import Line, is_prose, open_lines, same_words, squeezed, word_count
from newsroom.convert.model import STORY, Article, Role, Seed
from newsroom.convert.page import page_from
from newsroom.convert.page_address import slug_words
from newsroom.convert.reading import Reading
from newsroom.convert.steps import STEPS
from newsroom.convert.steps.find_headline import find_headline, ranked

# How often something was wrong, in a hundred of 389 stories (November 2026). Headline: 34 where another line
# was nearer than a point, 5 where it was nearer than two, else one. Day: 5 of 6 where none was taken and
# one stands beside the story. Text: 50 where more than a fifth was dropped between its paragraphs, 20 from a
# twentieth; 30 where as many words in paragraphs were dropped around it.
_NEAR, _FARTHER = 1.0, 2.0
_MUCH_INSIDE, _SOME_INSIDE = 0.2, 0.05
_MUCH_AROUND = 0.2
_FEW_WORDS = 90
_MANY_WORDS = 150  # in paragraphs of a page that is refused
_SHOWN = 90  # characters of a line


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to look. `points` of 100 say how likely something is wrong, or how much is missing.

    `start` is the character of the seed at which the reason stands; None where it is all of it.
    """

    name: str
    points: int
    why: str
    start: int | None = None


def doubts(seed: Seed, reading: Reading) -> tuple[Doubt, ...]:
    """The doubts of a reading, most points first; none of a text that was not worth a look."""
    if reading.blocks is None or reading.article is None:
        return ()
    found = _of_refusal(seed, reading.blocks) if reading.refusal else _of_story(seed, reading.blocks, reading.article)
    return tuple(sorted(found, key=lambda doubt: -doubt.points))


def _of_refusal(seed: Seed, blocks: Blocks) -> Iterator[Doubt]:
    words = sum(word_count(text) for block in blocks.items if is_prose(text := _text(seed, block)))
    if words >= _MANY_WORDS:
        yield Doubt("refused with much text", 15, f"{words:,} words of it are in paragraphs")


def _of_story(seed: Seed, blocks: Blocks, article: Article) -> Iterator[Doubt]:
    yield from _of_headline(seed, article)
    if not article.published:
        yield from _of_no_day(seed, blocks)
    words = sum(word_count(paragraph.text) for paragraph in article.paragraphs)
    if words < _FEW_WORDS:
        yield Doubt("short", 30, f"{words} words of story")
    yield from _of_text(seed, blocks, max(words, 1))
    if not (seed.evidence.source.lang or language_in(article.paragraphs)):
        yield Doubt("no language", 10, "its small words are of none, or of several")


def _of_headline(seed: Seed, article: Article) -> Iterator[Doubt]:
    if not article.headline:
        yield Doubt("no headline", 60, "none is printed: the title is how the story begins")
        return
    lines = _ranked(seed)
    best = next(lines, None)
    rival = next((line for line in lines if best and same_words(line[1].text) != same_words(best[1].text)), None)
    if best and rival and best[0] - rival[0] < _FARTHER:
        points = 34 if best[0] - rival[0] < _NEAR else 5
        yield Doubt("two headlines", points, f"or it is {_shown(rival[1].text)}", rival[1].block.start)


def _ranked(seed: Seed) -> Iterator[tuple[float, Line]]:
    """The lines that may be the headline with their points, as the step saw them; the best first."""
    blocks = Blocks.of(seed.text)
    for step in takewhile(lambda each: each is not find_headline, STEPS):
        blocks = step(seed, blocks)
    lines = open_lines(seed, blocks)
    page = page_from(seed.text, lines, slug_words(seed.evidence.address or ""))
    return ((points, lines[place]) for points, place in ranked(page))


def _of_no_day(seed: Seed, blocks: Blocks) -> Iterator[Doubt]:
    for block in blocks.having(Role.FURNITURE):
        text = _text(seed, block)
        if not is_prose(text) and dates_in(text):
            yield Doubt("a day that was not taken", 60, f"beside the story stands {_shown(text)}", block.start)
            return
    yield Doubt("no day", 10, "none is printed")


def _of_text(seed: Seed, blocks: Blocks, words: int) -> Iterator[Doubt]:
    """Doubts about what was dropped of a story of so many words."""
    body = [block for block in blocks.items if block.role in STORY]
    dropped = [(block, _text(seed, block)) for block in blocks.having(Role.FURNITURE)]
    inside = [(block, text) for block, text in dropped if body and body[0].start < block.start < body[-1].end]
    share = sum(word_count(text) for _, text in inside) / words
    if share > _SOME_INSIDE:
        points = 50 if share > _MUCH_INSIDE else 20
        yield Doubt(
            "much dropped inside", points, f"{share:.0%} of its length, between its paragraphs", inside[0][0].start
        )
    around = [(block, text) for block, text in dropped if is_prose(text) and (block, text) not in inside]
    share = sum(word_count(text) for _, text in around) / words
    if share > _MUCH_AROUND:
        yield Doubt(
            "much dropped around", 30, f"{share:.0%} of its length, in paragraphs around it", around[0][0].start
        )


def _text(seed: Seed, block: Block) -> str:
    return seed.text[block.start : block.end]


def _shown(text: str) -> str:
    line = squeezed(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
