# SPDX-License-Identifier: MIT
"""What must hold for every file of the project: its licence line, no address of a machine, a true lock."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

AGPL_FOLDERS = ("newsroom/press/", "newsroom/plugins/")  # these subclass and extend Pelican
OTHERS_TEXTS = ("seeds/", "content/news/", "tests/convert/cases/")
ADDRESSES = re.compile(
    r"(?<![\w./])/(?:(?:work|home|Users)/\w|root/\.)"  # a folder of the machine on which it was written
    r"|\b[A-Z]:\\Users\\"
    r"|\b(?:p[y]pi|python[h]osted|npm[j]s)\.(?:org|com)\b"  # a registry: each machine has its own
    r"|--(?:index-url|extra-index-url|find-links|trusted-host)\b"
)


def files(root: Path) -> Iterator[tuple[str, str]]:
    """The path and the text of each file that git keeps or would keep; pictures and fonts left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    for name in sorted(set(names.split("\0")) - {""}):
        path = root / name
        data = path.read_bytes() if path.is_file() else b"\0"  # deleted, or a picture
        if b"\0" not in data:
            yield name, data.decode("utf-8", "replace")


def unlicensed(root: Path) -> list[str]:
    """One line for each file of Python that does not begin with its SPDX line."""
    found = []
    for name, text in files(root):
        licence = "AGPL-3.0-only" if name.startswith(AGPL_FOLDERS) else "MIT"
        line = f"# SPDX-License-Identifier: {licence}"
        if name.endswith(".py") and line not in text.splitlines()[:2]:
            found.append(f"{name}:1: no line {line!r}")
    return found


def addresses(root: Path) -> list[str]:
    """One line for each address of a registry or folder of a machine in a file of ours."""
    return [
        f"{name}:{number}: {match[0]!r}"
        for name, text in files(root)
        if not name.startswith(OTHERS_TEXTS)
        for number, line in enumerate(text.splitlines(), 1)
        if (match := ADDRESSES.search(line))
    ]


def unlocked(root: Path) -> list[str]:
    """One line for each dependency of pyproject.toml whose locked version is missing or does not fit."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    lock = (root / "requirements.lock").read_text("utf-8")
    pins = {canonicalize_name(name): pin for name, pin in re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.MULTILINE)}
    lists = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    return [
        f"requirements.lock: {pins.get(canonicalize_name(need.name))} does not fit {str(need)!r}"
        for need in map(Requirement, chain.from_iterable(lists))
        if not need.specifier.contains(pins.get(canonicalize_name(need.name), "0"), prereleases=True)
        or canonicalize_name(need.name) not in pins
    ]
