# SPDX-License-Identifier: MIT
"""Signatures: copies of a story are told from other stories, on every machine alike, without its words."""

import os
import random
import subprocess
import sys
from unicodedata import normalize

import pytest

from newsroom.convert.markdown import paragraph
from newsroom.desk.signature import Signature, shared, shared_lead, signature_from, words_in


def story(seed: int, sentences: int = 30) -> list[str]:
    """Sentences of nine made-up words each, of which stories share many and their order never."""
    draw = random.Random(seed)
    words = [f"w{number}" for number in range(400)]
    return [" ".join(draw.choices(words, k=9)).capitalize() + "." for _ in range(sentences)]


def signed(sentences: list[str] | str) -> Signature:
    signature = signature_from(sentences if isinstance(sentences, str) else " ".join(sentences))
    assert signature is not None
    return signature


def test_a_signature_is_this_one_everywhere() -> None:
    text = "The pier opened on Monday. Der Käpt’n sagte: Ahoi! 港の桟橋は月曜日に開いた。"
    expected = (
        "1.22.v92uHhl86x8y4WgxJsXJPTCUrUV3cz5HQiV4SbjLak9_0txP1YQUXnCNbl4eykBfpl1WkKKTBqB2CNq3E8tDvA=="
        ".v92uHhl86x8y4WgxJsXJPTCUrUV3cz5HQiV4SbjLak9_0txP1YQUXnCNbl4eykBfpl1WkKKTBqB2CNq3E8tDvDTSHsVd8ivepTmz3w=="
    )
    assert str(signed(text)) == expected
    program = "from newsroom.desk.signature import signature_from; import sys; print(signature_from(sys.argv[1]))"
    found = {
        subprocess.run(
            [sys.executable, "-c", program, text],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("0", "1")
    }
    assert found == {expected}


def test_a_signature_reads_back_as_written() -> None:
    signature = signed(story(1))
    assert Signature.parse(str(signature)) == signature
    assert len(str(signature)) <= 800


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "version 1"),
        ("0.3.AAAAAA==.AAAAAA==", "version 1"),
        ("1.x.AAAAAA==.AAAAAA==", "invalid literal"),
        ("1.3.AAAA.AAAAAA==", "multiple"),
        ("1.3..AAAAAA==", "do not ascend"),
        ("1.3.AQAAAAAAAAA=.AAAAAA==", "do not ascend"),
    ],
)
def test_what_is_no_signature_is_refused(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Signature.parse(line)


def test_the_signature_holds_no_word_of_the_story() -> None:
    sentences = story(2)
    line = str(signed(sentences))
    assert not any(word in line for word in words_in(" ".join(sentences)) if len(word) > 2)


def test_case_marks_forms_of_letters_and_markdown_make_no_difference() -> None:
    plain = "Käpt’n Tom’s *boat* [sic] sails & returns; 3 < 4, says #1 of the ﬁsher_men on the pier."
    assert signed(normalize("NFD", plain).upper()) == signed(plain.upper())
    assert signed(paragraph(plain)) == signed(plain)
    assert words_in("Tom’s ﬁsher_men, 3.5") == ["tom", "s", "fisher", "men", "3", "5"]


def test_scripts_without_spaces_are_counted_by_character() -> None:
    assert words_in("港が開いた。Pier 2") == ["港", "が", "開", "い", "た", "pier", "2"]
    assert words_in("ท่าเรือ") == list("ท่าเรือ")
    assert words_in("दिल्ली में") == ["दिल्ली", "में"]


def test_two_stories_share_nothing_and_a_copy_everything() -> None:
    one, other = signed(story(3)), signed(story(4))
    assert shared(one, other) < 0.05
    assert (shared(one, one), shared_lead(one, one)) == (1.0, 1.0)
    assert not one.search_numbers() & other.search_numbers()


def test_a_cut_story_is_in_the_whole_one_and_opens_like_it() -> None:
    sentences = story(5, 200)
    whole, cut = signed(sentences), signed(sentences[:20])
    assert shared(whole, cut) > 0.9
    assert shared_lead(whole, cut) == 1.0
    assert whole.search_numbers() & cut.search_numbers()


def test_a_story_inside_a_page_of_others_opens_unlike_it() -> None:
    page, inside = signed(story(6, 60) + story(7)), signed(story(7))
    assert shared(page, inside) > 0.9
    assert shared_lead(page, inside) == 0.0


@pytest.mark.parametrize("changed", [0, 3, 10, 20])
def test_the_share_is_near_the_truth_however_long_the_stories_are(changed: int) -> None:
    long, fresh = story(8, 400), story(9, 400)
    share = 1 - changed / 40
    mixed = [fresh[place] if place % 40 < changed else sentence for place, sentence in enumerate(long)]
    assert abs(shared(signed(long), signed(mixed)) - share) < 0.12


def test_a_text_without_words_has_no_signature() -> None:
    assert signature_from("— … !\n") is None
    assert signed("Ahoi").words == 1
