# SPDX-License-Identifier: MIT
"""The converter as steps of DataTrove: its readers, its local executor with several workers, what comes out joined."""

import gc
import gzip
import io
import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader, ParquetReader, WarcReader
from rich.console import Console
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newsroom import schema
from newsroom.convert import Source
from newsroom.desk import Kind, Room, collect_all, convert_all
from newsroom.pipeline import Findings, FindingsWriter, Records, RecordsWriter, seed_of
from newsroom.records import convert_rows, result_of, result_with_address
from newsroom.stop import Stop

QUIET = Console(quiet=True)
NOUNS = ["council", "harbour", "school", "ferry", "bridge", "market", "tower", "garden", "library", "mill"]
VERBS = ["opened", "closed", "painted", "counted", "moved", "asked", "praised", "mended", "measured", "lent"]
KINDS = ["old", "new", "narrow", "wet", "quiet", "green", "heavy", "wooden", "bright", "northern"]


def dump(number: int) -> str:
    """The dump of a story of its own for each number."""
    draw = random.Random(number)

    def thing() -> str:
        return f"{draw.choice(KINDS)} {draw.choice(NOUNS)}"

    told = [
        f"On Monday the {thing()} {draw.choice(VERBS)} the {thing()} of Port Ember, and {draw.choice(VERBS)} {thing()}s"
        f" which a {thing()} {draw.choice(VERBS)} for {draw.randint(3, 99)} {thing()}s; the {thing()} said so."
        for _ in range(10)
    ]
    head = f"The {thing()} {draw.choice(VERBS)} a {thing()}"
    return "\n\n".join([head, f"Published: {1 + number % 28} March 2030", *told]) + "\n"


def rows(numbers: Iterable[int]) -> list[dict[str, Any]]:
    return [{"id": f"r{each}", "text": dump(each), "url": f"https://ember.example/{each}"} for each in numbers]


def lines(stated: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in stated)


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files of rows, with a copy across two of them, an input without text, one without an id, and a refused one."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "seeds"
    (folder / "more").mkdir(parents=True)
    odd = [{"id": "empty", "text": ""}, {"text": dump(40)}, {"id": 7, "text": "Not found\n\n404"}]
    (folder / "a.jsonl").write_bytes(lines(rows(range(1, 6)) + odd))
    (folder / "b.jsonl").write_bytes(lines(rows([6, 2, 7])))
    (folder / "more/c.jsonl.gz").write_bytes(gzip.compress(lines(rows(range(8, 12))), mtime=0))
    return folder


def run(reader: Any, *steps: Any, tasks: int, logs: Path) -> Any:
    executor = LocalPipelineExecutor(
        [reader, *steps], tasks=tasks, workers=min(tasks, 3), logging_dir=str(logs / str(tasks)), start_method="spawn"
    )
    return executor.run()


def joined(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*.jsonl")))


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("with_address", [False, True])
def test_records_of_many_workers_are_those_of_one_command(seeds: Path, tmp_path: Path, with_address: bool) -> None:
    for tasks in (1, 3):
        steps = Records(with_address=with_address), RecordsWriter(str(tmp_path / f"records-{tasks}"))
        run(JsonlReader(str(seeds), adapter=seed_of), *steps, tasks=tasks, logs=tmp_path / "logs")
    assert tree(tmp_path / "records-1") == tree(tmp_path / "records-3")
    whole = [
        {"id": "", **json.loads(line)}
        for name in ("a", "b")
        for line in (seeds / f"{name}.jsonl").read_bytes().splitlines()
    ]
    (tmp_path / "whole.jsonl").write_bytes(lines(whole + rows(range(8, 12))))
    made = result_with_address if with_address else result_of
    assert not convert_rows(str(tmp_path / "whole.jsonl"), str(tmp_path / "out.jsonl"), made=made).bad
    assert joined(tmp_path / "records-3") == (tmp_path / "out.jsonl").read_bytes()


def test_posts_of_many_workers_are_those_of_the_desk(seeds: Path, tmp_path: Path) -> None:
    table = pyarrow.Table.from_pylist(rows([12, 3, 13]))
    pyarrow.parquet.write_table(table, seeds / "d.parquet")
    stats = [
        run(reader, Findings(), FindingsWriter(str(tmp_path / "found")), tasks=3, logs=tmp_path / name)
        for name, reader in (
            ("rows", JsonlReader(str(seeds), adapter=seed_of, glob_pattern="**/*.jsonl*")),
            ("columns", ParquetReader(str(seeds), adapter=seed_of, glob_pattern="*.parquet")),
        )
    ]
    counted = {key: value.total for each in stats for key, value in each.stats[1].stats.items()}
    assert counted["made"] == 3  # of the Parquet file
    summary = collect_all(Room(Path("seeds"), Path("content")), tmp_path / "found", QUIET)
    posts = tree(Path("content"))
    Path("content").rename("collected")
    alone = convert_all(Room(Path("seeds"), Path("content"), processes=1), QUIET)
    assert tree(Path("content")) == posts
    assert (summary.inputs, summary.counts) == (alone.inputs, alone.counts)
    assert summary.inputs == 8 + 3 + 4 + 3
    assert (summary.of(Kind.DUPLICATE), summary.of(Kind.REFUSED), summary.of(Kind.PUBLISHED)) == (2, 2, 14)


def test_what_was_collected_is_kept_and_edited_posts_stay(seeds: Path, tmp_path: Path) -> None:
    room = Room(Path("seeds"), Path("content"))
    run(
        JsonlReader(str(seeds), adapter=seed_of),
        Findings(),
        FindingsWriter(str(tmp_path / "found")),
        tasks=1,
        logs=tmp_path,
    )
    collect_all(room, tmp_path / "found", QUIET)
    post = sorted(Path("content/news").rglob("*.md"))[0]
    post.write_text(post.read_text("utf-8").replace("Monday", "Tuesday"), "utf-8")
    before = tree(Path("content"))
    again = collect_all(room, tmp_path / "found", QUIET)
    assert tree(Path("content")) == before
    assert (again.of(Kind.KEPT), again.of(Kind.UNCHANGED)) == (1, 11)


# warcio leaves its temporary files to the collector
@pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")
def test_pages_of_an_archive_become_posts_with_their_address_and_what_is_known_of_the_paper(tmp_path: Path) -> None:
    archive = tmp_path / "crawl" / "one.warc.gz"
    archive.parent.mkdir()
    with archive.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in (1, 2):
            head, *told = dump(number).strip().split("\n\n")
            page = f"<html><head><title>{head}</title></head><body><h1>{head}</h1>" + "".join(
                f"<p>{p}</p>" for p in told
            )
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                f"https://ember.example/{number}", "response", payload=io.BytesIO(page.encode()), http_headers=http
            )
            writer.write_record(record)
    source = Source(newspaper="The Ember")
    run(WarcReader(str(archive.parent), adapter=seed_of), Findings(source), FindingsWriter(str(tmp_path / "found")),
        tasks=1, logs=tmp_path)  # fmt: skip
    collect_all(Room(tmp_path / "seeds", tmp_path / "content"), tmp_path / "found", QUIET)
    posts = [schema.read(path.read_text("utf-8")).front for path in (tmp_path / "content/news").rglob("*.md")]
    assert sorted(post.source or "" for post in posts) == ["https://ember.example/1", "https://ember.example/2"]
    assert {post.newspaper for post in posts} == {"The Ember"}
    assert {(post.seed or "").partition("#")[0] for post in posts} == {"one.warc.gz"}
    gc.collect()  # here, where its warning is expected


@pytest.mark.parametrize(
    ("line", "why"),
    [("{", "this is no finding"), ('["made", 1, null]', "this is no finding"), ("[]", "this is no finding")],
)
def test_a_line_that_is_no_finding_is_named_and_nothing_is_written(tmp_path: Path, line: str, why: str) -> None:
    (tmp_path / "found").mkdir()
    (tmp_path / "found/a.jsonl").write_text(line + "\n", "utf-8")
    with pytest.raises(Stop, match=rf"a\.jsonl:1: {why}"):
        collect_all(Room(tmp_path / "seeds", tmp_path / "content"), tmp_path / "found", QUIET)
    assert not (tmp_path / "content").exists()


def test_two_runs_in_one_folder_are_noticed(seeds: Path, tmp_path: Path) -> None:
    run(
        JsonlReader(str(seeds), adapter=seed_of),
        Findings(),
        FindingsWriter(str(tmp_path / "found")),
        tasks=1,
        logs=tmp_path,
    )
    (tmp_path / "found/again.jsonl").write_bytes((tmp_path / "found/b.jsonl.jsonl").read_bytes())
    with pytest.raises(Stop, match="was found twice"):
        collect_all(Room(Path("seeds"), Path("content")), tmp_path / "found", QUIET)
