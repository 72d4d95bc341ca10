# SPDX-License-Identifier: MIT

from newsroom.convert import Role, Seed, blocks_from

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
SENTENCES = [
    f"On {day} the council of Port Ember opened the pier in the rain, and many came to walk over it." for day in DAYS
]
STORY = " ".join(SENTENCES)
CAPTION = "The pier of Port Ember in the rain on Monday."


def said(text: str, role: Role) -> list[str]:
    seed = Seed("x.txt", "0" * 64, f"Pier opens to all of them\n{text}\n")
    return [text.strip() for block in blocks_from(seed).having(role) if (text := seed.text[block.start : block.end])]


def test_what_is_printed_twice_in_a_row_is_a_caption() -> None:
    text = f"{STORY} {CAPTION} {CAPTION} (AP Photo/Bo Ek) {STORY}"
    assert said(text, Role.CAPTION) == [f"{CAPTION} (AP Photo/Bo Ek)"]
    assert CAPTION in said(text, Role.FURNITURE)
    assert all(CAPTION not in each for each in said(text, Role.BODY))


def test_a_credit_in_brackets_takes_the_sentence_before_it() -> None:
    assert said(f"{STORY} It rained. (Photo by Bo Ek) {STORY}", Role.CAPTION) == ["It rained. (Photo by Bo Ek)"]


def test_a_sentence_that_comes_again_later_is_no_caption() -> None:
    assert said(f"{STORY} {STORY}", Role.CAPTION) == []
