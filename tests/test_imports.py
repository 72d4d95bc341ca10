# SPDX-License-Identifier: MIT
"""Who may import whom: the rules of docs/architecture.md, one row a room."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
ROOT_FILES = ("pelicanconf.py", "publishconf.py", "tasks.py")
FILES = [*sorted((PROJECT / "newsroom").rglob("*.py")), *(PROJECT / name for name in ROOT_FILES)]

LEAVES = {
    "newsroom.schema": {"slugify", "yaml"},
    "newsroom.markup": {"markdown", "nh3"},
    "newsroom.seedtext": {"resiliparse"},
    "newsroom.manifest": set[str](),
    "newsroom.pagecost": set[str](),
    "newsroom.parts": set[str](),
    "newsroom.printed": set[str](),
    "newsroom.settings": set[str](),
    "newsroom.shards": set[str](),
    "newsroom.stop": set[str](),
    "newsroom.workers": set[str](),
}
# Besides itself, the standard library and the leaves, a room imports these; leaves import leaves alone. Every
# plugin is a room of its own.
ROOMS = LEAVES | {
    "newsroom": {"newsroom.press"},  # when Pelican asks for newsroom.Press
    "newsroom.__main__": {"newsroom.records"},
    "newsroom.convert": {"babel"},
    "newsroom.desk": {
        *("arro3", "backports", "compression", "fastwarc", "filelock"),
        *("jinja2", "newsroom.convert", "rich", "yaml"),
    },
    "newsroom.records": {"newsroom.convert", "rich"},
    "newsroom.pipeline": {"datatrove", "newsroom.convert", "newsroom.desk", "newsroom.records"},
    "newsroom.press": {"brotli", "filelock", "jinja2", "markupsafe", "pelican", "watchfiles"},
    "newsroom.plugins": {"PIL", "arro3", "babel", "fontTools", "jinja2", "lightningcss", "markupsafe", "pelican"},
    "newsroom.deploy": {"boto3"},
    "pelicanconf": {"jinja2"},
    "publishconf": {"pelicanconf"},
    "tasks": {"benchmarks", "dev", "invoke", "newsroom.deploy", "newsroom.desk", "newsroom.press"},
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PROJECT).as_posix())
def test_a_file_imports_only_what_its_room_may(file: Path) -> None:
    room = _room(".".join(file.relative_to(PROJECT).with_suffix("").parts))
    may = ROOMS["newsroom.plugins" if room.startswith("newsroom.plugins") else room] | LEAVES.keys() | {room}
    strangers = {f"line {line}: {name}" for line, name in _imports(file) if _room(name) not in may}
    assert not strangers


def _imports(file: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: say the whole name"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from ((node.lineno, name) for name in names if name.split(".")[0] not in sys.stdlib_module_names)


def _room(name: str) -> str:
    """Return 'newsroom.desk' of 'newsroom.desk.plan', 'newsroom.plugins.gate' of what is below it, else 'rich'."""
    first, *rest = name.removesuffix(".__init__").split(".")
    if first != "newsroom":
        return first
    return ".".join(["newsroom", *rest[: 2 if rest[:1] == ["plugins"] else 1]])
