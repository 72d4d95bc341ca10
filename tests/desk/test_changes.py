# SPDX-License-Identifier: MIT
"""The days on which a person changed a story's words, in a real repository."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from newsroom import schema
from newsroom.desk import Room, convert_all, write_changes
from newsroom.schema import FrontMatter, PostFile, Stamp
from newsroom.stop import Stop
from tests.desk.test_correct import PIER, POST, STORY

DAYS = [f"2031-03-{day:02}" for day in range(1, 29)]
OWN = Path("content/news/2031/own.md")
Commit = Callable[..., None]


def git(*arguments: str, day: str = DAYS[0]) -> str:
    """Run git as Mara Quill on a day, whatever this machine's settings are."""
    who = {"NAME": "Mara Quill", "EMAIL": "mara@lamp.example", "DATE": f"{day}T23:30:00 +0900"}
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in who.items()}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *arguments], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("seeds", "content/news/2031"):
        Path(name).mkdir(parents=True)
    Path("seeds/pier.txt").write_text(PIER, "utf-8")
    git("init", "-q", "-b", "main")


@pytest.fixture
def commit() -> Commit:
    """Return what commits all there is, each time a day later."""
    days = iter(DAYS)

    def committed(message: str = "x") -> None:
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", message, day=next(days))

    return committed


def convert() -> None:
    convert_all(Room(Path("seeds"), Path("content")), Console(quiet=True))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def days(path: Path = POST) -> str:
    return ", ".join(map(str, schema.read(path.read_text("utf-8")).front.changed))


def changed() -> list[Path]:
    return [path.relative_to("content") for path in write_changes(Path("content")).written]


def own(path: Path = OWN, status: str = "published", text: str = "The lamp is out.") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        schema.write(PostFile(FrontMatter("A lamp", Stamp.parse("2031-03-01"), status=status), text)), "utf-8"
    )


def test_a_persons_change_of_words_is_stated_with_its_day_and_nothing_else_changes(commit: Commit) -> None:
    convert()
    commit()
    edit(POST, "in the rain", "in the snow")
    commit()
    before = POST.read_text("utf-8")
    assert changed() == [POST.relative_to("content")]
    after = POST.read_text("utf-8").splitlines()
    assert [line for line in after if line not in before.splitlines()] == ["changed: 2031-03-02"]
    assert len(after) == len(before.splitlines()) + 1


def test_once_written_it_is_neither_an_edit_nor_a_change_and_a_second_run_does_nothing(commit: Commit) -> None:
    convert()
    commit()
    edit(POST, "in the rain", "in the snow")
    commit()
    first = schema.digest(schema.read(POST.read_text("utf-8")))
    changed()
    assert schema.digest(schema.read(POST.read_text("utf-8"))) == first
    commit()
    assert changed() == []
    edit(POST, "in the snow", "in the rain")  # back to what was generated
    commit()
    assert changed() == []
    assert not schema.is_edited(schema.read(POST.read_text("utf-8")))
    convert()
    assert days() == "2031-03-02"


def test_what_the_converter_changes_is_not_told(commit: Commit) -> None:
    convert()
    commit()
    Path("seeds/pier.txt").write_text(PIER.replace("in the rain", "in the snow"), "utf-8")
    convert()
    assert "in the snow" in POST.read_text("utf-8")
    commit()
    assert changed() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Pier opens to all\n", "title: Pier opens to all\ncategory: Harbour\n"),
        ("opened the pier", "opened *the* [pier](https://lamp.example/pier)"),
        ("in the rain, and", "in the rain – and"),
        ("title: Pier opens to all\n", "title: Pier opens to all\ncorrections:\n  - 2031-03-02 The rain was snow.\n"),
    ],
    ids=["a fact", "marks and a link", "a comma", "a correction"],
)
def test_facts_marks_links_and_corrections_are_no_words(commit: Commit, old: str, new: str) -> None:
    convert()
    commit()
    edit(POST, old, new)
    commit()
    assert schema.is_edited(schema.read(POST.read_text("utf-8")))
    assert changed() == []


@pytest.mark.parametrize("key", ["title", "summary", "dateline", "captions", "notes"])
def test_the_words_around_the_text_count(commit: Commit, key: str) -> None:
    convert()
    commit()
    post = schema.read(POST.read_text("utf-8"))
    value = ("Piles of larch.",) if key in {"captions", "notes"} else "Piles of larch"
    POST.write_text(schema.write(PostFile(replace(post.front, **{key: value}), post.text)), "utf-8")
    commit()
    assert changed() == [POST.relative_to("content")]


def test_a_story_of_ones_own_counts_from_its_publication(commit: Commit) -> None:
    own(status="draft", text="The lamp.")
    commit()
    own(status="draft", text="The lamp is lit.")
    commit()
    own(text="The lamp is out.")
    commit()
    assert changed() == []
    own(text="The lamp is mended.")
    commit()
    own(text="The lamp is stolen.")
    commit()
    assert changed() == [OWN.relative_to("content")]
    assert days(OWN) == "2031-03-04, 2031-03-05"


def test_a_story_that_moved_keeps_its_history(commit: Commit) -> None:
    own(text=STORY)
    commit()
    edit(OWN, "in the rain", "in the snow")
    commit()
    moved = Path("content/news/2032/elsewhere.md")
    moved.parent.mkdir()
    OWN.rename(moved)
    commit()
    assert changed() == [moved.relative_to("content")]
    assert days(moved) == "2031-03-02"


def test_days_that_a_person_stated_stay(commit: Commit) -> None:
    convert()
    commit()
    edit(POST, "in the rain", "in the snow")
    edit(POST, "title: Pier opens to all\n", "title: Pier opens to all\nchanged: 2029-12-31\n")
    commit()
    changed()
    assert days() == "2029-12-31, 2031-03-02"


def test_a_merge_is_one_step_on_its_own_day(commit: Commit) -> None:
    own()
    commit()
    git("checkout", "-q", "-b", "aside")
    own(text="The lamp is mended.")
    commit()
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "merged", "aside", day="2031-04-04")
    changed()
    assert days(OWN) == "2031-04-04"


def test_the_file_stays_as_a_person_wrote_it(commit: Commit) -> None:
    OWN.write_text('Title: "Lamp"\nDate: 2031-03-01\nTags: b, a\n\nOut.\n', "utf-8")
    commit()
    edit(OWN, "Out.", "Lit.")
    commit()
    changed()
    assert OWN.read_text("utf-8") == 'Title: "Lamp"\nDate: 2031-03-01\nchanged: 2031-03-02\nTags: b, a\n\nLit.\n'


def test_a_title_of_two_lines_does_not_come_apart(commit: Commit) -> None:
    OWN.write_text("---\ntitle: A lamp\n  on the quay\ntags: a\n---\n\nOut.\n", "utf-8")
    commit()
    edit(OWN, "Out.", "Lit.")
    commit()
    changed()
    post = schema.read(OWN.read_text("utf-8"))
    assert (post.front.title, str(post.front.changed[0]), post.text) == ("A lamp on the quay", "2031-03-02", "Lit.")


def test_a_post_that_cannot_be_read_is_named_and_the_rest_goes_on(commit: Commit) -> None:
    own()
    convert()
    commit()
    own(text="The lamp is mended.")
    edit(POST, "in the rain", "in the snow")
    commit()
    OWN.write_text("---\ntitel: A lamp\n---\n", "utf-8")
    found = write_changes(Path("content"))
    assert [path.relative_to("content") for path in found.written] == [POST.relative_to("content")]
    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"{OWN}: 2: unknown key 'titel'")


def test_a_name_of_any_letters_is_found(commit: Commit) -> None:
    path = OWN.with_name('ça "va" 船.md')
    own(path)
    commit()
    own(path, text="The lamp is mended.")
    commit()
    assert changed() == [path.relative_to("content")]


def test_without_history_it_stops_and_says_why(tmp_path: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Stop, match=r"^git cannot tell what was changed when: .*does not have any commits"):
        write_changes(Path("content"))
    own()
    commit()
    own(text="Lit.")
    commit()
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", "cut")
    with pytest.raises(Stop, match=r"^this is a shallow clone.*git fetch --unshallow$"):
        write_changes(Path("cut/content"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stop, match=r"^git is not installed"):
        write_changes(Path("content"))
