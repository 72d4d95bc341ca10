# SPDX-License-Identifier: MIT
"""News agencies by their own names and letters, and the lines that name one and say nothing else."""

import re

# Letters that other lines consist of too are left out: AA sizes the text. PV are Vietnam's reporters.
_NAMES = (
    r"(?:thomson )?reuters|(?:the )?associated press|ap(?: news)?|agence france[- ]presse|afp|deutsche presse-agentur"
    r"|dpa|epd|kna|sid|apa|keystone-sda|sda|awp|ansa|adnkronos|askanews|italpress|lapresse|agi|efe|agencia efe"
    r"|europa press|servimedia|lusa|agência (?:brasil|lusa|estado)|estadão conteúdo|folhapress|belga|anp|ntb|ritzau"
    r"|tt(?: nyhetsbyrån)?|tt-reuters|stt|ntb-tt|čtk|tasr|sita|pap|mti|bta|hina|tanjug|agerpres|mediafax|bns|leta|elta"
    r"|tass|тасс|interfax|интерфакс|ria novosti|риа новости|ukrinform|укрінформ|укринформ|уніан|унн|belta|белта"
    r"|anadolu(?: agency| ajansı)?|dha|[iİ]ha|xinhua|新华社|新華社|中央社|kyodo(?: news)?|共同通信|jiji|時事通信"
    r"|yonhap|연합뉴스|뉴시스|뉴스1|pti|ani|ians|unb|bss|app|bernama|antara|ttxvn|pv|pna|nan|gna|sanews|pa media"
    r"|press association|aap|(?:the )?canadian press|upi|united press international|bloomberg(?: news)?|agencies"
    r"|agencias|agences|télam|notimex"
)
# Agencies whose letters are small in their own lines.
_SMALL = re.compile(r"dpa|afp|epd|kna|sid|apa|sda|awp|ritzau|agencies|agencias")
_SOURCE = (
    r"source|by|via|quelle|fuente|fonte|bron|källa|kilde|źródło|zdroj|lähde|sursa|источник|джерело|nguồn|theo|with"
)
# `dpa/lno`: behind the agency stands its desk, or who edited.
_LINE = re.compile(
    rf"(?:(?:{_SOURCE})\s*:?\s+)?[(\[/©–—-]*\s*(?P<name>(?:{_NAMES})(?:\s*[,/|&-]\s*(?:{_NAMES})){{0,3}})"
    rf"(?:/[a-z]{{2,4}})?\s*[)\]/.,]?",
    re.IGNORECASE,
)
_LONGEST = 80
# The words that such a line begins with, and some more: most lines begin with others.
_WORD = re.compile(r"[^\W_]+")
_WORDS = frozenset(_WORD.findall(f"{_NAMES}|{_SOURCE}".replace("[iİ]", "i").casefold()))


def agency_in(text: str) -> tuple[int, int] | None:
    """The range of the agency, or agencies, that a line names and says nothing else, or None."""
    if len(text) > _LONGEST or (text.isascii() and text[:1].isalpha() and not _begins_so(text)):
        return None
    line = _LINE.fullmatch(text)
    return line.span("name") if line else None


def _begins_so(text: str) -> bool:
    word = _WORD.match(text)
    return bool(word and word[0].casefold() in _WORDS)


def is_agency(name: str) -> bool:
    """Whether a name is an agency's, spelt as agencies are: `dpa`, `AFP`, and no `Ap`."""
    if not (name[:1].isupper() or not name.isascii() or _SMALL.match(name)):
        return False
    return bool(_LINE.fullmatch(name)) and not (name.istitle() and len(name) < 4)
