# SPDX-License-Identifier: MIT
"""Bylines without a lead: names that a line begins with or is in part, and newsrooms that write as such."""

import re

from newsroom.convert.agencies import agency_in, is_agency
from newsroom.convert.cjk_bylines import cjk_alone
from newsroom.convert.name_shapes import is_caseless, is_given, is_name
from newsroom.convert.name_words import ARTICLES, DESKS, NEWSROOMS, NOBODY, OF_DESKS
from newsroom.convert.names import Names, names_at
from newsroom.convert.readings import Reading

_SEGMENT = re.compile(r"\s*[|·•>/–—]\s*|\s+-\s+")
# Whoever is named beside one of these took the picture, or sold it.
_PICTURE = re.compile(
    r"\b(?:getty|shutterstock|istock\w*|alamy|unsplash|flickr|wikimedia|photos?|photographs?|fotos?|images?|bild|credit"
    r"|courtesy|handout|file|via|illustration|bildrechte|picture.alliance|imago)\b|©|\bphoto by",
    re.IGNORECASE,
)
# `Ann Lee in Port Ember`, `avec AFP`, and no `in the rooms of`.
_PLACE = re.compile(
    r"[ .\u00a0]*\w+ (?:(?:[Tt]he|la|le|el|der|die) |l['’])?(?:(?=[^\W\d_])(?![a-zß-ÿ])|(?:dpa|afp|ots)\b)"
)
_PORTRAIT = re.compile(
    r"(?:view )?(?P<whose>\S.{1,38}?)['’]s? (?:avatar|profile|substack|profile (?:picture|photo|image))"
    r"|(?:headshot|avatar|profile (?:picture|photo|image)|author (?:photo|image)|profilbild) (?:of|for|von|di|de|av):?"
    r" (?P<of>\S.{1,38})",
    re.IGNORECASE,
)
_NO_PORTRAIT = re.compile(r"(?:the )?(?:user|author|writer|member|guest)s?", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<![\w'’.-])[^\W\d_a-zß-ÿ][\w'’-]+")
_COUNT = re.compile(r"\d{1,2}[.)]\s+(?=[^\W\d_])")
_STROKES = frozenset("|·•>/–—-")
_MARGIN = " \t\u00a0|·•–—-/,*_#✍✎("
# Characters of a line with several parts; behind names, and behind names with a role; of a desk, and its words.
_LONGEST_PARTED, _LONGEST_REST, _LONGEST_ROLE, _LONGEST_DESK, _MOST_DESK_WORDS = 120, 60, 100, 40, 4
_LONGEST_PLACED = 50  # of a name that is not known, with its place


def alone(text: str) -> Reading | None:
    """The names that a line begins with, or that one part of it is."""
    begin = len(text) - len(text.lstrip(_MARGIN))
    count = _COUNT.match(text, begin)
    begin = count.end() if count else begin
    names = names_at(text, begin)
    if names is None:
        # In ASCII no script is without capitals, and most lines end here.
        return _part(text) or (None if text.isascii() else _caseless(text) or cjk_alone(text))
    if _is_sentence(text, begin, names) or _PICTURE.search(text):
        return None
    known = any(is_given(text[start:end]) for start, end in names.spans)
    part = _part(text) if names.tail == "mark" and not known else None
    if names.tail == "place" and not (_PLACE.match(text, names.end) and (known or len(text) < _LONGEST_PLACED)):
        return None
    return part or Reading("names", names.spans, names.tail)


def agency(text: str) -> Reading | None:
    """The agency that a line, or its first part, names and says nothing else."""
    said = text.partition("|")[0].rstrip() if len(text) <= _LONGEST_DESK else ""
    span = agency_in(said) if said else None
    return Reading("agency", (span,), "") if span and is_agency(text[slice(*span)]) else None


def desk(text: str) -> Reading | None:
    """The line, where it says that a newsroom wrote: `Web Desk`, `Ember Staff Reporter`."""
    said = text.strip(" |·•–—-:,")
    words = said.casefold().replace(".", "").replace(",", "").split()
    if not 1 <= len(words) <= _MOST_DESK_WORDS or len(said) > _LONGEST_DESK or not said[0].isupper():
        return None
    others = [word for word in words if word not in DESKS and word not in OF_DESKS]
    most = 2 if words[0] in NEWSROOMS else 1  # `Redacción Port Ember`
    if len(others) > most or DESKS.isdisjoint(words) or (others == words[:1] and words[0] in NOBODY):
        return None
    start = text.index(said)
    return Reading("desk", ((start, start + len(said)),), "")


def within(text: str) -> Reading | None:
    """The first known name inside a short line that says more: `Politik Ann Lee 12`, `Ann Lee Harbour news`."""
    if len(text) > _LONGEST_PARTED or _PICTURE.search(text):
        return None
    for word in _CAPITAL.finditer(text):
        names = names_at(text, word.start()) if is_given(f"{word[0]} x") else None
        if names and is_given(text[slice(*names.spans[0])]):
            return Reading("within" if word.start() else "begins", names.spans, names.tail)
    return None


def portrayed(text: str) -> Reading | None:
    """The name that a line has for an author's picture: `Ann Lee's avatar`; no caption: `Picture of Ann Lee`."""
    said = _PORTRAIT.fullmatch(text) if len(text) <= _LONGEST_DESK + _LONGEST_DESK else None
    if not said or _NO_PORTRAIT.fullmatch(said[said.lastgroup or ""]):
        return None
    return Reading("avatar", (said.span(said.lastgroup or ""),), "")


def _is_sentence(text: str, begin: int, names: Names) -> bool:
    """Whether names begin a sentence, a caption or a heading: `Ann Lee: how we opened it`."""
    rest = text[names.end :]
    if names.tail == "words" or text[begin:].split()[0] in ARTICLES:
        return True
    if names.tail == "role":
        return len(rest) > _LONGEST_ROLE
    return len(rest) > _LONGEST_REST or (rest[:1] in (":", ";") and len(rest) > 2)


def _caseless(text: str) -> Reading | None:
    """The known name in a script without capitals that a line is."""
    return Reading("caseless", ((0, len(text)),), "") if is_caseless(text) and is_given(text) else None


def _part(text: str) -> Reading | None:
    """The part of a line between strokes that is a known name: `Sael | Ann Lee | 3 hours ago`."""
    if len(text) > _LONGEST_PARTED or _STROKES.isdisjoint(text):
        return None
    strokes = list(_SEGMENT.finditer(text))
    ends = [*(stroke.start() for stroke in strokes[1:]), len(text)]
    for stroke, end in zip(strokes, ends, strict=False):
        said = text[stroke.end() : end]
        if is_name(said) and is_given(said) and not _PICTURE.search(text):
            return Reading("part", ((stroke.end(), end),), "mark" if end < len(text) else "")
    return None
