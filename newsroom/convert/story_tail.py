# SPDX-License-Identifier: MIT
"""What stands below a story's last words: teasers of others, and what asks something of its reader."""

import re

from newsroom.convert.pagewords import COMMENT, NAG, SHARE, WE, YOU
from newsroom.convert.told import Form, Told
from newsroom.convert.units import Unit

# Of nine teasers behind stories on a hundred papers' pages all had five words of headline, and 119 to 271 letters.
_TEASERS, _TEASER_WORDS, _TEASER_LEAST, _TEASER_MOST = 2, 5, 60, 320
_CUT_OFF = ("…", "...", "[…]", "[...]")
# So many texts at the end are looked at, of so many characters at most, and so much prose is left above. Without an
# address and a call a story ends so itself as often as not: "If you need these, see our list of the best" (of 19
# ends that had a word of the page's and "you", 7 were the story's).
_LOOKED_AT, _LONGEST, _LONGEST_CALL, _LEAST_ABOVE = 5, 320, 160, 300
_ADDRESS = re.compile(r"(?:^|\s)@\w{3}|\w@\w+\.\w")
_OPENS = frozenset("\"“„«‘'「")


def before_teasers(page: Told, first: int, last: int) -> int:
    """The last place above teasers of other stories at the end: twice or more a headline and a few lines below it.

    Subheads are shorter than headlines, or have more text below them; a list of tips has more of them than text above.
    One is enough where its text is cut off.
    """
    end, teasers, size, least = last, 0, 0, _TEASERS
    for place in range(last, first, -1):
        form, unit = page.forms[place], page.units[place]
        if form <= Form.SENTENCE:
            size += unit.shape.size
            least = 1 if not teasers and unit.text.endswith(_CUT_OFF) else least
        elif form is Form.LINE and size:
            if not _TEASER_LEAST < size < _TEASER_MOST or len(unit.shape.words) < _TEASER_WORDS:
                break
            end, teasers, size = place - 1, teasers + 1, 0
    above = sum(page.forms[place] <= Form.SENTENCE for place in range(first, end + 1))
    return end if above >= teasers >= least else last


def above_appeals(page: Told, first: int, last: int) -> int:
    """The last place of a story above the sentences that ask its reader to write, to follow or to pay."""
    end, looked = last, 0
    above = sum(page.units[at].shape.size for at in range(first, last + 1) if page.forms[at] <= Form.SENTENCE)
    for place in range(last, first, -1):
        if page.forms[place] > Form.SENTENCE:
            continue
        looked += 1
        above -= page.units[place].shape.size
        if looked > _LOOKED_AT or above < _LEAST_ABOVE or not _is_appeal(page.units[place]):
            break
        end = place - 1
    return end


def _is_appeal(unit: Unit) -> bool:
    shape = unit.shape
    if shape.size > _LONGEST or unit.text[0] in _OPENS:
        return False
    if _ADDRESS.search(unit.text):
        return bool(shape.kinds & (SHARE | NAG | COMMENT | WE | YOU))
    return unit.text[-1] in "!！" and shape.size <= _LONGEST_CALL and bool(shape.kinds & (NAG | SHARE | COMMENT))
