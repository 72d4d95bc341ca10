# SPDX-License-Identifier: MIT
"""The findings of all inputs: those that are known from the last run, and those that are made now."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import Protocol

from newsroom.desk.finding import Done, Finding, Job, done_from, size_of, used_in
from newsroom.desk.inputs import File, Listing, Meter, inputs_from, listing_of
from newsroom.desk.repeated import NONE_REPEATED, Repeated, name_of, repeated_from
from newsroom.desk.room import Room
from newsroom.desk.sources import Sources, digest_of, sources_from
from newsroom.desk.spill import Spill
from newsroom.desk.state import State
from newsroom.stop import Stop
from newsroom.workers import ordered


@dataclass(frozen=True, slots=True)
class Intake:
    """Where a run takes its seeds from: the files, what editors state of them, and what their sources repeat."""

    room: Room
    listing: Listing
    sources: Sources
    repeated: Repeated = NONE_REPEATED


def intake_from(room: Room) -> Intake:
    """The intake as it is now. NotADirectoryError if there is no folder of seeds."""
    listing = listing_of(room.seeds)
    return Intake(room, listing, sources_from(listing.sources, room.seeds))


def informed(intake: Intake, state: State) -> Intake:
    """The intake with what its sources repeat: as the last run counted it, where the files look the same."""
    jobs = partial(jobs_from, intake)
    listing, sources, processes = intake.listing, intake.sources, intake.room.processes
    return replace(intake, repeated=repeated_from(listing, sources, state.repeated, jobs, processes))


class Passing(Protocol):
    """Shows what passes: `total` bytes of files to read, of which each result says how far it is."""

    def __call__(self, results: Iterable[Done], total: int) -> Iterable[Done]: ...


def gathered(intake: Intake, state: State, spill: Spill, passing: Passing) -> dict[str, Finding]:
    """The finding of every input by its key, in the order of keys. What is made goes into the spill and the state."""
    stale = _stale(intake, state)
    stated = {file.key: digest_of(intake.sources.of(file.key)) for file in stale}
    state.files = {file.key: state.files.get(file.key, (file.look, "", [])) for file in intake.listing.files}
    state.files |= {file.key: (file.look, "", []) for file in stale}
    state.repeated = dict(intake.repeated.counted)
    used: dict[str, list[str]] = {}
    for done in passing(_made(intake, stale), sum(file.look.size for file in stale)):
        key = stale[done.place].key
        state.files[key][2].append(done.finding)
        if done.used:
            used.setdefault(key, []).append(done.used)
        if done.written is not None:
            spill.put(done.finding.key, done.written)
    for key, source in stated.items():
        look, _, findings = state.files[key]
        state.files[key] = look, f"{source}/{_together(used.get(key, []))}", findings
    found = {each.key: each for _, _, findings in state.files.values() for each in findings}
    return dict(sorted(found.items()))


def _stale(intake: Intake, state: State) -> list[File]:
    """The files to look into: changed ones, and those of which something else is known than when they were read."""
    others = intake.repeated.other_than(state.repeated)
    stale, asked = set(), []
    for file in intake.listing.files:
        look, known, _ = state.files.get(file.key, (None, "", []))
        if look != file.look or known.partition("/")[0] != digest_of(intake.sources.of(file.key)):
            stale.add(file.key)
        elif others and name_of(file.key, intake.sources) in others:
            asked.append(file)
    used: dict[str, list[str]] = {file.key: [] for file in asked}
    for place, digest in ordered(used_in, jobs_from(intake, asked), size_of, intake.room.processes):
        used[asked[place].key] += [digest] if digest else []
    stale |= {key for key, digests in used.items() if state.files[key][1].partition("/")[2] != _together(digests)}
    return [file for file in intake.listing.files if file.key in stale]


def _together(digests: list[str]) -> str:
    """One digest of those of a file's seeds, in their order."""
    return digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest()[:16] if digests else ""


def fetch(intake: Intake, spill: Spill, keys: Iterable[str]) -> None:
    """Put the posts of some keys into the spill, for those whose findings were known.

    Stop if one is no longer there, or is no story any more: its file was changed since it was listed.
    """
    wanted = {key for key in keys if key not in spill}
    files = {key.partition("#")[0] for key in wanted}
    some = [file for file in intake.listing.files if file.key in files]
    for done in _made(intake, some, wanted.__contains__):
        if done.written is not None:
            spill.put(done.finding.key, done.written)
    lost = sorted(key for key in wanted if key not in spill)
    if lost:
        raise Stop(f"{intake.room.seeds / lost[0]} was changed while seeds were read; run again")


def _made(intake: Intake, files: list[File], wanted: Callable[[str], bool] = lambda _key: True) -> Iterator[Done]:
    return ordered(done_from, jobs_from(intake, files, wanted), size_of, intake.room.processes)


def jobs_from(
    intake: Intake, files: Iterable[File], wanted: Callable[[str], bool] = lambda _key: True
) -> Iterator[Job]:
    """The inputs of some files, those with a wanted key, in the order of the files."""
    meter = Meter()
    for place, file in enumerate(files):
        source, repeated = intake.sources.of(file.key), intake.repeated.of(file.key)
        for raw in inputs_from(file, intake.room.limits, meter):
            if wanted(raw.key):
                yield Job(place, raw, source, meter.read, repeated)
