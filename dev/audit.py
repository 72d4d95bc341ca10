# SPDX-License-Identifier: MIT
"""The long look at the paper: `python -m dev.audit` builds the demonstration and holds it to what it must reach.

Lighthouse on a phone, three times each for the front, a story and a section; bytes as they are sent; the Nu HTML
checker on every page and on the gallery; axe on every kind of page, in light and dark at three widths; contrast of
all text, and CSS that no kind of page uses, in a real Chromium.
Needs npm and Java, and some minutes: `invoke test` has what is quick. Prints a table; 1 if anything falls short.
"""

import gzip
import json
import mimetypes
import os
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from dev import browser, demo, gallery
from dev.looks import axe_faults, contrasts, unused_css

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / "build" / "web"
KINDS = {"front": "", "story": "2031/03/20/doctors-at-quillmouth-to-share-one-night-ward/",
         "section": "section/trade/"}  # fmt: skip
# One page of each kind, in an edition of 60
EVERY = (
    "", *(f"2031/03/{page}/" for page in (
        "20/parliament-votes-to-raise-the-sea-wall-at-ostrel-by-two-metres-the-largest",
        "18/ferry-to-ostrel-two-hours-late-and-nobody-surprised", "19/wd-l-br-l-wstryl-b-d-sbw-mn-ldbb", "17/rain",
        "17/harbour-office-withdraws-the-timetable-that-it-withdrew-in-march-restores-the")),
    "undated/a-story-without-a-day-a-section-or-a-name/", "section/islands/", "topic/ferries/", "author/mara-quill/",
    "archive/", "2031/", "2031/03/", "2031/03/19/", "undated/", "search/", "corrections/", "feeds/", "about/",
    "404.html", "text/", "text/2031/03/17/rain/",
)  # fmt: skip
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3


class Packed(SimpleHTTPRequestHandler):
    """Serves a folder as static hosts do: text is packed, and nothing is said."""

    def do_GET(self) -> None:
        """Answer with the file, its own 404 page, or its folder's index."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        body = (path if found else Path(self.directory, "404.html")).read_bytes()
        kind = (mimetypes.guess_type(path.name)[0] or "text/html") if found else "text/html"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text") else kind)
        if kind.startswith(("text", "application/json")) or kind.endswith("xml"):
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")  # what GitHub Pages says
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Keep the terminal for the table."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port, and give its address without a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Packed, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def installed() -> Path:
    """Return the folder of node_modules, made from the lock if it is not there."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "dev" / "web" / name, TOOLS)
    if not (TOOLS / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=TOOLS, check=True)
    return TOOLS / "node_modules"


def lighthouse(modules: Path, address: str) -> dict[str, Any]:
    """Return Lighthouse's report on one page, on its simulated phone."""
    report = TOOLS / "report.json"
    command = ["node", str(modules / "lighthouse/cli/index.js"), address, "--quiet", "--output=json",
               f"--output-path={report}", "--chrome-flags=--headless --no-sandbox"]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": str(browser.ensure())}
    subprocess.run(command, env=environment, check=True)
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def scores(modules: Path, address: str) -> list[tuple[str, float, bool]]:
    """Return (what, value, whether it is reached) of a page: medians of RUNS runs."""
    reports = [lighthouse(modules, address) for _ in range(RUNS)]
    found = []
    for name in CATEGORIES:
        value = statistics.median(report["categories"][name]["score"] for report in reports) * 100
        found.append((name, value, value == 100))
    audits = [report["audits"] for report in reports]
    shift = statistics.median(audit["cumulative-layout-shift"]["numericValue"] for audit in audits)
    paint = statistics.median(audit["largest-contentful-paint"]["numericValue"] for audit in audits) / 1000
    every = audits[0]["network-requests"]["details"]["items"]
    items = [item for item in every if item["resourceType"] != "Image"]  # an edition has the pictures it likes
    weight = sum(item["transferSize"] for item in items) / 1024
    return [*found, ("layout shift", shift, shift <= 0.01), ("largest paint, s", paint, paint <= 1.5),
            ("requests", len(items), len(items) <= 5), ("first visit, KB", weight, weight <= 70)]  # fmt: skip


def weights(site: Path) -> list[tuple[str, str, float, bool]]:
    """Return the bytes of the front and of a story of some 900 words, HTML and its style, packed as they are sent."""
    found = []
    for kind, page, most in (("front", "", 12), ("story", "2031/03/16/story-34/", 10)):
        html = (site / page / "index.html").read_bytes()
        (style,) = re.findall(r'rel="stylesheet" href="/([^"]+)"', html.decode("utf-8"))
        weight = sum(len(gzip.compress(data, 9)) for data in (html, (site / style).read_bytes())) / 1024
        found.append((kind, "HTML and CSS, KB", weight, weight <= most))
    return found


def html_faults(modules: Path, pages: list[Path]) -> list[str]:
    """Return what the Nu HTML checker calls an error, one line each."""
    command = ["java", "-jar", str(modules / "vnu-jar/build/dist/vnu.jar"), "--errors-only", "--format", "gnu"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False)
    return done.stderr.splitlines()


def built(content: Path, output: Path) -> Path:
    """Build the paper of this content, its seeds shown, and return `output`."""
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return output


def addresses(site: Path) -> list[str]:
    """Return every page's address below the root."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def main() -> int:
    """Build, look, and print the table."""
    modules = installed()
    site, components = demo.build(60), gallery.build()
    two, real = demo.build(2, ROOT / "build" / "demo-of-two"), built(ROOT / "content", ROOT / "build" / "real")
    rows: list[tuple[str, str, float, bool]] = []
    with served(site) as address, served(two) as of_two, served(real) as of_one:
        for kind, page in KINDS.items():
            rows += [(kind, *row) for row in scores(modules, f"{address}/{page}")]
        pages = addresses(site)
        rows += weights(site)
        lowest = contrasts(address, EVERY)
        violations = axe_faults(address, EVERY)
        rows.append(("every kind", "axe violations", len(violations), not violations))
        rows += [("text", what, value, value >= least) for what, value, least in lowest]
        others = [f"{of_two}/", *(f"{of_one}/{page}" for page in addresses(real))]
        share, idle = unused_css([*(f"{address}/{page}" for page in pages), *others])
        rows.append(("all pages", "CSS unused, %", share, share <= 10))
    faults = html_faults(modules, [*site.rglob("*.html"), *components.glob("*.html")])
    rows.append(("all pages", "HTML errors", len(faults), not faults))
    for kind, what, value, reached in rows:
        print(f"{kind:<10} {what:<20} {value:8.2f}  {'ok' if reached else 'SHORT'}")
    print(*(f"unused: {rule}" for rule in idle), *faults, *violations, sep="\n")
    return 0 if all(row[-1] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
