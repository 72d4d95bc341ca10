# SPDX-License-Identifier: MIT
"""Drop the lines that pages of many papers share: share buttons, notices, menus' fixed words."""

import re

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.lines import open_lines
from newsroom.convert.model import Role, Seed

# A line must be one of these from end to end, so that a story that speaks of advertisements
# keeps its words. Each kind stood in about one in ten of 973 dumps or more (November 2026). Each
# form begins with two letters, another character of its own or a figure: a line is held against those of its own.
_KINDS = {
    "share-widget": r"share(?: (?:this(?: (?:article|story|post|page))?|(?:on|via) \w+))? | tweet"
    r" | facebook | twitter | x | whatsapp | linkedin | pinterest | reddit | telegram | flipboard | instagram"
    r" | youtube | tiktok | e-?mail | print | copy(?: link)? | link copied!? | follow us(?: on \w+)? | bookmark"
    r" | listen(?: to (?:this )?article)? | save(?: article)? | gift this article",
    "advertisement": r"advertisements? | ads? | advert | anzeige | publicité | publicidad | pubblicità"
    r" | reklame?a? | sponsored(?: content)? | promoted | story continues below(?: advertisement)?"
    r" | article continues (?:after|below) (?:this )?ad(?:vertisement)?"
    r" | story continues (?:after|below) (?:this )?ad(?:vertisement)?",
    "skip-link": r"skip (?:to|navigation).{0,40} | jump to .{0,30} | close | menu | search | open navigation menu",
    "sign-in": r"sign ?(?:in|up|out) | log ?(?:in|up|out) | subscribe(?: now)? | register | my account"
    r" | log in or register | sign up (?:for|to) .{0,80} | subscribe (?:for|to) .{0,80}",
    "comments": r"comments?(?: \(?\d+\)?)? | \d+ comments?(?: \(?\d+\)?)? | view (?:\d+ )?comments?"
    r" | show (?:\d+ )?comments? | read (?:\d+ )?comments? | leave a (?:\d+ )?comments?"
    r" | post a (?:\d+ )?comments? | add a (?:\d+ )?comments?",
    "reading-time": r"reading time:? ?\d{1,2}[ -]min(?:ute)?s?(?: read)?\.? | \d{1,2}[ -]min(?:ute)?s?(?: read)?\.?"
    r" | lesedauer ?:? ?\d+ min.{0,8} | temps de lecture ?:? ?\d+ min.{0,4}",
    "copyright": r"©.{0,160} | \(c\).{0,160} | copyright\b.{0,160}",
    "read-more": r"read (?:more|also|next)(?:\.{3}|…)? | see (?:more|also|next)(?:\.{3}|…)? | learn more(?:\.{3}|…)?"
    r" | continue reading(?:\.{3}|…)? | more(?: (?:also|next))?(?:\.{3}|…)? | load more(?:\.{3}|…)?"
    r" | show (?:more|next)(?:\.{3}|…)? | also read",
}
_RESERVED, _RESERVED_LONGEST = "all rights reserved", 140
_LONGEST = 250


def _by_beginning() -> dict[str, re.Pattern[str]]:
    """The forms of all kinds, put together by what they begin with: two letters or one character, "0" for a figure."""
    kinds: dict[str, dict[str, list[str]]] = {}
    for kind, forms in _KINDS.items():
        for form in forms.split(" | "):
            literal = form.lstrip("\\")
            first = "0" if form.startswith(r"\d") else literal[:2] if literal[:2].isalpha() else literal[0]
            kinds.setdefault(first, {}).setdefault(kind.replace("-", "_"), []).append(form)
    return {
        first: re.compile("|".join(f"(?P<{kind}>{'|'.join(each)})" for kind, each in forms.items()))
        for first, forms in kinds.items()
    }


_FORMS = _by_beginning()


def drop_furniture(seed: Seed, blocks: Blocks) -> Blocks:
    """Furniture blocks for whole lines of known kinds."""
    marks = []
    for block, text in open_lines(seed, blocks):
        kind = _kind(text.casefold().rstrip(" :")) if len(text) <= _LONGEST else None
        if kind:
            marks.append(marked(block, Role.FURNITURE, kind))
    return blocks.label(marks)


def _kind(text: str) -> str | None:
    """The kind of a line in small letters."""
    forms = _FORMS.get(text[:2]) or _FORMS.get("0" if text[:1].isdigit() else text[:1])
    match = forms.fullmatch(text) if forms else None
    if match and match.lastgroup:
        return match.lastgroup.replace("_", "-")
    if _RESERVED in text and len(text) <= _RESERVED_LONGEST and text.rstrip(".").endswith(_RESERVED):
        return "copyright"
    return None
