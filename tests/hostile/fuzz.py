# SPDX-License-Identifier: MIT
"""Mutated seeds through the converter: `python -m tests.hostile.fuzz COUNT [FOLDER …]`.

A mutation is a seed with a few ranges replaced, doubled, moved or taken out. The same count gives the same seeds.
Each must become a post or a refusal that says why, its blocks must partition it, and the post must read back.
FOLDERs hold further texts to start from; what breaks is printed as Python writes it.
"""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsroom.convert import NO_EVIDENCE, Evidence, Role, Seed, Source, post_from, read, title_of
from newsroom.schema import read as read_post
from newsroom.schema import takes, write
from newsroom.seedtext import page_text
from tests.hostile_strings import HOSTILE

ROOT = Path(__file__).parents[2]
PIECES = (
    *HOSTILE,
    *("By Ann Lee", "By ", "Published: 3 March 2030 at 06:30", "2031-01-02", "29/02/2031", "12:30 GMT", "Updated: "),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\x85",
        "\x0c",
        " ",
        "\t",
        "\u00a0",
        "\u200b",
        "\u200d",
        "\u202e",
        "\u2066",
    ),
    *("\x00", "\ufffe", "\ufeff", "\ud800", "\udfff", "\U0010ffff", "\u0301" * 9, "ß", "İ", "ǅ", "ﷺ", "\u0345", "𝟛"),
    *(
        "• ",
        "* ",
        "- ",
        "1. ",
        "> ",
        "# ",
        "---",
        "```",
        "Q: ",
        "— ",
        '"',
        "“",
        "”",
        "«",
        "»",
        "'",
        "…",
        "。",
        "؟",
        "।",
    ),
    *("Share", "Related", "Read more", "Advertisement", "© 2031", "Photo: ", "OSTREL (AP) — ", "Dr. ", "A. B. ", "٣"),
)
# What stands in rows: dates, names and words, and what parts them
ITEMS = (
    *("2031.12.04", "4/12/31", "Dec 4", "12:30", "3 March 2031", "Mon", "Ann Lee", "Goats", "Share", "1", "#a", "AP"),
    *("By Ann Lee", "Goat 9 of Port Ember 2031.12.9", "(Photo: A. B.)", "https://a.example/2031/1/2/b", "", "“He.”"),
)
PARTERS = (
    *(
        " - ",
        "\u00a0-\u00a0",
        " • ",
        "\u00a0•\u00a0",
        " | ",
        ", ",
        " / ",
        "\n",
        "\n\n",
        "\t",
        " and ",
        ": ",
        " ",
        "",
        "; ",
    ),
    *("\n- ", "\n* ", " — ", " · ", ". "),
)
ADDRESSES = (
    "",
    "2031/03/05/ferry",
    "news/2031-3-5-",
    "?date=05032031&p=",
    "1930000000/a",
    "/../",
    "%2e%2e/",
    "a" * 999,
)


def starts(folders: Sequence[Path] = ()) -> list[str]:
    """Return the texts to begin with: the seeds of the project, the cases of the converter's tests, and more."""
    files = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests/convert/cases").rglob("*.txt")]
    files += [file for folder in folders for file in folder.rglob("*.txt")]
    return [file.read_bytes().decode(errors="surrogateescape") for file in sorted(files)]


def mutations(texts: Sequence[str], count: int, first: int = 0) -> Iterator[str]:
    """Yield so many mutated texts, from the number `first` on."""
    for number in range(first, first + count):
        chance = random.Random(number)
        text = chance.choice(texts)
        if len(text) > 1_500:  # a part of a long one: its beginning and some of the rest
            at = chance.randrange(500, len(text) - 500)
            text = text[: chance.choice((200, 600))] + text[at : at + chance.choice((300, 900))]
        for _ in range(chance.randint(1, 6)):
            text = _mutated(chance, text, texts)
        yield text


def _mutated(chance: random.Random, text: str, texts: Sequence[str]) -> str:
    start = chance.randint(0, len(text))
    if chance.random() < 0.3:  # at a line's head most steps look
        start = text.rfind("\n", 0, start) + 1
    end = min(len(text), start + chance.choice((0, 1, 5, 40, 300)))
    other = chance.choice(texts)
    at = chance.randint(0, len(other))
    new = chance.choice(
        (
            "",
            chance.choice(PIECES),
            chance.choice(PARTERS).join(chance.choices(ITEMS, k=chance.randint(2, 12))),
            chance.choice(PARTERS) + chance.choice(PARTERS).join(["", *chance.choices(ITEMS, k=3)]),
            "".join(chance.choices(PIECES, k=chance.randint(2, 6))),
            "\n" + " ".join(chance.choices(PIECES, k=chance.randint(2, 4))) + "\n",
            text[start:end] * 2,
            other[at : at + chance.choice((10, 80, 400))],
            chr(chance.randrange(0x110000)),
            text[start:end].upper(),
            text[start:end].replace(" ", "\n"),
            text[start:end].replace("\n", " "),
        )
    )
    return text[:start] + new + text[end:]


def evidence_for(text: str, number: int) -> Evidence:
    """Return what is known beside the text of a number: for two of three nothing, else what editors and crawls say."""
    if number % 3:
        return NO_EVIDENCE
    chance = random.Random(-number)
    address = f"https://lamp.example/{chance.choice(ADDRESSES)}{chance.choice(PIECES)}"
    orders = (None, "day-first", "month-first")
    source = Source("The Lamp", zone=chance.choice((None, "Europe/Paris", "Pacific/Apia")), order=chance.choice(orders))
    lines = [line.strip() for line in text.splitlines()]
    furniture = frozenset(chance.sample(lines, len(lines) // 4)) - {""}
    return Evidence(address if takes("source", address) else None, source, furniture)


def page_of(text: str, number: int) -> str:
    """Return the text of one in ten as if it were a page of HTML, parsed as that."""
    return text if number % 10 else page_text(text.replace("\n", "<p>").encode(errors="replace"))


def fault(text: str, evidence: Evidence = NO_EVIDENCE) -> str | None:
    """Return what is wrong with what a text became, if anything."""
    seed = Seed("any.txt", "0" * 64, text, evidence)
    try:
        reading = read(seed)
        blocks, article, refusal = reading.blocks, reading.article, reading.refusal
        if blocks is not None:
            if "".join(text[each.start : each.end] for each in blocks.items) != text:
                return "characters were lost"
            if list(blocks.having(Role.OPEN)):
                return "a block has no role"
        if refusal or blocks is None or article is None:
            return None if refusal and refusal.reason and refusal.why else "nothing says why it is no post"
        title = title_of(article)
        if title is None:  # convert() says of those that no story was found
            return None
        made = post_from(seed, blocks, title, article)
        return None if read_post(write(made.file)) == made.file else "the post does not read back"
    except Exception as error:  # noqa: BLE001 - what is looked for
        return f"{type(error).__name__}: {error}"


def main(count: int, folders: Sequence[Path], first: int = 0) -> int:
    """Run so many, print what broke, and return how many did."""
    began, broken, slowest = time.monotonic(), 0, (0.0, "")
    for number, mutated in enumerate(mutations(starts(folders), count, first), first):
        before = time.process_time()
        text = page_of(mutated, number)
        why = fault(text, evidence_for(text, number))
        slowest = max(slowest, (time.process_time() - before, text))
        if why:
            broken += 1
            print(f"number {number}: {why}\n  {text!r}", flush=True)
    print(f"{count:,} mutations, {broken} broken, {time.monotonic() - began:.0f} s; slowest {slowest[0]:.2f} s")
    return broken


if __name__ == "__main__":
    first = int(sys.argv[1].partition("+")[2] or 0)
    sys.exit(bool(main(int(sys.argv[1].partition("+")[0]), [Path(name) for name in sys.argv[2:]], first)))
