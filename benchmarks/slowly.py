# SPDX-License-Identifier: MIT
"""A Pelican plugin that turns the quick ways off: texts go through Python-Markdown, front matter through YAML."""

from newsroom import markup
from newsroom.schema import file


def register() -> None:
    """Put in their place what can tell nothing."""
    for module, name in ((markup, "plain_html"), (file, "simple_pairs_from")):
        setattr(module, name, lambda *_: None)
