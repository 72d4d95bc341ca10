# SPDX-License-Identifier: MIT
"""The section that stands above a headline, and the menus that only look like it."""

import pytest

from newsroom.convert import record
from tests.convert.corpusfile import rows

HEADLINE = "Storm takes roof of salt works, leaves salt"
STORY = "A storm crossed the sound before dawn and lifted the roof off the salt works, officials said on Monday.\n" * 4


def section(*above: str) -> str | None:
    return record("\n".join((*above, HEADLINE, "November 3, 2031", STORY)))["section"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("World", "World"),
        ("SPORT", "SPORT"),
        ("News > Asia", "Asia"),
        ("Home » News » Business", "Business"),
        ("Business / Markets", "Markets"),
        ("Wirtschaft", "Wirtschaft"),
        ("首页 > 国际", "国际"),
        ("Accueil › Politique › Un long titre de la page", "Politique"),
        ("Salt", None),
        ("Storms of the world", None),
        ("Subscribe", None),
    ],
)
def test_a_section_is_a_known_word_or_the_last_known_of_a_trail(line: str, found: str | None) -> None:
    assert section(line) == found


def test_the_last_line_of_a_menu_is_no_section() -> None:
    assert section("Tides", "Ferries", "Sport") is None
    assert section("  • Sport") is None


def test_a_section_below_a_menu_that_has_it_is_one() -> None:
    assert section("Tides", "Sport", "Ferries", "Letters", "Sport") == "Sport"
    assert section("Tides", "Ferries", "Letters", "Home > Sport") == "Sport"


def test_the_corpus_has_no_section_but_those_that_are_printed() -> None:
    made = [(row["gold"].get("section"), record(row["text"], row["id"])["section"]) for row in rows()]
    assert [pair for pair in made if pair[1] not in (None, pair[0])] == []
    printed = [pair for pair in made if pair[0]]
    assert sum(gold == found for gold, found in printed) / len(printed) >= 0.8
