# SPDX-License-Identifier: AGPL-3.0-only
"""Settings that are on up to a number of stories: a large paper leaves out what it can do without."""

import os
from typing import Any

from newsroom.settings import SWITCHES

STATED = "SWITCHES_STATED"


def decide_switches(settings: dict[str, Any]) -> None:
    """Put True or False in the place of each number, by how many posts lie under ARTICLE_PATHS.

    STORY_FORMS has a number a form, and becomes the list of those that are on. The numbers are kept under STATED,
    for `pelican -lr` makes many sites with one set of settings.
    """
    stated = settings.setdefault(STATED, {name: settings.get(name) for name in (*SWITCHES, "STORY_FORMS")})
    numbers = {name: value for name, value in stated.items() if type(value) is int}
    forms = stated["STORY_FORMS"] if isinstance(stated["STORY_FORMS"], dict) else {}
    stories = _count(settings) if numbers or forms else 0
    settings.update({name: stories <= most for name, most in numbers.items()})
    if forms:
        settings["STORY_FORMS"] = [form for form, most in forms.items() if most is True or (most and stories <= most)]


def _count(settings: dict[str, Any]) -> int:
    folders = (os.path.join(settings["PATH"], folder) for folder in settings["ARTICLE_PATHS"])
    return sum(name.endswith(".md") for top in folders for _, _, names in os.walk(top) for name in names)
