# SPDX-License-Identifier: MIT
"""The company that a date keeps in its line: a byline or next to nothing, or the words of something else."""

import re

from newsroom.convert.date_words import LABEL
from newsroom.convert.name_shapes import is_name, says_role

# Words right before a date that dates something else: the page's clock, a caption, an event, a citation.
_OTHERS = re.compile(
    r"(?:(?:^|[^\w\s]\s*)(?:today|now|heute|hoy|oggi|hoje|сегодня)|\b(?:today is|retrieved|accessed|archived|abgerufen"
    r"|consulté|taken|captured|prise|born|geboren|née?|nació|nacid[oa]|nato|nata|nascid[oa]|died|expires?|deadline|until"
    r"|till|since|from|effective|event|starts?|ends?|due|valid|bis|ab|seit|depuis|jusqu'au|hasta|desde|dal|fino al"
    r"|released|release date|erscheint|sortie|estreno|uscita|opens|closes|closing date|aired|airs|air date|entered"
    r"|join us|register|as of|through|between|decided|when|where|wann|cuándo|dónde|quand|quando|dove)"
    r"|©|\(@\w+\))"
    r"(?:\s(?:on|am|le|el|il|em|op))?[\s:,]*(?:\w+,\s)?$",
    re.IGNORECASE,
)
# A caption or its credit.
_ISSUE = re.compile(r",?\s(?:print\s)?(?:issue|edition|ausgabe|numéro|edición)\b", re.IGNORECASE)
_PICTURE = re.compile(
    r"\b(?:photo|photograph|picture|pictured|image|images|foto|bild|archivbild|imagen|getty|shutterstock|alamy)\b"
    r"|写真|撮影|사진",
    re.IGNORECASE,
)
# A word in lower case that no place and no name has: `the pier`.
_SMALL = (
    "at|on|of|the|by|am|le|um|den|der|el|la|de|di|du|da|von|van|par|por|kl|and|in|il|ngày|vom|zum|des|les|las|los|dne"
    "|dnia|pada|fra|från|und|och"
)
_SAYS = re.compile(rf"(?<!\w)(?!(?:{_SMALL})\b)(?-i:[a-zß-öø-ÿа-яα-ω])\w{{2,}}")
_BYLINE = re.compile(
    r"(?!the\s)(?:[\w’'-]+\s){0,4}(?:by|von|par|por|di|da|door|av|af|oleh|przez):?\s(?-i:(?=[^\W\d_a-zß-öø-ÿа-я]))"
    r"|(?:by|von|par|por|di|da|door|av|af|tekst|text|words|quelle|source|fuente|fonte)\b",
    re.IGNORECASE,
)
# The last word of a label that says no more than that a day follows: `Article date:`, `on:`.
_DAY_LABEL = re.compile(
    rf"(?:\b(?:{_SMALL}|time|zeit|hora|ora)|date|datum|data|fecha|dato|tarihi?|дата)$", re.IGNORECASE
)
_DEADLINE = re.compile(r"\bby:?\s*$", re.IGNORECASE)  # a name would stand between a byline and its date
_DESK = re.compile(
    r"\b(?:desk|staff|bureau|newsroom|special to|redaktion|redacción|rédaction|redazione)\b", re.IGNORECASE
)
# What parts the pieces of a line that prints several facts.
_PARTS_BEFORE = re.compile(r"[|·•∙●■◆►>/›»(\[#—–\u2013-]\s*$|\s{2,}$|\t$")
_PARTS = re.compile(r"[|·•∙●]")
_COUNTED = r"\d+\s?[-–]?\s?(?:min|comment|komment|coment|comm\b|commenti|view|vues|vist|read|repl|respon|share|like)"
_COUNT = re.compile(_COUNTED, re.IGNORECASE)
_PARTS_AFTER = re.compile(
    rf"\s*[|·•∙●■◆►/›«()（【\]\[#—–-]|\s{{2,}}|\t|[A-Z@#]|\s*(?:by|in|um|at|von|par|por)\b|\s?{_COUNTED}", re.IGNORECASE
)
_GLUED_AFTER = re.compile(r"[A-Z][a-z]|\s\d+ (?:min|hours?|days?)\b")
# Days of the week of more than one word, or written without spaces.
_WEEKDAY = re.compile(r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),?\s*$|วัน[\u0e00-\u0e7f]+ที่\s*$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")
_CJK = re.compile("[\\s　]+[\u3040-\u9fff\uac00-\ud7af]")  # has spaces between facts, not between words
# An address and a name on a network; brackets, which hold who a name writes for.
_ADDRESS = re.compile(r"[\w.+-]*@[\w.-]+|[()]")
# Words that may stand beside such a date in its own piece: a place, or a name without "By"; with "By" more.
_BESIDE, _BYLINE_WORDS = 3, 9
_BEYOND = 200
# A line that begins with a name and ends in a date, or the reverse: `Anna Example, Staff Writer 3 May 2020`.
_NAMES = re.compile(
    r"(?:(?:[^\W\d_a-z][\w.'’-]*|[\w-]+\.com|and|of|de|van|von|on|dpa|afp|apa|sda|epa|efe|kna|sid|ots|ansa|ntb|pap)"
    r"(?:[\s,&@/]+(?:[–—-]\s+)?|$)){1,9}"
)


def is_plain(text: str, start: int, end: int, at: int = 0) -> bool:
    """Whether the words on either side of a date are a byline or next to nothing.

    The date and its label are text[start:end]; the words in front of it begin at `at`.
    """
    after = text[end : end + _BEYOND]
    beside = text[:end] + (_PARTS.split(after)[0] if _PARTS.search(after) else after)
    if _ISSUE.match(after) or _PICTURE.search(beside):
        return False
    return is_plain_before(text[at:start]) and _is_plain_after(after)


def dates_another(front: str) -> bool:
    """Whether the words in front of a date say that it is of something else: `Deadline:`."""
    return bool(_OTHERS.search(front) or _DEADLINE.search(front))


def is_plain_before(text: str) -> bool:
    """Whether the words in front of a date or its label are a byline or next to nothing."""
    text = _WEEKDAY.sub("", text).strip(" ,")
    if text.endswith(":"):  # known labels are none of the words in front: `Built:`
        piece = _PARTS.split(text)[-1].strip(" :")
        return bool(is_name(piece) or _DAY_LABEL.search(piece) or LABEL.fullmatch(piece))
    if not text or _PARTS_BEFORE.search(text):
        return True
    words = len(_WORDS.findall(text))
    if words <= _BESIDE and not _SAYS.search(text):
        return True
    piece = _ADDRESS.sub(" ", _PARTS.split(text)[-1]).strip()
    if len(_WORDS.findall(piece)) > _BYLINE_WORDS:
        return False
    if _COUNT.match(piece) and words <= _BESIDE:
        return True
    return bool(_BYLINE.match(piece) or _NAMES.fullmatch(piece + " ") or says_role(piece) or _DESK.search(piece))


def _is_plain_after(text: str) -> bool:
    words = len(_WORDS.findall(text))
    if words <= _BESIDE or (words <= 4 * _BESIDE and _CJK.match(text)):
        return True
    apart = _PARTS_AFTER.match(text) or _GLUED_AFTER.match(text) or LABEL.match(text.lstrip(" ,"))
    return words <= 4 * _BESIDE and bool(apart or is_name(" ".join(text.split()[:2])))
