# SPDX-License-Identifier: MIT
"""An input as it was read: bytes that nobody has looked into yet, or why there are none."""

from dataclasses import dataclass, field
from hashlib import sha256

from newsroom.schema import FieldError, FrontMatter

_LETTERS = 16  # of a record's digest, where it has no id of its own


class Damage(ValueError):
    """A file of many records breaks off where it is damaged."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A seed's bytes. `name` is a file name that ends as its form does, `.txt` or `.html`.

    `charset` is the declared encoding, `address` that of the page, as the file gives it.
    """

    key: str
    name: str
    data: bytes
    charset: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why an input gives no seed; `line` is that of the file, where it has lines."""

    key: str
    reason: str
    why: str
    line: int | None = None


@dataclass(slots=True)
class Keys:
    """The keys of one file's records: `path#id`, and never a line's number, which changes with the others.

    A record without an id of its own, or with one that no post could state, has the digest of its bytes; one
    whose id is taken has that digest after it.
    """

    path: str
    taken: set[str] = field(default_factory=set)

    def key_of(self, identity: object, data: bytes) -> str:
        """The key of the next record."""
        digest = sha256(data).hexdigest()[:_LETTERS]
        own = str(identity) if isinstance(identity, str | int) and not isinstance(identity, bool) else ""
        key = f"{self.path}#{own or digest}"
        if key_problem(key):
            key = f"{self.path}#{digest}"
        if key in self.taken and not key.endswith(digest):
            key = f"{key}-{digest}"
        number, first = 1, key
        while key in self.taken:  # the same bytes once more
            number += 1
            key = f"{first}-{number}"
        self.taken.add(key)
        return key


def key_problem(key: str) -> str | None:
    """What keeps a text from being a key: a post must be able to state it."""
    try:
        FrontMatter(title="-", seed=key)
    except FieldError as error:
        return error.why
    return None
