# SPDX-License-Identifier: AGPL-3.0-only
"""Settings that are on up to a number of stories: a large paper leaves out what it can do without."""

import os
from typing import Any

from newsroom.settings import SWITCHES


def decide_switches(settings: dict[str, Any]) -> None:
    """Put True or False in the place of each number, by how many posts lie under ARTICLE_PATHS.

    The numbers are kept under SWITCHES_STATED, for `pelican -lr` makes many sites with one set of settings.
    """
    stated = settings.setdefault("SWITCHES_STATED", {name: settings.get(name) for name in SWITCHES})
    numbers = {name: value for name, value in stated.items() if type(value) is int}
    stories = _count(settings) if numbers else 0
    settings.update({name: stories <= most for name, most in numbers.items()})


def _count(settings: dict[str, Any]) -> int:
    folders = (os.path.join(settings["PATH"], folder) for folder in settings["ARTICLE_PATHS"])
    return sum(name.endswith(".md") for top in folders for _, _, names in os.walk(top) for name in names)
