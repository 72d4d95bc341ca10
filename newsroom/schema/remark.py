# SPDX-License-Identifier: MIT
"""What a person wrote about a story on a day: a correction of the paper's, or of our copy."""

import datetime
import re
from dataclasses import dataclass
from typing import Self

_FORM = re.compile(r"(\d{4}-\d{2}-\d{2}) (\S.*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Remark:
    """A day and one line of text."""

    day: datetime.date
    text: str

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.text}"

    @classmethod
    def parse(cls, line: str) -> Self:
        """The remark that `2031-03-21 The ferry has one mast.` states; ValueError for anything else.

        The day is demanded: the page of corrections lists the newest first, and no clock is read.
        """
        match = _FORM.fullmatch(line)
        if not match:
            raise ValueError(f"{line[:40]!r} is not a day, YYYY-MM-DD, and words")
        return cls(datetime.date.fromisoformat(match[1]), match[2])
