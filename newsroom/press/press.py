# SPDX-License-Identifier: AGPL-3.0-only
"""Pelican, run so that the site which stands is whole at every moment and no post vanishes without a word."""

import logging
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from stat import S_ISREG
from typing import Any

import pelican
from pelican.generators import ArticlesGenerator, PagesGenerator, PelicanTemplateNotFound
from pelican.log import console
from pelican.plugins import signals

from newsroom.press import generators, lock
from newsroom.press.account import Account, account_for, pages_out
from newsroom.press.complaints import Complaints, collecting, shown
from newsroom.press.errors import PressError, RefusedPosts
from newsroom.press.failure import template_failure
from newsroom.press.finish import finish
from newsroom.press.guard import refuse_unsafe
from newsroom.press.part import years_of
from newsroom.press.process import interruptible, uncollected
from newsroom.press.rendering import Renderer, Writer
from newsroom.press.run import Run
from newsroom.press.shard import Edition, leave_listing, leave_shard, take_listing
from newsroom.press.site import Site, exchange, keep_last, recover, site_at
from newsroom.press.switches import decide_switches
from newsroom.settings import check
from newsroom.shards import is_made_here, shard_from
from newsroom.stop import Stop


class Press(pelican.Pelican):  # type: ignore[misc]  # Pelican is untyped
    """Pelican's own run, into a standby folder, counted, checked and exchanged with the live one.

    Asked for by PELICAN_CLASS; so `pelican content` and `pelican -lr` pass here too.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        """Check the settings and connect the plugins.

        Raises SettingsError, and PressError when Pelican lost a plugin.
        """
        logging.getLogger("pelican").addFilter(_without_traceback)
        self.account: Account | None = None
        self.report = ""  # of the size of a public site
        self._now: Run | None = None
        asked = [getattr(plugin, "__name__", plugin) for plugin in settings.get("PLUGINS") or []]
        if any(str(name).startswith("newsroom.plugins.") for name in asked):
            check(settings)
        complaints = Complaints()
        with interruptible(), collecting(complaints):
            super().__init__(settings)
        # Pelican logs a plugin that it cannot import or register, and goes on without it
        if settings.get("PLUGINS") is not None and len(self.plugins) < len(asked):
            raise PressError("\n".join(["a plugin in PLUGINS could not be connected:", *complaints.rest()]))

    def run(self) -> None:
        """Do what `pelican content` and `pelican -r` ask for."""
        try:
            self.print_edition()
        except Exception as error:
            if sys._getframe(1).f_code is not pelican.autoreload.__code__:
                raise
            # autoreload() runs again at once after an error, for ever: let it wait for a change instead
            logging.getLogger("pelican").critical("%s: %s", type(error).__name__, error, exc_info=True)

    def print_edition(self) -> Account:
        """Make the site aside, put it in place whole, and return what became of every post.

        Raises PressError, after which the old site stands as it stood (RefusedPosts with exit code 3 alone
        comes after the exchange), or SystemExit 130 or 143 when interrupted.
        """
        started = time.monotonic()
        site = site_at(self.settings["OUTPUT_PATH"])
        refuse_unsafe(site.live, self.settings)
        decide_switches(self.settings)
        shard = shard_from(self.settings)
        if shard and self.settings.get("PART"):
            raise PressError("SHARD: a part of a paper is made whole; PART and SHARD do not go together")
        with interruptible(), uncollected(), lock.held(site.lock):
            recover(site)
            take_listing(self.settings, site)
            try:
                self.account = self._in_place(site) if not shard or shard.number else self._listed(site)
            finally:
                recover(site)  # on success this removes the last edition, else what was made of the new one
        console.print(self.summary(time.monotonic() - started), markup=False, highlight=False, soft_wrap=True)
        if self.account.refused:
            raise RefusedPosts(self.account, in_place=True)
        return self.account

    def summary(self, seconds: float) -> str:
        """Return a line, '1 story, 1 page → output/ in 0.8 s', and of a public site how large it is."""
        line = f"{self.account} → {shown(Path(self.settings['OUTPUT_PATH']))}/ in {seconds:.1f} s"
        return f"{line}\n{self.report}" if self.report else line

    def _listed(self, site: Site) -> Account:
        """Return the account of what was read; the site that stands is left as it is."""
        account, _ = self._rendered(site)
        leave_listing(self.settings, site)
        return account

    def _in_place(self, site: Site) -> Account:
        """Return the account of the edition that now stands in the live folder."""
        try:
            account, new = self._rendered(site)
            exchange(site, new)
            if self._now and self._now.keeps:
                keep_last(site, new)
            else:
                shutil.rmtree(site.last, ignore_errors=True)
        except OSError as error:
            where = f": {shown(Path(os.fsdecode(error.filename)))}" if error.filename else ""
            raise PressError(f"{error.strerror or error}{where}; the old site stands as it was") from error
        except sqlite3.OperationalError as error:  # of the memory, which lies beside the site: the disk is full
            raise PressError(f"{error}: {shown(site.memory)}; the old site stands as it was") from error
        return account

    def _rendered(self, site: Site) -> tuple[Account, Path]:
        """Render aside; return the edition's account, checked, and the folder in which it is whole."""
        complaints, made = Complaints(), list[Any]()
        self.settings |= {"POSTS_HELD": {}, "POSTS_WITHDRAWN": []}  # filled by the gate
        # Pelican keeps its generators to itself; these signals alone show them
        shown_generators = signals.all_generators_finalized.connected_to(made.extend)
        with Run(self.settings, site) as run, _output_path(self, site.standby), collecting(complaints):
            self._now = run
            own_generators = signals.generator_init.connected_to(run.prepare)
            with shown_generators, own_generators:
                self._run_pelican()
            new = run.completed()
        articles = next(item for item in made if isinstance(item, ArticlesGenerator))
        pages = next(item for item in made if isinstance(item, PagesGenerator))
        saved = pages_out(articles, pages)
        _verify(new, {source: page for source, page in saved.items() if is_made_here(page, self.settings)})
        account = account_for(articles, pages, self.settings["POSTS_HELD"], complaints)
        strays = complaints.rest()
        if strays:
            raise PressError("\n  ".join(["errors were logged that are no post's refusal:", *strays]))
        if account.refused and self.settings.get("STRICT"):
            raise RefusedPosts(account, in_place=False)
        self._finish(site, new, account, (articles, pages))
        return account, new

    def _finish(self, site: Site, new: Path, account: Account, made: tuple[Any, Any]) -> None:
        """See to a public site, or leave of it what this shard is to hold."""
        articles, pages = made
        stories = [*articles.articles, *articles.hidden_articles]
        future = [path for path, why in account.held.items() if why == "future"]
        edition = Edition(str(account), [*pages_out(articles, pages).values()], years_of(stories), future)
        shard = shard_from(self.settings)
        if shard:
            leave_shard(new, shard, self.settings, edition, [*stories, *pages.pages])
        elif self.settings.get("STRICT"):
            self.report = finish(site, new, self.settings, edition)

    def _run_pelican(self) -> None:
        try:
            super().run()
        except PelicanTemplateNotFound as error:
            raise PressError(f"THEME: {error}") from error
        except PressError:
            raise
        except Exception as error:
            failure = template_failure(error)
            if failure is None:
                raise
            raise PressError(failure) from error

    def _get_generator_classes(self) -> list[Any]:
        return [
            *(generators.OURS.get(cls, cls) for cls in super()._get_generator_classes()),
            partial(Renderer, self._now),
        ]

    def _get_writer(self) -> Any:
        """Return ours, unless a plugin brings its own."""
        theirs = super()._get_writer()
        return Writer(self.output_path, self.settings) if type(theirs) is pelican.Writer else theirs


def _verify(tree: Path, saved: dict[str, str]) -> None:
    """Raise PressError when a post's page is not there, is empty, or is another post's."""
    sources: dict[str, str] = {}
    for source, page in saved.items():
        try:
            status = os.stat(os.path.join(tree, page))
        except OSError:
            status = None
        if status is None or not S_ISREG(status.st_mode) or status.st_size == 0:
            raise PressError(f"{source}: its page {page} was not written")
        if sources.setdefault(os.path.normpath(page), source) != source:
            raise PressError(f"{source}: its page {page} is also that of {sources[os.path.normpath(page)]}")


@contextmanager
def _output_path(press: Press, folder: Path) -> Iterator[None]:
    """Point Pelican at another output folder for one run; `pelican -lr` runs one instance many times."""
    stated = press.output_path, press.settings["OUTPUT_PATH"]
    press.output_path = press.settings["OUTPUT_PATH"] = str(folder)
    folder.mkdir()
    try:
        yield
    finally:
        press.output_path, press.settings["OUTPUT_PATH"] = stated


def _without_traceback(record: logging.LogRecord) -> bool:
    """Say our own errors in their own words: main() logs every error with its traceback."""
    if record.exc_info and isinstance(record.exc_info[1], Stop):
        record.exc_info = None
    return True
