# SPDX-License-Identifier: MIT
"""What each sign of a byline is worth, learnt from dumps with gold, and how it does on unseen papers.

`python -m benchmarks.train_bylines ROWS.jsonl` prints the share of right bylines on papers that were held
out, and writes `newsroom/convert/byline_weights.py` from all. The names of a page compete, and "none"
with them, as the lines do in `train_headlines`, whose conditional logit this is. Papers with gold are few:
invented pages stand beside them, in the training only, never in the figures of the rows.
"""

import math
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.byline_pages import rows as invented
from benchmarks.quality import rows_from
from benchmarks.train_headlines import FOLDS, Page, fold_of, learnt
from benchmarks.words import letters
from newsroom.convert import Blocks, Seed
from newsroom.convert.byline_candidates import candidates
from newsroom.convert.byline_places import surroundings_from
from newsroom.convert.byline_signs import signs
from newsroom.convert.steps import STEPS
from newsroom.convert.steps.find_byline import find_byline

WEIGHTS = Path(__file__).resolve().parents[1] / "newsroom" / "convert" / "byline_weights.py"
# Added to the points of "none": a wrong name is worse than none. By papers held out 0.1 was right of .840 and named
# someone on .158 of the invented pages that print no one; 0.3 of .835, and .138.
NONE_MORE = 0.3
# Of 1 to 4, by papers held out: .899, .904 and .910 right, .079, .079 and .066 named where no one is printed. The
# invented pages do most of what damping is for.
DAMPING = 4.0


# So many invented pages, each worth so much of a real one.
INVENTED, SHARE = 1500, 0.15


def main(path: Path) -> None:
    """Print the figures of held-out papers, and write the weights that all rows give."""
    rows = [row for row in rows_from(path) if row["gold"]["article"] and row["gold"]["authors"] is not None]
    dumps = Counter(row["page"] for row in rows)
    found = [(page_of(row, 1 / math.sqrt(dumps[row["page"]])), row) for row in rows]
    made = [(page_of(row, SHARE), row) for row in invented(INVENTED)]
    pages = [page for page, _ in (*found, *made)]
    held_out = [learnt([page for page in pages if fold_of(page) != fold], DAMPING) for fold in range(FOLDS)]
    all_pages = learnt(pages, DAMPING)
    for name, weights in (("held out", held_out), ("learnt from", [all_pages] * FOLDS)):
        for kind, rated in (("rows", found), ("invented", made)):
            print(name, kind, *figures([(page, row, choice(page, weights[fold_of(page)])) for page, row in rated]))
    WEIGHTS.write_text(module_of(all_pages), encoding="utf-8")


def page_of(row: dict[str, Any], weight: float) -> Page:
    """A row as the signs of its candidates, as the steps before would leave them."""
    seed = Seed(row["id"], "0" * 64, row["text"])
    blocks = Blocks.of(seed.text)
    for step in STEPS[: STEPS.index(find_byline)]:
        blocks = step(seed, blocks)
    around = surroundings_from(seed, blocks)
    found = list(candidates(around))
    gold = {letters(name) for name in row["gold"]["authors"]} - {""}
    right = [{letters(name) for name in each.names} == gold for each in found]
    printed = bool(row["gold"]["visible"]["authors"])
    choices = [tuple(signs(around, each)) for each in found]
    none_is_right = not printed and not any(right)
    return Page([*choices, ("none",)], [*right, none_is_right], row["domain"], weight)


def choice(page: Page, weights: dict[str, float]) -> int:
    """The place of the candidate with the most points."""
    points = [sum(weights.get(sign, 0.0) for sign in signs) for signs in page.choices]
    points[-1] += NONE_MORE
    return points.index(max(points))


def figures(chosen: list[tuple[Page, dict[str, Any], int]]) -> list[str]:
    """Right where names are printed, the most that could be, and named where none is."""
    printed = [(page, at) for page, row, at in chosen if row["gold"]["visible"]["authors"]]
    silent = [(page, at) for page, row, at in chosen if not row["gold"]["visible"]["authors"]]
    right = sum(page.right[at] for page, at in printed) / len(printed)
    most = sum(any(page.right[:-1]) for page, _ in printed) / len(printed)
    none = sum(at == len(page.choices) - 1 for page, at in printed) / len(printed)
    named = sum(at < len(page.choices) - 1 and not page.right[at] for page, at in silent) / max(1, len(silent))
    return [
        f"right {right:.3f}",
        f"of at most {most:.3f}",
        f"none {none:.3f}",
        f"named where none is printed {named:.3f}",
    ]


def module_of(weights: dict[str, float]) -> str:
    """The table as Python."""
    lines = [
        f'    "{sign}": {worth:.2f},\n'
        for sign, worth in sorted(weights.items())
        if sign != "none" and abs(worth) >= 0.005
    ]
    return (
        "# SPDX-License-Identifier: MIT\n"
        '"""What each sign of a byline is worth: written by `benchmarks/train_bylines.py`, never by hand."""\n\n'
        "# Names need more than this; below it no one is named.\n"
        f"NONE = {weights['none'] + NONE_MORE:.2f}\n"
        f"WEIGHTS = {{\n{''.join(lines)}}}\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
