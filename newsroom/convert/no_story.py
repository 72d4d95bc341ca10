# SPDX-License-Identifier: MIT
"""Pages that are no story: told by what they say of themselves, or by the sum of many small signs."""

import re
from typing import NamedTuple

from newsroom.convert.blocks import Blocks
from newsroom.convert.lines import squeezed, word_count
from newsroom.convert.model import STORY, Article, Role, Seed
from newsroom.convert.no_story_words import CONSENT, GONE, PAGE, PAID, RESULTS, ROBOT, SERVER, TERMS
from newsroom.convert.page_signs import ENTRY, SAYS, sign_of
from newsroom.convert.story_signs import KINDS, kind_signs, shape_signs, word_signs
from newsroom.convert.story_weights import NO_SIGN, WEIGHTS
from newsroom.convert.talk_words import MAY, talk_bits


class Proof(NamedTuple):
    """Why a page is no story, and where the line begins that proves it."""

    reason: str
    why: str
    start: int


class Page(NamedTuple):
    """What a page says: its article, the text of that in one line, and where it stands."""

    seed: Seed
    article: Article
    text: str
    start: int


# A notice in the place of a story leaves at most so many words of text: of 545 stories 27 have fewer, but
# none of those says that a page was not found. The line that says so is no longer than this.
_INSTEAD_WORDS, _STUB_WORDS, _INSTEAD_LINE = 140, 90, 160
_LONG_WORD = 15  # characters: a text of so many words is not longer, and spares most pages the count
_STORY = STORY | {Role.SUBHEAD}
_INSTEAD = (
    ("not found", "the page says that it was not found", GONE),
    ("server error", "the page says that the server failed", SERVER),
    ("bot wall", "the page asks for a browser or a human", ROBOT),
    ("cookie wall", "the page asks for consent", CONSENT),
    ("paywall", "the page shows only the beginning of a story", PAID),
)
_ABOVE = 200  # characters above the text in which its label stands, if it has no headline
_LINE = re.compile(r"\S[^\r\n\u2028\u2029]*")
_WORD = re.compile(r"[^\W_]+")
# The least sum of signs by which a page is refused. docs/refusal-model.md tells what it was weighed against: a
# story that is lost costs more than a page too many.
_LEAST = 0.8
# So many points of one kind are named as the reason.
_PLAIN = 0.7
_NAMES = {"forum": "forum", "shop": "shop", "listing": "listing", "links": "links", "entries": "listing"}
_ADVICE = ("may", "questions", "exclaims")
_CALLS = ("?", "!", "？", "！")
# What lines of forums, shops and listings add at most: most pages have too little without to need a look.
_KINDS_MOST = 3.0


def proof_of_no_story(seed: Seed, blocks: Blocks, article: Article) -> Proof | None:
    """The first proof that a page is no story."""
    story = [block for block in blocks.items if block.role in _STORY]
    page = Page(
        seed,
        article,
        " ".join(paragraph.text for paragraph in article.paragraphs),
        story[0].start if story else 0,
    )
    brief = len(page.text) <= _INSTEAD_WORDS * _LONG_WORD and word_count(page.text) <= _INSTEAD_WORDS
    if brief and (found := _says_instead(page)):
        return found
    return (_heads(page) or _register(page) or _sum_of_signs(page, blocks)) if story else None


def _says_instead(page: Page) -> Proof | None:
    for line in _LINE.finditer(page.seed.text):
        if len(line[0]) > _INSTEAD_LINE:
            continue
        said = line[0].casefold().strip()
        for reason, why, phrases in _INSTEAD:
            if any(map(said.__contains__, phrases)) and _is_meant(reason, said, page, line.start()):
                return Proof(reason, f"{why}: {_shown(said)}", line.start())
    return None


def _is_meant(reason: str, said: str, page: Page, start: int) -> bool:
    """Whether a phrase means this page, and not one of its corners: a brief story has them all around it."""
    if reason == "paywall":  # below the words that are given away
        return start > page.start and word_count(page.text) <= _STUB_WORDS
    if page.article.published or page.article.authors:
        return False
    return reason != "not found" or said in GONE or any(map(said.__contains__, PAGE))


def _heads(page: Page) -> Proof | None:
    """A headline that names terms, or the results of a search."""
    above = page.seed.text[max(0, page.start - _ABOVE) : page.start].strip().rpartition("\n")[2]
    head = (page.article.headline or above).casefold().strip(" .:#")
    if head in TERMS:
        return Proof("terms", f"its headline names the terms of a site: {_shown(head)}", page.start)
    if any(map(head.startswith, RESULTS)):
        return Proof("listing", f"its headline is that of a search: {_shown(head)}", page.start)
    return None


def _register(page: Page) -> Proof | None:
    """Most paragraphs begin with a name of their own and a colon."""
    texts = [paragraph.text for paragraph in page.article.paragraphs if paragraph.role in STORY]
    names = [entry[1] for text in texts if (entry := ENTRY.match(text))]
    if len(names) < 8 or len(set(names)) < 0.7 * len(texts):
        return None
    return Proof("listing", f"{len(names)} of {len(texts)} paragraphs are entries: {_shown(names[0])}", page.start)


def _sum_of_signs(page: Page, blocks: Blocks) -> Proof | None:
    """What many small signs say together, and as the proof the line that shows the plainest of them."""
    shape, words = shape_signs(blocks.items, page.article), word_signs(page.article)
    points = NO_SIGN + _points(shape) + _points(words)
    if points + _KINDS_MOST <= _LEAST:
        return None
    kinds = kind_signs(page.seed.text, blocks.items, page.article)
    if points + _points(kinds) <= _LEAST:
        return None
    kind = max(KINDS, key=lambda each: kinds[each] * WEIGHTS[each])
    if kinds[kind] * WEIGHTS[kind] >= _PLAIN and (line := _line_of_kind(page, kind)):
        return Proof(_NAMES[kind], f"{SAYS[kind]}: {_shown(line[0])}", line.start())
    if _points({name: words[name] for name in _ADVICE}) >= _PLAIN:
        return _advises(page)
    return _little(page, blocks)


def _points(signs: dict[str, float]) -> float:
    return sum(value * WEIGHTS[name] for name, value in signs.items())


def _line_of_kind(page: Page, kind: str) -> re.Match[str] | None:
    """The first line that is a sign of a kind of page."""
    lines = _LINE.finditer(page.seed.text)
    if kind == "entries":
        return next((line for line in lines if line.start() >= page.start and ENTRY.match(line[0])), None)
    return next((line for line in lines if sign_of(line[0]) == kind), None)


def _advises(page: Page) -> Proof:
    """The text asks, calls and advises: shown by the first paragraph that does."""
    bits = talk_bits()
    told = {word: bool(bits.get(word, 0) & MAY) for word in _WORD.findall(page.text.casefold())}
    line = next((each for each in _LINE.finditer(page.seed.text, page.start) if _calls(each[0], told)), None)
    shown = f": {_shown(line[0])}" if line else ""
    return Proof(
        "no news",
        f"it advises and asks, and tells of nothing that happened{shown}",
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
    return Proof("no story", f"{why}: {_shown(page.text)}", page.start)


def _shown(text: str) -> str:
    text = squeezed(text)
    return repr(text if len(text) <= 60 else f"{text[:57]}…")
