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
        ("Skrevet av Jane Lee", ("Jane Lee",)),
        ("Eine Rezension von Jane Lee", ("Jane Lee",)),
        ("Das Gespräch führte Jane Lee", ("Jane Lee",)),
        ("Von unserer Korrespondentin Jane Lee", ("Jane Lee",)),
        ("By Political Editor Jane Lee", ("Jane Lee",)),
        ("Our Port Ember correspondent Jane Lee", ("Jane Lee",)),
        ("Dal nostro corrispondente Jane Lee", ("Jane Lee",)),
        ("Vessel-Redakteurin Jane Lee", ("Jane Lee",)),
        ("Chronique de Jane Lee", ("Jane Lee",)),
        ("Rozmawiała Jane Lee", ("Jane Lee",)),
        ("Opinion | By Jane Lee", ("Jane Lee",)),
        ("Photos by John Ek, words by Jane Lee", ("Jane Lee",)),
        ("Teksti: Jane Lee Kuvat: John Ek", ("Jane Lee",)),
        ("As told to Jane Lee", ("Jane Lee",)),
        ("By Jane Morvund Vessel Correspondent", ("Jane Morvund",)),
        ("By Korvu Asmel in Port Ember and Quista Vorn in Vessel", ("Korvu Asmel", "Quista Vorn")),
        ("By Anna Torvund Peter Vornas", ("Anna Torvund", "Peter Vornas")),
        ("Von Jane Lee, dpa", ("Jane Lee", "dpa")),
        ("Jane Lee und dpa", ("Jane Lee", "dpa")),
        ("By Jane Lee, Associated Press", ("Jane Lee",)),
        ("Jane Lee on", ("Jane Lee",)),  # a day stood behind it
        ("Jane Lee's avatar", ("Jane Lee",)),
        ("Headshot of Jane Lee", ("Jane Lee",)),
        ("User's avatar", ()),
        ("By subscribing, you agree to our terms", ()),
        ("Autorin / Autor", ()),
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
    assert right / len(pages) >= 0.78  # .80 before a fifth of the names were in no list
    assert named / len(pages) <= 0.05


@pytest.mark.parametrize(
    "note",
    [
        "Jane Lee is a reporter at the Vessel Gazette, where she writes about harbours and those who live beside them.",
        "Author of nine books on piers, Jane Lee has lived in Port Ember for as long as anyone in town can remember.",
        "Jane Lee's latest book is on the pier of Port Ember, and on those who built it in three long years of rain.",
        "Views expressed in this column are those of Jane Lee and not of the Vessel Gazette or of those who own it.",
        "This story was told by the baker of Port Ember, who has a shop beside the pier, as told to Jane Lee.",
    ],
)
def test_a_note_below_the_story_names_who_wrote(note: str) -> None:
    assert authors("Pier opens to all of them", "November 3, 2031", STORY, note) == ["Jane Lee"]


def test_a_sentence_that_names_the_author_stays_whole() -> None:
    lead = (
        "What the pier costs, and who pays: our columnist Jane Lee has asked everyone in Port Ember, and tells it here."
    )
    made = record(f"Pier opens to all of them\nNovember 3, 2031\n{lead}\n{STORY}")
    assert made["authors"] == ["Jane Lee"]
    assert made["paragraphs"] == [lead, *STORY.splitlines()]
    assert [reason for _, _, role, reason in made["blocks"] if role == "byline"] == ["body"]


def test_whom_the_story_tells_of_is_no_author_for_a_post() -> None:
    told = "Jane Lee is the president of the harbour union, and she was there when the pier was opened in the rain."
    assert authors("Pier opens to all of them", "November 3, 2031", STORY, told, STORY) == []


def test_several_authors_below_a_lead_of_several_need_no_join() -> None:
    lines = ("Authors", "Korvu Asmel", "Quista Vorn", "November 3, 2031")
    assert authors("Pier opens to all of them", *lines, STORY) == ["Korvu Asmel", "Quista Vorn"]


def test_a_name_in_two_lines_is_one() -> None:
    assert authors("Pier opens to all of them", "Jane", "Morvund", "November 3, 2031", STORY) == ["Jane Morvund"]


def test_a_byline_right_below_the_headline_is_no_link_in_a_sentence() -> None:
    long = "Pier in Port Ember opens to all who want to walk over it"
    assert authors(long, "by Jane Lee , Vessel Gazette", "old people", "November 3, 2031", STORY) == ["Jane Lee"]
