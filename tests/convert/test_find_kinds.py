# SPDX-License-Identifier: MIT
"""Lists, quotations set apart and subheads: told by the marks before lines, written as Markdown of their kind."""

import pytest

from newsroom.convert import Post, Role, Seed, article_from, blocks_from, convert

ABOVE = (
    "Old pier opens to all after three years",
    "2 June 2031",
    "The council of Port Ember opened the long wooden pier on Monday in the rain, and people walked over it for hours.",
    "Nobody had expected so many guests, said the mayor, who had cut the ribbon with scissors that were her aunt's.",
)
BELOW = (
    "The pier is two hundred metres long and was built by forty workers within three years, at a cost nobody names.",
    "A ferry is to stop there from the spring on, if the company can find a captain who knows the rocks of the bay.",
)
FIRST = (
    "A lantern of your own is the best, with a candle that is no longer than your hand is broad, the mayor has said."
)
SECOND = (
    "Coins are needed as well, because the eel sellers take nothing else and the bank on the quay is shut all week."
)
THIRD = "A coat is wise. The wind comes in at nine in the evening, as it always has, and does not leave before the day."


def text_of(*lines: str) -> str:
    made = convert(Seed("pier.txt", "0" * 64, "\n".join((*ABOVE, *lines, *BELOW)) + "\n"))
    assert isinstance(made, Post)
    text = made.file.text
    assert text.startswith("\n\n".join(ABOVE[2:]))
    assert text.endswith("\n\n".join(BELOW))
    return text[len("\n\n".join(ABOVE[2:])) : -len("\n\n".join(BELOW))].strip("\n")


@pytest.mark.parametrize(
    ("lines", "markdown"),
    [
        ((f"  * {FIRST}", f"  * {SECOND}"), f"- {FIRST}\n- {SECOND}"),
        ((f"• {FIRST}", f"• {SECOND}"), f"- {FIRST}\n- {SECOND}"),
        ((f"- {FIRST}", f"- {SECOND}", f"- {THIRD}"), f"- {FIRST}\n- {SECOND}\n- {THIRD}"),
        ((f"1. {FIRST}", f"2. {SECOND}"), f"1. {FIRST}\n2. {SECOND}"),
        ((f"1) {FIRST}", f"2) {SECOND}"), f"1. {FIRST}\n2. {SECOND}"),
        ((f"> {FIRST}",), f"> {FIRST}"),
        ((f"“{FIRST}”", "— Mara Quill, mayor"), f"> “{FIRST}”\n>\n> — Mara Quill, mayor"),
        ((f"## Where to look\n{FIRST}",), f"## Where to look\n\n{FIRST}"),
        # A mark alone, or one that may be something else, is a paragraph's.
        ((f"• {FIRST}",), FIRST),
        ((f"- {FIRST}", f"- {SECOND}"), f"\\- {FIRST}\n\n\\- {SECOND}"),
        ((f"2. {FIRST}", f"3. {SECOND}"), f"2\\. {FIRST}\n\n3\\. {SECOND}"),
        ((f"“{FIRST}”",), f"“{FIRST}”"),
    ],
)
def test_marks_before_lines_become_markdown_of_their_kind(lines: tuple[str, ...], markdown: str) -> None:
    assert text_of(*lines) == markdown


def test_hyphens_before_speech_in_cyrillic_are_no_list() -> None:
    said = [
        f"- Ніхто не чекав на таку кількість гостей, сказала мерка номер {number}, яка перерізала довгу стрічку."
        for number in "123"
    ]
    seed = Seed("x.txt", "0" * 64, "\n".join((*ABOVE, *said, *BELOW)) + "\n")
    assert Role.ITEM not in {paragraph.role for paragraph in article_from(seed, blocks_from(seed)).paragraphs}
