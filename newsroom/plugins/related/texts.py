# SPDX-License-Identifier: AGPL-3.0-only
"""The stories' words: read from their posts, or known from the last build where a post is as it was."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsroom.plugins.related.likeness import Likes, Signature, nearest, signature_of
from newsroom.plugins.related.remembered import Known, kept, known_from
from newsroom.plugins.related.words import Table, kept_table, table_of, table_written, words_of
from newsroom.schema import facts_of

TELLING = 20  # stories; of fewer no one can tell which words are rare


def alike(articles: Sequence[Any], listed: int, most: int, content: Path, cache: Path | None) -> list[tuple[Any, ...]]:
    """Return for each article up to `most` of the `listed` first, those most like it, the nearest first.

    By the table that is kept with the archive in `content`, else by one made of these stories.
    """
    if len(articles) < TELLING:
        return [()] * len(articles)
    table = kept_table(content, len(articles))
    if table is None:
        table = table_of((_all_words(article) for article in articles), len(articles))
        table_written(table, content)
    known = known_from(cache, table)
    named = [_named(article, known.keys) for article in articles]
    keys = [key for key, _ in named]
    signatures = [
        known.signatures.get(key) or _signature(each, table) for key, each in zip(keys, articles, strict=True)
    ]
    likes = nearest(keys, signatures, listed, most, known.likes)
    sources = {source: key for key, source in named if source}
    kept(Known(dict(zip(keys, signatures, strict=True)), likes, sources), known, cache, table)
    by_key = dict(zip(keys, articles, strict=True))
    return [_articles(likes[key], by_key) for key in keys]


def _named(article: Any, known: dict[str, str]) -> tuple[str, str]:
    """Return the key of a story's words, and what it is made of, where its reader says so: then none is read."""
    made_of = getattr(article, "made_of", "")
    source = f"{article.url} {made_of}" if made_of else ""
    if source in known:
        return known[source], source
    words = f"{article.url}\0{facts_of(article).title}\0{_text(article)}"
    return sha256(words.encode(errors="replace")).hexdigest()[:32], source


def _signature(article: Any, table: Table) -> Signature:
    return signature_of(words_of(facts_of(article).title), words_of(_text(article)), table)


def _articles(likes: Likes, by_key: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(by_key[key] for key, _ in likes)


def _text(article: Any) -> str:
    """The post's Markdown: to read it takes a tenth of the time that its HTML would take."""
    source = str(getattr(article, "source_path", ""))
    if not source.endswith(".md"):
        return str(article.content)
    text = Path(source).read_text(encoding="utf-8", errors="replace")
    return text.partition("\n---\n")[2] if text.startswith("---\n") else text


def _all_words(article: Any) -> list[str]:
    return words_of(f"{facts_of(article).title}\n{_text(article)}")
