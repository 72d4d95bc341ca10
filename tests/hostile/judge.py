# SPDX-License-Identifier: MIT
"""What hostile strings did to a paper, counted per place and per kind of page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser

from tests.hostile.browse import Reader, Seen, by_kind, reader, some_of
from tests.hostile.files import misnamed, pieces_in, shown_in, unpacked, unreadable
from tests.hostile.host import NAME
from tests.hostile.paper import PLACES, Paper, place_of
from tests.hostile.strings import line, marked

KINDS = (
    ("tombstone", r"undated/(withdrawn|nowhere)"),
    ("redirect", r"undated/moved"),
    ("draft", r"drafts/"),
    ("text edition", r"text/"),
    ("story, hostile facts", r"\d{4}/\d\d/\d\d/facts-"),
    ("story, hostile text", r"\d{4}/\d\d/\d\d/body-"),
    ("day", r"\d{4}/\d\d/\d\d/index"),
    ("month or year", r"\d{4}/(\d\d/)?index"),
    ("story of a seed", r"\d{4}/\d\d/\d\d/.|undated/."),
    ("feed", r".*(\.xml|feed[^/]*\.json|all\.json)$"),
    ("section", r"section/"),
    ("topic", r"topic/"),
    ("author", r"author/"),
    ("front", r"index.html"),
    ("search", r"search/index"),
    ("downloads", r"downloads/"),
    ("archive, corrections, feeds, 404", r"(archive|corrections|feeds|undated|404)"),
    ("page by hand", r"page-"),
)
WHOLE = ("story, hostile facts", "story, hostile text")
WHOLE_FROM = 5  # pages of each kind; the short form opens fewer
_PAGES = {".html", ".xhtml", ".xml"}


@dataclass
class Count:
    """Of one kind of page: how many, and what they did, with the policy and without."""

    off: Seen = field(default_factory=Seen)
    on: Seen = field(default_factory=Seen)


@dataclass
class Verdict:
    """What a paper did. `unread` are files that do not parse; `shown` are place -> markers that stand on a page."""

    kinds: dict[str, Count]
    unread: list[str] = field(default_factory=list)
    shown: dict[str, set[int]] = field(default_factory=dict)

    def take(self, kind: str, one: Reader, *, policy: bool) -> None:
        """Take what a reader has seen up to now for what a kind of page did."""
        count = self.kinds.setdefault(kind, Count())
        if policy:
            count.on = one.take()
        else:
            count.off = one.take()

    @property
    def faults(self) -> list[str]:
        """Everything that must not be, in words."""
        told = list(self.unread)
        for kind, count in self.kinds.items():
            for seen in (count.off, count.on):
                told += [f"{kind}: ran {marker} ({place_of(marker)})" for marker in sorted(seen.ran)]
                told += [f"{kind}: {each}" for each in (*seen.violations, *seen.strange, *seen.abroad)]
        return told

    def __str__(self) -> str:
        """Return two tables: kinds of page, places of a string."""
        rows = [f"{'kind of page':<34}{'parsed':>8}{'opened':>8}{'under policy':>14}{'ran':>6}{'viol.':>7}"
                f"{'strange':>9}{'abroad':>8}"]  # fmt: skip
        for kind, count in self.kinds.items():
            off, on = count.off, count.on
            rows.append(f"{kind:<34}{off.parsed:>8}{off.pages:>8}{on.pages:>14}{off.runs + on.runs:>6}"
                        f"{len(on.violations):>7}{len(off.strange) + len(on.strange):>9}"
                        f"{len(off.abroad) + len(on.abroad):>8}")  # fmt: skip
        ran = Counter(place_of(marker) for count in self.kinds.values() for marker in count.off.ran | count.on.ran)
        rows += ["", f"{'place of a string':<34}{'shown':>8}{'ran':>6}"]
        rows += [f"{place:<34}{len(self.shown.get(place, ())):>8}{ran[place]:>6}" for place in PLACES]
        return "\n".join(rows)


def judged(browser: Browser, paper: Paper, most: int) -> Verdict:
    """Parse every page and every form of the paper; open so many pages of each kind, twice; see whether files parse.

    Of the two kinds that hold every string in every place of a post all pages are opened, with the policy out.
    """
    verdict = Verdict({})
    kinds = by_kind(pages_of(paper.site), KINDS)
    books = unpacked(paper.site, paper.folder / "books")
    beside = {"gallery": paper.folder / "gallery", "desk report": paper.folder / ".newsroom/report", "book": books}
    for policy in (False, True):
        with reader(browser, paper.site, policy=policy) as one:
            for kind, names in kinds.items():
                _look(verdict, one, kind, names, most, policy=policy)
            _search(one)
            verdict.take("search result", one, policy=policy)
            for kind, pieces in pieces_in(paper.site).items() if not policy else ():
                one.parse_pieces(pieces)
                verdict.take(kind, one, policy=policy)
        for kind, folder in beside.items():
            with reader(browser, folder, policy=policy) as one:
                _look(verdict, one, kind, pages_of(folder), most, policy=policy)
    verdict.unread = [*unreadable(paper.site), *unreadable(books), *misnamed(paper.site)]
    verdict.shown = shown_in(paper.site, *beside.values())
    return verdict


def _look(verdict: Verdict, one: Reader, kind: str, names: Sequence[str], most: int, *, policy: bool) -> None:
    whole = not policy and kind in WHOLE and most >= WHOLE_FROM
    one.read(names if whole else some_of(names, most))
    if not policy:
        one.parse([name for name in names if not name.endswith(".xml")])
    verdict.take(kind, one, policy=policy)


def pages_of(folder: Path) -> list[str]:
    """Return what a browser shows of a folder, sorted."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in _PAGES)


def _search(one: Reader) -> None:
    """Questions that find the hostile stories, and questions that are hostile."""
    hostile = line(marked('"><img src=x onerror=alert(1)>', 1))
    for question in ("harbour", "alert", "script", "onerror", "img", hostile):
        one.page.goto("about:blank")
        one.page.goto(f"http://{NAME}/search/?q={quote(question, safe='')}")
        one.page.get_by_role("status").filter(has_text=re.compile(r"^(?!Searching)\s*\S")).wait_for()
        one.touch()
        one.seen.pages += 1
