# SPDX-License-Identifier: MIT
"""Find the lines of the story: its prose, the sentences and subheads between, and what interrupts it."""

from collections.abc import Sequence

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.lines import has_words, open_lines
from newsroom.convert.model import Role, Seed
from newsroom.convert.pagetalk import CAPTION
from newsroom.convert.pagewords import BIO
from newsroom.convert.story import Story, story_in
from newsroom.convert.told import Form, Told, told
from newsroom.convert.units import Unit, units_from

# A subhead's length: the longest of 160 has 86. Above it stand captions.
_SUBHEAD = 90
# A line with a day has so many characters, one with a time alone fewer.
_DATE = 8
# A sentence right below the headline is a standfirst from so many characters on.
_STANDFIRST = 40
# Notes on the author stand below most of the story, say `Ann Lee is …` and are no longer than this.
_NOTE, _NOTE_BELOW = 700, 0.6
_SAYS_OF = (
    "is has was writes covers works joined hails lives reports edits leads serves studied graduated"
    " ist schreibt arbeitet berichtet lebt leitet studierte est écrit couvre travaille vit es escribe trabaja cubre"
    " é escreve trabalha cobre è scrive lavora vive schrijft werkt woont är skriver arbetar bor er arbejder"
    " jest pisze pracuje on работает пишет живет"
)
_IS = frozenset(_SAYS_OF.split())


def find_body(seed: Seed, blocks: Blocks) -> Blocks:
    """Body blocks and subheads, and below the headline the sentences above them; captions and furniture among them."""
    dates = [block.start for block in blocks.items if block.reason == "page-date" and block.end - block.start >= _DATE]
    page = told(units_from(seed.text, open_lines(seed, blocks)), dates)
    headline = next(blocks.having(Role.HEADLINE), None)
    start = _below(seed.text, page.units, headline)
    story = story_in(page, start, seed.text[headline.start : headline.end] if headline else "")
    if story is None:
        return blocks
    names = {
        word
        for byline in (*blocks.having(Role.BYLINE), *blocks.named)
        for word in _words(seed.text[byline.start : byline.end])
    }
    for place in _author_notes(page, story, names):
        page.forms[place], page.talk[place] = Form.TALK, "author-note"
    above = range(start, story.first) if headline else range(0)
    marks = [_mark(page, story, place, above) for place in range(len(page.units))]
    return blocks.label(mark for mark in marks if mark)


def _mark(page: Told, story: Story, place: int, above: range) -> Block | None:
    """The block of a unit, if it is decided; `above` are the places between headline and story."""
    unit, kind = page.units[place], page.talk[place]
    inside = story.first <= place <= story.last and place not in story.skipped
    role = _role(page, story, place) if inside else None
    if place in above and page.forms[place] is Form.SENTENCE and unit.shape.size >= _STANDFIRST:
        role = Role.STANDFIRST
    if role or kind == CAPTION:
        return Block(unit.start, unit.end, role or Role.CAPTION)
    reason = kind or ("related" if place in story.skipped else None)
    return Block(unit.start, unit.end, Role.FURNITURE, reason) if reason else None


def _below(text: str, units: Sequence[Unit], headline: Block | None) -> int:
    """The place of the first unit below the headline; 0 if that stands inside the story or below it.

    What ends as a sentence and has prose above is one of the story's, whose headline the page does not print.
    """
    if headline is None:
        return 0
    start = sum(unit.start < headline.start for unit in units)
    sizes = [unit.shape.size if unit.shape.prose else 0 for unit in units]
    inside = sum(size > 0 for size in sizes[max(0, start - 3) : start]) >= 2
    sentence = text[headline.end - 1] == "." and any(sizes[:start])
    return 0 if inside or sentence or sum(sizes[:start]) > sum(sizes[start:]) else start


def _role(page: Told, story: Story, place: int) -> Role | None:
    """What a unit inside the story is, or None for what is not its own."""
    unit, form, forms = page.units[place], page.forms[place], page.forms
    if form is Form.TALK:
        return Role.SUBHEAD if _is_subhead_again(page, story, place) else None
    answers = unit.shape.ended and forms[place - 1] is Form.PROSE  # `He did.`
    leads = unit.text[-1] in ":：" and place < story.last and (forms[place + 1] <= Form.SENTENCE or len(unit.text) > 30)
    if form <= Form.SENTENCE or answers or leads:
        return Role.BODY
    below = next((at for at in range(place + 1, min(place + 3, len(forms))) if forms[at] is not Form.TALK), None)
    heads = below is not None and below <= story.last and forms[below] is Form.PROSE
    return Role.SUBHEAD if heads and unit.shape.size <= _SUBHEAD and _begins_well(unit) else None


def _is_subhead_again(page: Told, story: Story, place: int) -> bool:
    """Whether a line that says the one above it again is a subhead: text above both, prose below."""
    shape = page.units[place].shape
    if page.talk[place] != "said-twice" or shape.ended or shape.size >= 70 or not story.first + 1 < place < story.last:
        return False
    same = page.units[place - 1].shape.words == shape.words
    return same and page.forms[place + 1] is Form.PROSE and page.forms[place - 2] <= Form.SENTENCE


def _begins_well(unit: Unit) -> bool:
    begin = unit.text[0]
    return has_words(unit.text) and not begin.islower() and (begin.isalnum() or begin in "\"“„«»”「『‘'’")


def _author_notes(page: Told, story: Story, names: set[str]) -> list[int]:
    """The places of notes on the author, from the end of the story up to its last own prose."""
    units = page.units
    inside = (at for at in range(story.first, story.last + 1) if at not in story.skipped)
    prose = [at for at in inside if page.forms[at] <= Form.SENTENCE]
    total = above = sum(units[at].shape.size for at in prose)
    found = []
    for place in reversed(prose):
        above -= units[place].shape.size
        if above < total * _NOTE_BELOW:
            break
        if _is_author_note(units, place, names):
            found.append(place)
        elif above < total * 0.85:
            break
    return found


def _is_author_note(units: Sequence[Unit], place: int, names: set[str]) -> bool:
    shape, text = units[place].shape, units[place].text
    if text[0].isspace() and shape.words[:1] and shape.words[0] in _IS:  # its name was the byline
        return shape.size < _NOTE
    if len(shape.words) <= 6 or shape.size >= _NOTE or not text[0].isupper() or _IS.isdisjoint(shape.words[1:5]):
        return False
    if shape.words[0] in names and shape.words[1] in names:
        return True
    return bool(shape.kinds & BIO) or any(
        1 < len(other.shape.words) <= 5 and not other.shape.prose and other.shape.words[0] == shape.words[0]
        for other in units[max(0, place - 5) : place]
    )


def _words(text: str) -> list[str]:
    return [word.strip(".,:") for word in text.casefold().split()]
