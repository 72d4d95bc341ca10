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
    long = f"{LONG} and to be seen by it, by the gulls above it and by the seals below it, until the night."
    text = " ".join([long] * 3)
    assert len(cut(text, paragraph_starts(text))) == 3


def test_a_subhead_without_a_full_stop_is_a_paragraph() -> None:
    head = "A pier for everybody"
    text = f"{LONG} it. {head} The council wants ships of all sizes to land there by the end of summer. It will."
    assert head in cut(text, paragraph_starts(text))


def test_a_name_with_a_small_word_in_it_is_no_subhead() -> None:
    text = f"{LONG} it. A woman from The Hague said she had come for the pier alone and would come again in the summer."
    assert all(not each.startswith("The Hague") for each in cut(text, paragraph_starts(text)))


def test_a_list_and_a_label_that_comes_again_begin_paragraphs() -> None:
    text = f"{LONG} it. {LONG} it. {LONG} it. Pros: sturdy piles. Cons: gulls - one bench - one lamp. " * 3
    starts = [each[:6] for each in cut(text, paragraph_starts(text))]
    assert starts.count("Pros: ") == starts.count("Cons: ") == 3
    assert sum(each.startswith("- one") for each in starts) == 3


def test_a_space_in_japanese_was_the_end_of_a_line() -> None:
    line = "港の桟橋は月曜日に開かれ、雨の中を大勢の人が歩いた。町長は「待っていた」と話した。"
    assert cut(f"{line} {line} {line}", paragraph_starts(f"{line} {line} {line}")) == [line] * 3


def test_no_paragraph_goes_on_where_a_sentence_could_end_it() -> None:
    text = " ".join([f"{LONG} it."] * 40)
    assert max(map(len, cut(text, paragraph_starts(text)))) <= 700


@pytest.mark.parametrize(
    "text",
    [
        "Er kam am 3. Oktober.|Er blieb.",
        "1. The pier opened.|2. The pier closed.",
        "It came from the U.S.|The ship left at 8 p.m.|It was late.",
        "iPads are sold at the pier.|eBikes are not.",
        "वह आया।|वह गया।",
        "Он пришёл в 5 ч. и ушёл.|Ул. Мира пуста.",
        "¿Quién vino?|¡Nadie!",
    ],
)
def test_sentences_of_many_languages(text: str) -> None:
    joined = text.replace("|", " ")
    assert cut(joined, sentence_starts(joined)) == text.split("|")
