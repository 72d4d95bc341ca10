# SPDX-License-Identifier: MIT
"""What speaks for and against names as the authors': signs of shape and place, by name.

No sign asks who it is, only how the line looks, where it stands, what is beside it, and what else the
page says of the name. `byline_weights` knows what each is worth.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from newsroom.convert.byline_candidates import Candidate
from newsroom.convert.byline_places import Surroundings
from newsroom.convert.name_shapes import is_given, is_name, says_role
from newsroom.convert.name_words import ABOUT, WHO_IS

_WHO_IS = re.compile(rf"\s(?:{WHO_IS})\s", re.IGNORECASE)
_ABOUT = re.compile(ABOUT, re.IGNORECASE)
_AGO = re.compile(
    r"\b\d+[\s-]?(?:min|hour|day|week|month|h\b|m\b|dk|menit|jam|stunde|minute)|\bago\b|\bvor \d|\bhace \d|\bil y a \d"
    r"|\bhá \d|\d:\d\d",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\b(?:photo|image|picture|credit|foto|bild|fotos|crédit|getty|reuters|afp|shutterstock|istock|file|courtesy"
    r"|illustration)\b|©|\(AP\b",
    re.IGNORECASE,
)
_NAMED = frozenset(("names", "part", "weak", "note", "reach", "more", "told", "inline", "within", "begins"))
_SHORT, _LONG, _BESIDE = 60, 80, 80  # characters
_AWAY = (-4, -3, -2, -1, 1, 2, 3, 4)
_LAST = 2  # lines
_FAR = 20  # lines: for a story that does not come


def signs(around: Surroundings, candidate: Candidate) -> Iterator[str]:
    """The signs of a candidate."""
    yield from _shape(around, candidate)
    place = _at_end(around, candidate.at) if candidate.below else _near(around, candidate.at)
    way = _way(candidate)
    for sign in (*place, *_beside(around, candidate), *_crowd(around, candidate), *_said(around, candidate)):
        yield f"{way} {sign}"


def _way(candidate: Candidate) -> str:
    """The kinds of readings that have signs of their own."""
    kind = candidate.reading.kind
    if kind in ("within", "begins"):
        return "within"
    if kind in ("inline", "told"):
        return kind
    if kind == "agency":
        return "agency end" if candidate.below else "agency"
    if kind in ("by", "weak", "handle"):
        return "by end" if candidate.below else "by"
    return "end" if candidate.below else "alone"


def _shape(around: Surroundings, candidate: Candidate) -> Iterator[str]:
    kind = candidate.reading.kind
    end = " end" if candidate.below else ""
    yield f"kind {kind}{end}"
    yield f"tail {candidate.reading.tail or 'none'}{' led' if kind == 'by' else ''}"
    if kind in _NAMED:
        yield from _named(around, candidate, end)
    if len(candidate.names) > 1:
        yield "many" if kind == "by" else "many alone"
    if len(candidate.lines) > 1:
        yield "goes on"
    if len(around.texts[candidate.at]) > _LONG:
        yield "long"
    if not around.titled:
        yield "untitled"


def _named(around: Surroundings, candidate: Candidate, end: str) -> Iterator[str]:
    """Signs of the first name itself, where no `By` says that it is one."""
    (kind, spans, tail, *_), name = candidate.reading, candidate.names[0]
    yield f"given {any(map(is_given, candidate.names))}{end}"
    yield f"words {min(name.count(' ') + 1, 4)}"
    if name.isupper():
        yield "capitals"
    if kind in ("told", "within", "begins", "note"):
        yield f"{kind} {tail or 'none'}"
    if kind == "within":
        yield f"behind {_behind(around.texts[candidate.at][: spans[0][0]])}"


def _at_end(around: Surroundings, at: int) -> Iterator[str]:
    yield f"emptied {around.emptied}"
    away = next((away for away in range(1, at - around.headline + 1) if around.prose[at - away]), _FAR)
    yield f"after story {_step(away, (1, 2, 3, 5, 8))}"
    if at >= len(around.texts) - _LAST:
        yield "last"
    if around.says(at - 1).endswith(":"):
        yield "labelled"


def _near(around: Surroundings, at: int) -> Iterator[str]:
    headline = around.headline
    if at > headline:
        yield f"below {_step(at - headline, (1, 2, 3, 5, 8, 12, 18, 28))}"
        yield f"prose above {min(sum(around.prose[headline + 1 : at]), 2)}"
    else:
        yield f"above {_step(headline - at, (0, 1, 2, 3, 5, 8))}"
    first = max(at, headline) + 1
    story = next((each for each in range(first, min(first + _FAR, len(around.prose))) if around.prose[each]), at + _FAR)
    yield f"story in {_step(story - at, (1, 2, 3, 5, 8, 12))}"
    if _is_bulleted(around, at):
        yield "bulleted"


def _beside(around: Surroundings, candidate: Candidate) -> Iterator[str]:
    """Signs of the lines above and below."""
    at = candidate.at
    days = [away for away in _AWAY if abs(away) <= 3 and around.is_dated(at + away)]
    if days:
        nearest = min(days, key=lambda away: (abs(away), -away))
        yield f"day {'below' if nearest > 0 else 'above'} {abs(nearest)}"
        if abs(nearest) == 1 and _is_one_line(around, at, at + nearest):
            yield "day in line"
    above, below = around.says(at - 1), around.says(at + 1)
    if below == around.texts[at]:
        below = around.says(at + 2)
        yield "twice"
    if len(below) <= _SHORT and says_role(below):
        yield "role below"
    if any(len(each) <= _SHORT and _AGO.search(each) for each in (above, below)):
        yield "time beside"
    # An agency's own name is a picture's word, too.
    own = "" if candidate.reading.kind == "agency" else around.texts[at][:_LONG]
    if any(map(_PICTURE.search, (above[-_BESIDE:], below[:_BESIDE], own))):
        yield "picture beside"
    if _ABOUT.search(above[:_SHORT]):
        yield "about above"


def _crowd(around: Surroundings, candidate: Candidate) -> Iterator[str]:
    """Signs of prose right below, and of other names around."""
    at = candidate.at
    if at + 1 < len(around.prose) and around.prose[at + 1]:
        yield "prose below"
        if around.texts[at + 1].startswith(candidate.names[0].split()[0]):
            yield "note below"
    names = sum(is_name(around.says(at + away)) for away in _AWAY)
    yield f"crowd {_step(max(0, names - len(candidate.names) + 1), (0, 1, 2, 3))}"


def _said(around: Surroundings, candidate: Candidate) -> Iterator[str]:
    """What else the page says of the first name."""
    name = candidate.names[0]
    if candidate.reading.kind in ("house", "desk", "agency", "handle"):
        return
    if around.titled and candidate.at != around.headline and name in around.texts[around.headline]:
        yield "in headline"
    told, again, noted = _echo(around, candidate.at, name)
    yield f"told {min(told, 3)}"
    yield f"again {_step(again, (0, 1, 2, 4))}"
    if noted:
        yield "noted"
    last = name.split()[-1].casefold()
    if len(last) > 2 and any(last in each for each in around.addresses):
        yield "address"


def _echo(around: Surroundings, at: int, name: str) -> tuple[int, int, bool]:
    """How often other prose tells of a name, how many short lines have it again, and whether one says who that is."""
    told, again, noted = 0, 0, False
    if around.text.find(name, around.text.find(name) + 1) < 0:
        return told, again, noted
    for place, text in enumerate(around.texts):
        if place == at or name not in text:
            continue
        if text.startswith(name) and _WHO_IS.match(text, len(name)) and says_role(text[:200]):
            noted = True
        elif around.prose[place]:
            told += text.count(name)
        elif len(text) <= len(name) + 30:
            again += 1
    return told, again, noted


def _behind(front: str) -> str:
    """What stands in front of a name in its line: a mark, a figure, a word in small letters or with a capital."""
    words = front.split()
    if not words:
        return "nothing"
    if not words[-1][-1].isalnum():
        return f"mark {words[-1][-1]}" if words[-1][-1] in ":.,-" else "mark"
    if any(map(str.isdigit, words[-1])):
        return "figure"
    return f"{'small' if words[-1].islower() else 'capital'} {min(len(words), 3)}"


def _is_one_line(around: Surroundings, at: int, other: int) -> bool:
    """Whether nothing but spaces parts two neighbours."""
    first, second = sorted((at, other))
    return "\n" not in around.text[around.blocks[first].end : around.blocks[second].start]


def _is_bulleted(around: Surroundings, at: int) -> bool:
    start = around.blocks[at].start
    margin = around.text[max(0, start - 6) : start].rpartition("\n")[2]
    return bool(margin.strip().strip("#"))


def _step(value: int, limits: tuple[int, ...]) -> int:
    """The first limit that a value does not pass, or one more than the last."""
    at = bisect_left(limits, value)
    return limits[at] if at < len(limits) else limits[-1] + 1
