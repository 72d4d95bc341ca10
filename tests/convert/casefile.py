# SPDX-License-Identifier: MIT
"""Case files: a sentence, a seed, and how the converter labels and takes it.

Written anew by `python -m tests.convert.casefile`: read the difference before you commit it.
"""

from dataclasses import dataclass
from pathlib import Path

from newsroom.convert import Post, Refusal, Role, Seed, blocks_from, convert

FOLDER = Path(__file__).parent / "cases"
SEED, LABELS, RESULT = "=== seed\n", "=== labels\n", "=== result\n"


@dataclass(frozen=True)
class Case:
    path: Path
    says: str
    seed: str

    @property
    def whole(self) -> str:
        """The file as the converter would have it."""
        seed = Seed.from_bytes(f"{self.path.stem}.txt", self.seed.encode())
        return f"{self.says}{SEED}{self.seed}{LABELS}{labels_of(seed)}{RESULT}{result_of(seed)}"


def case_from(path: Path) -> Case:
    with path.open(encoding="utf-8", newline="") as file:
        says, _, rest = file.read().partition(SEED)
    return Case(path, says, rest.partition(LABELS)[0])


def labels_of(seed: Seed) -> str:
    """One line for every block but layout: role and reason, then the text."""
    lines = []
    for block in blocks_from(seed).items:
        if block.role is not Role.LAYOUT:
            label = block.role + (f"/{block.reason}" if block.reason else "")
            lines.append(f"{label:<28}{shown(seed.text[block.start : block.end])}\n")
    return "".join(lines)


def result_of(seed: Seed) -> str:
    """The facts of the post and its text, or the refusal."""
    made = convert(seed)
    if isinstance(made, Refusal):
        return f"refused, line {made.line}: {made.reason}: {made.why}\n"
    assert isinstance(made, Post)
    front = made.file.front
    facts = {"path": made.path, "title": front.title, "date": front.date, "modified": front.modified,
             "address": front.address, "category": front.category, "authors": ", ".join(front.authors),
             "agency": front.agency, "dateline": front.dateline, "tags": ", ".join(front.tags),
             "summary": front.summary, "captions": " / ".join(front.captions),
             "notes": " / ".join(front.notes)}  # fmt: skip
    stated = [f"{key}: {value}\n" for key, value in facts.items() if value]
    return "".join(stated) + f"\n{made.file.text}\n"


def shown(text: str) -> str:
    """The text with characters that no editor shows written out; spaces of all kinds stay."""
    return "".join(each if each.isprintable() or each in "\u00a0\u202f\u3000" else ascii(each)[1:-1] for each in text)


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.txt")):
        path.write_text(case_from(path).whole, encoding="utf-8", newline="")
