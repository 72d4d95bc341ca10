# SPDX-License-Identifier: MIT
"""What a line says of who wrote: names, or a house, behind a `By` of its language, or names alone."""

import re
from functools import lru_cache

from newsroom.convert.agencies import agency_in
from newsroom.convert.byline_leads import KIND, LEAD_WORDS, LEADS, LEADS_WITH_COLON, ROLES_FIRST, WEAK_LEADS
from newsroom.convert.cjk_bylines import cjk_inline, cjk_led
from newsroom.convert.date_words import LABEL
from newsroom.convert.lone_names import agency, alone, desk, portrayed
from newsroom.convert.name_shapes import is_caseless, is_given
from newsroom.convert.name_words import DESKS, JOINS, NOBODY
from newsroom.convert.names import Names, names_at
from newsroom.convert.one_name import Span
from newsroom.convert.readings import Reading

_LONGEST, _LONGEST_LEAD, _LEAD_MOST = 200, 24, 5  # characters, and words of a lead
_OPENING = 600  # characters of prose in which a byline may stand: below a standfirst
_MOST_INLINE = 3  # names
# Behind names, characters that make a line a byline's and the story's: `By Ann Lee The pier opened …`
_STORY = 60
_COLON = r"\s*[:：/|]\s*"
# `ByAnn Lee`, and no `Byron Lee`.
_GLUED = r"By(?=[A-Z])|(?:by|Von|Par|Por|Deur|Oleh|Door|Author|Autor|Auteur)(?=[A-Z][a-z])"
_LED = (
    rf"(?:(?:{LEADS})(?:\s*[-–—]\s+|{_COLON}|\s+)|(?:{LEADS_WITH_COLON}){_COLON}"
    rf"|(?P<weak>{WEAK_LEADS})\s+|(?-i:{_GLUED}))(?=\S)"
)
_LEAD = re.compile(rf"[\W_]*(?:{KIND})?(?:{_LED})", re.IGNORECASE)
# Inside a line a lead follows a stroke, or what tells the time: `3 min read · By Ann Lee`, `2 hours ago by Ann Lee`;
# or who took the pictures: `Photos by Bo Ek, words by Ann Lee`.
_BEFORE_INNER = (
    r"[|·•/>–—]\s*|[,;]\s*(?=(?:words|text|story|written|texte|tekst)\b)|\b(?:ago|read|views|min|pm|am|uhr|\d+)\W+"
)
_INNER = re.compile(rf"(?:{_BEFORE_INNER})(?:{_LED})", re.IGNORECASE)
_LEAD_ALONE = re.compile(
    rf"[\W_]*(?:{LEADS}|(?:{LEADS_WITH_COLON})(?:\s?(?:/|und|and|&)\s?(?:{LEADS_WITH_COLON}))?)\s*[:：]?[\W_]*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:^|[.!?…”’\")]\s+)(?P<lead>By|BY|Von|Par|Por|Av|Door|Oleh|(?:^von|^by|^par|^por|^di))\s(?=[^\W\d_])"
)
# `By political editor Ann Lee`
_ROLE_FIRST = re.compile(
    rf"(?:[\w&'’-]+\s){{0,5}}?[\w-]*(?i:{ROLES_FIRST})(?:\s(?:in|à|en|aus|i|da)\s[^,.:|]{{2,30}}?)?,?\s(?=[^\W\d_a-zß-ÿ])"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_INNER_WORDS = frozenset(("by", "von", "par", "por", "door", "av", "af", "oleh", "di", "da", "author", "autor", "text"))
_STROKES = frozenset("|·•/>–—,;0123456789")
_GLUED_LEADS = ("By", "by", "Von", "Par", "Por", "Deur", "Oleh", "Door", "Author", "Autor", "Auteur")

_HOUSE_END = re.compile(
    r"\s*(?:[|·•/<>(\[{@*#,;–—]|\d|\s-\s|\s{2,}|\b(?:on|in|published|updated|posted|for)\b)", re.IGNORECASE
)
_HOUSE_WORD = re.compile(r"[^\W\d_][\w.&'’+-]*|&|\d+\w*")
_SMALL = frozenset(("of", "the", "and", "de", "la", "del", "des", "du", "for", "&", "und", "y", "et"))
_NO_HOUSE = _SMALL.union(JOINS.split("|"), ("numbers", "invitation", "appointment", "on", "in", "at", "to", "now"))
_HANDLE = re.compile(r"[a-z][\w.-]{3,20}")  # `by harbourmouse`
_LONGEST_HOUSE, _MOST_HOUSE_WORDS = 45, 6


def reading_of(text: str) -> Reading | None:
    """What a line says of who wrote, or None."""
    if not text or len(text) > _LONGEST:
        return None
    return cjk_led(text) or _led(text) or agency(text) or desk(text) or portrayed(text) or alone(text)


def authors_from(byline: str) -> tuple[str, ...]:
    """The people whom a line names after a `By` of its language, or () for anything but a byline."""
    reading = (cjk_led(byline) or _led(byline)) if len(byline) <= _LONGEST else None
    if reading is None or reading.kind != "by" or reading.tail == "words":
        return ()
    return tuple(dict.fromkeys(byline[start:end] for start, end in reading.spans))


@lru_cache(maxsize=256)  # asked of one line for its surroundings, as a candidate and below another
def is_lead(text: str) -> bool:
    """Whether a line is a `By` whose names are on the next."""
    return len(text) <= _LONGEST_LEAD and bool(_LEAD_ALONE.fullmatch(text))


def inline(text: str) -> Reading | None:
    """The byline that was joined to the prose behind it: `By Ann Lee The pier opened …`."""
    lead = _INLINE.search(text[:_OPENING])
    names = names_at(text, lead.end()) if lead else None
    if not lead or not names or len(names.spans) > _MOST_INLINE:
        return cjk_inline(text)
    begins = lead.start("lead") == 0 and names.tail == "words" and text[names.end + 1 : names.end + 2].isupper()
    if not begins and not _are_known(text, names.spans):
        return cjk_inline(text)
    *first, (start, end) = names.spans
    words = text[start:end].split()
    if names.tail == "words" and len(words) > 2 and len(words[1].strip(".")) > 1:
        end = start + len(" ".join(words[:2]))  # the third begins the sentence
    return Reading("inline", (*first, (start, end)), names.tail, (lead.start("lead"), end))


@lru_cache(maxsize=256)  # the headline, the dates and the byline ask of one line
def _led(text: str) -> Reading | None:
    """The names or the house behind a lead at the line's start, or behind a stroke in it."""
    # Most lines have no word of a lead, nor a colon behind one: they are done with in a microsecond or two.
    words = _LETTERS.findall(text.lower())
    may_begin = ":" in text[:40] or "：" in text[:40] or text.startswith(_GLUED_LEADS)
    lead = _LEAD.match(text) if may_begin or not LEAD_WORDS.isdisjoint(words[:_LEAD_MOST]) else None
    found = _behind(text, lead) if lead else None
    if found or _INNER_WORDS.isdisjoint(words[1:]) or _STROKES.isdisjoint(text):
        return found
    return next(filter(None, (_behind(text, each) for each in _INNER.finditer(text))), None)


def _behind(text: str, lead: re.Match[str]) -> Reading | None:
    """The names or the house behind a lead."""
    role = _ROLE_FIRST.match(text, lead.end())
    names = (names_at(text, role.end()) if role else None) or names_at(text, lead.end())
    if lead["weak"]:
        sure = names and names.tail != "words" and (not lead["tiny"] or _are_sure(text, names.spans))
        return Reading("weak", _without_place(text, names.spans), names.tail) if names and sure else None
    if names:
        return None if _is_story(text, names) else Reading("by", names.spans, names.tail)
    return _caseless(text, lead.end()) or _house(text, lead.end())


def _without_place(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Names without the rest of a place in front: `Aus Port Ember Ann Lee`."""
    (start, end), *others = spans
    first, _, name = text[start:end].partition(" ")
    is_place = " " in name and not is_given(f"{first} x") and is_given(name)
    return ((start + len(first) + 1, end), *others) if is_place else spans


def _is_story(text: str, names: Names) -> bool:
    return names.tail == "words" and len(text) - names.end > _STORY


def _are_known(text: str, spans: tuple[Span, ...]) -> bool:
    return all(is_given(text[start:end]) for start, end in spans)


def _are_sure(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether names are known, or all in capitals: what a word like `di` needs behind it."""
    return all(is_given(text[start:end]) or text[start:end].isupper() for start, end in spans)


def _caseless(text: str, start: int) -> Reading | None:
    """The one name, in a script without capitals, that a lead is followed by."""
    mark = _HOUSE_END.search(text, start)
    said = text[start : mark.start() if mark else len(text)].strip(" -–—:،.")
    if not is_caseless(said):
        return None
    start = text.index(said, start)
    return Reading("by", ((start, start + len(said)),), "mark" if mark else "")


def _is_handle(text: str, said: str, end: int) -> bool:
    """Whether a word in small letters is who posted: no `By subscribing, you agree`."""
    if said == "admin":
        return True
    return said not in NOBODY.union(DESKS) and not said.endswith("ing") and text[end : end + 1] not in (",", ";")


def _house(text: str, start: int) -> Reading | None:
    """What is no person's name behind a `By`: a desk, an agency, one name alone."""
    named = agency_in(text[start:])
    if named:
        return Reading("house", ((start + named[0], start + named[1]),), "")
    mark = _HOUSE_END.search(text, start)
    said = text[start : mark.start() if mark else len(text)].rstrip(" .:|-")
    words = said.split()
    if len(words) == 1 and _HANDLE.fullmatch(said) and _is_handle(text, said, start + len(said)):
        return Reading("handle", ((start, start + len(said)),), "mark" if mark else "")
    if not 1 <= len(words) <= _MOST_HOUSE_WORDS or len(said) > _LONGEST_HOUSE or len(words[-1]) < 2:
        return None
    if (
        LEAD_WORDS.issuperset(map(str.lower, words))
        or words[0] in _SMALL
        or words[-1].casefold() in _NO_HOUSE
        or all(map(LABEL.fullmatch, words))
    ):
        return None
    if not all(
        _HOUSE_WORD.fullmatch(word) and (word[0].isupper() or word in _SMALL or word in DESKS) for word in words
    ):
        return None
    return Reading("house", ((start, start + len(said)),), "mark" if mark else "")
