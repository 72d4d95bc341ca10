# SPDX-License-Identifier: MIT
"""Text -> Markdown -> HTML -> text, through Python-Markdown as the site sets it up and through CommonMark."""

import html
import os
import random
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsroom.convert import markdown
from newsroom.markup.parser import Parser
from newsroom.schema import ILLEGAL
from tests.hostile_strings import HOSTILE

# `MARKDOWN_TEXTS=20000 pytest …` tries more of them.
TEXTS = int(os.environ.get("MARKDOWN_TEXTS", "3000"))
PIECES = [
    *"**__``~~##--++==>><<&&[]()!|{}:;.\"'$\\\\^@/ \t\n",
    *("1.", "1)", "12. ", "٣. ", "- ", "+ ", "* ", "> ", "# ", "```", "~~~", "---", "***", "___", "===", "--"),
    *("&amp;", "&#38;", "&#x26;", "&lt;", "&nbsp;", "&copy", "<b>", "</b>", "<!--", "-->", "<?", "<![CDATA["),
    *("<http://a.b>", "<a@b.c>", "[x]: y", "[a](b)", "![a](b)", "[a][b]", "[a] [b]", "[^1]", "[TOC]", "[ ]"),
    *("{attach}", "|attach|", "{: #a}", "Breaking: ", "http://a.b/c_d_e*f", "a_b_c", "__init__", "a*b*c", "C#"),
    *("\u2028", "\x85", "\xa0", "\u2003", "\u200b", "é", "e\u0301", "中", "“", "🜚", "klzzwxh:0000", "wzxhzdk:0"),
    *(" \n", "\\\n", "  \n", "    ", "word", "said", "a", "b", "1", "x", " ", " ", " ", " "),
]
WRITERS = {
    "paragraph": (markdown.paragraph, "<p>{}</p>"),
    "heading": (lambda text: markdown.heading(text, 2), "<h2>{}</h2>"),
    "list item": (markdown.list_item, "<ul>\n<li>{}</li>\n</ul>"),
    "numbered item": (lambda text: markdown.numbered_item(1, text), "<ol>\n<li>{}</li>\n</ol>"),
    "quotation": (markdown.quotation, "<blockquote>\n<p>{}</p>\n</blockquote>"),
}
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
commonmark = MarkdownIt("commonmark")
site = Parser()


def tidy(text: str) -> str:
    """Return the text with the white space that ends lines, and common spaces, collapsed."""
    return re.sub("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+", " ", text).strip()


def check(text: str) -> None:
    """Fail unless each writer makes one line that both parsers render as the text and nothing else."""
    for kind, (writer, form) in WRITERS.items():
        line = writer(text)
        assert not re.search("[\n\r\x85\u2028\u2029]", line)
        source = f"Before\n\n{line}\n\nAfter\n"
        by_site = site.convert(source, resolve=lambda kind, to: to)
        by_site = re.sub('<p id="p-[0-9a-f]{6}(-[23])?">', "<p>", by_site)
        for rendered in (by_site, commonmark.render(source)):
            block = form.format("(.*)").replace("\n", "\n?")
            match = re.fullmatch(f"<p>Before</p>\n{block}\n<p>After</p>\n?", rendered, re.DOTALL)
            assert match, (kind, line, rendered)
            assert "<" not in match[1], (kind, line, rendered)
            found, wanted = html.unescape(match[1]), tidy(text)
            if rendered is by_site:  # which curls quotation marks
                found, wanted = found.translate(STRAIGHT), wanted.translate(STRAIGHT)
            assert found == wanted, (kind, line, rendered)


def test_thousands_of_texts_made_of_marks_render_as_themselves() -> None:
    chance = random.Random(1)
    for _ in range(TEXTS):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, chance.choice([3, 6, 12, 40]))))
        if tidy(text):
            check(text)


texts = st.text(st.sampled_from("*_`~#+-=><&[]()!|{}:;.'\"\\ \t\n1aé") | st.characters(exclude_categories=["Cs", "Cc"]))


@settings(max_examples=500, deadline=None)
@given(texts.filter(lambda text: tidy(text) and not ILLEGAL.search(text)))
@example("--")
@example("- -")
@example("<\u2003a<b@c>")
@example("C#")
@example("a \\")
@example("x\\*y")
def test_any_text_renders_as_itself(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", [text for text in HOSTILE if not ILLEGAL.search(tidy(text))])
def test_hostile_text_renders_as_itself(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "It's the city's \"price\": up $5, to 14. May - a_b, #1 [sic] at AT&T (see 3.) for 2 < 3 & 4 > 3; 50% ~10",
        'Five* people, 20-year-olds and C:\\Users said: "We don\'t know ... [Obama] was there!" https://a.example/b_c_d',
        "He paid 5 * 3 = 15 | and a@b.example wrote `no | 1 + 1 - 1 _ _ {x}",
        "14.5 million | 3) as he said | -5 degrees | +5 | --- he said",
    ],
)
def test_prose_stays_as_it_is(text: str) -> None:
    assert markdown.paragraph(text) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2017. It was", "2017\\. It was"),
        ("3) said", "3\\) said"),
        ("- said", "\\- said"),
        ("#tag", "\\#tag"),
        (
            "*a* _b_ `c` [d](e) <f> &amp; ~~g~~",
            "\\*a\\* \\_b\\_ \\`c\\` \\[d](e) &lt;f> &amp;amp; &#126;&#126;g&#126;&#126;",
        ),
    ],
)
def test_a_mark_is_escaped_where_it_would_act(text: str, line: str) -> None:
    assert markdown.paragraph(text) == line


@pytest.mark.parametrize("text", ["a\x02klzzwxh:0000\x03", "a\x00b", "a\ufffe", "\ud800"])
def test_a_character_that_no_post_may_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="has no place in Markdown"):
        markdown.paragraph(text)
