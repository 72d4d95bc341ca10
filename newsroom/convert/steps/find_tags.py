# SPDX-License-Identifier: MIT
"""Find the topics that a line lists behind their label: `Tags: ferries, tides`."""

import re

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.model import Role, Seed

_LABEL = re.compile(
    r"(?:tags?|tagged(?: (?:with|as))?|topics?|filed (?:under|to)|in this story|keywords?|schlagw[öo]rte?r?|themen"
    r"|mots[- ]cl[ée]s|th[èe]mes|etiquetas|temas|palabras clave|palavras[- ]chave|argomenti|parole chiave|onderwerpen"
    r"|trefwoorden|[äa]mnen|etiketter|emneord|avainsanat|tagi|t[ée]m?ata|etiketler|теги|метки|темы|ключевые слова"
    r"|الوسوم|وسوم|תגיות|टैग|标签|關鍵字|关键词|タグ|キーワード|태그|키워드)\s*[:：]\s*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[^,;|•·،、，]+")
_LONGEST, _MOST = 60, 25  # characters of a topic, topics of a line


def find_tags(seed: Seed, blocks: Blocks) -> Blocks:
    """A tags block for each topic of such lines below the headline; the label is furniture."""
    headline = next(blocks.having(Role.HEADLINE), None)
    if headline is None:
        return blocks
    below = (block for block in blocks.having(Role.OPEN) if block.start > headline.start)
    return blocks.label(mark for block in below for mark in _marks(block, seed.text[block.start : block.end]))


def _marks(block: Block, text: str) -> list[Block]:
    # A label has its colon: to look for that spares most lines the labels.
    label = _LABEL.match(text) if ":" in text or "：" in text else None
    if not label:
        return []
    items = [match for match in _ITEM.finditer(text, label.end()) if match[0].strip()]
    if not 0 < len(items) <= _MOST or any(len(item[0]) > _LONGEST for item in items):
        return []
    at = block.start
    marks = [Block(at, at + label.end(), Role.FURNITURE, "tag-label")]
    for item in items:
        start = item.start() + len(item[0]) - len(item[0].lstrip())
        end = item.start() + len(item[0].rstrip())
        if marks[-1].end < at + start:
            marks.append(Block(marks[-1].end, at + start, Role.LAYOUT))
        marks.append(Block(at + start, at + end, Role.TAGS))
    if marks[-1].end < block.end:
        marks.append(Block(marks[-1].end, block.end, Role.LAYOUT))
    return marks
