# SPDX-License-Identifier: MIT
"""What stands after a build was killed, interrupted or starved: the old site, whole. Real signals, real limits."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.press.conftest import Folder

AT_THE_END = """
import os, signal
from pelican import signals
def act(pelican):
    {}
def register():
    signals.finalized.connect(act)
"""


@pytest.mark.parametrize("first", [True, False], ids=["first build", "later build"])
def test_a_killed_build_leaves_the_old_site_and_the_next_one_completes(site: Folder, first: bool) -> None:
    before = {} if first else site.stands()
    settings = (site.path / "pelicanconf.py").read_text()
    site.post("two", "The second story")
    site.plugin(AT_THE_END.format("os.kill(os.getpid(), signal.SIGKILL)"))
    assert site.pelican().returncode == -9
    assert (site.path / ".output.new/two.html").exists(), "killed before anything was made"
    assert _visible(site) == before

    site.write("pelicanconf.py", settings)
    assert site.pelican().returncode == 0
    assert site.site().keys() >= {"one.html", "two.html"}


@pytest.mark.parametrize(("signal", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_an_interrupted_build_leaves_the_old_site_and_a_code_that_says_so(site: Folder, signal: str, code: int) -> None:
    before = site.stands()
    site.post("two", "The second story")
    site.plugin(AT_THE_END.format(f"os.kill(os.getpid(), signal.{signal})"))
    assert site.pelican().returncode == code
    assert site.site() == before


def test_an_interruption_while_plugins_are_connected_says_so_too(site: Folder) -> None:
    site.plugin("import os, signal\ndef register(): os.kill(os.getpid(), signal.SIGINT)")
    assert site.pelican().returncode == 130


@pytest.mark.parametrize("name", ["content/news/long.md", "content/images/large.png", "theme/static/large.woff2"])
def test_a_file_that_cannot_be_written_whole_leaves_the_old_site(site: Folder, name: str) -> None:
    """A limit on the size of files acts as a full disk does, on every system; Pelican only warns of a copy."""
    site.theme()
    before = site.stands()
    site.write(name, "title: Long\ndate: 2017-10-14\nslug: long\n\n" + "x" * 200_000)
    run = site.run(_limited(64_000))
    assert run.returncode == 1
    assert "the old site stands as it was" in run.stderr
    assert site.site() == before


def test_a_full_disk_leaves_the_old_site(site: Folder, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk here; the limit on file sizes above is tested everywhere")
    try:
        site.settings(f"OUTPUT_PATH = {str(disk / 'output')!r}")
        assert site.pelican().returncode == 0
        before = _files(disk / "output")
        for number in range(40):
            site.post(f"story-{number}", f"Story {number}", "x " * 8_000)
        run = site.pelican()
        assert run.returncode == 1
        assert "No space left on device" in run.stderr
        assert _files(disk / "output") == before
        assert not (disk / ".output.new").exists()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _limited(size_bytes: int) -> list[str]:
    pelican = [str(Path(sys.executable).with_name("pelican")), "content", "--log-handler", "plain"]
    limit = f"import os, resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size_bytes}, {size_bytes}));"
    return [sys.executable, "-c", f"{limit} os.execv({pelican[0]!r}, {pelican!r})"]


def _visible(site: Folder) -> dict[str, str]:
    return _files(site.path / "output")


def _files(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}
