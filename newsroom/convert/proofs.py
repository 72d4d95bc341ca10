# SPDX-License-Identifier: MIT
"""What proves that a page is no story, and the page that it is looked for on."""

import re
from typing import NamedTuple

from newsroom.convert.lines import squeezed
from newsroom.convert.model import Article, Seed

LINE = re.compile(r"\S[^\r\n\u2028\u2029]*")


class Proof(NamedTuple):
    """Why a page is no story, and where the line begins that proves it."""

    reason: str
    why: str
    start: int


class Page(NamedTuple):
    """What a page says: its article, the text of that in one line, and where it stands."""

    seed: Seed
    article: Article
    text: str
    start: int


def shown(text: str) -> str:
    """The beginning of a line, quoted, as a reason shows it."""
    text = squeezed(text)
    return repr(text if len(text) <= 60 else f"{text[:57]}…")
