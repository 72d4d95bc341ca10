# SPDX-License-Identifier: MIT
"""The edition before the last, brought up to date: what it shares with the live one is never written to."""

import os
from pathlib import Path

import pytest

from newsroom.press.tree import Tree, file_stamp, stamp_in_place


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o644)
    return folder


def said(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text() if path.is_file() else "/" for path in folder.rglob("*")
    }


@pytest.fixture
def last(tmp_path: Path) -> Path:
    return write(tmp_path / "last", same="as ever", changed="old", gone="x", far__away__gone="x", kept="a page")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return write(tmp_path / "made", same="as ever", changed="new", new__folder__file="new")


def test_it_has_what_was_made_and_what_is_kept_and_nothing_else(last: Path, made: Path) -> None:
    Tree(last).bring_up_to_date(made, ["kept"])
    files = {"same": "as ever", "changed": "new", "new/folder/file": "new", "kept": "a page"}
    assert said(last) == files | {"new": "/", "new/folder": "/"}


def test_a_file_that_the_live_edition_has_too_is_not_written_to(last: Path, made: Path, tmp_path: Path) -> None:
    os.link(last / "changed", tmp_path / "live")
    Tree(last).bring_up_to_date(made, [])
    assert (tmp_path / "live").read_text() == "old"


def test_what_is_the_same_stays_the_same_file(last: Path, made: Path) -> None:
    before = file_stamp(last / "same")
    Tree(last).bring_up_to_date(made, [])
    assert file_stamp(last / "same") == before


def test_a_touched_mode_is_not_as_made(last: Path, made: Path) -> None:
    (last / "same").chmod(0o600)
    assert stamp_in_place(last / "same") == ""
    tree = Tree(last)
    assert tree.stamps["same"] == ""
    tree.bring_up_to_date(made, [])
    assert (last / "same").stat().st_mode & 0o777 == 0o644


def test_a_link_is_replaced_and_what_it_leads_to_is_left(last: Path, made: Path, tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", same="as ever") / "same"
    (last / "same").unlink()
    (last / "same").symlink_to(elsewhere)
    Tree(last).bring_up_to_date(made, [])
    assert not (last / "same").is_symlink()
    assert elsewhere.read_text() == "as ever"


def test_a_folder_becomes_a_file_and_a_file_a_folder(tmp_path: Path) -> None:
    last = write(tmp_path / "last", one__inside="x", two="x")
    made = write(tmp_path / "made", one="a file", two__inside="a file")
    Tree(last).bring_up_to_date(made, [])
    assert said(last) == {"one": "a file", "two": "/", "two/inside": "a file"}


def test_a_file_of_another_tree_is_taken_over(last: Path, made: Path, tmp_path: Path) -> None:
    live = write(tmp_path / "live", some__page="live")
    tree = Tree(last)
    tree.take("some/page", live / "some/page", file_stamp(live / "some/page"))
    tree.bring_up_to_date(made, ["some/page"])
    assert file_stamp(last / "some/page") == file_stamp(live / "some/page")
