# SPDX-License-Identifier: MIT
from benchmarks import paper
from newsroom.schema import address_for, read


def test_the_same_number_gives_the_same_story_and_another_gives_another() -> None:
    assert paper.story(7, 100) == paper.story(7, 100)
    assert len({paper.story(number, 50).address for number in range(50)}) == 50


def test_every_story_makes_a_post_at_its_address() -> None:
    for number in range(50):
        story = paper.story(number, 50)
        post = read(paper.ours(story))
        assert address_for(post.front, kind="story") == story.address
        assert post.text == story.body
        assert 380 <= len(post.text.split()) <= 780
