# SPDX-License-Identifier: MIT
"""From a post's Markdown to HTML: what is allowed, what is refused, what is named."""

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from newsroom import markup
from newsroom.markup import MarkupError
from newsroom.markup.limits import STEPS_MAX, TEXT_MAX
from newsroom.markup.parser import Parser
from tests.hostile_strings import HOSTILE

ALLOWED = {
    "p": {"id", "class"}, "h2": set(), "h3": set(), "h4": set(), "ul": set(), "ol": set(), "li": {"id"},
    "blockquote": set(),
    "pre": set(), "hr": set(), "a": {"href", "title", "rel"}, "em": set(), "strong": set(), "code": set(), "br": set(),
    "img": {"src", "alt", "title"}, "table": set(), "thead": set(), "tbody": set(), "tr": set(), "th": {"class"},
    "td": {"class"}, "sup": {"id"},
}  # fmt: skip


def resolve(kind: str, to: str) -> str:
    if "none" in to:
        raise ValueError(f"no {kind} {to!r}")
    return f"/repo/{kind}/{to.lstrip('/')}"


def html_of(text: str) -> str:
    return markup.html_from(text, resolve=resolve)


def words_of(page: str) -> str:
    """Return a page without the ids, which the tests that are not about them do not repeat."""
    return re.sub(r' id="p-[0-9a-f]{6}"', "", page)


def assert_safe(page: str) -> None:
    for element in html.fragment_fromstring(page, create_parent="section").iterdescendants():
        assert element.tag in ALLOWED, page
        assert set(element.attrib) <= ALLOWED[element.tag], page
        assert re.match(r"(p-[0-9a-f]{6}(-\d+)?|fn(ref\d*)?:[\w-]+)$", element.get("id", "p-000000")), page
        assert element.get("class", "end") in ("end", "middle", "speaker"), page
        assert re.match(r"https?://|mailto:|#|/(?![/\\])", element.get("href", "#"), re.I), page
        assert re.match(r"/(?![/\\])", element.get("src", "/")), page


def test_every_construct_becomes_its_element() -> None:
    text = (
        "# One\n\n## Two\n\n### Three\n\n#### Four\n\n###### Six\n\nA *b* **c** `d`  \ne\n\n> f\n\n- g\n- h\n\n"
        "***\n\n1. i\n\n"
        'paragraph\n\n    code <b>\n\n![j]({static}k.png "l")'
    )
    assert words_of(html_of(text)) == (
        "<h2>One</h2>\n<h2>Two</h2>\n<h3>Three</h3>\n<h4>Four</h4>\n<h4>Six</h4>\n"
        "<p>A <em>b</em> <strong>c</strong> <code>d</code><br>\ne</p>\n<blockquote>\n<p>f</p>\n</blockquote>\n"
        "<ul>\n<li>g</li>\n<li>h</li>\n</ul>\n<hr>\n<ol>\n<li>i</li>\n</ol>\n<p>paragraph</p>\n"
        '<pre><code>code &lt;b&gt;\n</code></pre>\n<p><img src="/repo/static/k.png" title="l" alt="j"></p>'
    )


def test_html_shows_as_text() -> None:
    assert words_of(html_of("<b>x</b> <!-- y --> &lt; &amp; &#38;amp; &copy; &nosuch; &#13;")) == (
        "<p>&lt;b&gt;x&lt;/b&gt; &lt;!-- y --&gt; &lt; &amp; &amp;amp; © &amp;nosuch; &amp;#13;</p>"
    )
    assert words_of(html_of("<div>\n\n<p>x\n\n</div>")) == "<p>&lt;div&gt;</p>\n<p>&lt;p&gt;x</p>\n<p>&lt;/div&gt;</p>"


def test_code_and_attributes_are_escaped_once() -> None:
    assert words_of(html_of('`a < b && "c" &amp;`')) == '<p><code>a &lt; b &amp;&amp; "c" &amp;amp;</code></p>'
    assert words_of(html_of('[x](https://a.example/?b=1&amp;c=2&d "e &amp; f")')) == (
        '<p><a href="https://a.example/?b=1&amp;c=2&amp;d" title="e &amp; f" rel="nofollow noopener">x</a></p>'
    )
    assert 'alt="a &amp; b"' in html_of("![a &amp; b]({static}x.png)")


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("[x](https://a.example/b)", "https://a.example/b"),
        ("[x](HTTP://a.example)", "HTTP://a.example"),
        ("<https://a.example>", "https://a.example"),
        ("[x](mailto:a@b.example)", "mailto:a@b.example"),
        ("<a@b.example>", "mailto:a@b.example"),
        ("[x](#p-000000)", "#p-000000"),
        ("[x](/archive/)", "/repo/site/archive/"),
        ("[x]({filename}y.md#z)", "/repo/filename/y.md#z"),
        ("[x][1]\n\n[1]: {static}y.pdf", "/repo/static/y.pdf"),
    ],
)
def test_an_allowed_link_leads_where_it_says(link: str, address: str) -> None:
    page = html_of(link)
    assert f'href="{address}"' in page
    assert ("rel=" in page) == address.lower().startswith("http")


@pytest.mark.parametrize(
    "href",
    [
        "javascript:x", "&#74;AVASCRIPT:x", "data:text/html,x", "//evil.example", "/\\evil.example",
        "\\\\evil.example", "https:\\\\evil.example", "https://user@evil.example", "{attach}x", "|filename|x.md",
        "{index}",
        "relative.html", "../up", "", "?q=1", "ftp://a.example", "x:y", "/a\\b",
    ],
)  # fmt: skip
def test_every_other_link_is_refused_with_its_line(href: str) -> None:
    with pytest.raises(MarkupError, match=r"^3: link "):
        html_of(f"One.\n\n[xyz](<{href}>)")


def test_a_link_that_leads_nowhere_is_refused_with_the_reason() -> None:
    with pytest.raises(MarkupError, match=r"^3: no filename 'none\.md'$"):
        html_of("One.\n\n[x]({filename}none.md)")


@pytest.mark.parametrize(
    "src", ["https://a.example/b.png", "/images/b.png", "{filename}b.png", "data:image/png;base64,x"]
)
def test_a_picture_from_elsewhere_is_refused(src: str) -> None:
    with pytest.raises(MarkupError, match=r"picture .* is not a \{static\} file"):
        html_of(f"![x]({src})")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_makes_no_foreign_element_attribute_or_scheme(hostile: str) -> None:
    for text in (
        hostile,
        f"a {hostile}",
        f"> {hostile}",
        f"# {hostile}",
        f"[{hostile}](#x)",
        f"[x]({hostile})",
        f"<{hostile}>",
    ):
        with suppress(MarkupError):
            assert_safe(html_of(text))


def test_the_sanitizer_stands_last_and_alone_suffices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the parser let through, one day, must still not pass."""
    unsafe = (
        '<p id="top" onclick="x">a<script>b</script></p><p id="p-00000g">c</p><a href="//evil.example">d</a>'
        '<a href="javascript:e">f</a><a href="https://g.example" rel="opener" target="_top" style="x">h</a>'
        '<img src="https://i.example/j.png"><iframe src="/k"></iframe><form><input></form>'
    )
    monkeypatch.setattr(Parser, "convert", lambda self, text, resolve, lang: unsafe)
    monkeypatch.setattr(markup, "plain_html", lambda text, lang: unsafe if text == "Plain." else None)
    for text in ("Plain.", "`Not plain.`"):
        page = html_of(text)
        assert_safe(page)
        assert page == '<p>a</p><p>c</p><a>d</a><a>f</a><a href="https://g.example">h</a><img>'


def test_each_paragraph_is_named_by_its_words() -> None:
    page = html_of("It's *so*.\n\nOther.\n\nit’s   so.\n\n> Other.")
    first, other = markup.paragraph_id("It's so."), markup.paragraph_id("Other.")
    assert re.findall('id="([^"]*)"', page) == [first, other, f"{first}-2", f"{other}-2"]
    assert first == markup.paragraph_id("IT’S\nSO.") != other


def test_the_plain_text_of_top_level_paragraphs_can_be_read_back() -> None:
    page = html_of("# Head\n\nA *b*  \nc &amp; `<d>`.\n\n> quoted\n\n- item\n\n![e]({static}f.png)\n\nLast.")
    assert markup.paragraphs_from(page) == ("A b c & <d>.", "", "Last.")


def test_ids_match_the_text_that_is_read_back() -> None:
    page = html_of('"One" & *two*\n\nthree <b> `"four"`\n\nfive')
    ids = re.findall('<p id="([^"]*)"', page)
    assert ids == [markup.paragraph_id(text) for text in markup.paragraphs_from(page)]


@pytest.mark.parametrize(
    ("straight", "curled"),
    [
        ('He said "yes" and "no".', "He said “yes” and “no”."),
        ("It's O'Neill's, isn't it, in the 1980's", "It’s O’Neill’s, isn’t it, in the 1980’s"),
        ("He said 'yes'.", "He said ‘yes’."),
        ("\"He said 'yes',\" she said", "“He said ‘yes’,” she said"),
        ('("so")—"so"', "(“so”)—“so”"),
        ('"An open one', '"An open one'),
        ('A 5" pipe and a 6" one', 'A 5" pipe and a 6" one'),
        ('a "b" c " d', 'a "b" c " d'),
        ("6'2\" tall", "6'2\" tall"),
        ("'Tis the season, he said, 'indeed'", "'Tis the season, he said, 'indeed'"),
        ("'Tis the dogs' bone", "'Tis the dogs' bone"),
        ("rock 'n' roll in the '90s", "rock 'n' roll in the '90s"),
        ("the dogs' bowl", "the dogs' bowl"),
        ('a " b " c', 'a " b " c'),
        ("“a” 'b' c", "“a” ‘b’ c"),
    ],
)
def test_only_quotation_marks_that_are_in_no_doubt_are_curled(straight: str, curled: str) -> None:
    assert markup.curl(straight) == curled


@pytest.mark.parametrize(
    ("lang", "curled"),
    [
        (None, "“It’s ‘late’,” she said."),
        ("en-GB", "“It’s ‘late’,” she said."),
        ("tr", "“It’s ‘late’,” she said."),
        ("de", "„It’s ‚late‘,“ she said."),
        ("pl", "„It’s ‚late’,” she said."),
        ("sv", "”It’s ’late’,” she said."),
        ("ru", "«It’s 'late',» she said."),
        ("es", "«It’s 'late',» she said."),
        ("fr", "\"It’s 'late',\" she said."),
        ("he", "\"It's 'late',\" she said."),
    ],
)
def test_each_language_has_its_own_marks_or_stays_straight(lang: str | None, curled: str) -> None:
    straight = "\"It's 'late',\" she said."
    assert markup.curl(straight, lang) == curled
    by_both = {
        of(straight, resolve=lambda _kind, to: to, lang=lang) for of in (markup.html_from, markup.parsed_html_from)
    }
    assert [words_of(each) for each in by_both] == [f"<p>{curled}</p>"]


def test_the_id_of_a_paragraph_is_that_of_its_straight_words() -> None:
    straight = "\"It's 'late',\" she said."
    assert {markup.paragraph_id(markup.curl(straight, lang)) for lang in ("en", "de", "ru", "es", "fr")} == {
        markup.paragraph_id(straight)
    }


@given(st.text(st.sampled_from("\"'ab 1.,(-") | st.characters(exclude_categories=["Cs"])))
def test_curling_changes_nothing_but_quotation_marks(text: str) -> None:
    curled = markup.curl(text)
    assert curled.translate(str.maketrans("“”‘’", "\"\"''")) == text.translate(str.maketrans("“”‘’", "\"\"''"))


def test_marks_are_paired_across_emphasis_and_never_curled_in_code() -> None:
    assert words_of(html_of('She said "*yes*" and `"no"`.')) == (
        '<p>She said “<em>yes</em>” and <code>"no"</code>.</p>'
    )
    assert words_of(html_of('- "a"\n\n    "b"')) == "<ul>\n<li>\n<p>“a”</p>\n<p>“b”</p>\n</li>\n</ul>"
    assert "“" not in html_of('- "a\n\n    b"')  # a pair lies within one block


COSTLY = [
    "[a", "![[]()", "[a](b", "[a](b 'x", "*a **a ", "```\n", "> ", "*", "&", "[", "![", "\\*", "&a;", "a  \n", "- ",
    "1. ", "a\n-\n", "#\n", "[a]: b\nc\n", "`a``", "[x [a](])", "[`]`", "<a@",
]  # fmt: skip


@pytest.mark.parametrize("unit", COSTLY, ids=repr)
def test_a_text_that_would_take_minutes_is_refused_before_it_is_parsed(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markup, "_parser", None)  # parsing would raise another error
    with pytest.raises(MarkupError, match=r"steps|nested|characters") as refusal:
        html_of("Good.\n\n" + unit * 100_000 + "x")
    assert refusal.value.line in (1, 3)


@pytest.mark.parametrize("line", ["> " * 17 + "x", "1. " * 17 + "x", " " * 68 + "- x", ">" * 17, "- > " * 9 + "x"])
def test_nesting_is_limited(line: str) -> None:
    with pytest.raises(MarkupError, match=r"^2: nested \d+ deep, more than 16"):
        html_of(f"x\n{line}")


@pytest.mark.parametrize(
    "text",
    [
        "- " * 40,
        "> " * 16 + "x",
        "1234567890123456789012. x",
        "\n\n".join(["A [sic] paragraph with a [link](https://a.example/) and *marks* by the dozen."] * 2000),
        "\n".join(f"- item {number} of a long list" for number in range(2000)),
        "word " * 99_999,
    ],
    ids=["rule", "quotes", "number", "long", "list", "wall"],
)
def test_long_and_plain_texts_are_taken(text: str) -> None:
    assert html_of(text)


def test_a_text_may_be_as_long_as_the_limit_and_no_longer() -> None:
    with pytest.raises(MarkupError, match=f"^1: {TEXT_MAX + 1:,} characters are more than {TEXT_MAX:,}$"):
        html_of("x" * (TEXT_MAX + 1))
    with pytest.raises(MarkupError, match=f"^3: .* more than {STEPS_MAX:,}$"):
        html_of("x\n\n" + "[a" * 1000)


def test_a_text_that_still_ends_the_stack_is_refused_and_the_next_is_not_touched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(markup, "check_limits", lambda text: None)
    with pytest.raises(MarkupError, match=r"^1: the text is nested too deeply$"):
        html_of("1. " * 3000 + "x")
    assert words_of(html_of("- a\n- b")) == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


@settings(deadline=None)
@given(
    st.text(
        st.sampled_from("*_`#>-[]()!<>&\\\n 1.:/{}|\"'ahtp") | st.characters(exclude_categories=["Cs"]), max_size=80
    )
)
def test_any_text_is_safe_or_refused(text: str) -> None:
    with suppress(MarkupError):
        assert_safe(html_of(text))


def test_a_numbered_list_after_a_plain_one_is_a_list_of_its_own() -> None:
    found = markup.html_from("- a lantern\n\n1. the north steps\n", resolve=lambda _kind, path: path)
    assert found.replace("\n", "") == "<ul><li>a lantern</li></ul><ol><li>the north steps</li></ol>"


def test_a_table_has_its_columns_sides_and_no_style() -> None:
    table = html_of("| Boat | Leaves | Days |\n|---|---:|:-:|\n| Gannet | 6:10 | 5 |")
    rows = [[(cell.tag, cell.get("class"), cell.text) for cell in row] for row in html.fromstring(table).iter("tr")]
    assert rows == [
        [("th", None, "Boat"), ("th", "end", "Leaves"), ("th", "middle", "Days")],
        [("td", None, "Gannet"), ("td", "end", "6:10"), ("td", "middle", "5")],
    ]


def test_a_footnote_leads_down_and_back() -> None:
    page = html.fragment_fromstring(html_of("Late.[^1]\n\n[^1]: By *two* hours."), create_parent=True)
    (down, back) = page.iter("a")
    assert (down.get("href"), down.getparent().get("id")) == ("#fn:1", "fnref:1")
    assert (back.get("href"), page.find(".//li").get("id")) == ("#fnref:1", "fn:1")
    assert not page.xpath("//@title")


def test_a_note_that_nobody_defines_stays_as_it_was_typed() -> None:
    assert words_of(html_of("Late.[^1]")) == "<p>Late.[^1]</p>"


@pytest.mark.parametrize("dash", ["—", "–"])
def test_the_line_that_names_a_speaker_is_marked_and_no_other(dash: str) -> None:
    quotation = html.fromstring(html_of(f"> {dash} One.\n>\n> Two.\n>\n> {dash} Odo Fenn"))
    assert [each.get("class") for each in quotation.iter("p")] == [None, None, "speaker"]
    assert "speaker" not in html_of(f"One.\n\n{dash} Odo Fenn")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "|".join("a" * 5000) + "\n" + "|".join("-" * 5000) + "\n|" * 2000,
            "1: a table of 10,010,000 cells, more than",
        ),
        ("a|b\n-|-\n" + "`a`|" * 20_000, "1: a table of 16,000,006 cells, more than"),
        ("[^1] " * 5000 + "\n\n[^1]: x", "1: 5,001 footnotes are more than"),
    ],
)
def test_tables_and_footnotes_that_would_take_minutes_are_refused(text: str, why: str) -> None:
    with pytest.raises(MarkupError, match=f"^{re.escape(why)}"):
        html_of(text)
