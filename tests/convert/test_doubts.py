# SPDX-License-Identifier: MIT
"""What a person should look at first, each doubt with the page that raises it."""

from dataclasses import replace

from newsroom.convert import Doubt, Evidence, Seed, Source, doubts, read

STORY = (
    "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.\n\n"
    "The pier stands on 84 piles of larch, which the harbour master expects to last for about forty years.\n\n"
    "It replaces one that the ice took nine winters ago, together with the ferry that was tied up beside it.\n\n"
    "Nobody was hurt then, but the island had no road to the mainland for a month, and its school was closed.\n\n"
    "The new one carries lorries of up to twelve tons, one at a time, and no faster than a man walks on it.\n\n"
)
SURE = f"New pier at Port Ember opens in the rain\n\nPublished: 3 March 2030\n\n{STORY}"


def doubts_of(text: str) -> tuple[Doubt, ...]:
    seed = Seed.from_bytes("pier.txt", text.encode())
    return doubts(seed, read(seed))


def names(text: str) -> list[str]:
    return [doubt.name for doubt in doubts_of(text)]


def place(text: str, name: str) -> str:
    """The line at which a doubt stands."""
    (doubt,) = [each for each in doubts_of(text) if each.name == name]
    assert doubt.start is not None
    return text[doubt.start :].partition("\n")[0]


def test_a_plain_page_raises_no_doubt() -> None:
    assert names(SURE) == []


def test_a_story_without_a_day_is_told() -> None:
    assert names(SURE.replace("Published: 3 March 2030\n\n", "")) == ["no day"]


def test_a_day_that_was_not_taken_is_a_doubt_and_is_shown() -> None:
    text = SURE.replace("Published: 3 March 2030\n\n", "") + "Most read\n\nFerry late again\n\n1 March 2030\n"
    assert names(text)[0] == "a day that was not taken"
    assert place(text, "a day that was not taken") == "1 March 2030"


def test_a_headline_that_another_line_comes_near_to_is_a_doubt() -> None:
    text = SURE.replace("\n\nPublished", "\n\nPort Ember has its new pier after nine winters\n\nPublished")
    assert names(text) == ["two headlines"]
    assert place(text, "two headlines") in text.splitlines()[:3]


def test_a_headline_that_is_printed_twice_has_no_rival() -> None:
    assert names(SURE.replace("\n\nPublished", "\n\nNEW PIER AT PORT EMBER OPENS IN THE RAIN!\n\nPublished")) == []


def test_a_story_without_a_headline_is_told() -> None:
    assert names(STORY)[0] == "no headline"


def test_a_story_in_no_language_that_is_known_is_told_unless_its_source_states_one() -> None:
    strange = "".join(letter if letter in " .,\n" else chr(ord(letter) % 26 + 97) for letter in STORY)
    text = SURE.replace(STORY, strange.replace(".", " 9."))
    seed = Seed.from_bytes("pier.txt", text.encode())
    assert "no language" in [doubt.name for doubt in doubts(seed, read(seed))]
    stated = replace(seed, evidence=Evidence(source=Source(lang="cy")))
    assert "no language" not in [doubt.name for doubt in doubts(stated, read(stated))]


def test_a_short_story_is_told() -> None:
    short = "\n\n".join(SURE.split("\n\n")[:5])
    assert names(short) == ["short"]


def test_much_that_was_dropped_between_paragraphs_is_told() -> None:
    box = "Sign up to our newsletter\nRead more: The ferry that the ice took\nShare this article\n\n"
    paragraphs = STORY.split("\n\n")
    text = SURE.replace(STORY, f"\n\n{box}".join(paragraphs))
    assert "much dropped inside" in names(text)
    assert place(text, "much dropped inside") == "Sign up to our newsletter"


def test_paragraphs_that_were_dropped_around_the_story_are_told() -> None:
    notice = (
        "We and our partners store and access information on a device, such as cookies, and process personal data.\n\n"
    )
    text = f"{SURE}Privacy\n\n{notice * 3}"
    assert "much dropped around" in names(text)
    assert place(text, "much dropped around") == notice.strip()


def test_a_refusal_of_a_long_page_is_a_doubt_and_of_a_short_one_none() -> None:
    assert names("Page not found\n") == []
    text = "A lamp of larch and glass that hangs on piers, and gives light to boats at night, of the finest make."
    shop = "".join(
        f"Pier lamp number {number}\n\n{text}\nPrice: €{number}.99\nAdd to cart\n\n" for number in range(10, 30)
    )
    assert [doubt.name for doubt in doubts_of(shop)] == ["refused with much text"]


def test_what_cannot_be_read_has_no_doubts() -> None:
    assert doubts_of("\n") == ()


def test_the_likeliest_doubt_is_first() -> None:
    points = [doubt.points for doubt in doubts_of(STORY)]
    assert points == sorted(points, reverse=True)
    assert len(points) > 1
