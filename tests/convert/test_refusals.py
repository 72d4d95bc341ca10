# SPDX-License-Identifier: MIT

import pytest

from newsroom.convert import Post, Refusal, Seed, convert

STORY = "The council of Port Ember opened the pier on Monday in the rain, and people walked over it. " * 4
ASKED = "I've had this lamp for a year and it still smokes! Can you tell me which wick I should buy for it, please? "
SIGNED_IN = "To write to the forum you must register. Choose a username and a password, and enter your e-mail address. "
ADVICE = "Your lamp can burn for years if you trim its wick. Please ask our staff which oil your lamp needs, or call! "


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
    assert "has 25" in made.why


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("The Gazette\n\nThe page that you want was not found\n\n" + STORY[:190], "not found", 3),
        ("Home\n\nÀ propos\n\nCette page est introuvable. Elle a peut-être été déplacée.\n", "not found", 5),
        ("Just a moment\n\nChecking your browser before you may read the news.\n" + STORY[:183], "bot wall", 1),
        ("We value your privacy\n\n" + STORY[:190] + "\n\nAccept all\n", "cookie wall", 1),
        (
            "Pier opens to all\n\nBy Ann Lee\n\n"
            + STORY[:190]
            + "\n\nThis story is for subscribers only\n\nSubscribe\n",
            "paywall",
            7,
        ),
        ("Privacy policy\n\n" + STORY, "terms", 3),
        ("Lamps of brass\n\n" + STORY[:190] + "\n\n$49.00\n\nAdd to cart\n\nIn stock\n\nSpare wick $3.00\n", "shop", 5),
        ("Which wick is best?\n\n" + (ASKED + "\n\nPosted\n\n") * 4 + ASKED, "forum", 5),
        (
            "Which wick is best?\n\nHello all. " + ASKED + "\n\nHi Ann. " + ASKED + "\n\nThanks! " + ASKED,
            "forum",
            3,
        ),
        ("Your account\n\n" + SIGNED_IN + "\n\nUsername\n\nPassword\n\nE-mail\n\n" + SIGNED_IN, "form", 3),
        (
            "Lamps on GitHub\n\n" + "\n\n".join(f"lamp({n}); wick[{n}] = {{oil: {n}}}; {ADVICE}" for n in range(3)),
            "program",
            3,
        ),
        (
            "Sael Lamp Week\n\n" + "\n\n".join(f"June {n}, 2031\n\n{STORY[:115]}." for n in range(3, 9)),
            "listing",
            3,
        ),
        ("Wicks\n\n" + ADVICE + "\n\nLamps\n\n" + ADVICE + "\n\nOils\n\n" + ADVICE, "no news", 3),
        ("Home\n\nTides\n\nWeather\n\nFerries\n\n" + STORY[:110] + "\n\nShips\n\nPorts\n\n" * 9, "no story", 9),
        ("News of the week\n\n" + (STORY[:183] + "\n\nRead more\n\n") * 5 + STORY, "listing", 5),
        (
            "Friends of the pier\n\n" + "".join(f"Friend {n} of it: {STORY[:120]}.\n\n" for n in range(9)),
            "listing",
            3,
        ),
    ],
)
def test_a_page_that_is_no_story_is_refused_with_the_line_that_proves_it(text: str, reason: str, line: int) -> None:
    made = refused(text)
    assert (made.reason, made.line) == (reason, line), made


@pytest.mark.parametrize(
    "text",
    [
        "Body of lost diver not found\n\n3 March 2030\n\n" + STORY[:280],
        "Pier opens to all\n\nAlready a subscriber? Sign in\n\n" + STORY[:280],
        "Price of eels doubles\n\n" + STORY + "\n\n$3.00\n\n" + STORY,
        STORY[:280],
    ],
)
def test_a_brief_story_is_not_refused_for_what_stands_around_it(text: str) -> None:
    assert isinstance(convert(Seed("x.txt", "0" * 64, text)), Post)
