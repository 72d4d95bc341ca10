# SPDX-License-Identifier: MIT
"""The first page of the report, and the pages of its lists."""

from collections.abc import Iterator, Mapping, Sequence

from newsroom.desk.outcome import Outcome
from newsroom.desk.report.lists import List, Lists
from newsroom.desk.report.look import Look
from newsroom.desk.report.pages import Place, index_page, item_from, list_page

_FIRST = 20  # of the queue on the first page


def overview_pages(
    paper: str, lists: Lists, outcomes: Mapping[str, Outcome], looks: Mapping[str, Look]
) -> Iterator[tuple[str, str]]:
    """The name of each page below the report's folder, and its text."""
    yield "index.html", _index(paper, lists, outcomes, looks)
    for each in lists.all():
        for number in range(1, each.pages + 1):
            items = [item_from(outcomes[key], looks.get(key)) for key in each.on(number)]
            before = f"../{each.page(number - 1)}" if number > 1 else None
            after = f"../{each.page(number + 1)}" if number < each.pages else None
            numbers = number, each.pages, len(each.keys)
            yield each.page(number), list_page(paper, each.name, items, numbers, Place(before, after, ""))


def _index(paper: str, lists: Lists, outcomes: Mapping[str, Outcome], looks: Mapping[str, Look]) -> str:
    total = len(outcomes)
    queue = [item_from(outcomes[key], looks.get(key)) for key in lists.queue.keys[:_FIRST]]
    facts = {
        "total": total,
        "sums": _sums(lists.kinds),
        "reasons": _sums(lists.reasons),
        "queue": queue,
        "queue_total": len(lists.queue.keys),
    }
    return index_page(paper, facts)


def _sums(lists: Sequence[List]) -> list[dict[str, object]]:
    """Each list's name, length and address; its bar is as long as its share of the longest."""
    longest = max((len(each.keys) for each in lists), default=1)
    return [
        {
            "name": each.name,
            "count": len(each.keys),
            "share": round(100 * len(each.keys) / longest, 2),
            "href": each.page(1),
        }
        for each in lists
    ]
