# SPDX-License-Identifier: AGPL-3.0-only
"""Stylesheets of many small files: joined in the order of their layers, minified, named by content.

Works on any Pelican site. STYLESHEET_SOURCES names the files, below the theme's folder, as
patterns in the order in which they are joined; files of one pattern are taken by path.
STYLESHEETS names further sheets, {name: patterns}, for pages that need more than all pages do: a file that
one of them names is not in the first, and such a page links its own sheet in the place of the first, so that
it asks for no more files than another. Sets `stylesheet`, the address to link, in the context of all
templates, and `stylesheets`, {name: address}.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lightningcss
from pelican import signals
from pelican.generators import Generator

SOURCES = ("styles/layers.css", "styles/*.css", "components/*/*.css")


def stylesheet_from(sources: Mapping[str, str], folder: str, name: str = "style") -> dict[str, bytes]:
    """Return the one file {folder/NAME.HASH.css: minified CSS} made of `sources`, {path: CSS}.

    The hash is eight hexadecimal digits of the content's SHA-256, so that browsers may
    keep a file for ever. Raises ValueError with path and place where the CSS is wrong.
    """
    for path, text in sources.items():
        _minified(path, text)  # alone first, so that a fault names its file
    # Joined before they are minified: rules of one layer then stand in one block
    minified = _minified("joined", "\n".join(sources.values())).encode()
    return {f"{folder}/{name}.{sha256(minified).hexdigest()[:8]}.css": minified}


@lru_cache(maxsize=256)
def _minified(path: str, text: str) -> str:
    try:
        return str(lightningcss.process_stylesheet(text, filename=path, minify=True))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def read_sources(theme: Path, patterns: Iterable[str]) -> dict[str, str]:
    """Return {path below `theme`: text} of all files that `patterns` name, each once."""
    paths = [path for pattern in patterns for path in sorted(theme.glob(pattern))]
    return {path.relative_to(theme).as_posix(): path.read_text(encoding="utf-8") for path in dict.fromkeys(paths)}


def sheets_from(theme: Path, settings: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return {name of a sheet: {path: CSS}}; `style` is that of most pages, and all others hold it."""
    further = {name: read_sources(theme, patterns) for name, patterns in settings.get("STYLESHEETS", {}).items()}
    apart = {path for sources in further.values() for path in sources}
    every = read_sources(theme, settings.get("STYLESHEET_SOURCES", SOURCES))
    style = {path: text for path, text in every.items() if path not in apart}
    return {"style": style, **{name: style | sources for name, sources in further.items()}}


class StylesheetGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Makes the stylesheet before any page is written, since pages name it."""

    def generate_context(self) -> None:
        """Make the files and put their addresses into the shared context."""
        root = urlsplit(self.settings["SITEURL"]).path.rstrip("/")
        self.files: dict[str, bytes] = {}
        self.context["stylesheets"] = {}
        for name, sources in sheets_from(Path(self.theme), self.settings).items():
            made = stylesheet_from(sources, self.settings["THEME_STATIC_DIR"], name)
            self.context["stylesheets"][name] = f"{root}/{next(iter(made))}"
            self.files |= made
        self.context["stylesheet"] = self.context["stylesheets"]["style"]

    def generate_output(self, _writer: Any) -> None:
        """Write the files."""
        for name, data in self.files.items():
            path = Path(self.output_path, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def stylesheet_generator(_pelican: Any) -> type[StylesheetGenerator]:
    """Return the generator to add to Pelican's own."""
    return StylesheetGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(stylesheet_generator)
