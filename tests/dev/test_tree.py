# SPDX-License-Identifier: MIT
import subprocess
from pathlib import Path

import pytest

from dev import tree

PROJECT = Path(__file__).parents[2]
MIT, AGPL = (f"# SPDX-License-Identifier: {name}\n" for name in ("MIT", "AGPL-3.0-only"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    return tmp_path


def write(project: Path, name: str, text: str | bytes) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_every_file_of_python_begins_with_its_licence(project: Path) -> None:
    write(project, "a.py", MIT)
    write(project, "b.py", f"#!/usr/bin/env python3\n{MIT}")
    write(project, "newsroom/plugins/c.py", AGPL)
    assert tree.unlicensed(project) == []


def test_a_missing_or_a_wrong_licence_is_named(project: Path) -> None:
    write(project, "a.py", "x = 1\n")
    write(project, "newsroom/press/b.py", MIT)
    assert tree.unlicensed(project) == [
        "a.py:1: no line '# SPDX-License-Identifier: MIT'",
        "newsroom/press/b.py:1: no line '# SPDX-License-Identifier: AGPL-3.0-only'",
    ]


def test_what_git_ignores_is_not_looked_at(project: Path) -> None:
    write(project, ".gitignore", ".venv/\n")
    write(project, ".venv/a.py", "x = 1\n")
    assert tree.unlicensed(project) == []


@pytest.mark.parametrize(
    "text",
    [
        "open('/{}/someone/x')".format("home"),
        "ls /{}/.cache".format("root"),
        "C:\\{}\\someone".format("Users"),
        "files.{}.org/packages/x".format("python" + "hosted"),
        "https://registry.{}.org/x".format("npmjs"),
        "--{}-url https://mirror.example".format("index"),
    ],
)
def test_an_address_of_a_machine_or_a_registry_is_named_with_its_line(project: Path, text: str) -> None:
    write(project, "notes.md", f"fine\n{text}\n")
    assert [fault.split(": ")[0] for fault in tree.addresses(project)] == ["notes.md:2"]


def test_paths_of_the_project_texts_of_others_and_pictures_are_no_addresses(project: Path) -> None:
    write(project, "notes.md", "see docs/{}/x, ./home/x and https://paper.example/{}/x\n".format("work", "root"))
    write(project, "seeds/a.txt", "he opened /{}/someone/x\n".format("home"))
    write(project, "picture.png", b"\0/%s/x" % b"home")
    assert tree.addresses(project) == []


def test_a_dependency_that_the_lock_lacks_or_has_too_old_is_named(project: Path) -> None:
    toml = "[project]\ndependencies = ['Good_One>=2', 'old>=2']\n[dependency-groups]\ntest = ['gone']\n"
    write(project, "pyproject.toml", toml)
    write(project, "requirements.lock", "good-one==2.1 \\\n    --hash=sha256:00\nold==1.9\n")
    assert tree.unlocked(project) == [
        "requirements.lock: 1.9 does not fit 'old>=2'",
        "requirements.lock: None does not fit 'gone'",
    ]


def test_the_lock_of_this_project_fits_and_holds_no_address() -> None:
    assert tree.unlocked(PROJECT) == []
    for name in ("requirements.lock", "dev/uv.txt"):
        assert "://" not in (PROJECT / name).read_text()
