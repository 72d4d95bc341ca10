# SPDX-License-Identifier: MIT
"""The pictures of the README, taken from the built site: `python -m dev.pictures` after a build."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

from dev import browser

OUTPUT, PICTURES = Path("output"), Path("docs/pictures")
SIZE = {"width": 1280, "height": 820}


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_arguments: object) -> None:
        """Keep the terminal for what went wrong."""


def main() -> None:
    """Take the front page in light and in dark. Needs a site built for a host's root."""
    executable = browser.ensure()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(OUTPUT)))
    with server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(executable_path=executable)
        for name, scheme in (("front", "light"), ("front-dark", "dark")):
            page = chromium.new_page(viewport=SIZE, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.evaluate("document.fonts.ready")
            page.screenshot(path=PICTURES / f"{name}.png")
        server.shutdown()


if __name__ == "__main__":
    main()
