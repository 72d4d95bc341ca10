# SPDX-License-Identifier: MIT
"""Authors whom prose names: a note on who wrote at the story's end, a sentence above the story that says so."""

import re
from collections.abc import Iterator

from newsroom.convert.name_shapes import is_given, is_name, says_role
from newsroom.convert.name_words import ABOUT, MORE_BY, REACH, WHO_IS
from newsroom.convert.names import Names, names_at
from newsroom.convert.readings import Reading

# Kinds of readings whose names stand in sentences, which keep them.
IN_PROSE = frozenset(("note", "reach", "more", "told"))
_LONGEST_MORE, _ROLE_FIRST, _ROLE_WITHIN, _LONGEST_STANDFIRST, _END = 80, 140, 220, 420, 700  # characters
_WHO_IS = re.compile(rf"(?:,? PhD|,? MD)?\s(?:{WHO_IS})\s", re.IGNORECASE)
_MORE_BY = re.compile(rf"{MORE_BY} (?P<name>.{{4,40}}?)\W*", re.IGNORECASE)
_REACH = re.compile(rf"\W*(?:{REACH}|(?:{ABOUT})\s*:)\s+(?=[^\W\d_])", re.IGNORECASE)
_HELPED = (" contributed", " and ")  # no author, or not the only one
# What a note on someone says of them, beside the roles of those who write.
_LIVES = re.compile(
    r"\b(?:co-?founder|founder|lecturer|scholar|historian|novelist|podcast\w*|newsletter|blogs?|books?|novel|memoir"
    r"|substack|based in|lives in|degree|graduate\w*|university|master's|award\w*|years of experience|passion\w*"
    r"|enthusiast|the author of|cto|speaker|coach"
    r"|views expressed|his work|her work|their work|twitter|instagram|autor\w*|lebt in|studiert\w*|developer relations"
    r"|schreibt|buch|livre|auteure?|libro|livro|professor\w*)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:^|(?<=[.!?”\"’)])\s+)(?=[^\W\d_a-zß-ÿ])")
# `, a writer in Port Ember, …`
_WRITER = re.compile(
    r", (?:(?:who|an?|the|our|senior|former|freelance|staff) ){1,3}(?:[\w-]+ ){0,3}?(?:writer|author|journalist"
    r"|columnist|reporter|editor|writes|blogger)\b"
)
_POSSESSIVE = re.compile(
    r"['’]s?\s(?:\w+\s){0,2}(?:work|writing|mission|books?|novel|column|newsletter|articles|reporting)\b"
)
_AS_TOLD = re.compile(
    r"\b[Aa]s told to\s(?=[^\W\d_])|\b(?:[Vv]iews|[Oo]pinions) expressed\b[^.]{0,60}?\b(?:of|are)\s(?=[A-Z])"
)
# A sentence above the story that names who wrote it.
_WRITES = (
    r"writes|reports|berichtet|schreibt|kommentiert|analysiert|schrijft|bericht|skriver|skriv|écrit|raconte|décrypte"
    r"|escribe|informa|escreve|scrive|racconta|pisze|пишет|has the story|reports from"
)
_NAMED_THEN = re.compile(rf"[,\s]\s*(?:{_WRITES})\b", re.IGNORECASE)
_THEN_NAMED = re.compile(
    rf"[,–—-]\s(?P<writes>{_WRITES})\s(?:(?:our|the|unser\w*|notre)\s)?(?:[\w-]+\s){{0,4}}?(?=[^\W\d_a-zß-ÿ])"
    r"|\b[Oo]ur(?: own| very own)? (?:[\w-]+ ){0,2}?(?P<our>man|woman|team|writer|critic|editor)\s(?=[^\W\d_a-zß-ÿ])"
    r"|\b(?P<role>correspondent|columnist|contributor|reporter),?\s(?=[^\W\d_a-zß-ÿ])"
    r"|\b(?P<made>created|written|compiled|tested|devised|curated|penned|words|story|put together) by\s"
    r"(?:[\w&-]+\s){0,5}?(?=[A-Z])"
    r"|^(?P<self>(?:[Hh]i|[Hh]ello),? (?:I['’]m|I am|my name is)|My name is|I['’]m|I am)\s(?=[^\W\d_a-zß-ÿ])"
    r"|[.!?…]\s*(?P<end>By|Von|Par|Por|Av|Af|Door|Di|di|by)\s(?=[^\W\d_a-zß-ÿ])"
)


# One of these is in a sentence that names who wrote.
_SIGN_WORDS = (
    "ur own|ur very|our |correspondent|columnist|contributor|reporter|eated|ritten|ompiled|ested|evised|urated|enned"
    "|words|story by|together|name is|I'm|I’m|I am"
)
_LEADS = ("By", "Von", "Par", "Por", "Av", "Af", "Door", "Di", "di", "by")
_SIGNS = (*_WRITES.split("|"), *_SIGN_WORDS.split("|"), *(f"{stop} {lead} " for stop in ".!?…" for lead in _LEADS))


def noted(text: str) -> Reading | None:
    """The name in a note: `More stories by Ann Lee`, `Contact Ann Lee at …`, `Ann Lee is a writer …`."""
    more = _MORE_BY.fullmatch(text) if len(text) < _LONGEST_MORE else None
    if more and is_name(more["name"]):
        return Reading("more", (more.span("name"),), "")
    lead = _REACH.match(text)
    names = names_at(text, lead.end()) if lead else None
    if names and len(names.spans) == 1 and not text.startswith(_HELPED, names.end):
        return Reading("reach", names.spans, "role")
    return next(_notes(text), None)


def _notes(text: str) -> Iterator[Reading]:
    """The names of whom the last sentences of a text tell as one tells of an author; the first of a short text."""
    end = text[-_END:]
    says = "s told to" in end or "xpressed" in end  # which most texts do not: to look for that is much cheaper
    for told in _AS_TOLD.finditer(text, max(0, len(text) - _END)) if says else ():
        names = names_at(text, told.end())
        if names and len(names.spans) == 1:
            yield Reading("note", names.spans, "role")
    starts = [0] if len(text) <= _END else [each.end() for each in _SENTENCE.finditer(text, len(text) - _END)]
    for start in starts:
        names = _subject(text, start)
        if names and _tells_who(text, start, names):
            yield Reading("note", names.spans, "role")
            return


def _subject(text: str, start: int) -> Names | None:
    """The one name that a sentence begins with, or has behind who that is."""
    names = names_at(text, start)
    comma = text.find(", ", start, start + _ROLE_FIRST) if names is None else -1
    if comma > 0 and says_role(text[start:comma]):
        names = names_at(text, comma + 2)  # `Author of the harbour's history, Ann Lee is …`
    return names if names and len(names.spans) == 1 and not text.startswith(_HELPED, names.end) else None


def _tells_who(text: str, start: int, names: Names) -> bool:
    """Whether a sentence says of a name what notes on authors say: the story's own people do things too."""
    rest = text[start : names.end + _ROLE_WITHIN]
    if _POSSESSIVE.match(text, names.spans[0][1]):
        return True
    is_told = bool(_WHO_IS.match(text, names.end)) and (says_role(rest) or bool(_LIVES.search(rest)))
    return is_told or bool(_WRITER.match(text, names.end))


def told_above(text: str) -> Iterator[Reading]:
    """The names that a standfirst, or a short first paragraph, says to have written the story."""
    if len(text) > _LONGEST_STANDFIRST or not any(map(text.__contains__, _SIGNS)):
        return  # most texts end here, for little
    for lead in _THEN_NAMED.finditer(text):
        names = names_at(text, lead.end())
        if names and len(names.spans) <= 2:
            yield Reading("told", names.spans, lead.lastgroup or "")
            return
    for start in (0, *(each.end() for each in _SENTENCE.finditer(text))):
        names = names_at(text, start)
        if names and len(names.spans) == 1 and _NAMED_THEN.match(text, names.end) and _known(text, names):
            yield Reading("told", names.spans, "writes")
            return


def _known(text: str, names: Names) -> bool:
    return all(is_given(text[start:end]) for start, end in names.spans)
