# SPDX-License-Identifier: MIT
"""Pages that are no story: told by what they say of themselves, and by whom they speak to."""

import re
from collections.abc import Callable
from typing import NamedTuple

from newsroom.convert.blocks import Blocks
from newsroom.convert.lines import squeezed, word_count
from newsroom.convert.model import Article, Role, Seed
from newsroom.convert.no_story_words import CONSENT, GONE, PAGE, PAID, RESULTS, ROBOT, SERVER, TERMS
from newsroom.convert.page_signs import HINTS, SAYS, SHARES, SIGN, SIGN_LINE, SIGNS
from newsroom.convert.pagewords import KINDS, WE, YOU


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
    stop: int
    size: int  # characters of the page but for notices on cookies and the like


# A notice in the place of a story leaves at most so many words of text: of 545 stories 27 have fewer, but
# none of those says that a page was not found. The line that says so is no longer than this.
_INSTEAD_WORDS, _STUB_WORDS, _INSTEAD_LINE = 140, 90, 160
_LONG_WORD = 15  # characters: a text of so many words is not longer, and spares most pages the count
_STORY = (Role.BODY, Role.SUBHEAD)
_NOTICES = ("cookies", "legal", "newsletter")
_INSTEAD = (
    ("not found", "the page says that it was not found", GONE),
    ("server error", "the page says that the server failed", SERVER),
    ("bot wall", "the page asks for a browser or a human", ROBOT),
    ("cookie wall", "the page asks for consent", CONSENT),
    ("paywall", "the page shows only the beginning of a story", PAID),
)
_ABOVE = 200  # characters above the text in which its label stands, if it has no headline
_LINE = re.compile(r"\S[^\r\n\u2028\u2029]*")
_QUOTATION = re.compile('[“”"„«»「」]')
_SAMPLE = 4000  # characters of a text by which it is judged
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_ENTRY = re.compile(r"([^.!?:]{2,60}): ")


def proof_of_no_story(seed: Seed, blocks: Blocks, article: Article) -> Proof | None:
    """The first proof that a page is no story."""
    story = [block for block in blocks.items if block.role in _STORY]
    page = Page(
        seed,
        article,
        " ".join(paragraph.text for paragraph in article.paragraphs),
        story[0].start if story else 0,
        story[-1].end if story else 0,
        sum(block.end - block.start for block in blocks.items if block.reason not in _NOTICES),
    )
    brief = len(page.text) <= _INSTEAD_WORDS * _LONG_WORD and word_count(page.text) <= _INSTEAD_WORDS
    if brief and (found := _says_instead(page)):
        return found
    if not story or (article.published and article.authors):
        return None
    return next((found for check in _CHECKS if (found := check(page))), None)


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


def _signs(page: Page) -> Proof | None:
    """Three or more lines of one kind among the text; goods and manuals have them anywhere."""
    found: dict[str, list[re.Match[str]]] = {kind: [] for kind in SIGNS}
    hinted = any(map(page.seed.text.__contains__, HINTS))
    for line in _LINE.finditer(page.seed.text, *((0,) if hinted else (page.start, page.stop))):
        if len(line[0]) > SIGN_LINE:
            continue
        sign = SIGN.fullmatch(line[0].rstrip())
        if sign and sign.lastgroup:
            inside = page.start <= line.start() < page.stop
            if inside or sign.lastgroup in ("shop", "manual"):
                found[sign.lastgroup].append(line)
    texts = sum(paragraph.role is Role.BODY for paragraph in page.article.paragraphs)
    for kind, lines in found.items():
        if len(lines) >= max(3, texts * SHARES[kind]):
            return Proof(kind, f"{SAYS[kind]} ({len(lines)}): {_shown(lines[0][0])}", lines[0].start())
    return None


def _entries(page: Page) -> Proof | None:
    """A register: most paragraphs begin with a name of their own and a colon."""
    texts = [paragraph.text for paragraph in page.article.paragraphs if paragraph.role is Role.BODY]
    names = [entry[1] for text in texts if (entry := _ENTRY.match(text))]
    if len(names) >= 8 and len(set(names)) >= 0.6 * len(texts):
        return Proof("listing", f"{len(names)} of {len(texts)} paragraphs are entries: {_shown(names[0])}", page.start)
    return None


def _speaks_to_visitors(page: Page) -> Proof | None:
    """Text without a day or a quotation that speaks of us and to you: under a label, or cut up by subheads."""
    text = page.text[:_SAMPLE]
    quotations = len(_QUOTATION.findall(text)) * 1000 / max(1, len(text))
    if page.article.published or quotations > 1:
        return None
    words = _WORD.findall(text.casefold())
    kinds = [KINDS[word] for word in words if word in KINDS]
    ours, yours = sum(bool(kind & WE) for kind in kinds), sum(bool(kind & YOU) for kind in kinds)
    share = (ours + yours) / max(1, len(words))
    subheads = sum(paragraph.role is Role.SUBHEAD for paragraph in page.article.paragraphs)
    label = 0 < len((page.article.headline or "").split()) <= 3 and len(words) < 600 and share > 0.01
    short = len(page.text) < 120 * len(page.article.paragraphs)
    cut_up = short and quotations < 0.5 and subheads >= max(5, 0.2 * len(page.article.paragraphs)) and share > 0.025
    if ours > 0.06 * len(words) or ((label or cut_up) and ours and yours and ours + yours >= 3):
        return Proof("no news", f"it speaks of us ({ours}) and to you ({yours}), and quotes nobody", page.start)
    return None


def _little(page: Page) -> Proof | None:
    """A few words of text in a page of much else, with no day and no name."""
    share = len(page.text) / max(1, page.size)
    if share >= 0.3:
        return None
    words = word_count(page.text)
    little = words < 130 or (words < 260 and share < 0.2)
    if page.article.published or page.article.authors or not little:
        return None
    return Proof("no story", f"{words} words of text are {share:.0%} of the page", page.start)


def _names(page: Page) -> Proof | None:
    """A list in one line: most words begin with a capital, and few sentences end."""
    words = page.text[:_SAMPLE].split()
    capital = sum(word[0].isupper() and not word.isupper() for word in words)
    if len(words) >= 100 and capital > 0.7 * len(words):
        return Proof("listing", f"{capital} of {len(words)} words have capitals", page.start)
    return None


_CHECKS: tuple[Callable[[Page], Proof | None], ...] = (
    _heads,
    _signs,
    _entries,
    _speaks_to_visitors,
    _little,
    _names,
)


def _shown(text: str) -> str:
    text = squeezed(text)
    return repr(text if len(text) <= 60 else f"{text[:57]}…")
