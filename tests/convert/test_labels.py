# SPDX-License-Identifier: MIT
"""What a story prints beside its text: datelines, agencies, notes and topics, and what only looks like them."""

import pytest

from newsroom.convert import Record, record
from tests.convert.corpusfile import rows

HEADLINE = "Storm takes roof of salt works, leaves salt"
PROSE = (
    "A storm that crossed the sound before dawn lifted the roof off the salt works and carried it to a field,"
    " officials said."
)


def of(*lines: str) -> Record:
    return record("\n\n".join((HEADLINE, "November 3, 2031", *lines)))


def texts(made: Record, text: str, role: str) -> list[str]:
    return [text[int(start or 0) : int(end or 0)] for start, end, each, _ in made["blocks"] if each == role]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("before", "dateline", "agency"),
    [
        ("QUILLMOUTH — ", "QUILLMOUTH", None),
        ("QUILLMOUTH: ", "QUILLMOUTH", None),
        ("QUILLMOUTH, Sael, Nov. 3 (Reuters) - ", "QUILLMOUTH, Sael, Nov. 3", "Reuters"),
        ("Port Ember (dpa) – ", "Port Ember", "dpa"),
        ("PORT EMBER/SAEL (AFP) — ", "PORT EMBER/SAEL", "AFP"),
        ("Villasalada.— ", "Villasalada", None),
        ("(SP) — ", None, "SP"),
    ],
)
def test_a_dateline_is_taken_off_the_first_words(before: str, dateline: str | None, agency: str | None) -> None:
    made = of(before + PROSE, PROSE)
    assert (made["dateline"], made["agency"], made["paragraphs"][0]) == (dateline, agency, PROSE)


@pytest.mark.parametrize(
    "before",
    [
        "UPDATE: ",
        "WATCH — ",
        "Fire — the old kind — ",
        "The roof (all of it) went first. ",
        "It was over, she said: ",
        "A ",
    ],
)
def test_what_only_looks_like_a_dateline_stays_in_the_story(before: str) -> None:
    made = of(before + PROSE, PROSE)
    assert (made["dateline"], made["agency"], made["paragraphs"][0]) == (None, None, (before + PROSE).strip())


@pytest.mark.parametrize("line", ["Reuters", "AFP / Reuters", "(AP)", "Source: The Associated Press", "Xinhua"])
def test_a_line_that_names_an_agency_alone_is_its_credit(line: str) -> None:
    assert of(line, PROSE, PROSE)["agency"] == line.removeprefix("Source: ").strip("()")


def test_an_agency_in_a_sentence_delivered_nothing() -> None:
    assert of(f"{PROSE} She told Reuters so.", PROSE)["agency"] is None


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this story gave the storm the wrong name.",
        "Editor's note: The salt in this story is not for eating, whatever you have heard.",
        "This story was first published in the Sallow Bridge Bulletin.",
        "Korrektur: In einer früheren Fassung stand das Dach im falschen Feld.",
        "Nota de la redacción: el techo no era de la fábrica, como se dijo al principio.",
    ],
)
def test_a_note_is_no_part_of_the_story(line: str) -> None:
    text = "\n\n".join((HEADLINE, PROSE, PROSE.replace("storm", "gale"), line))
    made = record(text)
    assert texts(made, text, "note") == [line]
    assert line not in made["paragraphs"]


def test_topics_are_parted_and_a_sentence_behind_the_label_is_none() -> None:
    assert of(PROSE, PROSE, "Tags: storms, salt works; roofs")["tags"] == ["storms", "salt works", "roofs"]
    assert of(PROSE, PROSE, "Schlagwörter: Sturm | Salz")["tags"] == ["Sturm", "Salz"]
    assert of(PROSE, PROSE, f"Topics: {PROSE}")["tags"] == []


def test_the_corpus_has_no_dateline_but_where_one_is_printed() -> None:
    wrong = []
    for row in rows():
        made = record(row["text"], row["id"])
        printed = "dateline" in row["noise"] and not made["refused"]
        if bool(made["dateline"]) != printed or (
            printed and not row["gold"]["summary"][-1].startswith(made["dateline"] or "-")
        ):
            wrong.append((row["id"], made["dateline"]))
    assert wrong == []
