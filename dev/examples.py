# SPDX-License-Identifier: MIT
"""The examples in the components' YAML, as the arguments that their macros take."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsroom.plugins import citation, language, wording
from newsroom.schema import FrontMatter, Stamp

THEME = Path(__file__).resolve().parents[1] / "theme"
COMPONENTS = sorted(folder.name for folder in (THEME / "components").iterdir())


def environment(tag: str = "en") -> Environment:
    """Return an environment as strict as the site's, with its filters in this language and no context at all."""
    paths = [THEME / "components", THEME / "templates"]
    made = Environment(
        loader=FileSystemLoader(paths), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    paper = SimpleNamespace(settings={"DEFAULT_LANG": tag, "JINJA_FILTERS": {}, "THEME": str(THEME)})
    for plugin in (language, wording):
        plugin.add_filters(paper)
    citation.add_filter(paper)
    made.filters.update(paper.settings["JINJA_FILTERS"])
    return made


def described(component: str) -> Any:
    """Return what the component's YAML says: {arguments: {name: words}, examples: {name: arguments}}."""
    return yaml.safe_load((THEME / "components" / component / f"{component}.yaml").read_text(encoding="utf-8"))


def arguments_from(value: Any) -> Any:
    """Return YAML's mappings as objects with attributes, its lists as tuples, a `post` as front matter."""
    if isinstance(value, list):
        return tuple(arguments_from(item) for item in value)
    if isinstance(value, dict):
        return SimpleNamespace(**{name: _argument(name, item) for name, item in value.items()})
    return value


def _argument(name: str, value: Any) -> Any:
    if name == "post":
        return FrontMatter(**{key: _argument(key, item) for key, item in value.items()})
    if name in {"date", "modified", "newest"} and value is not None:
        return Stamp.parse(str(value))
    if name == "changed":
        return tuple(Stamp.parse(str(day)) for day in value)
    if name in {"article", "older", "newer", "stories", "same_day", "texts"} and isinstance(value, (dict, list)):
        return _stories(value)
    return arguments_from(value)


def _stories(value: Any) -> Any:
    """Return an article as the plugins leave it: what an example does not give it is not there."""
    if isinstance(value, list):
        return tuple(_stories(item) for item in value)
    return SimpleNamespace(**{"picture": None, **vars(arguments_from(value))})


def rendered(component: str, example: str) -> str:
    """Return the HTML of one example."""
    module: Any = environment().get_template(f"{component}/{component}.html").module
    arguments = described(component)["examples"][example]
    return str(getattr(module, component)(**vars(arguments_from(arguments))))
