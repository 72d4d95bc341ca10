# SPDX-License-Identifier: MIT
"""A host that behaves as GitHub Pages does, as far as a reader can tell."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

_PLAIN = ("text/", "application/json", "application/xml", "application/javascript", "image/svg")


class PagesHost(BaseHTTPRequestHandler):
    """Serves a folder below `root`: a folder by its index.html, `x` by x.html, what is missing by 404.html."""

    def __init__(self, *arguments: object, folder: Path, root: str) -> None:
        self.folder, self.root = folder.resolve(), root
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        below = path.removeprefix(self.root) if path.startswith(f"{self.root}/") else None
        found = self._found(below) if below is not None else None
        if found and found.is_dir():
            self.send_response(301)
            self.send_header("Location", f"{urlsplit(self.path).path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif found:
            self._send(200, found)
        else:
            self._send(404, self.folder / "404.html")

    def _found(self, below: str) -> Path | None:
        path = (self.folder / below.lstrip("/")).resolve()
        inside = path == self.folder or path.is_relative_to(self.folder)
        choices = [path / "index.html"] if below.endswith("/") else [path, path.with_name(f"{path.name}.html")]
        return next((each for each in choices if each.exists()), None) if inside else None

    def _send(self, status: int, file: Path) -> None:
        body, kind = file.read_bytes(), guess_type(file.name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind.startswith(_PLAIN) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Keep the test's output to the test."""


@contextmanager
def hosted(folder: Path, root: str) -> Iterator[str]:
    """The address of the site, on a free port of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(PagesHost, folder=folder, root=root)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{root}/"
        server.shutdown()
