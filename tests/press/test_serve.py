# SPDX-License-Identifier: MIT
"""`invoke serve`: the site at its address, built again on change, with pages that reload."""

import http.client
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsroom.press import reload
from newsroom.press.errors import PressError
from newsroom.press.server import SiteServer
from tests.press.conftest import PROJECT, Folder

BUILD = [str(Path(sys.executable).with_name("pelican")), "content", "--log-handler", "plain"]
SERVE = f"import sys; sys.path[:0] = [{str(PROJECT)!r}]; from newsroom import press; press.serve({BUILD!r}, port=0)"
CLIENT = '<script src="/.reload.js" async></script>'


class Served:
    """A running `serve`, and what a browser asks of it."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.root = urlsplit(url).path.rstrip("/")
        self._place = urlsplit(url).hostname or "", urlsplit(url).port

    def get(self, path: str) -> tuple[int, str]:
        response = self.open(path)
        return response.status, response.headers.get("Location") or response.read().decode()

    def open(self, path: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(*self._place, timeout=60)
        connection.request("GET", path)
        return connection.getresponse()


@contextmanager
def _served(site: Folder) -> Iterator[Served]:
    command = [sys.executable, "-c", SERVE]
    with subprocess.Popen(command, cwd=site.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            lines = iter(process.stdout.readline, "")
            url = next(line.split()[0] for line in lines if line.startswith("http://"))
            yield Served(process, url)
        finally:
            process.kill()


def _wait_for_build(events: http.client.HTTPResponse) -> None:
    assert any(line == b"event: built\n" for line in iter(events.readline, b""))


def test_saving_a_post_builds_it_again_and_open_pages_reload(site: Folder) -> None:
    with _served(site) as served:
        events = served.open(reload.EVENTS_ADDRESS)
        assert events.readline() == b"retry: 500\n"
        site.post("one", "Another headline")
        _wait_for_build(events)
        status, page = served.get("/one.html")
        assert (status, "Another headline" in page, CLIENT in page) == (200, True, True)
        assert "EventSource" in served.get(reload.SCRIPT_ADDRESS)[1]
        assert CLIENT not in site.site()["one.html"]


def test_a_build_that_fails_leaves_the_last_site_served_and_the_next_one_mends_it(site: Folder) -> None:
    site.theme()
    with _served(site) as served:
        events = served.open(reload.EVENTS_ADDRESS)
        events.readline()
        site.write("theme/templates/index.html", "{{ 1 / 0 }}")
        assert served.process.stderr is not None
        said = iter(served.process.stderr.readline, "")
        assert any("theme/templates/index.html:1: division by zero" in line for line in said)
        assert any("the build stopped; the last site is served on" in line for line in said)
        assert "The index" in served.get("/")[1]
        site.write("theme/templates/index.html", "Mended")
        _wait_for_build(events)
        assert "Mended" in served.get("/")[1]


def test_ctrl_c_ends_with_success(site: Folder) -> None:
    with _served(site) as served:
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(60) == 0


def test_a_sub_path_is_served_as_a_host_would(site: Folder) -> None:
    site.settings("SITEURL = 'https://example.org/repo'")
    site.write("content/pages/404.md", "title: Lost\nsave_as: 404.html\nslug: lost\n\nNot here.\n")
    site.write("content/images/dot.svg", "<svg/>")
    with _served(site) as served:
        assert served.root == "/repo"
        assert served.get("/") == (302, "/repo/")
        assert served.get("/repo") == (302, "/repo/")
        assert served.get("/repo/pages") == (302, "/repo/pages/")
        assert served.get("/repo/images/dot.svg") == (200, "<svg/>")
        assert served.get("/repo/")[0] == 200
        for address in ("/repo/nowhere", "/one.html", "/repo/pages/", "/repo/../../pelicanconf.py", "/repo/%00"):
            status, page = served.get(address)
            assert (status, "Not here." in page) == (404, True), address


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PressError, match=f"cannot serve on 127.0.0.1, port {port}: .*; see --host and --port"):
            SiteServer("127.0.0.1", port, tmp_path, "")


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 99_999), ("no host", 0)])
def test_an_address_that_cannot_be_is_named(tmp_path: Path, host: str, port: int) -> None:
    with pytest.raises(PressError, match=f"cannot serve on {host}, port {port}: .*; see --host and --port"):
        SiteServer(host, port, tmp_path, "")


def test_the_pages_policy_is_opened_for_the_reload_client_alone() -> None:
    page = (
        b'<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; img-src \'self\'; '
        b"script-src 'self' 'wasm-unsafe-eval'\"><body></body>"
    )
    assert reload.with_client(page) == (
        b'<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; img-src &#x27;self&#x27;; '
        b'script-src &#x27;self&#x27; &#x27;wasm-unsafe-eval&#x27; &#x27;self&#x27;; connect-src &#x27;self&#x27;">'
        b'<body><script src="/.reload.js" async></script></body>'
    )


def test_a_page_without_a_policy_or_an_end_gets_the_client_too() -> None:
    assert reload.with_client(b"<p>Half a page") == b"<p>Half a page" + CLIENT.encode()
