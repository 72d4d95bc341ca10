# SPDX-License-Identifier: MIT
"""How fast the paper is made beside stock Pelican and Hugo, in one run and by turns.

What else the machine does then falls on all alike; the figures are medians, and a ratio means more than
either of its sides. All write the same addresses, with pages as long as ours; else nothing is compared.
"""

import json
import os
import platform
import re
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.paper import story
from benchmarks.timed import Cost, cost_of
from benchmarks.tools import PUBLISH, Tool, tools
from newsroom.stop import Stop

ROUNDS = 3
_LEFT = ("output", ".output.new", ".output.last", ".output.memory")
KINDS = ("cold", "unchanged", "edit")
FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.15  # of the median bytes of each kind of page
_FORMS = {
    "story": r"\d{4}/\d\d/\d\d/[^/]+/index\.html",
    "day": r"\d{4}/\d\d/\d\d/index\.html",
    "month": r"\d{4}/\d\d/index\.html",
    "year": r"\d{4}/index\.html",
    "section": r"section/[^/]+/index\.html",
    "topic": r"topic/[^/]+/index\.html",
    "author": r"author/[^/]+/index\.html",
    "part": r"(?:section|topic|author)/[^/]+/\d{4}/\d\d/index\.html",
}
Row = dict[str, Any]


def main(sizes: list[int], figures: Path | None = None) -> None:
    """Measure papers of these sizes, print the figures, and write their rows as JSON if a file is named."""
    found, missing = tools()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load():.1f}; ", end="")
    print(", ".join(f"{tool.name} {tool.version}" for tool in found), *missing, sep="\n")
    rows = [row for size in sizes for row in measured(found, size)]
    if figures:
        figures.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    slower = list(above_floors(rows, json.loads(FLOORS.read_text("utf-8"))["speed"]))
    if slower:
        raise Stop("\n".join(["slower beside its peers than benchmarks/floors.json says:", *slower]))


def above_floors(rows: list[Row], floors: dict[str, dict[str, dict[str, float]]]) -> Iterator[str]:
    """Yield a line on each ratio of wall clock, ours to a peer, that is above what was pinned.

    `floors` has it by number of stories, kind and peer. A figure that was measured alone is compared with nothing.
    """
    walls = {(row["tool"], row["stories"], row["kind"]): row["wall_s"] for row in rows}
    for (tool, stories, kind), wall in walls.items():
        most, ours = floors.get(str(stories), {}).get(kind, {}).get(tool), walls.get(("ours", stories, kind))
        if most is not None and ours is not None and ours > most * wall:
            yield f"  {stories:,} stories, {kind}: {ours / wall:.2f} of {tool}, pinned at {most}"


def sizes_from(text: str) -> list[int]:
    """The numbers of stories in '100,1000'; raises Stop."""
    sizes = [int(each) if each.isascii() and each.isdigit() else 0 for each in text.split(",")]
    if not all(sizes):
        raise Stop(f"--stories: {text!r} is not made of numbers above 0 with commas between: 100,1000")
    return sizes


def measured(found: list[Tool], size: int) -> list[Row]:
    """The rows of papers of one size: {tool, stories, kind, wall_s, cpu_s, peak_mb}, and what they depend on."""
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folders = {tool.name: Path(temporary, tool.name) for tool in found}
        for tool in found:
            folders[tool.name].mkdir()
            tool.lay_out(folders[tool.name], size)
        costs: defaultdict[tuple[str, str], list[Cost]] = defaultdict(list)
        for turn in range(ROUNDS if size <= 10_000 else 1):
            for tool in found:
                if tool.name == PUBLISH and turn:  # once is enough: no ratio is taken of it
                    continue
                for kind in KINDS:
                    _prepare(tool, folders[tool.name], kind, size, turn)
                    costs[tool.name, kind].append(cost_of(tool.command, folders[tool.name], tool.environment))
        refuse_unequal({name: folder / "output" for name, folder in folders.items() if name != PUBLISH})
    rows = [_row(tool, size, kind, costs[tool.name, kind]) for kind in KINDS for tool in found]
    _print(rows, size)
    return rows


def _prepare(tool: Tool, folder: Path, kind: str, size: int, turn: int) -> None:
    """Bring a paper into the state from which a kind of build starts."""
    if kind == "cold":
        # Put aside, for ext4 looks longer for a place for new files while many were just removed
        aside = Path(tempfile.mkdtemp(dir=folder.parent))
        for leftover in (*_LEFT, "resources", "search", "related.tsv", "share"):
            if (folder / leftover).exists():
                (folder / leftover).rename(aside / leftover)
    if kind == "edit":
        post = tool.post(folder, story(size // 2, size))
        post.write_text(f"{post.read_text('utf-8')}\nOne sentence more, in turn {turn}.\n", "utf-8")


def _row(tool: Tool, size: int, kind: str, costs: list[Cost]) -> Row:
    medians = {key: round(statistics.median(asdict(cost)[key] for cost in costs), 3) for key in asdict(costs[0])}
    known = {"version": tool.version, "rounds": len(costs), "load": round(load(), 1), "cores": os.cpu_count()}
    return {"tool": tool.name, "stories": size, "kind": kind, **medians, **known}


def _print(rows: list[Row], size: int) -> None:
    print(f"\n{size:,} stories{'':<12}  wall s   CPU s  peak MB   ours/it: wall   CPU  memory")
    ours = {row["kind"]: row for row in rows if row["tool"] == "ours"}
    for row in rows:
        ratios = [ours[row["kind"]][key] / row[key] for key in ("wall_s", "cpu_s", "peak_mb")]
        figures = "{wall_s:8.2f}{cpu_s:8.2f}{peak_mb:9.0f}".format(**row)
        print(f"  {row['kind']:<10}{row['tool']:<12}{figures}" + "{:15.2f}{:6.2f}{:8.2f}".format(*ratios))


def refuse_unequal(outputs: dict[str, Path]) -> None:
    """Stop when a peer's addresses are not ours, or a kind of its pages is shorter or longer than ours."""
    ours = _sizes(outputs["ours"])
    for name, output in outputs.items():
        theirs = _sizes(output)
        if theirs.keys() != ours.keys():
            apart = sorted(theirs.keys() ^ ours.keys())
            raise Stop(f"{name}: {len(apart)} addresses are not those of ours, the first {apart[0]}")
        for kind, median in _medians(theirs).items():
            wanted = _medians(ours)[kind]
            if abs(median - wanted) > TOLERANCE * wanted:
                raise Stop(f"{name}: a page of the kind {kind} has {median:,.0f} bytes, ours {wanted:,.0f}")


def _sizes(output: Path) -> dict[str, int]:
    return {path.relative_to(output).as_posix(): path.stat().st_size for path in output.rglob("*.html")}


def _medians(sizes: dict[str, int]) -> dict[str, float]:
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for path, size in sizes.items():
        kind = next((kind for kind, form in _FORMS.items() if re.fullmatch(form, path)), path)
        kinds[kind].append(size)
    return {kind: statistics.median(found) for kind, found in kinds.items()}


def load() -> float:
    """How many processes want a core, as the system tells it."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
