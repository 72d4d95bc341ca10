# SPDX-License-Identifier: AGPL-3.0-only
"""What is done to a public site once it is whole, before it takes the old one's place."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newsroom.manifest import manifest_of, place_of, written
from newsroom.press.account import Account
from newsroom.press.compress import compress
from newsroom.press.part import cut_down, cut_from, years_of
from newsroom.press.site import Site
from newsroom.press.sizes import measure, told, warning
from newsroom.press.vanished import refuse_vanished

logger = logging.getLogger(__name__)


def finish(  # noqa: PLR0913, PLR0917 - what a run has made, each part once
    site: Site, tree: Path, settings: Mapping[str, Any], account: Account, articles: Any, saved: Iterable[str]
) -> str:
    """Part the whole site in `tree`, see to its addresses, weigh it, list its files; return the report of its size.

    `articles` is Pelican's generator, `saved` are the names of the pages of stories and pages. PressError where
    an address would vanish, and where the site is too large for its host.
    """
    stories = set(saved)
    dated = years_of([*articles.articles, *articles.hidden_articles])
    cut = cut_from(settings, dated)
    if cut:
        cut_down(tree, cut)
    future = [path for path, why in account.held.items() if why == "future"]
    content = Path(settings["PATH"])
    refuse_vanished(content, tree, future, lambda address: not cut or cut.home(address) == cut.mine)
    if settings.get("COMPRESS"):
        compress(tree, site.live)
    sizes, limit = measure(tree, stories, dated), settings.get("SIZE_LIMIT", 0)
    near = warning(sizes, limit)
    if near:
        logger.warning(near)
    place_of(site.live).write_text(written(manifest_of(tree, stories)), "utf-8")
    return told(sizes, limit)
