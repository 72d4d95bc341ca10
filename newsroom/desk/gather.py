# SPDX-License-Identifier: MIT
"""The findings of all inputs: those that are known from the last run, and those that are made now."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from newsroom.desk.finding import Done, Finding, Job, done_from, size_of
from newsroom.desk.inputs import File, Listing, Meter, inputs_from, listing_of
from newsroom.desk.room import Room
from newsroom.desk.sources import Sources, digest_of, sources_from
from newsroom.desk.spill import Spill
from newsroom.desk.state import State
from newsroom.stop import Stop
from newsroom.workers import ordered


@dataclass(frozen=True, slots=True)
class Intake:
    """Where a run takes its seeds from: the files, and what editors state of them."""

    room: Room
    listing: Listing
    sources: Sources


def intake_from(room: Room) -> Intake:
    """The intake as it is now. NotADirectoryError if there is no folder of seeds."""
    listing = listing_of(room.seeds)
    return Intake(room, listing, sources_from(listing.sources, room.seeds))


class Passing(Protocol):
    """Shows what passes: `total` bytes of files to read, of which each result says how far it is."""

    def __call__(self, results: Iterable[Done], total: int) -> Iterable[Done]: ...


def gathered(intake: Intake, state: State, spill: Spill, passing: Passing) -> dict[str, Finding]:
    """The finding of every input by its key, in the order of keys. What is made goes into the spill and the state."""
    known = state.files
    state.files = {}
    stale = []
    for file in intake.listing.files:
        stated = digest_of(intake.sources.of(file.key))
        look, source, findings = known.get(file.key, (None, "", []))
        if look != file.look or source != stated:
            findings = []
            stale.append(file)
        state.files[file.key] = file.look, stated, findings
    for done in passing(_made(intake, stale), sum(file.look.size for file in stale)):
        state.files[stale[done.place].key][2].append(done.finding)
        if done.written is not None:
            spill.put(done.finding.key, done.written)
    found = {each.key: each for _, _, findings in state.files.values() for each in findings}
    return dict(sorted(found.items()))


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
        source = intake.sources.of(file.key)
        for raw in inputs_from(file, intake.room.limits, meter):
            if wanted(raw.key):
                yield Job(place, raw, source, meter.read)
