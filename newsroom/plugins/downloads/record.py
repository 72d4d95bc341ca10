# SPDX-License-Identifier: AGPL-3.0-only
"""A story as data: what its post states, under the same keys in every form. docs/downloads.md has them one by one."""

from html.parser import HTMLParser
from typing import Any

from newsroom.schema import FrontMatter, Remark, Stamp, facts_of

Record = dict[str, Any]
_BLOCKS = frozenset({"p", "h2", "h3", "h4", "li", "pre", "tr", "hr"})
_CELLS = frozenset({"td", "th"})


def is_given(post: FrontMatter) -> bool:
    """Whether a story is given in other forms: a file cannot say noindex, so only where its page does not say it."""
    return post.index and not post.copy and not post.version_of and post.status == "published"


def record_of(article: Any, settings: dict[str, Any]) -> Record:
    """Return a story with all keys, None or an empty list where the post states nothing.

    `url` is whole where the site knows its own address. Of the seed it tells only with PUBLISH_SEEDS.
    """
    post = facts_of(article)
    has_seed = settings.get("PUBLISH_SEEDS", False)
    return {
        "address": article.url,
        "url": f"{settings['SITEURL']}/{article.url}",
        "title": post.title,
        "date": stamped(post.date),
        "modified": stamped(post.modified),
        "changed": [str(day) for day in post.changed],
        "section": post.category,
        "authors": list(post.authors),
        "agency": post.agency,
        "dateline": post.dateline,
        "topics": list(post.tags),
        "summary": post.summary,
        "text": words_of(str(article.content)),
        "captions": list(post.captions),
        "notes": list(post.notes),
        "corrections": [_remark(each) for each in post.corrections],
        "transcriptions": [_remark(each) for each in post.transcriptions],
        "language": post.lang or settings["DEFAULT_LANG"],
        "newspaper": post.newspaper,
        "source": post.source,
        "rights": post.rights,
        "contact": post.contact,
        "seed": post.seed if has_seed else None,
        "seed_sha256": post.sha256 if has_seed else None,
    }


def stamped(stamp: Stamp | None) -> str | None:
    """Return `2031-03-20`, `2031-03-20T09:15` or `2031-03-20T09:15+01:00`: no more than the post states."""
    if stamp is None:
        return None
    day, _, rest = str(stamp).partition(" ")
    return f"{day}T{rest.replace(' ', '')}" if rest else day


def _remark(remark: Remark) -> dict[str, str]:
    return {"day": remark.day.isoformat(), "text": remark.text}


def words_of(html: str) -> str:
    """Return the words of a text: a block a paragraph, with an empty line between, cells parted by a tab."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    blocks = ("".join(block).strip() for block in reader.blocks)
    return "\n\n".join(block for block in blocks if block)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[str]] = [[]]

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self.blocks.append([])
        elif tag == "br":
            self.blocks[-1].append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.blocks.append([])
        elif tag in _CELLS:
            self.blocks[-1].append("\t")

    def handle_data(self, data: str) -> None:
        self.blocks[-1].append(data)
