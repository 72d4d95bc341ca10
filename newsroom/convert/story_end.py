# SPDX-License-Identifier: MIT
"""Where a story ends: at the headings of comments and other stories, and at another story's day."""

from collections.abc import Sequence

from newsroom.convert.page_signs import AGE
from newsroom.convert.pagewords import BIO, COMMENT, KINDS, RELATED
from newsroom.convert.told import Form, Told
from newsroom.convert.units import Unit

# A heading of other stories ends the story, or interrupts it, where so much prose stands above.
_ABOVE, _HEADING = 250, 70
# Of what stands below it: prose that goes on at least so much is more of the story.
_MORE, _MORE_SHARE = 600, 0.15
_AROUND = 10  # lines looked at below such a heading; six of them that are not the page's count
_AGE = 30  # characters
# A heading that comes so often has one teaser below it each time, and prose of so many characters is the story's again.
_OFTEN, _FULL_PROSE = 3, 250
_ABOUT_WORDS = "about über author authors à sobre om o ohne acerca autor autorin zur zum contributors"
_ABOUT = frozenset(_ABOUT_WORDS.split())


def ended(page: Told, values: Sequence[float], first: int, last: int) -> tuple[int, set[int]]:
    """The last place of the story in a range, by its headings, and what they interrupt it with."""
    above = 0
    skipped: set[int] = set()
    place = first
    while place <= last:
        form = page.forms[place]
        if form <= Form.SENTENCE and above >= _ABOVE and place in page.dated and _is_title(page, place - 1):
            return place - 2, skipped  # another story with its headline and its day
        if above >= _ABOVE and _is_age(page, place) and any(_is_age(page, at) for at in range(place + 2, place + 10)):
            return place - 2, skipped  # other stories, or comments, each with its age
        if form is Form.PROSE:
            above += page.units[place].shape.size
        elif above >= _ABOVE and (heading := _heading(page.units[place], page.talk[place])):
            more = _interrupted(page, place, last) if heading == "interrupts" else None
            if (
                more is None
                or not page.dated.isdisjoint(range(place + 1, more + 1))
                or _is_less(page.forms, values, range(more, last + 1), above)
            ):
                return place - 1, skipped
            skipped.update(range(place, more))
            place = more
            continue
        place += 1
    return last, skipped


def _is_age(page: Told, place: int) -> bool:
    """Whether a line says only how long ago something was: `3 days ago`, `vor 2 Stunden`."""
    if place >= len(page.units) or page.forms[place] <= Form.SENTENCE:
        return False
    text = page.units[place].text
    return len(text) <= _AGE and bool(AGE.fullmatch(text))


def _is_title(page: Told, place: int) -> bool:
    """Whether a line may be a headline: several words, and not the signature of a quoted post."""
    text = page.units[place].text
    return page.forms[place] is Form.LINE and (text[0].isalnum() or text[0] in "\"“„«‘'「") and "@" not in text


def _heading(unit: Unit, kind: str | None) -> str | None:
    """Whether a line heads what always ends a story, or may interrupt one."""
    shape, count = unit.shape, len(unit.shape.words)
    if (
        not shape.kinds & (COMMENT | BIO | RELATED)
        or shape.size > _HEADING
        or unit.text[-1] in ".!。"
        or unit.text[0] in "&+"
    ):
        return None
    if shape.kinds & COMMENT and count <= 6:
        return "ends"
    if shape.kinds & BIO and count <= 5 and shape.words[0] in _ABOUT:
        return "ends"
    related = sum(bool(KINDS.get(word, 0) & RELATED) for word in shape.words)
    much = count <= 3 or (related >= 2 and count <= 9) or (related * 2 >= count and count <= 6)
    return "interrupts" if much and shape.kinds & RELATED and kind in (None, "repeated") else None


def _interrupted(page: Told, heading: int, last: int) -> int | None:
    """The place where the story goes on below a heading that interrupts it, if it does.

    A page that says the heading three times has one teaser below each.
    """
    words = page.units[heading].shape.words
    if sum(unit.shape.words == words for unit in page.units) >= _OFTEN:
        for place in range(heading + 2, min(last + 1, heading + _AROUND)):
            if page.forms[place] is Form.PROSE and page.units[place].shape.size >= _FULL_PROSE:
                return place
    return _goes_on(page, heading, last)


def _goes_on(page: Told, heading: int, last: int) -> int | None:
    """The place below a heading from which prose follows prose again."""
    units, forms = page.units, page.forms
    for place in range(heading + 1, last + 1):
        if forms[place] is not Form.PROSE or _is_numbered(units, place):
            continue
        near = range(place, min(last + 1, place + _AROUND))
        around = [forms[at] <= Form.SENTENCE for at in near if not _is_small_talk(page, at)][:6]
        texts = sum(around)
        if texts >= 5 or (1 < len(around) < 6 and texts >= 0.75 * len(around)):
            return place
        if units[place].shape.size >= 350 and texts >= 3 and all(around[:3]):
            return place
    return None


def _is_small_talk(page: Told, place: int) -> bool:
    """Whether a line is a mark among paragraphs, and not the headline of a story that the page lists twice."""
    return page.forms[place] is Form.TALK and (
        page.units[place].shape.size < 30 or page.talk[place] not in ("repeated", "said-twice")
    )


def _is_numbered(units: list[Unit], place: int) -> bool:
    """Whether a unit and one beside it begin with numbers: a list of stories."""
    beside = units[max(0, place - 1) : place] + units[place + 1 : place + 2]
    return units[place].text[0].isdigit() and any(unit.text[0].isdigit() for unit in beside)


def _is_less(forms: Sequence[Form], values: Sequence[float], places: range, above: int) -> bool:
    """Whether what goes on at these places is too little to be more of the story."""
    enough = min(_MORE, above * _MORE_SHARE)
    points = 0.0
    for place in places:
        points += values[place] if forms[place] <= Form.SENTENCE else -60
        if points > enough:
            return False
        if points < -_MORE:
            break
    return True
