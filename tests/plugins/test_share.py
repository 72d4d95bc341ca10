# SPDX-License-Identifier: MIT
"""Share pictures and icons: lines, faces, bytes, and that each is made once."""

import io
import json
import logging
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from lxml import etree
from PIL import Image

from newsroom.plugins.share import ShareGenerator
from newsroom.plugins.share import made as made_module
from newsroom.plugins.share.card import LARGEST_BYTES, Words, card_of, settings_of
from newsroom.plugins.share.faces import FOLDER, HEADLINE, face_for, is_right_to_left, writable
from newsroom.plugins.share.icons import FILES, icons_of, initials_of
from newsroom.plugins.share.lines import balanced, shortened, units_of
from newsroom.plugins.share.made import kept_at, look_of, make
from newsroom.schema import FrontMatter, Stamp
from tests.stories import LONG_HEADLINE

ROOM = 320
WORDS = Words("Ferry to Ostrel: two hours late", "Harbour", "20 March 2031", "The Daily Seed")
SCRIPTS = {
    "arabic": "مكتب الميناء يسحب جدول المواعيد (BBC)",
    "hebrew": "המעבורת לאוסטרל איחרה בשעתיים",
    "bengali": "বন্দর দপ্তর সময়সূচি প্রত্যাহার করল",
    "devanagari": "बंदरगाह कार्यालय ने समय-सारणी वापस ली",
    "headline": "Văn phòng cảng rút lại lịch trình; Портовое управление",
}


def setting(headline: str, further: tuple[str, ...] = ()) -> Any:
    return next(settings_of(headline, ROOM, further), None)


def ink(png: bytes, box: tuple[int, int, int, int]) -> int:
    """Return how many pixels of a part of a card are not paper."""
    with Image.open(io.BytesIO(png)) as image:
        part = image.convert("L").crop(box)
    return sum(part.histogram()[:200])


@pytest.fixture
def boxes(tmp_path: Path) -> str:
    """Return a font of our own making in which each of some Japanese letters is a square."""
    letters = "港湾局、三月に撤回した時刻表を再び「」ランタ"
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *(f"u{ord(letter):04X}" for letter in letters)]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    pen = TTGlyphPen(None)
    for to, *rest in (((100, 0), (100, 700), (900, 700), (900, 0)),):
        pen.moveTo(to)
        for point in rest:
            pen.lineTo(point)
        pen.closePath()
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path = tmp_path / "boxes.ttf"
    builder.save(path)
    return str(path)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("two hours late", ["two ", "hours ", "late"]),
        ("a well-known 2-1 win", ["a ", "well-", "known ", "2-1 ", "win"]),
        ("10\u00a0000 goats", ["10\u00a0000 ", "goats"]),
        ("Ships – and", ["Ships ", "– ", "and"]),
        ("三月に「撤回」した。", [*"三月に", "「撤", "回」", "し", "た。"]),
        ("ランタンを", ["ランタン", "を"]),
        ("BBC記者", ["BBC記", "者"]),
    ],
)
def test_a_line_ends_where_readers_expect_it(text: str, units: list[str]) -> None:
    assert units_of(text) == units


def test_lines_are_as_few_as_can_be_and_then_of_about_one_length() -> None:
    units = units_of("aaa bbb ccc ddd e")
    assert balanced(units, [len(unit) for unit in units], 16) == ["aaa bbb", "ccc ddd e"]
    assert balanced(units, [len(unit) for unit in units], 3) is None


def test_what_no_size_can_hold_ends_with_an_ellipsis_after_a_whole_word() -> None:
    units = units_of("aaa bbb, ccc ddd")
    assert shortened(units, [len(unit) for unit in units], 11, 1, 1) == ["aaa bbb…"]
    assert shortened(["x" * 20], [20.0], 10, 2, 1)[0].endswith("x…")


def test_the_longer_a_headline_the_smaller_its_type_and_no_word_is_cut() -> None:
    found = [setting(text) for text in ("Bare", "Ferry to Ostrel: two hours late, nobody surprised", LONG_HEADLINE)]
    sizes = [each.size for each in found]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3
    for each in found:
        assert len(each.lines) * each.leading <= ROOM + each.leading
    assert " ".join(found[2].lines) == LONG_HEADLINE


@pytest.mark.parametrize(("name", "headline"), SCRIPTS.items())
def test_each_script_has_its_face(name: str, headline: str) -> None:
    face = face_for(writable(headline), HEADLINE, ())
    assert face is not None
    assert Path(face.path).name == f"{name}.ttf"


def test_letters_are_joined_and_not_set_one_by_one() -> None:
    face = face_for(SCRIPTS["arabic"], HEADLINE, ())
    assert face is not None
    font = face.at(60)
    assert font.getlength("مكتب") != sum(font.getlength(letter) for letter in "مكتب")


def test_a_headline_from_the_right_stands_at_the_right() -> None:
    arabic = card_of(replace(WORDS, headline="الميناء", kicker=""))
    latin = card_of(replace(WORDS, headline="Bare", kicker=""))
    left, right = (0, 150, 600, 530), (600, 150, 1200, 530)
    assert (ink(arabic, left), ink(latin, right)) == (0, 0)
    assert ink(arabic, right) > 500 < ink(latin, left)
    assert is_right_to_left("«الميناء» BBC")
    assert not is_right_to_left("BBC الميناء")


def test_what_no_font_has_is_left_out_and_nothing_stands_for_it() -> None:
    png = card_of(replace(WORDS, headline="港湾局、三月に撤回", kicker="社会"))
    assert ink(png, (0, 125, 1200, 545)) == 0
    assert ink(png, (0, 40, 1200, 105)) > 500  # the nameplate
    assert ink(png, (0, 560, 1200, 610)) > 200  # the date
    assert card_of(replace(WORDS, headline="Ferry 🚢 late")) == card_of(replace(WORDS, headline="Ferry late"))


def test_a_font_of_the_owners_takes_over_where_ours_end(boxes: str) -> None:
    headline = "港湾局、三月に撤回した時刻表を再び「撤回」"
    assert setting(headline) is None
    found = setting(headline, (boxes,))
    assert "".join(found.lines) == headline
    assert not any(line[0] in "、」" or line[-1] == "「" for line in found.lines)
    assert ink(card_of(replace(WORDS, headline=headline, further=(boxes,))), (0, 150, 1200, 530)) > 10_000


@pytest.mark.parametrize(
    "headline",
    [
        "Bare",
        LONG_HEADLINE,
        *SCRIPTS.values(),
        " ".join(
            f"{chr(97 + number * 7 % 26)}{chr(97 + number * 11 % 26)}re{number * 7919 % 977}" for number in range(75)
        ),
        "Donaudampfschifffahrtsgesellschaftskapitän" * 11,
    ],
)
def test_a_picture_has_its_size_and_at_most_15_kb(headline: str) -> None:
    png = card_of(replace(WORDS, headline=headline[:500]))
    assert len(png) <= LARGEST_BYTES
    with Image.open(io.BytesIO(png)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")


def test_the_bytes_are_those_of_every_machine_with_this_pillow() -> None:
    """They change with Pillow's version or the design: look at the picture, then state them anew."""
    assert sha256(card_of(WORDS)).hexdigest()[:16] == "735d5af4f53dc9ff"


def test_a_long_kicker_ends_with_a_word() -> None:
    long = card_of(replace(WORDS, kicker="Harbour and lamps and goats and ferries and tides " * 3))
    assert ink(long, (1125, 150, 1200, 530)) == 0


def test_cards_are_made_once_by_any_number_of_processes(tmp_path: Path) -> None:
    words = [replace(WORDS, headline=f"Ferry {number}") for number in range(70)]
    look = look_of(())
    make(words, look, tmp_path / "one", 1)
    make(words, look, tmp_path / "two", 2)
    files = [kept_at(each, look, tmp_path / "one") for each in words]
    assert [path.read_bytes() for path in files] == [kept_at(w, look, tmp_path / "two").read_bytes() for w in words]
    before = [path.stat().st_mtime_ns for path in files]
    make([*words[1:], replace(WORDS, headline="Another")], look, tmp_path / "one", 1)
    assert [path.stat().st_mtime_ns for path in files[1:]] == before[1:]


def test_cards_that_no_story_has_are_forgotten_once_they_are_the_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made_module, "_SPARE", 1)
    words = [replace(WORDS, headline=f"Ferry {number}") for number in range(4)]
    make(words, "look", tmp_path, 1)
    make(words[2:], "look", tmp_path, 1)
    assert len(list(tmp_path.rglob("*.png"))) == 4
    make(words[3:], "look", tmp_path, 1)
    assert list(tmp_path.rglob("*.png")) == [kept_at(words[3], "look", tmp_path)]


def test_a_card_depends_on_every_word_and_on_what_it_is_made_with(boxes: str, tmp_path: Path) -> None:
    others = [replace(WORDS, **{name: "Other"}) for name in ("headline", "kicker", "date", "name")]
    assert len({kept_at(each, "look", tmp_path) for each in (WORDS, *others)} | {kept_at(WORDS, "b", tmp_path)}) == 6
    assert look_of(()) != look_of((boxes,))


def article(number: int, **facts: Any) -> SimpleNamespace:
    post = FrontMatter(f'The "{number}" ferry', date=Stamp.parse("2031-03-20"), **facts)
    return SimpleNamespace(post=post, save_as=f"2031/03/20/s-{number}/index.html", url=f"2031/03/20/s-{number}/")


def generated(tmp_path: Path, articles: list[Any], **settings: Any) -> Path:
    """Run the plugin over these articles, and return the site."""
    stated = {
        "SITENAME": "The Daily Seed", "SITEURL": "https://paper.example/repo", "DEFAULT_LANG": "en",
        "JINJA_FILTERS": {}, "SHARE_CACHE": str(tmp_path / "cache"), "WORKERS": 1,
    }  # fmt: skip
    made = ShareGenerator.__new__(ShareGenerator)
    made.settings, made.output_path = {**stated, **settings}, str(tmp_path / "site")
    made.context = {"articles": articles, "hidden_articles": [], "drafts": [article(99)]}
    made.generate_context()
    made.generate_output(None)
    assert made.context["drafts"][0].card is None
    return tmp_path / "site"


def test_a_story_has_its_card_beside_its_page_unless_it_has_a_picture(tmp_path: Path) -> None:
    with_picture = article(2)
    with_picture.picture = object()
    site = generated(tmp_path, [article(1), with_picture])
    assert [path.relative_to(site).as_posix() for path in site.rglob("share.png")] == ["2031/03/20/s-1/share.png"]
    assert with_picture.card is None


def test_no_cards_where_the_setting_says_so_and_none_made_while_serving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = article(1)
    assert not list(generated(tmp_path, [story], SHARE_PICTURES=False).rglob("share.png"))
    assert story.card is None
    monkeypatch.setenv("SERVING", "1")
    assert not list(generated(tmp_path, [story]).rglob("share.png"))
    monkeypatch.delenv("SERVING")
    assert list(generated(tmp_path, [story]).rglob("share.png"))


def test_the_build_says_how_many_headlines_no_font_has(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    story = article(1)
    story.post = FrontMatter("港湾局")
    with caplog.at_level(logging.WARNING):
        generated(tmp_path, [story, article(2)])
    assert "no font has the script of 1 headlines" in caplog.text
    assert "港湾局" in caplog.text


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("The Daily Seed", "DS"),
        ("Die Zeit", "Z"),
        ("The", "T"),
        ("Frankfurter Allgemeine Zeitung", "FAZ"),
        ("News of the Wide World", "NOT"),
        ("24 heures", "H"),
        ("الأهرام", "ا"),
        ("朝日新聞", "朝"),
        ("…", ""),
    ],
)
def test_initials_are_the_papers(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_icons_are_of_the_nameplate_and_the_manifest_leads_below_the_root(tmp_path: Path) -> None:
    site = generated(tmp_path, [], SITE_DESCRIPTION="News.")
    assert {path.name for path in site.iterdir()} == set(FILES)
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["name"], manifest["start_url"], manifest["scope"]) == ("The Daily Seed", "/repo/", "/repo/")
    for icon in manifest["icons"]:
        path = site / icon["src"].removeprefix("/repo/")
        if path.suffix == ".png":
            with Image.open(path) as image:
                assert f"{image.width}x{image.height}" == icon["sizes"]
    with Image.open(site / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    with Image.open(site / "apple-touch-icon.png") as icon:
        assert icon.size == (180, 180)
    etree.parse(site / "icon.svg")


def test_another_name_makes_other_icons_and_the_same_name_the_same(tmp_path: Path) -> None:
    def made(name: str, cache: str) -> dict[str, bytes]:
        return icons_of({"SITENAME": name, "DEFAULT_LANG": "en"}, "", "look", tmp_path / cache)

    seed, other, again = made("The Daily Seed", "a"), made("The Ostrel Lamp", "a"), made("The Daily Seed", "b")
    assert seed == again
    assert all(seed[name] != other[name] for name in FILES)


def test_the_fonts_have_their_licence_and_stay_small() -> None:
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text("utf-8").upper()
    listed = (FOLDER / "SOURCES").read_text("utf-8")
    for path in FOLDER.glob("*.ttf"):
        assert f"{sha256(path.read_bytes()).hexdigest()}  {path.name}" in listed
    assert sum(path.stat().st_size for path in FOLDER.glob("*.ttf")) < 800_000
