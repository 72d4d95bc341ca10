# SPDX-License-Identifier: MIT
"""Makes the case files of the corpus: the stories of corpus/stories/ on the pages of corpus/pages/.

`python -m tests.convert.corpusmaker` writes them: read the difference before you commit it. Refused pages
are written by hand, and left alone.

A line of a story is `what> words`: a piece of the article (PIECES), or noise of the kind that it names.
A dateline stands in braces at the start of its paragraph, which the gold has without it.
"""

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.convert.corpusfile import FOLDER, GOLD, PARAGRAPHS, TEXT

# Gold paragraphs, and pieces that are printed for what they say; everything else is noise.
BODY = ("p", "sub", "item", "quote")
PIECES = (*BODY, "title", "by", "date", "mod", "lead", "section", "tags", "agency", "note", "caption")
HEAD, MAIN, TAIL = "head", "main", "tail"
_DATELINE = re.compile(r"\{([^}]*)\} ?")
LANGUAGES_WITHOUT_SPACES = ("ja", "zh")


@dataclass(frozen=True)
class Piece:
    what: str
    written: str

    @property
    def text(self) -> str:
        """As the page prints it."""
        return self.written.replace("{", "").replace("}", "")

    @property
    def gold(self) -> str:
        """Without the dateline."""
        return _DATELINE.sub("", self.written)


@dataclass(frozen=True)
class Story:
    """Facts by key, and the pieces in printed order: above the story, of it, below it."""

    name: str
    facts: dict[str, str]
    head: list[Piece]
    main: list[Piece]
    tail: list[Piece]

    @property
    def title(self) -> str:
        return next(piece.text for piece in self.head if piece.what == "title")

    def of(self, what: str) -> list[str]:
        return [piece.text for piece in [*self.head, *self.main, *self.tail] if piece.what == what]


def story_from(path: Path) -> Story:
    facts, rest = path.read_text("utf-8").split("=== head\n")
    head, rest = rest.split("=== story\n")
    main, _, tail = rest.partition("=== tail\n")
    return Story(path.stem, _facts(facts), _pieces(head), _pieces(main), _pieces(tail))


def page_from(name: str) -> tuple[list[Piece], list[Piece]]:
    """What stands above and below the article on a page."""
    text = (FOLDER / "pages" / f"{name}.txt").read_text("utf-8")
    above, below = text.partition("=== above\n")[2].split("=== below\n")
    return _pieces(above), _pieces(below)


def _facts(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)


def _pieces(text: str) -> list[Piece]:
    return [Piece(*line.split("> ", 1)) for line in text.splitlines() if "> " in line]


def main_content(story: Story) -> list[Piece]:
    return [*story.head, *story.main, *story.tail]


def whole_page(story: Story) -> list[Piece]:
    above, below = page_from(story.facts["page"])
    return [*above, *main_content(story), *below]


def undated(story: Story) -> list[Piece]:
    """The main content with the labels of date and byline emptied, as script-made pages leave them."""
    emptied = {"date": story.facts.get("emptied", ""), "by": story.facts.get("emptied-by", "")}
    pieces = [Piece(f"emptied-{each.what}", emptied[each.what]) if each.what in emptied else each
              for each in main_content(story) if each.what != "mod"]  # fmt: skip
    return [each for each in pieces if each.text]


def _in_lines(pieces: list[Piece]) -> str:
    """Blocks parted by empty lines, menus and lists bulleted: the look of Resiliparse."""
    lines: list[str] = []
    for piece in pieces:
        bulleted = piece.what in ("item", "menu", "share", "clock")
        if not (bulleted and lines and lines[-1].startswith("  • ")):
            lines.append("")
        lines.append(f"  • {piece.text}" if bulleted else piece.text)
    return "\n".join(lines[1:])


def _close(pieces: list[Piece]) -> str:
    """A line a block and nothing between, byline and date glued: the look of WET files."""
    text = "\n".join(piece.text for piece in pieces)
    for piece, following in pairwise(pieces):
        if {piece.what, following.what} == {"by", "date"}:
            text = text.replace(f"{piece.text}\n{following.text}", f"{piece.text}{following.text}")
    return text


def _wrapped(pieces: list[Piece]) -> str:
    """Markdown in lines of 78 characters: the look of html2text."""
    marks = {"title": "# ", "sub": "## ", "item": "  * ", "menu": "  * ", "quote": "> "}
    return "\n\n".join(
        textwrap.fill(marks.get(piece.what, "") + piece.text, 78, break_on_hyphens=False) for piece in pieces
    )


def _collapsed(story: Story, body: list[Piece], *, by: bool) -> str:
    """The form of the paper's first seed: the page's clock, headline, date, headline again, all text in a line."""
    clock = story.of("clock") or page_clock(story)
    lines = [f"  • {text}" for text in clock]
    lines += ["", story.title, ""] if lines else [story.title]
    lines += [text for text in story.of("by") if by]
    lines += [f"  • {text}" for text in story.of("date")]
    joint = "" if story.facts["lang"] in LANGUAGES_WITHOUT_SPACES else " "
    lines += [story.title, joint.join(piece.text for piece in body)]
    return "\n".join(lines).removeprefix("  ")


def page_clock(story: Story) -> list[str]:
    return [piece.text for piece in page_from(story.facts["page"])[0] if piece.what == "clock"]


def _variants() -> dict[str, tuple[str, Callable[[Story], str], Callable[[Story], list[Piece]]]]:
    """By name: what it is called in rows, its text, and the pieces that it prints."""

    def collapsed_pieces(story: Story) -> list[Piece]:
        kept = [each for each in story.head if each.what in ("title", "date")]
        return [*kept, Piece("repeat", ""), *(each for each in story.main if each.what in BODY)]

    def raw_pieces(story: Story) -> list[Piece]:
        kept = [each for each in story.head if each.what in ("title", "date", "by")]
        return [*kept, Piece("repeat", ""), *story.main, *story.tail]

    def clean(story: Story) -> str:
        return _collapsed(story, [each for each in story.main if each.what in BODY], by=False)

    def raw(story: Story) -> str:
        return _collapsed(story, [*story.main, *story.tail], by=True)

    return {
        "main": ("resi_main", lambda story: _in_lines(main_content(story)), main_content),
        "full": ("resi_full", lambda story: _in_lines(whole_page(story)), whole_page),
        "collapsed": ("collapsed", clean, collapsed_pieces),
        "raw": ("collapsed_raw", raw, raw_pieces),
        "undated": ("resi_main", lambda story: _in_lines(undated(story)), undated),
        "wet": ("wet_like", lambda story: _close(whole_page(story)), whole_page),
        "wrapped": ("html2text", lambda story: _wrapped(main_content(story)), main_content),
    }


def case_from(story: Story, name: str) -> str:
    variant, text, pieces = _variants()[name]
    printed = pieces(story)
    kinds = {piece.what for piece in printed}
    noise = sorted(kinds - set(PIECES) | kinds & {"caption", "agency", "note", "sub", "item", "tags", "section"})
    if any(_DATELINE.match(piece.written) for piece in printed):
        noise.append("dateline")
    about = [story.facts["says"], f"lang: {story.facts['lang']}", f"variant: {variant}", f"noise: {', '.join(noise)}"]
    paragraphs = [piece.gold for piece in story.main if piece.what in BODY]
    dump = text(story)
    return "".join((
        "\n".join(about), "\n", TEXT, dump, "\n", GOLD, *_gold_lines(story, kinds), PARAGRAPHS,
        *(f"{each}\n" for each in paragraphs),
    ))  # fmt: skip


def _gold_lines(story: Story, kinds: set[str]) -> Iterator[str]:
    """Facts, in brackets where this variant does not print them."""
    yield f"title: {story.title}\n"
    for fact, piece in (("also", "title"), ("authors", "by"), ("published", "date"), ("modified", "mod")):
        if fact in story.facts:
            value = story.facts[fact]
            yield f"{fact}: {value}\n" if piece in kinds else f"{fact}: [{value}]\n"
    datelines = (_DATELINE.match(piece.written) for piece in story.main)
    summary = [*story.of("lead"), *(match[1] for match in datelines if match)]
    if summary:
        yield f"summary: {' | '.join(summary)}\n"
    if "section" in kinds:
        yield f"section: {story.of('section')[0]}\n"
    if "tags" in story.facts and "tags" in kinds:
        yield f"tags: {story.facts['tags']}\n"


def cases() -> dict[str, str]:
    """The file of every case that is made, by its name."""
    stories = [story_from(path) for path in sorted((FOLDER / "stories").glob("*.txt"))]
    return {
        f"{story.name}--{name}.txt": case_from(story, name)
        for story in stories
        for name in story.facts["variants"].split()
    }


if __name__ == "__main__":
    for name, text in cases().items():
        (FOLDER / "cases" / name).write_text(text, encoding="utf-8", newline="")
