# SPDX-License-Identifier: AGPL-3.0-only
"""Addresses that were published and would be no more: nobody's link dies without a person having said so.

content/known.tsv, which the desk keeps and which is committed, names every story's address, on any machine; what
stood in the output folder is of one machine, and may be another branch, or a trial. Addresses of sections, topics
and days follow from the stories, and may go with them.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsroom import schema
from newsroom.press.complaints import shown
from newsroom.press.errors import PressError

KNOWN = "known.tsv"
_ADVICE = "invoke convert notes where a story moved; `status: withdrawn` leaves a page that says so"


def refuse_vanished(content: Path, tree: Path, future: Iterable[str], is_here: Callable[[str], bool]) -> None:
    """Raise PressError, naming them, when stories that were published have no page, nor one that says where they went.

    `future` are paths below content/ of posts that wait for their day; `is_here` says of an address whether it
    belongs to this part of the paper.
    """
    waiting = {_address_of(content / path) for path in future}
    lost = [
        f"{shown(content / KNOWN)}:{line}: {address}"
        for line, address in _known(content / KNOWN)
        if address not in waiting and is_here(address) and not (tree / address / "index.html").is_file()
    ]
    if lost:
        count = f"{len(lost)} published {'address' if len(lost) == 1 else 'addresses'} would vanish"
        raise PressError("\n  ".join([f"{count}; the old site stands as it was. {_ADVICE}:", *lost]))


def _known(file: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, address) of each story that the desk knows to be public."""
    if file.is_file():
        for number, line in enumerate(file.read_text("utf-8", "replace").split("\n"), 1):
            address = line.partition("\t")[0]
            if address and not line.startswith("#"):
                yield number, address


def _address_of(post: Path) -> str:
    try:
        return schema.address_for(schema.read(post.read_text("utf-8")).front, kind="story")
    except (OSError, ValueError):
        return ""
