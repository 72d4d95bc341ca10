# SPDX-License-Identifier: MIT
"""A host of folders that is the whole world of a browser: every other address that is asked for is noted."""

import mimetypes
import re
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

NAME = "paper.localhost"  # which Chromium trusts, as it does https: Trusted Types are asked for nowhere else
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
FRAMES = "/.frames"  # an empty page, in which others are opened
_DULL = frozenset({".css", ".woff2", ".webp", ".jpg", ".jpeg", ".png", ".avif", ".svg"})  # nothing depends on them


@dataclass
class Host:
    """Serves a folder as the proxy of a browser; with the pages' policy, or with it taken out."""

    folder: Path
    policy: bool
    abroad: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to serve."""
        self.folder = self.folder.resolve()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Answer", (_Answer,), {"host": self}))
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def proxy(self) -> str:
        """The address by which a browser reaches this, and nothing else."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    host: Host

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.netloc != NAME:
            self._note()
        elif address.path == FRAMES:
            self._send(b"<!doctype html><title>Frames</title>", "text/html")
        else:
            self._send_file(unquote(address.path, errors="replace"))

    def _note(self) -> None:
        self.host.abroad.append(f"{self.headers.get('Referer', '')}: {self.command} {self.path}")
        self.send_error(403)

    do_CONNECT = do_POST = do_HEAD = do_PUT = do_OPTIONS = _note

    def _send_file(self, path: str) -> None:
        file = self.host.folder / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        if "\0" in path or not file.resolve().is_relative_to(self.host.folder) or not file.is_file():
            self._send(b"", "text/plain", 404)
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        data = b"" if file.suffix in _DULL else file.read_bytes()
        if file.suffix == ".html":  # a page that leads on is looked at before it does
            html = data.decode().replace('http-equiv="refresh"', 'name="refresh"')
            data, kind = (html if self.host.policy else POLICY.sub("", html)).encode(), "text/html; charset=utf-8"
        self._send(data, kind)

    def _send(self, data: bytes, kind: str, code: int = 200) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store" if "html" in kind else "max-age=3600")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
