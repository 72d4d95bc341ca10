# SPDX-License-Identifier: MIT
"""The account of a run: every row that came in is an article, refused or bad."""

from collections import Counter
from dataclasses import dataclass, field

from newsroom.records.rows import Result


@dataclass(slots=True)
class Account:
    """Rows counted by what became of them; it grows while the run lasts."""

    articles: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    bad: int = 0

    @property
    def inputs(self) -> int:
        """How many rows came in."""
        return self.articles + self.refused.total() + self.bad

    def add(self, result: Result) -> None:
        """Count one more."""
        if result.bad is not None:
            self.bad += 1
        elif result.refused is not None:
            self.refused[result.refused] += 1
        else:
            self.articles += 1

    def __str__(self) -> str:
        by_reason = ", ".join(f"{reason} {count:,}" for reason, count in self.refused.most_common())
        refused = f"{self.refused.total():,} refused" + (f" ({by_reason})" if by_reason else "")
        return f"{self.inputs:,} rows: {self.articles:,} articles, {refused}, {self.bad:,} bad"
