# SPDX-License-Identifier: AGPL-3.0-only
"""Each story's other forms beside its page: index.md, the post, and index.json, the same as data."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from newsroom.plugins.downloads.record import is_given, record_of
from newsroom.schema import PostError, PostFile, facts_of, parts_of, takes, write

TYPES = {"md": "text/markdown", "json": "application/json"}
# How the post came to be: shown where seeds are
_OF_THE_SEED: dict[str, Any] = {
    "seed": None,
    "sha256": None,
    "converter": None,
    "labels": (),
    "digest": None,
    "duplicates": (),
}


def name_forms(articles: Iterable[Any], wanted: Iterable[str]) -> None:
    """Set `forms` on each article: (media type, file's name) of each form that it is given in."""
    forms = tuple((TYPES[form], f"index.{form}") for form in TYPES if form in wanted)
    for article in articles:
        given = forms if is_given(facts_of(article)) else ()
        is_post = str(getattr(article, "source_path", "")).endswith(".md")
        article.forms = tuple(each for each in given if is_post or each[1] != "index.md")


def write_forms(article: Any, folder: Path, settings: dict[str, Any]) -> None:
    """Write the forms of an article beside its page in `folder`."""
    makers = {"index.md": _post, "index.json": _data}
    for _, name in article.forms:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(makers[name](article, settings).encode())


def _post(article: Any, settings: dict[str, Any]) -> str:
    """The post file, its front matter as the site understood it, so that another paper can take it as it is."""
    source = Path(article.source_path).read_text(encoding="utf-8-sig")
    try:
        text = parts_of(source)[1]
    except PostError:  # another reader's form
        text = source
    post = facts_of(article)
    if takes("address", article.url):  # where the story stands, whatever becomes of its headline
        post = replace(post, address=article.url)
    return write(PostFile(post if settings.get("PUBLISH_SEEDS") else replace(post, **_OF_THE_SEED), text))


def _data(article: Any, settings: dict[str, Any]) -> str:
    record = {**record_of(article, settings), "html": str(article.content)}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
