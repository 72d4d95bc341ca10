# SPDX-License-Identifier: MIT
"""What the documents promise is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_link_to_a_file_leads_to_one(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|[#{/])([^)#\s]+)|(?:src|srcset)=\"([^\"]+)\"", text)
    missing = [link for pair in links for link in pair if link and not (document.parent / link).exists()]
    assert missing == []


def test_every_task_that_the_readme_names_exists() -> None:
    listing = subprocess.run(
        [sys.executable, "-m", "invoke", "--list"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    promised = set(re.findall(r"(?:invoke|run\.py) ([a-z]+)", readme))
    promised |= {"rebuild", "regenerate", "reserve", "preview", "livereload"}
    assert promised >= {"build", "convert", "serve", "publish", "check", "test", "bench", "clean"}
    assert [task for task in sorted(promised) if not re.search(rf"\b{task}\b", listing)] == []


def test_the_tree_of_the_architecture_is_the_tree() -> None:
    text = (PROJECT / "docs/architecture.md").read_text(encoding="utf-8")
    tree = text.split("## The tree")[1].split("```")[1]
    room, missing = PROJECT, []
    for line in tree.strip("\n").splitlines():
        indent, name = re.match(r"( *)([^ ]*)", line).groups()  # type: ignore[union-attr]
        if not name or len(indent) > 2 or re.search(r"[A-Z*]{2,}|\*", name):
            continue  # a second line of a description, or a form of names
        if not indent:
            room = PROJECT / name if name.endswith("/") else PROJECT
        base = room if indent else PROJECT
        if not (base / name).exists():
            missing.append(name)
    assert missing == []
