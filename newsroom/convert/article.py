# SPDX-License-Identifier: MIT
"""The article: a view of labelled blocks, with no words of its own."""

from newsroom.convert.agencies import is_agency
from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.date_words import LABEL
from newsroom.convert.dated import stamps_in
from newsroom.convert.lines import has_words, squeezed
from newsroom.convert.model import Article, Paragraph, Role, Seed
from newsroom.convert.sentences import sentence_starts
from newsroom.schema import Stamp

_DATES = (Role.PUBLISHED, Role.MODIFIED)  # 2017-10-14 has no words
_NOT_SHOWN = frozenset((Role.FURNITURE, Role.LAYOUT, Role.OPEN))
# Characters of a story's opening that stand for a headline: two lines of a front page.
_OPENING = 90
# Characters above a date of change in which the label of the other stands: `PUBLISHED: | UPDATED: June 2`.
_BESIDE = 80
# What a story's own words are.
TEXT = (Role.STANDFIRST, Role.SUBHEAD, Role.BODY, Role.ITEM, Role.QUOTATION)


def article_from(seed: Seed, blocks: Blocks) -> Article:
    """What the labelled blocks of a seed say."""
    runs = _runs(seed, blocks)
    first = dict(reversed(runs))
    published, modified = (_stamp(first.get(role), seed) for role in _DATES)
    changed = _day_of(modified, seed, blocks) if published is None else None
    authors = _all(Role.BYLINE, runs)
    return Article(
        headline=first.get(Role.HEADLINE),
        published=published or changed,
        modified=modified,
        authors=authors,
        section=first.get(Role.SECTION),
        paragraphs=tuple(Paragraph(role, text) for role, text in runs if role in TEXT),
        dateline=first.get(Role.DATELINE),
        agency=next(filter(is_agency, authors), None) or first.get(Role.AGENCY),
        tags=_all(Role.TAGS, runs),
        captions=_all(Role.CAPTION, runs),
        notes=_all(Role.NOTE, runs),
        dated_by_change=changed is not None,
    )


def title_of(article: Article) -> str | None:
    """The headline; where none is printed, the story's opening words, cut at a word and marked by nothing."""
    if article.headline or not article.paragraphs:
        return article.headline
    text = article.paragraphs[0].text
    starts = sentence_starts(text)
    first = text[: starts[1]].rstrip() if len(starts) > 1 else text
    if len(first) <= _OPENING:
        return first
    words = first[: _OPENING + 1].rpartition(" ")[0].rstrip(" ,;:–—-")
    return words or first[:_OPENING]


def _runs(seed: Seed, blocks: Blocks) -> list[tuple[Role, str]]:
    """The text of each block; what only control characters part is one run.

    The parts are joined by a space: joined to a word, they would make one that the seed has not.
    """
    found: list[tuple[Role, list[str]]] = []
    before: Block | None = None
    for block in _whole(blocks):
        if block.role is Role.CONTROL:
            continue
        if block.role in _NOT_SHOWN:
            before = block
            continue
        words = seed.text[block.start : block.end]
        if before and before.role is block.role and before.end < block.start:
            found[-1][1].append(words)
        else:
            found.append((block.role, [words]))
        before = block
    found += [(Role.BYLINE, [seed.text[each.start : each.end]]) for each in blocks.having(Role.BYLINE) if each.reason]
    texts = [(role, squeezed(" ".join(parts))) for role, parts in found]
    return [(role, text) for role, text in texts if has_words(text) or role in _DATES]


def _whole(blocks: Blocks) -> list[Block]:
    """The blocks with sentences whole that name an author: such a name's reason is the role of its sentence."""
    items: list[Block] = []
    joins = False
    for block in blocks.items:
        inner = block.reason if block.role is Role.BYLINE else None
        whole = Block(block.start, block.end, Role(inner)) if inner else block
        if items and (inner or joins) and items[-1].role is whole.role and items[-1].end == whole.start:
            items[-1] = Block(items[-1].start, whole.end, whole.role, whole.reason)
        else:
            items.append(whole)
        joins = inner is not None
    return items


def _all(role: Role, runs: list[tuple[Role, str]]) -> tuple[str, ...]:
    """The different texts of a role, in order."""
    return tuple(dict.fromkeys(text for each, text in runs if each is role))


def _day_of(modified: Stamp | None, seed: Seed, blocks: Blocks) -> Stamp | None:
    """The day of the last change, where the page prints no other and empties no label (docs/decisions/0010)."""
    block = next(blocks.having(Role.MODIFIED), None)
    before = seed.text[max(0, block.start - _BESIDE) : block.start] if block else ""
    emptied = any(label.lastgroup == Role.PUBLISHED for label in LABEL.finditer(before))
    return Stamp(modified.day) if modified and not emptied else None


def _stamp(text: str | None, seed: Seed) -> Stamp | None:
    dates = stamps_in(text, seed) if text else []
    return dates[0].stamp if dates else None
