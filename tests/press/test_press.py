# SPDX-License-Identifier: MIT
"""The press, by real small runs of Pelican's own command."""

import stat
import sys
from pathlib import Path

import pytest

from tests.press.conftest import Folder

AT_THE_END = """
import os, signal, subprocess, sys
from pelican import signals
def act(pelican):
    {}
def register():
    signals.finalized.connect(act)
"""


def test_a_first_build_makes_the_site_and_says_so_in_one_line(site: Folder) -> None:
    run = site.pelican()
    assert run.returncode == 0
    assert "1 story, 1 page → output/ in " in run.stdout
    assert {"index.html", "one.html", "pages/about.html"} <= site.site().keys()


def test_a_settings_file_named_from_elsewhere_builds_the_same_site(site: Folder, tmp_path: Path) -> None:
    site.pelican()
    before = site.site()
    elsewhere = Folder(tmp_path / "elsewhere")
    elsewhere.path.mkdir()
    command = [str(Path(sys.executable).with_name("pelican")), "-s", str(site.path / "pelicanconf.py")]
    assert elsewhere.run(command).returncode == 0
    assert site.site() == before


def test_a_page_whose_post_is_gone_is_gone(site: Folder) -> None:
    site.post("two", "The second story")
    site.pelican()
    (site.path / "content/news/two.md").unlink()
    site.pelican()
    assert "one.html" in site.site()
    assert "two.html" not in site.site()


def test_a_refused_post_is_named_with_its_reason_and_the_site_stands_without_it(site: Folder) -> None:
    site.post("broken", "No date", date="yesterday or so")
    site.write("content/news/letter.doc", "not a post")
    run = site.pelican()
    assert run.returncode == 3
    assert "2 of 4 posts refused; the site is in place without them:" in _flat(run.stderr)
    assert "content/news/letter.doc:1: not a post: only " in _flat(run.stderr)
    assert "content/news/broken.md: Could not process news/broken.md" in _flat(run.stderr)
    assert "Traceback" not in run.stderr
    assert "one.html" in site.site()


def test_quiet_tells_of_refused_posts_too(site: Folder) -> None:
    site.post("broken", "No date", date="yesterday or so")
    run = site.pelican("--quiet")
    assert run.returncode == 3
    assert "content/news/broken.md: Could not process" in _flat(run.stderr)


def test_a_strict_build_with_a_refused_post_leaves_the_old_site(site: Folder) -> None:
    before = site.stands()
    site.settings("STRICT = True; SITEURL = 'https://example.org'")
    site.post("two", "The second story")
    site.write("content/news/letter.doc", "not a post")
    run = site.pelican()
    assert run.returncode == 1
    assert "the site was left as it was" in _flat(run.stderr)
    assert site.site() == before


def test_a_post_held_back_is_counted_and_not_refused(site: Folder) -> None:
    site.post("soon", "A draft", status="draft")
    site.post("gone", "Withdrawn")
    site.settings("DRAFT_SAVE_AS = ''")
    site.plugin("""
from pelican import signals
def hold(generator, metadata):
    if metadata["title"] == "Withdrawn":
        metadata["status"] = "skip"
        generator.settings["POSTS_HELD"]["news/gone.md"] = "withdrawn"
def register():
    signals.article_generator_context.connect(hold)
""")
    run = site.pelican()
    assert run.returncode == 0
    assert "1 story, 1 page; held back: 1 draft, 1 withdrawn → output/" in run.stdout
    assert not {"gone.html", "drafts/soon.html"} & site.site().keys()


def test_a_post_that_a_plugin_drops_silently_is_refused_all_the_same(site: Folder) -> None:
    site.post("lost", "Lost")
    site.plugin("""
from pelican import signals
def drop(generator):
    generator.articles = [article for article in generator.articles if article.title != "Lost"]
def register():
    signals.article_generator_pretaxonomy.connect(drop)
""")
    run = site.pelican()
    assert run.returncode == 3
    assert "content/news/lost.md:1: it has no page, and nothing said why" in _flat(run.stderr)


def test_a_wrong_setting_stops_pelicans_own_command_too(site: Folder) -> None:
    site.settings("PLUGINS, CONTACT = ['newsroom.plugins.gate'], 'desk@example.org'")
    run = site.pelican()
    assert run.returncode == 1
    assert "SettingsError: CONTACT: 'desk@example.org' is neither " in run.stderr
    assert not (site.path / "output").exists()


def test_static_files_among_the_posts_are_no_posts(site: Folder) -> None:
    site.settings("ARTICLE_PATHS = ['']")
    site.write("content/images/dot.svg", "<svg/>")
    run = site.pelican()
    assert run.returncode == 0
    assert "1 story, 1 page → output/" in run.stdout
    assert site.site()["images/dot.svg"] == "<svg/>"


@pytest.mark.parametrize(
    ("act", "why"),
    [
        ("open(os.path.join(pelican.output_path, 'one.html'), 'w').close()", "news/one.md: its page one.html was not"),
        ("os.remove(os.path.join(pelican.output_path, 'one.html'))", "news/one.md: its page one.html was not written"),
        ("import logging; logging.getLogger('x').error('it hurts')", "errors were logged that are no post's refusal"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_faulty_edition_never_takes_the_old_ones_place(site: Folder, act: str, why: str) -> None:
    before = site.stands()
    site.post("two", "The second story")
    site.plugin(AT_THE_END.format(act))
    run = site.pelican()
    assert run.returncode == 1
    assert why in _flat(run.stderr)
    assert site.site() == before


@pytest.mark.parametrize(
    ("plugin", "why"),
    [
        ("import nowhere", "Cannot load plugin `habits` No module named 'nowhere'"),
        ("def register(): 1 / 0", "Cannot register plugin `habits`"),
    ],
)
def test_a_plugin_that_cannot_be_connected_stops_the_build(site: Folder, plugin: str, why: str) -> None:
    site.plugin(plugin)
    run = site.pelican()
    assert run.returncode == 1
    assert f"a plugin in PLUGINS could not be connected: {why}" in _flat(run.stderr)
    assert not (site.path / "output").exists()


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (
            "Hello,\n{{ nobody }}",
            "templates/article.html:2: 'nobody' is undefined (while making one.html, of content/news/one.md)",
        ),
        ("{% if %}", "templates/article.html:1: Expected an expression, got 'end of statement block'"),
        (
            "\n\n{{ 1 / 0 }}",
            "templates/article.html:3: division by zero (while making one.html, of content/news/one.md)",
        ),
    ],
)
def test_a_template_error_names_file_line_and_page_and_leaves_the_old_site(
    site: Folder, template: str, why: str
) -> None:
    before = site.stands()
    site.settings("import jinja2; JINJA_ENVIRONMENT = {'undefined': jinja2.StrictUndefined}")
    site.write("templates/article.html", template)
    run = site.pelican()
    assert run.returncode == 1
    assert why in _flat(run.stderr)
    assert "Traceback" not in run.stderr
    assert site.site() == before


def test_a_template_that_the_theme_lacks_is_named_and_never_taken_from_another_theme(site: Folder) -> None:
    site.theme()
    (site.path / "theme/templates/article.html").unlink()
    before = site.stands()
    run = site.pelican()
    assert run.returncode == 1
    assert "PressError: THEME: [templates] unable to load article[.html]" in _flat(run.stderr)
    site.write("templates/article.html", "\n{% include 'card/card.html' %}")
    run = site.pelican()
    assert (
        "templates/article.html:2: there is no template card/card.html (while making one.html, of content/news/one.md)"
        in _flat(run.stderr)
    )
    assert site.site() == before


def test_a_theme_needs_no_template_for_archives_that_nobody_asked_for(site: Folder) -> None:
    site.theme()
    assert site.pelican().returncode == 0
    assert site.site()["one.html"].startswith("The article: <p>Text.</p>")
    site.settings("YEAR_ARCHIVE_SAVE_AS = '{date:%Y}/index.html'")
    run = site.pelican()
    assert run.returncode == 1
    assert "PressError: THEME: [templates] unable to load archives[.html]" in _flat(run.stderr)


def test_equal_dates_come_in_the_same_order_whatever_the_hash_seed(site: Folder) -> None:
    site.settings("ARTICLE_TRANSLATION_ID = False")  # as in our settings: else Pelican sorts by slug first
    for number in range(8):
        site.post(f"story-{number}", f"Story {number}")
    indexes = set()
    for seed in "123":
        assert site.pelican(PYTHONHASHSEED=seed).returncode == 0
        indexes.add(site.site()["index.html"])
    assert len(indexes) == 1


def test_the_shells_umask_and_temporary_files_do_not_make_an_unreadable_site(site: Folder) -> None:
    site.plugin(
        AT_THE_END.format("import tempfile; os.rename(tempfile.mkstemp()[1], pelican.output_path + '/made.txt')")
    )
    pelican = str(Path(sys.executable).with_name("pelican"))
    wrapped = [sys.executable, "-c", f"import os; os.umask(0o077); os.execv({pelican!r}, ['pelican', 'content'])"]
    assert site.run(wrapped, TMPDIR=str(site.path)).returncode == 0
    output = site.path / "output"
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [output, *output.rglob("*")]}
    assert modes == {path: 0o755 if path.is_dir() else 0o644 for path in modes}
    assert output / "made.txt" in modes


def _flat(text: str) -> str:
    """Return the text as one line."""
    return " ".join(text.split())
