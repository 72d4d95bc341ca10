# SPDX-License-Identifier: MIT
"""What the desk makes of the invented pages of one newspaper: alone in folders of their own, together, and in one file.

`python -m benchmarks.one_paper_desk` prints, for each, how right the bodies of the posts are (F1 of their words), how
many lines were dropped as the source's, and the seconds of a first run and of one after a seed more.
"""

import json
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console

from benchmarks.one_paper import PAGES, rows_from
from benchmarks.scores import Row
from benchmarks.words import likeness
from newsroom import schema
from newsroom.desk import Room, convert_all

_LATER = 1  # pages that come after the first run


def main() -> None:
    """Print a line for each way to lay the pages down."""
    rows = list(rows_from(PAGES + _LATER))
    gold = {row["id"]: row["gold"]["body"] for row in rows}
    for name, lay in (("a folder each", _apart), ("one folder", _together), ("one file", _in_one)):
        with tempfile.TemporaryDirectory() as folder:
            room = Room(Path(folder) / "seeds", Path(folder) / "content", processes=1)
            lay(room.seeds, rows[:PAGES])
            first = _seconds(room)
            found = [_post_of(path, gold) for path in sorted(room.content.rglob("*.md"))]
            lay(room.seeds, rows)
            again = _seconds(room)
        right = sum(f1 for f1, _ in found) / len(rows[:PAGES])
        dropped = sum(count for _, count in found)
        print(
            f"{name:<14} {len(found):>4} posts  body F1 {right:.4f}  {dropped:>6} lines  {first:5.1f} s  {again:5.1f} s"
        )


def _seconds(room: Room) -> float:
    start = time.process_time()
    convert_all(room, Console(quiet=True))
    return time.process_time() - start


def _post_of(path: Path, gold: dict[str, str]) -> tuple[float, int]:
    """The F1 of a post's words, and how many lines it dropped as the source's."""
    post = schema.read(path.read_text("utf-8"))
    said = gold[Path((post.front.seed or "").replace("#", "/")).name.removesuffix(".txt")]
    return likeness(said, post.text.replace("\\", "")), sum(
        each.reason == "repeated-in-source" for each in post.front.labels
    )


def _apart(seeds: Path, rows: Iterable[Row]) -> None:
    for row in rows:
        _write(seeds / row["id"] / f"{row['id']}.txt", row["text"])


def _together(seeds: Path, rows: Iterable[Row]) -> None:
    for row in rows:
        _write(seeds / "lamp" / f"{row['id']}.txt", row["text"])


def _in_one(seeds: Path, rows: Iterable[Row]) -> None:
    lines = (json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows)
    _write(seeds / "lamp.jsonl", "".join(lines))


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.suffix == ".jsonl":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
