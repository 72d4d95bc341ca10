# SPDX-License-Identifier: MIT
"""Stock Pelican with the same strings under the same look: a zero of ours counts only beside what runs here."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from tests.hostile.browse import reader
from tests.hostile.host import POLICY
from tests.hostile.judge import Count
from tests.hostile.strings import line, marked

PLACES = ("title", "author", "tags", "summary", "body")


def stock(folder: Path, strings: Sequence[str]) -> int:
    """Build the strings with stock Pelican and its theme `simple`; return how many could not be, for they end it."""
    content = folder / "content"
    content.mkdir(parents=True)
    for number, text in enumerate(strings):
        for at, place in enumerate(PLACES):
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
    with reader(browser, site, policy=True) as one:
        one.read(names[:most])
        one.parse(names[:most])
        count.off = one.take()
    with reader(browser, under, policy=True) as one:
        one.read(names[:most])
        count.on = one.take()
    return count


def _policy_of_our_pages() -> str:
    base = Path(__file__).parents[2] / "theme/templates/base.html"
    found = POLICY.search(base.read_text("utf-8").replace("{% block policy %}", "").replace("{% endblock %}", ""))
    assert found, "no page of ours has a policy"
    return found[0]
