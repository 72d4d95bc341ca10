# SPDX-License-Identifier: MIT
"""The table of blocks in docs/labelling.md, made of the seed that stands above it.

`python -m tests.docs_labelling` writes it anew.
"""

import re
from pathlib import Path

from newsroom.convert import Role, Seed, blocks_from

DOC = Path(__file__).parents[1] / "docs" / "labelling.md"
HEAD = "| Range | Role | Text |\n|---|---|---|\n"
_SHOWN = 60


def whole(doc: str) -> str:
    """The page with the table as the converter would have it."""
    seed = re.findall(r"^```text\n(.*?)^```$", doc, re.MULTILINE | re.DOTALL)[0]
    return doc.partition(HEAD)[0] + HEAD + "".join(_rows(Seed("", "", seed)))


def _rows(seed: Seed) -> list[str]:
    return [
        f"| {block.start}–{block.end} | {block.role}{f': {block.reason}' if block.reason else ''}"
        f" | {_shown(seed.text[block.start : block.end])} |\n"
        for block in blocks_from(seed).items
        if block.role is not Role.LAYOUT
    ]


def _shown(text: str) -> str:
    return text.strip() if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0]} …"


if __name__ == "__main__":
    DOC.write_text(whole(DOC.read_text("utf-8")), "utf-8")
