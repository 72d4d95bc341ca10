# SPDX-License-Identifier: MIT
"""What `invoke check` runs: every check, one line each with its time, then what the failed ones said."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dev import links, tree

ROOT = Path(__file__).resolve().parents[1]
TOOLS = Path(sys.executable).parent
OUTPUT = ROOT / "output"


@dataclass(frozen=True, slots=True)
class Check:
    """A name, and what finds faults: one line each, or what a tool printed as it failed."""

    name: str
    faults: Callable[[], list[str]]


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found, and how long it took."""

    name: str
    faults: list[str]
    seconds: float


def command(name: str, *arguments: str) -> Check:
    """A check that is a tool of the environment: its output, where it does not exit with 0."""
    return Check(name, partial(output_of_failure, arguments))


def checks() -> list[Check]:
    """Every check, in the order in which they are printed."""
    folders = (ROOT / ".github/workflows", ROOT / "docs/examples")
    workflows = [str(path) for folder in folders for path in sorted(folder.glob("*.yml"))]
    return [
        command("style", "ruff", "check", "--quiet"),
        command("format", "ruff", "format", "--check", "--quiet"),
        command("types", "mypy"),
        command("templates", "djlint", "--lint", "--quiet", "theme", "newsroom/desk/report"),
        command("spelling", "typos", "--format", "brief"),
        command("workflows, safety", "zizmor", "--offline", "--no-progress", "--quiet", ".github", *workflows),
        command(
            "workflows, schema",
            "check-jsonschema",
            "--builtin-schema",
            "vendor.github-workflows",
            *workflows,
        ),
        command(
            "dependabot, schema",
            "check-jsonschema",
            "--builtin-schema",
            "vendor.dependabot",
            ".github/dependabot.yml",
        ),
        Check("licence lines", partial(tree.unlicensed, ROOT)),
        Check("addresses", partial(tree.addresses, ROOT)),
        Check("lock", partial(tree.unlocked, ROOT)),
        # A word for it, lest "ok" be read of links that nobody followed
        Check(
            "links in output/" if OUTPUT.is_dir() else "links: no output/",
            lambda: links.broken(OUTPUT, links.built_for(OUTPUT)),
        ),
    ]


def main(wanted: list[Check] | None = None) -> int:
    """Run them all, two at a time where there are two cores, and return 1 if any found a fault."""
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        results = []
        for result in workers.map(result_of, checks() if wanted is None else wanted):
            verdict = "ok" if not result.faults else "FAILED"
            print(f"{result.name:<20} {verdict:<7} {result.seconds:5.1f} s", flush=True)
            results.append(result)
    failed = [result for result in results if result.faults]
    for result in failed:
        print(f"\n--- {result.name}", *result.faults, sep="\n")
    return 1 if failed else 0


def result_of(check: Check) -> Result:
    """Run one check and time it."""
    start = time.perf_counter()
    faults = check.faults()
    return Result(check.name, faults, time.perf_counter() - start)


def output_of_failure(arguments: tuple[str, ...]) -> list[str]:
    """What the tool printed, or nothing if it was content. A tool that is not there is a fault."""
    tool = TOOLS / arguments[0]
    try:
        done = subprocess.run([tool, *arguments[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return [f"{arguments[0]} is not installed in the environment: python3 run.py check"]
    if done.returncode == 0:
        return []
    return (done.stdout + done.stderr).strip().splitlines() or [f"exit code {done.returncode}"]


if __name__ == "__main__":
    sys.exit(main())
