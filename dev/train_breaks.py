# SPDX-License-Identifier: MIT
"""Train the model that says where the paragraphs of a joined story begin.

`python -m dev.train_breaks ROWS.jsonl` takes rows `{page, domain, gold: {article, paragraphs}}`,
prints what it reaches on domains that it has not seen, and writes the weights anew. No text of the
rows enters them: a weight belongs to a sign (a length, a class of words), never to a word.
"""

import hashlib
import json
import math
import sys
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from textwrap import fill

from newsroom.convert.break_signs import SIGNS, signs_between
from newsroom.convert.break_weights import Table, score
from newsroom.convert.function_words import language_of, small_words
from newsroom.convert.pieces import SUBHEAD_SIGNS, Cut, is_cjk, pieces_from, subhead_candidates
from newsroom.convert.quotations import quotations
from newsroom.convert.sentences import sentence_starts

WEIGHTS = Path(__file__).parents[1] / "newsroom/convert/break_weights.py"
FOLDS = 5
CLASSES = {"below", "first", "second", "quoted_above", "quoted", "saying_quoted", "short", "quotation",
           "end", "kind", "head_first"}  # fmt: skip
_BUCKETS = 10
_ROUNDS, _RATE = 250, 0.05
_PULL = 15.0

Row = tuple[float, ...]


@dataclass
class Story:
    """A joined story, where its paragraphs begin, and the signs at each place that may be one.

    It counts in the report if a dump has it in one line: the others are tables and lists.
    """

    fold: int
    counts: bool
    text: str
    breaks: set[int]
    heads: list[tuple[int, Row]] = field(default_factory=list)
    pieces: list[tuple[int, Cut]] = field(default_factory=list)
    signs: list[Row] = field(default_factory=list)


def stories_from(path: Path) -> list[Story]:
    """One story a page; its paragraphs joined by a space, as dumps join them."""
    found: dict[str, Story] = {}
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        if not row["gold"]["article"]:
            continue
        if row["page"] in found:
            found[row["page"]].counts |= row["variant"].startswith("collapsed")
            continue
        text, breaks = "", set()
        for paragraph in row["gold"]["paragraphs"]:
            words = " ".join(paragraph.split())
            if text and words:
                text += " "
                breaks.add(len(text))
            text += words
        fold = int(hashlib.sha256(row["domain"].encode()).hexdigest(), 16) // 2 % FOLDS
        found[row["page"]] = Story(fold, row["variant"].startswith("collapsed"), text, breaks)
    return list(found.values())


def trained(rows: list[Row], answers: list[bool], names: Sequence[str], pull: float) -> Table:
    """Additive weights by L2 logistic regression: a step weight for each bucket border of a sign.

    The steps, not the buckets, are pulled towards nothing, so that neighbours stay alike; a class
    has no neighbours, and its buckets are pulled themselves.
    """
    edges = [_edges([row[place] for row in rows], name) for place, name in enumerate(names)]
    buckets = [[bisect_right(edge, value) for edge, value in zip(edges, row, strict=True)] for row in rows]
    learners = [Learner(name in CLASSES, len(edge) + 1) for edge, name in zip(edges, names, strict=True)]
    bias = math.log((sum(answers) + 1) / (len(answers) - sum(answers) + 1))
    for turn in range(1, _ROUNDS + 1):
        misses = []
        for row, answer in zip(buckets, answers, strict=True):
            total = bias + sum([learner.weights[place] for learner, place in zip(learners, row, strict=True)])
            misses.append(1 / (1 + math.exp(-total)) - answer)
        bias -= 0.5 * sum(misses) / len(rows)
        for sign, learner in enumerate(learners):
            learner.learn([row[sign] for row in buckets], misses, turn, pull)
    learners[0].weights = [weight + bias for weight in learners[0].weights]
    return tuple(
        (tuple(round(each, 4) for each in edge), tuple(round(each, 3) for each in learner.weights))
        for edge, learner in zip(edges, learners, strict=True)
    )


class Learner:
    """The weights of one sign, and how they are learned: by Adam, with steps of `_RATE`."""

    def __init__(self, is_class: bool, size: int) -> None:
        self.is_class = is_class
        self.weights = [0.0] * size
        self.steps, self.first, self.second = [0.0] * size, [0.0] * size, [0.0] * size

    def learn(self, buckets: list[int], misses: list[float], turn: int, pull: float) -> None:
        """Take one step against the misses of all rows, each in its bucket."""
        slope = [0.0] * len(self.weights)
        for bucket, miss in zip(buckets, misses, strict=True):
            slope[bucket] += miss
        if not self.is_class:
            slope = [0.0, *list(accumulate(reversed(slope)))[-2::-1]]
        for place, value in enumerate(slope):
            pulled = value + pull * self.steps[place]
            self.first[place] = 0.9 * self.first[place] + 0.1 * pulled
            self.second[place] = 0.99 * self.second[place] + 0.01 * pulled * pulled
            ahead = self.first[place] / (1 - 0.9**turn)
            self.steps[place] -= _RATE * ahead / (math.sqrt(self.second[place] / (1 - 0.99**turn)) + 1e-6)
        self.weights = list(self.steps) if self.is_class else list(accumulate(self.steps))


def _edges(values: list[float], name: str) -> list[float]:
    if name in CLASSES:
        return [each + 0.5 for each in range(int(max(values)))]
    ordered = sorted(values)
    cuts = {ordered[len(ordered) * part // _BUCKETS] for part in range(1, _BUCKETS)}
    return sorted(each for each in cuts if each > ordered[0])


def across_folds(
    stories: list[Story], rows_of: Callable[[Story], list[tuple[int, Row]]], names: Sequence[str], pull: float
) -> list[dict[int, float]]:
    """For each story the scores of its places, by a model of the other folds' domains."""
    tables = {fold: _table([each for each in stories if each.fold != fold], rows_of, names, pull)
              for fold in range(FOLDS)}  # fmt: skip
    return [{at: score(tables[each.fold], row) for at, row in rows_of(each)} for each in stories]


def _table(
    stories: list[Story], rows_of: Callable[[Story], list[tuple[int, Row]]], names: Sequence[str], pull: float
) -> Table:
    pairs = [(row, at in each.breaks) for each in stories for at, row in rows_of(each)]
    return trained([row for row, _ in pairs], [answer for _, answer in pairs], names, pull)


def read_pieces(story: Story, heads: set[int]) -> None:
    """Fill in the pieces, with the subheads that end at the given places, and their signs."""
    small = small_words(language_of(story.text))
    quoted = quotations(story.text)
    story.pieces = pieces_from(story.text, quoted, sentence_starts(story.text), heads)
    story.signs = signs_between(story.text, story.pieces, quoted, small)


def undecided(story: Story) -> list[tuple[int, Row]]:
    """The places that the model decides: ends of sentences in scripts with spaces."""
    if is_cjk(story.text):
        return []
    return [(at, row) for (at, cut), row in zip(story.pieces[1:], story.signs, strict=True) if cut is Cut.SENTENCE]


def main() -> None:
    """Print what the model reaches by folds, and write the weights of a model of all rows."""
    stories = stories_from(Path(sys.argv[1]))
    for each in stories:
        small = small_words(language_of(each.text))
        if not is_cjk(each.text):
            each.heads = list(subhead_candidates(each.text, sentence_starts(each.text), small))
    scores = across_folds(stories, lambda story: story.heads, SUBHEAD_SIGNS, 2.0)
    pairs = zip(stories, scores, strict=True)
    found = [(at in each.breaks, value) for each, values in pairs for at, value in values.items()]
    for least in (-0.5, 0.0, 0.5):
        taken = [answer for answer, value in found if value > least]
        print(f"subheads: {least:5.2f} P {sum(taken) / len(taken):.3f} R {sum(taken) / sum(a for a, _ in found):.3f}")
    for each, values in zip(stories, scores, strict=True):
        read_pieces(each, {at for at, value in values.items() if value > 0})
    for pull in (5.0, 15.0, 40.0) if len(sys.argv) > 2 else (_PULL,):
        report(stories, across_folds(stories, undecided, SIGNS, pull), pull)
    heads = _table(stories, lambda story: story.heads, SUBHEAD_SIGNS, 2.0)
    write(heads, _table(stories, undecided, SIGNS, _PULL))


def report(stories: list[Story], scores: list[dict[int, float]], pull: float) -> None:
    """Precision, recall and F1 of breaks by the least score for one, and by sentences alone."""
    pairs = [(each, values) for each, values in zip(stories, scores, strict=True) if each.counts]
    gold = sum(len(each.breaks) for each, _ in pairs)
    for least in (-0.9, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2, 0.0, 0.3, 0.6):
        right = taken = 0
        for each, values in pairs:
            cjk = is_cjk(each.text)
            for at, cut in each.pieces[1:]:
                start = (
                    values[at] > least
                    if at in values
                    else cut is not Cut.SENTENCE or (cjk and each.text[at - 1] == " ")
                )
                taken += start
                right += start and at in each.breaks
        precision, recall = right / taken, right / gold
        f1 = 2 * precision * recall / (precision + recall)
        print(f"breaks, pull {pull:g}: {least:5.2f} P {precision:.3f} R {recall:.3f} F1 {f1:.4f}")


def write(heads: Table, breaks: Table) -> None:
    """Put both tables in the place of those in break_weights.py."""
    source = WEIGHTS.read_text(encoding="utf-8")
    top = source.partition("# fmt: off\n")[0]
    lines = [f"{top}# fmt: off\n"]
    for name, names, table in (("SUBHEADS", SUBHEAD_SIGNS, heads), ("BREAKS", SIGNS, breaks)):
        lines.append(f"{name}: Table = (\n")
        for sign, (edges, weights) in zip(names, table, strict=True):
            lines.append(f"    # {sign}\n    (\n{_rows(edges)}{_rows(weights)}    ),\n")
        lines.append(")\n")
    WEIGHTS.write_text("".join(lines), encoding="utf-8")


def _rows(values: tuple[float, ...]) -> str:
    return fill(f"{values!r},", 112, initial_indent=" " * 8, subsequent_indent=" " * 9) + "\n"


if __name__ == "__main__":
    main()
