# SPDX-License-Identifier: MIT
"""A site made in shards, each on a machine of its own: which file of it belongs to which."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

_STATED = re.compile(r"(\d{1,4})/(\d{1,4})", re.ASCII)
_MOST = 1000
_TOGETHER = re.compile(r"search/[^/]+/")  # an index is made whole


@dataclass(frozen=True, slots=True)
class Shard:
    """The shard `number` of so many, counted from 1; number 0 reads all, and makes nothing."""

    number: int
    of: int

    def has(self, name: str) -> bool:
        """Whether a file of the site, told by its path, belongs to this shard. Those of one folder go together."""
        together = _TOGETHER.match(name)
        folder = together[0] if together else name.rpartition("/")[0]
        return crc32(folder.encode("utf-8", "surrogateescape")) % self.of == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


def shard_from(settings: Mapping[str, Any]) -> Shard | None:
    """The shard that SHARD states, or None where the whole site is made. ValueError where it states none."""
    stated = settings.get("SHARD")
    if not stated:
        return None
    found = _STATED.fullmatch(stated)
    shard = Shard(int(found[1]), int(found[2])) if found else None
    if shard is None or not 1 <= shard.of <= _MOST or shard.number > shard.of:
        raise ValueError(f"{stated!r} is not of the form 3/16, at most {_MOST} shards")
    return shard


def is_made_here(name: str, settings: Mapping[str, Any]) -> bool:
    """Whether a file of the site is to be made in this run."""
    shard = shard_from(settings)
    return shard is None or shard.has(name)
