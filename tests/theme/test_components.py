# SPDX-License-Identifier: MIT
"""One folder a component: its template, its style, and a YAML of arguments and examples that render."""

import re
from typing import Any

import pytest
from lxml import html

from dev.examples import COMPONENTS, THEME, described, environment, rendered

EXAMPLES = [(component, example) for component in COMPONENTS for example in described(component)["examples"]]


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_has_template_style_and_examples(component: str) -> None:
    files = {path.name for path in (THEME / "components" / component).iterdir()}
    assert files == {f"{component}.{kind}" for kind in ("html", "css", "yaml")}


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_yaml_names_the_macros_arguments_and_each_example_gives_all_of_them(component: str) -> None:
    macro: Any = getattr(environment().get_template(f"{component}/{component}.html").module, component)
    assert tuple(described(component)["arguments"]) == macro.arguments
    for example in described(component)["examples"].values():
        assert set(example) == set(macro.arguments)


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_macro_takes_five_arguments_at_most(component: str) -> None:
    module = environment().get_template(f"{component}/{component}.html").module
    macros = [value for value in vars(module).values() if hasattr(value, "arguments")]
    assert macros
    assert all(len(macro.arguments) <= 5 for macro in macros)


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_an_example_renders_without_holes(component: str, example: str) -> None:
    out = rendered(component, example)
    assert "None" not in out
    assert not re.search(r'(href|class|datetime|lang)=""', out)
    parts = html.fragment_fromstring(out, create_parent=True).iter("p", "h1", "h2", "h3", "li", "dd", "caption")
    assert not [part.tag for part in parts if not part.text_content().strip()]


@pytest.mark.parametrize(
    ("component", "example"),
    [("byline", "nothing stated"), ("neighbours", "the only one"), ("turn", "the only one")],
)
def test_nothing_stated_prints_nothing(component: str, example: str) -> None:
    assert rendered(component, example).strip() == ""


def test_a_byline_joins_three_authors_as_people_write_them() -> None:
    text = html.fragment_fromstring(rendered("byline", "all of it")).text_content()
    assert " ".join(text.split()) == (
        "By Elin Marsh, Tobias Quill and Ada Brandt The Ostrel Lamp"
        " Published 28 October 2016, 08:00 UTC+2 Updated 28 October 2016, 23:10"
    )


def test_a_headline_in_another_language_says_so_and_runs_its_own_way() -> None:
    headline = html.fragment_fromstring(rendered("card", "another language")).find("h3")
    assert headline is not None
    assert (headline.get("lang"), headline.get("dir")) == ("he", "rtl")


def test_what_was_dropped_is_struck_out_with_its_reason_and_what_was_kept_is_linked() -> None:
    table = html.fragment_fromstring(rendered("seedlines", "kept and dropped"))
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in table.iterfind("tbody/tr")]
    assert rows == [
        ["1", "Friday, May 5, 2017", "dropped: the page’s own date"],
        ["3", "Tolls", "headline"],
        ["4", "The council put it off.", "paragraph 1"],
        ["A sentence that a person changed.", "paragraph 2"],
    ]
    assert [s.text for s in table.iter("s")] == ["Friday, May 5, 2017"]
    assert [a.get("href") for a in table.iter("a")] == ["/undated/tolls/#main", "/undated/tolls/#p-000001"]


def test_the_title_of_a_neighbour_and_a_line_of_the_seed_say_their_language() -> None:
    for component, example, words in (
        ("neighbours", "both", "מעבורות"),
        ("seedlines", "a seed in another language", "הנמל נפתח"),
    ):
        (found,) = html.fragment_fromstring(rendered(component, example), create_parent=True).xpath(
            f"//*[.='{words}'][@lang]"
        )
        assert (found.get("lang"), found.get("dir")) == ("he", "rtl")


@pytest.mark.parametrize(
    ("title", "tag", "whole"),
    [
        ('A "decade-long" row – ends 7–6 <at> x-y', None, ["“decade-long”", "7–6", "x-y"]),
        ("A - b", "en", []),
        # Two words that are blocks of their own would change places in a line from the right.
        ("הגיע F-16 אל al-Mahra", "he", []),
    ],
)
def test_a_headline_keeps_words_with_hyphens_whole(title: str, tag: str | None, whole: list[str]) -> None:
    module: Any = environment().get_template("headline.html").module
    headline = html.fragment_fromstring(str(module.headline(title=title, tag=tag)), create_parent=True)
    assert headline.text_content() == title.replace(' "', " “").replace('" ', "” ")
    assert [word.text for word in headline.find_class("whole")] == whole


def test_a_headline_is_escaped() -> None:
    assert "Ships &amp; “boats”" in rendered("kicker", "a name with marks in it")
