# SPDX-License-Identifier: MIT
"""What single features cost on top of reading the posts: share pictures, related stories, search, downloads.

Each runs alone, in a process of its own, on one core, over the bench's invented paper; `read` and `html` are what the
others do as well, the latter search and downloads. `cold` begins with no cache, `unchanged` follows it, `edit` has one
more sentence in one story. No peer has these, so the rows stand beside one another.

`invoke bench --features --stories 1000,10000`; one alone: `python -m benchmarks.features share FOLDER`.
"""

import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from benchmarks import bench
from benchmarks.paper import ours, story, write_paper
from benchmarks.timed import cost_of
from newsroom import schema
from newsroom.markup import html_from
from newsroom.plugins.downloads.archive import write_archive
from newsroom.plugins.related.texts import alike
from newsroom.plugins.search import bundles_of, index_into, pages_of
from newsroom.plugins.share.made import card_for, look_of, make, place, words_of

KINDS = ("jsonl", "sqlite", "parquet", "epub-sections")
SETTINGS: dict[str, Any] = {
    "SITENAME": "The Daily Seed",
    "SITEURL": "https://paper.example",
    "DEFAULT_LANG": "en",
    "JINJA_FILTERS": {},
    "DOWNLOADS": KINDS,
}


class Article:
    """What the plugins ask of a story, of which the text is read when it is asked for."""

    def __init__(self, path: Path) -> None:
        """Read the post's facts."""
        data = path.read_bytes()
        self.post = schema.read(data.decode()).front
        self.url = schema.address_for(self.post, kind="story")
        self.source_path, self.save_as = str(path), f"{self.url}index.html"
        self.made_of = hashlib.blake2b(data).hexdigest()
        self.category = SimpleNamespace(slug=schema.slug_from(self.post.category or "none"))

    @property
    def content(self) -> str:
        """The HTML, made each time."""
        return html_from(schema.read(Path(self.source_path).read_text("utf-8")).text, resolve=lambda target, _: target)


def articles_in(folder: Path) -> list[Article]:
    """The stories of a paper, the newest first."""
    found = [Article(path) for path in sorted((folder / "content/news").rglob("*.md"))]
    return sorted(found, key=lambda each: str(each.post.date), reverse=True)


def _html(articles: Sequence[Article], _folder: Path) -> None:
    for article in articles:
        assert article.content


def _share(articles: Sequence[Article], folder: Path) -> None:
    look, cache = look_of(()), folder / "cache"
    words = [(words_of(article, SETTINGS, ()), folder / "site" / card_for(article).path) for article in articles]
    make([each for each, _ in words], look, cache, 1)
    place(words, look, cache)


def _related(articles: Sequence[Article], folder: Path) -> None:
    alike(articles, len(articles), 4, folder / "content", folder / "cache" / "related.tsv")


def _search(articles: Sequence[Article], folder: Path) -> None:
    bundles = bundles_of(articles, "en").items()
    index_into((pages_of(*each) for each in bundles), folder / "site", folder / "cache")


def _downloads(articles: Sequence[Article], folder: Path) -> None:
    for download in write_archive(articles, folder / "site", SETTINGS):
        print(download.path, download.size)


FEATURES: dict[str, Callable[[Sequence[Article], Path], object]] = {
    "read": lambda _articles, _folder: None,
    "html": _html,
    "share": _share,
    "related": _related,
    "search": _search,
    "downloads": _downloads,
}


def main(sizes: list[int], figures: Path | None, names: Sequence[str] = tuple(FEATURES)) -> None:
    """Measure the features on papers of these sizes, print a row each, and write them as JSON if a file is named."""
    rows = [row for size in sizes for row in measured(size, names)]
    if figures:
        figures.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


def measured(size: int, names: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of one size: {tool, stories, kind, wall_s, cpu_s, peak_mb, load, files_mb}."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        write_paper(size, ours, lambda each: folder / "content/news" / f"{each.date:%Y/%m}" / f"{each.slug}.md")
        print(f"\n{size:,} stories{'':<12}  wall s   CPU s  peak MB  files MB")
        for name in names:
            for kind in bench.KINDS if name != "read" else ("cold",):
                _prepare(folder, kind, size)
                row = _row(folder, name, size, kind)
                rows.append(row)
                figures = "{wall_s:8.2f}{cpu_s:8.2f}{peak_mb:9.0f}{files_mb:10.1f}".format(**row)
                print(f"  {kind:<10}{name:<12}{figures}", flush=True)
    return rows


def _prepare(folder: Path, kind: str, size: int) -> None:
    shutil.rmtree(folder / "site", ignore_errors=True)
    if kind == "cold":
        shutil.rmtree(folder / "cache", ignore_errors=True)
        (folder / "content/words.tsv").unlink(missing_ok=True)
    (folder / "cache").mkdir(exist_ok=True)
    if kind == "edit":
        each = story(size // 2, size)
        post = folder / "content/news" / f"{each.date:%Y/%m}" / f"{each.slug}.md"
        post.write_text(f"{post.read_text('utf-8')}\nOne sentence more.\n", "utf-8")


def _row(folder: Path, name: str, size: int, kind: str) -> dict[str, Any]:
    here = Path(__file__).resolve().parents[1]
    cost = cost_of([sys.executable, "-m", "benchmarks.features", name, str(folder)], folder, {"PYTHONPATH": str(here)})
    files = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
    known = {"load": round(bench.load(), 1), "files_mb": round(files / 1e6, 3)}
    return {"tool": name, "stories": size, "kind": kind, **asdict(cost), **known}


if __name__ == "__main__":
    FEATURES[sys.argv[1]](articles_in(Path(sys.argv[2])), Path(sys.argv[2]))
