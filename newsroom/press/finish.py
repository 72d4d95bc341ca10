# SPDX-License-Identifier: AGPL-3.0-only
"""What is done to a public site once it is whole, before it takes the old one's place."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsroom.manifest import manifest_of, place_of, written
from newsroom.press.compress import compress
from newsroom.press.part import cut_down, cut_from
from newsroom.press.shard import Edition
from newsroom.press.site import Site
from newsroom.press.sizes import measure, told, warning
from newsroom.press.vanished import refuse_vanished

logger = logging.getLogger(__name__)


def finish(site: Site, tree: Path, settings: Mapping[str, Any], edition: Edition) -> str:
    """Part the whole site in `tree`, see to its addresses, weigh it, list its files; return the report of its size.

    PressError where an address would vanish, and where the site is too large for its host.
    """
    stories, dated = set(edition.saved), edition.dated
    cut = cut_from(settings, dated)
    if cut:
        cut_down(tree, cut)
    content = Path(settings["PATH"])
    refuse_vanished(content, tree, edition.future, lambda address: not cut or cut.home(address) == cut.mine)
    if settings.get("COMPRESS"):
        compress(tree, site.live)
    sizes, limit = measure(tree, stories, dated), settings.get("SIZE_LIMIT", 0)
    near = warning(sizes, limit)
    if near:
        logger.warning(near)
    place_of(site.live).write_text(written(manifest_of(tree, stories)), "utf-8")
    return told(sizes, limit)
