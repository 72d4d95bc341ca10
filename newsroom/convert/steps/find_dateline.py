# SPDX-License-Identifier: MIT
"""Find the dateline before the story's first words: `PORT EMBER, June 2 (Reuters) —`."""

import re

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed

_CAPITALS = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ'’.-]+"
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][\w'’.-]+"
_NEAR = rf"(?:(?:,? |/)(?:{_NAME}|[A-Z]\.|\d{{1,2}}|(?:19|20)\d\d|de|del|la|le|of|do|da)\.?,?){{0,5}}"
_AGENCY = r"\(\s?(?P<agency>[^\W\d_][^()\n]{1,40}?)\s?\)"
_DASH = r"(?:\s?[—–]+|\s?--|\s-|\.[—–-]{1,2})(?=[\s\w\"“«„'‘])"
# A place in capitals, or any with an agency in brackets behind it, and a dash; after capitals a colon does.
_FORMS = (
    rf"(?P<place>{_CAPITALS}(?: {_CAPITALS}){{0,3}}{_NEAR})(?: ?[,/-]? ?{_AGENCY})?(?:{_DASH}|:(?= ))",
    rf"(?P<place>{_NAME}{_NEAR}) ?[,/-]? ?{_AGENCY}(?:{_DASH}|:(?= ))",
    rf"(?P<place>{_NAME}(?: {_NAME}){{0,3}})\.[—–](?=[\s\w])",
    rf"{_AGENCY}{_DASH}",
)
_DATELINES = [re.compile(form) for form in _FORMS]
_BEGINS = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ(]")
_LONGEST = 120
# Not places, though they stand in capitals before a colon or a dash.
_LABELS = re.compile(
    r"(?:UPDATED?|BREAKING|WATCH|EXCLUSIVE|PHOTOS?|PICTURES?|VIDEO|LIVE|OPINION|REVIEW|ANALYSIS|NOTE|EDITOR\S*"
    r"|CORRECTION|CAPTION|WARNING|ALERT|READ|RELATED|MORE|SPOILER\S*|DEVELOPING|TRANSCRIPT|Q|A|TL;?DR)\b"
)


def find_dateline(seed: Seed, blocks: Blocks) -> Blocks:
    """A dateline block, and one for an agency in its brackets, at the start of the first body block."""
    first = next(blocks.having(Role.BODY), None)
    if first is None or not _BEGINS.match(seed.text, first.start):
        return blocks
    text = seed.text[first.start : min(first.end, first.start + _LONGEST)]
    match = next((found for form in _DATELINES if (found := form.match(text))), None)
    if match is None or _LABELS.match(text) or first.start + match.end() >= first.end:
        return blocks
    return blocks.label(_marks(match, first.start))


def _marks(match: re.Match[str], at: int) -> list[Block]:
    """Blocks of the place, the agency, and what is between and behind them up to the story."""
    groups = match.groupdict()
    parts = [(name, role) for name, role in (("place", Role.DATELINE), ("agency", Role.AGENCY)) if groups.get(name)]
    marks: list[Block] = []
    done = 0
    for name, role in parts:
        start, end = match.span(name)
        end = start + len(match[name].rstrip(" ,"))
        if done < start:
            marks.append(Block(at + done, at + start, Role.LAYOUT))
        marks.append(Block(at + start, at + end, role))
        done = end
    behind = match.end() + len(match.string[match.end() :]) - len(match.string[match.end() :].lstrip())
    marks.append(Block(at + done, at + behind, Role.LAYOUT))
    return marks
