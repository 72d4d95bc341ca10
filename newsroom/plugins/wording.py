# SPDX-License-Identifier: AGPL-3.0-only
"""Jinja filters that word a stored fact for a reader: dates, quotation marks, excerpts.

Templates compose and never compute, so what needs a rule stands here. Dates are
worded by CLDR in the paper's own language, to the precision that the post states.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any
from urllib.parse import quote, urlencode

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from pelican import signals

from newsroom import markup
from newsroom.schema import Stamp
from newsroom.settings import SettingsError

EXCERPT_CHARACTERS = 180
_MORE = re.compile("<(?:h2|h3|[uo]l|table|blockquote|pre|img)[ >]")  # what a story has beside paragraphs


def day(stamp: Stamp, locale: Locale) -> str:
    """Return the day in words, the year always with it: `14 October 2017`."""
    return _in_words(stamp.day, locale)


@lru_cache(maxsize=50_000)  # a paper prints each of its days many times
def _in_words(found: date, locale: Locale) -> str:
    return format_date(found, "d MMMM y", locale=locale)


def printed(stamp: Stamp, locale: Locale) -> str:
    """Return day, minute and zone in words, each only where the post states it."""
    words = day(stamp, locale)
    if stamp.time is None:
        return words
    words += f", {stamp.time:%H:%M}"
    return words if stamp.offset_minutes is None else f"{words} {zone(stamp.offset_minutes)}"


def zone(offset_minutes: int) -> str:
    """Return an offset in words: `UTC`, `UTC+6`, `UTC−3:30`."""
    if offset_minutes == 0:
        return "UTC"
    hours, minutes = divmod(abs(offset_minutes), 60)
    sign = "+" if offset_minutes > 0 else "−"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def curled(text: str, lang: str | None = None, *, paper: str) -> str:
    """Return `text` with the quotation marks of its language, which is the paper's where none is stated."""
    return markup.curl(text, lang or paper)


def report(article: Any, site_url: str, contact: str) -> str:
    """Return where a reader reports an error in `article`: a mail that names it, or the contact's page; or nothing."""
    if not contact.startswith("mailto:"):
        return contact
    words = {"subject": article.title, "body": f"{site_url}/{article.url}"}
    return f"{contact}?{urlencode(words, quote_via=quote)}"


def iso(stamp: Stamp) -> str:
    """Return the value of a `<time datetime>`: no more precise than the stamp."""
    if stamp.time is None:
        return stamp.day.isoformat()
    value = f"{stamp.day.isoformat()}T{stamp.time:%H:%M}"
    if stamp.offset_minutes is None:
        return value
    hours, minutes = divmod(abs(stamp.offset_minutes), 60)
    return f"{value}{'-' if stamp.offset_minutes < 0 else '+'}{hours:02}:{minutes:02}"


def opening(article: Any, characters: int) -> tuple[str, ...]:
    """Return the first paragraphs as plain text: at least one, then up to `characters`."""
    taken: list[str] = []
    length = 0
    for paragraph in markup.paragraphs_from(article.content):
        if taken and length + len(paragraph) > characters:
            break
        taken.append(paragraph)
        length += len(paragraph)
    return tuple(taken)


def beginning(article: Any, characters: int) -> tuple[str, ...]:
    """Return the first paragraphs as plain text: up to `characters`, the last one cut after a sentence or a word.

    A story without a standfirst has some more, in the place of one.
    """
    taken: list[str] = []
    characters += 0 if article.post.summary else EXCERPT_CHARACTERS
    for paragraph in markup.paragraphs_from(article.content):
        left = characters - sum(map(len, taken))
        if left < EXCERPT_CHARACTERS // 2:
            break
        taken.append(shortened(paragraph, left))
        if len(paragraph) > left:
            break
    return tuple(taken)


def goes_on(article: Any, shown: Sequence[str]) -> bool:
    """Return whether a story has more than these paragraphs of it."""
    return markup.paragraphs_from(article.content) != tuple(shown) or bool(_MORE.search(article.content))


def excerpt(article: Any) -> str:
    """Return the standfirst, else the body's first words up to the end of a sentence.

    Nothing is written anew: it is the summary that the post states, or a beginning of
    its first paragraph, cut after a sentence or, with an ellipsis, after a word.
    """
    if article.post.summary:
        return str(article.post.summary)
    first = opening(article, 0)
    return shortened(first[0]) if first else ""


def shortened(text: str, characters: int = EXCERPT_CHARACTERS) -> str:
    """Return `text`, or its beginning up to the last sentence or word that fits."""
    if len(text) <= characters:
        return text
    head = text[: characters + 1]
    end = max(head.rfind(mark) for mark in (". ", "! ", "? ", ".” ", "?” "))
    # A sentence that fills less than a third is a fragment ("He did."): cut at a word.
    if end > characters // 3:
        return head[: head.index(" ", end)]
    return head[: head.rfind(" ")].rstrip(",;:–—- ") + "…" if " " in head else head[:-1] + "…"


def add_filters(pelican: Any) -> None:
    """Add the filters to the settings of this run, worded in DEFAULT_LANG.

    Raises SettingsError when CLDR does not know the language: no date could be worded.
    """
    try:
        locale = Locale.parse(pelican.settings["DEFAULT_LANG"], sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise SettingsError(f"DEFAULT_LANG: {error}; give one whose words for dates CLDR knows") from error
    filters: dict[str, Callable[..., object]] = {
        "curl": partial(curled, paper=pelican.settings["DEFAULT_LANG"]),
        "day": partial(day, locale=locale),
        "printed": partial(printed, locale=locale),
        "iso": iso,
        "report": report,
        "beginning": beginning,
        "goes_on": goes_on,
        "excerpt": excerpt,
    }
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **filters}


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(add_filters)
