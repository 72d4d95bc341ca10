# SPDX-License-Identifier: AGPL-3.0-only
"""All that makes a page beside its words and its template: programs, their versions, settings."""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_PACKAGES = ("babel", "jinja2", "lightningcss", "markdown", "markupsafe", "nh3", "pelican", "python-slugify", "pyyaml")
# Where things stand, when it is, and what is handed over in the settings: no page is made of them
_NOT_SHOWN = {
    "CACHE_PATH",
    "KEEP_UNCHANGED",
    "LISTING",
    "NOW",
    "OUTPUT_PATH",
    "PATH",
    "POSTS_HELD",
    "POSTS_WITHDRAWN",
    "RELATED_CACHE",
    "SEED_PATH",
    "SHARD",
    "THEME",
    "WORKERS",
}
_PLAIN = (str, int, float, bool, bytes, type(None))


def digest_of_makers(settings: Mapping[str, Any]) -> str:
    """Return a digest of Python's and the libraries' versions, of our and the plugins' sources, and of the settings."""
    parts = [sys.version, *(f"{name} {_version(name)}" for name in _PACKAGES)]
    parts += [f"{file} {hashlib.blake2b(file.read_bytes()).hexdigest()}" for file in _sources(settings)]
    here = str(Path(settings["PATH"]).resolve().parent)  # folders of a project may stand anywhere
    stated = [f"{name}={told(settings[name])}" for name in sorted(settings) if name not in _NOT_SHOWN]
    parts += [each.replace(here, ".") for each in stated]
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def digest_of_templates(environment: Any) -> str:
    """Return a digest of every template that the theme has, whether a page uses it or not."""
    names = environment.list_templates()
    sources = [f"{name}\0{environment.loader.get_source(environment, name)[0]}" for name in names]
    return hashlib.blake2b("\0".join(sources).encode(), digest_size=16).hexdigest()


def told(value: Any) -> str:
    """Return a value in words that are the same in every process: an object of no known kind by its name alone."""
    if isinstance(value, _PLAIN):
        return repr(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{told(key)}: {told(value[key])}" for key in value) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(told, value)) + "]"
    if isinstance(value, set | frozenset):
        return "{" + ", ".join(sorted(map(told, value))) + "}"
    if isinstance(value, Path):
        return repr(str(value))
    name = getattr(value, "__qualname__", None) or type(value).__qualname__
    return f"{getattr(value, '__module__', '')}.{name}"


def _sources(settings: Mapping[str, Any]) -> Iterator[Path]:
    """Yield the files of our package, catalogues of words among them, and of every plugin that is not part of it."""
    package = Path(__file__).resolve().parents[1]
    yield from sorted(file for file in package.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    for plugin in settings.get("PLUGINS") or ():
        module = sys.modules.get(plugin if isinstance(plugin, str) else getattr(plugin, "__name__", ""))
        file = Path(getattr(module, "__file__", None) or "nowhere")
        if file.is_file() and not file.is_relative_to(package):
            yield from sorted(file.parent.rglob("*.py")) if file.name == "__init__.py" else [file]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
