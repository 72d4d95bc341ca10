# SPDX-License-Identifier: AGPL-3.0-only
"""The builds that tasks.py asks for, and their removal."""

import logging
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pelican.log import console
from pelican.settings import read_settings

from newsroom.manifest import place_of
from newsroom.press import lock
from newsroom.press.account import Account
from newsroom.press.complaints import shown
from newsroom.press.finish import finish
from newsroom.press.guard import refuse_unsafe
from newsroom.press.press import Press
from newsroom.press.process import interruptible
from newsroom.press.shard import NOTE, joined
from newsroom.press.site import exchange, recover, site_at
from newsroom.settings import Settings, SettingsError, check, folder, load

_CACHES = (".newsroom", "build", "cache", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache")
_CODE = ("benchmarks", "dev", "newsroom", "tests")  # where Python leaves its caches, beside the project's own


def build(settings_file: str = "pelicanconf.py", *, quiet: bool = False, **changes: Any) -> Account:
    """Make the site with these settings, put it in place, and return what became of every post.

    `changes` are settings that are otherwise this time.
    Prints one line unless quiet. Raises SettingsError, PressError (the old site stands), or
    RefusedPosts with exit code 3 when the new site stands without some posts.
    """
    started = time.monotonic()
    press = Press(_settings_from(settings_file, changes))
    try:
        with _calm():
            return press.print_edition()
    finally:
        if press.account and not quiet:
            print(press.summary(time.monotonic() - started))


def publish(settings_file: str = "publishconf.py", *, quiet: bool = False, **changes: Any) -> Account:
    """Make the public site: no drafts, nothing dated in the future; `changes` as of build().

    With any post refused the old site stays: RefusedPosts with exit code 1.
    """
    return build(settings_file, quiet=quiet, **changes)


def list_posts(folder: Path, settings_file: str = "publishconf.py", *, quiet: bool = False) -> Account:
    """Read all posts into a listing, for the machines that make shards; no site is made. Raises as build()."""
    return build(settings_file, quiet=quiet, SHARD="0/1", LISTING=str(folder.resolve()))


def join(folder: Path, settings_file: str = "publishconf.py") -> str:
    """Put the shards below a folder together, in the place of the site; return what the site is, in words.

    PressError, and the old site stands, where the shards make no whole site, or publish() would have stopped.
    """
    settings = _settings_from(settings_file, {})
    site = site_at(settings["OUTPUT_PATH"])
    refuse_unsafe(site.live, settings)
    with interruptible(), lock.held(site.lock), _calm():
        recover(site)
        try:
            edition = joined(sorted(path.parent for path in folder.glob(f"*/{NOTE}")), site.standby)
            report = finish(site, site.standby, settings, edition)
            exchange(site, site.standby)
            shutil.rmtree(site.last, ignore_errors=True)
        finally:
            recover(site)
    return f"{edition.account} → {shown(Path(settings['OUTPUT_PATH']))}/\n{report}"


def clean(settings_file: str = "pelicanconf.py") -> tuple[Path, ...]:
    """Remove the site and all caches, and return what was removed; seeds and content are never touched."""
    settings, project = load(settings_file), Path(settings_file).resolve().parent
    site = site_at(settings["OUTPUT_PATH"])
    refuse_unsafe(site.live, settings)
    with lock.held(site.lock):
        gone = [site.live, site.standby, site.retired, site.last, *(project / name for name in _CACHES)]
        gone += [project / "__pycache__"]
        gone += [path for name in _CODE for path in (project / name).rglob("__pycache__")]
        removed = tuple(path for path in gone if path.exists())
        for path in removed:
            shutil.rmtree(path)
    site.lock.unlink(missing_ok=True)
    site.memory.unlink(missing_ok=True)
    place_of(site.live).unlink(missing_ok=True)
    return removed


def _settings_from(settings_file: str, changes: Settings) -> Settings:
    """Return the settings as Pelican reads them; SettingsError names the one that is wrong."""
    stated = load(settings_file) | changes
    check(stated)  # before Pelican reads them and mends some of it, a trailing slash for one
    folder(stated, "PATH")
    try:
        return dict(read_settings(settings_file, override=changes))
    except ValueError as error:  # a theme that is not there
        raise SettingsError(f"THEME: {error}") from error


@contextmanager
def _calm() -> Iterator[None]:
    """Show warnings as plain lines, and nothing else of Pelican's: errors are told at the end."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(lambda record: record.levelno == logging.WARNING)
    logging.getLogger().addHandler(handler)
    quiet, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = quiet
        logging.getLogger().removeHandler(handler)
