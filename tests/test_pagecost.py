# SPDX-License-Identifier: MIT
"""Pages of HTML that would cost minutes are refused by a count; those of papers are not."""

import pytest

from newsroom import pagecost
from newsroom.pagecost import TooCostly, check_page

COSTLY = {
    "open marks": "<a><b><i><u>" * 30_000,
    "open marks that differ": "".join(f"<font a{number}=1>" for number in range(30_000)),
    "one tag of many attributes": "<p " + " ".join(f"a{number}=1" for number in range(30_000)) + ">",
    "behind a mark in a value": "<p x='>' y=a'b " + " ".join(f"a{number}=1" for number in range(30_000)) + ">",
    "attributes of the body": "".join(f"<body a{number}=1>" for number in range(30_000)),
    "marks around blocks": "<em><div></em>" * 60_000,
}


@pytest.mark.parametrize("html", COSTLY.values(), ids=COSTLY)
def test_a_page_that_needs_too_many_steps_is_refused(html: str) -> None:
    with pytest.raises(TooCostly, match="more than 1,000,000,000 steps"):
        check_page(html)


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(TooCostly, match="more than 400,000 tags"):
        check_page("<div>" * 400_001)


def test_a_long_page_of_a_paper_is_taken() -> None:
    menu = '<li class="menu item"><a href="/a" title=\'"A" > B\'><b>Section</b></a><br>'
    data = f"<script type=application/json data-all='{'x y=z ' * 9_000}'></script>"
    check_page(f"<html lang=en><body class=paper>{menu * 20_000}{data}<p>{'The ship sailed. ' * 20_000}")


def test_a_short_page_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagecost, "TAGS_MAX", 0)
    check_page("<p>" * 10_000)
