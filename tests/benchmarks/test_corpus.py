# SPDX-License-Identifier: MIT
from benchmarks.corpus import WORDS_PER_STORY, seed
from newsroom.convert import Post, Seed, convert


def test_the_same_number_gives_the_same_seed_and_another_gives_another() -> None:
    assert seed(7) == seed(7)
    assert len({seed(number) for number in range(50)}) == 50


def test_every_seed_makes_a_dated_post_of_the_stated_length() -> None:
    for number in range(50):
        post = convert(Seed.from_bytes(f"{number}.txt", seed(number).encode()))
        assert isinstance(post, Post)
        assert post.file.front.date is not None
        assert WORDS_PER_STORY[0] <= len(post.file.text.split()) <= WORDS_PER_STORY[1] + 30
