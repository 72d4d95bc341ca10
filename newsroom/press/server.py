# SPDX-License-Identifier: AGPL-3.0-only
"""The site on this machine as a host would serve it: its sub-path, its 404 page, and pages that reload."""

import io
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from newsroom.press import reload
from newsroom.press.errors import PressError

_HEARTBEAT_S = 15.0  # how soon a closed page's thread notices; browsers close idle streams after minutes


class SiteServer(ThreadingHTTPServer):
    """Serves a folder below a sub-path ('' or '/repo'), and tells open pages of each build."""

    daemon_threads = True

    def __init__(self, host: str, port: int, folder: Path, root: str) -> None:
        """Bind to the port (0: any that is free). Raises PressError when that cannot be."""
        self.builds = reload.Builds()
        self.root = root
        try:
            super().__init__((host, port), partial(_Handler, directory=str(folder)))
        except (OSError, OverflowError) as error:  # OverflowError: a port above 65535
            why = getattr(error, "strerror", None) or error
            raise PressError(f"cannot serve on {host}, port {port}: {why}; see --host and --port") from error

    @property
    def url(self) -> str:
        """The address of the front page."""
        return f"http://{self.server_address[0]!s}:{self.server_port}{self.root}/"


class _Handler(SimpleHTTPRequestHandler):
    server: SiteServer
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".woff2": "font/woff2",
        ".js": "text/javascript",
    }

    def do_GET(self) -> None:
        if self.path == reload.EVENTS_ADDRESS:
            self._tell_of_builds()
        elif self.path == reload.SCRIPT_ADDRESS:
            self.wfile.write(self._body(HTTPStatus.OK, reload.SCRIPT, "text/javascript").getvalue())
        else:
            super().do_GET()

    def send_head(self) -> Any:
        path = urlsplit(self.path).path
        root = self.server.root
        if root and path in ("/", root):
            return self._elsewhere(f"{root}/")
        if not path.startswith(f"{root}/"):
            return self._missing()
        self.path = path[len(root) :]
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            if not path.endswith("/"):
                return self._elsewhere(f"{path}/")
            file /= "index.html"
        if not file.is_file():
            return self._missing()
        if file.suffix != ".html":
            return super().send_head()
        return self._page(HTTPStatus.OK, file.read_bytes())

    def _elsewhere(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _missing(self) -> io.BytesIO:
        page = Path(self.directory, "404.html")
        without = b"There is no such page, or no site yet: see the terminal."
        return self._page(HTTPStatus.NOT_FOUND, page.read_bytes() if page.is_file() else without)

    def _page(self, status: HTTPStatus, page: bytes) -> io.BytesIO:
        return self._body(status, reload.with_client(page), "text/html; charset=utf-8")

    def _body(self, status: HTTPStatus, body: bytes, kind: str) -> io.BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def _tell_of_builds(self) -> None:
        """Hold the stream open; a line that cannot be sent says that the page was closed."""
        seen = self.server.builds.count()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            self.wfile.write(b"retry: 500\n\n")
            while True:
                built = self.server.builds.wait_beyond(seen, _HEARTBEAT_S)
                self.wfile.write(b"event: built\ndata: \n\n" if built else b": still here\n\n")
                seen = self.server.builds.count()
        except OSError:
            return

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is http.server's
        """Say nothing of requests: the terminal is for what the build says."""
