# SPDX-License-Identifier: AGPL-3.0-only
"""What a site may not replace: the old folder is removed whole, so a build must have made it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsroom.settings import SettingsError


def refuse_unsafe(live: Path, settings: Mapping[str, Any]) -> None:
    """Raise SettingsError when replacing the folder would take something away that no build made."""
    kept = [settings["PATH"], settings["THEME"], settings.get("SEED_PATH"), Path.cwd(), Path.home(), __file__]
    for path in filter(None, kept):
        if Path(path).resolve().is_relative_to(live):
            raise SettingsError(f"OUTPUT_PATH: {live} holds {path}, which the site would replace")
    if live.is_mount():
        raise SettingsError(f"OUTPUT_PATH: {live} is a mount point; name a folder below it")
    if settings.get("OUTPUT_RETENTION"):
        raise SettingsError("OUTPUT_RETENTION: the output folder is replaced whole, nothing in it is retained")
    if live.exists() and not _is_site(live):
        raise SettingsError(f"OUTPUT_PATH: {live} is no built site; empty it, or name another folder")


def _is_site(folder: Path) -> bool:
    """Return whether a build made this: it has a front page and no repository, or it is empty."""
    names = {entry.name for entry in folder.iterdir()} if folder.is_dir() else {"a file"}
    return not names or ("index.html" in names and not names & {".git", ".hg", ".svn"})
