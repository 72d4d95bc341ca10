# SPDX-License-Identifier: MIT
"""Find the day of publication and of the last change; no other date may date a story."""

from bisect import bisect_left

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.bylines import authors_from
from newsroom.convert.date_places import (
    LABEL_LINE,
    Days,
    Placed,
    all_days_from,
    dated_at,
    days_from,
    inside,
    labelled_below,
    labelled_far,
    plain,
    signed,
)
from newsroom.convert.dated import Dated, is_emptied, is_unreadable
from newsroom.convert.lines import Line, is_prose, open_lines
from newsroom.convert.model import Role, Seed
from newsroom.convert.name_shapes import is_name
from newsroom.convert.page import story_span

# Open lines around the headline in which a date is taken for the story's own, and how much prose
# may stand between the two, in characters: a standfirst. Labels farther down are other stories'.
_ABOVE, _BELOW = 8, 24
_STANDFIRST = 450
# The same where nothing nearer has a date: below a summary in points, or a note on the author.
_DEEP, _SUMMARY = 40, 1200
_TIMES = 1.5  # as much prose as above has to follow: else it is the next story of the page
# Lines above the headline in which a date needs no label, if there is none below, and in which it
# needs no time either: farther up stands the page's own date.
_TIMED_ABOVE, _PLAIN_ABOVE = 6, 6
# Two dates without labels in so many lines of each other: the earlier is of publication.
_SIDE_BY_SIDE = 1
# More days than that without a label are a list of stories.
_LISTED = 4
_LISTED_ABOVE = 2

_OVER_STORY = 10  # lines above a story in which its date stands


def find_dates(seed: Seed, blocks: Blocks) -> Blocks:
    """At most one published and one modified block: labelled, or beside the headline."""
    lines = open_lines(seed, blocks)
    place = _headline_place(lines, blocks)
    if place is None:
        return blocks
    story = _story_place(lines, place, _BELOW, _STANDFIRST)
    days = days_from(seed, lines, range(max(0, place - _ABOVE), min(place + _BELOW, len(lines))))
    below = dated_at(days, range(place, story))
    above = dated_at(days, range(max(0, place - _ABOVE), place))[::-1]
    near = below + above
    published, modified = _labelled(near, Role.PUBLISHED), _labelled(near, Role.MODIFIED)
    if published is None:
        close = [each for each in above if _is_close(each, place)]
        chosen = below if plain(below) else [] if _is_list(above) else close
        published, other = (None, None) if _is_timeline(days, place, plain(chosen)) else _unlabelled(chosen)
        modified = modified or other
    if published is None:
        everywhere = all_days_from(seed, lines)
        published = _elsewhere(everywhere, place, story) if modified is None else labelled_far(everywhere)
    if published and published.role is None and _prints_none(days, place):
        published = None
    if modified and published and (modified.stamp.day < published.stamp.day or _overlap(modified, published)):
        modified = None  # changed before it was published, or the same figures: one of the two is not what it seems
    marks = [Block(each.start, each.end, Role.PUBLISHED) for each in (published,) if each]
    marks += [Block(each.start, each.end, Role.MODIFIED) for each in (modified,) if each]
    return blocks.label(sorted(marks, key=lambda mark: mark.start))


def _overlap(one: Dated, other: Dated) -> bool:
    return one.start < other.end and other.start < one.end


def _headline_place(lines: list[Line], blocks: Blocks) -> int | None:
    """The place of the first open line below the headline; where none is known, of the story."""
    headline = next(blocks.having(Role.HEADLINE), None)
    if headline:
        return bisect_left(lines, headline.start, key=lambda line: line.block.start)
    return next((place for place, line in enumerate(lines) if is_prose(line.text)), None)


def _story_place(lines: list[Line], place: int, below: int, standfirst: int) -> int:
    """Where the story has begun, below the headline and its standfirst: so many lines and characters at most."""
    prose = 0
    for at, line in enumerate(lines[place : place + below], place):
        prose += len(line.text) * is_prose(line.text)
        if prose > standfirst:
            return at + 1
    return min(len(lines), place + below)


def _labelled(dated: list[Placed], role: Role) -> Dated | None:
    return next((each for _, each in dated if each.role is role), None)


def _is_close(placed: Placed, headline: int) -> bool:
    """Whether a date above the headline may be the story's: a day of the week marks the page's clock."""
    place, each = placed
    if each.stamp.time:
        return headline - place <= _TIMED_ABOVE
    return headline - place <= _PLAIN_ABOVE and not each.weekday


def _is_list(above: list[Placed]) -> bool:
    """Whether what is printed above the headline is a list of other stories."""
    return len({each.stamp.day for _, each in plain(above) if not each.weekday}) > _LISTED_ABOVE


def _is_timeline(days: Days, place: int, found: list[Placed]) -> bool:
    """Whether prose stands between the headline and dates of several days."""
    others = {each.stamp.day for at, each in found if abs(at - found[0][0]) != _SIDE_BY_SIDE}
    return len(others) > 1 and days.prose(place, found[0][0]) > 0


def _unlabelled(dated: list[Placed]) -> tuple[Dated | None, Dated | None]:
    """The nearest date without a label; of two side by side the earlier and the later."""
    found = plain(dated)
    if not found or len({each.stamp.day for _, each in found}) > _LISTED:
        return None, None
    beside = [each for place, each in found if abs(place - found[0][0]) <= _SIDE_BY_SIDE]
    day = min(each.stamp.day for each in beside)
    same = [each for each in beside if each.stamp.day == day]
    published = next((each for each in same if each.stamp.time), same[0])
    return published, next((each for each in beside if each.stamp.day > day), None)


def _prints_none(days: Days, place: int) -> bool:
    """Whether a label near the headline was emptied, or its date cannot be read: then no other day is the story's."""
    near = range(max(0, place - _ABOVE), min(place + _BELOW, len(days.lines)))
    short = [days.lines[at].text for at in near if len(days.lines[at].text) <= LABEL_LINE]
    return any(map(is_emptied, short)) or any(
        len(days.lines[at].text) <= LABEL_LINE and is_unreadable(days.lines[at].text, days.seed)
        for at in days.among(near)
    )


def _elsewhere(days: Days, place: int, story: int) -> Dated | None:
    """The date of a story that prints none near its headline."""
    return (
        _above_story(days)
        or inside(days, range(place, min(place + _BELOW, len(days.lines))))
        or labelled_below(days, place, range(story, place + _DEEP))
        or _deeper(days, place, story)
        or labelled_far(days)
        or signed(days)
    )


def _above_story(days: Days) -> Dated | None:
    """The date right above the story, whatever was taken for its headline, if there is one day only."""
    if not days.places:
        return None
    story, _ = story_span(days.lines, [is_prose(line.text) for line in days.lines])
    dated = dated_at(days, range(max(0, story - _OVER_STORY), min(story, len(days.lines))))
    found = [each for _, each in dated if each.role is Role.PUBLISHED] or [
        each for _, each in plain(dated) if each.stamp.time or not each.weekday
    ]
    return found[-1] if len({each.stamp.day for each in found}) == 1 else None


def _deeper(days: Days, place: int, story: int) -> Dated | None:
    """The date below a long summary and above more of the story: labelled, or beside the first name on the page."""
    among = days.among(range(story, place + _DEEP))
    dated = dated_at(days, range(story, _story_place(days.lines, place, _DEEP, _SUMMARY))) if among else []
    if not dated:
        return None
    named = next(
        (at for at, line in enumerate(days.lines[place : place + _DEEP], place) if _is_byline(line.text)), None
    )
    beside = (each for each in plain(dated) if named is not None and abs(each[0] - named) <= 1)
    labelled = (each for each in dated if each[1].role is Role.PUBLISHED)
    at, found = next(labelled, None) or next(beside, (0, None))
    return found if found and days.prose(at, len(days.lines)) > _TIMES * days.prose(place, at) else None


def _is_byline(text: str) -> bool:
    return len(text) < LABEL_LINE and (is_name(text) or bool(authors_from(text)))
