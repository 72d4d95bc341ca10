# SPDX-License-Identifier: MIT
"""What single features cost: each does its work, and has its rows."""

from pathlib import Path

from benchmarks import features
from benchmarks.paper import ours, write_paper


def test_each_feature_writes_what_it_is_for(tmp_path: Path) -> None:
    write_paper(25, ours, lambda each: tmp_path / "content/news" / f"{each.slug}.md")
    (tmp_path / "cache").mkdir()
    articles = features.articles_in(tmp_path)
    assert [str(each.post.date) for each in articles] == sorted(
        (str(each.post.date) for each in articles), reverse=True
    )
    for name in ("html", "share", "related", "downloads"):
        features.FEATURES[name](articles, tmp_path)
    site = {path.name for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert site >= {"share.png", "stories.jsonl.gz", "stories.sqlite", "stories.parquet", "SHA256SUMS"}
    assert len(list((tmp_path / "site").rglob("share.png"))) == 25
    assert (tmp_path / "cache/related.tsv").is_file()


def test_a_row_tells_time_memory_and_bytes() -> None:
    cold, unchanged, edit = features.measured(3, ["share"])
    assert [row["kind"] for row in (cold, unchanged, edit)] == ["cold", "unchanged", "edit"]
    assert cold["files_mb"] == unchanged["files_mb"] > 0
    assert all(row["stories"] == 3 and row["cpu_s"] > 0 and row["peak_mb"] > 0 for row in (cold, unchanged, edit))
