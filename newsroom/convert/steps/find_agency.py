# SPDX-License-Identifier: MIT
"""Find the line that says which agency delivered the story, where it says nothing else."""

import re

from newsroom.convert.blocks import Blocks, marked
from newsroom.convert.model import Role, Seed

# News agencies by their own names and letters; letters that other lines consist of too are left out: AA sizes the text.
_NAMES = (
    r"(?:thomson )?reuters|(?:the )?associated press|ap|agence france[- ]presse|afp|dpa|deutsche presse-agentur|ansa"
    r"|efe|agencia efe|europa press|lusa|belga|anp|ntb|ritzau|čtk|agerpres|tanjug|tass|тасс|interfax|интерфакс"
    r"|ria novosti|риа новости|ukrinform|anadolu(?: agency| ajansı)?|xinhua|新华社|新華社|kyodo(?: news)?|共同通信"
    r"|jiji|時事通信|yonhap|연합뉴스|뉴시스|pti|ani|ians|unb|bss|bernama|antara|pa media|press association|aap"
    r"|(?:the )?canadian press|upi|united press international|bloomberg(?: news)?|agencies|télam|notimex"
)
_LINE = re.compile(
    rf"(?:(?:source|by|via|quelle|fuente|fonte|bron|källa|источник|with)\s*:?\s+)?[(\[—–-]?\s*"
    rf"(?:{_NAMES})(?:\s*[,/|&]\s*(?:{_NAMES})){{0,3}}\s*[)\]]?",
    re.IGNORECASE,
)
_LONGEST = 80


def find_agency(seed: Seed, blocks: Blocks) -> Blocks:
    """An agency block on the first such line below the headline."""
    headline = next(blocks.having(Role.HEADLINE), None)
    if headline is None:
        return blocks
    for block in blocks.having(Role.OPEN):
        short = block.end - block.start <= _LONGEST and block.start > headline.start
        if short and _LINE.fullmatch(seed.text[block.start : block.end]):
            return blocks.label([marked(block, Role.AGENCY)])
    return blocks
