# SPDX-License-Identifier: MIT
"""The account of a run: what became of every input, one JSON object a line, in .newsroom/outcomes.jsonl."""

import json
from collections.abc import Iterable
from pathlib import Path

from newsroom.desk.outcome import Kind, Outcome
from newsroom.desk.write import write_lines
from newsroom.stop import Stop

NAME = "outcomes.jsonl"


def keep(outcomes: Iterable[Outcome], folder: Path) -> None:
    """Write the account into a folder. Keys: seed, outcome, reason, message, post, of; null where there is none."""
    write_lines(folder / NAME, map(_line, outcomes))


def recalled(folder: Path) -> list[Outcome]:
    """The outcomes of the last run. Stop where there is no account, or one that is damaged."""
    path = folder / NAME
    try:
        rows = [json.loads(line) for line in path.read_bytes().splitlines()]
        return [
            Outcome(row["seed"], Kind(row["outcome"]), row["message"], row["reason"], row["post"], row["of"])
            for row in rows
        ]
    except FileNotFoundError:
        raise Stop(f"{path}: no run has left an account yet; invoke convert first") from None
    except (ValueError, KeyError, TypeError) as error:
        raise Stop(f"{path}: the account of the last run is damaged; invoke convert makes it anew") from error


def _line(outcome: Outcome) -> bytes:
    row = {
        "seed": outcome.key,
        "outcome": outcome.kind.value,
        "reason": outcome.reason,
        "message": outcome.message,
        "post": outcome.post,
        "of": outcome.of,
    }
    return json.dumps(row).encode() + b"\n"  # in ASCII: a file name may be anything
