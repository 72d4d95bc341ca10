# SPDX-License-Identifier: MIT
"""What each sign of a story is worth, learnt from dumps with gold and from invented pages.

`python -m benchmarks.train_refusals ROWS.jsonl [MORE.jsonl]` prints, for papers and sites that were held out, how
many pages that are no story are refused, and how many stories; and writes `newsroom/convert/story_weights.py` from
all. It is logistic regression with a pull towards nothing. The rows have few pages that are no story: MORE has others
(`benchmarks/form_pages.py`), two kinds are made of the stories (briefs: their beginnings, and the text alone; and
whole pages without them), and the rest is invented: benchmarks/invented/, where a page begins with `@@ kind language`.
"""

import hashlib
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality import rows_from
from newsroom.convert import Seed, article_from, blocks_from
from newsroom.convert.refusals import refuse_text
from newsroom.convert.story_signs import SIGNS, kind_signs, shape_signs, word_signs

INVENTED = Path(__file__).parent / "invented"
WEIGHTS = Path(__file__).resolve().parents[1] / "newsroom" / "convert" / "story_weights.py"
# Of 0.3 to 10, by eight folds of sites (December 2026): 0.3 and 1 do alike, 3 worse.
PULL, TURNS, FOLDS = 1.0, 9, 8
# What a page counts for: those of real sites most, made ones less; the dumps of a page share its worth.
WORTH = {"story": 1.0, "refused": 2.0, "brief": 0.5, "frame": 0.15, "front": 0.3, "framed": 0.5, "invented": 1.0,
         "more": 0.3, "more whole": 0.1}  # fmt: skip
_SHARED = 0.7
# Fronts made of stories' beginnings: how many, of how many stories, and the line below each, as papers print it.
FRONTS, _TEASERS, _TEASER = 90, (5, 14), (90, 260)
_BELOW = ("{n} hours ago", "vor {n} Stunden", "il y a {n} heures", "June {n}, 2031", "{n}.06.2031", "Hills",
          "By Ada Roke", "Read more", "{n} hours ago | Hills", "Lire la suite", "Odo Fenn, June {n}", "{n} comments",
          "", "")  # fmt: skip
_WHOLE_PAGES = ("resi_full", "inscriptis", "wet_like")


@dataclass(frozen=True, slots=True)
class Page:
    """A page to learn from; dumps of one page have one `origin`, and pages of one `site` are in one fold."""

    kind: str
    site: str
    origin: str
    refused: bool
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of a page, what is right, and what it counts for."""

    page: Page
    signs: tuple[float, ...]
    worth: float


def main(path: Path, more: Path | None = None) -> None:
    """Print the figures of held-out sites by the least score, and write the weights that all pages give."""
    others = more_pages(rows_from(more)) if more else ()
    examples = examples_of([*pages_of(rows_from(path)), *others, *invented_pages()])
    scores = across_folds(examples)
    for least in (0.0, 0.5, 0.8, 0.9, 1.0, 1.2, 1.5, 2.0):
        found: defaultdict[tuple[str, bool], list[bool]] = defaultdict(list)
        for each, score in zip(examples, scores, strict=True):
            found[each.page.kind, each.page.refused].append(score > least)
        print(f"{least:.1f} " + ", ".join(
            f"{kind} {'refused' if refused else 'stories refused'} {sum(answers)} of {len(answers)}"
            for (kind, refused), answers in sorted(found.items())
        ))  # fmt: skip
    WEIGHTS.write_text(module_of(weights_of(examples)), encoding="utf-8")


def pages_of(rows: Iterable[dict[str, Any]]) -> Iterator[Page]:
    """The dumps of a file, the beginnings of its stories, and its whole pages without them."""
    dice = random.Random(2)  # noqa: S311 - an order, no secret
    rows = list(rows)
    stories = [row["gold"] for row in rows if row["gold"]["article"] and row["variant"] == "resi_main"]
    for row in rows:
        gold, text = row["gold"], row["text"]
        kind = "story" if gold["article"] else "refused"
        yield Page(kind, row["domain"], row["page"] if gold["article"] else row["id"], not gold["article"], text)
        if gold["article"] and row["variant"] == "resi_main":
            for count in (1, 2, 4):
                brief = gold["paragraphs"][:count]
                if len(gold["paragraphs"]) > count + 1 and sum(map(len, brief)) > 250:
                    words = "\n\n".join([gold["title"] or "", *brief])
                    yield Page("brief", row["domain"], row["page"] + " brief", False, words)
            alone = "\n\n".join(gold["paragraphs"])
            yield Page("brief", row["domain"], row["page"] + " brief", False, alone)
        if gold["article"] and row["variant"] in _WHOLE_PAGES:
            yield Page("frame", row["domain"], row["page"] + " frame", True, _with_story(text, gold, []))
            for other in dice.sample([each for each in stories if each != gold and each["title"]], 3):
                brief = [other["title"], *other["paragraphs"][: dice.randint(2, 4)]]
                yield Page("framed", row["domain"], row["page"] + " framed", False, _with_story(text, gold, brief))
    for number in range(FRONTS):
        told = dice.sample([each for each in stories if each["title"] and each["paragraphs"]], dice.randint(*_TEASERS))
        yield Page("front", f"front {number}", f"front {number}", True, _front_of(told, dice))


def _front_of(stories: Sequence[dict[str, Any]], dice: random.Random) -> str:
    """A front: of each story the headline, the beginning, and a line that is the same for all."""
    below, longest, gap = dice.choice(_BELOW), dice.randint(*_TEASER), dice.choice(("\n", "\n\n"))
    parts = ["News"] * dice.randint(0, 1)
    for gold in stories:
        text = gold["paragraphs"][0]
        text = text if len(text) <= longest else text[:longest].rpartition(" ")[0] + dice.choice(("…", "...", "."))
        parts += filter(None, (gold["title"], text, below.format(n=dice.randint(2, 23))))
    return gap.join(parts)


def more_pages(rows: Iterable[dict[str, Any]]) -> Iterator[Page]:
    """Other pages that are no story; the pages of a site share its worth."""
    for row in rows:
        kind = "more whole" if row["variant"] == "refuse_full" else "more"
        yield Page(kind, row["domain"], f"{kind} {row['domain']}", True, row["text"])


def _with_story(text: str, gold: dict[str, Any], story: Sequence[str]) -> str:
    """A whole page with other lines in the place of its story's."""
    title = gold["title"] or "\n"
    lines: list[str] = []
    place = None
    for line in text.split("\n"):
        words = line.strip()
        if len(words) > 25 and (words[:60] in gold["body"] or title in line):
            place = len(lines) if place is None or title not in line else place
        else:
            lines.append(line)
    lines[place or 0 : place or 0] = [part for words in story for part in ("", words)]
    return "\n".join(lines)


def invented_pages() -> Iterator[Page]:
    """The pages of ours: as written, in close lines; and those to refuse also cut, and several made one."""
    dice = random.Random(1)  # noqa: S311 - an order, no secret
    for name, refused in (("refused", True), ("stories", False)):
        pages = _pages_in(INVENTED / f"{name}.txt")
        for origin, (kind, text) in pages.items():
            lines = text.split("\n")
            forms = [text, "\n".join(filter(str.strip, lines))]
            if refused:
                third = len(lines) // 3
                forms += ["\n".join(lines[dice.randint(0, third) : dice.randint(2 * third, len(lines))])
                          for _ in range(2)]  # fmt: skip
                alike = [other for each, other in pages.values() if each == kind and other != text]
                for _ in range(2 if len(alike) > 1 else 0):
                    more = dice.sample(alike, min(len(alike), dice.randint(1, 3)))
                    forms.append("\n\n".join([text, *(other.partition("\n")[2].strip() for other in more)]))
            yield from (Page("invented", origin, origin, refused, form) for form in forms)


def _pages_in(path: Path) -> dict[str, tuple[str, str]]:
    """The pages of a file by name: kind with language, and text."""
    pages = re.split(r"^@@ ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
    parts = [page.partition("\n") for page in pages]
    return {f"{path.stem} {place} {head}": (head, text.strip()) for place, (head, _, text) in enumerate(parts)}


def examples_of(pages: Sequence[Page]) -> list[Example]:
    """The signs of the pages that have any text."""
    often = Counter(page.origin for page in pages)
    found = []
    for page in pages:
        seed = Seed(page.origin, "0" * 64, page.text)
        if refuse_text(seed):
            continue
        blocks = blocks_from(seed)
        article = article_from(seed, blocks)
        if not article.paragraphs:  # refused without a sum
            continue
        signs = shape_signs(blocks.items, article) | word_signs(article) | kind_signs(seed.text, blocks.items, article)
        worth = WORTH[page.kind] / often[page.origin] ** _SHARED
        found.append(Example(page, tuple(signs[name] for name in SIGNS), worth))
    return found


def across_folds(examples: Sequence[Example]) -> list[float]:
    """The score of each page by weights of the other folds' sites."""
    folds = [hashlib.sha256(each.page.site.encode()).digest()[0] % FOLDS for each in examples]
    tables = [weights_of([each for each, at in zip(examples, folds, strict=True) if at != fold])
              for fold in range(FOLDS)]  # fmt: skip
    return [_score(each.signs, tables[fold]) for each, fold in zip(examples, folds, strict=True)]


def _score(signs: Sequence[float], weights: Sequence[float]) -> float:
    return weights[-1] + sum(sign * weight for sign, weight in zip(signs, weights, strict=False))


def weights_of(examples: Sequence[Example]) -> list[float]:
    """The weight of each sign, and last what a page has without any: Newton's method."""
    size = len(SIGNS) + 1
    weights = [0.0] * size
    for _ in range(TURNS):
        slope = [PULL * weight for weight in weights[:-1]] + [0.0]
        bend = [[(PULL if at < size - 1 else 1e-6) * (at == other) for other in range(size)] for at in range(size)]
        for each in examples:
            values = [(at, value) for at, value in enumerate((*each.signs, 1.0)) if value]
            odds = 1 / (1 + math.exp(-_score(each.signs, weights)))
            miss, spread = each.worth * (odds - each.page.refused), each.worth * odds * (1 - odds)
            for at, value in values:
                slope[at] += miss * value
                row, much = bend[at], spread * value
                for other, factor in values:
                    if other > at:
                        break
                    row[other] += much * factor
        for at, row in enumerate(bend):
            for other in range(at + 1, size):
                row[other] = bend[other][at]
        weights = [weight - step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    return weights


def _solved(bend: list[list[float]], slope: list[float]) -> list[float]:
    """The solution of a symmetric system, by elimination; its diagonal is never 0."""
    rows = [[*row, value] for row, value in zip(bend, slope, strict=True)]
    for at, row in enumerate(rows):
        for below in rows[at + 1 :]:
            factor = below[at] / row[at]
            for place in range(at, len(row)):
                below[place] -= factor * row[place]
    found = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        known = sum(rows[at][place] * found[place] for place in range(at + 1, len(rows)))
        found[at] = (rows[at][-1] - known) / rows[at][at]
    return found


def module_of(weights: Sequence[float]) -> str:
    """The table as Python."""
    lines = [f'    "{name}": {weight:.2f},\n' for name, weight in zip(SIGNS, weights, strict=False)]
    return (
        "# SPDX-License-Identifier: MIT\n"
        '"""What each sign of a story is worth: written by `benchmarks/train_refusals.py`, never by hand."""\n\n'
        "# Above 0 a page is more likely none.\n"
        f"NO_SIGN = {weights[-1]:.2f}\n"
        f"WEIGHTS = {{\n{''.join(lines)}}}\n"
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
