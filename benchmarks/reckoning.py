# SPDX-License-Identifier: MIT
"""What 10^4 to 10^8 stories cost, and what breaks first: unit costs that were measured, and lists that are simulated.

    python -m benchmarks.reckoning            # the tables of docs/scale.md
    python -m benchmarks.reckoning --check    # holds the formula of the lists against lists that are dealt out

A paper of N stories has, by assumption, 20 years, 12 sections, 30 √N topics of which a story has three, and 5 √N
authors; topics and authors by Zipf's law, as the invented papers of the benchmark have them.
"""

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from newsroom.plugins.shelves import WHOLE

UNITS = Path(__file__).with_name("unit_costs.json")
SIZES = tuple(10**power for power in range(4, 9))
_YEARS, _SECTIONS, _TOPICS_A_STORY = 20, 12, 3
_DAYS, _MONTHS = _YEARS * 365, _YEARS * 12
_SHIFT = 8  # of Zipf's law: the most used topic is not half of all
_LONGEST_PAGE = 500_000  # bytes of a list, beyond which a cheap phone waits


@dataclass(frozen=True, slots=True)
class Units:
    """Costs of one story, as measured; benchmarks/unit_costs.json says how and when."""

    convert_s: float  # seconds of one core
    collect_s: float
    collect_bytes: float  # memory
    read_s: float  # seconds of one core of a cold build, without rendering
    render_s: float
    build_bytes: float  # memory
    post_bytes: float
    page_bytes: float
    entry_bytes: float  # of a story in a list
    search_bytes: float  # of the index
    search_first_bytes: float  # that a first search transfers: the engine
    search_bundle_bytes: float  # and for each bundle
    bundle: int  # stories of a bundle
    visit_bytes: float  # that a first visit transfers


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a paper: how many pages, entries on all, and the most on one page."""

    pages: float
    entries: float
    longest: float


def units() -> Units:
    """The measured costs."""
    stated = json.loads(UNITS.read_text("utf-8"))
    return Units(**{name: each["value"] for name, each in stated.items()})


def lists_of(stories: int) -> Lists:
    """The lists of a paper, expected: each day's, and of a group with many stories each month's."""
    counts = [
        *([stories / _SECTIONS] * _SECTIONS),
        *(_TOPICS_A_STORY * stories * share for share in _zipf(round(30 * math.sqrt(stories)))),
        *(stories * share for share in _zipf(round(5 * math.sqrt(stories)))),
    ]
    months = sum(_MONTHS * -math.expm1(-count / _MONTHS) for count in counts if count > WHOLE)
    days = _DAYS * -math.expm1(-stories / _DAYS)
    longest = max(stories / _DAYS, max(counts) / _MONTHS, WHOLE)
    entries = stories * (1 + 1 + _TOPICS_A_STORY + 1)  # its day, its section, topics, author
    return Lists(len(counts) + months + days + _MONTHS + _YEARS, entries, longest)


def dealt_lists(stories: int) -> Lists:
    """The same of stories that are dealt out one by one."""
    chance = random.Random(stories)  # noqa: S311 - the same each time
    topics, authors = round(30 * math.sqrt(stories)), round(5 * math.sqrt(stories))
    odds = list(accumulate(_zipf(topics))), list(accumulate(_zipf(authors)))
    found: Counter[tuple[str, int, int]] = Counter()
    for _ in range(stories):
        day = chance.randrange(_DAYS)
        month = day * _MONTHS // _DAYS
        found["day", 0, day] += 1
        found["section", chance.randrange(_SECTIONS), month] += 1
        # a story may draw a topic twice, as the formula lets it
        for topic in chance.choices(range(topics), cum_weights=odds[0], k=_TOPICS_A_STORY):
            found["topic", topic, month] += 1
        found["author", chance.choices(range(authors), cum_weights=odds[1])[0], month] += 1
    groups: Counter[tuple[str, int]] = Counter()
    for (kind, number, _), count in found.items():
        groups[kind, number] += count
    parted = {key: count for key, count in found.items() if key[0] == "day" or groups[key[:2]] > WHOLE}
    whole = sum(1 for kind, _ in groups if kind != "day")
    unused = topics + authors + _SECTIONS - whole  # which a paper of fewer stories has none of
    return Lists(len(parted) + whole + unused + _MONTHS + _YEARS, found.total(), max([WHOLE, *parted.values()]))


@cache
def _zipf(count: int) -> Sequence[float]:
    """The share of each of so many names, the most used first."""
    weights = [1 / (rank + _SHIFT) for rank in range(1, count + 1)]
    whole = sum(weights)
    return [weight / whole for weight in weights]


def rows(cost: Units) -> Iterator[list[str]]:
    """The table: a row a size."""
    for stories in SIZES:
        lists = lists_of(stories)
        pages = stories * cost.page_bytes + lists.entries * cost.entry_bytes + lists.pages * 3_000
        bundles = math.ceil(stories / cost.bundle)
        yield [
            f"10^{round(math.log10(stories))}",
            _time(stories * cost.convert_s),
            f"{_time(stories * cost.collect_s)}, {_bytes(stories * cost.collect_bytes)}",
            f"{_time(stories * (cost.read_s + cost.render_s) / 2)}, {_bytes(stories * cost.build_bytes)}",
            _bytes(stories * cost.post_bytes),
            f"{_bytes(pages)}, {_count(stories + lists.pages)}",
            f"{lists.longest:,.0f}, {_bytes(lists.longest * cost.entry_bytes)}",
            f"{_bytes(stories * cost.search_bytes)}, {bundles:,}",
            _bytes(cost.search_first_bytes + bundles * cost.search_bundle_bytes),
            f"{math.ceil(stories / 50_000):,}",
        ]


HEAD = (
    "stories",
    "convert, one core",
    "collect: time, memory",
    "build, two cores: time, memory",
    "posts",
    "site: bytes, files",
    "longest list: stories, bytes",
    "search: index, bundles",
    "first search",
    "sitemaps",
)


def breaking(cost: Units) -> Iterator[tuple[str, float]]:
    """What gives way as a paper grows, and at how many stories."""
    yield "GitHub Pages takes no more (80 % of 1 GB)", 0.8e9 / (cost.page_bytes + 6 * cost.entry_bytes)
    yield "a first search asks for 5 MB", 5e6 / cost.search_bundle_bytes * cost.bundle
    yield "a build on two cores takes an hour", 3600 * 2 / (cost.read_s + cost.render_s)
    yield "a build needs 16 GB of memory", 16e9 / cost.build_bytes
    yield "the desk needs 16 GB of memory to compare stories", 16e9 / cost.collect_bytes
    yield "converting on one core takes a day", 86_400 / cost.convert_s
    yield "a list of a month is longer than 500 KB", _first(lambda n: lists_of(n).longest * cost.entry_bytes)
    yield "one sitemap index is full (50,000 sitemaps)", 50_000 * 50_000


def _first(size: Callable[[int], float]) -> float:
    """The number of stories at which a size passes what a page may have, to a tenth of a power of ten."""
    return next(n for n in (10 ** (each / 10) for each in range(40, 100)) if size(round(n)) > _LONGEST_PAGE)


def check() -> int:
    """Print formula and deal side by side; 1 where they differ by more than 3 %, the longest list aside."""
    code = 0
    for stories in (10_000, 100_000):
        told, dealt = lists_of(stories), dealt_lists(stories)
        print(f"{stories:,}: lists {told.pages:,.0f} (dealt {dealt.pages:,.0f}), longest {told.longest:.0f}"
              f" (dealt {dealt.longest:.0f})")  # fmt: skip
        code |= abs(told.pages / dealt.pages - 1) > 0.03
    return code


def _time(seconds: float) -> str:
    for unit, length in (("years", 31_557_600), ("days", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= 1.5 * length:
            return f"{seconds / length:,.1f} {unit}"
    return f"{seconds:,.0f} s"


def _bytes(size: float) -> str:
    for unit, length in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if size >= length:
            return f"{size / length:,.1f} {unit}"
    return f"{size / 1e3:,.0f} KB"


def _count(number: float) -> str:
    return f"{number / 1e6:,.1f} M" if number >= 1e6 else f"{number:,.0f}"


def main() -> int:
    """Print the tables in Markdown."""
    cost = units()
    print(f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}")
    for row in rows(cost):
        print(f"| {' | '.join(row)} |")
    print("\n| what gives way | at how many stories |\n|---|---|")
    for what, stories in sorted(breaking(cost), key=lambda each: each[1]):
        print(f"| {what} | {stories:,.0f} |")
    print(f"\n100 GB a month, what GitHub Pages gives, are {100e9 / cost.visit_bytes:,.0f} first visits, at any size.")
    return 0


if __name__ == "__main__":
    sys.exit(check() if "--check" in sys.argv else main())
