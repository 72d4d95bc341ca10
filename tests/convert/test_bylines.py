# SPDX-License-Identifier: MIT
"""What a line says of who wrote, and which of a page's names are its authors'."""

import pytest

from benchmarks.byline_pages import rows
from benchmarks.words import letters
from newsroom.convert import record
from newsroom.convert.bylines import inline, reading_of

STORY = "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.\n" * 3


def said(line: str) -> tuple[str, ...]:
    reading = reading_of(line)
    return tuple(line[start:end] for start, end in reading.spans) if reading else ()


def authors(*lines: str) -> list[str]:
    return record("\n".join(lines))["authors"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("BY JANE LEE AND BO EK FOR THE VESSEL", ("JANE LEE", "BO EK")),
        ("By JANE LEE Associated Press", ("JANE LEE",)),
        ("By Jane Lee CNN", ("Jane Lee",)),
        ("By Jane Lee Vessel Gazette", ("Jane Lee",)),
        ("By political editor Jane Lee and John Ek", ("Jane Lee", "John Ek")),
        ("ByJane LeePolitical Editor", ("Jane Lee",)),
        ("March 3 · 3 min read · By Jane Lee", ("Jane Lee",)),
        ("Jane Lee @janelee", ("Jane Lee",)),
        ("Jane Lee jane.lee@vessel.test", ("Jane Lee",)),
        ("Jane Lee, John Ek and Mary Roe", ("Jane Lee", "John Ek", "Mary Roe")),
        ("Jane Lee, Port Ember", ("Jane Lee",)),
        ("Ember | Jane Lee | 3 hours ago", ("Jane Lee",)),
        ("Text und Fotos: Jane Lee", ("Jane Lee",)),
        ("Jane Lee in Port Ember and John Ek in Vessel", ("Jane Lee", "John Ek")),
        ("Jane Lee, political editor, and John Ek", ("Jane Lee", "John Ek")),
        ("Jane Lee / John Ek", ("Jane Lee", "John Ek")),
        ("Aus Port Ember berichtet Jane Lee", ("Jane Lee",)),
        ("(dpa)", ("dpa",)),
        ("Von dpa/lno", ("dpa",)),
        ("by harbourmouse", ("harbourmouse",)),
        ("Par La rédaction", ("La rédaction",)),
        ("Redacción Puerto Ámbar", ("Redacción Puerto Ámbar",)),
        ("HẢI ĐĂNG", ("HẢI ĐĂNG",)),
        ("Theo Thu Hà", ("Thu Hà",)),
        ("Jane Lee in den Räumen des Hafenamts", ()),
        ("Ein Interview von Jane Lee", ("Jane Lee",)),
        ("Penulis: Budi Lee | Editor: Siti Ek", ("Budi Lee",)),
        ("By Vessel Gazette Staff", ("Vessel Gazette Staff",)),
        ("Web Desk", ("Web Desk",)),
        ("كتب: محمد علي", ("محمد علي",)),
        ("記者林花子、王小明／台北報導", ("林花子", "王小明")),
        ("Town Hall in Port Ember", ()),
        ("Jane Lee: how the pier was opened", ()),
        ("Jane Lee opens the pier", ()),
        ("By the Numbers", ()),
        ("Photo by Jane Lee", ()),
        ("Privacy Policy", ()),
    ],
)
def test_a_line_says_whole_names_or_nothing(line: str, names: tuple[str, ...]) -> None:
    assert said(line) == names


def test_the_lines_of_one_byline_go_on_over_roles_and_stop_at_other_names() -> None:
    byline = ("Jane Lee", "Political Editor", "John Ek", "Senior Reporter")
    assert authors("Pier opens to all", *byline, "November 3, 2031", STORY) == ["Jane Lee", "John Ek"]
    assert authors("Pier opens to all", "By Jane Lee", "November 3, 2031", "John Ek", STORY) == ["Jane Lee"]


def test_a_byline_that_was_joined_to_the_story_leaves_the_story_whole() -> None:
    made = record(f"Pier opens to all of them\nNovember 3, 2031\nBy Jane Lee {STORY}")
    assert made["authors"] == ["Jane Lee"]
    assert made["paragraphs"] == STORY.splitlines()


def test_a_byline_goes_on_below_with_an_and_and_with_the_same_house() -> None:
    assert authors("Pier opens to all", "Von Jane Lee", "und John Ek", "November 3, 2031", STORY) == [
        "Jane Lee",
        "John Ek",
    ]
    assert authors("Pier opens to all", "Jane Lee/EBN", "John Ek/EBN", "November 3, 2031", STORY) == [
        "Jane Lee",
        "John Ek",
    ]


def test_an_agency_that_no_one_is_named_beside_is_the_author_and_the_agency() -> None:
    alone = record("\n".join(("Pier opens to all", "AFP", "November 3, 2031", STORY)))
    assert (alone["authors"], alone["agency"]) == (["AFP"], "AFP")
    beside = record("\n".join(("Pier opens to all", "By Jane Lee", "November 3, 2031", "AFP", STORY)))
    assert (beside["authors"], beside["agency"]) == (["Jane Lee"], "AFP")


def test_a_date_leaves_the_byline_between_it_and_its_label() -> None:
    found = record("\n".join(("Pier opens to all", "Posted by Jane Lee on November 3, 2031", STORY)))
    assert (found["authors"], found["published"]) == (["Jane Lee"], "2031-11-03")


def test_a_known_name_signs_below_the_story_and_a_subhead_above_prose_does_not() -> None:
    assert authors("Pier opens to all", "November 3, 2031", STORY, "Jane Lee") == ["Jane Lee"]
    assert authors("Pier opens to all", "November 3, 2031", STORY, "Jane Lee", STORY) == []


def test_reporters_are_named_at_the_head_of_prose() -> None:
    line = "〔記者林花子／台北報導〕市政府今天宣布新的碼頭開放，許多市民前往參觀。"
    found = inline(line)
    assert found is not None
    assert [line[start:end] for start, end in found.spans] == ["林花子"]


def test_who_said_a_quotation_set_apart_is_no_author() -> None:
    assert authors("Pier opens to all", STORY, "— Jane Lee") == []


def test_a_caption_and_the_people_of_the_story_are_no_authors() -> None:
    told = STORY.replace("people", "Jane Lee and other people")
    assert authors("Pier opens to all", "November 3, 2031", "Photo: Jane Lee", told) == []
    assert authors("Jane Lee opens the pier", "Jane Lee", told) == []


def test_pages_that_no_weight_was_learnt_from_give_their_authors() -> None:
    right = named = 0
    pages = list(rows(300, seed=1))
    for page in pages:
        found = {letters(name) for name in record(page["text"])["authors"]}
        right += found == {letters(name) for name in page["gold"]["authors"]}
        named += bool(found) and not page["gold"]["authors"]
    assert right / len(pages) >= 0.8
    assert named / len(pages) <= 0.05
