# SPDX-License-Identifier: MIT
"""The converter's speed on one core, and a full build beside stock Pelican's of the same stories.

Both builds run in this one go, by turns, so that what else the machine does falls on both; the figures
are medians, and their ratio means more than either.
"""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.corpus import seed
from newsroom import convert, desk, schema
from newsroom.stop import Stop

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 3
PACKAGES = ("pelican", "markdown", "jinja2", "nh3")


def main(sizes: list[int], figures: Path | None = None) -> None:
    """Measure papers of these sizes, print the figures, and write them as JSON if a file is named."""
    machine = machine_now()
    print(", ".join(f"{key} {value}" for key, value in machine.items()))
    measured = [measure(size) for size in sizes]
    if figures:
        figures.write_text(json.dumps({"machine": machine, "papers": measured}, indent=2) + "\n", "utf-8")


def sizes_from(text: str) -> list[int]:
    """The numbers of stories in '100,1000'; raises Stop."""
    sizes = [int(each) if each.isascii() and each.isdigit() else 0 for each in text.split(",")]
    if not all(sizes):
        raise Stop(f"--stories: {text!r} is not made of numbers above 0 with commas between: 100,1000")
    return sizes


def machine_now() -> dict[str, Any]:
    """What the figures depend on: cores, load, versions."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    versions = {name: version(name) for name in PACKAGES}
    return {"python": platform.python_version(), "cores": os.cpu_count(), "load": load, **versions}


def measure(size: int) -> dict[str, Any]:
    """The figures of one paper; times in seconds of wall clock, memory in MB at its peak."""
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        figures: dict[str, Any] = {"stories": size, "converted_per_second": converted_per_second(size)}
        print(f"\n{size} stories: converter {figures['converted_per_second']:,.0f} documents/s on one core")
        write_content(folder, size)
        figures |= builds(folder, size)
    for name in ("ours", "stock"):
        print("  {:<6}{seconds:8.2f} s {memory_mb:6.0f} MB {pages:7} pages".format(name, **figures[name]))
    figures["stock_over_ours"] = figures["stock"]["seconds"] / figures["ours"]["seconds"]
    print(f"  stock / ours: {figures['stock_over_ours']:.2f}")
    return figures


def converted_per_second(size: int) -> float:
    """Seeds that the converter turns into posts in a second, disk and hashing left out."""
    seeds = [convert.Seed.from_bytes(f"{number}.txt", seed(number).encode()) for number in range(size)]
    start = time.perf_counter()
    posts = [convert.convert(each) for each in seeds]
    seconds = time.perf_counter() - start
    refused = [post for post in posts if isinstance(post, convert.Refusal)]
    if refused:
        raise SystemExit(f"the converter refused {len(refused)} seeds, the first for: {refused[0]}")
    return size / seconds


def write_content(folder: Path, size: int) -> None:
    """Write seeds and posts for us, and the same stories reduced to what stock Pelican reads."""
    (folder / "seeds").mkdir()
    for number in range(size):
        (folder / "seeds" / f"{number:06}.txt").write_text(seed(number), "utf-8")
    desk.convert_all(folder / "seeds", folder / "content", desk.console_from(quiet=True))
    (folder / "content" / "pages").mkdir()
    (folder / "stock").mkdir()
    posts = sorted((folder / "content" / "news").rglob("*.md"))
    for number, path in enumerate(posts):
        post = schema.read(path.read_text("utf-8"))
        slug = (post.front.address or "").strip("/").rpartition("/")[2]
        head = f"Title: {post.front.title}\nDate: {post.front.date}\nSlug: {slug}\n\n"
        (folder / "stock" / f"{number:06}.md").write_text(head + post.text, "utf-8")


def builds(folder: Path, size: int) -> dict[str, Any]:
    """Both builds by turns, each from nothing."""
    ours = ["content", "-s", str(ROOT / "pelicanconf.py"), "-e", f"SEED_PATH={json.dumps(str(folder / 'seeds'))}"]
    stock = ["stock", "-s", str(ROOT / "benchmarks" / "stock.py")]
    runs: dict[str, list[dict[str, Any]]] = {"ours": [], "stock": []}
    for _ in range(ROUNDS):
        for name, arguments in (("ours", ours), ("stock", stock)):
            runs[name].append(build(folder, arguments, folder / f"{name}-output", size))
    return {name: {key: statistics.median(run[key] for run in done) for key in done[0]} for name, done in runs.items()}


def build(folder: Path, arguments: list[str], output: Path, size: int) -> dict[str, Any]:
    """One build with Pelican's own command; stops unless every story has its page."""
    shutil.rmtree(output, ignore_errors=True)
    command = [sys.executable, "-m", "pelican", *arguments, "-o", str(output)]
    seconds, memory_mb = timed(command, folder)
    pages = sum(1 for _ in output.rglob("*.html"))
    stories = sum(1 for path in output.glob("*/*/*/*/index.html") if path.parts[-5].isdigit())
    if stories != size:
        raise SystemExit(f"{' '.join(command)}: {stories} story pages for {size} stories")
    return {"seconds": seconds, "memory_mb": memory_mb, "pages": pages}


def timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Wall seconds and peak memory in MB of a command, which must succeed. Memory is 0 on Windows."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    code, memory_mb = waited(process)
    seconds = time.perf_counter() - start
    if code:
        raise SystemExit(f"{' '.join(command)}: exit code {code}")
    return seconds, memory_mb


def waited(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """The exit code and the peak memory of a process; of its children only what each alone took."""
    wait4: Callable[[int, int], tuple[int, int, Any]] | None = getattr(os, "wait4", None)
    if wait4 is None:
        return process.wait(), 0.0
    _, status, usage = wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KB
    return process.returncode, usage.ru_maxrss * unit / 1e6
