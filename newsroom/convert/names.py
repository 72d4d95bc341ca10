# SPDX-License-Identifier: MIT
"""Names of people: whether words have the shape of one, and the names that a byline gives."""

import re

from newsroom.convert.date_words import LABEL
from newsroom.convert.name_words import ARTICLES, JOINS, LEADS, LEADS_WITH_COLON, NOBODY, PARTICLES, ROLES, TITLES

_LONGEST, _LONGEST_NAME = 200, 45
_LEAD = re.compile(
    rf"(?:[-–—|·•/*]+\s*)?(?:(?:{LEADS})(?:\s*[:/|]\s*|\s+)|(?:{LEADS_WITH_COLON})\s*[:/|]\s*)(?=\S)", re.IGNORECASE
)
_LEAD_ALONE = re.compile(rf"(?:{LEADS}|{LEADS_WITH_COLON})\s*:?", re.IGNORECASE)
_JOIN = re.compile(rf"((?:\s*,)?\s+(?:{JOINS})\s+|\s*[,;&、・]\s*)", re.IGNORECASE)
# Where the names have ended: a stroke, a bracket, a figure, two spaces, or a label.
_TAIL = re.compile(
    r"\s*[|·•/<>(\[{@*_#~\d\u200b]|\s[-–—]+(?:\s|$)|\s*[–—]\s*|\s{2,}"
    r"|\W*\b(?:published|updated|posted|contributed|follow|view all|show more|special to|read|email)\b",
    re.IGNORECASE,
)
# The same, glued: `Ann LeePublished: March 3`.
_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?:Published|Updated|Posted|Follow|Contributor|Senior|Staff|Editor|Reporter|View)\b")
# After a `By` a preposition ends them too; alone, "Town Hall in Port Ember" would be a caption.
_TAIL_LED = re.compile(r"\s(?:on|in|at|for|from|via|to|as|is|the|aus|pour|para|w)(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*[.'’]?")
_ROLE = re.compile(rf"\b(?:{ROLES})\b", re.IGNORECASE)
_CJK_NAME = re.compile(r"[\u3400-\u9fff々]{1,4}[ \u3000][\u3400-\u9fff々\u3040-\u30ff]{1,4}")
# Hebrew and Arabic have no capitals: there a name has a lead, and two to four words.
_CASELESS = re.compile(r"[\u05d0-\u05ea\u0620-\u06ff'\"-]{2,}(?: [\u05d0-\u05ea\u0620-\u06ff'\"-]{2,}){1,3}")
_CJK_LED = re.compile(
    r"(?:(?:記者|文|撰文|作者|编辑)\s*[:：/／]\s*(?P<after>[\u3400-\u9fff々]{2,5}))"
    r"|(?P<before>[\u3400-\u9fff々]{2,6}|[가-힣]{2,4})\s?(?:記者|记者|기자|특파원)(?!\w).{0,40}"
)


def authors_from(byline: str) -> tuple[str, ...]:
    """The names that a line gives after a `By` of its language, or () for anything but a byline."""
    if len(byline) > _LONGEST:
        return ()
    led = _CJK_LED.fullmatch(byline.strip())
    if led:
        return (led["before"] or led["after"],)
    lead = _LEAD.match(byline)
    if not lead:
        return ()
    rest = byline[lead.end() :]
    tail = _TAIL_LED.search(rest)
    rest = rest[: tail.start()] if tail else rest
    return names_in(rest) or ((rest.strip(),) if _CASELESS.fullmatch(rest.strip()) else ())


def names_in(text: str) -> tuple[str, ...]:
    """The names that a text begins with. What follows them must be parted from them, and no sentence."""
    glued = _GLUED.search(text)
    text = (text[: glued.start()] if glued else text).strip(" \t\u00a0|·•–—-/,*_#")
    tail = _TAIL.search(text)
    pieces = _JOIN.split(text[: tail.start()] if tail else text)
    names: list[str] = []
    ended = False
    for piece, join in zip(pieces[::2], ["", *pieces[1::2]], strict=True):
        name = _before_title(piece)
        # "Ann Lee and Bo Ek, Port Ember": behind the last name stands a place, a role or a paper.
        if not is_name(name) or (ended and not join.strip(" ,;")):
            break
        names.append(name)
        ended = join.strip() not in ("", ",", ";")
    return tuple(dict.fromkeys(names))


def is_name(text: str) -> bool:
    """Whether words have the shape of a person's name: `Ann de la Cruz`, `BO EK`, `E. B. O'Hara`."""
    words = text.split() if len(text) <= _LONGEST_NAME else []
    if not 2 <= len(words) <= 5 or words[0] in ARTICLES:
        return False
    if _CJK_NAME.fullmatch(text):
        return True
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    if all(map(LABEL.fullmatch, words)):
        return False  # "Publicerad Uppdaterad": the emptied labels of dates
    return all(map(_is_part, words)) and sum(len(word.strip(".")) > 1 for word in words) >= 2


def is_lead(text: str) -> bool:
    """Whether a line is a `By` whose names are on the next."""
    return len(text) <= 20 and bool(_LEAD_ALONE.fullmatch(text))


def is_join(text: str) -> bool:
    """Whether a line only joins names: `and`, a comma."""
    return len(text) <= 6 and bool(_JOIN.fullmatch(f" {text} "))


def says_role(text: str) -> bool:
    """Whether words say what someone who writes is: `Senior Reporter`."""
    return bool(_ROLE.search(text))


def _is_part(word: str) -> bool:
    if word.casefold() in NOBODY:
        return False
    return word in PARTICLES or (word[0].isupper() and bool(_WORD.fullmatch(word)))


def _before_title(text: str) -> str:
    """The words before the first that names a role: `Ann Lee Senior Editor`."""
    words = text.split()
    end = next((at for at, word in enumerate(words) if at >= 2 and word.casefold() in TITLES), len(words))
    name = " ".join(words[:end])
    return name if name.endswith(("Jr.", "Sr.")) else name.strip(" .")
