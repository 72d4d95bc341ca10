# SPDX-License-Identifier: AGPL-3.0-only
"""What is done to a public site once it is whole, before it takes the old one's place."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newsroom.press.account import Account
from newsroom.press.part import cut_down, cut_from
from newsroom.press.sizes import measure, told, warning
from newsroom.press.vanished import refuse_vanished

logger = logging.getLogger(__name__)


def finish(tree: Path, settings: Mapping[str, Any], account: Account, articles: Any, saved: Iterable[str]) -> str:
    """Part the site, see to its addresses, weigh it; return the report of its size.

    `articles` is Pelican's generator, `saved` are the names of the pages of stories and pages. PressError where
    an address would vanish, and where the site is too large for its host.
    """
    cut = cut_from(settings, [*articles.articles, *articles.hidden_articles])
    if cut:
        cut_down(tree, cut)
    future = [path for path, why in account.held.items() if why == "future"]
    content = Path(settings["PATH"])
    refuse_vanished(content, tree, future, lambda address: not cut or cut.home(address) == cut.mine)
    sizes, limit = measure(tree, set(saved)), settings.get("SIZE_LIMIT", 0)
    near = warning(sizes, limit)
    if near:
        logger.warning(near)
    return told(sizes, limit)
