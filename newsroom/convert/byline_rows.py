# SPDX-License-Identifier: MIT
"""The lines of one byline: those below a lead, and those that go on with names above them."""

import re

from newsroom.convert.byline_leads import SEVERAL
from newsroom.convert.byline_places import Surroundings
from newsroom.convert.bylines import reading_of
from newsroom.convert.name_shapes import is_given, says_role
from newsroom.convert.name_words import JOINS
from newsroom.convert.names import is_join, names_at
from newsroom.convert.readings import Reading

_MOST_LINES = 12  # of one byline
_LONGEST_NEXT, _LONGEST_ASIDE = 80, 60  # characters
_HANDLE = re.compile(r"@\w+|\S+@\S+|https?://\S+|follow\b.*|[|·•,/–-]+", re.IGNORECASE)
_AND = re.compile(rf"(?:(?:{JOINS})\s|[,&])\s*(?=[^\W\d_])", re.IGNORECASE)
_GOES_ON = (",", "&", " and", " und", " et", " y", " e", " og", " och")

Read = tuple[int, Reading]  # with its place


def below_lead(around: Surroundings, first: int) -> list[Read]:
    """The lines from a place on that are a name each, with `and` or a comma between them."""
    found: list[Read] = []
    joined = True
    several = bool(SEVERAL.match(around.says(first - 1)))
    for at in range(first, min(len(around.texts), first + _MOST_LINES)):
        text = around.texts[at]
        if is_join(text):
            joined = True
            continue
        reading = reading_of(text) if joined and around.is_open(at) else None
        if reading is None or reading.kind not in ("names", "caseless", "cjk", "desk"):
            break
        # Behind a lead on a line of its own, names are as sure as behind one on theirs.
        found.append((at, reading._replace(kind="by")))
        joined = several or text.endswith(_GOES_ON)
    return found


def with_next(around: Surroundings, first: int, reading: Reading) -> list[Read]:
    """A byline and the lines below that go on with it: names again, between them roles, handles and joins."""
    found = [(first, reading)]
    if reading.kind not in ("by", "names", "weak") or reading.tail in ("place", "house"):
        return found
    between = ""
    for at in range(first + 1, min(len(around.texts), first + _MOST_LINES)):
        text = around.texts[at]
        if not around.is_open(at) or len(text) > _LONGEST_NEXT:
            break
        if is_join(text):
            between = "join"
        elif _is_aside(text) or text == around.texts[found[-1][0]]:
            if between == "aside":
                break
            between = between or "aside"
        elif _goes_on(around, found, text, between):
            found.append((at, _joined(text) or reading_of(text) or reading))
            between = ""
        else:
            break
    return found


def _goes_on(around: Surroundings, found: list[Read], text: str, between: str) -> bool:
    """Whether a line of names below a byline is of the same one."""
    named = _joined(text) or reading_of(text)
    if named is None or named.kind not in ("names", "by"):
        return False
    last, led = around.texts[found[-1][0]], found[0][1].kind == "by"
    if _AND.match(text) or (named.tail == "mark" and last[found[-1][1].spans[-1][1] :] == text[named.spans[-1][1] :]):
        return True  # `Ann Lee/EBN` above `Bo Ek/EBN`
    if last.endswith(_GOES_ON) or (named.kind == "by" and led):
        return True
    # Two names in a row may be an author and a face; with their roles, or an `and`, they are two authors.
    known = is_given(text) + is_given(last) + led
    twice = known > 1 or (known and not any(around.text.count(each) > 1 for each in (text, last)))
    return named.tail in ("", "role") and (bool(between) or bool(twice))


def _joined(text: str) -> Reading | None:
    """The names behind a join: `and Bo Ek`."""
    join = _AND.match(text)
    names = names_at(text, join.end()) if join else None
    return Reading("names", names.spans, names.tail) if names and names.tail != "words" else None


def _is_aside(text: str) -> bool:
    """Whether a line is what stands below a name: a role, a handle, an address."""
    if len(text) > _LONGEST_ASIDE:
        return False
    return bool(_HANDLE.fullmatch(text)) or (says_role(text) and not text.endswith("."))
