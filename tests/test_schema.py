# SPDX-License-Identifier: MIT
"""The post file: what it may say, how it is read and written, and what docs/post.md says of it."""

import datetime
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import schema
from newsroom.schema import FieldError, FrontMatter, Label, PostError, PostFile, Remark, Stamp
from newsroom.schema.pairs import pairs_from, simple_pairs_from
from newsroom.schema.post import illegal_in

MARKED = "is an anchor or a tag; put quotes around a value that begins with & or !"
NESTED = "a value is a text or a list of texts; put quotes around one that begins with * [ {"
FORMS = "is not YYYY-MM-DD, YYYY-MM-DD HH:MM or YYYY-MM-DD HH:MM +HH:MM"
DOC = Path(__file__).resolve().parents[1] / "docs" / "post.md"

lines = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60)
    .map(lambda text: " ".join(re.split(" +", text)).strip(" "))
    .filter(lambda text: re.search(r"\w", text) and not re.search("[\u202d\u202e\ufffe\uffff]", text))
)
stamps = st.builds(
    lambda day, time, offset: Stamp(day, time, offset if time else None),
    st.dates(datetime.date(1000, 1, 1), datetime.date(9998, 12, 31)),
    st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    st.none() | st.integers(-720, 840),
)
words = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True)
labels = st.lists(st.tuples(st.integers(1, 50), words, st.none() | words), max_size=5).map(
    lambda found: tuple(Label(at * 100, at * 100 + one[0], one[1], one[2]) for at, one in enumerate(found))
)
remarks = st.lists(st.builds(Remark, st.dates(datetime.date(1000, 1, 1)), lines), max_size=2).map(tuple)
pictures = st.sampled_from([{}, {"image": "quay/at noon.jpg", "image_alt": "A quay", "image_credit": "M. Quill"}])
fronts = st.builds(
    lambda picture, **facts: FrontMatter(**picture, **facts),
    picture=pictures,
    title=lines,
    date=st.none() | stamps,
    modified=st.none() | stamps,
    changed=st.lists(st.dates(datetime.date(1000, 1, 1)), max_size=3, unique=True).map(
        lambda days: tuple(map(Stamp, sorted(days)))
    ),
    address=st.sampled_from([None, "2017/10/14/a-story/", "undated/b/", "about/"]),
    category=st.none() | lines,
    authors=st.lists(lines, max_size=3).map(tuple),
    agency=st.none() | lines,
    dateline=st.none() | lines,
    tags=st.lists(lines, max_size=3).map(tuple),
    summary=st.none() | lines,
    captions=st.lists(lines, max_size=3).map(tuple),
    notes=st.lists(lines, max_size=3).map(tuple),
    corrections=remarks,
    transcriptions=remarks,
    pin=st.booleans(),
    index=st.booleans(),
    lang=st.sampled_from([None, "en", "pt-BR", "zh-Hant-TW"]),
    status=st.sampled_from(["published", "draft", "withdrawn"]),
    weight=st.integers(-9, 9),
    seed=st.sampled_from([None, "a/b.txt"]),
    sha256=st.sampled_from([None, "0" * 64]),
    converter=st.none() | lines.filter(lambda text: len(text) < 50),
    labels=labels,
    digest=st.sampled_from([None, "f" * 64]),
)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")).filter(
    lambda text: not schema.ILLEGAL.search(text)
)


@settings(max_examples=400, deadline=None)
@given(st.builds(PostFile, fronts, texts))
def test_what_is_written_is_read_back_the_same(post: PostFile) -> None:
    source = schema.write(post)
    again = schema.read(source)
    assert again == post
    assert schema.write(again) == source
    if post.text:
        assert source.split("\n")[again.text_line - 1] == post.text.split("\n")[0]


def test_keys_are_written_in_order_and_absent_ones_left_out() -> None:
    front = FrontMatter(
        "No: 7 wins #1",
        tags=("a, b", "- c"),
        date=Stamp.parse("2017-10-14T20:36Z"),
        labels=(Label(0, 25, "furniture", "page-date"), Label(54, 98, "headline")),
    )
    assert schema.write(PostFile(front, "\nText.\n\n")) == (
        '---\ntitle: "No: 7 wins #1"\ndate: 2017-10-14 20:36 +00:00\ntags:\n  - a, b\n  - "- c"\n'
        "labels: 0-25 furniture/page-date, 54-98 headline\n---\n\nText.\n"
    )


def test_values_are_the_texts_that_stand_there_not_yaml_types() -> None:
    front = schema.read("---\ntitle: No\ndate: 2017-10-14 20:36\ncategory: 012\ntags: [on, 1e3]\n---\n").front
    assert (front.title, front.category, front.tags) == ("No", "012", ("on", "1e3"))
    assert front.date == Stamp(datetime.date(2017, 10, 14), datetime.time(20, 36))


def test_the_plain_headers_of_pelican_pass_the_same_schema() -> None:
    plain = schema.read(
        "Title: A headline\n    in two lines\nDATE: 2017-10-14\nTags: a, b\nAuthors: Fenn, Odo; Quill, M\n\nText."
    )
    assert plain == PostFile(
        FrontMatter(
            "A headline in two lines",
            date=Stamp(datetime.date(2017, 10, 14)),
            tags=("a", "b"),
            authors=("Fenn, Odo", "Quill, M"),
        ),
        "Text.",
    )
    assert plain.text_line == 7


def test_one_line_of_captions_or_notes_is_one_item_whatever_commas_it_has() -> None:
    front = schema.read("Title: T\nCaptions: The quay, at dusk; by Odo Fenn\nNotes: Corrected, twice\n").front
    assert (front.captions, front.notes) == (("The quay, at dusk; by Odo Fenn",), ("Corrected, twice",))


def test_a_correction_is_a_day_and_words() -> None:
    front = schema.read("---\ntitle: T\ncorrections:\n  - 2031-03-21 The ferry has one mast.\n---\n").front
    assert front.corrections == (Remark(datetime.date(2031, 3, 21), "The ferry has one mast."),)


def test_windows_line_ends_and_a_byte_order_mark_are_taken() -> None:
    assert schema.read("\ufeff---\r\ntitle: T\r\n---\r\n\r\nA\r\nB\r\n") == PostFile(FrontMatter("T"), "A\nB")


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("", "1: title is missing"),
        ("---\ntitle: T\n", "1: the front matter has no closing line '---'"),
        ("---\n- a\n---\n", "1: the front matter is not made of 'key: value' lines"),
        ("---\n---\n", "1: the front matter is not made of 'key: value' lines"),
        (
            "---\ntitle: T\ncorrections: The ferry has one mast.\n---\n",
            "3: corrections: 'The ferry has one mast.' is not a day, YYYY-MM-DD, and words",
        ),
        ("---\ntitle: T\ncopy: true\n---\n", "3: copy: needs source, the address of what this is a copy of"),
        ("---\ntitle: T\nindex: no\n---\n", "3: index: 'no' is neither true nor false"),
        ("---\ntitle: T\npin: yes\n---\n", "3: pin: 'yes' is neither true nor false"),
        ("---\ntitle: T\nimage: a.jpg\n---\n", "3: image: needs image_alt, which says what the picture shows"),
        ("---\ntitle: T\nimage_credit: M. Quill\n---\n", "3: image_credit: there is no image"),
        (
            "---\ntitle: T\nimage: a/../../b.jpg\nimage_alt: A quay\n---\n",
            "3: image: 'a/../../b.jpg' is not a .jpg, .jpeg, .png or .webp file under content/images/",
        ),
        ("---\ntitle: T\n\nslug: x\n---\n", "4: unknown key 'slug': docs/post.md lists the keys"),
        ("---\ntitle: T\ndate: 2020-01-01\ntitle: U\n---\n", "4: title is stated twice, first on line 2"),
        ("---\ntitle: a: b\n---\n", "2: this is not YAML: mapping values are not allowed in this context"),
        ("---\ntitle: &a b\n---\n", f"2: 'a' {MARKED}"),
        ("---\ntitle: !x b\n---\n", f"2: '!x' {MARKED}"),
        ("---\ntags: &a [b]\n---\n", f"2: 'a' {MARKED}"),
        ("--- \ntitle: *a\n---\n", f"2: {NESTED}"),
        ("---\ntitle:\n  a: b\n---\n", f"3: {NESTED}"),
        ("---\ntitle: T\ntags:\n  - [a]\n---\n", f"4: {NESTED}"),
        ("---\ntitle: Now #1 again\n---\n", "2: '#1 again' is a comment in YAML; put quotes around the value"),
        ("---\ntitle: T\n--- !x\na: b\n---\n", "1: the front matter holds a second YAML document"),
        ("---\ntitle: [a, b]\n---\n", "2: title: the list ['a', 'b'] stands where one value belongs"),
        ("---\ntitle: T\n\nauthor: x\n---\n",
         "4: unknown key 'author': did you mean authors? docs/post.md lists the keys"),
        ("---\ntitle:\n---\n", "2: title: '' says nothing"),
        ("---\ntitle: \u200b\u2060\n---\n", "2: title: '\\u200b\\u2060' says nothing"),
        ("---\ntitle: T\ndate: 2020-13-01\n---\n", "3: date: '2020-13-01': month must be in 1..12"),
        ("---\ntitle: T\ndate: 14.10.2017\n---\n", f"3: date: '14.10.2017' {FORMS}"),
        ("---\ntitle: T\ndate: 2020-01-01 20:36 +19:00\n---\n",
         "3: date: '2020-01-01 20:36 +19:00': offset of 1140 minutes is no zone on Earth"),
        ("---\ntitle: T\ndate: 0001-01-01\n---\n", "3: date: '0001-01-01': year 1 is before 1000"),
        ("---\ntitle: T\ndate: 9999-12-31 23:59 -12:00\n---\n",
         "3: date: '9999-12-31 23:59 -12:00': year 9999 is the last that a date can have"),
        ("---\ntitle: T\nweight: 1.5\n---\n", "3: weight: '1.5' is not a whole number"),
        ("---\ntitle: T\nweight: 9999999\n---\n", "3: weight: 9999999 is beyond 1,000,000"),
        ("---\ntitle: T\nstatus: hidden\n---\n", "3: status: 'hidden' is not one of published, draft, withdrawn"),
        ("---\ntitle: T\nlang: \"x'y\"\n---\n", "3: lang: \"x'y\" is not a language tag such as en or pt-BR"),
        ("---\ntitle: T\nseed: ../a\n---\n", "3: seed: '../a' is not a path under seeds/"),
        ("---\ntitle: T\nsha256: 12\n---\n", "3: sha256: '12' is not 64 hexadecimal digits"),
        ("---\ntitle: T\ndigest: 12\n---\n", "3: digest: '12' is not 64 hexadecimal digits"),
        ("---\ntitle: T\nlabels: 5-2 body\n---\n", "3: labels: label range 5-2 is empty or backwards"),
        ("---\ntitle: T\nlabels: 0-5 body, 4-9 body\n---\n",
         "3: labels: label '4-9 body' begins before '0-5 body' ends"),
        ("---\ntitle: T\nlabels: body\n---\n",
         "3: labels: label 'body' is not START-END role or START-END role/reason"),
        ("---\ntitle: T\naddress: /x/\n---\n",
         "3: address: '/x/' is not YYYY/MM/DD/slug/, undated/slug/ or, for pages, slug/"),
        ("---\ntitle: T\naddress: 2017/02/30/x/\n---\n", "3: address: '2017/02/30/x/': day is out of range for month"),
        ("---\ntitle: \"a\u202eb\"\n---\n", "2: title: 'a\\u202eb' is not one tidy line: '\\u202e' at character 1"),
        ("---\ntitle: T\n---\n\na\n\x0bb", "6: character U+000B is not allowed"),
        ("---\ntitle: T\n---\n\na\ufffeb", "5: character U+FFFE is not allowed"),
        ("---\ntitle: T\n---\n\na\x85b", "5: character U+0085 is not allowed"),
        ("---\ntitle: T\n---\n\na\ud800b", "5: character U+D800 is not allowed"),
        (f"---\ntitle: T\ntags: [{'x' * 201}]\n---\n", f"3: tags: '{'x' * 40}'… has 201 characters, more than 200"),
        (f"---\ntitle: T\ntags: [{'x,' * 201}]\n---\n", "3: tags: 201 entries are more than 200"),
        ("---\n" + "#" * 670_000 + "\n---\n", "1: front matter of 670,001 bytes is longer than 655,360"),
        ("Title: T\nBreaking: news\n\nText", "2: unknown key 'breaking': docs/post.md lists the keys"),
        ("Title: T\nText\n\nText", "2: 'Text' is not 'Key: value'; an empty line ends the keys"),
        ("    Title: T\n\nText", "1: '    Title: T' is not 'Key: value'; an empty line ends the keys"),
    ],
)  # fmt: skip
def test_a_wrong_post_is_refused_with_line_and_reason(source: str, complaint: str) -> None:
    with pytest.raises(PostError) as refusal:
        schema.read(source)
    assert str(refusal.value) == complaint


def test_a_comment_of_its_own_line_is_taken() -> None:
    assert schema.read("---\n# why\ntitle: 'T'\n---\n").front == FrontMatter("T")


def test_front_matter_that_could_not_be_read_is_not_written() -> None:
    labels = tuple(Label(at, at + 1, "body") for at in range(50_000))
    with pytest.raises(PostError, match="longer than 655,360"):
        schema.write(PostFile(FrontMatter("T", labels=labels), ""))


@pytest.mark.parametrize("text", ["a\x00", "a\rb", "\x9f", "\uffff"])
def test_a_text_with_an_illegal_character_is_no_post(text: str) -> None:
    with pytest.raises(ValueError, match="character"):
        PostFile(FrontMatter("T"), text)


def test_the_digest_knows_words_not_quoting_order_or_empty_lines() -> None:
    post = schema.read("---\ntitle: T\ntags: [a]\n---\nText.\n")
    other = schema.read("---\ntags:\n- 'a'\ntitle: \"T\"\n---\n\n\nText.\n\n\n")
    assert schema.digest(post) == schema.digest(other)
    signed = replace(post, front=replace(post.front, digest=schema.digest(post)))
    assert schema.digest(signed) == schema.digest(post)
    assert not schema.is_edited(signed)


@pytest.mark.parametrize("change", [{"title": "U"}, {"weight": 1}, {"labels": (Label(0, 1, "body"),)}, {"tags": ()}])
def test_any_other_change_is_an_edit(change: dict[str, object]) -> None:
    post = PostFile(FrontMatter("T", tags=("a",)), "Text.")
    signed = replace(post, front=replace(post.front, digest=schema.digest(post)))
    assert schema.is_edited(replace(signed, front=replace(signed.front, **change)))
    assert schema.is_edited(replace(signed, text="Text!"))
    assert schema.is_edited(post)


def test_holding_a_story_back_or_letting_it_go_is_no_edit_and_withdrawing_it_is() -> None:
    draft = PostFile(FrontMatter("T", status="draft"), "Text.")
    signed = replace(draft, front=replace(draft.front, digest=schema.digest(draft)))
    assert not schema.is_edited(signed)
    assert not schema.is_edited(replace(signed, front=replace(signed.front, status="published")))
    assert schema.is_edited(replace(signed, front=replace(signed.front, status="withdrawn")))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("source", "javascript:alert(1)"),
        ("source", "ftp://paper.example/1"),
        ("source", "https://name@paper.example/1"),
        ("source", "https://paper.example/a b"),
        ("contact", "desk@paper.example"),
        ("stated", "newspaper, wording"),
        ("taken", "newspapers"),
        ("version_of", "archive/"),
        ("duplicates", "../secret.txt"),
    ],
)
def test_what_is_said_of_the_origin_has_the_form_of_it(key: str, value: str) -> None:
    with pytest.raises(PostError, match=f"^2: {key}: "):
        schema.read(f"---\n{key}: {value}\ntitle: T\n---\n")


@pytest.mark.parametrize(
    "text", ["2017-10-14", "2017-10-14 20:36", "2017-10-14 20:36 +06:00", "2017-10-14 20:36 -03:30"]
)
def test_a_stamp_says_what_it_was_told(text: str) -> None:
    assert str(Stamp.parse(text)) == text


def test_a_stamp_is_midnight_and_the_papers_zone_only_where_a_moment_is_asked_for() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=2))
    assert Stamp.parse("2017-10-14").moment(zone).isoformat() == "2017-10-14T00:00:00+02:00"
    assert Stamp.parse("2017-10-14T20:36 -03:30").moment(zone).isoformat() == "2017-10-14T20:36:00-03:30"


@pytest.mark.parametrize(
    "parts",
    [
        (datetime.date(2017, 1, 1), None, 60),
        (datetime.date(2017, 1, 1), datetime.time(1, 2, 3), None),
        (datetime.date(999, 1, 1), None, None),
        (datetime.date(2017, 1, 1), datetime.time(1, 2), -721),
    ],
)
def test_a_stamp_that_no_paper_prints_cannot_be_made(parts: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match=r"offset|minute|before|zone"):
        Stamp(*parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("front", "kind", "address"),
    [
        (FrontMatter("A b", date=Stamp.parse("2017-10-14 20:36")), "story", "2017/10/14/a-b/"),
        (FrontMatter("A b"), "story", "undated/a-b/"),
        (FrontMatter("A b"), "page", "a-b/"),
        (FrontMatter("A b", date=Stamp.parse("2020-01-01"), address="2017/10/14/c/"), "story", "2017/10/14/c/"),
        (FrontMatter("A b", address="c/"), "page", "c/"),
        (FrontMatter("A b", address="World/c-12.html/"), "story", "World/c-12.html/"),
    ],
)
def test_an_address_is_the_stated_one_else_made_of_date_and_title(
    front: FrontMatter, kind: schema.Kind, address: str
) -> None:
    assert schema.address_for(front, kind=kind) == address


@pytest.mark.parametrize(
    ("front", "kind", "key"),
    [
        (FrontMatter("T", address="topic/c/"), "story", "address"),
        (FrontMatter("T", address="2017/03/"), "story", "address"),
        (FrontMatter("T", address="undated/c/"), "page", "address"),
        (FrontMatter("T", address="archive/"), "page", "address"),
        (FrontMatter("T", address="2017/"), "page", "address"),
        (FrontMatter("2017"), "page", "title"),
    ],
)
def test_an_address_of_another_kind_or_of_the_site_is_refused(front: FrontMatter, kind: schema.Kind, key: str) -> None:
    with pytest.raises(FieldError) as refusal:
        schema.address_for(front, kind=kind)
    assert refusal.value.key == key


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Raqqa: “imminent” defeat, say Kurds", "raqqa-imminent-defeat-say-kurds"),
        ("AT&amp;T", "at-amp-t"),
        ("Über Ägypten", "uber-agypten"),
        ("???", "a03b221c"),
        ("Index", "39c3be11"),
        ("word " * 40, "word-" * 15 + "word"),
        ("x" * 100, "x" * 80),
    ],
)
def test_a_slug_is_short_plain_and_never_empty_or_reserved(name: str, slug: str) -> None:
    assert schema.slug_from(name) == slug


@pytest.mark.parametrize("name", ["Con", "NUL", "aux.", "Com1", "\u202eLPT9"])
def test_no_slug_is_a_device_of_windows(name: str) -> None:
    assert re.fullmatch("[0-9a-f]{8}", schema.slug_from(name))


@given(st.text(max_size=300))
def test_every_name_has_a_slug_that_may_stand_in_an_address(name: str) -> None:
    slug = schema.slug_from(name)
    assert slug not in schema.RESERVED
    assert FrontMatter("T", address=f"2017/10/14/{slug}/").address
    assert len(slug) <= 80


def test_the_documentation_lists_every_key_in_order() -> None:
    keys = re.findall(r"^\| `([a-z0-9_]+)` \|", DOC.read_text("utf-8"), re.MULTILINE)
    assert keys == [each.name for each in fields(FrontMatter)]


def test_the_examples_of_the_documentation_are_true_posts() -> None:
    full, plain = re.findall(r"^```markdown\n(.*?)^```$", DOC.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    post = schema.read(full)
    assert schema.write(post) == full
    assert not schema.is_edited(post)
    left_out = {each.name for each in fields(FrontMatter) if getattr(post.front, each.name) == each.default}
    assert left_out == {"status"}
    assert schema.read(plain).front.title


_KEYS = st.sampled_from(["title:", "tags:", "  - ", "date:", "a_1:", "A:", "x", "- ", "#", ""])
_VALUES = st.lists(
    st.sampled_from([*" :#\"'\\-,[]{}&*!|>%@`?~", "a", "é", "\\\"", "\\\\", "\\n", "\x85", ": ", " #", "\u2028"]),
    max_size=6,
).map("".join)  # fmt: skip


@settings(max_examples=3000)
@given(st.lists(st.tuples(_KEYS, st.sampled_from(["", " ", ' "']), _VALUES, st.sampled_from(["", '"'])), max_size=4))
def test_the_quick_way_through_front_matter_says_what_yaml_says(parts: list[tuple[str, str, str, str]]) -> None:
    lines = ["".join(part) for part in parts]
    quick = simple_pairs_from(lines)
    if quick is not None:
        assert quick == pairs_from("\n".join(["", *lines]))


def test_what_the_converter_writes_goes_the_quick_way() -> None:
    front = FrontMatter(
        title='A "title": with \\ marks', authors=("Ann Other", "- dash"), tags=("x",), summary="a #1 b"
    )
    lines = schema.write(PostFile(front, "Text.")).split("\n")
    assert simple_pairs_from(lines[1 : lines.index("---", 1)]) is not None


@given(st.text(st.characters() | st.sampled_from("\n\t\u00a0\u2028\x7f\ufffe\x00")))
def test_the_quick_search_for_illegal_characters_finds_what_the_long_one_finds(text: str) -> None:
    quick, long = illegal_in(text), schema.ILLEGAL.search(text)
    assert (quick and quick.span()) == (long and long.span())
