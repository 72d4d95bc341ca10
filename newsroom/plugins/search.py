# SPDX-License-Identifier: AGPL-3.0-only
"""Search over everything, on the reader's machine: the index, made by Pagefind from its command line.

Works on any Pelican site: sets `search_bundles` in the context of all templates, the names of the index's bundles,
the newest first; a page at search/ that loads search/NAME/pagefind.js searches them. Pagefind is given a small
page of each story, not the site: its words, and what readers filter and sort by. One index a language, in bundles
of BUNDLE stories dealt out from the oldest, each made by a process of its own, so that memory stays bounded. A
bundle of which no story changed is taken from the cache.

Settings: SEARCH; SEARCH_CACHE, a folder that may be deleted at any time.

Pagefind is PyPI's pagefind[bin]. Without it there is one clear line and a site without search; STRICT stops.
"""

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

from pelican import signals
from pelican.generators import Generator

from newsroom.parts import home_of, parts_from
from newsroom.schema import FrontMatter, facts_of
from newsroom.shards import is_made_here
from newsroom.stop import Stop

logger = logging.getLogger(__name__)

FOLDER = "search"
# Pagefind 1.5 takes 0.34 MB a story of 550 words: 2,500 stories 0.9 GB, 10,000 at once 3.2 GB
BUNDLE = 2_500
# What of Pagefind's output a page needs: its own interfaces stay out
_NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.*",
    "*.pf_meta",
    "fragment",
    "index",
    "filter",
)


class SearchError(Stop):
    """The index could not be made."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Stories of one language that are indexed together: {address below the root: small page}."""

    lang: str
    name: str
    pages: dict[str, str]

    @property
    def key(self) -> str:
        """What its index is made of, in hex: the pages and Pagefind's version."""
        made_of = json.dumps([version("pagefind"), _NEEDED, self.lang, self.pages], sort_keys=True)
        return sha256(made_of.encode()).hexdigest()


def bundles_of(articles: Iterable[Any], language: str) -> dict[str, list[Any]]:
    """Return {name of the bundle: its stories}, those of the paper's own language first, in each the newest first.

    Stories are dealt out from the oldest, so that a new one changes the newest bundle alone.
    """
    stories = [(facts_of(article), article) for article in articles]
    listed = [(post, article) for post, article in stories if post.index and not post.version_of]
    listed.sort(key=lambda each: (_lang(each[0], language), str(each[0].date or ""), each[1].url))
    found: dict[str, list[Any]] = {}
    for lang, of_language in groupby(listed, key=lambda each: _lang(each[0], language)):
        group = [article for _, article in of_language]
        parts = [group[start : start + BUNDLE] for start in range(0, len(group), BUNDLE)]
        dealt = {f"{lang}-{number}": part for number, part in enumerate(parts, 1)}
        newest_first = dict(reversed(dealt.items()))
        found = newest_first | found if lang == _primary(language) else found | newest_first
    return found


def _lang(post: FrontMatter, language: str) -> str:
    return _primary(post.lang or language)


def _primary(tag: str) -> str:
    """`pt` of `pt-BR`: what Pagefind knows of a language is how its words are stemmed."""
    return tag.split("-")[0].lower()


def pages_of(name: str, articles: Iterable[Any], settings: Mapping[str, Any] = MappingProxyType({})) -> Bundle:
    """Return the bundle with the small page of each of its stories."""
    lang = name.rpartition("-")[0]
    pages = {article.url: _page(facts_of(article), article, lang, elsewhere(article, settings)) for article in articles}
    return Bundle(lang, name, pages)


def elsewhere(article: Any, settings: Mapping[str, Any]) -> str:
    """Return the whole address of a story that stands on another site of the paper (PARTS, PART); else nothing."""
    if not settings.get("PART"):
        return ""
    home = home_of(article.url, parts_from(settings["PARTS"]), {article.url: article.date.year})
    return "" if home.years == settings["PART"] else f"{home.site}/{article.url}"


def _page(post: FrontMatter, article: Any, lang: str, place: str) -> str:
    """A story as Pagefind reads it: https://pagefind.app/docs/metadata/, /filtering/, /sorts/."""
    return "".join(
        (
            f'<!doctype html><html lang="{escape(lang)}"><body data-pagefind-body>',
            f'<h1 data-pagefind-meta="title">{escape(post.title)}</h1>',
            *_marks(post, place),
            f"<p>{escape(post.summary or '')}</p>{article.content}</body></html>",
        )
    )


def _marks(post: FrontMatter, place: str) -> Iterator[str]:
    stamp = post.date
    facts: list[tuple[str, str, Sequence[str]]] = [
        ("meta", "date", [str(stamp)] if stamp else []),
        ("meta", "section", [post.category or ""]),
        ("meta", "place", [place]),
        ("filter", "section", [post.category or ""]),
        ("filter", "topic", post.tags),
        ("filter", "year", [f"{stamp.day:%Y}"] if stamp else []),
        ("sort", "date", [str(stamp) if stamp else "0"]),
    ]
    for kind, key, values in facts:
        for value in filter(None, values):
            yield f'<meta data-pagefind-{kind}="{key}[content]" content="{escape(value)}">'


def index_into(bundles: Iterable[Bundle], site: Path, cache: Path) -> None:
    """Write each bundle's index to site/search/NAME/, from the cache where it is there. Raises SearchError."""
    wanted = set()
    for bundle in bundles:
        kept = cache / bundle.key
        wanted.add(kept.name)
        if not (kept / "pagefind-entry.json").is_file():
            if os.environ.get("SERVING"):  # invoke serve: nobody waits for an index at each saved word
                continue
            _make(bundle, kept)
        shutil.copytree(kept, site / FOLDER / bundle.name, dirs_exist_ok=True)
    for old in cache.iterdir() if cache.is_dir() else ():
        if old.name not in wanted:
            shutil.rmtree(old)


def _make(bundle: Bundle, kept: Path) -> None:
    with TemporaryDirectory() as folder:
        pages, made = Path(folder, "pages"), Path(folder, "made")
        for address, page in bundle.pages.items():
            path = pages / address / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(page, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--silent", "--site", str(pages), "--output-path", str(made)]
        ran = subprocess.run([*command, "--force-language", bundle.lang], capture_output=True, check=False)
        if ran.returncode:
            raise SearchError(f"search: Pagefind stopped with {ran.returncode}: {ran.stderr.decode(errors='replace')}")
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_name(f"{kept.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        for pattern in _NEEDED:
            for found in made.glob(pattern):
                shutil.move(found, part / found.name)
        part.rename(kept)  # whole or not at all: a killed run leaves no half of an index


def missing() -> str:
    """Return why there can be no search, or nothing."""
    try:
        version("pagefind"), version("pagefind-bin")
    except PackageNotFoundError as error:
        return f"search: {error.name} is not installed, and the site has no search; pip install 'pagefind[bin]'"
    return ""


class SearchGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the page and the index."""

    def generate_context(self) -> None:
        """Set `search_bundles`, empty where there is no search. SearchError where STRICT wants what is missing."""
        self.bundles: dict[str, list[Any]] = {}
        wanted = self.settings.get("SEARCH", True)
        why = missing() if wanted else ""
        if why and self.settings.get("STRICT"):
            raise SearchError(why)
        if why:
            logger.warning(why)
        elif wanted:
            self.bundles = bundles_of(self.context["articles"], self.settings["DEFAULT_LANG"])
        self.context["search_bundles"] = tuple(self.bundles)

    def generate_output(self, _writer: Any) -> None:
        """Write the index."""
        cache = Path(self.settings.get("SEARCH_CACHE", ".newsroom/search"))
        mine = [each for each in self.bundles.items() if is_made_here(f"{FOLDER}/{each[0]}/", self.settings)]
        index_into((pages_of(*each, self.settings) for each in mine), Path(self.output_path), cache)


def search_generator(_pelican: Any) -> type[SearchGenerator]:
    """Return the generator to add to Pelican's own."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(search_generator)
