# SPDX-License-Identifier: MIT
"""The demonstration edition: invented stories, as many as are asked for, in a folder of their own.

It shows what the paper looks like with thousands of stories, and is never part of the real site.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from dev.demo.corpus import posts
from dev.demo.edges import edges, scripts
from dev.demo.engraving import write_engraving
from newsroom import press
from newsroom.schema import FrontMatter, PostFile, write

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "demo"
ENOUGH = 40  # stories from which on those in other scripts, and those that try a page's edges, are among them
CONF = '''"""The settings of the demonstration edition: the paper's own, but for its name and its folders."""

import sys

sys.path[:0] = [{root!r}]
from pelicanconf import *  # noqa: E402, F403

SITENAME = "The Sael Courier"
SITE_DESCRIPTION = "A demonstration: the islands, the people and all that happens to them are invented."
PATH, OUTPUT_PATH, THEME, SEED_PATH = {content!r}, {output!r}, {theme!r}, {seeds!r}
'''


def write_demo(folder: Path, stories: int) -> Path:
    """Write content and settings of the demonstration into `folder`, anew, and return the settings' file."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, post in _files(stories):
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write(post), encoding="utf-8")
    (folder / "seeds").mkdir(parents=True)
    write_engraving(folder / "content" / "images" / "sea-wall.jpg")
    settings = folder / "democonf.py"
    names = {name: str(folder / name) for name in ("content", "output", "seeds")}
    settings.write_text(CONF.format(root=str(ROOT), theme=str(ROOT / "theme"), **names), encoding="utf-8")
    return settings


def _files(stories: int) -> Iterator[tuple[str, PostFile]]:
    yield from posts(stories)
    if stories >= ENOUGH:
        yield from edges()
        yield from scripts()
    about = FrontMatter("About this demonstration", address="about/")
    yield "pages/about.md", PostFile(about, "Everything here is invented. No such islands, no such people.")


def build(stories: int, folder: Path = FOLDER) -> Path:
    """Write and build the demonstration, and return the folder of its site. Raises what a build raises."""
    press.build(str(write_demo(folder, stories)))
    return folder / "output"
