# SPDX-License-Identifier: MIT
"""From what DataTrove's readers read to a document that our steps take."""

import importlib
import re
from contextlib import suppress
from ctypes.util import find_library
from typing import Any

# DataTrove's reader of archives needs libmagic, and not every system has it; two of them do not go together
if not find_library("magic"):
    with suppress(ImportError):
        importlib.import_module("pylibmagic")

_ARCHIVE = re.compile(r".*\.warc(?:\.[a-z0-9]+)?", re.IGNORECASE)
# Its readers leave documents without text out; they are inputs as others are, and we say what became of them
_NOTHING = " "


def seed_of(_reader: Any, data: dict[str, Any], path: str, _place: int | str) -> dict[str, Any]:
    """The `adapter` of a reader: a row's or a record's text and id, the file and the address that it came from.

    Pages are told from texts by their file: `.warc` holds pages, all else texts. An id that is missing stays empty.
    """
    text, identity = data.get("text"), data.get("id")
    known = identity if isinstance(identity, str | int) and not isinstance(identity, bool) else ""
    is_page = _ARCHIVE.fullmatch(path) is not None
    url = data.get("url")
    metadata = {"file": path, "url": url if isinstance(url, str) else None, "is_page": is_page, "is_empty": not text}
    identity = known.strip("<>") if is_page and isinstance(known, str) else known
    return {"text": text if isinstance(text, str) and text else _NOTHING, "id": identity, "metadata": metadata}


def text_of(document: Any) -> str:
    """What the input held."""
    text: str = document.text
    return "" if document.metadata["is_empty"] else text
