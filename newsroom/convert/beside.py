# SPDX-License-Identifier: MIT
"""What the evidence beside a text adds to its article: the day of the address, the zone of the source's times."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from newsroom.convert.blocks import Blocks
from newsroom.convert.dates import dates_in, is_undecided
from newsroom.convert.model import Article, Role, Seed
from newsroom.convert.page_address import day_of
from newsroom.schema import Stamp


def with_evidence(seed: Seed, blocks: Blocks, article: Article) -> Article:
    """The article with what it does not print itself; what came from where is told by `taken` and `stated`."""
    address, source = seed.evidence.address, seed.evidence.source
    if address:
        article = _dated(article, address)
    if source.order and any(is_undecided(day) and not dates_in(day) for day in _days(seed, blocks)):
        article = replace(article, stated=("order",))
    return _zoned(article, source.zone) if source.zone else article


def _days(seed: Seed, blocks: Blocks) -> Iterator[str]:
    """The words that print the day of publication and that of the last change."""
    for block in blocks.items:
        if block.role in (Role.PUBLISHED, Role.MODIFIED):
            yield seed.text[block.start : block.end]


def _dated(article: Article, address: str) -> Article:
    """The article with the day of the address, where none is printed; not with one after its last change."""
    day = None if article.published and not article.dated_by_change else day_of(address)
    if day is None or (article.modified and article.modified.day < day):
        return article
    return replace(article, published=Stamp(day), taken=("date",), dated_by_change=False)


def _zoned(article: Article, zone: str) -> Article:
    """The article with the offset of the zone behind times that are printed without one."""
    published, modified = (_at(stamp, zone) for stamp in (article.published, article.modified))
    if (published, modified) == (article.published, article.modified):
        return article
    return replace(article, published=published, modified=modified, stated=(*article.stated, "zone"))


def _at(stamp: Stamp | None, zone: str) -> Stamp | None:
    """The stamp with the offset of the zone, unless it has one; as it was in the hour that a clock change doubles."""
    if stamp is None or stamp.time is None or stamp.offset_minutes is not None:
        return stamp
    local = datetime.datetime.combine(stamp.day, stamp.time, ZoneInfo(zone))
    offset, other = local.utcoffset(), local.replace(fold=1).utcoffset()
    if offset is None or offset != other or offset.seconds % 60:
        return stamp
    return replace(stamp, offset_minutes=int(offset.total_seconds() // 60))
