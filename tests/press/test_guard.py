# SPDX-License-Identifier: MIT
"""What a site never replaces."""

import pytest

from tests.press.conftest import Folder


@pytest.mark.parametrize(
    "output", [".", "content", "content/news/..", "theme", "seeds", "..", "docs", "repository", "/", "pelicanconf.py"]
)
def test_an_output_path_that_would_take_something_away_is_refused(site: Folder, output: str) -> None:
    site.write("theme/templates/index.html", "")
    site.write("seeds/one.txt", "")
    site.write("docs/settings.md", "")
    site.write("repository/.git/HEAD", "")
    site.write("repository/index.html", "")
    site.settings("THEME, SEED_PATH = 'theme', 'seeds'")
    before = {path: path.stat().st_mtime_ns for path in site.path.rglob("*")}
    run = site.pelican("--output", output)
    assert run.returncode == 1
    assert "SettingsError: OUTPUT_PATH: " in run.stderr
    assert {path: path.stat().st_mtime_ns for path in site.path.rglob("*")} == before


def test_retained_files_are_refused_rather_than_lost(site: Folder) -> None:
    site.settings("OUTPUT_RETENTION = ['.git']")
    run = site.pelican()
    assert run.returncode == 1
    assert "SettingsError: OUTPUT_RETENTION: " in run.stderr


def test_an_empty_folder_and_a_site_of_stock_pelican_are_replaced(site: Folder) -> None:
    (site.path / "output").mkdir()
    assert site.pelican().returncode == 0
    assert site.pelican("-e", 'PELICAN_CLASS="pelican.Pelican"').returncode == 0
    assert site.pelican().returncode == 0
