# SPDX-License-Identifier: MIT
"""Sentences: where one ends and the next begins, never inside a quotation."""

import re
from functools import lru_cache

from newsroom.convert.function_words import all_small_words
from newsroom.convert.quotations import quotations

# Stops, what closes with them, and white space; scripts without spaces need none. Each run of
# stops is looked at once, from its first character, so that a million of them take linear time.
# French closes a quotation behind a space: the one case of white space among the closers.
# All stops stand first, as one set: what begins with anything else is tried at every character.
_SPACED, _UNSPACED = ".!?…؟۔।॥։።။។", "。！？｡"
_END = re.compile(
    rf"""[{_SPACED}{_UNSPACED}](?:"""
    rf"""(?<=[{_SPACED}])(?<![.!?…][\s\S])(?P<more>[{_SPACED}]*+)(?:["”’'“»«)\]]|[ \u00a0\u202f]»(?=\s))*+\s++"""
    rf"""|(?<=[{_UNSPACED}])[{_UNSPACED}]*+[」』”）"’]*+\s*+)"""
)
_OPENERS = frozenset("\"“„«»”‘’'([{「『—–-•*¿¡◆■●▪ \u00a0\u202f\u200b\ufeff")
# A single full stop after one of these ends no sentence: titles and the like, which a name or a
# figure follows. Closed classes of the languages of news, from their dictionaries.
_BEFORE_NAMES = (
    "mr mrs ms mx dr drs prof sr jr st ste col gen lt sgt capt cmdr maj adm rep sen gov rev hon pres supt cpl pvt"
    " insp mme mlle hr fr frl dra srta sra ing lic arq ud uds mt ft vs eg ie al ave blvd rd nr bzw evtl ggf z.b"
    " d.h u.a vgl inkl zzgl sog hl dipl dhr mevr bijv bl.a f.eks t.ex s.k kl tzv např tzw ul im św np dott avv sig on"
    " núm nº pág av art fig p pp cf gl jl no nos г ул им проф стр см пр оз гр акад св"
)
# These may end a sentence as well: they do where a word follows that begins sentences.
_ALSO_LAST = (
    "etc approx dept est inc ltd co corp bros jan feb mar apr jun jul aug sep sept oct nov dec ca str usw"
    " mio mrd tel a.m p.m a.k.a ph.d т.д т.п т.е млн млрд тыс руб гг esq govt min max ok tys mln godz"
)
_NAMES_FOLLOW = frozenset(_BEFORE_NAMES.split())
_MAY_END = frozenset(_ALSO_LAST.split())
# More sentences have no story: 400,000 characters are 20 for each. It keeps `A. A. A.` within a second.
_MOST = 20_000
_LAST_WORD = re.compile(r"[\w.]+$")
_NEXT_WORD = re.compile(r"\W{0,4}([^\W\d_]+)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


@lru_cache(maxsize=32)  # captions and paragraphs of long lines ask for the same
def sentence_starts(text: str) -> tuple[int, ...]:
    """Where the sentences of a paragraph begin: ascending, the first 0."""
    starts = [0]
    inside = iter(quotations(text))
    begin, end = next(inside, (len(text), 0))
    for match in _END.finditer(text):
        at = match.end()
        while begin < at and end < at:
            begin, end = next(inside, (len(text), 0))
        if begin < at < end or at >= len(text) or not _begins(text, at):
            continue
        is_one = match["more"] == "" and text[match.start()] == "."
        if not is_one or not _abbreviates(text, match, starts[-1]):
            starts.append(at)
            if len(starts) == _MOST:
                break
    return tuple(starts)


def _begins(text: str, at: int) -> bool:
    """Whether the next letter may begin a sentence: it is a capital, or its script has none."""
    for place in range(at, min(at + 5, len(text))):
        character = text[place]
        if character not in _OPENERS:
            return not character.islower() or text[place + 1 : place + 2].isupper()  # iPad
    return False


def _abbreviates(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the stop belongs to the word before it, in a sentence from `start` on."""
    at = match.start()
    # Most sentences end in a plain word; a glance at the last few letters spares them the rest.
    begin = max(start, at - 12)
    last = text[begin:at].rpartition(" ")[2].casefold()
    if not last.isalpha():
        word = _LAST_WORD.search(text, begin, at)
        if not word:
            return False
        begin, last = word.start(), word[0].casefold()
    if last in _NAMES_FOLLOW:
        return True
    if last in _MAY_END or _ACRONYM.fullmatch(last):
        return not _function_word_at(text, match.end())
    if last.isdigit() and len(last) <= 2:  # the number of a list's item, or a day: 12. März
        return begin == start or not _function_word_at(text, match.end())
    return False


def _function_word_at(text: str, at: int) -> bool:
    word = _NEXT_WORD.match(text, at)
    return word[1].casefold() in all_small_words() if word else False
