# SPDX-License-Identifier: MIT
"""The builds that tasks.py asks for, in this process."""

import errno
import time
from collections.abc import Iterator
from pathlib import Path

import pelican
import pytest
from pelican.log import console
from pelican.settings import read_settings

from newsroom import press
from newsroom.press import site as sites
from newsroom.settings import SettingsError
from tests.press.conftest import Folder


@pytest.fixture(autouse=True)
def _there(site: Folder, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(site.path)
    monkeypatch.delenv("SITEURL", raising=False)
    # A plugin of one test's site must not be taken from another's
    with monkeypatch.context() as patch:
        patch.delitem(__import__("sys").modules, "habits", raising=False)
        yield


def test_a_build_returns_its_account_and_prints_one_line(site: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    account = press.build()
    assert account == press.Account(found=2, stories=1, pages=1, drafts=0, held={}, refused=())
    out, err = capsys.readouterr()
    assert out.startswith("1 story, 1 page → output/ in ")
    assert out.count("\n") == 1
    assert err == ""
    assert not console.quiet


def test_a_quiet_build_prints_nothing(site: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    press.build(quiet=True)
    assert capsys.readouterr() == ("", "")


def test_refused_posts_are_an_error_that_lists_them(site: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("content/news/b.doc", "")
    site.write("content/news/a.doc", "")
    with pytest.raises(press.RefusedPosts) as refused:
        press.build()
    assert refused.value.exitcode == 3
    first, *lines = str(refused.value).splitlines()
    assert first == "2 of 4 posts refused; the site is in place without them:"
    assert [line.split(": ")[0] for line in lines] == ["  content/news/a.doc:1", "  content/news/b.doc:1"]
    assert capsys.readouterr().out.startswith("1 story, 1 page; refused: 2 → output/ in ")
    assert "one.html" in site.site()


def test_one_press_runs_many_times_as_pelicans_autoreload_does(site: Folder) -> None:
    machine = press.Press(read_settings("pelicanconf.py"))
    stated = machine.settings["OUTPUT_PATH"]
    for number in range(3):
        site.post(f"story-{number}", f"Story {number}")
        machine.run()
        assert (machine.output_path, machine.settings["OUTPUT_PATH"]) == (stated, stated)
        assert f"story-{number}.html" in site.site()
        assert machine.account is not None
        assert machine.account.stories == 2 + number


def test_pelicans_autoreload_waits_for_a_change_after_an_error_too(
    site: Folder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def end(*_: object) -> None:
        raise SystemExit("waits for a change")

    site.write("templates/article.html", "{{ 1 / 0 }}")
    monkeypatch.setattr(pelican, "wait_for_changes", end)
    monkeypatch.setattr(time, "monotonic", iter([0.0]).__next__)  # a second run would raise StopIteration
    with pytest.raises(SystemExit, match="waits for a change"):
        pelican.autoreload(pelican.parse_arguments(["content", "--autoreload"]))
    assert [record.getMessage() for record in caplog.records if record.levelname == "CRITICAL"] == [
        "PressError: templates/article.html:1: division by zero (while making one.html, of content/news/one.md)"
    ]


def test_what_was_held_back_in_one_run_is_forgotten_in_the_next(site: Folder) -> None:
    machine = press.Press(read_settings("pelicanconf.py"))
    machine.settings["POSTS_HELD"] = {"news/one.md": "withdrawn"}
    assert machine.print_edition().held == {}


def test_what_cannot_be_synced_never_takes_the_old_sites_place(site: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(folder))

    before = site.stands()
    site.post("two", "The second story")
    monkeypatch.setattr(sites, "_sync", fail)
    with pytest.raises(press.PressError, match=r"^No space left on device: \.output\.new; the old site stands"):
        press.build()
    assert site.site() == before


def test_a_stopped_run_leaves_the_press_able_to_run_again(site: Folder) -> None:
    site.write("templates/article.html", "{{ 1 / 0 }}")
    machine = press.Press(read_settings("pelicanconf.py"))
    with pytest.raises(press.PressError, match=r"templates/article\.html:1: division by zero"):
        machine.run()
    (site.path / "templates/article.html").unlink()
    machine.run()
    assert "one.html" in site.site()


def test_publishing_without_an_address_stops_before_anything_is_made(site: Folder) -> None:
    site.write(
        "publishconf.py", "import os\nfrom pelicanconf import *\nSITEURL, STRICT = os.environ.get('SITEURL', ''), True"
    )
    with pytest.raises(SettingsError, match=r"^SITEURL: is empty"):
        press.publish()
    assert not (site.path / "output").exists()


def test_publishing_with_an_address_makes_the_site(site: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write(
        "publishconf.py", (site.path / "pelicanconf.py").read_text() + "SITEURL, STRICT = 'https://example.org', True"
    )
    press.publish()
    assert "https://example.org/one.html" in site.site()["index.html"]


def test_an_address_with_a_slash_stops_though_pelican_would_mend_it(site: Folder) -> None:
    site.settings("SITEURL = 'https://example.org/'")
    with pytest.raises(SettingsError, match=r"^SITEURL: 'https://example\.org/' ends with a slash"):
        press.build()


def test_cleaning_removes_the_site_and_its_neighbours_and_nothing_else(site: Folder) -> None:
    sources = {path for path in site.path.rglob("*") if path.is_file()}
    press.build()
    site.write(".output.new/half.html", "left by a killed build")
    site.write(".mypy_cache/x", "")
    site.write("newsroom/__pycache__/x.pyc", "")
    site.write("__pycache__/tasks.pyc", "")
    removed = press.clean()
    assert {path.name for path in removed} == {"output", ".output.new", ".mypy_cache", "__pycache__"}
    assert {path for path in site.path.rglob("*") if path.is_file() and "__pycache__" not in path.parts} == sources
    assert press.clean() == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("THEME = 'nowhere'", "THEME: Could not find the theme .*nowhere"),
        ("PATH = 'nowhere'", "PATH: there is no folder nowhere; make it"),
        ("del OUTPUT_PATH", "OUTPUT_PATH: .* names no folder"),
    ],
)
def test_a_folder_that_is_not_there_is_named_by_its_setting(site: Folder, line: str, message: str) -> None:
    site.settings(line)
    with pytest.raises(SettingsError, match=message):
        press.build()


def test_the_account_must_add_up() -> None:
    with pytest.raises(ValueError, match="3 files were found"):
        press.Account(found=3, stories=1, pages=1, drafts=0, held={}, refused=())
