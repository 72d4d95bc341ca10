# SPDX-License-Identifier: MIT
"""Find the notes on a story: corrections, an editor's or author's note, where it appeared first."""

import re

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.model import Role, Seed

# A note begins with its name and a colon, or says of itself what was done to it.
_NAMED = (
    r"(?:corrections?(?: appended)?|clarification|erratum|(?:editor|author|publisher)['’]?s?['’]? note"
    r"|note (?:to|from) (?:the )?(?:readers?|editors?)|korrektur|richtigstellung|anmerkung der redaktion"
    r"|anm\. d\. red\.|note de la rédaction|rectificatif|nota (?:de|da|della) (?:la )?(?:redac\w+|editor\w*|redazione)"
    r"|fe de erratas|correcci[óo]n|correção|errata|rettifica|correctie|noot van de redactie|rättelse|rettelse"
    r"|berichtigung)\s*[:—–-]"
)
_OF_ITSELF = (
    r"this (?:story|article|report|post|piece|column|headline) (?:was|has been|is|had|first|originally)"
    r" .{0,60}?\b(?:updated|corrected|amended|clarified|revised|edited to|published|appeared|republished|produced)\b"
    r"|an earlier version of this (?:story|article|report)|originally (?:published|appeared) (?:in|on|by|at)\b"
    r"|(?:first )?published in partnership with\b"
)
_NOTE = re.compile(rf"[(\[*]?\s*(?:{_NAMED}|{_OF_ITSELF})", re.IGNORECASE)
# The first two letters of all of them, and of some words more: most lines begin with others.
_BEGINNINGS = frozenset(re.findall(r"(?<![^\W_])[^\W_]{2}", f"{_NAMED}|{_OF_ITSELF}".casefold()))
_LONGEST = 700


def find_notes(seed: Seed, blocks: Blocks) -> Blocks:
    """Note blocks for whole lines."""
    return blocks.label(
        marked(block, Role.NOTE)
        for block in blocks.having(Role.OPEN)
        if block.end - block.start <= _LONGEST and _is_note(seed.text[block.start : block.end])
    )


def _is_note(text: str) -> bool:
    begin = text[:2]
    if begin.isascii() and begin.isalpha() and begin.casefold() not in _BEGINNINGS:
        return False
    return bool(_NOTE.match(text)) and len(text.split()) > 3
