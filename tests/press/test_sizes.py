# SPDX-License-Identifier: MIT
"""The size of a public site: told by kind, warned of, stopped at, and parted by years."""

from pathlib import Path

import pytest

from newsroom.press.errors import PressError
from newsroom.press.sizes import Sizes, advice, measure, told, warning
from newsroom.press.switches import decide_switches


def _sizes(total: int, years: dict[int, int] | None = None) -> Sizes:
    return Sizes({"stories and pages": total}, years or {}, 3)


def test_every_byte_is_told_by_the_kind_of_its_file(tmp_path: Path) -> None:
    kinds = {
        "2031/03/09/mill/index.html": "stories and pages",
        "2031/03/index.html": "lists",
        "text/2031/03/09/mill/index.html": "text edition",
        "section/harbour/feed.atom.xml": "feeds",
        "search/index.html": "lists",
        "search/en-1/index/x.pf_index": "search",
        "images/mill-800.webp": "pictures",
        "theme/site.css": "theme",
        "index.html.br": "precompressed copies",
        ".well-known/security.txt": "other",
    }
    for number, name in enumerate(kinds):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * 2**number)
    sizes = measure(tmp_path, {"2031/03/09/mill/index.html"}, {})
    wanted: dict[str, int] = {}
    for number, kind in enumerate(kinds.values()):
        wanted[kind] = wanted.get(kind, 0) + 2**number
    assert sizes.kinds == wanted
    assert (sizes.total, sizes.files) == (2**10 - 1, 10)
    assert sizes.years == {2031: 7}
    assert told(sizes, 0).startswith("0.0 MB in 10 files\n")
    assert "\n      0.0 MB  text edition" in told(sizes, 0)


def test_a_site_is_warned_of_from_sixty_percent_and_stopped_from_eighty() -> None:
    assert warning(_sizes(599), 1000) == ""
    assert warning(_sizes(600), 1000) == "SIZE_LIMIT: the site has 60% of it; at 80% publishing stops"
    assert warning(_sizes(799), 1000)
    with pytest.raises(PressError, match=r"has 80% of it, and publishing stops at 80%; the old site stands"):
        warning(_sizes(800, {2031: 800}), 1000)


def test_a_host_without_a_limit_stops_nothing() -> None:
    assert warning(_sizes(10**12), 0) == ""


def test_what_does_not_fit_is_parted_by_years_the_newest_with_all_that_is_of_none() -> None:
    sizes = _sizes(1_500, {2029: 300, 2030: 400, 2031: 300, 2032: 300})  # 200 of no year
    said = list(advice(sizes, 1000))
    assert said[0].startswith("it fits on 2 sites by years")
    assert said[1] == '  PARTS = {"2029-2030": "https://…", "2031-": "https://…"}'


def test_every_part_has_the_theme_and_pictures_again() -> None:
    sizes = Sizes({"stories and pages": 1_100, "theme": 100, "pictures": 100}, {2030: 650, 2031: 450}, 3)
    assert list(advice(sizes, 1000)) == [
        "2030: more than one site takes, whatever is parted by years: docs/deploy.md tells of other hosts"
    ]


def test_what_could_be_off_is_said_before_the_paper_is_parted() -> None:
    kinds = {"stories and pages": 600_000_000, "share pictures": 300_000_000, "lists": 50_000_000}
    first, second, _ = advice(Sizes(kinds, {2031: 700_000_000, 2032: 250_000_000}, 3), 1_000_000_000)
    assert first == "what could be off: SHARE_PICTURES 300.0 MB (docs/settings.md); as it is,"
    assert second.startswith("it fits on 2 sites by years")


def test_an_address_without_its_year_is_counted_to_it(tmp_path: Path) -> None:
    for name in ("world/mill.html/index.html", "text/world/mill.html/index.html", "world/other/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"12345")
    assert measure(tmp_path, (), {"world/mill.html/": 2030}).years == {2030: 10}


def test_a_switch_is_on_up_to_its_number_of_stories(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / "news").mkdir(exist_ok=True)
        (tmp_path / f"news/{number}.md").write_text("")
    settings = {"PATH": str(tmp_path), "ARTICLE_PATHS": ["news"]}
    settings |= {"SEARCH": 3, "TEXT_EDITION": 2, "PUBLISH_SEEDS": True, "STORY_FORMS": {"md": 2, "json": True}}
    decide_switches(settings)
    assert settings["STORY_FORMS"] == ["json"]
    assert (settings["SEARCH"], settings["TEXT_EDITION"], settings["PUBLISH_SEEDS"]) == (True, False, True)
    (tmp_path / "news/0.md").unlink()
    decide_switches(settings)  # as `pelican -lr` runs again with the same settings
    assert (settings["SEARCH"], settings["TEXT_EDITION"]) == (True, True)
    assert settings["STORY_FORMS"] == ["md", "json"]


def test_a_form_that_is_off_is_off_in_a_paper_of_nothing(tmp_path: Path) -> None:
    settings = {"PATH": str(tmp_path), "ARTICLE_PATHS": ["news"], "STORY_FORMS": {"md": False, "json": 1}}
    decide_switches(settings)
    assert settings["STORY_FORMS"] == ["json"]
