# SPDX-License-Identifier: MIT
"""What the converter says of a seed, told apart from what other seeds and editors add to its post."""

from dataclasses import replace
from hashlib import sha256

from newsroom import schema
from newsroom.schema import FrontMatter, PostFile

CORRECTABLE = ("title", "date", "authors", "category")  # the keys that an editor may state of one post
_STATED = "*"


def core_of(file: PostFile) -> str:
    """Digests of what the converter says: one of all else, and one of each key that an editor may correct.

    A key that an editor did correct has a star instead.
    """
    front = file.front
    rest = replace(
        front,
        address=None,
        version_of=None,
        duplicates=(),
        title="-",
        date=None,
        authors=(),
        category=None,
        stated=tuple(key for key in front.stated if key not in CORRECTABLE),
    )
    facts = [_STATED if key in front.stated else _digest(getattr(front, key)) for key in CORRECTABLE]
    return ".".join((schema.digest(replace(file, front=rest)), *facts))


def same_core(one: str | None, other: str | None) -> bool:
    """Whether two posts say the same, but for what an editor stated in either."""
    parts = [core.split(".") if core else [] for core in (one, other)]
    return len(parts[0]) == len(parts[1]) and all(
        mine == yours or _STATED in (mine, yours) for mine, yours in zip(*parts, strict=True)
    )


def is_corrected(core: str | None) -> bool:
    """Whether an editor stated a key of the post."""
    return core is not None and _STATED in core


def corrected(file: PostFile, values: dict[str, object]) -> PostFile:
    """The post with other values of some keys, marked as stated by an editor. FieldError for a wrong one."""
    stated = tuple(dict.fromkeys((*file.front.stated, *values)))
    front = replace(file.front, **values, stated=stated)  # type: ignore[arg-type]  # the schema checks each
    return PostFile(front, file.text)


def keeping_corrections(file: PostFile, before: FrontMatter) -> PostFile:
    """The post with what an editor stated of it before."""
    return corrected(file, {key: getattr(before, key) for key in CORRECTABLE if key in before.stated})


def sealed(file: PostFile) -> PostFile:
    """The post with the digest of what it says, by which a person's change is noticed."""
    return PostFile(replace(file.front, digest=schema.digest(file)), file.text)


def _digest(value: object) -> str:
    said = [*map(str, value)] if isinstance(value, tuple) else str(value)
    return sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]
