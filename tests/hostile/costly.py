# SPDX-License-Identifier: MIT
"""Documents that cost a careless program minutes, and what they cost ours: `python -m tests.hostile.costly [FILE]`.

FILE is a JSON list of further patterns, {id, prefix, unit, suffix}.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsroom.convert import Refusal, Seed, convert
from newsroom.markup import MarkupError, html_from

TIMES = 25_000
SEED_MAX = 400_000  # characters that the converter takes; a megabyte is refused unread
HEAD = "Ferry returns to Port Ember\nBy Mara Quill\nPublished: 3 March 2031 at 06:30\n"
STORY = "The harbour office said on Monday that the ship would sail four times a day until autumn. "


@dataclass(frozen=True, slots=True)
class Pattern:
    """A unit that is repeated between two ends."""

    name: str
    unit: str
    prefix: str = ""
    suffix: str = ""

    def text(self, times: int) -> str:
        """Return the unit so many times."""
        return f"{self.prefix}{self.unit * times}{self.suffix}"


_MARKS = (
    *("[", "![", "[a](", "[a](<", "![a][", "]", "[](", "[^", "[^a]", "[^a]: b\n\n", "(", "<", "<a", "<a@b", "<http:"),
    *("*", "_", "**a ", "*a **b", "_a __b", "***a*", "`", "``a`", "`a``", "\\", "\\`", "&", "&#", "&#x6", "&amp"),
    *("#", "# ", "#\n", "=\n", "a\n=\n", "-", "- ", "-\n"),
    *("- a\n", "* a\n  ", "+ ", "1. ", "1. a\n", " ", "    ", "\t"),
    *("> ", ">", "> a\n", "> - ", "- > ", "    a\n", "```\n", "~~~\n", "```", "|", "|a", "|-", "a|b\n-|-\n", "|`"),
    *("a  \n", "a\\\n", "[a]: b\n", "[a]\n", "[a]: <", "{", "{static}", "{:", "http://", "a@", "a.b@", "\u0301"),
    *("\u202e", "\u200d", "\u00ad", "\u3002", "\u05d0", '"', "'", '"a '),
    *("\u201c", "\u201d", "\u00ab", "--", "...", "a--"),
)  # fmt: skip
_PRINTED = (
    *("By ", "By A", "By A. B", "by and ", "Mr. ", "A. ", "A.B.", "Dr A ", "and ", ", ", ",", "; ", ": ", " | ", " - "),
    *("1", "1/", "01/02/", "1:", "12:30 ", "3 March "),
    *("March 3, ", "2031-", "2031-01-02 ", "2031", "Mon ", "GMT ", "+01"),
    *("Published ", "Updated: ", "Updated 3 March 2031\n", "Published: 3 March 2031\n"),
    *("5 hours ago\n", "a", "A", "a ", "A "),
    *("a.", "a. ", "A. B. ", "? ", "! ", "\u2026", '"He." he said. '),
    *('" ', "'s ", "(a) ", "[1]", "#a ", "@a ", "\u3042", "\u4e00"),
    *("\n", "\n\n", "a\n", "A B\n", "a b c d e f g\n"),
    *("Share\n", "Read more\n", "\u2022 ", "\u2022 a\n", "Q: a\nA: b\n"),
    *("https://a.example/", "www.", "a/b/", "\u00a9 ", "Photo: A\n"),
    *("(Photo by A)", "OSTREL (AP) - ", "\u0661", "\u0b95\u0bcd", "\r", "\r\n"),
)  # fmt: skip


def patterns(more: Path | None = None) -> list[Pattern]:
    """Return our own, and those of a file."""
    ours = [Pattern(repr(unit), unit) for unit in dict.fromkeys(_MARKS + _PRINTED)]
    ours += [
        Pattern(f"{unit!r} closed", unit, suffix="a" + unit[::-1]) for unit in ("[", "*", "**a ", "`", "> ", "<", "(")
    ]
    theirs = json.loads(more.read_text("utf-8")) if more else []
    return ours + [Pattern(each["id"], each["unit"], each["prefix"], each["suffix"]) for each in theirs]


def converted(text: str) -> str:
    """Convert a text, and say what came of it."""
    made = convert(Seed("costly.txt", "0" * 64, text))
    return f"refused: {made.reason}" if isinstance(made, Refusal) else "a post"


def rendered(text: str) -> str:
    """Render a text, and say what came of it."""
    try:
        return f"{len(html_from(text, resolve=lambda kind, path: f'/{kind}/{path}')):,} characters"
    except MarkupError as error:
        return f"refused: {error.why}"


def costs(found: list[Pattern]) -> Iterator[tuple[float, str, str, str]]:
    """Yield (seconds of this processor, program, pattern, what came of it)."""
    for each in found:
        room = SEED_MAX - len(HEAD) - 12 * len(STORY)
        times = max(1, room // len(each.unit) - 1)
        seeds = {
            "converter, alone": each.text(times),
            "converter, below a headline": HEAD + STORY * 5 + "\n" + each.text(times),
            "converter, above a story": HEAD + each.text(times) + "\n" + STORY * 10,
            "converter, by lines": HEAD + "\n".join([each.text(max(1, 40 // len(each.unit)))] * 9_000)[:room] + STORY,
        }
        for kind, text in seeds.items():
            yield _timed(converted, text, kind, each)
        yield _timed(rendered, each.text(TIMES), "renderer", each)


def _timed(act: Callable[[str], str], text: str, kind: str, each: Pattern) -> tuple[float, str, str, str]:
    start = time.process_time()
    said = act(text)
    return time.process_time() - start, kind, each.name, said


def main(more: Path | None = None) -> int:
    """Print what took longest, and return how many took more than a second."""
    found = sorted(costs(patterns(more)), reverse=True)
    for seconds, kind, name, said in found[:25]:
        print(f"{seconds:8.2f} s  {kind:<28} {name:<28} {said}")
    slow = sum(seconds > 1 for seconds, *_ in found)
    print(f"{len(found)} documents, {slow} above a second")
    return slow


if __name__ == "__main__":
    sys.exit(bool(main(*map(Path, sys.argv[1:2]))))
