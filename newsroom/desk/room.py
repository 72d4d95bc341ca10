# SPDX-License-Identifier: MIT
"""Where a run works, and how."""

import os
from dataclasses import dataclass
from pathlib import Path

from newsroom.desk.limits import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Room:
    """The folders of seeds and of content, and the settings that a run heeds.

    `new_posts` is the status of new posts, published or draft; `addresses` says where they stand: by their day
    ("dated"), or where their page stood ("source"). `processes` is how many convert.
    """

    seeds: Path
    content: Path
    limits: Limits = DEFAULT_LIMITS
    new_posts: str = "published"
    addresses: str = "dated"
    processes: int = os.cpu_count() or 1

    @property
    def folder(self) -> Path:
        """Where runs keep what can be made again: the state, the account of the last run."""
        return self.content.parent / ".newsroom"
