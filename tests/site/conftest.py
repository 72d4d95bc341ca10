# SPDX-License-Identifier: MIT
"""Real sites, built by Pelican's own command and read in a real Chromium."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    ConsoleMessage,
    Page,
    Request,
    Response,
)

from tests.stories import posts, write_paper

PROJECT = Path(__file__).parents[2]
HOST = "https://paper.example"


@dataclass(frozen=True)
class Site:
    """A built site on a server of this machine. `root` is its path there: empty or `/repo`."""

    folder: Path
    origin: str
    root: str

    def url(self, address: str = "") -> str:
        """Return the full address of a page."""
        return f"{self.origin}{self.root}/{address}"

    def pages(self) -> list[str]:
        """Return every page's address below the root."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return sorted(name.removesuffix("index.html") for name in found)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a path, and its 404.html for what is missing, as Pages does."""

    def __init__(self, *arguments: object, root: str, **options: object) -> None:
        self.root = root
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Return the file for a path; nothing stands outside the root."""
        inside = path.startswith(f"{self.root}/")
        return super().translate_path(path.removeprefix(self.root) if inside else "/no-such-file")

    def send_error(self, code: int, *_arguments: object) -> None:  # type: ignore[override]
        """Send the site's own page for what is not there."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Keep the test's output to the test."""


def build(content: Path, output: Path, conf: str, site_url: str) -> None:
    """Run Pelican's own command on `content`, as a person would."""
    command = [sys.executable, "-m", "pelican", str(content), "-s", conf, "-o", str(output)]
    if conf == "pelicanconf.py":
        command += ["-e", f"SITEURL={json.dumps(site_url)}"]
    environment = {**os.environ, "SITEURL": site_url, "SOURCE_DATE_EPOCH": "1956528000"}  # 2032
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def serve(folder: Path, root: str) -> Iterator[Site]:
    """Yield the site on a free port, until the tests are over."""
    handler = partial(Handler, directory=str(folder), root=root)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}", root)
        server.shutdown()


@pytest.fixture(scope="session", params=["", "/repo"], ids=["at the root", "under a path"])
def real(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real paper, built with the public settings."""
    output = tmp_path_factory.mktemp("real") / "site"
    build(PROJECT / "content", output, "publishconf.py", HOST + request.param)
    yield from serve(output, request.param)


@pytest.fixture(scope="session", params=["", "/repo"], ids=["at the root", "under a path"])
def invented(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A paper of fourteen invented stories, built with the local settings, drafts shown."""
    folder = tmp_path_factory.mktemp("invented")
    content = write_paper(folder / "content", posts())
    build(content, folder / "site", "pelicanconf.py", request.param and HOST + request.param)
    yield from serve(folder / "site", request.param)


@dataclass
class Complaints:
    """What a browser had to say against a page."""

    found: list[str] = field(default_factory=list)

    def watch(self, page: Page, origin: str) -> None:
        """Note console errors, failed requests and requests to any other host."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.found.append(f"error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("request", partial(self._request, origin))
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.found.append(f"console: {message.text}")

    def _request(self, origin: str, request: Request) -> None:
        if urlsplit(request.url)[:2] != urlsplit(origin)[:2]:
            self.found.append(f"other host: {request.url}")

    def _failed(self, request: Request) -> None:
        # Leaving a page before a font has come aborts it: the reader's doing, not the page's.
        if request.failure != "net::ERR_ABORTED":
            self.found.append(f"failed: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.found.append(f"{response.status}: {response.url}")
