# SPDX-License-Identifier: MIT
"""The page of corrections: the newest first, whose they are, and nothing that a post does not state."""

from datetime import date
from types import SimpleNamespace

from newsroom.plugins.corrections import corrections_from
from newsroom.schema import FrontMatter, Remark


def test_corrections_come_newest_first_and_say_who_erred() -> None:
    older, newer = Remark(date(2031, 3, 1), "One mast."), Remark(date(2031, 3, 9), "A paragraph was lost.")
    articles = [
        SimpleNamespace(post=FrontMatter("A", corrections=(older,)), url="a/"),
        SimpleNamespace(post=FrontMatter("B"), url="b/"),
        SimpleNamespace(post=FrontMatter("C", transcriptions=(newer,)), url="c/"),
    ]
    found = corrections_from(articles)
    assert [(str(each.date), each.text, each.ours, each.article.url) for each in found] == [
        ("2031-03-09", "A paragraph was lost.", True, "c/"),
        ("2031-03-01", "One mast.", False, "a/"),
    ]
