# SPDX-License-Identifier: MIT
"""Lines in which the page speaks of itself, and captions: told by their words and their form."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsroom.convert.captions import LABELLED_MOST, is_caption
from newsroom.convert.no_story_words import PAID
from newsroom.convert.notices import notice_of
from newsroom.convert.pagewords import AD, COMMENT, COOKIE, KINDS, LEGAL, NAG, RELATED, SHARE, WE, YOU
from newsroom.convert.shapes import Shape
from newsroom.convert.units import Unit

CAPTION = "caption"
_QUOTES = '"“„«「'
_RESERVED_WORDS = (
    "reserved vorbehalten réservés reservados riservati voorbehouden zastrzeżone защищены förbehålls forbeholdes"
    " reproduced redistributed rewritten vervielfältigt"
)
_RESERVED = frozenset(_RESERVED_WORDS.split())
_PAID_MOST = 200
# Words from the beginning by which one line is another said again.
_SAME = 6
_STORY = 5  # lines of prose; of two that are all a page has, one is no caption


def page_talk(units: Sequence[Unit]) -> list[str | None]:
    """For each unit the kind of furniture that it is, or None."""
    found = [_talk(unit) or (CAPTION if is_caption(unit) else None) for unit in units]
    _add_repeats(units, found)
    _add_between_cookies(units, found)
    return found


def _talk(unit: Unit) -> str | None:
    shape = unit.shape
    if "©" in unit.text[:60] and shape.size < 250:
        return "copyright"
    if unit.text[0] in _QUOTES:
        return None
    if not shape.kinds:
        return notice_of(unit)
    kind = _notice(unit) or notice_of(unit) or (_appeal(shape) if shape.twice else None)
    return kind if kind or shape.ended else _label(shape.size, shape.kinds, len(shape.words))


def _notice(unit: Unit) -> str | None:
    """The kind of a line that asks for consent or for money, or leads to another story."""
    shape = unit.shape
    if shape.kinds & COOKIE and _is_consent(shape):
        return "cookies"
    if shape.kinds & NAG and shape.size < _PAID_MOST and any(map(unit.text.casefold().__contains__, PAID)):
        return "paywall"
    return "read-more" if shape.kinds & RELATED and _leads_elsewhere(unit) else None


def _leads_elsewhere(unit: Unit) -> bool:
    """Whether a line is a label and the headline of another story: `Read more: Ferry is late`."""
    label, _, headline = unit.text.partition(":")
    count = len(label.split())
    if not headline.strip() or count > 4 or unit.shape.size > LABELLED_MOST:
        return False
    related = sum(bool(KINDS.get(word, 0) & RELATED) for word in unit.shape.words[:count])
    return related * 2 >= count and (related > 1 or count == 1)


def _appeal(shape: Shape) -> str | None:
    """The kind of a sentence that speaks to the reader, or has two words of one kind and is short or none."""
    size, _, ended, kinds, twice, words = shape
    speaks = kinds & (WE | YOU)
    if twice & LEGAL and size < 300 and (speaks or kinds & (NAG | COOKIE) or size < 120 or not ended):
        return "legal"
    if twice & LEGAL and size < 700 and not _RESERVED.isdisjoint(words):
        return "legal"
    if twice & NAG and size < 400 and (speaks or not ended):
        return "newsletter"
    if twice & COMMENT and size < 500 and (speaks or kinds & (LEGAL | NAG)):
        return "comments"
    return "affiliate" if twice & AD and size < 500 and speaks else None


def _label(size: int, kinds: int, count: int) -> str | None:
    """The kind of a few words that end no sentence: a button, a heading of the page."""
    if kinds & NAG and size < 60 and count <= 6:
        return "newsletter"
    if kinds & SHARE and size < 50 and count <= 5:
        return "share-widget"
    if kinds & COMMENT and size < 40 and count <= 4:
        return "comments"
    if kinds & AD and size < 40 and count <= 5:
        return "advertisement"
    return None


def _is_consent(shape: Shape) -> bool:
    size, _, _, kinds, twice, words = shape
    if (twice & COOKIE or size < 60) and (kinds & (LEGAL | YOU | WE | AD) or size < 40):
        return True
    return size < 700 and (sum(word[:6] == "cookie" for word in words) >= 2 or "cookies" in words[:3])


def _add_repeats(units: Sequence[Unit], found: list[str | None]) -> None:
    """What the page says twice in a row, or three times, is a caption or a label; prose said often is not."""
    shapes = [unit.shape for unit in units]
    firsts = [shape.words[:_SAME] for shape in shapes]
    times = Counter(firsts)
    has_story = sum(shape.prose for shape in shapes) >= _STORY
    labels = Counter(shape.words for shape in shapes if not shape.prose)
    begins = Counter(shape.words[:3] for shape in shapes if not shape.prose and len(shape.words) >= 3)
    for place, (unit, shape) in enumerate(zip(units, shapes, strict=True)):
        if found[place] or not shape.words:
            continue
        words = firsts[place]
        if (
            len(words) >= 4
            and shape.size >= 30
            and (words in firsts[max(0, place - 1) : place] or words in firsts[place + 1 : place + 2])
            and (not shape.prose or (has_story and times[words] == 2))
        ):
            found[place] = "said-twice"
        elif not shape.prose and (labels[shape.words] >= 3 or (begins[words[:3]] >= 3 and _is_label(unit))):
            found[place] = "repeated"


def _is_label(unit: Unit) -> bool:
    return not unit.shape.ended and len(unit.shape.words) >= 3 and unit.text[0] not in _QUOTES


def _add_between_cookies(units: Sequence[Unit], found: list[str | None]) -> None:
    """Among lines on cookies, the others are on them too."""
    places = [place for place, kind in enumerate(found) if kind == "cookies"]
    if len(places) < 3:
        return
    for before, after in pairwise(places):
        if after - before <= 4:
            found[before:after] = ["cookies"] * (after - before)
    for place in range(places[-1] + 1, min(len(units), places[-1] + 3)):
        if units[place].shape.kinds & COOKIE and not found[place]:
            found[place] = "cookies"
