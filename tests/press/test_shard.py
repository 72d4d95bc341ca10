# SPDX-License-Identifier: MIT
"""A public site in three shards, with our theme and all plugins: joined, it is the site that one run makes."""

import contextlib
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import paper
from newsroom.press.errors import PressError
from newsroom.press.memory import _proof
from newsroom.press.shard import NOTE, joined
from newsroom.shards import Shard, shard_from

PROJECT = Path(__file__).parents[2]
STORIES = 60
SETTINGS = f"""
import sys
sys.path[:0] = [{str(PROJECT)!r}]
from publishconf import *
SITEURL, THEME = "https://ember.example/lamp", {str(PROJECT / "theme")!r}
PATH, OUTPUT_PATH, SEED_PATH = "content", "output", "seeds"
PICTURE_CACHE, SEARCH_CACHE, RELATED_CACHE = "", "cache/search", "cache/related.tsv"
SHARE_CACHE = "cache/share"
DOWNLOADS, NOW = ["jsonl", "epub-sections"], None
"""  # fmt: skip


def is_index(name: str) -> bool:
    return name.startswith("search/en-")


class Machine:
    """A folder with the paper, as each machine has its own clone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "seeds").mkdir(parents=True)
        (folder / "content/images").mkdir(parents=True)
        (folder / "site.py").write_text(SETTINGS, "utf-8")
        paper.write_paper(STORIES, paper.ours, lambda story: folder / f"content/news/{story.slug}.md")
        page = "---\ntitle: About\naddress: about/\n---\n\nWe.\n"
        (folder / "content/pages").mkdir()
        (folder / "content/pages/about.md").write_text(page, "utf-8")

    def does(self, call: str) -> subprocess.CompletedProcess[str]:
        code = (
            f"import sys; sys.path.insert(0, {str(PROJECT)!r}); from pathlib import Path; from newsroom import press\n"
        )
        code += "try: print(press." + call + ")\nexcept press.PressError as error: sys.exit(str(error))\n"
        command = [sys.executable, "-c", code]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)

    def tree(self) -> dict[str, bytes]:
        output = self.folder / "output"
        files = (path for path in output.rglob("*") if path.is_file())
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    machine = Machine(tmp_path_factory.mktemp("whole") / "paper")
    done = machine.does('publish("site.py")')
    assert done.returncode == 0, done.stderr
    return machine


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three shards, each made on a machine of its own, of a listing that another made."""
    home = tmp_path_factory.mktemp("shards")
    first = Machine(home / "first")
    done = first.does('list_posts(Path("listing"), "site.py")')
    assert done.returncode == 0, done.stderr
    assert not (first.folder / "output").exists()
    (home / "shards").mkdir()
    for number in (1, 2, 3):
        machine = Machine(home / f"machine-{number}")
        shutil.copytree(first.folder / "listing", machine.folder / "listing")
        done = machine.does(f'publish("site.py", SHARD="{number}/3", LISTING=str(Path("listing").resolve()))')
        assert done.returncode == 0, done.stderr
        shutil.copytree(machine.folder / "output", home / "shards" / str(number))
    return home / "shards"


@pytest.fixture
def joining(shards: Path, tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "joining")
    shutil.copytree(shards, machine.folder / "shards")
    return machine


def test_joined_shards_are_the_site_that_one_run_makes(whole: Machine, joining: Machine) -> None:
    sizes = [sum(1 for _ in (joining.folder / "shards" / str(number)).rglob("*")) for number in (1, 2, 3)]
    assert min(sizes) > max(sizes) / 4  # each has a fair share
    done = joining.does('join(Path("shards"), "site.py")')
    assert done.returncode == 0, done.stderr
    assert f"{STORIES} stories, 1 page" in done.stdout
    one, many = whole.tree(), joining.tree()
    # Pagefind makes no two indexes alike
    for tree in (one, many):
        assert "search/en-1/pagefind-entry.json" in tree
    assert {name: data for name, data in many.items() if not is_index(name)} == {
        name: data for name, data in one.items() if not is_index(name)
    }
    listed = json.loads((joining.folder / ".output.manifest").read_bytes())
    assert listed.keys() == many.keys()


def test_a_listing_is_believed_as_far_as_it_can_be_checked(shards: Path, tmp_path: Path) -> None:
    """What it holds is not read again, and is sanitized like anything that another machine wrote."""
    machine, listing = Machine(tmp_path / "paper"), tmp_path / "paper/listing"
    shutil.copytree(shards.parent / "first/listing", listing)
    html = "<p>From the listing.<script>alert(1)</script></p>"
    digest = hashlib.blake2b(html.encode(), digest_size=16).digest()
    with contextlib.closing(sqlite3.connect(listing / "posts")) as posts, posts:
        path, stamp, record = posts.execute("SELECT path, stamp, record FROM posts WHERE path LIKE 'news/%'").fetchone()
        posts.execute("INSERT INTO texts VALUES (?, ?)", (digest, html))
        changed = digest, _proof(path, stamp, record, digest), path
        posts.execute("UPDATE posts SET text = ?, proof = ? WHERE path = ?", changed)
    done = machine.does('publish("site.py", SHARD="1/1", LISTING=str(Path("listing").resolve()))')
    assert done.returncode == 0, done.stderr
    told = [
        data for name, data in machine.tree().items() if b"From the listing." in data and name.endswith("index.html")
    ]
    assert told
    assert not any(b"alert(1)" in data for data in machine.tree().values())


def test_a_missing_shard_is_named_and_the_old_site_stands(joining: Machine) -> None:
    (joining.folder / "output").mkdir()
    (joining.folder / "output/index.html").write_text("old", "utf-8")
    shutil.rmtree(joining.folder / "shards/2")
    done = joining.does('join(Path("shards"), "site.py")')
    assert done.returncode != 0
    assert "these shards make no site: 1/3, 3/3; missing: 2/3" in done.stderr
    assert joining.tree() == {"index.html": b"old"}


def test_shards_of_two_editions_are_not_joined(joining: Machine) -> None:
    note = joining.folder / "shards/2" / NOTE
    note.write_text(note.read_text("utf-8").replace('"edition": "', '"edition": "0'), "utf-8")
    with pytest.raises(PressError, match="of several editions"):
        joined([joining.folder / f"shards/{number}" for number in (1, 2, 3)], joining.folder / "tree")


def test_a_lost_page_and_a_file_of_two_shards_are_noticed(joining: Machine) -> None:
    folders = [joining.folder / f"shards/{number}" for number in (1, 2, 3)]
    saved = json.loads((folders[0] / NOTE).read_bytes())["saved"]
    page = next(each for each in saved if (folders[1] / each).is_file())
    (folders[2] / page).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folders[1] / page, folders[2] / page)
    with pytest.raises(PressError, match="is in another shard, too"):
        joined(folders, joining.folder / "twice")
    (folders[1] / page).unlink()
    (folders[2] / page).unlink()
    with pytest.raises(PressError, match="1 pages are in no shard"):
        joined(folders, joining.folder / "lost")


@pytest.mark.parametrize("note", ["{", '{"shard": "0/3", "edition": "x"}', '{"shard": "1/3", "edition": "x"}', "[]"])
def test_what_is_no_shard_is_named(tmp_path: Path, note: str) -> None:
    (tmp_path / NOTE).write_text(note, "utf-8")
    with pytest.raises(PressError, match="this is no shard"):
        joined([tmp_path], tmp_path / "tree")


@pytest.mark.parametrize("stated", ["4/3", "3", "1/0", "1/1001", "-1/3", "a/b", "1/3 "])
def test_a_shard_that_cannot_be_is_refused(stated: str) -> None:
    with pytest.raises(ValueError, match="3/16"):
        shard_from({"SHARD": stated})


def test_every_file_belongs_to_one_shard_and_files_of_a_folder_to_the_same() -> None:
    shards = [Shard(number, 3) for number in (1, 2, 3)]
    for name in ("index.html", "2031/03/09/mill/index.html", "search/en-1/index/x.pf_index", "theme/a.css"):
        assert sum(shard.has(name) for shard in shards) == 1
    for one, other in (("a/b/index.html", "a/b/index.md"), ("search/en-1/x", "search/en-1/index/y")):
        assert [shard.has(one) for shard in shards] == [shard.has(other) for shard in shards]
    assert not any(Shard(0, 3).has(f"{number}/index.html") for number in range(50))
