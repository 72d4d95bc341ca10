# SPDX-License-Identifier: MIT
"""How much a seed may be. Limits are counted, not timed, so that every machine refuses the same."""

from dataclasses import dataclass


class LimitError(ValueError):
    """Something is beyond a limit: `name` is the limit's key in LIMITS, the text names it too."""

    def __init__(self, name: str, value: int, what: str) -> None:
        super().__init__(f"{what} is more than {value:,}, the limit {name!r} of LIMITS")
        self.name = name


@dataclass(frozen=True, slots=True)
class Limits:
    """The setting LIMITS; docs/settings.md explains each."""

    file_bytes: int = 16 * 2**30
    record_bytes: int = 8 * 2**20  # a page of HTML; of its text the converter takes 400,000 characters
    line_bytes: int = 32 * 2**20
    nesting: int = 1
    ratio: int = 200  # crawls pack 3 to 10 to one, rows of one form 50; bombs 1,000 and more
    records: int = 10_000_000

    def check(self, name: str, size: int, what: str) -> None:
        """LimitError if `size` is beyond the limit `name`; `what` says what has that size."""
        value: int = getattr(self, name)
        if size > value:
            raise LimitError(name, value, what)


DEFAULT_LIMITS = Limits()
