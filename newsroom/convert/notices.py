# SPDX-License-Identifier: MIT
"""Sentences that papers print beside stories: whose opinions they are not, and letters for the reader's inbox."""

import re

from newsroom.convert.no_story_words import ROBOT
from newsroom.convert.pagewords import COOKIE
from newsroom.convert.units import Unit

_LONGEST = 400  # characters
# "The views of its authors do not necessarily reflect …": only then are all the words looked at.
_NOT_ALWAYS = frozenset(
    (
        "necessarily", "notwendigerweise", "unbedingt", "zwangsläufig", "engagent", "n'engagent", "nécessairement",
        "necesariamente", "necessariamente", "noodzakelijk", "nödvändigtvis", "nødvendigvis", "niekoniecznie",
        "обязательно",
    )
)  # fmt: skip
_OPINION = re.compile(
    r"\b(?:views?|opinions?|positions?|meinung|ansicht|propos|auteurs?|opiniones|opiniões|opinioni|mening(?:en)?|åsikter"
    r"|holdning(?:er)?|poglądy|opinie|мнени[ея]|точк[аиу] зрения)\b",
    re.IGNORECASE,
)
_BOX_WORDS = (
    "inbox postfach posteingang boîte boite correo buzón bandeja email mail caixa casella posta mailbox inkorg mejl"
    " indbakke innboks skrzynkę"
)
_BOX = frozenset(_BOX_WORDS.split())
_TO_INBOX = re.compile(
    r"\b(?:delivered|sent|direct(?:ly)?|straight|right|every \w+|weekly|daily) (?:in|to|into) your (?:e-?mail )?inbox\b"
    r"|\bin (?:ihr|ihrem|dein|deinem) (?:e-mail-|mail-)?(?:postfach|posteingang)\b"
    r"|\bdans votre (?:boîte|boite) (?:aux lettres|mail|e-mail|de réception)\b"
    r"|\ben (?:tu|su) (?:correo|buzón|bandeja de entrada)\b|\b(?:no seu e-?mail|na sua caixa de entrada)\b"
    r"|\bnella tua (?:casella|posta|inbox)\b|\bin (?:je|uw|jouw) (?:mailbox|inbox)\b"
    r"|\bi din (?:inkorg|mejl|indbakke|innboks)\b|\bna (?:twoją|swoją) skrzynkę\b",
    re.IGNORECASE,
)


def notice_of(unit: Unit) -> str | None:
    """The kind of a sentence that papers print beside stories of their own: `legal`, `newsletter` or `cookies`."""
    shape = unit.shape
    if shape.size > _LONGEST:
        return None
    if not _NOT_ALWAYS.isdisjoint(shape.words) and _OPINION.search(unit.text):
        return "legal"
    if not _BOX.isdisjoint(shape.words) and _TO_INBOX.search(unit.text):
        return "newsletter"
    if shape.kinds & COOKIE and "javascript" in shape.words and any(map(unit.text.casefold().__contains__, ROBOT)):
        return "cookies"
    return None
