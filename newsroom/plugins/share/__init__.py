# SPDX-License-Identifier: AGPL-3.0-only
"""What stands for the paper and its stories elsewhere: a share picture for each story, icons of the nameplate.

Works on any Pelican site: sets `card` on each article, a Card or None, which `structured` puts into the head; and
`icons` in the context of all templates, the files of the paper's icons by name. docs/web.md tells of both.

Settings: SHARE_PICTURES; SHARE_CACHE, a folder that may be deleted at any time; SHARE_FONTS, font files for scripts
that ours lack. A story with a picture of its own has no card. A card is made when its words, its fonts or Pillow
changed; `invoke serve` makes none.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican import signals
from pelican.generators import Generator

from newsroom.plugins.share.icons import FILES, icons_of
from newsroom.plugins.share.made import Card, card_for, look_of, make, place, words_of
from newsroom.shards import is_made_here


class ShareGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Names the cards before any page is written, and writes them and the icons."""

    def generate_context(self) -> None:
        """Set `card` on all articles, None where there is none, and `icons` in the context."""
        wanted = self.settings.get("SHARE_PICTURES", True)
        self.cards: list[tuple[Any, Card]] = []
        for name in ("articles", "hidden_articles", "drafts"):
            for article in self.context.get(name, ()):
                has_card = wanted and name != "drafts" and not getattr(article, "picture", None)
                article.card = card_for(article) if has_card else None
                if article.card:
                    self.cards.append((article, article.card))
        self.context["icons"] = FILES

    def generate_output(self, _writer: Any) -> None:
        """Write the icons, make the cards that are not kept, and put all in their places."""
        site, settings = Path(self.output_path), self.settings
        fonts = tuple(settings.get("SHARE_FONTS", ()))
        cache = Path(settings.get("SHARE_CACHE", ".newsroom/share"))
        look = look_of(fonts)
        root = urlsplit(settings["SITEURL"]).path.rstrip("/")
        for name, data in icons_of(settings, root, look, cache).items():
            site.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(data)
        mine = [each for each in self.cards if is_made_here(each[1].path, settings)]
        words = [(words_of(article, settings, fonts), site / card.path) for article, card in mine]
        if not os.environ.get("SERVING"):  # invoke serve: nobody shares a page of one's own machine
            make([each for each, _ in words], look, cache, settings.get("WORKERS") or os.cpu_count() or 1)
        place(words, look, cache)


def share_generator(_pelican: Any) -> type[ShareGenerator]:
    """Return the generator to add to Pelican's own."""
    return ShareGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(share_generator)
