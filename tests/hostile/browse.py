# SPDX-License-Identifier: MIT
"""Pages in a real Chromium that is asked to run whatever there is to run."""

import mimetypes
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Error, Page, Route

from newsroom import markup

ROOT = Path(__file__).parents[2]
HOST = "paper.localhost"  # which Chromium trusts, as it does https: Trusted Types are asked for nowhere else
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

# Before any script of a page: what a hostile one would call tells its number.
HOOKS = """
for (const name of ["__x", "alert", "confirm", "prompt", "print"])
  window[name] = (number) => { console.debug("RAN " + number); };
document.addEventListener("securitypolicyviolation",
  (event) => console.debug("VIOLATION " + event.effectiveDirective + " " + event.blockedURI));
// A link is followed where it runs something, and nowhere else
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[href]");
  if (link && /^https?:$/.test(link.protocol ?? "")) event.preventDefault();
}, true);
document.addEventListener("submit", (event) => event.preventDefault(), true);
"""

# Looks at every element, then touches each. Returns what no template of ours writes.
TOUCH = """
async ([elements, attributes, scripts, host]) => {
  const strange = [];
  const all = [...document.querySelectorAll("*")];
  for (const each of all) {
    const name = each.tagName.toLowerCase();
    if (!elements.includes(name)) strange.push(`<${name}>`);
    if (name === "script" && each.type !== "application/ld+json" && !scripts.includes(each.src || each.text))
      strange.push(`<script> ${each.src || each.text.slice(0, 60)}`);
    for (const { name: key, value } of each.attributes) {
      if (!attributes.includes(key)) strange.push(`${name} ${key}=`);
      if (!["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"].includes(key)) continue;
      let url;
      try { url = new URL(value, location); } catch { strange.push(`${name} ${key}=${value}`); continue; }
      const own = url.host === host;
      const leads = name === "a" && ["http:", "https:", "mailto:"].includes(url.protocol);
      const plain = /^(https?|mailto):/i.test(value) || own;
      if (!(own || leads) || !plain) strange.push(`${name} ${key}=${value.slice(0, 60)}`);
    }
  }
  // Without a script nothing listens but an attribute: what has none, and leads nowhere, need not be touched
  const acts = "a,area,button,input,select,summary,form,details,[tabindex],[autofocus]";
  const touched = all.filter((each) => each.matches(acts)
    || each.getAttributeNames().some((key) => key.startsWith("on") || key.endsWith("href")));
  for (const each of touched) {
    for (const kind of ["mouseover", "mouseenter", "mousemove", "pointerover", "mousedown", "keydown"])
      each.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
    each.focus?.();
    each.click?.();
  }
  await new Promise((done) => setTimeout(done, 0));
  return [...new Set(strange)];
}
"""


@dataclass
class Seen:
    """What pages did: markers that ran, violations of the policy, what no template writes, requests elsewhere."""

    pages: int = 0
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
def allowed() -> tuple[list[str], list[str]]:
    """Return the elements and the attributes that our templates and the sanitizer write, and Chromium beside them."""
    folders = ROOT / "theme", ROOT / "newsroom/desk/report/templates"
    texts = [path.read_text("utf-8") for folder in folders for path in folder.rglob("*.html")]
    text = "".join(re.sub(r"{[#%].*?[#%]}", "", each, flags=re.DOTALL) for each in texts)
    elements = {*re.findall(r"<([a-z][a-z0-9]*)", text), *markup.TAGS, "tbody", "html", "head", "body", "mark"}
    attributes = {*re.findall(r"[\s\"']([A-Za-z][A-Za-z-]*)=", text)}
    attributes |= {name for names in markup.ATTRIBUTES.values() for name in names}
    attributes |= {"crossorigin", "hidden", "open", "disabled", "selected", "data-pagefind-body", "itemscope"}
    assert not elements & {"iframe", "object", "embed", "base", "textarea", "math", "style"}
    assert not [name for name in attributes if name.startswith("on") or name == "srcdoc"]
    return sorted(elements), sorted(attributes)


@cache
def scripts() -> list[str]:
    """Return the two scripts that we write: the search page's, by its address, and that of the report's keys."""
    keys = ROOT / "newsroom/desk/report/templates/keys.js"
    return [f"http://{HOST}/theme/search.js", keys.read_text("utf-8")]


class Reader:
    """A reader of one folder, as a host would serve it; with the pages' policy, or with it taken out."""

    def __init__(self, browser: Browser, folder: Path, *, policy: bool) -> None:
        """Begin with no page open."""
        self._folder, self._policy = folder, policy
        self._context = browser.new_context(service_workers="block")
        self._context.add_init_script(HOOKS)
        self._context.route("**/*", self._answer)
        self.seen = Seen()
        self.page = self._context.new_page()
        self._listen(self.page)

    def close(self) -> None:
        """Close the window."""
        self._context.close()

    def read(self, name: str) -> None:
        """Open a file of the folder and touch all of it."""
        self.seen.pages += 1
        address = f"http://{HOST}/{quote(name)}"
        try:
            self.page.goto(address, wait_until="load")
        except Error:  # the page before this one is still on its way elsewhere
            self.seen.strange.append(f"{name}: the page before it went elsewhere")
            self.page.goto("about:blank")
            self.page.goto(address, wait_until="load")
        strange = self.touched()
        if name.endswith(".html"):  # a feed has elements of its own
            self.seen.strange += [f"{name}: {each}" for each in strange]

    def touched(self) -> list[str]:
        """Touch all of the page that is open, and return what no template of ours writes."""
        try:
            return [*self.page.evaluate(TOUCH, [*allowed(), scripts(), HOST])]
        except Error as error:
            return [f"the page went elsewhere: {error.message.splitlines()[0]}"]

    def _listen(self, page: Page) -> None:
        page.on("console", lambda message: self._told(message.text))
        page.on("dialog", lambda dialog: (self._told("RAN 0"), dialog.dismiss()))

    def _told(self, text: str) -> None:
        if text.startswith("RAN "):
            self.seen.runs += 1
            number = text[4:].split(",")[0]
            self.seen.ran.add(int(number) if number.isdigit() else 0)
        elif text.startswith("VIOLATION "):
            self.seen.violations.append(f"{self.page.url}: {text}")

    def _answer(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.netloc != HOST:
            self.seen.abroad.append(f"{self.page.url}: {route.request.url}")
            route.abort()
            return
        path = self._folder / unquote(address.path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if not path.is_file():
            route.fulfill(status=404, body="")
        elif kind in {"font/woff2", "text/css", "image/webp", "image/jpeg"} or path.suffix in {".woff2", ".avif"}:
            route.fulfill(status=200, content_type=kind, body="")  # nothing of ours depends on them
        elif path.suffix == ".html":
            # A page that leads on is looked at before it does
            html = path.read_text("utf-8").replace('http-equiv="refresh"', 'name="refresh"')
            route.fulfill(content_type="text/html; charset=utf-8", body=html if self._policy else POLICY.sub("", html))
        else:
            route.fulfill(content_type=kind, body=path.read_bytes())


@contextmanager
def reader(browser: Browser, folder: Path, *, policy: bool) -> Iterator[Reader]:
    """A reader whose window is closed at the end."""
    one = Reader(browser, folder, policy=policy)
    try:
        yield one
    finally:
        one.close()


def by_kind(names: Iterable[str], kinds: tuple[tuple[str, str], ...], most: int) -> dict[str, list[str]]:
    """Return kind -> names of files, at most so many of each, spread over all; the first pattern that fits counts."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        kind = next((kind for kind, pattern in kinds if re.match(pattern, name)), "other")
        found.setdefault(kind, []).append(name)
    return {kind: each[:: max(1, -(-len(each) // most))] for kind, each in found.items()}
