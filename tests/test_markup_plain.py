# SPDX-License-Identifier: MIT
"""The quick way says what the parser says, or nothing."""

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsroom import markup
from newsroom.convert import markdown
from tests.hostile_strings import HOSTILE

WORDS = [
    "word",
    "Über",
    "it's",
    '"Yes"',
    "naïve",
    "中文",
    "1",
    "12.",
    "3.5",
    "a.b",
    "AT&T",
    "x@y.example",
    "ß",
    "\u00a0",
    "é",
]
MARKS = [
    *" \\`*_{}[]()<>#+-.!&|~=:;,'\"/",
    *("**", "***", "__", "> ", "- ", "1. ", "## ", "# ", "---", "***", "===", "```", "    ", "  \n", "\n"),
    *("\n\n", "\n\n\n"),
    *("[a](https://e.example/x)", "[a b](https://e.example/?q=1)", "[a](/b/)", "[a]: https://e.example", "![a](x)"),
    *("*so*", "**so**", "*so so*", "\\*", "\\[", "\\.", "\\\\", "&amp;", "&#38;", "&lt;", "<b>", "<https://e.example>"),
    *("> — ", "— ", "|", "a | b\n--|--\n1 | 2", "\n\n[^1]: so"),
    *("{static}", "![", "](", "[^1]", ": ", "\n: ", "\t", "'", "\u2028", "\x0b", "\u3000"),
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*WORDS, *WORDS, *MARKS, " ", " ", "\n\n"]), max_size=14).map("".join)


def resolve(kind: str, to: str) -> str:
    return f"/{kind}/{to.lstrip('/')}"


def quick(text: str) -> str | None:
    """Return what the quick way says, sanitized as html_from does."""
    unsafe = markup.plain_html(text)
    return None if unsafe is None else markup.sanitized(unsafe)


def assert_agrees(text: str) -> None:
    said = quick(text)
    if said is not None:
        assert said == markup.parsed_html_from(text, resolve=resolve)


@settings(max_examples=3000)
@given(TEXTS)
@example("> a\n\n> b\n\nc\n\n> d")
@example("> — a\n\n> — b\n\n> – c\n\n— d\n\n> a | b")
@example("## A *so* B\n\ntext")
@example("a [b](https://e.example/x) *c* **d** e")
@example("\\# no heading\n\n1\\. no list\n\n\\> no quotation")
@example('"a *b* c" and [“d”](https://e.example/)\'s')
@example("*a*b*")
@example("a*b*c")
@example("**a*")
@example("[a](https://e.example/)(b)")
@example("[a](https://e.example/)[b]")
@example("same\n\nsame\n\n> same")
def test_what_the_quick_way_says_of_a_text_the_parser_says_too(text: str) -> None:
    assert_agrees(text)


@settings(max_examples=500)
@given(st.text(max_size=60))
def test_it_agrees_on_any_characters(text: str) -> None:
    assert_agrees(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_it_agrees_on_hostile_strings(text: str) -> None:
    assert_agrees(text)
    assert_agrees(f"before {text} after")


@settings(max_examples=500)
@given(st.lists(st.sampled_from([*WORDS, *MARKS, "so", "then"]), min_size=1, max_size=10).map("".join))
def test_it_agrees_on_what_the_converter_writes(text: str) -> None:
    for write in (markdown.paragraph, markdown.quotation, lambda each: markdown.heading(each, 2)):
        with suppress(ValueError):  # a character that no post may have
            assert_agrees(f"{write(text)}\n\n{write('and so on')}")


@pytest.mark.parametrize(
    "text",
    [
        "A paragraph, with 'marks' and \"more\": 1. not a list; #1 & co.\n\nAnother.",
        "> A quotation.\n\n> And more of it.",
        "## A heading\n\nText.",
        "A [link](https://e.example/a-b?c=d) and *stress* and **more**.",
        "1\\. no list \\[sic\\] \\* done",
    ],
)
def test_plain_constructs_take_the_quick_way(text: str) -> None:
    assert quick(text) is not None
    assert_agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "- a list",
        "1. a list",
        "a\nb",
        "`code`",
        "![p]({static}/images/a.png)",
        "[a](/b/)",
        "<b>",
        "&amp;",
        "a_b_c",
        "---",
    ],
)
def test_all_else_is_left_to_the_parser(text: str) -> None:
    assert quick(text) is None
