# SPDX-License-Identifier: MIT

import pytest

from newsroom.convert import Post, Refusal, Seed, convert

STORY = "The council of Port Ember opened the pier on Monday in the rain, and people walked over it. " * 4


def refused(text: str) -> Refusal:
    made = convert(Seed("x.txt", "0" * 64, text))
    assert isinstance(made, Refusal)
    return made


@pytest.mark.parametrize("text", ["", " \n\t\u00a0\n"])
def test_an_empty_seed_is_refused(text: str) -> None:
    assert refused(text) == Refusal("x.txt", "empty", "the seed has no words")


def test_binary_data_is_refused_with_its_first_line() -> None:
    made = refused("Pier opens to all\n" + STORY + "\n" + "\x00\x01\x02" * 9)
    assert (made.reason, made.line) == ("binary", 3)
    assert made.why.startswith("27 of ")


def test_a_few_stray_controls_are_not_binary() -> None:
    assert isinstance(convert(Seed("x.txt", "0" * 64, f"Pier opens to all\n{STORY}\x00\x01")), Post)


def test_a_seed_beyond_the_limit_is_refused_with_both_figures() -> None:
    made = refused("Pier opens to all\n" + "word " * 100_000)
    assert (made.reason, made.why) == ("too large", "500,018 characters are more than 400,000")


def test_too_many_lines_are_refused() -> None:
    assert refused("Pier\n" * 10_001).reason == "too many lines"


def test_more_pieces_than_a_post_has_room_for_are_refused() -> None:
    lines = "".join(f"line number {number} of them\n" for number in range(7_000))
    assert refused("Pier opens to all\n" + STORY + "\n" + lines).reason == "too many pieces"


def test_a_page_without_prose_is_refused() -> None:
    assert refused("News\nWeather\nPier to be painted blue again\n").reason == "no story"


def test_a_text_without_a_headline_is_not_refused() -> None:
    assert isinstance(convert(Seed("x.txt", "0" * 64, STORY)), Post)


def test_a_few_words_are_no_story_and_the_line_is_named() -> None:
    made = refused("Pier opens to all\n\n" + STORY[:120].rstrip(",") + ".")
    assert (made.reason, made.line) == ("too short", 3)
    assert "has 40" in made.why
