# SPDX-License-Identifier: MIT
"""Lines that many pages of one source repeat: counted over pages, dropped from each."""

from itertools import count

from newsroom.convert import Evidence, Role, Seed, blocks_from, furniture_of
from newsroom.convert.blocks import Block

STORY = (
    "The council of Port Ember opened the long wooden pier on Monday in the rain, and people walked over it for hours.",
    "Nobody had expected so many guests, said the mayor, who had cut the ribbon with scissors that were her aunt's.",
    "The pier is two hundred metres long and was built by forty workers within three years, at a cost nobody names.",
    "A ferry is to stop there from the spring on, if the company can find a captain who knows the rocks of the bay.",
)
APPEAL = "The Lamp is read by everyone on the island and paid for by half of them, so please consider it, dear reader."
PAGE = "\n".join(("Old pier opens to all", "By Ann Lee", "2 June 2031", *STORY[:2], APPEAL, *STORY[2:], "The Lamp\n"))


def role_of(text: str, furniture: frozenset[str]) -> tuple[Role, str | None]:
    block = next(block for block in blocks(furniture) if PAGE[block.start : block.end] == text)
    return block.role, block.reason


def blocks(furniture: frozenset[str]) -> tuple[Block, ...]:
    return blocks_from(Seed("pier.txt", "0" * 64, PAGE, Evidence(furniture=furniture))).items


def test_a_line_on_one_page_in_twenty_is_furniture_and_a_rarer_one_is_not() -> None:
    pages = [
        f"Page {number}\n\u00a0The Lamp \n" + "Tides\n" * (number < 5) + "Fog\n" * (number < 4) for number in range(100)
    ]
    assert furniture_of(pages) == {"The Lamp", "Tides"}


def test_a_line_that_one_page_says_often_is_no_furniture() -> None:
    assert furniture_of(["Tides\n" * 50, *(f"Page {number}\n" for number in range(9))]) == frozenset()


def test_few_pages_tell_nothing() -> None:
    assert furniture_of(["The Lamp\n"] * 4) == frozenset()
    assert furniture_of([]) == frozenset()


def test_no_more_pages_are_looked_at_than_there_is_room_for() -> None:
    def endless():  # type: ignore[no-untyped-def]
        for number in count():
            yield f"Page {number}\nThe Lamp\n"

    assert furniture_of(endless()) == {"The Lamp"}


def test_dumps_of_one_story_count_once() -> None:
    page = "\n".join(STORY)
    assert furniture_of([f"{page}\nRead by {number}\n" for number in range(100)]) == frozenset()


def test_of_a_long_text_both_ends_are_looked_at() -> None:
    middle = "a word or two\n" * 4000
    pages = [f"Page {number}\nThe Lamp\n{middle}Tides\n{middle}Fog\n" for number in range(9)]
    assert furniture_of(pages) >= {"The Lamp", "Fog"}
    assert "Tides" not in furniture_of(pages)


def test_bullets_are_none_of_a_line() -> None:
    assert furniture_of([f"Page {number}\n  • The Lamp\n" for number in range(9)]) == {"The Lamp"}


def test_a_page_whose_prose_is_all_repeated_keeps_it() -> None:
    furniture = frozenset((*STORY, APPEAL, "The Lamp"))
    assert role_of(STORY[0], furniture) == (Role.BODY, None)
    assert role_of("The Lamp", furniture) == (Role.FURNITURE, "repeated-in-source")


def test_an_appeal_that_the_source_repeats_is_no_paragraph_of_the_story() -> None:
    assert role_of(APPEAL, frozenset()) == (Role.BODY, None)
    assert role_of(APPEAL, frozenset((APPEAL,))) == (Role.FURNITURE, "repeated-in-source")


def test_headline_byline_and_day_stay_though_the_source_repeats_them() -> None:
    furniture = frozenset(("Old pier opens to all", "By Ann Lee", "2 June 2031"))
    roles = {block.role for block in blocks(furniture)}
    assert {Role.HEADLINE, Role.BYLINE, Role.PUBLISHED} <= roles
