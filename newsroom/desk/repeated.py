# SPDX-License-Identifier: MIT
"""The lines that the seeds of one source repeat: counted over a sample of them that no order of arrival changes.

A source is the nearest folder with a source.toml, or else the folder of a seed; a file of many seeds is one by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from heapq import heappush, heappushpop, nsmallest
from itertools import groupby

from newsroom.convert import MOST_PAGES, ends_of, repeated_in
from newsroom.desk.finding import Job, size_of, text_in
from newsroom.desk.inputs import READS_ONE, File, Listing, Look
from newsroom.desk.sources import Sources
from newsroom.workers import ordered

# Fewer seeds than these tell nothing of their paper: a handful may all be dumps of one story.
_FEWEST = 30


@dataclass(frozen=True, slots=True)
class Counted:
    """What a source repeats; a digest of the files that it was counted on, and the newest time of one of these."""

    sample: str
    newest_ns: int
    lines: frozenset[str]


@dataclass(frozen=True, slots=True)
class Repeated:
    """What each source repeats, by its name."""

    sources: Sources = field(default_factory=Sources)
    counted: Mapping[str, Counted] = field(default_factory=dict)

    def of(self, key: str) -> frozenset[str]:
        """The lines that the source of a file repeats."""
        found = self.counted.get(name_of(key, self.sources))
        return found.lines if found else frozenset()

    def other_than(self, before: Mapping[str, Counted]) -> set[str]:
        """The names of the sources that repeat other lines than they did before."""
        none = Counted("", 0, frozenset())
        names = self.counted.keys() | before.keys()
        return {name for name in names if self.counted.get(name, none).lines != before.get(name, none).lines}


NONE_REPEATED = Repeated()
Jobs = Callable[[Iterable[File], Callable[[str], bool]], Iterator[Job]]


def name_of(key: str, sources: Sources) -> str:
    """The name of the source of a file: a folder's with a stroke behind it, or the file's own."""
    stated = sources.folder_of(key)
    if stated is not None:
        return f"{stated}/"
    return f"{key.rpartition('/')[0]}/" if _holds_one(key) else key


def _holds_one(key: str) -> bool:
    return key.casefold().endswith(READS_ONE)


def repeated_from(
    listing: Listing, sources: Sources, before: Mapping[str, Counted], jobs: Jobs, processes: int
) -> Repeated:
    """What all sources repeat; where the files of a sample look as they did `before`, none of them is read."""
    parted: dict[str, list[File]] = {}
    for file in listing.files:
        if not file.problem:
            parted.setdefault(name_of(file.key, sources), []).append(file)
    counted: dict[str, Counted] = {}
    stale: dict[str, list[File]] = {}
    for name, files in parted.items():
        sample = _sample(files)
        if all(_holds_one(file.key) for file in sample) and len(sample) < _FEWEST:
            continue
        known, digest = before.get(name), _digest(sample)
        if known and known.sample == digest:
            counted[name] = known
        else:
            stale[name] = sample
    for name, lines in _counted(stale, jobs, processes):
        newest = max(file.look.mtime_ns for file in stale[name])
        counted[name] = Counted(_digest(stale[name]), newest, lines)
    return Repeated(sources, dict(sorted(counted.items())))


def _sample(files: Sequence[File]) -> list[File]:
    """All files of many seeds, and of the others as many as are looked at: those whose keys come first, once mixed."""
    many = [file for file in files if not _holds_one(file.key)]
    single = (file for file in files if _holds_one(file.key))
    return [*many, *nsmallest(MOST_PAGES, single, key=lambda file: _order(file.key))]


def _digest(files: Iterable[File]) -> str:
    looks: list[tuple[str, Look]] = sorted((file.key, file.look) for file in files)
    return blake2b(repr(looks).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _order(key: str) -> int:
    """What puts keys into an order that has nothing to do with what they say."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest())


class _Sample:
    """The pages whose keys come first, of all that are added: the last of them stands at the head of a heap."""

    def __init__(self) -> None:
        self.pages: list[tuple[int, frozenset[str]]] = []

    def takes(self, key: str) -> bool:
        return len(self.pages) < MOST_PAGES or _order(key) < -self.pages[0][0]

    def add(self, order: int, lines: frozenset[str]) -> None:
        put = heappush if len(self.pages) < MOST_PAGES else heappushpop
        put(self.pages, (-order, lines))


def _counted(stale: Mapping[str, list[File]], jobs: Jobs, processes: int) -> Iterator[tuple[str, frozenset[str]]]:
    """The repeated lines of each source; one source after the other, so that the pages of one alone are held."""
    names = {file.key: name for name, files in stale.items() for file in files}
    samples = {name: _Sample() for name in stale}
    files = [file for each in stale.values() for file in each]
    wanted = jobs(files, lambda key: samples[names[key.partition("#")[0]]].takes(key))
    pages = ordered(_page_of, wanted, size_of, processes)
    for name, found in groupby(pages, key=lambda page: names[files[page[0]].key]):
        for _, order, lines in found:
            samples[name].add(order, lines)
        page_lines = [lines for _, lines in sorted(samples[name].pages, key=lambda page: -page[0])]
        samples[name].pages.clear()
        yield name, repeated_in(page_lines) if len(page_lines) >= _FEWEST else frozenset()


def _page_of(job: Job) -> tuple[int, int, frozenset[str]]:
    """The place of an input's file, the order of its key, and its lines."""
    return job.place, _order(job.raw.key), ends_of(text_in(job.raw))
