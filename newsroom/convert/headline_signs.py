# SPDX-License-Identifier: MIT
"""What speaks for and against a line as the headline: signs of shape and place, by name.

No sign asks what a line says, only how it looks, where it stands, what is beside it, and whether
the page says it again. A sign is a short string; `headline_weights` knows what each is worth.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from html import unescape

from newsroom.convert.bylines import authors_from
from newsroom.convert.date_lines import is_only_dates
from newsroom.convert.dates import dates_in
from newsroom.convert.lines import has_words, is_prose, same_words, word_count
from newsroom.convert.name_shapes import is_name
from newsroom.convert.page import LONGEST, Page, stems

# How far around the beginning of the story a headline is looked for, in lines. Of 752 dumps that
# print it above the story 98 in a hundred have it within 21 lines, 99 within 42 (November 2026).
_ABOVE, _BELOW = 60, 10
_FIRST = 3  # and the first lines of all: a page's own title stands there in dumps of whole pages
_MANY = 8  # lines above the story: more are those of a whole page
_NEAR = 12
_BESIDE = 4

# "Photos: the pier in snow" is a headline, "Photo: Ann Lee" and "The pier (Credit: Ann Lee)" are not.
_IS_CREDIT = re.compile(
    r"(?:photo|image|picture|photograph|credit|foto|bild)\b\W*[:/|(]|.*?(?:\b(?:photo|image|credit|foto|bild|fotos)s?\s?(?::|\.\.\.)|©)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:photo|image|picture|credit|foto|bild|fotos|crédit|getty|reuters|afp|shutterstock|istock)\b|©|\(AP\b"
    r"|[（(].{2,12}(?:撮影|提供)[)）]",
    re.IGNORECASE,
)
# Without one of these a line has neither; that is found out in a fifth of the time.
_CREDIT_MARKS = (":", "/", "|", "(", "...", "©")
_CREDIT_PARTS = ("mage", "photo", "foto", "cture", "cred", "créd", "bild", "getty", "reuters", "afp", "stock", "©",
                 "(ap", "撮影", "提供")  # fmt: skip
_TRAIL = re.compile(r"[>»›/]")
_STEPS = ">»›"
_STEP = re.compile(r"\S\s*[>»›]\s*\S")
_STOPS = ".。।"
_KINDS = {"stop": _STOPS, "asks": "?？؟", "cries": "!！", "more": "…", "colon": ":：", "comma": ",;",
          "quote": "”\"’»」“", "paren": ")]"}  # fmt: skip
_ENDINGS = {mark: kind for kind, marks in _KINDS.items() for mark in marks}
_SHAPES: dict[str, Callable[[str], object]] = {
    "short": lambda text: len(text) < 15,
    "a whole sentence": lambda text: text[-1] in _STOPS and word_count(text) > 8,
    "credit": lambda text: _has_credit(text),
    "stroke": lambda text: "|" in text or "｜" in text,
    "trail": lambda text: any(map(text.__contains__, _STEPS)) and _STEP.search(text),
    "address": lambda text: "@" in text or "http" in text or "www." in text,
    "begins with a bracket": lambda text: text[0] in "([（【",
    "begins with a dash": lambda text: text[0] in "–—-",
    "begins small": lambda text: text[0].islower(),
    "begins with a figure": lambda text: text[0].isdigit(),
    "all capitals": str.isupper,
    "prose": is_prose,
    "name": is_name,
    "two sentences": lambda text: ". " in text,
}


def candidates(page: Page) -> Iterator[int]:
    """The places of lines that may be the headline; none where no story is."""
    if page.story == len(page.lines):
        return
    near = range(max(0, page.story - _ABOVE), min(len(page.lines), page.story + _BELOW))
    for place in (*range(min(_FIRST, near.start)), *near):
        if _may_be(page, place):
            yield place


def _may_be(page: Page, place: int) -> bool:
    text = page.lines[place].text
    if not 3 <= len(text) <= LONGEST or (page.prose[place] and place >= page.story) or not has_words(text):
        return False
    if page.story > _MANY and page.count(place) == 1 and len(text) < 12:
        return False  # a menu's
    return not (_is_bulleted(page, place) or _is_another(text) or _holds_another(page, place))


def signs(page: Page, place: int) -> list[str]:
    """The signs of a line."""
    return own_signs(page, place) + other_signs(page, place)


def own_signs(page: Page, place: int) -> list[str]:
    """The signs of a line's shape and place, and of what it has in common with the story."""
    text = page.lines[place].text
    return [
        *[sign for sign, has in _SHAPES.items() if has(text)],
        f"words {_step(page.count(place), (1, 2, 3, 5, 8, 14, 20, 28))}",
        f"ends {_ENDINGS.get(text[-1], 'else')}",
        *_place(page, place),
        *_told(page, place),
    ]


# What begins the names of those signs that other_signs gives, of each kind one at most to a line.
OTHER_SIGNS = (
    ("date",), ("mostly date",), ("heading ",), ("gap ",), ("twice near ",), ("again far ",), ("second of two",),
    ("is the page's title", "begins the page's title"), ("ends a trail",), ("begins another line",), ("date below ",),
    ("name below ",), ("next ",), ("standfirst below",), ("title above, ",), ("last ",), ("trail above",),
)  # fmt: skip


def other_signs(page: Page, place: int) -> list[str]:
    """The signs of what is around a line, which take longer to find."""
    return [
        *_dates(page.lines[place].text),
        *_marks(page, place),
        *_said_again(page, place),
        *_below(page, place),
        *_above(page, place),
    ]


def _is_bulleted(page: Page, place: int) -> bool:
    start = page.lines[place].block.start
    margin = page.text[max(0, start - 12) : start].rpartition("\n")[2]
    return bool(margin.strip().strip("#"))


def _is_another(text: str) -> bool:
    """Whether a line is a credit, a date or a byline, whatever else speaks for it."""
    has_mark = any(map(text.__contains__, _CREDIT_MARKS))
    return (has_mark and bool(_IS_CREDIT.match(text))) or is_only_dates(text) or bool(authors_from(text))


def _holds_another(page: Page, place: int) -> bool:
    """Whether a line is a better candidate and something around it: `Home > Pier opens`, `Pier opens | Paper`."""
    words = page.words[place]
    if place == 0 and (page.has_beginning(words) or (page.story >= _NEAR and _is_retold(page))):
        return True
    if "&#" in page.lines[place].text and same_words(unescape(page.lines[place].text)) in page.times:
        return True
    return any(len(each) > 15 and words.endswith(" " + each) for each in page.words[place + 1 : place + 9])


def _is_retold(page: Page) -> bool:
    """Whether a line above the story has half of what the page's first line says."""
    near = range(max(1, page.story - 20), page.story)
    shared = (len(page.title.intersection(stems(page.words[each]))) for each in near if 4 <= page.count(each) <= 20)
    return len(page.title) >= 3 and any(2 * each >= len(page.title) for each in shared)


def _dates(text: str) -> Iterator[str]:
    dated = dates_in(text)
    if dated:
        yield "date"
        if dated[0].end - dated[0].start > len(text) * 0.5:
            yield "mostly date"


def _place(page: Page, place: int) -> Iterator[str]:
    away = page.story - place
    yield f"{'above' if away > 0 else 'below'} {_step(abs(away), (0, 1, 2, 3, 4, 6, 9, 14, 22, 40))}"
    yield f"{'few' if page.story <= _MANY else 'many'} top {_step(place, (0, 1, 2, 3, 5, 8))}"
    if away > 0:
        full = page.full_between(max(0, page.story - _NEAR), place)
        yield f"full lines above {_step(full, (0, 1, 2, 4))}"
        full = page.full_between(place + 1, min(page.story, place + _NEAR))
        yield f"full lines between {_step(full, (0, 1, 2, 3, 5))}"


def _marks(page: Page, place: int) -> Iterator[str]:
    """Signs of the margin: headings and bullets of Markdown, empty lines around."""
    line = page.lines[place]
    margin = page.text[max(0, line.block.start - 12) : line.block.start].rpartition("\n")[2]
    mark = (margin.strip() + line.text[:6]).partition(" ")[0]
    if mark.strip("#") == "" and mark:
        yield f"heading {min(len(mark), 3)}"
    start = line.block.start - len(margin) - 1
    above = page.text[max(0, start - 60) : max(0, start)].rpartition("\n")[2]
    end = page.text.find("\n", line.block.end, line.block.end + 60)
    below = page.text[end + 1 : end + 61].partition("\n")[0] if end >= 0 else ""
    yield f"gap {'' if above.strip() else 'above'} {'' if below.strip() else 'below'}"


def _said_again(page: Page, place: int) -> Iterator[str]:
    words = page.words[place]
    if " " not in words and len(words) < 12:
        return
    times = page.times[words]
    if times > 1:
        near = [each for each in range(max(0, place - 3), place + 4) if page.words[each : each + 1] == [words]]
        yield f"twice near {min(len(near), 3)}"
        yield f"again far {min(times - len(near), 2)}"
        if near[0] != place:
            yield "second of two"
    if place:
        yield from _as_titled(page, words)
    if any(each != words and each.endswith(" " + words) for each in page.words[max(0, place - 8) : place]):
        yield "ends a trail"
    if page.begins_another(words):
        yield "begins another line"


def _as_titled(page: Page, words: str) -> Iterator[str]:
    if words == page.words[0]:
        yield "is the page's title"
    elif page.words[0].startswith(words):
        yield "begins the page's title"


def _below(page: Page, place: int) -> Iterator[str]:
    below = range(place + 1, min(len(page.lines), place + 1 + _BESIDE))
    dated = next((each for each in below if page.dated(each)), None)
    if dated is not None:
        yield f"date below {dated - place - 1}"
    named = next((each for each in below if page.named(each)), None)
    if named is not None:
        yield f"name below {named - place - 1}"
    if below:
        text, count = page.lines[place + 1].text, page.count(place + 1)
        yield f"next {_step(count, (0, 1, 3, 8, 25, 50))} {text[-1] in _STOPS}"
        if _is_title_like(page, place) and count > page.count(place) and text[-1] in _STOPS:
            yield "standfirst below"


def _above(page: Page, place: int) -> Iterator[str]:
    if place == 0:
        yield "last none"
        return
    text, count = page.lines[place - 1].text, page.count(place - 1)
    if _is_title_like(page, place - 1) and count < page.count(place):
        yield f"title above, {_ENDINGS.get(page.lines[place].text[-1], 'else')} here"
    yield "last date" if page.dated(place - 1) else f"last {_step(count, (0, 1, 3, 8, 25, 50))}"
    if _TRAIL.search(text):
        yield "trail above"


def _is_title_like(page: Page, place: int) -> bool:
    text = page.lines[place].text
    if not 4 <= page.count(place) <= 20 or text[-1] in ".。।,;:":
        return False
    return not (page.dated(place) or dates_in(text) or _has_credit(text))


def _told(page: Page, place: int) -> Iterator[str]:
    said = frozenset(stems(page.lines[place].text))
    if place and len(page.title) >= 3:
        yield f"like the page's title {int(4 * len(said & page.title) / len(page.title))}"
    if said and (place < page.story or not page.prose[place]):
        told = len(said & page.told)
        yield f"told {_step(told, (0, 1, 2, 3))}"
        yield f"told share {int(4 * told / len(said))}"
        yield f"opening {_step(len(said & page.opening), (0, 1, 2))}"


def _has_credit(text: str) -> bool:
    return any(map(text.casefold().__contains__, _CREDIT_PARTS)) and bool(_CREDIT.search(text))


def _step(value: int, limits: tuple[int, ...]) -> int:
    """The first limit that a value does not pass, or one more than the last."""
    at = bisect_left(limits, value)
    return limits[at] if at < len(limits) else limits[-1] + 1
