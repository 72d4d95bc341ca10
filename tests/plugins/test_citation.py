# SPDX-License-Identifier: MIT
"""Citations name what the post states, and nothing else."""

import pytest

from newsroom.plugins.citation import UNRECORDED, Work, citations
from newsroom.schema import Stamp

COPY = "https://paper.example/2031/03/20/ferry/"
WHOLE = Work(
    title="Ferry to Ostrel: who pays?",
    authors=("Mara Quill", "Odo Fenn"),
    agency="Sael Press",
    newspaper="The Ostrel Courier",
    date=Stamp.parse("2031-03-20 09:15 +01:00"),
    url="https://courier.example/ferry",
    copy=COPY,
    host="The Daily Seed",
)
BARE = Work("Tolls", (), None, None, None, None, "/undated/tolls/", "The Daily Seed")


def styles(work: Work) -> dict[str, str]:
    return {citation.style: citation.text for citation in citations(work)}


def test_each_style_in_its_own_form() -> None:
    assert styles(WHOLE) == {
        "APA": "Quill, M., & Fenn, O. (2031, March 20). Ferry to Ostrel: who pays? The Ostrel Courier."
        f" https://courier.example/ferry. Copy kept by The Daily Seed, {COPY}",
        "MLA": "Quill, Mara, and Odo Fenn. “Ferry to Ostrel: who pays?” The Ostrel Courier, 20 March 2031."
        f" https://courier.example/ferry. Copy kept by The Daily Seed, {COPY}.",
        "Chicago": "Quill, Mara, and Odo Fenn. “Ferry to Ostrel: who pays?” The Ostrel Courier, March 20, 2031."
        f" https://courier.example/ferry. Copy kept by The Daily Seed, {COPY}.",
        "BibTeX": "@article{maraquillferryto,\n  author = {Mara Quill and Odo Fenn},\n"
        "  title = {{Ferry to Ostrel: who pays?}},\n  journal = {The Ostrel Courier},\n  date = {2031-03-20},\n"
        f"  url = {{https://courier.example/ferry}},\n  note = {{copy kept by The Daily Seed, {COPY}}},\n}}",
        "RIS": "TY  - NEWS\nAU  - Quill, Mara\nAU  - Fenn, Odo\nTI  - Ferry to Ostrel: who pays?\n"
        "T2  - The Ostrel Courier\nDA  - 2031/03/20\nUR  - https://courier.example/ferry\n"
        f"L2  - {COPY}\nDB  - The Daily Seed\nER  -",
        "Wikipedia": "{{cite news |last1=Quill |first1=Mara |last2=Fenn |first2=Odo |title=Ferry to Ostrel: who pays?"
        f" |newspaper=The Ostrel Courier |agency=Sael Press |date=20 March 2031 |url={COPY} |via=The Daily Seed}}}}",
    }


@pytest.mark.parametrize("style", styles(BARE))
def test_a_newspaper_that_nobody_stated_is_said_to_be_unrecorded_in_every_style(style: str) -> None:
    text = styles(BARE)[style]
    assert UNRECORDED in text
    assert "Tolls" in text
    assert "None" not in text


def test_our_own_name_is_never_the_newspapers() -> None:
    found = styles(BARE)
    assert "[newspaper not recorded]. Copy kept by The Daily Seed" in found["MLA"]
    assert "journal" not in found["BibTeX"]
    assert "T2" not in found["RIS"]
    assert "|newspaper=" not in found["Wikipedia"]


@pytest.mark.parametrize(
    "name", ["Ahmad bin Yusof Rahman", "Vincent van Loam", "阿部 太郎", "The Ferry Desk Staff", "Prince"]
)
def test_a_name_whose_family_name_is_not_plain_stands_as_it_was_printed(name: str) -> None:
    work = Work("Tolls", (name,), None, "The Courier", None, None, COPY, "The Daily Seed")
    assert all(name in text for text in styles(work).values())


def test_marks_that_a_format_takes_for_its_own_are_written_otherwise() -> None:
    work = Work("50% off | [[Ships]] & {boats}", ("A | B",), None, None, None, None, COPY, "The Daily Seed")
    found = styles(work)
    assert r"title = {50\% off | [[Ships]] \& \{boats\}}" in found["BibTeX"].replace("{{", "{").replace("}}}", "}}")
    assert "|title=50% off {{!}} &#91;&#91;Ships&#93;&#93; & &#123;boats&#125; |" in found["Wikipedia"]
    assert "|author1=A {{!}} B " in found["Wikipedia"]


def test_a_title_with_quotation_marks_is_set_within_those_of_the_style() -> None:
    found = styles(Work('Two hours late, and "nobody surprised"', (), None, None, None, None, COPY, "The Daily Seed"))
    assert found["MLA"].startswith("“Two hours late, and ‘nobody surprised.’” ")
    assert found["Chicago"].startswith("“Two hours late, and ‘nobody surprised.’” ")
    assert found["APA"].startswith("Two hours late, and “nobody surprised.” ")


def test_a_copy_without_a_source_says_its_address_once() -> None:
    assert styles(BARE)["BibTeX"].count(BARE.copy) == 1
    assert styles(WHOLE)["BibTeX"].count(COPY) == 1
