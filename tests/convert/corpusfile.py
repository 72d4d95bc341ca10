# SPDX-License-Identifier: MIT
"""Our own corpus: case files of a text and its gold, read as rows of the form that benchmarks/quality.py takes.

A case file: what it shows in a sentence; `key: value` lines; `=== text` and the dump; `=== gold` and the
facts, those that the dump does not print in brackets; `=== paragraphs`, one a line. tests/convert/corpus/README.md
tells more. `python -m tests.convert.corpusfile` prints the rows as JSONL.
"""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "corpus"
TEXT, GOLD, PARAGRAPHS = "=== text\n", "=== gold\n", "=== paragraphs\n"
LISTS = ("authors", "also", "summary", "noise")


def rows() -> list[dict[str, Any]]:
    """Every case, by name."""
    return [row_from(path) for path in sorted((FOLDER / "cases").glob("*.txt"))]


def row_from(path: Path) -> dict[str, Any]:
    """The row of one case file."""
    with path.open(encoding="utf-8", newline="") as file:
        head, _, rest = file.read().partition(TEXT)
    text, _, rest = rest.partition(GOLD)
    facts, _, paragraphs = rest.partition(PARAGRAPHS)
    says, *about = head.splitlines()
    stated = _facts(about)
    return {
        "id": path.stem,
        "says": says,
        "lang": stated["lang"],
        "variant": stated["variant"],
        "noise": [each for each in stated.get("noise", "").split(", ") if each],
        "text": text.removesuffix("\n"),
        "gold": _gold(_facts(facts.splitlines()), paragraphs.splitlines()),
    }


def _facts(lines: list[str]) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in lines if ": " in line)


def _gold(facts: dict[str, str], paragraphs: list[str]) -> dict[str, Any]:
    """The gold, and as `visible` what is printed: a fact in brackets is true, and is not printed."""
    if facts.get("article") == "no":
        return {"article": False, "reason": facts["reason"]}
    said = {key: value.strip("[]") for key, value in facts.items()}
    printed = {key for key, value in facts.items() if not value.startswith("[")}
    published = said.get("published")
    timed = bool(published and "T" in published)
    return {
        "article": True,
        "title": said["title"],
        "title_alts": said["also"].split(" | ") if "also" in said else [],
        "authors": said["authors"].split(" | ") if "authors" in said else None,
        "published": published,
        "published_has_time": timed,
        "published_days": [published[:10]] if published else [],
        "modified": said.get("modified") if "modified" in printed else None,
        "section": said.get("section"),
        "topics": said["tags"].split(" | ") if "tags" in said else [],
        "summary": said["summary"].split(" | ") if "summary" in said else [],
        "paragraphs": paragraphs,
        "body": "\n".join(paragraphs),
        "visible": {
            "title": "title" in printed,
            "day": "full" if "published" in printed else None,
            "minute": "same" if timed and "published" in printed else None,
            "authors": "authors" in printed,
        },
    }


if __name__ == "__main__":
    for row in rows():
        print(json.dumps({"url": "", "page": row["id"], **row}, ensure_ascii=False))
