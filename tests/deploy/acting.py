# SPDX-License-Identifier: MIT
"""The workflow's job, acted out: its run steps in a fresh clone with a clean environment, its actions as they act."""

import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import yaml

import run as setup

PROJECT = Path(__file__).parents[2]
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_EXCLUDED = re.compile(r"(^|/)(\.git|\.github)(/|$)")  # by upload-pages-artifact, whatever it is told
_HIDDEN = re.compile(r"(^|/)\.[^/]")


def job(workflow: str, name: str) -> list[dict[str, Any]]:
    """The steps of a workflow's job."""
    text = (PROJECT / ".github/workflows" / workflow).read_text("utf-8")
    steps: list[dict[str, Any]] = yaml.safe_load(text)["jobs"][name]["steps"]
    return steps


def clone(into: Path) -> None:
    """A fresh clone of the project as it lies here: what is committed, and what is about to be."""
    subprocess.run(["git", "clone", "-q", str(PROJECT), str(into)], check=True)
    listing = ["git", "ls-files", "-z", "-m", "-o", "--exclude-standard"]
    changed = subprocess.run(listing, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, changed.split("\0")):
        if (PROJECT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, into / name)
        elif not (PROJECT / name).is_symlink():
            (into / name).unlink(missing_ok=True)
    _share_environment(into)


def _share_environment(into: Path) -> None:
    """Lend the clone this environment, as long as run.py would find nothing to do in it."""
    python = Path(os.path.realpath(setup.VENV_PYTHON))
    if setup.STAMP.is_file() and setup.STAMP.read_text("utf-8") == setup.wanted() and python.exists():
        (into / ".venv").symlink_to(setup.VENV)


def act(steps: list[dict[str, Any]], folder: Path, values: dict[str, str], home: Path, *, skip: str = "") -> Path:
    """Do the steps in the clone, and return the artifact. `values` are what the expressions of steps stand for.

    `skip` is a run step to leave out. Raises KeyError for an action or an expression that nobody acts.
    """
    artifact = home / "artifact.tar"
    for step in steps:
        if "run" in step:
            if step["run"] != skip:
                _run(step, folder, values, home)
        else:
            _ACTIONS[step["uses"].partition("@")[0]](step.get("with", {}), folder, artifact)
    return artifact


def _run(step: dict[str, Any], folder: Path, values: dict[str, str], home: Path) -> None:
    stated = {
        name: _EXPRESSION.sub(lambda found: values[found[1]], value) for name, value in step.get("env", {}).items()
    }
    assert not _EXPRESSION.search(step["run"]), "an expression in a command is a way in for whoever can set it"
    clean = {"PATH": os.environ["PATH"], "HOME": str(home), "CI": "true"}
    clean |= {"RUNNER_TEMP": str(home), "GITHUB_OUTPUT": str(home / "outputs")}  # where the runner keeps them
    command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, cwd=folder, env=clean | stated, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{step['run']}\n{done.stdout}{done.stderr}"


def _pack(options: dict[str, Any], folder: Path, artifact: Path) -> None:
    """As actions/upload-pages-artifact packs: links followed, hidden files only where it is told."""
    hidden = str(options.get("include-hidden-files", "false")).lower() == "true"
    with tarfile.open(artifact, "w", dereference=True) as tar:
        tar.add(folder / options["path"], ".", filter=lambda member: None if _left_out(member.name, hidden) else member)


def _left_out(name: str, hidden: bool) -> bool:
    return bool(_EXCLUDED.search(name.removeprefix("./"))) or (
        not hidden and bool(_HIDDEN.search(name.removeprefix("./")))
    )


def _nothing(*_arguments: object) -> None:
    """What is there before we begin, and a cache that is empty on the first day."""


_ACTIONS = {
    "actions/checkout": _nothing,
    "actions/configure-pages": _nothing,
    "actions/cache": _nothing,
    "actions/upload-pages-artifact": _pack,
}
