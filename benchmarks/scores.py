# SPDX-License-Identifier: MIT
"""What is right and what is wrong in the records of a corpus: see FIGURES.

A figure is a sum over rows divided by another: most are means over the rows that they speak of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.moments import Moment, moment_from, same_minute
from benchmarks.words import breaks, harmonic, is_unbalanced, joins, letters, likeness, line, runs, words
from newsroom.convert import Record

Row = dict[str, Any]  # of the data's form: id, text, variant, gold …
Part = tuple[str, float, float]  # a figure's name, what to add above its line, and below

# In the order in which they are printed.
FIGURES = (
    "title_exact",
    "title_f1",
    "date_day_acc_visible",
    "wrong_date_visible",
    "no_date_visible",
    "wrong_date_not_printed",
    "wrong_date_all",
    "date_precision",
    "minute_acc",
    "minute_prec",
    "modified_day_prec",
    "author_exact",
    "author_f1",
    "body_p",
    "body_r",
    "body_F1_macro",
    "body_perfect",
    "para_collapsed_p",
    "para_collapsed_r",
    "para_collapsed_f1",
    "para_lines_f1",
    "unbalanced_quotes",
    "refuse_recall",
    "false_refusal",
    "halluc_rate",
    "halluc_rows",
    "dup_rate",
)
_F1 = {
    "author_f1": ("author_p", "author_r"),
    "body_F1_macro": ("body_p", "body_r"),
    "para_collapsed_f1": ("para_collapsed_p", "para_collapsed_r"),
    "para_lines_f1": ("para_lines_p", "para_lines_r"),
}


def figures_of(rows: Iterable[Row], records: dict[str, Record]) -> dict[str, float]:
    """Every figure that the rows have something to say about."""
    above: defaultdict[str, float] = defaultdict(float)
    below: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        for name, plus, of in parts_of(row, records[row["id"]]):
            above[name] += plus
            below[name] += of
    found = {name: above[name] / below[name] if below[name] else 0.0 for name in above}
    for name, (precision, recall) in _F1.items():
        if precision in found and recall in found:
            found[name] = harmonic(found[precision], found[recall])
    return found


def parts_of(row: Row, record: Record) -> Iterator[Part]:
    """What one row adds to the figures."""
    refused = record["refused"] or not _paragraphs(record)
    if not row["gold"]["article"]:
        yield "refuse_recall", refused, 1
        return
    yield "false_refusal", refused, 1
    yield from _title(row, record)
    yield from _dates(row["gold"], record)
    yield from _authors(row["gold"], record)
    yield from _body(row["gold"], record)
    yield from _breaks(row, record)
    yield from _inventions(row["text"], record)


def body_of(gold: Row, record: Record) -> tuple[float, float]:
    """Precision and recall of the story's runs of four words; standfirst and headline may be among them."""
    ours = runs(words("\n".join(_paragraphs(record))))
    theirs = runs(words(gold["body"]))
    allowed = runs(words(" ".join(gold["summary"]))) | runs(words(gold["title"]))
    right = (ours & theirs).total()
    extra = ((ours - theirs) - allowed).total()
    precision = right / (right + extra) if right + extra else 0.0
    return precision, right / theirs.total() if theirs else 1.0


def _paragraphs(record: Record) -> list[str]:
    return [each for each in record["paragraphs"] if each.strip()]


def _title(row: Row, record: Record) -> Iterator[Part]:
    gold = row["gold"]
    if gold["visible"]["title"]:
        titles = [*gold["title_alts"], gold["title"]]
        yield "title_exact", any(line(record["title"]) == line(title) for title in titles), 1
        yield "title_f1", max(likeness(record["title"], title) for title in titles), 1


def _dates(gold: Row, record: Record) -> Iterator[Part]:
    published, said = moment_from(gold["published"]), moment_from(record["published"])
    if published:
        right = bool(said and said.day.isoformat() in gold["published_days"])
        yield from _day(gold["visible"]["day"], said, right)
        yield from _minute(gold, published, said if right else None)
    changed, said = moment_from(gold["modified"]), moment_from(record["modified"])
    if changed and said:
        yield "modified_day_prec", abs((said.day - changed.day).days) <= 1, 1


def _day(printed: str | None, said: Moment | None, right: bool) -> Iterator[Part]:
    wrong = bool(said and not right)
    yield "wrong_date_all", wrong, 1
    if said:
        yield "date_precision", right, 1
    if printed == "full":
        yield from [("date_day_acc_visible", right, 1), ("wrong_date_visible", wrong, 1)]
        yield "no_date_visible", said is None, 1
    if printed is None:
        yield "wrong_date_not_printed", wrong, 1


def _minute(gold: Row, published: Moment, said: Moment | None) -> Iterator[Part]:
    """`said` is None where the day is wrong already."""
    visible, right = gold["visible"], bool(said and same_minute(said, published))
    if gold["published_has_time"] and visible["minute"] == "same" and visible["day"] == "full":
        yield "minute_acc", right, 1
    if gold["published_has_time"] and visible["minute"] in ("same", "shifted") and said and said.clock:
        yield "minute_prec", right, 1


def _authors(gold: Row, record: Record) -> Iterator[Part]:
    if gold["authors"] is None or not gold["visible"]["authors"]:
        return
    ours, theirs = (
        {name for each in names if (name := letters(each))} for names in (record["authors"], gold["authors"])
    )
    both = len(ours & theirs)
    yield "author_p", both / len(ours) if ours else 0.0, 1
    yield "author_r", both / len(theirs), 1
    yield "author_exact", ours == theirs, 1


def _body(gold: Row, record: Record) -> Iterator[Part]:
    precision, recall = body_of(gold, record)
    yield from [("body_p", precision, 1), ("body_r", recall, 1), ("body_f1", harmonic(precision, recall), 1)]
    yield "body_perfect", min(precision, recall) >= 0.999, 1
    paragraphs = _paragraphs(record)
    yield "unbalanced_quotes", sum(map(is_unbalanced, paragraphs)), len(paragraphs)


def _breaks(row: Row, record: Record) -> Iterator[Part]:
    """Breaks within the gold's text; those in what should not be there are the body's fault."""
    kind = "para_collapsed" if row["variant"].startswith("collapsed") else "para_lines"
    theirs, within = breaks(row["gold"]["paragraphs"]), joins(row["gold"]["paragraphs"])
    found = breaks(_paragraphs(record))
    ours = Counter({each: count for each, count in found.items() if each in theirs or each[0] + each[1] in within})
    right = (ours & theirs).total()
    yield f"{kind}_p", right, ours.total()
    yield f"{kind}_r", right, theirs.total()


def _inventions(text: str, record: Record) -> Iterator[Part]:
    """Words that the text has not, and words that are used more often than it has them."""
    source, glued = Counter(words(text)), letters(text)
    body = words("\n".join(_paragraphs(record)))
    ours = Counter([*words(record["title"]), *body, *words(" ".join(record["authors"]))])
    invented = [word for word in ours if word not in source and word not in glued]
    yield "halluc_rate", sum(ours[word] for word in invented), ours.total()
    yield "halluc_rows", bool(invented), 1
    yield "dup_rate", (Counter(body) - source).total(), ours.total()
