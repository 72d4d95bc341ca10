# SPDX-License-Identifier: AGPL-3.0-only
"""What became of every file found under ARTICLE_PATHS and PAGE_PATHS: nothing vanishes without a word."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.press.complaints import Complaints, shown

_STORIES = ("articles", "translations", "hidden_articles", "hidden_translations")
_DRAFTS = ("drafts", "drafts_translations")
_PAGES = ("pages", "translations", "hidden_pages", "hidden_translations")
_DRAFT_PAGES = ("draft_pages", "draft_translations")


@dataclass(frozen=True, slots=True)
class Account:
    """The numbers of one build: found == stories + pages + drafts + held + refused.

    `held` maps a source path below content/ to why it has no page yet: withdrawn, future or draft.
    `refused` has one line a file, 'content/news/x.md:3: why', ordered by path.
    """

    found: int
    stories: int
    pages: int
    drafts: int
    held: Mapping[str, str]
    refused: tuple[str, ...]

    def __post_init__(self) -> None:
        """Raise ValueError when the two sides differ: a file was lost, or counted twice."""
        out = self.stories + self.pages + self.drafts
        if self.found != out + len(self.held) + len(self.refused):
            raise ValueError(f"{self.found} files were found, but the account says: {self}")

    def __str__(self) -> str:
        """Return the numbers in words: '2 stories, 1 page; held back: 1 withdrawn; refused: 1'."""
        words = f"{_counted(self.stories, 'story', 'stories')}, {_counted(self.pages, 'page', 'pages')}"
        if self.drafts:
            words += f", {_counted(self.drafts, 'draft', 'drafts')}"
        if self.held:
            reasons = Counter(self.held.values())
            words += "; held back: " + ", ".join(f"{reasons[reason]} {reason}" for reason in sorted(reasons))
        return words + (f"; refused: {len(self.refused)}" if self.refused else "")


def account_for(articles: Any, pages: Any, held: Mapping[str, str], complaints: Complaints) -> Account:
    """Return the account of what the two generators found, took, held back and refused.

    `held` is what the gate noted. A file that has no page and that nobody held back was refused: the
    complaint about it, which is taken from `complaints`, says why.
    """
    content = Path(articles.path)
    found = {*articles.found, *pages.found} - articles.context["static_content"].keys()
    stories, drafts = _taken(articles, _STORIES), _taken(articles, _DRAFTS)
    statics, draft_pages = _taken(pages, _PAGES), _taken(pages, _DRAFT_PAGES)
    everything = stories | drafts | statics | draft_pages
    back = {path: item.status for path, item in everything.items() if not item.save_as}
    back |= {os.path.relpath(content / path, content).replace(os.sep, "/"): why for path, why in held.items()}
    lost = sorted(found - everything.keys() - back.keys())
    out = found - back.keys()
    return Account(
        found=len(found),
        stories=len(out & stories.keys()),
        pages=len(out & statics.keys()),
        drafts=len(out & (drafts.keys() | draft_pages.keys())),
        held={path: back[path] for path in sorted(found & back.keys())},
        refused=tuple(_refusal(content / path, articles.readers.extensions, complaints) for path in lost),
    )


def pages_out(articles: Any, pages: Any) -> dict[str, str]:
    """Return source path -> path below the output folder, for every source that has a page of its own."""
    taken = _taken(articles, _STORIES + _DRAFTS) | _taken(pages, _PAGES + _DRAFT_PAGES)
    return {path: item.save_as for path, item in taken.items() if item.save_as}


def _taken(generator: Any, lists: tuple[str, ...]) -> dict[str, Any]:
    """Return source path below content/ -> content object; what has no source is not counted."""
    items = (item for name in lists for item in getattr(generator, name))
    return {item.get_relative_source_path(): item for item in items if item.source_path}


def _refusal(file: Path, extensions: Any, complaints: Complaints) -> str:
    said = complaints.take(file)
    if said:
        return said[0]
    if file.suffix[1:] not in extensions:
        # Pelican reads the files that it copies under the ending `static`; no post has it
        only = ", ".join(f".{extension}" for extension in sorted(set(extensions) - {"static"}))
        return f"{shown(file)}:1: not a post: only {only} files are taken"
    return f"{shown(file)}:1: it has no page, and nothing said why"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
