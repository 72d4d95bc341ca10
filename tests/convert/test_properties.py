# SPDX-License-Identifier: MIT
"""What holds for every text whatsoever: nothing is invented, nothing is lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.convert import STEPS, Blocks, Post, Refusal, Role, Seed, article_from, blocks_from, convert
from newsroom.schema import digest, read, write

REAL = (Path(__file__).parents[2] / "seeds" / "000_29884fe21087bc82.txt").read_text(encoding="utf-8")
PIECES = (
    *("Ferry returns to Port Ember", "By Ann Lee", "Published: 3 March 2030 at 06:30", "2031-01-02", "12:30"),
    *("\n", "\r\n", "\r", "\u2028", " ", "\t", "\u00a0", "• ", "* ", "Share", "Related", "Updated:"),
    *('"', "“", "”", "«", "»", ". ", "。", "… ", "Dr. ", "A.", "#", "{attach}", "<b>", "---", "seed: x"),
    *("\x00", "\x0c", "\x85", "\u202e", "\u2066", "\ufffe", "\ufeff", "\ud800"),
    "The harbour office said the ship would sail four times a day until autumn, unless fog closes it. ",
    '"We counted the days and then the years," she said. ',
)
LINES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANY = st.text(st.characters(exclude_categories=[]), max_size=300)
STORY = st.tuples(LINES, ANY, LINES).map(lambda parts: "Ferry returns to Port Ember\n" + "".join(parts) + REAL[186:])
TEXTS = st.one_of(LINES, ANY, STORY)


def seed_of(text: str) -> Seed:
    return Seed("any.txt", "0" * 64, text)


@given(TEXTS)
def test_blocks_partition_the_seed_after_every_step(text: str) -> None:
    seed, blocks = seed_of(text), Blocks.of(text)
    for step in STEPS:
        blocks = step(seed, blocks)
        assert "".join(text[each.start : each.end] for each in blocks.items) == text


@given(TEXTS)
def test_every_character_ends_with_a_role(text: str) -> None:
    assert not list(blocks_from(seed_of(text)).having(Role.OPEN))


@given(TEXTS)
def test_the_words_of_the_article_are_ranges_of_the_seed_in_order(text: str) -> None:
    seed = seed_of(text)
    article = article_from(seed, blocks_from(seed))
    at = 0
    for paragraph in article.paragraphs:
        for word in paragraph.text.split():
            at = text.index(word, at) + len(word)
    for word in (article.headline or "").split():
        assert word in text
    assert all(part in text for author in article.authors for part in author.split())


@given(TEXTS)
def test_only_white_space_and_bullets_are_layout(text: str) -> None:
    for block in blocks_from(seed_of(text)).having(Role.LAYOUT):
        assert not any(map(str.isalnum, text[block.start : block.end]))


@given(TEXTS)
def test_the_same_seed_gives_the_same_bytes_and_they_read_back(text: str) -> None:
    made, again = convert(seed_of(text)), convert(seed_of(text))
    assert made == again
    if isinstance(made, Post):
        source = write(made.file)
        assert read(source) == made.file
        assert made.file.front.digest == digest(made.file)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = REAL
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 400)))
        text = text[:start] + draw(st.one_of(st.sampled_from(PIECES), ANY)) + text[end:]
    return text


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_a_mutated_real_seed_is_a_post_or_a_refusal_with_a_reason(text: str) -> None:
    made = convert(seed_of(text))
    if isinstance(made, Refusal):
        assert made.reason
        assert made.why
        assert made.line is None or 1 <= made.line <= text.count("\n") + 1
    else:
        assert made.file.front.title.strip()
        assert made.file.text.strip()


@pytest.mark.parametrize("unit", [".", '"', " ", "\n", "• ", "A. ", '"He." he said. ', "\u202ea", "。」", "[", "2017 "])
def test_a_pattern_repeated_beyond_the_limit_is_refused_by_count(unit: str) -> None:
    text = "Ferry returns to Port Ember\n" + unit * (1_000_000 // len(unit))
    made = convert(seed_of(text))
    assert isinstance(made, Refusal)
    assert made.reason in {"too large", "binary", "too many lines"}
