# SPDX-License-Identifier: MIT
"""A small real site in a temporary folder: stock Pelican's reader and its `simple` theme, run by the press."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]

SETTINGS = """
import sys
sys.path[:0] = [{project!r}, {site!r}]
PELICAN_CLASS = "newsroom.Press"
PATH, ARTICLE_PATHS, PAGE_PATHS, OUTPUT_PATH, THEME = "content", ["news"], ["pages"], "output", "simple"
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "The Test", "", "UTC", "en"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
THEME_TEMPLATES_OVERRIDES = [{site!r} + "/templates"]
SITE_DESCRIPTION = CONTACT = ""
INDEX, PUBLISH_SEEDS, SEED_PATH, NOW, TAG_AUTHORITY = True, True, "seeds", None, "a.example,2031"
AI_CRAWLERS, FEED_TEXT, FEED_LISTINGS = True, "full", []
SEARCH, SEARCH_CACHE, NEW_POSTS, ADDRESSES = False, ".newsroom/search", "published", "dated"
SHARE_PICTURES, SHARE_CACHE, SHARE_FONTS = False, ".newsroom/share", []
LIMITS = dict.fromkeys(("file_bytes", "record_bytes", "line_bytes", "nesting", "ratio", "records"), 1)
TEXT_EDITION, STORY_FORMS, DOWNLOADS, RELATED, RELATED_CACHE, PICTURE_CACHE = False, [], [], True, "", ""
SIZE_LIMIT, COMPRESS, PARTS, PART = 0, False, {{}}, ""
SHARD = LISTING = ""
STRICT = False
KEEP_UNCHANGED, WORKERS = False, None
PLUGINS = []
"""


@dataclass(frozen=True)
class Folder:
    """The folder of a site, and what a person does in it."""

    path: Path

    def write(self, name: str, text: str) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def post(self, name: str, title: str = "A story", body: str = "Text.", **keys: str) -> None:
        keys = {"title": title, "date": "2017-10-14", "slug": name} | keys
        head = "".join(f"{key}: {value}\n" for key, value in keys.items())
        self.write(f"content/news/{name}.md", f"{head}\n{body}\n")

    def settings(self, text: str) -> None:
        with (self.path / "pelicanconf.py").open("a", encoding="utf-8") as file:
            file.write(text + "\n")

    def theme(self) -> None:
        """Give the site a theme of its own, with all that the press asks of one."""
        for name in ("index", "article", "page", "author", "category", "tag"):
            self.write(f"theme/templates/{name}.html", f"The {name}: {{{{ article.content if article }}}}")
        self.write("theme/static/x.css", "")
        self.settings(f"THEME, DIRECT_TEMPLATES = {str(self.path / 'theme')!r}, ['index']")

    def plugin(self, text: str) -> None:
        """Connect a plugin made of this text."""
        self.write("habits.py", text)
        self.settings('PLUGINS = ["habits"]')

    def pelican(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run Pelican's own command here, as a person would."""
        command = [str(Path(sys.executable).with_name("pelican")), "content", "--log-handler", "plain", *arguments]
        return self.run(command, **environment)  # plain: Rich wraps its lines

    def run(self, command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if name != "SITEURL"}
        clean["PYTHONDONTWRITEBYTECODE"] = "1"  # a __pycache__ beside the settings would read as a change
        return subprocess.run(
            command, cwd=self.path, env=clean | environment, capture_output=True, text=True, check=False, timeout=120
        )

    def stands(self) -> dict[str, str]:
        """Put a site in place as an earlier build left it, and return it."""
        self.write("output/index.html", "The old site")
        return self.site()

    def site(self) -> dict[str, str]:
        """Return what visitors see: path -> content; and make sure that nothing else is lying about."""
        output = self.path / "output"
        left = {path.name for path in self.path.glob(".output*")} - {".output.lock", ".output.manifest"}
        assert not left, f"left behind: {left}"
        return {
            path.relative_to(output).as_posix(): path.read_text("utf-8")
            for path in sorted(output.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_is_heard() -> Iterator[None]:
    """A shell starts what it sends to the background deaf to Ctrl-C, and so would be every process of ours."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    """Return a site with one story and one page, not yet built."""
    folder = Folder(tmp_path / "site")
    folder.write("pelicanconf.py", SETTINGS.format(project=str(PROJECT), site=str(folder.path)))
    folder.post("one", "The first story")
    folder.write("content/pages/about.md", "title: About\n\nText.\n")
    return folder


@pytest.fixture
def build(site: Folder, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    """Return a build of the site in this process."""
    from newsroom import press

    monkeypatch.chdir(site.path)
    return lambda: press.build(str(site.path / "pelicanconf.py"))
