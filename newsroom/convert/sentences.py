# SPDX-License-Identifier: MIT
"""Sentences: where one ends and the next begins, never inside a quotation."""

import re

from newsroom.convert.quotations import quotations

# A full stop, what closes with it, and white space; Chinese and Japanese need none. Each run of
# stops is looked at once, from its first character, so that a million of them take linear time.
_END = re.compile(r"""(?<![.!?…])[.!?…]++(?P<closers>["”’'“»«)\]]*+)\s++|[。！？]++[」』”）"]*+\s*+""")
_OPENERS = "\"“„«»”‘'([「『—–- \u00a0"
# A single full stop after one of these, a single letter, an acronym with stops or one or two
# digits (German dates) ends no sentence.
_TITLES = (
    "mr mrs ms dr prof sr jr st col gen lt sgt capt cmdr maj adm rep sen gov rev hon pres supt"
    " insp mme mlle hr fr dra srta sra ing lic arq ud uds"
)
_OTHERS = (
    "mt ft no nos vs etc eg ie approx dept est inc ltd co corp bros al ave blvd rd jan feb mar apr"
    " jun jul aug sep sept oct nov dec nr bzw ca str evtl ggf sog z.b d.h u.a usw vgl mio mrd"
)
_SHORT = frozenset((*_TITLES.split(), *_OTHERS.split()))
_LAST_WORD = re.compile(r"[\w.]+$")
_ACRONYM = re.compile(r"(?:[A-Z]\.)+[A-Z]|[A-Z]|\d{1,2}")


def sentence_starts(text: str) -> list[int]:
    """Where the sentences of a paragraph begin: ascending, the first 0."""
    starts = [0]
    inside = iter(quotations(text))
    quotation = next(inside, None)
    for match in _END.finditer(text):
        at = match.end()
        while quotation and quotation[1] < at:
            quotation = next(inside, None)
        if quotation and quotation[0] < at < quotation[1]:
            continue
        if at < len(text) and _begins(text, at) and not _abbreviates(text, match):
            starts.append(at)
    return starts


def _begins(text: str, at: int) -> bool:
    """Whether the next letter may begin a sentence: it is a capital, or its script has none."""
    for character in text[at : at + 4]:
        if character not in _OPENERS:
            return not character.islower()
    return False


def _abbreviates(text: str, match: re.Match[str]) -> bool:
    """Whether the stop belongs to the word before it."""
    stops = match[0].rstrip()
    if stops != ".":
        return False
    word = _LAST_WORD.search(text, max(0, match.start() - 12), match.start())
    if not word:
        return False
    return word[0].casefold() in _SHORT or bool(_ACRONYM.fullmatch(word[0]))
