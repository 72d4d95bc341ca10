# SPDX-License-Identifier: MIT
"""The desk's report: a local site of what came in, what became of it, and what is worth a look.

It shows every seed, coloured by role, beside the post that came of it. It stands outside content/ and the
site, is made anew each time, and needs neither network nor script. No other part of the desk imports it: a
conversion loads no templates.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsroom import schema
from newsroom.desk import account, sheet, state
from newsroom.desk.finding import Job, size_of
from newsroom.desk.gather import informed, intake_from, jobs_from
from newsroom.desk.outcome import Kind, Outcome
from newsroom.desk.report.lists import Lists, lists_from
from newsroom.desk.report.look import Look, look_at, seed_of
from newsroom.desk.report.overview import overview_pages
from newsroom.desk.report.pages import Place, SeedPage, seed_page, style_from
from newsroom.desk.room import Room
from newsroom.workers import ordered

__all__ = ["Paper", "report_on", "report_on_last_run"]

_DIGITS = 12  # of a post's digest, enough to see that it changed


@dataclass(frozen=True, slots=True)
class Paper:
    """What is reported on: the paper's name, its content and theme, how many processes may work."""

    name: str
    content: Path
    theme: Path
    processes: int = 1


def report_on_last_run(room: Room, name: str, theme: Path) -> Path:
    """Report on the last run in `room`, for the paper of that name; return the first page.

    It stands in `report` in the room's folder. Stop if there was no run.
    """
    outcomes = account.recalled(room.folder)
    intake = informed(intake_from(room), state.load(room.folder, room.limits))
    paper = Paper(name, room.content, theme, room.processes)
    return report_on(lambda: jobs_from(intake, intake.listing.files), outcomes, paper, room.folder / "report")


def report_on(jobs: Callable[[], Iterable[Job]], outcomes: Sequence[Outcome], paper: Paper, folder: Path) -> Path:
    """Write the report into `folder`, in the place of the last one, and return its first page.

    `jobs` gives every input anew each time it is called: they are read twice, and never all held.
    """
    looks = {look.key: look for look in ordered(look_at, jobs(), size_of, paper.processes) if look}
    lists = lists_from(outcomes, looks)
    by_key = {each.key: each for each in outcomes}
    aside = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    (aside / "list").mkdir(parents=True)
    _write_style(paper.theme, aside)
    for name, text in overview_pages(paper.name, lists, by_key, looks):
        (aside / name).write_text(text, "utf-8")
    pages = _pages(jobs(), lists, by_key, looks)
    rows = ordered(partial(_written, paper, aside), pages, _page_size, paper.processes)
    (aside / "queue.csv").write_text(sheet.written(_table(lists, rows)), "utf-8", newline="")
    shutil.rmtree(folder, ignore_errors=True)
    aside.rename(folder)
    return folder / "index.html"


def _table(lists: Lists, rows: Iterable[dict[str, str] | None]) -> list[dict[str, str]]:
    """The rows of the queue, in its order."""
    by_key = {row["seed"]: row for row in rows if row}
    return [by_key[key] for key in lists.queue.keys if key in by_key]


def _write_style(theme: Path, folder: Path) -> None:
    (folder / "report.css").write_text(style_from(theme), "utf-8")
    shutil.copytree(theme / "static" / "fonts", folder / "fonts", ignore=shutil.ignore_patterns("SOURCES"))


def _pages(
    jobs: Iterable[Job], lists: Lists, outcomes: Mapping[str, Outcome], looks: Mapping[str, Look]
) -> Iterator[SeedPage]:
    above = lists.above()
    places = {key: place for place, key in enumerate(lists.order)}
    for job in jobs:
        key = job.raw.key
        outcome, look, at = outcomes.get(key), looks.get(key), places.get(key)
        if outcome is None or look is None or at is None:  # it came in between the run and the report
            continue
        before, after = (
            f"../../{looks[lists.order[near]].page}" if 0 <= near < len(lists.order) else None
            for near in (at - 1, at + 1)
        )
        of = looks.get(outcome.of) if outcome.of else None
        yield SeedPage(job, look, outcome, of, Place(before, after, f"../../{above[key]}"))


def _written(paper: Paper, folder: Path, page: SeedPage) -> dict[str, str] | None:
    """Write a seed's page; the row of the table, if it has a post that can be corrected."""
    post = _post_of(page.outcome, paper.content)
    seed = seed_of(page.job)
    text = seed_page(paper.name, page, seed.text if seed else "", post)
    path = folder / page.look.page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    if isinstance(post, str) or page.outcome.kind is Kind.DUPLICATE:
        return None
    beside = {
        "seed": page.look.key,
        "doubts": "; ".join(doubt.name for doubt in page.look.doubts),
        "points": str(page.look.points),
        "post": page.outcome.post or "",
        "digest": schema.digest(post)[:_DIGITS],
    }
    return sheet.facts_of(post.front) | beside


def _post_of(outcome: Outcome, content: Path) -> schema.PostFile | str:
    """The post of a seed, or why there is none."""
    if not outcome.post:
        return "No post came of it."
    try:
        return schema.read((content / outcome.post).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, schema.PostError) as error:
        return f"Its post {outcome.post} cannot be read: {error}"


def _page_size(page: SeedPage) -> int:
    return size_of(page.job) + len(page.look.labels)
