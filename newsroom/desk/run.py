# SPDX-License-Identifier: MIT
"""A run: everything is looked at, then planned, then written."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout
from rich.console import Console

from newsroom.desk import account, state
from newsroom.desk.carry import memory_after, write_posts
from newsroom.desk.core import same_core
from newsroom.desk.finding import Done, Finding, Made
from newsroom.desk.found import found_in
from newsroom.desk.gather import Intake, fetch, gathered, informed, intake_from
from newsroom.desk.inputs import Listing
from newsroom.desk.memory import Memory, recalled, remember
from newsroom.desk.outcome import Kind, Outcome, Summary, summary_from
from newsroom.desk.places import Place, places_from
from newsroom.desk.plan import Planned, orphans_left, planned
from newsroom.desk.progress import console_from, show, shown
from newsroom.desk.proposal import differences
from newsroom.desk.room import Room
from newsroom.desk.scene import Scene, scene_from
from newsroom.desk.shelf import Standing, shelf_from
from newsroom.desk.sources import Sources
from newsroom.desk.spill import Spill
from newsroom.desk.state import State
from newsroom.stop import Stop


@dataclass(frozen=True, slots=True)
class Survey:
    """What a run found and would do; nothing is written yet."""

    intake: Intake
    known: State
    state: State
    memory: Memory
    scene: Scene
    plans: tuple[Planned, ...]
    orphans: tuple[Standing, ...]


def convert_all(room: Room, console: Console | None = None, *, prune: bool = False) -> Summary:
    """Convert every seed and write the posts that are new or changed; show how it went.

    With `prune`, unedited posts whose seed is gone are removed. Prints to `console`, by default that of the
    process. NotADirectoryError if there is no folder of seeds, OSError if a post cannot be written: what was
    written before stays. Stop if another run is under way.
    """
    console = console or console_from()
    with _alone(room), _uncollected(), Spill() as spill:
        survey = _survey(room, spill, console)
        fetch(survey.intake, spill, [plan.outcome.key for plan in survey.plans if plan.place])
        return _finished(survey, spill, console, [each for each in survey.orphans if prune and not each.edited])


def collect_all(room: Room, folder: Path, console: Console | None = None) -> Summary:
    """Write the posts of what newsroom.pipeline found, below `folder`, as convert_all does of seeds.

    Stop where a finding cannot be taken, or another run is under way; OSError as convert_all.
    """
    console = console or console_from()
    with _alone(room), _uncollected(), Spill() as spill:
        with console.status(f"reading {folder}"):
            findings = found_in(folder, spill)
        known = state.load(room.folder, room.limits)
        no_seeds = Intake(room, Listing((), ()), Sources())
        return _finished(_seen(no_seeds, known, replace(known), findings, console), spill, console, [])


def _finished(survey: Survey, spill: Spill, console: Console, pruned: list[Standing]) -> Summary:
    """Write and remove what a survey says, keep its account and show it."""
    room = survey.scene.room
    for leftover in survey.scene.shelf.leftovers:
        Path(leftover).unlink()
    with console.status(f"writing {sum(bool(plan.place) for plan in survey.plans):,} posts"):
        _carry_out(survey, spill, pruned)
    outcomes = [plan.outcome for plan in survey.plans]
    summary = summary_from(len(survey.scene.findings), outcomes, _notes(survey, pruned))
    account.keep(outcomes, room.folder)
    show(summary, console, str(room.folder / account.NAME))
    return summary


def left_to_convert(room: Room) -> tuple[tuple[Outcome, ...], tuple[Outcome, ...]]:
    """What convert_all would write, in the order of keys: (new posts, changes of posts). Writes nothing."""
    with Spill() as spill:
        survey = _survey(room, spill, Console(quiet=True))
    standing = survey.scene.shelf.posts
    written = [plan for plan in survey.plans if plan.place or plan.remove]
    new = [plan.outcome for plan in written if plan.place and plan.place.path not in standing]
    return tuple(new), tuple(plan.outcome for plan in written if plan.outcome not in new)


def show_differences(room: Room, console: Console) -> None:
    """Print what the converter would make of each post that a person has edited. Writes nothing."""
    with Spill() as spill:
        survey = _survey(room, spill, Console(quiet=True))
        proposals = list(_proposals(survey))
        fetch(survey.intake, spill, [plan.outcome.key for plan in proposals])
        for line in differences(proposals, survey.scene, spill):
            console.print(line, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def _alone(room: Room) -> Iterator[None]:
    room.folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(room.folder / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Stop(f"{lock.lock_file}: another conversion is under way") from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for rings of dead objects: of a run's million small ones nearly all live to its end.

    It took half of the time of a run in which nothing changed.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _survey(room: Room, spill: Spill, console: Console) -> Survey:
    known = state.load(room.folder, room.limits)
    with console.status("counting what sources repeat"):
        intake = informed(intake_from(room), known)
    now = replace(known)

    def passing(results: Iterable[Done], total: int) -> Iterable[Done]:
        return shown(results, total, console)

    return _seen(intake, known, now, gathered(intake, now, spill, passing), console)


def _seen(intake: Intake, known: State, now: State, findings: dict[str, Finding], console: Console) -> Survey:
    """The survey of what was found, beside the posts that stand."""
    room = intake.room
    memory = recalled(room.content)
    shelf = shelf_from(room.content, known.posts)
    with console.status(f"comparing {len(findings):,} seeds"):
        scene = scene_from(room, findings, shelf, memory, now)
        places = places_from(scene, memory.moved)
        return Survey(
            intake, known, now, memory, scene, tuple(planned(scene, places)), tuple(orphans_left(scene, places))
        )


def _carry_out(survey: Survey, spill: Spill, pruned: list[Standing]) -> None:
    """Write and remove.

    What is remembered comes before what is removed: a post that a person deleted and one that a killed run
    removed look alike.
    """
    room, posts = survey.scene.room, survey.scene.shelf.posts
    posts |= write_posts(survey.plans, spill, room.content)
    gone = {plan.remove: plan.outcome.of for plan in survey.plans if plan.remove} | {each.path: None for each in pruned}
    remaining = {path: looked for path, looked in posts.items() if path not in gone}
    address = {each.seed: each.address for _, each in remaining.values() if each.seed}
    leads = {
        posts[path][1].address or "": address.get(of) if of else None
        for path, of in gone.items()
        if posts[path][1].status == "published"
    }
    remember(memory_after(survey.scene, survey.memory, remaining, leads), survey.memory, room.content)
    for path in gone:
        (room.content / path).unlink()
    survey.state.posts = remaining
    if survey.state != survey.known:
        state.save(survey.state, room.folder, room.limits)


def _proposals(survey: Survey) -> Iterator[Planned]:
    """For each post that a person has edited, the plan to write what its seed makes now."""
    for plan in survey.plans:
        key = plan.outcome.key
        made = survey.scene.findings[key]
        standing = survey.scene.by_seed.get(key, [])
        if plan.outcome.kind is Kind.KEPT and isinstance(made, Made) and len(standing) == 1:
            post = standing[0]
            if not post.broken and not same_core(post.core, made.core):
                yield replace(plan, made=made, place=Place(post.path, post.address or "", post), status=post.status,
                              version_of=post.version_of, duplicates=post.duplicates)  # fmt: skip


def _notes(survey: Survey, pruned: list[Standing]) -> list[str]:
    """Messages about source.toml files, and about posts whose seed is gone or that cannot be read."""
    content = survey.scene.room.content
    findings = survey.scene.findings
    notes = list(survey.intake.sources.problems)
    for path, (_, each) in survey.scene.shelf.posts.items():
        if each.broken and each.seed not in findings:
            notes.append(f"{content / path}:{each.broken}; not written")
    for each in survey.orphans:
        what = "the post is removed" if each in pruned else "the post stays"
        notes.append(f"{content / each.path}:1: its seed {each.seed!r} is gone; {what}")
    return notes
