# SPDX-License-Identifier: MIT
"""The floors of quality on our own corpus: benchmarks/floors.json, below which no change may take the converter.

`python -m tests.convert.floors` raises them to what is reached. It lowers one only where it is told why:
`python -m tests.convert.floors "what was given up, and for what"`, which stands in the file from then on.
"""

import datetime
import json
import math
import sys
from pathlib import Path
from typing import Any

from benchmarks.quality import measured, records_of
from tests.convert.corpusfile import rows

FILE = Path(__file__).parents[2] / "benchmarks" / "floors.json"
# Figures that are the better the lower they are; no floor but a ceiling.
CEILINGS = frozenset({"wrong_date_all", "unbalanced_quotes", "false_refusal", "halluc_rate", "dup_rate"})
WANTED = {
    "all": (
        "title_exact date_day_acc_visible minute_acc modified_day_prec wrong_date_all author_exact author_p"
        " body_F1_macro para_collapsed_f1 para_collapsed_p unbalanced_quotes refuse_recall false_refusal halluc_rate"
        " dup_rate"
    ),
    "resi_main": "title_exact body_F1_macro",
    "resi_full": "title_exact body_F1_macro",
    "collapsed": "title_exact body_F1_macro para_collapsed_f1",
    "collapsed_raw": "title_exact body_F1_macro para_collapsed_f1",
}
_STEPS = 1000  # floors have three decimals


def reached() -> dict[str, dict[str, float]]:
    """What the converter reaches now, by variant."""
    cases = rows()
    records, _ = records_of(cases)
    found = measured(cases, records, "variant")
    return {group: {name: found[group][name] for name in names.split()} for group, names in WANTED.items()}


def fallen(floors: dict[str, Any], now: dict[str, dict[str, float]]) -> list[str]:
    """What is worse than its floor, in words."""
    return [
        f"{group} {name}: {value:.4f}, the {'ceiling' if name in CEILINGS else 'floor'} is {floors[group][name]}"
        for group, figures in now.items()
        for name, value in figures.items()
        if (value > floors[group][name] if name in CEILINGS else value < floors[group][name])
    ]


def raised(floors: dict[str, Any], now: dict[str, dict[str, float]], *, lower: bool) -> dict[str, dict[str, float]]:
    """Floors at what is reached, rounded to the lenient side; the old one stays where it is stricter."""
    made: dict[str, dict[str, float]] = {}
    for group, figures in now.items():
        made[group] = {}
        for name, value in figures.items():
            ceiling = name in CEILINGS
            new = (math.ceil if ceiling else math.floor)(round(value * _STEPS, 6)) / _STEPS
            old = floors.get(group, {}).get(name)
            keep = old is not None and not lower
            made[group][name] = (min if ceiling else max)(old, new) if keep else new
    return made


def main(why: str) -> None:
    stated = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {"story": [], "floors": {}}
    now = reached()
    before = stated["floors"]
    stated["floors"] = raised(before, now, lower=bool(why))
    if why:
        stated["story"].append(f"{datetime.date.today()}: {why}")  # noqa: DTZ011  # the day on which a person decided
    FILE.write_text(json.dumps(stated, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
