# SPDX-License-Identifier: AGPL-3.0-only
"""What may not be replaced by a site: the old folder is removed whole, so it must be one that a build made."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsroom.settings import SettingsError


def refuse_unsafe(live: Path, settings: Mapping[str, Any]) -> None:
    """Raise SettingsError when replacing the folder would take something away that no build made."""
    kept = [settings["PATH"], settings["THEME"], settings.get("SEED_PATH"), os.getcwd(), Path.home(), __file__]
    for path in filter(None, kept):
        if Path(os.path.realpath(path)).is_relative_to(live):
            raise SettingsError(f"OUTPUT_PATH: {live} holds {path}, which the site would replace")
    if os.path.ismount(live):
        raise SettingsError(f"OUTPUT_PATH: {live} is a mount point and cannot be exchanged; name a folder below it")
    if settings.get("OUTPUT_RETENTION"):
        raise SettingsError("OUTPUT_RETENTION: the output folder is replaced whole; nothing in it can be retained")
    if live.exists() and not _is_site(live):
        raise SettingsError(f"OUTPUT_PATH: {live} holds files that are no built site; empty it, or name another folder")


def _is_site(folder: Path) -> bool:
    """Return whether a build made this: it has a front page and no repository, or it is empty."""
    names = {entry.name for entry in os.scandir(folder)} if folder.is_dir() else {"a file"}
    return not names or ("index.html" in names and not names & {".git", ".hg", ".svn"})
