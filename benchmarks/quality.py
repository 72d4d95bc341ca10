# SPDX-License-Identifier: MIT
"""How right the converter is, and how fast, on rows of text whose gold is known.

A row: {id, text, variant, gold: {article, title, title_alts, authors, published, published_has_time,
published_days, modified, summary, paragraphs, body, visible: {title, day, minute, authors}}}.
"""

import gzip
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from benchmarks.scores import FIGURES, Row, body_of, figures_of
from benchmarks.words import harmonic
from newsroom.convert import NO_EVIDENCE, Evidence, Record, furniture_of, record

ALL = "all"
Known = Callable[[list[Row]], dict[str, Evidence]]


def nothing_of(_rows: Iterable[Row]) -> dict[str, Evidence]:
    """No evidence beside the text."""
    return {}


def main(path: Path, by: str = "", worst: int = 0, figures: Path | None = None, known: Known = nothing_of) -> None:
    """Print the figures of a file, by a key of its rows if one is named, and the worst of its rows."""
    rows = rows_from(path)
    records, per_second = records_of(rows, known(rows))
    found = measured(rows, records, by)
    found[ALL]["docs_per_second"] = per_second
    print(table_from(found, [*FIGURES, "docs_per_second"]))
    for body, row in worst_of(rows, records)[:worst]:
        print(f"{body:.3f} {row['id']} {row.get('variant', '')} {row.get('url', '')}")
    if figures:
        figures.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


def rows_from(path: Path) -> list[Row]:
    """The rows of a JSONL file, gzipped or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode()
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def evidence_of(rows: Iterable[Row]) -> dict[str, Evidence]:
    """What is known of each row by id: its `url`, and the lines that the texts of its `domain` repeat."""
    pages: defaultdict[str, dict[str, str]] = defaultdict(dict)  # a page may come in several dumps
    for row in rows:
        pages[row.get("domain") or ""].setdefault(row.get("url") or row["id"], row["text"])
    furniture = {domain: furniture_of(texts.values()) for domain, texts in pages.items() if domain}
    return {
        row["id"]: Evidence(row.get("url"), furniture=furniture.get(row.get("domain") or "", frozenset()))
        for row in rows
    }


def records_of(
    rows: Iterable[Row], known: Mapping[str, Evidence] = MappingProxyType({})
) -> tuple[dict[str, Record], float]:
    """The record of each row by id, and how many were made in a second of one core."""
    record("")  # what is loaded at the first call is not the converter's speed
    start = time.perf_counter()
    found = {row["id"]: record(row["text"], row["id"], known.get(row["id"], NO_EVIDENCE)) for row in rows}
    return found, len(found) / (time.perf_counter() - start)


def measured(rows: Iterable[Row], records: dict[str, Record], by: str = "") -> dict[str, dict[str, Any]]:
    """The figures of all rows, and of those with each value of a key; `n` is how many they are."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[ALL].append(row)
        if by:
            groups[str(row.get(by))].append(row)
    return {name: {"n": len(group), **figures_of(group, records)} for name, group in groups.items()}


def worst_of(rows: Iterable[Row], records: dict[str, Record]) -> list[tuple[float, Row]]:
    """The F1 of the body of every article, lowest first."""
    articles = (row for row in rows if row["gold"]["article"])
    found = [(harmonic(*body_of(row["gold"], records[row["id"]])), row) for row in articles]
    return sorted(found, key=lambda each: (each[0], str(each[1]["id"])))


def table_from(found: dict[str, dict[str, Any]], names: Iterable[str]) -> str:
    """A line a figure, a column a group."""
    lines = [("figure", [group[:14] for group in found])]
    lines += [(name, [_shown(figures.get(name)) for figures in found.values()]) for name in ("n", *names)]
    return "\n".join(f"{name:<24}" + "".join(f"{cell:>15}" for cell in cells) for name, cells in lines)


def _shown(figure: float | int | None) -> str:
    if figure is None:
        return "–"
    return f"{figure:,}" if isinstance(figure, int) else f"{figure:.4f}" if figure <= 1 else f"{figure:,.0f}"
