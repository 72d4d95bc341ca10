# SPDX-License-Identifier: MIT
"""A site that uses none of our plugins comes out of the press byte for byte as stock Pelican makes it."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SETTINGS = f"""
import sys
sys.path[:0] = [{str(PROJECT)!r}]
PATH, ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = "content", ["blog"], ["pages"], ["images"]
AUTHOR, SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "Alexis", "A blog", "https://example.org", "UTC", "en"
FEED_DOMAIN, FEED_ALL_ATOM = SITEURL, "all.atom.xml"
CATEGORY_FEED_ATOM, TAG_FEED_RSS = "{{slug}}.atom.xml", "{{slug}}.rss"
DEFAULT_PAGINATION = 7
YEAR_ARCHIVE_SAVE_AS = "posts/{{date:%Y}}/index.html"
MONTH_ARCHIVE_SAVE_AS = "posts/{{date:%Y}}/{{date:%m}}/index.html"
DAY_ARCHIVE_SAVE_AS = "posts/{{date:%Y}}/{{date:%m}}/{{date:%d}}/index.html"
LOCALE = ["C.UTF-8", "C"]
STRICT = False
"""
EXTRAS = {"relative": "RELATIVE_URLS = True", "absolute": "TEMPLATE_PAGES = {'robots.in': 'robots.txt'}"}


def blog(folder: Path) -> None:
    """Write 60 posts, some in another language, hidden or drafts, with links to one another; pages and a picture."""
    for number in range(60):
        status = {7: "draft", 8: "hidden"}.get(number % 20, "published")
        name = f"{number:02}" if number % 9 else f"{number:02}-fr"
        lines = [
            f"Title: Post {number - (not number % 9)}",
            f"Date: 2031-{number % 12 + 1:02}-{number % 28 + 1:02} 10:{number:02}",
            f"Slug: post-{number + (not number % 9)}",  # one in nine is the translation of the next
            f"Tags: even, tag {number % 5}" if number % 2 == 0 else f"Tags: tag {number % 7}",
            f"Authors: Ann Other; Body {number % 3}",
            f"Category: {'Misc' if number % 4 else 'Yeah'}",
            f"Status: {status}",
            *(["Lang: fr"] if not number % 9 else []),
            *(["Save_as: index-like.html"] if number == 11 else []),
        ]
        after = (number + 1) % 60
        link = f"[Another]({{filename}}{after:02}{'' if after % 9 else '-fr'}.md)"
        body = f"Some *text* of {number}.\n\n{link} ![dot]({{static}}/images/dot.svg)"
        _write(folder / f"content/blog/{name}.md", "\n".join(lines) + f"\n\n{body}\n")
    for name in ("about", "contact"):
        _write(folder / f"content/pages/{name}.md", f"Title: {name}\n\nA page.\n")
    _write(folder / "content/images/dot.svg", "<svg/>")
    _write(folder / "content/robots.in", "{{ SITENAME }}: {{ articles | length }}\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.mark.parametrize("theme", ["simple", "notmyidea"])
@pytest.mark.parametrize("extra", EXTRAS)
def test_the_press_writes_what_stock_pelican_writes(tmp_path: Path, theme: str, extra: str) -> None:
    blog(tmp_path)
    outputs = {}
    for name in ("pelican.Pelican", "newsroom.Press"):
        settings = f"{SETTINGS}\n{EXTRAS[extra]}\nTHEME, PELICAN_CLASS, OUTPUT_PATH = {theme!r}, {name!r}, {name!r}\n"
        _write(tmp_path / f"{name}.py", settings)
        command = [sys.executable, "-m", "pelican", "-s", f"{name}.py", "--quiet"]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        files = (path for path in (tmp_path / name).rglob("*") if path.is_file())
        outputs[name] = {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files}
    stock, ours = outputs.values()
    assert ours.keys() == stock.keys()
    assert [name for name in stock if ours[name] != stock[name]] == []
    assert len(stock) > 150
