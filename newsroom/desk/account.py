# SPDX-License-Identifier: MIT
"""The account of a run: what became of every input, one JSON object a line, in .newsroom/outcomes.jsonl."""

import json
from collections.abc import Iterable
from pathlib import Path

from newsroom.desk.outcome import Outcome
from newsroom.desk.write import write_whole

NAME = "outcomes.jsonl"


def keep(outcomes: Iterable[Outcome], folder: Path) -> None:
    """Write the account into a folder. Keys: seed, outcome, reason, message, post, of; null where there is none."""
    write_whole(folder / NAME, "".join(map(_line, outcomes)).encode())


def _line(outcome: Outcome) -> str:
    row = {
        "seed": outcome.key,
        "outcome": outcome.kind.value,
        "reason": outcome.reason,
        "message": outcome.message,
        "post": outcome.post,
        "of": outcome.of,
    }
    return json.dumps(row) + "\n"  # in ASCII: a file name may be anything
