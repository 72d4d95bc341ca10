# SPDX-License-Identifier: MIT
"""Real pages that are no story, as rows to learn from: those that ship with formasaurus (MIT licence).

Its 954 pages of some 300 sites, in twenty languages, were gathered for their forms: fronts, shops, products, forums,
pages to sign in, to register and to write to. `pip download --no-deps formasaurus` fetches the wheel, and
`python -m benchmarks.form_pages WHEEL > MORE.jsonl` writes for each page its main content and the whole of it.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree

_DATA = "formasaurus/data/"
# Pages that are stories, or may be: found by reading the addresses and what is left of the pages.
_STORIES = frozenset(f"html/{number}.html" for number in (81, 202, 398, 719, 845))
# A main content of less is an empty page.
_LEAST = 120
_SECOND = ("co", "com", "ac", "gov", "org", "net", "edu")  # example.co.uk is one site


def rows_in(wheel: Path) -> Iterator[dict[str, Any]]:
    """The rows of the pages in a wheel: `variant` is `refuse`, or `refuse_full` for whole pages."""
    with zipfile.ZipFile(wheel) as archive:
        for name, about in json.loads(archive.read(f"{_DATA}index.json")).items():
            if name in _STORIES:
                continue
            data = archive.read(_DATA + name)
            tree = HTMLTree.parse_from_bytes(data, detect_encoding(data) or "utf-8")
            for variant, main in (("refuse", True), ("refuse_full", False)):
                text = extract_plain_text(tree, main_content=main, alt_texts=False)
                if len(text) >= _LEAST:
                    page = {"page": name, "domain": _site(about["url"]), "variant": variant, "text": text}
                    yield {"id": f"{name}-{variant}", **page, "gold": {"article": False}}


def _site(url: str) -> str:
    parts = urlsplit(url).netloc.partition(":")[0].split(".")
    return ".".join(parts[-3 if len(parts) > 2 and parts[-2] in _SECOND else -2 :])


if __name__ == "__main__":
    for row in rows_in(Path(sys.argv[1])):
        print(json.dumps(row))
