# SPDX-License-Identifier: MIT
"""What a page of HTML may cost, counted before it is parsed.

A parser keeps a node for every tag, holds every attribute of a tag against all before it, and looks through all
open <b>, <i> and <a> at each tag. Measured with Resiliparse 1.0 (Lexbor): 8 MB of "<div>" took 640 MB of memory,
a megabyte of "<a><b><i><u>" 11 s, one tag of 62,500 attributes 6 s.
"""

import re

# A page of a newspaper has 2,000 tags in 100 KB. So many take 170 MB.
TAGS_MAX = 400_000
# A step is a fifth of a nanosecond to two fifths.
STEPS_MAX = 1_000_000_000
_SMALL = 60_000  # characters; no page so short takes .15 s, whatever is in it

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
# One attribute, as HTML's tokenizer takes it: a name may begin with =, a value without quotation marks hold any
_ATTRIBUTE = re.compile(r"""[\s/]*=?[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
_FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_MERGED = frozenset({"body", "html"})  # a second one's attributes become those of the first


class TooCostly(ValueError):
    """A page that cannot be taken; the text says which count is too high."""


def check_page(html: str) -> None:
    """Raise TooCostly if the page has more tags than a parser's memory should hold, or needs too many steps."""
    if len(html) <= _SMALL:
        return
    steps = tags = depth = opened = merged = at = 0
    while match := _TAG.search(html, at):
        attributes, at = _attributes(html, match.end())
        tags += 1
        steps += 4 * attributes**2 + opened
        name, way = match[2].lower(), -1 if match[1] else 1
        depth = max(0, depth + way * (name not in _VOID))
        if name in _FORMATTING:
            # A start is held against all that are open, an end looks through what stands between for blocks
            steps += depth if match[1] else 20 * opened * (attributes > 0)
            opened = max(0, opened + way)
        elif name in _MERGED:
            merged += attributes
            steps += 4 * merged
        if tags > TAGS_MAX:
            raise TooCostly(f"more than {TAGS_MAX:,} tags")
        if steps > STEPS_MAX:
            raise TooCostly(f"open tags and attributes need more than {STEPS_MAX:,} steps")


def _attributes(html: str, at: int) -> tuple[int, int]:
    """How many attributes the tag has whose name ends at `at`, and where it ends."""
    count = 0
    while found := _ATTRIBUTE.match(html, at):
        count, at = count + 1, found.end()
    return count, at
