# SPDX-License-Identifier: MIT
"""What the address of a page says: the day in its path, and the words of its slug."""

import datetime
import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from newsroom.convert.lines import same_words
from newsroom.convert.months import months_from
from newsroom.schema import slug_from

# /2017/10/14/, /2017/oct/14/, /2017-10-14/ or with more behind it; eight figures are a day only where they
# are a whole part of the path: all else may be the number of a page. The days of 102 addresses of 24 papers
# were all the story's (November 2026).
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DAYS = (
    re.compile(rf"/{_YEAR}/(?P<m>\d{{1,2}}|[a-z]{{3,9}})/(?P<d>\d{{1,2}})(?=/)"),
    re.compile(rf"(?<!\d)(?<!\d-){_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-]*\d)"),
    re.compile(rf"/{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?=/)"),
)
# A slug of fewer words may be the name of a section. Numbers and the ending .html are none of its words.
_FEWEST_WORDS = 3
_ALIKE = 0.5  # below it lines inside stories were taken, which have the names of the slug
_ENDING = re.compile(r"\.\w{2,5}$")
_PARTS = re.compile(r"[^a-z]+")


@lru_cache(maxsize=4)  # several rules ask of one page
def day_of(address: str) -> datetime.date | None:
    """The day in the path of a URL; None if it has none, or two that differ."""
    path = _path_of(address).casefold() + "/"
    days = {day for form in _DAYS for match in form.finditer(path) if (day := _day_from(match))}
    return days.pop() if len(days) == 1 else None


@lru_cache(maxsize=4)
def slug_words(address: str) -> frozenset[str]:
    """The words of the longest part of a URL's path, as slugs write them; none if they are fewer than three."""
    parts = (_PARTS.sub(" ", slug_from(_ENDING.sub("", part)).replace("-", " ")) for part in _segments(address))
    words = frozenset(max(parts, key=len, default="").split())
    return words if len(words) >= _FEWEST_WORDS else frozenset()


def likeness(line: str, slug: frozenset[str]) -> float:
    """How much of a slug a line says, and of the line the slug: 1 for the line that it was made of, 0 below a half."""
    words = frozenset(_PARTS.sub(" ", slug_from(same_words(line)).replace("-", " ")).split())
    shared = 2 * len(words & slug) / (len(words) + len(slug)) if slug else 0.0
    return shared if shared >= _ALIKE else 0.0


def _segments(address: str) -> list[str]:
    return [part for part in _path_of(address).split("/") if part]


def _path_of(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:  # [ in the place of a host
        return ""


def _day_from(match: re.Match[str]) -> datetime.date | None:
    month = match["m"]
    months = (int(month),) if month.isdigit() else tuple(months_from(month))
    try:
        return datetime.date(int(match["y"]), months[0], int(match["d"])) if len(months) == 1 else None
    except ValueError:
        return None
