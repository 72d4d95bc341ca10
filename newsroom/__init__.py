# SPDX-License-Identifier: MIT
"""The Daily Seed: text dumps of news pages become a newspaper."""

from typing import Any

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Import the press when Pelican asks for PELICAN_CLASS = "newsroom.Press", and not before.

    Pelican takes the class from the first package of the dotted name, so it has to be found here;
    and a converter that imports `newsroom` must not load Pelican.
    """
    if name == "Press":
        from newsroom.press import Press

        return Press
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
