# SPDX-License-Identifier: MIT
"""The settings files, their check and their document."""

import ast
import re
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG

from newsroom.desk import Limits
from newsroom.settings import OURS, SettingsError, check, folder, load, now

PROJECT = Path(__file__).parents[1]


@pytest.fixture
def settings() -> dict[str, Any]:
    return load(PROJECT / "pelicanconf.py")


def test_the_limits_are_those_that_the_desk_knows_and_keeps_by_default(settings: dict[str, Any]) -> None:
    assert settings["LIMITS"] == asdict(Limits())


def test_our_own_settings_pass(settings: dict[str, Any]) -> None:
    check(settings)


@pytest.mark.parametrize("name", OURS)
def test_a_missing_setting_is_named(settings: dict[str, Any], name: str) -> None:
    del settings[name]
    with pytest.raises(SettingsError, match=rf"^{name}: is missing; docs/settings.md says what it is$"):
        check(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITENAME", " "),
        ("SITENAME", None),
        ("SITENAME", "A\x07"),
        ("SITE_DESCRIPTION", "two\nlines"),
        ("SITE_DESCRIPTION", None),
        ("SITEURL", None),
        ("SITEURL", "example.org"),
        ("SITEURL", "https://example.org/"),
        ("SITEURL", "ftp://example.org"),
        ("SITEURL", "https://"),
        ("SITEURL", "https://name:word@example.org"),
        ("SITEURL", "https://example.org/a?b"),
        ("SITEURL", "https://example.org#a"),
        ("SITEURL", "https://example.org//a"),
        ("SITEURL", "https://example.org/a b"),
        ("SITEURL", "https://example.org:99999"),
        ("SITEURL", 'https://example.org/"><script>'),
        ("TIMEZONE", "Mars/Olympus"),
        ("TIMEZONE", "../../etc/passwd"),
        ("TIMEZONE", ""),
        ("DEFAULT_LANG", "english"),
        ("DEFAULT_LANG", ""),
        ("CONTACT", "desk@example.org"),
        ("CONTACT", "http://example.org"),
        ("CONTACT", "javascript:alert(1)"),
        ("CONTACT", None),
        ("AI_CRAWLERS", "no"),
        ("RELATED", "yes"),
        ("SEARCH", "yes"),
        ("SEARCH_CACHE", ""),
        ("SHARE_PICTURES", 0),
        ("SHARE_CACHE", None),
        ("SHARE_FONTS", "font.ttf"),
        ("SHARE_FONTS", ["no/such/font.ttf"]),
        ("FEED_TEXT", "some"),
        ("FEED_LISTINGS", ["tag"]),
        ("FEED_LISTINGS", "section"),
        ("TAG_AUTHORITY", ""),
        ("TAG_AUTHORITY", "example.org"),
        ("TAG_AUTHORITY", "https://example.org,2031"),
        ("INDEX", "yes"),
        ("PUBLISH_SEEDS", 0),
        ("TEXT_EDITION", "yes"),
        ("SIZE_LIMIT", -1),
        ("COMPRESS", "br"),
        ("SIZE_LIMIT", True),
        ("PARTS", ["2031"]),
        ("PARTS", {2031: "https://example.org"}),
        ("PARTS", {"2031": "https://example.org"}),
        ("PARTS", {"2031-": "example.org"}),
        ("PARTS", {"2031": "https://a.example", "2033-": "https://b.example"}),
        ("PARTS", {"2031-2032": "https://a.example", "2032-": "https://b.example"}),
        ("PARTS", {"2031": "https://a.example", "2032-": "https://a.example"}),
        ("PARTS", {"2032-2031": "https://a.example", "2032-": "https://b.example"}),
        ("PARTS", {"thirties": "https://a.example"}),
        ("STORY_FORMS", ["epub"]),
        ("STORY_FORMS", "md"),
        ("STORY_FORMS", {"md": "yes"}),
        ("STORY_FORMS", {"epub": True}),
        ("DOWNLOADS", ["csv"]),
        ("DOWNLOADS", "jsonl"),
        ("RELATED_CACHE", None),
        ("PICTURE_CACHE", None),
        ("SEED_PATH", ""),
        ("LIMITS", None),
        ("LIMITS", {}),
        ("LIMITS", asdict(Limits()) | {"seconds": 3}),
        ("LIMITS", asdict(Limits()) | {"ratio": 0}),
        ("LIMITS", asdict(Limits()) | {"ratio": 2.5}),
        ("LIMITS", asdict(Limits()) | {"nesting": True}),
        ("NEW_POSTS", "withdrawn"),
        ("NEW_POSTS", None),
        ("STRICT", None),
        ("KEEP_UNCHANGED", "yes"),
        ("WORKERS", 0),
        ("WORKERS", True),
        ("NOW", "2031-03-09"),
        ("NOW", datetime(2031, 3, 9)),
    ],
)
def test_a_wrong_value_is_named_and_quoted(settings: dict[str, Any], name: str, value: object) -> None:
    with pytest.raises(SettingsError, match=f"^{name}: {re.escape(repr(value))} "):
        check(settings | {name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITEURL", "https://example.github.io/the-repo"),
        ("SITEURL", "http://localhost:8000"),
        ("SITEURL", "http://[::1]:8000"),
        ("TIMEZONE", "Europe/Paris"),
        ("DEFAULT_LANG", "pt-BR"),
        ("CONTACT", "mailto:desk@example.org"),
        ("CONTACT", "https://example.org/corrections"),
        ("TAG_AUTHORITY", "news.example.org,2031-03"),
        ("NOW", datetime(2031, 3, 9, tzinfo=UTC)),
        ("RELATED", 500),
        ("SEARCH", 500),
        ("PARTS", {"2031-2032": "https://a.example", "2033-": "https://b.example/new"}),
    ],
)
def test_a_right_value_is_taken(settings: dict[str, Any], name: str, value: object) -> None:
    check(settings | {name: value})


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("SITE_NAME", "SITENAME"),
        ("SITE_URL", "SITEURL"),
        ("SEEDS_PATH", "SEED_PATH"),
        ("DEFAULT_LANGUAGE", "DEFAULT_LANG"),
        ("TIME_ZONE", "TIMEZONE"),
        ("PUBLISH_SEED", "PUBLISH_SEEDS"),
        ("CONTACTS", "CONTACT"),
    ],
)
def test_a_misspelt_setting_is_answered_with_the_one_that_was_meant(
    settings: dict[str, Any], slip: str, meant: str
) -> None:
    with pytest.raises(SettingsError, match=rf"^{slip}: there is no such setting; did you mean {meant}\?$"):
        check(settings | {slip: "x"})


def test_none_of_pelicans_own_settings_is_taken_for_a_slip(settings: dict[str, Any]) -> None:
    check(DEFAULT_CONFIG | settings)


@pytest.mark.parametrize("siteurl", ["", "http://localhost:8000", "http://127.0.0.1", "https://paper.local"])
def test_the_public_site_needs_a_public_address(settings: dict[str, Any], siteurl: str) -> None:
    with pytest.raises(SettingsError, match=r"^SITEURL: "):
        check(settings | {"STRICT": True, "SITEURL": siteurl})


def test_publishing_takes_its_address_and_its_moment_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SITEURL", "https://example.org/news")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1956528000")
    public, local = load(PROJECT / "publishconf.py"), load(PROJECT / "pelicanconf.py")
    check(public)
    changed = {name: public[name] for name in public if name in local and public[name] != local[name]}
    drafts = dict.fromkeys(("DRAFT_SAVE_AS", "DRAFT_LANG_SAVE_AS", "DRAFT_PAGE_SAVE_AS", "DRAFT_PAGE_LANG_SAVE_AS"), "")
    moment = datetime(2032, 1, 1, tzinfo=UTC)
    # two runs of one file make two functions of one name
    changed.pop("ARTICLE_ORDER_BY", None)
    assert changed == {"SITEURL": "https://example.org/news", "STRICT": True, "NOW": moment} | drafts
    assert public.keys() == local.keys()


def test_publishconf_is_short() -> None:
    assert len((PROJECT / "publishconf.py").read_text().splitlines()) < 15


def test_a_moment_that_is_no_number_is_named() -> None:
    with pytest.raises(SettingsError, match=r"^SOURCE_DATE_EPOCH: 'today' is not a number"):
        now({"SOURCE_DATE_EPOCH": "today"})


def test_without_a_stated_moment_it_is_the_clocks() -> None:
    before = datetime.now(UTC)
    assert before <= now({}) <= datetime.now(UTC)


def test_a_settings_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"pelicanconf\.py: no such settings file here"):
        load(tmp_path / "pelicanconf.py")


def test_folders_are_absolute_and_said_from_where_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(PROJECT / "pelicanconf.py")
    assert settings["SEED_PATH"] == str(PROJECT / "seeds")
    assert settings["PATH"] == str(PROJECT / "content")
    monkeypatch.chdir(PROJECT)
    assert folder(settings, "PATH") == Path("content")
    monkeypatch.chdir(PROJECT / "docs")
    assert folder(settings, "PATH") == PROJECT / "content"


def test_a_folder_that_is_not_there_is_named_by_its_setting(settings: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^SEED_PATH: there is no folder .*/seeds; make it, or name another"):
        folder(settings | {"SEED_PATH": str(tmp_path / "seeds")}, "SEED_PATH")


@pytest.mark.parametrize("name", ["PATH", "OUTPUT_PATH", "THEME", "SEED_PATH"])
def test_a_settings_file_names_each_folder(tmp_path: Path, name: str) -> None:
    file = tmp_path / "pelicanconf.py"
    file.write_text(f"PATH = OUTPUT_PATH = THEME = SEED_PATH = 'x'\n{name} = None\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=rf"^{name}: .* names no folder$"):
        load(file)


def test_the_document_tells_each_setting_and_its_value(settings: dict[str, Any]) -> None:
    text = (PROJECT / "docs/settings.md").read_text().split("## In public")[0]
    rows = re.findall(r"^\| `(\w+)` \| `(.*?)` \|", text, re.MULTILINE)
    told = {name: ast.literal_eval(value) for name, value in rows}
    for name in ("SEED_PATH", "SEARCH_CACHE", "RELATED_CACHE", "SHARE_CACHE", "PICTURE_CACHE"):
        settings[name] = Path(settings[name]).relative_to(PROJECT).as_posix()
    assert told == {name: settings[name] for name in OURS}


def test_the_document_names_only_settings_that_are_set(settings: dict[str, Any]) -> None:
    text = (PROJECT / "docs/settings.md").read_text()
    first_cells = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    named = {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}
    assert named >= OURS.keys()
    assert named <= settings.keys()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SITENAME = 'A'\nPATH = other\n", "2: name 'other' is not defined"),
        ("SITENAME = 'A\n", "1: unterminated string literal"),
        ("\nimport no_such_module\n", "2: No module named 'no_such_module'"),
    ],
)
def test_a_settings_file_that_python_cannot_run_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "pelicanconf.py"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=re.escape(f"{file}:{message}")):
        load(file)
