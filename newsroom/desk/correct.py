# SPDX-License-Identifier: MIT
"""Corrections: what a person put right in a table goes into the posts, marked as stated by an editor.

A corrected post is still the converter's: a better converter improves its text, and leaves alone what was stated.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom import schema
from newsroom.desk import sheet
from newsroom.desk.core import CORRECTABLE, corrected, sealed
from newsroom.desk.write import write_all
from newsroom.schema import FieldError, FrontMatter, Stamp

# The columns of a table by the keys of a post.
_KEYS = dict(zip(sheet.FACTS, CORRECTABLE, strict=True))


@dataclass(frozen=True, slots=True)
class Corrections:
    """How many posts were corrected and how many said so already; `problems` read `file:line: why`."""

    corrected: int
    unchanged: int
    problems: tuple[str, ...]


def correct(content: Path, table: Path) -> Corrections:
    """Put the table's facts into the posts of its seeds; a line that cannot be taken is named, and left out.

    OSError if the table cannot be read or a post cannot be written.
    """
    counts: Counter[bool] = Counter()
    problems = []
    posts = _posts_by_seed(content)
    try:
        for row in sheet.rows_from(table.read_bytes()):
            try:
                counts[_put_right(content, posts, row)] += 1
            except ValueError as error:
                problems.append(f"{table}:{row.line}: {error}")
    except sheet.SheetError as error:
        problems.append(f"{table}:{error.line}: {error}")
    return Corrections(counts[True], counts[False], tuple(problems))


def _put_right(content: Path, posts: Mapping[str, list[Path]], row: sheet.Row) -> bool:
    """Whether the row changed its post. ValueError says why it cannot be taken."""
    path = _only_post(content, posts.get(row.cells["seed"], []), row.cells["seed"])
    post = schema.read(path.read_text("utf-8"))
    digest = row.cells.get("digest", "")
    if digest and not schema.digest(post).startswith(digest):
        raise ValueError(f"{path} has changed since the table was written: make the report again")
    changed = _changed(post.front, row)
    if not changed:
        return False
    if not changed.get("title", post.front.title):
        raise FieldError("title", "is empty, and a post needs one")
    right = corrected(post, changed)
    write_all([(path, schema.write(right if schema.is_edited(post) else sealed(right)).encode())])
    return True


def _changed(front: FrontMatter, row: sheet.Row) -> dict[str, object]:
    """The values by key that a row states and the post does not."""
    now = sheet.facts_of(front)
    cells = {name: cell for name, cell in row.cells.items() if now.get(name, cell) != cell}
    values = {_KEYS[name]: _value(name, cell) for name, cell in cells.items()}
    return {key: value for key, value in values.items() if value != getattr(front, key)}


def _only_post(content: Path, paths: list[Path], seed: str) -> Path:
    if len(paths) == 1:
        return paths[0]
    if not paths:
        raise ValueError(f"no post of seed {seed[:80]!r} is in {content}")
    raise ValueError(f"seed {seed[:80]!r} is claimed by {' and '.join(map(str, paths))}")


def _value(name: str, cell: str) -> object:
    """The value that a cell states; None or () where it is empty."""
    try:
        if name == "date":
            return Stamp.parse(cell.strip()) if cell.strip() else None
    except ValueError as error:
        raise FieldError(name, str(error)) from error
    if name == "authors":
        return tuple(author.strip() for author in cell.split(";") if author.strip())
    return cell.strip() or None


def _posts_by_seed(content: Path) -> dict[str, list[Path]]:
    """The posts of each seed; those that cannot be read are told by `invoke convert`."""
    found: dict[str, list[Path]] = {}
    for path, seed in _seeds_of(sorted(content.glob("news/**/*.md"))):
        found.setdefault(seed, []).append(path)
    return found


def _seeds_of(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if path.is_symlink() or not path.is_file():
            continue
        try:
            post = schema.read(path.read_bytes().decode())
        except (UnicodeDecodeError, schema.PostError, FieldError):
            continue
        if post.front.seed:
            yield path, post.front.seed
