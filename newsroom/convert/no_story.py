# SPDX-License-Identifier: MIT
"""Pages that are no story: told by what they say of themselves, or by the sum of many small signs."""

from newsroom.convert.blocks import Blocks
from newsroom.convert.lines import word_count
from newsroom.convert.model import STORY, Article, Role, Seed
from newsroom.convert.no_story_sum import proof_by_signs
from newsroom.convert.no_story_words import CONSENT, GONE, PAGE, PAID, RESULTS, ROBOT, SERVER, TERMS
from newsroom.convert.page_signs import ENTRY
from newsroom.convert.proofs import LINE, Page, Proof, shown

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
_ENTRY = 64  # characters in which the colon of an entry stands
_ABOVE = 200  # characters above the text in which its label stands, if it has no headline


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
    return (_heads(page) or _register(page) or proof_by_signs(page, blocks)) if story else None


def _says_instead(page: Page) -> Proof | None:
    text = page.seed.text.casefold()
    if not any(phrase in text for _, _, phrases in _INSTEAD for phrase in phrases):
        return None
    for line in LINE.finditer(page.seed.text):
        if len(line[0]) > _INSTEAD_LINE:
            continue
        said = line[0].casefold().strip()
        for reason, why, phrases in _INSTEAD:
            if any(map(said.__contains__, phrases)) and _is_meant(reason, said, page, line.start()):
                return Proof(reason, f"{why}: {shown(said)}", line.start())
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
        return Proof("terms", f"its headline names the terms of a site: {shown(head)}", page.start)
    if any(map(head.startswith, RESULTS)):
        return Proof("listing", f"its headline is that of a search: {shown(head)}", page.start)
    return None


def _register(page: Page) -> Proof | None:
    """Most paragraphs begin with a name of their own and a colon."""
    texts = [paragraph.text for paragraph in page.article.paragraphs if paragraph.role in STORY]
    names = [entry[1] for text in texts if ": " in text[:_ENTRY] and (entry := ENTRY.match(text))]
    if len(names) < 8 or len(set(names)) < 0.7 * len(texts):
        return None
    return Proof("listing", f"{len(names)} of {len(texts)} paragraphs are entries: {shown(names[0])}", page.start)
