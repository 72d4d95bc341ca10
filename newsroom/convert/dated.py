# SPDX-License-Identifier: MIT
"""The dates of a line that may date a story, each with what its label says of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsroom.convert.date_company import dates_another, is_plain, is_plain_before
from newsroom.convert.date_words import LABEL, STATE, THIS_STORY, WORDS_OF_DATES
from newsroom.convert.dates import Printed, dates_in, is_undecided
from newsroom.convert.day_order import habits_of
from newsroom.convert.lines import is_prose
from newsroom.convert.model import Role, Seed
from newsroom.convert.months import months_from, weekdays_from
from newsroom.schema import Stamp

# Between a label and its date: `:`, "on", "at", a day of the week.
_BETWEEN = re.compile(
    r"[^\w]*(?:[^\W\d_]+[^\w]+){0,2}"
    r"|:?\s(?:by|in|von|par|dans|por|en|door|av|af|di|da|oleh)[\s:]+(?:[\w.'’&-]+[\s,|]+){1,7}"  # `Posted in News on`
)
_BY = re.compile(r":?\s(?:by|von|par|por|door|av|af|di|da|oleh)\s", re.IGNORECASE)
_BEHIND = re.compile(r"[\s)）\]]*")  # 2017年10月14日公開
_CJK = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_RANGE = re.compile(r"\s?[–—-]\s?|\s(?:to|bis|until)\s")  # from one day to another: an event
_WORDS = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# `This entry was posted in News and tagged ferry on`: what stands between its label and its date.
_SAID_MOST = 100


@dataclass(frozen=True, slots=True)
class Dated:
    """A range of the line with its label, the date in it, and the role that the label gives, if any.

    `plain` if it stands apart from other words, so that it may date a story without a label; `weekday`
    if it begins with a day of the week, as the page's clock does.
    """

    start: int
    end: int
    stamp: Stamp
    role: Role | None = None
    plain: bool = False
    weekday: bool = False


def stamps_in(text: str, page: Seed) -> Sequence[Printed]:
    """The dates that a line of a page prints; the page decides what the line leaves undecided."""
    return dates_in(text, habits_of(page)) if is_undecided(text) else dates_in(text)


def dated_in(text: str, page: Seed) -> Iterator[Dated]:
    """The dates of a line, each with the label in front of it.

    Prose has one at its start, in a sentence on itself (`This article was published on`), or behind a label
    with a capital: then lines were joined.
    """
    dates = stamps_in(text, page)
    if not dates or any(_RANGE.fullmatch(text, one.end, other.start) for one, other in pairwise(dates)):
        return
    said = _said_of_story(text, dates[0])
    if said:
        yield said
        return
    prose, at = _is_prose(text, dates), 0
    for printed in dates:
        start, end, role = _labelled(text, at, printed)
        front = text[at : printed.start]
        if not dates_another(front) and (not prose or (role and (start == 0 or text[start].isupper()))):
            plain = not prose and is_plain(text, start, end, at)
            yield Dated(start, end, printed.stamp, role, plain, _names_weekday(text, printed))
        at = end


def _is_prose(text: str, dates: Sequence[Printed]) -> bool:
    """Whether a line is prose without its dates, whose points end no sentence."""
    if not is_prose(text):
        return False
    ends = [0, *(each.end for each in dates)]
    starts = [*(each.start for each in dates), len(text)]
    return is_prose(" ".join(text[end:start] for end, start in zip(ends, starts, strict=True)))


def is_unreadable(text: str, page: Seed) -> bool:
    """Whether a line prints a date that nobody can read, as nothing tells whether its month is first."""
    return is_undecided(text) and not stamps_in(text, page)


def is_emptied(text: str) -> bool:
    """Whether a line is a label of publication and prints nothing for it: `PUBLISHED: | UPDATED:`."""
    match = LABEL.match(text)
    if not match or match.lastgroup != Role.PUBLISHED or _WORDS.search(LABEL.sub("", text)):
        return False
    return ":" in text or "：" in text or bool(LABEL.search(text, match.end()))  # a menu says "Posted" too


def label_alone(text: str) -> Role | None:
    """The role that a line gives to the date below it, if it says nothing else: `Published:`, `Updated on`."""
    match = LABEL.match(text)
    if not match or not match.lastgroup or LABEL.search(text, match.end()):
        return None
    rest = _WORDS.findall(text[match.end() :])
    return Role(match.lastgroup) if len(rest) < 3 and all(each.casefold() in WORDS_OF_DATES for each in rest) else None


def _names_weekday(text: str, printed: Printed) -> bool:
    words = _LETTERS.findall(text, max(0, printed.start - 12), printed.end)
    if not words or not weekdays_from(words[0]):
        return False
    return not months_from(words[0]) or any(map(months_from, words[1:]))  # "Mar" is a Tuesday in French


def _said_of_story(text: str, printed: Printed) -> Dated | None:
    """The date of a sentence about the story itself: the whole line, whose words are the page's."""
    story = THIS_STORY.match(text)
    label = LABEL.search(text, story.end()) if story else None
    if (
        not story
        or not label
        or label.start() > story.end() + 3 * _SAID_MOST
        or printed.start - story.end() > _SAID_MOST
    ):
        return None
    role = Role(label.lastgroup or "")
    return Dated(0, len(text), printed.stamp, role) if role is Role.PUBLISHED else None


def _labelled(text: str, at: int, printed: Printed) -> tuple[int, int, Role | None]:
    """The date's range with its label in it, and the label's role."""
    labels = list(LABEL.finditer(text, at, printed.start))
    if labels and _BETWEEN.fullmatch(text, labels[-1].end(), printed.start):
        label = labels[-1]
        sentence = not is_plain_before(text[at : label.start()])  # "the first report was published on"
        joined = is_prose(text) and text[label.start()].isupper()
        # `Posted by Ann Lee on March 3`: what stands between is the byline's.
        start = printed.start if _BY.match(text, label.end()) else label.start()
        return start, printed.end, None if sentence and not joined else Role(label.lastgroup or "")
    if _CJK.search(text):
        gap = _BEHIND.match(text, printed.end)
        behind = LABEL.match(text, gap.end() if gap else printed.end)
        if behind and behind.lastgroup:
            return printed.start, behind.end(), Role(behind.lastgroup)
    state = STATE.search(text, at, printed.start)
    return (state.start() if state else printed.start), printed.end, None
