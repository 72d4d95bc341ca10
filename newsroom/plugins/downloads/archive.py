# SPDX-License-Identifier: AGPL-3.0-only
"""Which files of the whole archive there are, and what their page tells of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel import Locale
from babel.dates import format_date

from newsroom.plugins.downloads.epub import Book, write_epub
from newsroom.plugins.downloads.record import is_given, record_of
from newsroom.plugins.downloads.tables import WRITERS, write_spooled
from newsroom.schema import facts_of

FOLDER = "downloads"
BOOKS = ("epub-sections", "epub-months")


@dataclass(frozen=True, slots=True)
class Download:
    """A file: its kind, its path below the root, what a book is of, its size in bytes, its SHA-256 in hex."""

    kind: str
    path: str
    label: str
    size: int
    sha256: str

    @property
    def weight(self) -> str:
        """The size for people: `12 KB`, `1.5 MB`."""
        return f"{self.size / 1_000_000:.1f} MB" if self.size >= 1_000_000 else f"{max(1, round(self.size / 1000))} KB"


def write_archive(articles: Iterable[Any], site: Path, settings: dict[str, Any]) -> tuple[Download, ...]:
    """Write the files that DOWNLOADS names under site/downloads/, and a list of their digests; return them."""
    given = sorted((each for each in articles if is_given(facts_of(each))), key=lambda each: str(each.url))
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    found = [*_tables(given, folder, settings), *_books(given, folder, settings)]
    downloads = tuple(_download(kind, folder / name, label, site) for kind, name, label in found)
    sums = "".join(f"{each.sha256}  {each.path.removeprefix(f'{FOLDER}/')}\n" for each in downloads)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    return downloads


def _tables(given: Sequence[Any], folder: Path, settings: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    wanted = [kind for kind in WRITERS if kind in settings["DOWNLOADS"]]
    if not wanted:
        return
    with TemporaryDirectory() as temporary:
        spool = Path(temporary, "stories.jsonl")
        write_spooled((record_of(article, settings) for article in given), spool)
        for kind in wanted:
            name, write = WRITERS[kind]
            write(spool, folder / name)
            yield kind, name, ""


def _books(given: Sequence[Any], folder: Path, settings: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    locale = Locale.parse(settings["DEFAULT_LANG"], sep="-")
    for kind in BOOKS:
        groups: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
        for article in given if kind in settings["DOWNLOADS"] else ():
            place = _place(kind, article, locale)
            if place:
                groups[place].append(article)
        for (name, label), stories in sorted(groups.items()):
            path = folder / f"{name}.epub"
            path.parent.mkdir(exist_ok=True)
            write_epub(stories, _book(name, label, settings), path)
            yield kind, f"{name}.epub", label


def _place(kind: str, article: Any, locale: Locale) -> tuple[str, str] | None:
    """Return the name of the book that a story is in, and its label; None for one without section or day."""
    post = facts_of(article)
    if kind == "epub-sections":
        return (f"section/{article.category.slug}", post.category) if post.category else None
    if post.date is None:
        return None
    return f"month/{post.date.day:%Y-%m}", format_date(post.date.day, "LLLL y", locale=locale)


def _book(name: str, label: str, settings: dict[str, Any]) -> Book:
    paper, site = settings["SITENAME"], settings["SITEURL"]
    authority = settings.get("TAG_AUTHORITY", "daily-seed.invalid,2026")
    return Book(f"{paper}: {label}", paper, settings["DEFAULT_LANG"], f"tag:{authority}:{name}", site)


def _download(kind: str, path: Path, label: str, site: Path) -> Download:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return Download(kind, path.relative_to(site).as_posix(), label, path.stat().st_size, digest)
