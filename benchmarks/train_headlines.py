# SPDX-License-Identifier: MIT
"""What each sign of a headline is worth, learnt from dumps with gold, and how it does on unseen papers.

`python -m benchmarks.train_headlines ROWS.jsonl` prints the share of right headlines on papers that were
held out, and writes `newsroom/convert/headline_weights.py` from all. A page's lines compete: the
weights make its headline the likeliest of them, or "none" where none is printed (a conditional
logit). Signs of a number are learnt in steps, so that neighbours lend each other strength.
"""

import hashlib
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality import rows_from
from benchmarks.words import line as same_title
from newsroom.convert import Blocks, Seed
from newsroom.convert.headline_signs import candidates, signs
from newsroom.convert.lines import open_lines
from newsroom.convert.page import page_from
from newsroom.convert.steps import STEPS
from newsroom.convert.steps.find_headline import find_headline

WEIGHTS = Path(__file__).resolve().parents[1] / "newsroom" / "convert" / "headline_weights.py"
# Of 0.5 to 40, on 333 dumps of 111 papers in three partitions by paper (November 2026): below 4 what
# is learnt of some papers hurts on others, above 15 it is too little.
DAMPING, ROUNDS, RATE, FOLDS = 8.0, 30, 0.15, 8
# Taken from the points of "none": a wrong headline is a subhead mostly, no headline is always worse.
NONE_LESS = 1.0
_NUMBERED = re.compile(r"(.*?) (\d+)")

Signs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The signs of a page's candidates, the last "none"; which are right; its paper and its weight."""

    choices: list[Signs]
    right: list[bool]
    paper: str
    weight: float


def main(path: Path) -> None:
    """Print the figures of held-out papers, and write the weights that all rows give."""
    rows = [row for row in rows_from(path) if row["gold"]["article"]]
    dumps = Counter(row["page"] for row in rows)
    pages = [page_of(row, 1 / math.sqrt(dumps[row["page"]])) for row in rows]
    printed = [page for page in pages if not page.right[-1]]
    held_out = 0
    for fold in range(FOLDS):
        weights = learnt([page for page in pages if fold_of(page) != fold])
        held_out += sum(is_right(page, weights) for page in printed if fold_of(page) == fold)
    weights = learnt(pages)
    seen = sum(is_right(page, weights) for page in printed)
    print(f"right on held-out papers {held_out / len(printed):.3f}, on those learnt from {seen / len(printed):.3f}")
    WEIGHTS.write_text(module_of(weights), encoding="utf-8")


def page_of(row: dict[str, Any], weight: float) -> Page:
    """A row as the signs of its candidates, as the steps before would leave them."""
    seed = Seed(row["id"], "0" * 64, row["text"])
    blocks = Blocks.of(seed.text)
    for step in STEPS[: STEPS.index(find_headline)]:
        blocks = step(seed, blocks)
    page = page_from(seed.text, open_lines(seed, blocks))
    places = list(candidates(page))
    gold = {same_title(title) for title in [row["gold"]["title"], *row["gold"]["title_alts"]]}
    right = [same_title(page.lines[place].text) in gold for place in places]
    choices = [tuple(signs(page, place)) for place in places]
    return Page([*choices, ("none",)], [*right, not row["gold"]["visible"]["title"]], row["domain"], weight)


def fold_of(page: Page) -> int:
    """The part that a paper is in."""
    return hashlib.sha256(page.paper.encode()).digest()[0] % FOLDS


def is_right(page: Page, weights: dict[str, float]) -> bool:
    """Whether the candidate with the most points is a right one."""
    points = [sum(weights.get(sign, 0.0) for sign in choice) for choice in page.choices]
    points[-1] -= NONE_LESS
    return page.right[points.index(max(points))]


def learnt(pages: Iterable[Page], damping: float = DAMPING) -> dict[str, float]:
    """The weights that make right candidates likely: AdaGrad over one page at a time, damped."""
    pages = [page for page in pages if any(page.right)]
    steps = _steps(pages)
    expanded = [[[part for sign in choice for part in steps[sign]] for choice in page.choices] for page in pages]
    often = Counter(part for choices in expanded for part in {part for choice in choices for part in choice})
    weights: defaultdict[str, float] = defaultdict(float)
    slopes: defaultdict[str, float] = defaultdict(float)
    order, dice = list(range(len(pages))), random.Random(0)  # noqa: S311 - an order, no secret
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for at in order:
            for part, slope in _slopes(expanded[at], pages[at], weights).items():
                damped = slope - damping * weights[part] / often[part]
                slopes[part] += damped * damped
                weights[part] += RATE * damped / math.sqrt(slopes[part] + 1e-6)
    return {sign: sum(weights[part] for part in parts) for sign, parts in steps.items()}


def _slopes(choices: list[list[str]], page: Page, weights: dict[str, float]) -> dict[str, float]:
    """How the likelihood of a page's right candidates grows with each weight."""
    points = [sum(weights[part] for part in choice) for choice in choices]
    most = max(points)
    odds = [math.exp(each - most) for each in points]
    whole = sum(odds)
    right = sum(each for each, is_right in zip(odds, page.right, strict=True) if is_right)
    slopes: defaultdict[str, float] = defaultdict(float)
    for choice, each, is_right in zip(choices, odds, page.right, strict=True):
        slope = (each / right if is_right else 0.0) - each / whole
        for part in choice:
            slopes[part] += slope * page.weight
    return slopes


def _steps(pages: Iterable[Page]) -> dict[str, Signs]:
    """Each sign as the parts that it is learnt by: `above 3` is itself and "at least" 1, 2 and 3."""
    found = {sign for page in pages for choice in page.choices for sign in choice}
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for numbered in filter(None, map(_NUMBERED.fullmatch, found)):
        numbers[numbered[1]].append(int(numbered[2]))
    steps = {}
    for sign in sorted(found):
        match = _NUMBERED.fullmatch(sign)
        least = (
            [f"{match[1]} >= {each}" for each in sorted(numbers[match[1]]) if each <= int(match[2])] if match else []
        )
        steps[sign] = (sign, *least)
    return steps


def module_of(weights: dict[str, float]) -> str:
    """The table as Python."""
    lines = [
        f'    "{sign}": {worth:.2f},\n'
        for sign, worth in sorted(weights.items())
        if sign != "none" and abs(worth) >= 0.005
    ]
    return (
        "# SPDX-License-Identifier: MIT\n"
        '"""What each sign of a headline is worth: written by `benchmarks/train_headlines.py`, never by hand."""\n\n'
        "# A line needs more than this; below it no line is the headline.\n"
        f"NONE = {weights['none'] - NONE_LESS:.2f}\n"
        f"WEIGHTS = {{\n{''.join(lines)}}}\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
