# SPDX-License-Identifier: MIT
"""The dates of a line that may date a story, each with what its label says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newsroom.convert.date_words import LABEL, STATE
from newsroom.convert.dates import Printed, dates_in, undecided_in
from newsroom.convert.day_order import habits_from
from newsroom.convert.lines import is_prose
from newsroom.convert.model import Role
from newsroom.convert.months import weekdays_from
from newsroom.schema import Stamp

# Between a label and its date: `:`, "on", "at", a day of the week.
_BETWEEN = re.compile(r"[^\w]*(?:[^\W\d_]+[^\w]+){0,2}")
_BEHIND = re.compile(r"[\s)）\]]*")  # 2017年10月14日公開
_CJK = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
# Words right before a date that dates something else: the page's clock, a caption, an event, a citation.
_OTHERS = re.compile(
    r"(?:\b(?:today|today is|now|heute|hoy|oggi|hoje|retrieved|accessed|archived|abgerufen|consulté|taken|captured"
    r"|born|died|expires?|deadline|until|till|since|from|effective|event|starts?|ends?|due|valid|bis|ab|seit|depuis"
    r"|jusqu'au|hasta|desde|dal|fino al|сегодня)|©|\(@\w+\))[\s:,]*(?:\w+,\s)?$",
    re.IGNORECASE,
)
# A caption or its credit, wherever in the line.
_PICTURE = re.compile(
    r"\b(?:photo|photograph|picture|pictured|image|images|foto|bild|imagen|getty|shutterstock|alamy)\b|写真|撮影|사진",
    re.IGNORECASE,
)
# A word in lower case that no place and no name has: `the pier`.
_SMALL = "at|on|of|by|am|le|um|den|der|el|la|de|di|du|da|von|van|par|por|kl|and|in|il|ngày"
_SAYS = re.compile(rf"(?<!\w)(?!(?:{_SMALL})\b)(?-i:[a-zß-öø-ÿа-яα-ω])\w{{2,}}")
_BYLINE = re.compile(
    r"(?:(?:written|posted|reported|story|article|text) by|by|von|par|por|di|da|door|av|af|tekst|text|words)\b",
    re.IGNORECASE,
)
# What parts the pieces of a line that prints several facts.
_PARTS_BEFORE = re.compile(r"[|·•∙●/›»:(\[#—–\u2013-]\s*$|\s{2,}$|\t$")
_RANGE = re.compile(r"\s?[–—-]\s?|\s(?:to|bis|until)\s")  # from one day to another: an event
_PARTS_AFTER = re.compile(r"\s*[|·•∙●/›«)\]#—–-]|\s{2,}|\t|[A-Z@#]|\s*(?:by|in|um|at|von|par|por)\b", re.IGNORECASE)
_GLUED_AFTER = re.compile(r"[A-Z][a-z]|\s\d+ (?:min|hours?|days?)\b")
_WORDS = re.compile(r"[^\W_]+")
# Words that may stand beside such a date in its own piece: a place, or a name without "By"; with "By" more.
_BESIDE, _BYLINE_WORDS = 3, 9
_BEYOND = 200
# A line that begins with a name and ends in a date, or the reverse: `Anna Example, Staff Writer 3 May 2020`.
_NAMES = re.compile(r"(?:(?:[^\W\d_a-z][\w.'’-]*|and|of|de|van|von|on)(?:[\s,&@]+|$)){1,9}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# How far into a story's joined first words a date may stand, and how much of them one takes up.
_INSIDE, _FRONT = 1500, 40
# What follows the date of a story whose page was joined: `October 20, 2030 PORT EMBER (EPA) —`.
_DATELINE = re.compile(
    r"(?<=\d)\s*(?:(?:[-–—]\s*)?[A-Z][A-Z.'’-]{1,20}(?:,? [A-Z][\w.'’-]{1,20}){0,3} \([A-Z][^()]{1,30}\)\s?[—–-]"
    r"|/PR ?Newswire|\([A-Z][\w .]{1,25}\)\s?(?:[—–-]|/)?)"
)
_MID_SENTENCE = re.compile(r"\b(?:on|in|at|of|by|since|until|before|after|from|to|and|the|am|vom|le|du|el|del|il)\s*$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A range of the line with its label, the date in it, and the role that the label gives, if any.

    `plain` if it stands apart from other words, so that it may date a story without a label; `weekday`
    if it begins with a day of the week, as the page's clock does.
    """

    start: int
    end: int
    stamp: Stamp
    role: Role | None
    plain: bool
    weekday: bool


def stamps_in(text: str, page: str) -> list[Printed]:
    """The dates that a line of a page prints; the page decides what the line leaves undecided."""
    return dates_in(text, habits_from(page)) if undecided_in(text) else dates_in(text)


def dated_in(text: str, page: str) -> Iterator[Dated]:
    """The dates of a line, each with the label in front of it. Prose has one at its start only."""
    dates = stamps_in(text, page)
    if not dates or any(_RANGE.fullmatch(text, one.end, other.start) for one, other in pairwise(dates)):
        return
    prose, at = is_prose(text), 0
    for printed in dates:
        start, end, role = _labelled(text, at, printed)
        front = text[at : printed.start]
        if not _OTHERS.search(front) and (not prose or (role and start == 0)):
            plain = not prose and _is_plain(text[at:start], text[end : end + _BEYOND]) and not _PICTURE.search(text)
            yield Dated(start, end, printed.stamp, role, plain, _names_weekday(text, printed))
        at = end


def dated_inside(text: str, page: str) -> Dated | None:
    """The date inside the joined first words of a story: with a time, or in its dateline."""
    for match in _DATELINE.finditer(text, 0, _INSIDE):
        start = max(0, match.start() - _FRONT)
        dates = [each for each in stamps_in(text[start : match.start() + 1], page) if start + each.end >= match.start()]
        if dates and not _MID_SENTENCE.search(text[: start + dates[-1].start]):
            return Dated(start + dates[-1].start, start + dates[-1].end, dates[-1].stamp, None, False, False)
    for printed in stamps_in(text, page):
        apart = text[printed.end : printed.end + 2].lstrip()[:1]
        if printed.stamp.time and not _MID_SENTENCE.search(text[: printed.start]) and not apart.islower():
            return Dated(printed.start, printed.end, printed.stamp, None, False, False)
    return None


def is_emptied(text: str) -> bool:
    """Whether a line is a label of publication and prints nothing for it: `PUBLISHED: | UPDATED:`."""
    match = LABEL.match(text)
    return bool(match and match.lastgroup == Role.PUBLISHED and not _WORDS.search(LABEL.sub("", text)))


def label_alone(text: str) -> Role | None:
    """The role that a line gives to the date below it, if it says nothing else: `Published:`."""
    match = LABEL.match(text)
    return Role(match.lastgroup) if match and match.lastgroup and not _WORDS.search(text, match.end()) else None


def _names_weekday(text: str, printed: Printed) -> bool:
    first = _LETTERS.search(text, max(0, printed.start - 12), printed.end)
    return bool(first and weekdays_from(first[0]))


def _labelled(text: str, at: int, printed: Printed) -> tuple[int, int, Role | None]:
    """The date's range with its label in it, and the label's role."""
    labels = list(LABEL.finditer(text, at, printed.start))
    if labels and _BETWEEN.fullmatch(text, labels[-1].end(), printed.start):
        label = labels[-1]
        sentence = not _plain_before(text[at : label.start()].strip(" ,"))  # "the first report was published on"
        return label.start(), printed.end, None if sentence else Role(label.lastgroup or "")
    if _CJK.search(text):
        gap = _BEHIND.match(text, printed.end)
        behind = LABEL.match(text, gap.end() if gap else printed.end)
        if behind and behind.lastgroup:
            return printed.start, behind.end(), Role(behind.lastgroup)
    state = STATE.search(text, at, printed.start)
    return (state.start() if state else printed.start), printed.end, None


def _is_plain(before: str, after: str) -> bool:
    """Whether the words on either side of a date are a byline or next to nothing."""
    return _plain_before(before.strip(" ,")) and _plain_after(after)


def _plain_before(text: str) -> bool:
    if not text or _PARTS_BEFORE.search(text):
        return True
    words = len(_WORDS.findall(text))
    if words <= _BESIDE and not _SAYS.search(text):
        return True
    piece = re.split(r"[|·•∙●]", text)[-1].strip()
    return words <= _BYLINE_WORDS and bool(_BYLINE.match(piece) or _NAMES.fullmatch(piece + " "))


def _plain_after(text: str) -> bool:
    words = len(_WORDS.findall(text))
    apart = _PARTS_AFTER.match(text) or _GLUED_AFTER.match(text) or LABEL.match(text.lstrip(" ,"))
    return words <= (4 * _BESIDE if apart else _BESIDE)
