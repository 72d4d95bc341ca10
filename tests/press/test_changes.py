# SPDX-License-Identifier: MIT
"""After any edit, a build that keeps what it can leaves the very files of a build that keeps nothing."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import paper
from newsroom import press

PROJECT = Path(__file__).resolve().parents[2]
STORIES = int(os.environ.get("PRESS_STORIES", "60"))  # 1000 in the long checks
SETTINGS = f"""
import sys
sys.path[:0] = [{str(PROJECT)!r}]
from pelicanconf import *
PATH, SEED_PATH, THEME, PICTURE_CACHE = "content", "seeds", "theme", "pictures"
THEME_TEMPLATES_OVERRIDES = [THEME_FOLDER + "/components"]
SEARCH = False
FEED_LISTINGS = ["section"]
"""


class Paper:
    """A paper of STORIES stories in a folder, its press with a memory, and one without."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(PROJECT / "theme", folder / "theme")
        (folder / "seeds").mkdir()
        (folder / "content/images").mkdir(parents=True)
        shutil.copyfile(PROJECT / "pelicanconf.py", folder / "pelicanconf.py")
        settings = SETTINGS.replace("THEME_FOLDER", repr(str(folder / "theme")))
        (folder / "keeping.py").write_text(settings + "KEEP_UNCHANGED, OUTPUT_PATH = True, 'output'\n")
        (folder / "clean.py").write_text(settings + "KEEP_UNCHANGED, OUTPUT_PATH = False, 'clean'\n")
        paper.write_paper(STORIES, paper.ours, self.path_of)
        self.write("content/pages/about.md", "---\ntitle: About this paper\naddress: about/\n---\n\nAn island's.\n")

    def path_of(self, story: paper.Story) -> Path:
        return self.folder / f"content/news/{story.date:%Y/%m}/{story.slug}.md"

    def post(self, number: int) -> Path:
        return self.path_of(paper.story(number, STORIES))

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def replace(self, number: int, old: str, new: str) -> None:
        post = self.post(number)
        text = post.read_text()
        assert old in text
        post.write_text(text.replace(old, new, 1))

    def settings(self, line: str) -> None:
        for name in ("keeping.py", "clean.py"):
            with (self.folder / name).open("a") as file:
                file.write(f"{line}\n")

    def build(self) -> set[str]:
        """Build with the memory, and return the files that were made anew."""
        before = numbers(self.folder / "output")
        press.build("keeping.py", quiet=True)
        after = numbers(self.folder / "output")
        return {name for name in after if before.get(name) != after[name]}

    def assert_clean(self) -> None:
        """Compare with a build that remembers nothing."""
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        (self.folder / ".clean.memory").unlink(missing_ok=True)
        press.build("clean.py", quiet=True)
        ours, clean = tree(self.folder / "output"), tree(self.folder / "clean")
        assert ours.keys() == clean.keys()
        assert [name for name in ours if ours[name] != clean[name]] == []


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_mode, path.read_bytes()) for path in files}


def numbers(folder: Path) -> dict[str, tuple[int, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


@pytest.fixture
def daily(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paper:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SITEURL", "")
    return Paper(tmp_path)


def edit(*edits: tuple[int, str, str]) -> Callable[[Paper], None]:
    return lambda daily: [daily.replace(*each) for each in edits] and None


def add(daily: Paper) -> None:
    daily.write("content/news/new.md", "---\ntitle: A new one\ndate: 2031-06-01 10:00\ncategory: Games\n---\n\nNew.\n")


def link(daily: Paper) -> None:
    other = daily.post(39).relative_to(daily.folder / "content").as_posix()
    daily.post(37).write_text(f"{daily.post(37).read_text()}\n[See]({{filename}}/{other})\n")


def damage(daily: Paper) -> None:
    (daily.folder / ".output.memory").write_bytes(b"SQLite format 3\0" + b"x" * 5000)


def change_template(daily: Paper) -> None:
    file = daily.folder / "theme/components/footer/footer.html"
    file.write_text(file.read_text().replace("<footer ", '<footer data-new="1" '))


def change_style(daily: Paper) -> None:
    with (daily.folder / "theme/styles/print.css").open("a") as file:
        file.write("@layer utilities { .quite-new { color: inherit; } }\n")


def touch_output(daily: Paper) -> None:
    page = next(daily.folder.glob("output/2031/*/*/*/index.html"))
    page.write_text("Someone's")
    next(daily.folder.glob("output/2032/*/*/*/index.html")).unlink()


def touch_last(daily: Paper) -> None:
    """Do to the edition before the last what someone might, or a killed build."""
    last = daily.folder / ".output.last"
    pages = sorted(last.glob("20*/*/*/*/index.html"))
    pages[0].write_text("Someone's, and the live one's too")
    pages[1].unlink()
    pages[2].chmod(0o600)
    pages[3].unlink()
    pages[3].symlink_to(pages[4])
    (last / "strange/folder").mkdir(parents=True)
    (last / "strange/file.html").write_text("Strange")
    (last / "index.html").unlink()
    (last / "index.html").mkdir()


EDITS: dict[str, Callable[[Paper], None]] = {
    "nothing": lambda _: None,
    "a body": lambda daily: daily.post(7).write_text(daily.post(7).read_text() + "\nOne sentence more.\n"),
    "a title": edit((9, "title: ", "title: Now ")),
    "a date": edit((11, "date: 2031-", "date: 2032-")),
    "a section": edit((13, "category: ", "category: New ")),
    "a topic": edit((15, "tags:\n", "tags:\n  - Quite Another\n")),
    "an author": edit((17, "authors:\n", "authors:\n  - Mara Quill\n")),
    "a weight": edit((19, "---\n\n", "weight: 50\n---\n\n")),
    "the summary": edit((21, "summary: ", "summary: So, ")),
    "a story more": add,
    "a story less": lambda daily: daily.post(23).unlink(),
    "another file name": lambda daily: daily.post(25).rename(daily.post(25).with_name("renamed.md")) and None,
    "withdrawn": edit((27, "---\n\n", "status: withdrawn\n---\n\n")),
    "a draft": edit((29, "---\n\n", "status: draft\n---\n\n")),
    "no draft any more": edit((29, "status: draft\n", "")),
    "undated": edit((31, f"date: {paper.story(31, STORIES).date:%Y-%m-%d %H:%M}\n", "")),
    "a version of another": edit(
        (33, "---\n\n", f"version_of: {paper.story(35, STORIES).address}\n---\n\n"),
    ),
    "the page by hand": lambda daily: daily.write(
        "content/pages/about.md", "---\ntitle: About\naddress: about/\n---\n\nAn island's paper.\n"
    ),
    "a link to another story": link,
    "the address that a link leads to": edit((39, "-000039/\n", "-elsewhere/\n")),
    "a template": change_template,
    "a style": change_style,
    "a setting": lambda daily: daily.settings("SITENAME = 'The Other Seed'"),
    "the output": touch_output,
    "the edition before": touch_last,
    "no edition before": lambda daily: shutil.rmtree(daily.folder / ".output.last"),
    "no memory": lambda daily: (daily.folder / ".output.memory").unlink(),
    "a damaged memory": damage,
}  # fmt: skip


def test_every_edit_in_turn_leaves_the_files_of_a_clean_build(daily: Paper) -> None:
    daily.build()
    for name, change in EDITS.items():
        change(daily)
        daily.build()
        try:
            daily.assert_clean()
        except AssertionError as error:
            raise AssertionError(f"after {name}: {error}") from error


def test_a_build_of_nothing_new_makes_no_page(daily: Paper) -> None:
    daily.build()
    assert [name for name in daily.build() if name.endswith(".html")] == []


def test_an_edited_body_makes_its_pages_and_those_that_show_the_story(daily: Paper) -> None:
    daily.build()
    EDITS["a body"](daily)
    story = paper.story(7, STORIES)
    made = {name for name in daily.build() if name.endswith(".html")}
    pages = {f"{story.address}index.html", f"text/{story.address}index.html", f"{story.date:%Y/%m/%d}/index.html"}
    assert made > pages
    assert len(made) < 50


@pytest.mark.parametrize("number", [0, 1, 7])
def test_killed_while_the_edition_before_is_brought_up_to_date(daily: Paper, number: int) -> None:
    daily.build()
    EDITS["a body"](daily)
    daily.build()
    EDITS["a title"](daily)
    before = tree(daily.folder / "output")
    kill = (
        "import os; from newsroom import press; replace, done = os.replace, []\n"
        "def act(old, new):\n"
        f"    if '.output.last' in str(new): done.append(new); len(done) > {number} and os.kill(os.getpid(), 9)\n"
        "    replace(old, new)\n"
        "os.replace = act; press.build('keeping.py')"
    )
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    ran = subprocess.run([sys.executable, "-c", kill], cwd=daily.folder, env=environment, check=False)
    assert ran.returncode == -signal.SIGKILL
    assert tree(daily.folder / "output") == before
    daily.build()
    daily.assert_clean()


def test_a_build_that_was_killed_leaves_nothing_wrong_behind(daily: Paper) -> None:
    daily.build()
    EDITS["a title"](daily)
    daily.write("habits.py", "import os, signal\nfrom pelican import signals\ndef end(_): os.kill(os.getpid(), 9)\n"
                             "def register(): signals.finalized.connect(end)\n")  # fmt: skip
    settings = (daily.folder / "keeping.py").read_text()
    daily.write("keeping.py", settings + "import sys; sys.path[:0] = ['.']; PLUGINS = [*PLUGINS, 'habits']\n")
    command = [sys.executable, "-c", "from newsroom import press; press.build('keeping.py')"]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    assert subprocess.run(command, cwd=daily.folder, env=environment, check=False).returncode == -signal.SIGKILL
    daily.write("keeping.py", settings)
    daily.build()
    daily.assert_clean()


def test_a_page_that_came_out_as_before_is_not_made_a_third_time(daily: Paper) -> None:
    daily.build()
    daily.build()  # from now on there is an edition before
    daily.settings("SHOWN_NOWHERE = True")  # pages are made again, and say the same
    assert [name for name in daily.build() if name.endswith(".html")] == []
    made = json.loads(_making(daily))
    assert made == []


def _making(daily: Paper) -> str:
    """Build in a process that tells the names of the pages that it made."""
    told = (
        "import json; from newsroom.press.rendering import pages; write, names = pages._Pages._write, []\n"
        "pages._Pages._write = lambda self, job, text: (names.append(job.name), write(self, job, text))[1]\n"
        "from newsroom import press; press.build('keeping.py', quiet=True, WORKERS=1); print(json.dumps(names))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", told],
        cwd=daily.folder,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout
