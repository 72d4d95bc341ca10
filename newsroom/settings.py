# SPDX-License-Identifier: MIT
"""The settings files, read without Pelican, and the check that names the setting that is wrong.

docs/settings.md describes every setting of ours; a test compares it with pelicanconf.py and with `OURS`.
"""

import re
import runpy
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from unicodedata import category
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newsroom.parts import parts_from
from newsroom.shards import shard_from
from newsroom.stop import Stop

Settings = dict[str, Any]

_WORKERS_MAX = 256

# What a large paper can do without: on, off, or on up to a number of stories
SWITCHES = ("PUBLISH_SEEDS", "RELATED", "SEARCH", "SHARE_PICTURES", "TEXT_EDITION")

_PATHS = ("PATH", "OUTPUT_PATH", "THEME", "SEED_PATH")
_LIMITS = ("file_bytes", "record_bytes", "line_bytes", "nesting", "ratio", "records")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CONTACT = re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+|https://[^\s<>\"/]+[^\s<>\"]*")
_SITEURL = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~-]+)*")
_AUTHORITY = re.compile(r"[A-Za-z0-9.@_-]+,[0-9]{4}(-[0-9]{2}){0,2}")
_LOCAL_HOSTS = {"localhost", "127.0.0.1", "0.0.0.0", "::1"}  # noqa: S104 - compared with, never bound to


class SettingsError(Stop, ValueError):
    """A setting is missing or wrong; the message begins with its name."""


def load(path: str | Path = "pelicanconf.py") -> Settings:
    """Return the settings that the file states, its folders made absolute as Pelican makes them.

    Raises SettingsError when there is no such file, when Python cannot run it, or when it names no folder
    for one of _PATHS.
    """
    file = Path(path).resolve()
    if not file.is_file():
        raise SettingsError(f"{path}: no such settings file here; go to the project's folder")
    sys.modules.pop("pelicanconf", None)  # publishconf.py imports it: its neighbour, not another folder's
    try:
        stated = {name: value for name, value in runpy.run_path(str(file)).items() if name.isupper()}
    except SettingsError:
        raise
    except Exception as error:
        raise SettingsError(f"{path}:{_line_at_fault(error, file)}: {error}") from error
    for name in _PATHS:
        if not stated.get(name) or not isinstance(stated[name], str):
            raise SettingsError(f"{name}: {path} names no folder")
        stated[name] = str(file.parent / stated[name])
    return stated


def folder(settings: Mapping[str, Any], name: str) -> Path:
    """Return a folder that the settings name, as a person in the project would write it.

    Raises SettingsError when there is none: made by a slip, an empty one would look like an empty paper.
    """
    path = Path(settings[name])
    path = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    if not path.is_dir():
        raise SettingsError(f"{name}: there is no folder {path}; make it, or name another in pelicanconf.py")
    return path


def _line_at_fault(error: Exception, file: Path) -> int:
    """Return the line of the settings file at which Python stopped."""
    if isinstance(error, SyntaxError) and error.filename == str(file):
        return error.lineno or 1
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
    return (lines and lines[-1]) or 1


def now(environ: Mapping[str, str]) -> datetime:
    """Return the moment of publishing: SOURCE_DATE_EPOCH when it is set, so that a build can be repeated."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    if not re.fullmatch(r"[0-9]{1,11}", epoch):
        raise SettingsError(f"SOURCE_DATE_EPOCH: {epoch!r} is not a number of seconds since 1970")
    return datetime.fromtimestamp(int(epoch), UTC)


def check(settings: Mapping[str, Any]) -> None:
    """Raise SettingsError, naming the setting, at the first one that is missing, misspelt or wrong.

    STRICT settings are those of the public site: they must say where it stands.
    """
    _refuse_misspelt(settings)
    for name, fault in OURS.items():
        if name not in settings:
            raise SettingsError(f"{name}: is missing; docs/settings.md says what it is")
        why = fault(settings[name])
        if why:
            raise SettingsError(f"{name}: {settings[name]!r} {why}")
    if settings["STRICT"]:
        _refuse_private(settings["SITEURL"])


def _refuse_misspelt(settings: Mapping[str, Any]) -> None:
    for name in settings:
        # Calibrated on SITE_NAME, SEEDS_PATH, DEFAULT_LANGUAGE (.86 and more) against all of Pelican 4.12's own
        # names, of which a test holds that none is taken for a slip (.75 is the nearest).
        near = [] if name in OURS else get_close_matches(name, OURS, n=1, cutoff=0.85)
        if near:
            raise SettingsError(f"{name}: there is no such setting; did you mean {near[0]}?")


def _refuse_private(siteurl: str) -> None:
    host = urlsplit(siteurl).hostname or ""
    if not siteurl:
        raise SettingsError(
            "SITEURL: is empty, and the public site needs one: SITEURL=https://example.org invoke publish"
        )
    if host in _LOCAL_HOSTS or host.endswith((".localhost", ".local")):
        raise SettingsError(f"SITEURL: {siteurl!r} is an address of this machine, not a public one")


def _text_fault(value: object) -> str:
    return _optional_text_fault(value) or ("" if str(value).strip() else "is not a text with something in it")


def _optional_text_fault(value: object) -> str:
    if not isinstance(value, str):
        return "is not a text"
    # One of them makes the feed malformed: XML 1.0 has no way to write it
    return "holds a control character" if any(category(letter) == "Cc" for letter in value) else ""


def _switch_fault(value: object) -> str:
    return "" if isinstance(value, bool) else "is neither True nor False"


def _up_to_fault(value: object) -> str:
    good = isinstance(value, bool) or (isinstance(value, int) and value > 0)
    return "" if good else "is neither True nor False, nor a number of stories up to which it is on"


def _size_fault(value: object) -> str:
    good = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return "" if good else "is not a number of bytes; 0: no limit"


def _parts_fault(value: object) -> str:
    if not isinstance(value, dict) or not all(isinstance(years, str) for years in value):
        return "is not a dict of years and the addresses at which they stand"
    wrong = next((site for site in value.values() if not site or _siteurl_fault(site)), None)
    if wrong is not None:
        return f"says {wrong!r}, which {_siteurl_fault(wrong) or 'is empty'}"
    try:
        parts_from(value)
    except ValueError as error:
        return f"cannot be: {error}"
    return ""


def _siteurl_fault(value: object) -> str:
    if not isinstance(value, str):
        return "is not a text"
    if value.endswith("/"):
        return "ends with a slash; addresses are joined to it with one"
    good = not value or (_SITEURL.fullmatch(value) and _has_host(value))
    return "" if good else "is not http:// or https://, a host and at most a plain path: https://example.org/news"


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname) and urlsplit(address).port != 0
    except ValueError:  # a port above 65535, half an IPv6 address
        return False


def _zone_fault(value: object) -> str:
    try:
        ZoneInfo(str(value))
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return "is not the name of a time zone, such as UTC or Europe/Paris"
    return ""


def _language_fault(value: object) -> str:
    good = isinstance(value, str) and _LANGUAGE.fullmatch(value)
    return "" if good else "is not a language tag, such as en or pt-BR"


def _contact_fault(value: object) -> str:
    good = isinstance(value, str) and (not value or _CONTACT.fullmatch(value))
    return "" if good else "is neither mailto:name@example.org nor https://… nor empty"


def _authority_fault(value: object) -> str:
    good = isinstance(value, str) and _AUTHORITY.fullmatch(value)
    return "" if good else "is not a domain or an address and a date, such as example.org,2026 (RFC 4151)"


def _shard_fault(value: object) -> str:
    try:
        shard_from({"SHARD": value})
    except (ValueError, TypeError):
        return "is not of the form 3/16, nor empty"
    return ""


def _workers_fault(value: object) -> str:
    good = value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _WORKERS_MAX)
    return "" if good else f"is neither None nor a number from 1 to {_WORKERS_MAX}"


def _now_fault(value: object) -> str:
    good = value is None or (isinstance(value, datetime) and value.tzinfo is not None)
    return "" if good else "is neither None nor a moment with a time zone"


def _feed_text_fault(value: object) -> str:
    return "" if value in ("full", "summary") else "is neither 'full' nor 'summary'"


def _listings_fault(value: object) -> str:
    good = isinstance(value, list | tuple) and all(each in ("section", "topic", "author") for each in value)
    return "" if good else "is not a list of any of section, topic, author"


def _forms_fault(value: object) -> str:
    """A list; or a dict, each of whose forms is on, off, or on up to a number of stories."""
    good = isinstance(value, list | tuple | dict) and all(each in ("md", "json") for each in value)
    if not good:
        return "names another form than md and json, or is neither a list nor a dict of them"
    return next(filter(None, map(_up_to_fault, value.values())), "") if isinstance(value, dict) else ""


def _downloads_fault(value: object) -> str:
    known = ("jsonl", "sqlite", "parquet", "epub-sections", "epub-months")
    good = isinstance(value, list | tuple) and all(each in known for each in value)
    return "" if good else f"is not a list of any of {', '.join(known)}"


def _fonts_fault(value: object) -> str:
    if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
        return "is not a list of font files"
    missing = next((each for each in value if not Path(each).is_file()), None)
    return f"names {missing!r}, which is no file here" if missing is not None else ""


def _status_fault(value: object) -> str:
    return "" if value in ("published", "draft") else "is neither 'published' nor 'draft'"


def _addresses_fault(value: object) -> str:
    return "" if value in ("dated", "source") else "is neither 'dated' nor 'source'"


def _limits_fault(value: object) -> str:
    if not isinstance(value, dict):
        return "is not a dict of numbers"
    for name in (*_LIMITS, *value):
        if name not in _LIMITS or name not in value:
            return f"{'misses' if name in _LIMITS else 'has no limit'} {name!r}; its limits are {', '.join(_LIMITS)}"
    wrong = next((name for name, limit in value.items() if type(limit) is not int or limit < 1), None)
    return f"says {value[wrong]!r} for {wrong!r}, which is no whole number above 0" if wrong else ""


OURS: dict[str, Callable[[object], str]] = {
    "SITENAME": _text_fault,
    "SITE_DESCRIPTION": _optional_text_fault,
    "SITEURL": _siteurl_fault,
    "TIMEZONE": _zone_fault,
    "DEFAULT_LANG": _language_fault,
    "CONTACT": _contact_fault,
    "TAG_AUTHORITY": _authority_fault,
    "INDEX": _switch_fault,
    "AI_CRAWLERS": _switch_fault,
    "FEED_TEXT": _feed_text_fault,
    "FEED_LISTINGS": _listings_fault,
    "SEARCH": _up_to_fault,
    "SEARCH_CACHE": _text_fault,
    "PUBLISH_SEEDS": _up_to_fault,
    "TEXT_EDITION": _up_to_fault,
    "STORY_FORMS": _forms_fault,
    "DOWNLOADS": _downloads_fault,
    "RELATED": _up_to_fault,
    "RELATED_CACHE": _optional_text_fault,
    "SHARE_PICTURES": _up_to_fault,
    "SHARE_CACHE": _text_fault,
    "SHARE_FONTS": _fonts_fault,
    "PICTURE_CACHE": _optional_text_fault,
    "SIZE_LIMIT": _size_fault,
    "COMPRESS": _switch_fault,
    "PARTS": _parts_fault,
    "PART": _optional_text_fault,
    "SHARD": _shard_fault,
    "LISTING": _optional_text_fault,
    "SEED_PATH": _text_fault,
    "LIMITS": _limits_fault,
    "NEW_POSTS": _status_fault,
    "ADDRESSES": _addresses_fault,
    "KEEP_UNCHANGED": _switch_fault,
    "WORKERS": _workers_fault,
    "STRICT": _switch_fault,
    "NOW": _now_fault,
}
