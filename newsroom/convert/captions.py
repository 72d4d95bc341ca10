# SPDX-License-Identifier: MIT
"""Captions: lines that tell what a picture shows, or whose it is, where the picture is gone."""

import re

from newsroom.convert.pagewords import CREDIT, KINDS
from newsroom.convert.units import Unit

_CREDITED = re.compile(
    r"\([^()]*\b(?:AP|AFP|Reuters|REUTERS|Getty|EPA|dpa|[Pp]hoto|Foto|Bild|via|Image|[Cc]ourtesy)\b[^()]*\)?$"
    r"|(?:Foto|Photo|Bild|Fotos|Image|Credit|Crédit|Quelle|Picture|写真|사진)s? ?[:/©][^.]{0,60}$"
    r"|\b(?:[Pp]hoto(?:graph)?s?|[Ii]llustrations?|[Ii]mages?) (?:by|courtesy of|via) [A-Z][^.]{1,40}\.?$"
    r"|/ ?(?:Getty|AP|AFP|Pexels|Unsplash|Shutterstock|Reuters|dpa)\b[^.]{0,30}$"
)
_PICTURED = frozenset(("photographed", "pictured", "fotografiert", "photographié", "fotografiado", "fotografado"))
_PICTURED_MOST = 150
# What a picture shows, as is written for those who do not see it: `A man kneeling on a floor, using a saw.` Reports
# have a verb of their own in it.
_NOUNS = (
    "hearing|meeting|building|ruling|thing|everything|something|anything|nothing|morning|evening|spring|king|wedding"
    "|training|housing|parking|painting|opening|ending|warning|shooting|ceiling|filing|setting|listing|rating|offering"
    "|beginning|feeling|gathering|wing|string|ring|sibling|bring|during"
)
_SHOWN = re.compile(
    r"(?:(?:A|An|The|Two|Three|Several|People|Aerial|Satellite|Close-up)\b(?: [\w-]+){0,3}"
    r" (?:view|image|photo|photograph|headshot|portrait|screenshot|illustration|close-up|shot|rendering) of\b"
    rf"|(?:An?|Two|Three|Several|People)\b(?: [\w-]+){{0,4}} (?!(?:{_NOUNS})\b)[a-z]+ing\b)"
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|said|says|[a-z]{2,}ed)\b")
_CREDITED_IN = 60  # characters of the end in which a credit stands
# Captions with a sentence or two have up to this; above it a credit at the end is a story's own.
_CAPTION_MOST, LABELLED_MOST = 450, 250


def is_caption(unit: Unit) -> bool:
    """Whether a line tells what a picture shows, or whose it is."""
    size, _, ended, kinds, _, words = unit.shape
    if size >= _CAPTION_MOST or len(words) < 2:  # a single word is who delivered the story
        return False
    labelled = kinds & CREDIT and size < LABELLED_MOST and (not ended or ":" in unit.text[:40])
    if labelled and any(KINDS.get(word, 0) & CREDIT for word in words[:3]):
        return True
    if size < _PICTURED_MOST and not _PICTURED.isdisjoint(words):
        return True
    if size < _PICTURED_MOST and unit.text[0] in "ATSPC" and _SHOWN.match(unit.text) and not _VERB.search(unit.text):
        return True
    end = unit.text[-_CREDITED_IN:]
    # Without one of these no line has such an end.
    has_mark = "/" in end or "(" in end or ":" in end or "©" in end or kinds & CREDIT != 0
    return has_mark and bool(_CREDITED.search(end))
