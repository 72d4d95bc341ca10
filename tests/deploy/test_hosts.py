# SPDX-License-Identifier: MIT
"""Configurations of hosts: the same headers in all; and the copies that their servers send."""

import gzip
import shutil
from pathlib import Path

import brotli
import pytest

from newsroom.deploy import configuration
from newsroom.deploy.hosts import HEADERS
from newsroom.press.compress import compress
from newsroom.stop import Stop

PAGE = "<p>The mill closes.</p>" * 100


@pytest.mark.parametrize("host", ["caddy", "nginx", "netlify", "cloudflare"])
def test_every_host_is_told_every_header(host: str) -> None:
    text = configuration(host, "https://lamp.example", "/srv/lamp")
    assert [name for name, value in HEADERS.items() if name not in text or value not in text] == []


@pytest.mark.parametrize(
    ("host", "site", "why"),
    [
        ("apache", "https://lamp.example", "'apache' is none of caddy, nginx, netlify, cloudflare"),
        ("caddy", "", "SITEURL: is empty"),
        ("netlify", "https://lamp.example/news", "is below the root of its host"),
    ],
)
def test_what_cannot_be_is_said(host: str, site: str, why: str) -> None:
    with pytest.raises(Stop, match=why):
        configuration(host, site, "/srv/lamp")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for name in ("index.html", "404.html", "2031/03/09/mill/index.html", "theme/site.css"):
        (tmp_path / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "output" / name).write_text(f"{name} {PAGE}")
    compress(tmp_path / "output", tmp_path / "nothing")
    return tmp_path / "output"


def test_copies_hold_the_same_words_and_are_the_same_bytes_each_time(output: Path, tmp_path: Path) -> None:
    page = output / "2031/03/09/mill/index.html"
    assert gzip.decompress(Path(f"{page}.gz").read_bytes()) == page.read_bytes()
    assert brotli.decompress(Path(f"{page}.br").read_bytes()) == page.read_bytes()
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    compress(output, tmp_path / "nothing")
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before


def test_copies_of_what_did_not_change_are_taken_from_the_last_edition(output: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    (new / "theme").mkdir(parents=True)
    shutil.copy(output / "index.html", new)
    (new / "theme/site.css").write_text("changed" + PAGE)
    for name in ("index.html", "theme/site.css"):
        (output / f"{name}.gz").write_bytes(b"of the last edition")
    compress(new, output)
    assert (new / "index.html.gz").read_bytes() == b"of the last edition"
    assert gzip.decompress((new / "theme/site.css.gz").read_bytes()).startswith(b"changed")


def test_what_is_small_has_no_copies(output: Path, tmp_path: Path) -> None:
    (output / "robots.txt").write_text("User-agent: *\n")
    compress(output, tmp_path / "nothing")
    assert not (output / "robots.txt.gz").exists()
