# SPDX-License-Identifier: MIT
"""Pages that are no story by the sum of many small signs, and the line that shows the plainest of them."""

import re

from newsroom.convert.blocks import Blocks
from newsroom.convert.lines import word_count
from newsroom.convert.model import Role
from newsroom.convert.page_signs import ADDRESS, CODE, DATED, DATED_LINE, ENTRY, GREETING, SAYS, sign_of
from newsroom.convert.proofs import LINE, Page, Proof, shown
from newsroom.convert.story_signs import kind_signs, shape_signs, word_signs
from newsroom.convert.story_weights import NO_SIGN, WEIGHTS
from newsroom.convert.talk_words import FORM, MAY, talk_bits

_WORD = re.compile(r"[^\W_]+")
# The least sum of signs by which a page is refused. docs/refusal-model.md tells what it was weighed against: a
# story that is lost costs more than a page too many.
_LEAST = 1.0
# So much of a kind, of at most 1, is named as the reason; else so many points of advice are.
_PLAIN, _ADVISES = 0.5, 0.5
_NAMES = {"forum": "forum", "shop": "shop", "listing": "listing", "links": "links", "entries": "listing",
          "greets": "forum", "dated": "listing", "addresses": "links", "code": "program", "form": "form"}  # fmt: skip
_FORMS = {"greets": GREETING.match, "addresses": ADDRESS.search, "code": CODE.search, "entries": ENTRY.match}
_OF_TEXT = ("addresses", "code", "entries", "form")
_ADVICE = ("may", "questions", "exclaims")
_CALLS = ("?", "!", "？", "！")
# What kinds of pages are reckoned with at most: seven stories in eight have too little without to need a look, and of
# 4,200 pages learnt from none is judged in another way for it (December 2026).
_KINDS_MOST = 2.5


def proof_by_signs(page: Page, blocks: Blocks) -> Proof | None:
    """What many small signs say together, and as the proof the line that shows the plainest of them."""
    shape, words = shape_signs(blocks.items, page.article), word_signs(page.article)
    points = NO_SIGN + _points(shape) + _points(words)
    if points + _KINDS_MOST <= _LEAST:
        return None
    kinds = kind_signs(page.seed.text, blocks.items, page.article)
    if points + _points(kinds) <= _LEAST:
        return None
    kinds["form"] = words["form"]
    kind = max(kinds, key=lambda each: kinds[each] * WEIGHTS[each])
    if kinds[kind] >= _PLAIN and (line := _line_of_kind(page, kind)):
        return Proof(_NAMES[kind], f"{SAYS[kind]}: {shown(line[0])}", line.start())
    if _points({name: words[name] for name in _ADVICE}) >= _ADVISES:
        return _advises(page)
    return _little(page, blocks)


def _points(signs: dict[str, float]) -> float:
    return sum(value * WEIGHTS[name] for name, value in signs.items())


def _line_of_kind(page: Page, kind: str) -> re.Match[str] | None:
    """The first line that is a sign of a kind of page; of what the text was asked, one of the text."""
    lines = LINE.finditer(page.seed.text, page.start if kind in _OF_TEXT else 0)
    return next((line for line in lines if _is_sign(line[0], kind)), None)


def _is_sign(line: str, kind: str) -> bool:
    if kind == "form":
        bits = talk_bits()
        return any(bits.get(word, 0) & FORM for word in _WORD.findall(line.casefold()))
    if kind == "dated":
        return len(line) < DATED_LINE and bool(DATED.search(line))
    return bool(_FORMS[kind](line)) if kind in _FORMS else sign_of(line) == kind


def _advises(page: Page) -> Proof:
    """The text asks, calls and advises: shown by the first paragraph that does."""
    bits = talk_bits()
    told = {word: bool(bits.get(word, 0) & MAY) for word in _WORD.findall(page.text.casefold())}
    line = next((each for each in LINE.finditer(page.seed.text, page.start) if _calls(each[0], told)), None)
    quoted = f": {shown(line[0])}" if line else ""
    return Proof(
        "no news",
        f"it advises and asks, and tells of nothing that happened{quoted}",
        line.start() if line else page.start,
    )


def _calls(line: str, advice: dict[str, bool]) -> bool:
    return line.rstrip()[-1:] in _CALLS or any(advice.get(word) for word in _WORD.findall(line.casefold()))


def _little(page: Page, blocks: Blocks) -> Proof:
    """Much that is no text, and little of it that says who, when and what."""
    around = sum(block.role is Role.FURNITURE or block.role is Role.SUBHEAD for block in blocks.items)
    words = word_count(page.text)
    why = (
        f"{words} words of text, in pieces, among {around} other lines"
        if around
        else f"{words} words tell of nothing that happened"
    )
    return Proof("no story", f"{why}: {shown(page.text)}", page.start)
