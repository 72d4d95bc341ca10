# SPDX-License-Identifier: MIT

import pytest

from newsroom.convert.paragraphs import paragraph_starts
from newsroom.convert.quotations import quotations
from newsroom.convert.sentences import sentence_starts


def cut(text: str, starts: list[int]) -> list[str]:
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "He came.|She left.",
        "Dr. Brandt met J. Okonjo at St. Ann.|They spoke.",
        "It costs 3.5 crowns a day.|Nobody pays.",
        "The U.S. Navy came at 8 p.m.|It left.",
        "Am 12. März kam er.|Danach nicht mehr.",
        "Wait... what?|No!|Yes.",
        '"We wait. We always wait," he said.|Then he left.',
        "“Stop!” she cried.|Nobody did.",
        "« Non. Jamais. »|Il partit.|Elle resta.",
        "「待て。来るな」と言った。|彼は来た。",
        "Она ушла.|Он остался.",
        "هو جاء.|هي ذهبت.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    joined = text.replace("|", "" if "。" in text else " ")
    assert cut(joined, sentence_starts(joined)) == text.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("„Ja“, »nein«, «si», ”nej” und “no”", ["„Ja“", "»nein«", "«si»", "”nej”", "“no”"]),
        ('a 5\'10" wall and "this"', ['"this"']),
        ("“One paragraph. “The next one.” End", ["“The next one.”"]),
        ('never "closed', []),
        ('"' + "a " * 600 + 'b" and "c"', ['"c"']),
    ],
)
def test_quotations_are_the_outermost_closed_pairs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == expected


LONG = "The council of Port Ember opened the pier on Monday in the rain, and a hundred walked over it to see"


@pytest.mark.parametrize(
    "text",
    [
        f'{LONG} the sea from it. "We did it," the mayor of the town, who is ninety, said to all of them.',
        f'"{LONG} it and to be seen." Smith, the mayor of Port Ember, said he would walk it again the very next day.',
        f'"{LONG}," Smith told the paper on Monday morning. "And then I shall walk back, for my dinner is there."',
        f'"{LONG}. {LONG}. {LONG}. {LONG}," he said.',
    ],
)
def test_a_quotation_stays_whole_and_with_its_speaker(text: str) -> None:
    for paragraph in cut(text, paragraph_starts(text)):
        assert paragraph.count('"') % 2 == 0
        if paragraph.startswith('"'):
            assert "said" in paragraph or "told" in paragraph


def test_he_added_stays_below_its_speaker() -> None:
    opening = f"{LONG} it and the islands behind it."
    words = "Brandt, who built it, said that it was a pier like any other in the world. It would stand, he added."
    assert cut(f"{opening} {words}", paragraph_starts(f"{opening} {words}")) == [opening, words]


def test_a_new_speaker_does_not_join_the_last_ones_words() -> None:
    text = f"{LONG} it. Nobody fell in, he said. Col Tide, of the navy, said the sea was calm."
    assert "Col Tide, of the navy, said the sea was calm." in cut(text, paragraph_starts(text))


def test_short_sentences_share_a_paragraph() -> None:
    text = "One came. Two came. Three came. " + f"{LONG} it."
    assert len(cut(text, paragraph_starts(text))) == 1


def test_long_sentences_stand_alone() -> None:
    text = " ".join([f"{LONG} and to be seen by it, by the gulls above it and by the seals below it, until the night."] * 3)
    assert len(cut(text, paragraph_starts(text))) == 3
