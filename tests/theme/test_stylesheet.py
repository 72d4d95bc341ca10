# SPDX-License-Identifier: MIT
"""The plugin that makes one stylesheet of many files, on this site and on any other."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.plugins.stylesheet import read_sources, sheets_from, stylesheet_from

PROJECT = Path(__file__).parents[2]


def test_the_files_are_joined_in_order_and_minified() -> None:
    ((name, data),) = stylesheet_from(
        {"b.css": "@layer x, y;", "a.css": "@layer x { a { color: red; } }"}, "theme"
    ).items()
    assert data == b"@layer x{a{color:red}}@layer y;"  # x is still the first
    assert re.fullmatch(r"theme/style\.[0-9a-f]{8}\.css", name)


def test_another_content_has_another_name() -> None:
    names = [name for colour in ("red", "blue") for name in stylesheet_from({"a.css": f"a{{color:{colour}}}"}, "theme")]
    assert names[0] != names[1]


def test_wrong_css_is_refused_with_the_files_path() -> None:
    with pytest.raises(ValueError, match=r"^components/card/card\.css: "):
        stylesheet_from({"components/card/card.css": "a { color: }} "}, "theme")


def test_a_file_that_two_patterns_name_is_taken_once_where_the_first_names_it(tmp_path: Path) -> None:
    for name in ("a", "layers", "z"):
        (tmp_path / f"{name}.css").write_text(f"/* {name} */", encoding="utf-8")
    assert list(read_sources(tmp_path, ("layers.css", "*.css"))) == ["layers.css", "a.css", "z.css"]


def test_a_further_sheet_holds_the_first_and_files_that_the_first_has_not(tmp_path: Path) -> None:
    for name in ("a", "list", "z"):
        (tmp_path / f"{name}.css").write_text(f"/* {name} */", encoding="utf-8")
    sheets = sheets_from(tmp_path, {"STYLESHEET_SOURCES": ["*.css"], "STYLESHEETS": {"lists": ["l*.css"]}})
    assert {name: list(sources) for name, sources in sheets.items()} == {
        "style": ["a.css", "z.css"],
        "lists": ["a.css", "z.css", "list.css"],
    }


def test_a_stock_pelican_site_links_the_stylesheet_below_its_path(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    for folder in ("templates", "static", "css"):
        (theme / folder).mkdir(parents=True)
    (tmp_path / "content").mkdir()
    (theme / "css" / "one.css").write_text("a { color: red; }", encoding="utf-8")
    for name in ("index", "archives", "authors", "categories", "tags"):
        (theme / "templates" / f"{name}.html").write_text("{{ stylesheet }}", encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(
        "SITEURL = 'https://example.org/repo'\nTHEME = 'theme'\nPATH = 'content'\nOUTPUT_PATH = 'output'\n"
        "PLUGINS = ['newsroom.plugins.stylesheet']\nSTYLESHEET_SOURCES = ['css/*.css']\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py"]
    subprocess.run(
        command, cwd=tmp_path, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(PROJECT)}
    )
    linked = (tmp_path / "output" / "index.html").read_text(encoding="utf-8")
    assert linked.startswith("/repo/theme/style.")
    assert (tmp_path / "output" / linked.removeprefix("/repo/")).read_bytes() == b"a{color:red}"
