# SPDX-License-Identifier: MIT
"""The exchange of the two folders, and what the next start finds after a run that was killed in it."""

import errno
import os
from pathlib import Path

import pytest

from newsroom.press import site as sites
from newsroom.press.site import Site, exchange, recover, site_at


@pytest.fixture
def pair(tmp_path: Path) -> Site:
    """Return a site whose live folder says old and whose standby says new."""
    site = site_at(str(tmp_path / "output"))
    for folder, word in ((site.live, "old"), (site.standby, "new")):
        folder.mkdir()
        (folder / "index.html").write_text(word)
    return site


def _says(folder: Path) -> str:
    return (folder / "index.html").read_text()


def test_the_exchange_leaves_the_old_folder_in_the_standby(pair: Site) -> None:
    exchange(pair, pair.standby)
    assert (_says(pair.live), _says(pair.standby)) == ("new", "old")
    recover(pair)
    assert _says(pair.live) == "new"
    assert not pair.standby.exists()


def test_the_exchange_is_one_step_to_an_open_folder(pair: Site) -> None:
    opened = os.open(pair.live, os.O_RDONLY)
    exchange(pair, pair.standby)
    assert os.fstat(opened).st_ino == pair.standby.stat().st_ino  # moved, not copied
    os.close(opened)


def test_without_an_exchange_two_renames_do_it(pair: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sites, "_exchanged", lambda one, other: False)
    exchange(pair, pair.standby)
    assert (_says(pair.live), _says(pair.retired)) == ("new", "old")
    recover(pair)
    assert [path.name for path in pair.live.parent.iterdir()] == ["output"]


def test_killed_between_the_two_renames_the_old_site_comes_back(pair: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sites, "_exchanged", lambda one, other: False)
    rename = Path.rename

    def killed_at_the_second(one: Path, other: Path) -> None:
        if other == pair.live:
            raise KeyboardInterrupt
        rename(one, other)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", killed_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            exchange(pair, pair.standby)
    assert not pair.live.exists()
    recover(pair)
    assert _says(pair.live) == "old"
    assert [path.name for path in pair.live.parent.iterdir()] == ["output"]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS])
def test_a_file_system_without_the_exchange_is_answered_with_two_renames(
    pair: Site, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    class Kernel:
        def renameat2(self, *_: object) -> int:
            sites.ctypes.set_errno(code)
            return -1

    monkeypatch.setattr(sites.ctypes, "CDLL", lambda *_, **__: Kernel())
    monkeypatch.setattr(sites, "_sync", lambda folder: None)
    exchange(pair, pair.standby)
    assert (_says(pair.live), _says(pair.retired)) == ("new", "old")


def test_any_other_failure_of_the_exchange_is_an_error(pair: Site) -> None:
    (pair.standby / "index.html").unlink()
    pair.standby.rmdir()
    with pytest.raises(FileNotFoundError):
        exchange(pair, pair.standby)
    assert _says(pair.live) == "old"


def test_a_link_to_the_output_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "www").symlink_to(tmp_path / "disk")
    assert site_at(str(tmp_path / "www")).standby == tmp_path / ".disk.new"
