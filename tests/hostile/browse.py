# SPDX-License-Identifier: MIT
"""Pages in a real Chromium that is asked to run whatever there is to run."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from playwright.sync_api import Browser, Error, Page

from newsroom import markup
from tests.hostile.host import FRAMES, NAME, Host

Item = TypeVar("Item")
ROOT = Path(__file__).parents[2]
AT_ONCE = 12  # pages in frames side by side

# Before any script of a page: what a hostile one would call tells its number.
HOOKS = """
for (const name of ["__x", "alert", "confirm", "prompt", "print"])
  window[name] = (number) => { console.debug("RAN " + number); };
document.addEventListener("securitypolicyviolation",
  (event) => console.debug("VIOLATION " + location.pathname + " " + event.effectiveDirective + " " + event.blockedURI));
// A link is followed where it runs something, and nowhere else
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[href]");
  if (link && /^https?:$/.test(link.protocol ?? "")) event.preventDefault();
}, true);
document.addEventListener("submit", (event) => event.preventDefault(), true);
"""


@dataclass
class Seen:
    """What pages did: markers that ran, violations of the policy, what no template writes, requests elsewhere.

    `pages` were opened and touched, `parsed` only parsed.
    """

    pages: int = 0
    parsed: int = 0
    ran: set[int] = field(default_factory=set)
    runs: int = 0
    violations: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """How much of it there was."""
        return self.runs + len(self.violations) + len(self.strange) + len(self.abroad)


@cache
def allowed() -> dict[str, object]:
    """Return the elements and the attributes that our templates and the sanitizer write, our scripts, our host."""
    folders = ROOT / "theme", ROOT / "newsroom/desk/report/templates"
    texts = [path.read_text("utf-8") for folder in folders for path in folder.rglob("*.html")]
    text = "".join(re.sub(r"{[#%].*?[#%]}", "", each, flags=re.DOTALL) for each in texts)
    elements = {*re.findall(r"<([a-z][a-z0-9]*)", text), *markup.TAGS, "tbody", "html", "head", "body", "mark"}
    attributes = {*re.findall(r"[\s\"']([A-Za-z][A-Za-z-]*)=", text)}
    attributes |= {name for names in markup.ATTRIBUTES.values() for name in names}
    attributes |= {"crossorigin", "hidden", "open", "disabled", "selected", "data-pagefind-body", "itemscope"}
    attributes |= {"xmlns", "xmlns:epub", "xml:lang", "epub:type"}  # of books
    assert not elements & {"iframe", "object", "embed", "base", "textarea", "math", "style"}
    assert not [name for name in attributes if name.startswith("on") or name == "srcdoc"]
    # Two scripts are ours: the search page's, by its address, and that of the report's keys
    scripts = [f"http://{NAME}/theme/search.js", (ROOT / "newsroom/desk/report/templates/keys.js").read_text("utf-8")]
    return {"elements": sorted(elements), "attributes": sorted(attributes), "scripts": scripts, "host": NAME}


class Reader:
    """A reader of one folder, as a host would serve it; with the pages' policy, or with it taken out."""

    def __init__(self, browser: Browser, folder: Path, *, policy: bool) -> None:
        """Begin with an empty page."""
        self.seen = Seen()
        self._host = Host(folder, policy)
        self._context = browser.new_context(service_workers="block", proxy={"server": self._host.proxy})
        self._context.add_init_script(HOOKS)
        self.page = self._context.new_page()
        self._listen(self.page)

    def close(self) -> None:
        """Close the window."""
        self._context.close()
        self._host.close()

    def take(self) -> Seen:
        """Return what was seen up to now, and begin anew."""
        self.page.evaluate("null")  # what a page told before this has arrived
        seen, self.seen = self.seen, Seen()
        seen.abroad += self._host.abroad
        self._host.abroad.clear()
        return seen

    def read(self, names: Iterable[str]) -> None:
        """Open files of the folder, some at once, and touch all of each."""
        for some in _parts(list(names), AT_ONCE):
            found = self._asked("open", some)
            if found is None or None in found:  # one of them led the whole away: each by itself
                found = [(self._asked("open", [name]) or [None])[0] for name in some]
            self.seen.pages += len(some)
            self._note(some, found)

    def parse(self, names: Iterable[str]) -> None:
        """Parse files as the browser would, and look at them without running anything."""
        for some in _parts(list(names), 4 * AT_ONCE):
            self.seen.parsed += len(some)
            self._note(some, self._asked("parse", some) or [None] * len(some))

    def parse_pieces(self, pieces: Sequence[tuple[str, str]]) -> None:
        """Parse (name, HTML) that stand in files of other kinds."""
        for some in _parts(pieces, 4 * AT_ONCE):
            self.seen.parsed += len(some)
            self._framed()
            found = self.page.evaluate("(pieces) => reader.parsePieces(pieces)", [html for _, html in some])
            self._note([f"{name} (within)" for name, _ in some], found)

    def touch(self) -> None:
        """Touch all of the page that is open by itself."""
        self.page.evaluate((ROOT / "tests/hostile/reader.js").read_text("utf-8"), allowed())
        self.seen.strange += self.page.evaluate("reader.touch()")

    def _asked(self, what: str, names: Sequence[str]) -> list[list[str] | None] | None:
        """Return what the reader's script finds in each file; None where a page took its place."""
        try:
            self._framed()
            return list(self.page.evaluate(f"(names) => reader.{what}(names)", ["/" + quote(name) for name in names]))
        except Error:
            self.page.goto("about:blank")
            return None

    def _framed(self) -> None:
        """Have the empty page open, and the reader's script in it."""
        if self.page.url != f"http://{NAME}{FRAMES}" or not self.page.evaluate("'reader' in window"):
            self.page.goto(f"http://{NAME}{FRAMES}")
            self.page.evaluate((ROOT / "tests/hostile/reader.js").read_text("utf-8"), allowed())

    def _note(self, names: Sequence[str], found: Sequence[list[str] | None]) -> None:
        for name, strange in zip(names, found, strict=True):
            if strange is None:
                self.seen.strange.append(f"{name}: the page went elsewhere")
            elif not name.endswith((".xml", ".svg")):  # those have elements of their own
                self.seen.strange += [f"{name}: {each}" for each in strange]

    def _listen(self, page: Page) -> None:
        page.on("console", lambda message: self._told(message.text))
        page.on("dialog", lambda dialog: (self._told("RAN 0"), dialog.dismiss()))

    def _told(self, text: str) -> None:
        if text.startswith("RAN "):
            self.seen.runs += 1
            number = text[4:].split(",")[0]
            self.seen.ran.add(int(number) if number.isdigit() else 0)
        elif text.startswith("VIOLATION "):
            self.seen.violations.append(text)


@contextmanager
def reader(browser: Browser, folder: Path, *, policy: bool) -> Iterator[Reader]:
    """A reader whose window is closed at the end."""
    one = Reader(browser, folder, policy=policy)
    try:
        yield one
    finally:
        one.close()


def by_kind(names: Iterable[str], kinds: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    """Return kind -> names of files; the first pattern that fits counts."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        kind = next((kind for kind, pattern in kinds if re.match(pattern, name)), "other")
        found.setdefault(kind, []).append(name)
    return found


def _parts(items: Sequence[Item], most: int) -> Iterator[Sequence[Item]]:
    for at in range(0, len(items), most):
        yield items[at : at + most]


def some_of(names: Sequence[str], most: int) -> Sequence[str]:
    """Return at most so many of them, spread over all."""
    return names[:: max(1, -(-len(names) // most))]
