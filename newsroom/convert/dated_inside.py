# SPDX-License-Identifier: MIT
"""The date inside the first words of a story, where the lines of its page were joined."""

import re

from newsroom.convert.date_company import dates_another, is_plain_before
from newsroom.convert.dated import Dated, stamps_in
from newsroom.convert.dates import Printed
from newsroom.convert.model import Seed

# How far into a story's joined first words a date may stand, and how much of them one takes up.
_INSIDE, _FRONT = 1500, 40
# What follows the date of a story whose page was joined: `October 20, 2030 PORT EMBER (EPA) —`.
_DATELINE = re.compile(
    r"(?<=\d)\s*(?:(?:[-–—]\s*)?[A-Z][A-Z.'’-]{1,20}(?:,? [A-Z][\w.'’-]{1,20}){0,3} \([A-Z][^()]{1,30}\)\s?[—–-]"
    r"|/PR ?Newswire|\([A-Z][\w .]{1,25}\)\s?(?:[—–-]|/)?)"
)
_MID_SENTENCE = re.compile(r"\b(?:on|in|at|of|by|since|until|before|after|from|to|and|the|am|vom|le|du|el|del|il)\s*$")
# A sentence begins behind it, or a dash parts it from one. A place or a name, no sentence, is before it.
_BEGINS = re.compile(r"\s*\)?\.?\s*(?:[–—-]{1,2}\s*|[:|]\s*)?[\"“„«‘']?(?=[^\W\d_a-zß-öø-ÿа-яα-ω])")
_FRONT_LONGEST = 80


def dated_inside(text: str, page: Seed) -> Dated | None:
    """The date inside the joined first words of a story: with a time, in its dateline, or between byline and story."""
    for match in _DATELINE.finditer(text, 0, _INSIDE):
        start = max(0, match.start() - _FRONT)
        dates = [each for each in stamps_in(text[start : match.start() + 1], page) if start + each.end >= match.start()]
        if dates and not _MID_SENTENCE.search(text[: start + dates[-1].start]):
            return Dated(start + dates[-1].start, start + dates[-1].end, dates[-1].stamp)
    for printed in stamps_in(text, page):
        if (printed.stamp.time and _stands_apart(text, printed)) or _is_between(text, printed):
            return Dated(printed.start, printed.end, printed.stamp)
    return None


def _stands_apart(text: str, printed: Printed) -> bool:
    """Whether a date is in no sentence."""
    after = text[printed.end : printed.end + 2].lstrip()[:1]
    return not _MID_SENTENCE.search(text[: printed.start]) and not after.islower()


def _is_between(text: str, printed: Printed) -> bool:
    """Whether a byline, a place or nothing stands before a date, and a sentence begins behind it."""
    front = text[: printed.start].lstrip("( ")
    if len(front) > _FRONT_LONGEST or dates_another(front) or not _BEGINS.match(text, printed.end):
        return False
    if text[printed.end :].lstrip()[:1] == ":" and not front:
        return False  # `March 3, 2028: The storm` is of a timeline
    return is_plain_before(front.rstrip("–—- ,"))
