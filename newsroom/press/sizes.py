# SPDX-License-Identifier: AGPL-3.0-only
"""How large a site is, by kind of file, and whether its host takes it. Hosts count raw bytes, and so does this."""

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.press.errors import PressError

WARN, STOP = 0.6, 0.8  # of SIZE_LIMIT: a paper grows, and a host counts what it keeps of the last deployment too
_MEGABYTE = 1_000_000
_YEAR = re.compile(r"(?:text/)?(\d{4})/", re.ASCII)
_FORMS = (
    ("precompressed copies", r".*\.(br|gz)"),
    ("text edition", r"text/.*"),
    ("search", r"search/..*/.*"),
    ("feeds", r"(.*/)?feed(\.atom\.xml|\.json)|feeds/.*\.(xml|json|css)"),
    ("share pictures", r"share/.*|(.*/)?(share|card)\.png"),
    ("pictures", r"images/.*"),
    ("theme", r"theme/.*"),
    ("other forms of stories", r".*/index\.(md|json|txt)"),
    ("downloads", r".*\.(jsonl|parquet|sqlite|db|epub|zip)(\.gz|\.zst)?(\.sha256)?"),
    ("lists", r".*\.html"),
)
# What a paper can do without, and the setting that says so
_SPARED = {
    "share pictures": "SHARE_PICTURES",
    "other forms of stories": "STORY_FORMS",
    "text edition": "TEXT_EDITION",
    "search": "SEARCH",
    "precompressed copies": "COMPRESS",
    "downloads": "DOWNLOADS",
}
_KINDS = tuple((kind, re.compile(form)) for kind, form in _FORMS)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes by kind, by year of address, and of the theme, which every site needs; and the number of files."""

    kinds: dict[str, int]
    years: dict[int, int]
    files: int

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(self.kinds.values())


def measure(tree: Path, stories: Collection[str], dated: Mapping[str, int]) -> Sizes:
    """Measure a site. `stories` are the names of the pages of stories, below it.

    `dated` has the years of addresses that do not begin with them.
    """
    kinds, years, files = defaultdict[str, int](int), defaultdict[int, int](int), 0
    for name, size in _files(tree):
        kinds[_kind_of(name, stories)] += size
        found = _YEAR.match(name)
        year = int(found[1]) if found else dated.get(name.removeprefix("text/").rpartition("/")[0] + "/")
        if year:
            years[year] += size
        files += 1
    by_size = sorted(kinds.items(), key=lambda each: (-each[1], each[0]))
    return Sizes(dict(by_size), dict(sorted(years.items())), files)


def _files(tree: Path) -> Iterator[tuple[str, int]]:
    for folder, _, names in os.walk(tree):
        for name in names:
            path = os.path.join(folder, name)
            yield os.path.relpath(path, tree).replace(os.sep, "/"), os.stat(path).st_size


def _kind_of(name: str, stories: Collection[str]) -> str:
    if name in stories:
        return "stories and pages"
    return next((kind for kind, form in _KINDS if form.fullmatch(name)), "other")


def told(sizes: Sizes, limit: int) -> str:
    """Return the report: one line, and one for each kind."""
    of = f", {sizes.total / limit:.0%} of {_bytes(limit)}" if limit else ""
    head = f"{_bytes(sizes.total)} in {sizes.files:,} files{of}"
    return "\n".join([head, *(f"  {_bytes(size):>10}  {kind}" for kind, size in sizes.kinds.items())])


def warning(sizes: Sizes, limit: int) -> str:
    """Return what to say of a site that nears its limit, or nothing. PressError where it is too near."""
    if not limit or sizes.total < WARN * limit:
        return ""
    if sizes.total < STOP * limit:
        return f"SIZE_LIMIT: the site has {sizes.total / limit:.0%} of it; at {STOP:.0%} publishing stops"
    why = f"SIZE_LIMIT: the site has {sizes.total / limit:.0%} of it, and publishing stops at {STOP:.0%}; the old site "
    raise PressError("\n".join([f"{why}stands as it was", told(sizes, limit), *advice(sizes, limit)]))


def advice(sizes: Sizes, limit: int) -> Iterator[str]:
    """Yield what could be left out, how many sites the paper needs as it is, and which years each has."""
    spared = [f"{_SPARED[kind]} {_bytes(size)}" for kind, size in sizes.kinds.items() if kind in _SPARED]
    if spared:
        yield f"what could be off: {', '.join(spared)} (docs/settings.md); as it is,"
    room = round(STOP * limit)
    groups = _groups(sizes, room)
    if any(size > room for _, size in groups):
        years = ", ".join(_span(years) for years, size in groups if size > room)
        yield f"{years}: more than one site takes, whatever is parted by years: docs/deploy.md tells of other hosts"
        return
    yield f"it fits on {len(groups)} sites by years, each a repository of its own: docs/deploy.md, Parts"
    spans = [*(_span(years) for years, _ in groups[:-1]), f"{groups[-1][0][0]}-"]
    yield "  PARTS = {" + ", ".join(f'"{years}": "https://…"' for years in spans) + "}"


def _groups(sizes: Sizes, room: int) -> list[tuple[list[int], int]]:
    """Return the years of each site and its bytes, oldest first. What is of no year goes with the newest."""
    everywhere = sizes.kinds.get("theme", 0) + sizes.kinds.get("pictures", 0)
    groups: list[tuple[list[int], int]] = [([], sizes.total - sum(sizes.years.values()))]
    for year, size in sorted(sizes.years.items(), reverse=True):
        years, taken = groups[0]
        if years and taken + size > room:
            groups.insert(0, ([year], everywhere + size))
        else:
            groups[0] = ([year, *years], taken + size)
    return groups


def _span(years: list[int]) -> str:
    return f"{years[0]}" if len(years) == 1 else f"{years[0]}-{years[-1]}" if years else "what is of no year"


def _bytes(size: int) -> str:
    return f"{size / _MEGABYTE:,.1f} MB"
