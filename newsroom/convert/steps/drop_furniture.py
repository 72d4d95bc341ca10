# SPDX-License-Identifier: MIT
"""Drop the lines that pages of many papers share: share buttons, notices, menus' fixed words."""

import re

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.lines import open_lines
from newsroom.convert.model import Role, Seed

# A line must be one of these from end to end, so that a story that speaks of advertisements
# keeps its words. Each kind stood in about one in ten of 973 dumps or more (November 2026).
_KINDS = {
    "share-widget": r"share(?: (?:this(?: (?:article|story|post|page))?|(?:on|via) \w+))?|tweet"
    r"|facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|telegram|flipboard|instagram|youtube"
    r"|tiktok|e-?mail|print|copy(?: link)?|link copied!?|follow us(?: on \w+)?|bookmark"
    r"|listen(?: to (?:this )?article)?|save(?: article)?|gift this article",
    "advertisement": r"advertisements?|ads?|advert|anzeige|publicité|publicidad|pubblicità"
    r"|reklame?a?|sponsored(?: content)?|promoted|story continues below(?: advertisement)?"
    r"|(?:article|story) continues (?:after|below) (?:this )?ad(?:vertisement)?",
    "skip-link": r"skip (?:to|navigation).{0,40}|jump to .{0,30}|close|menu|search"
    r"|open navigation menu",
    "sign-in": r"(?:sign|log) ?(?:in|up|out)|subscribe(?: now)?|register|my account"
    r"|log in or register|(?:sign up|subscribe) (?:for|to) .{0,80}",
    "comments": r"(?:\d+ )?comments?(?: \(?\d+\)?)?"
    r"|(?:view|show|read|leave a|post a|add a) (?:\d+ )?comments?",
    "reading-time": r"(?:reading time:? ?)?\d{1,2}[ -]min(?:ute)?s?(?: read)?\.?"
    r"|lesedauer ?:? ?\d+ min.{0,8}|temps de lecture ?:? ?\d+ min.{0,4}",
    "copyright": r"(?:©|\(c\)|copyright\b).{0,160}|.{0,120}all rights reserved\.?",
    "read-more": r"(?:read|see|learn|continue|more|load|show) (?:more|also|next|reading)(?:\.{3}|…)?"
    r"|also read|more",
}
_FURNITURE = re.compile(
    "|".join(f"(?P<{kind.replace('-', '_')}>{form})" for kind, form in _KINDS.items()),
    re.IGNORECASE,
)
_LONGEST = 250


def drop_furniture(seed: Seed, blocks: Blocks) -> Blocks:
    """Furniture blocks for whole lines of known kinds."""
    marks = []
    for line in open_lines(seed, blocks):
        match = len(line.text) <= _LONGEST and _FURNITURE.fullmatch(line.text.rstrip(" :"))
        if match and match.lastgroup:
            marks.append(marked(line.block, Role.FURNITURE, match.lastgroup.replace("_", "-")))
    return blocks.label(marks)
