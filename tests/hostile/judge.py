# SPDX-License-Identifier: MIT
"""What hostile strings did to a paper, counted per place and per kind of page; and to stock Pelican beside it."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from lxml import etree
from playwright.sync_api import Browser

from tests.hostile.browse import HOST, POLICY, Seen, by_kind, reader
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
    ("archive, corrections, feeds, 404", r"(archive|corrections|feeds|undated|404)"),
    ("page by hand", r"page-"),
)
STOCK_PLACES = ("title", "author", "tags", "summary", "body")
_FILES = {".html", ".xml"}


@dataclass
class Count:
    """Of one kind of page: how many, and what they did, with the policy and without."""

    off: Seen = field(default_factory=Seen)
    on: Seen = field(default_factory=Seen)


@dataclass
class Verdict:
    """What a paper did. `unread` are files that do not parse."""

    kinds: dict[str, Count]
    unread: list[str] = field(default_factory=list)

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
        rows = [f"{'kind of page':<34}{'pages':>7}{'ran':>6}{'viol.':>7}{'strange':>9}{'abroad':>8}"]
        for kind, count in self.kinds.items():
            off, on = count.off, count.on
            rows.append(f"{kind:<34}{off.pages:>7}{off.runs + on.runs:>6}{len(on.violations):>7}"
                        f"{len(off.strange) + len(on.strange):>9}{len(off.abroad) + len(on.abroad):>8}")  # fmt: skip
        ran = Counter(place_of(marker) for count in self.kinds.values() for marker in count.off.ran | count.on.ran)
        rows += ["", f"{'place of a string':<34}{'ran':>6}", *(f"{place:<34}{ran[place]:>6}" for place in PLACES)]
        return "\n".join(rows)


def judged(browser: Browser, paper: Paper, most: int) -> Verdict:
    """Look at so many pages of each kind, twice, and at whether every file parses."""
    files = [path.relative_to(paper.site).as_posix() for path in paper.site.rglob("*") if path.suffix in _FILES]
    verdict = Verdict({})
    for kind, names in by_kind(files, KINDS, most).items():
        verdict.kinds[kind] = _count(browser, paper.site, names)
    beside = {"gallery": paper.folder / "gallery", "desk report": paper.folder / ".newsroom/report"}
    for kind, folder in beside.items():
        names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]
        verdict.kinds[kind] = _count(browser, folder, sorted(names)[:: max(1, -(-len(names) // most))])
    verdict.kinds["search result"] = _searched(browser, paper)
    verdict.unread = [*unreadable(paper.site)]
    return verdict


def _count(browser: Browser, folder: Path, names: Sequence[str]) -> Count:
    count = Count()
    for seen, policy in ((count.off, False), (count.on, True)):
        with reader(browser, folder, policy=policy) as one:
            one.seen = seen
            for name in names:
                one.read(name)
    return count


def _searched(browser: Browser, paper: Paper) -> Count:
    """Questions that find the hostile stories, and questions that are hostile."""
    count = Count()
    hostile = line(marked('"><img src=x onerror=alert(1)>', 1))
    questions = ["harbour", "alert", "script", "onerror", "img", hostile]
    for seen, policy in ((count.off, False), (count.on, True)):
        with reader(browser, paper.site, policy=policy) as one:
            one.seen = seen
            for question in questions:
                one.page.goto("about:blank")
                one.page.goto(f"http://{HOST}/search/?q={quote(question, safe='')}")
                one.page.get_by_role("status").filter(has_text=re.compile(r"^(?!Searching)\s*\S")).wait_for()
                seen.strange += one.touched()
                seen.pages += 1
    return count


def unreadable(site: Path) -> Iterator[str]:
    """Yield every feed, sitemap and piece of JSON that does not parse, with why."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        try:
            if path.suffix == ".xml":
                etree.fromstring(
                    path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
                )
            elif path.suffix in {".json", ".webmanifest"}:
                json.loads(path.read_bytes())
            elif path.suffix == ".html":
                text = path.read_text("utf-8")
                for part in text.split('type="application/ld+json">')[1:]:
                    json.loads(part.split("</script>")[0])
        except (ValueError, etree.XMLSyntaxError) as error:
            yield f"{name}: {error}"


def stock(folder: Path, strings: Sequence[str]) -> int:
    """Build the strings with stock Pelican and its theme `simple`; return how many could not be, for they end it."""
    content = folder / "content"
    content.mkdir(parents=True)
    for number, text in enumerate(strings):
        for at, place in enumerate(STOCK_PLACES):
            mark = line(marked(text, number * 100 + at))
            keys = {"title": f"Story {number} {place}", "date": "2031-01-01", "slug": f"{place}-{number}"}
            if place != "body":
                keys[place] = mark
            head = "".join(f"{key}: {value}\n" for key, value in keys.items())
            body = marked(text, number * 100 + at) if place == "body" else "Text."
            (content / f"{place}-{number}.md").write_bytes(f"{head}\n{body}\n".encode(errors="replace"))
    (folder / "conf.py").write_text(_STOCK, encoding="utf-8")
    dropped = 0
    while True:
        command = [
            sys.executable,
            "-m",
            "pelican",
            "content",
            "-s",
            "conf.py",
            "-o",
            "output",
            "--log-handler",
            "plain",
        ]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, errors="replace")
        if done.returncode == 0:
            return dropped
        last = sorted(content.glob("author-*"))  # names whose slugs are one, or none, end the build
        if not last:
            raise AssertionError(done.stderr[-2000:])
        for path in last:
            path.unlink()
            dropped += 1


_STOCK = """
PATH, SITENAME, SITEURL, TIMEZONE, THEME = "content", "Stock", "", "UTC", "simple"
AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""


def stock_judged(browser: Browser, folder: Path, most: int) -> Count:
    """Look at the pages of stock Pelican: as they are, and with the policy of our pages put in."""
    site = folder / "output"
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    names = [name for name in names if name.count("-")] if len(names) > most else names
    policy = _policy_of_our_pages()
    under = folder / "under-policy"
    for name in names[:most]:
        (under / name).parent.mkdir(parents=True, exist_ok=True)
        text = (site / name).read_text("utf-8").replace("<head>", f"<head>{policy}", 1)
        (under / name).write_text(text, encoding="utf-8")
    count = Count()
    for seen, root, kept in ((count.off, site, True), (count.on, under, True)):
        with reader(browser, root, policy=kept) as one:
            one.seen = seen
            for name in names[:most]:
                one.read(name)
    return count


def _policy_of_our_pages() -> str:
    base = Path(__file__).parents[2] / "theme/templates/base.html"
    found = POLICY.search(base.read_text("utf-8").replace("{% block policy %}", "").replace("{% endblock %}", ""))
    assert found, "no page of ours has a policy"
    return found[0]
