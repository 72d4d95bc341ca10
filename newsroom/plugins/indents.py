# SPDX-License-Identifier: AGPL-3.0-only
"""Templates are read without the indentation of their lines, so that no page carries it.

Works on any Pelican site whose templates hold no `<pre>` of their own. Lines stay lines: faults name the same ones,
and a line's end still parts words. Done once a template, it costs a page nothing.
"""

import re
from typing import Any

from jinja2.ext import Extension
from pelican import signals

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class WithoutIndents(Extension):
    """Jinja's way to read a template otherwise."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """Return the template's text without what its lines begin with."""
        return _INDENT.sub("", source)


def add_extension(pelican: Any) -> None:
    """Add the extension to the settings of this run."""
    jinja = pelican.settings["JINJA_ENVIRONMENT"]
    extensions = [*jinja.get("extensions", ()), f"{__name__}.WithoutIndents"]
    pelican.settings["JINJA_ENVIRONMENT"] = {**jinja, "extensions": extensions}


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(add_extension)
