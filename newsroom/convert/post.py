# SPDX-License-Identifier: MIT
"""The post: an article as front matter and Markdown, and where it goes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newsroom.convert import markdown
from newsroom.convert.blocks import Blocks
from newsroom.convert.evidence import Evidence
from newsroom.convert.language import language_in
from newsroom.convert.model import Article, Paragraph, Post, Role, Seed
from newsroom.schema import LONGEST, FrontMatter, Label, PostFile, digest, slug_from, takes

# Changes with anything that changes what posts come out, so that a post names what made it.
VERSION = "1"
_BETWEEN = {Role.ITEM: "\n", Role.QUOTATION: "\n>\n"}
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(.+)")
# Items of one list that a post takes, so that its front matter has room: pages print a dozen captions.
_MOST = 30


def post_from(seed: Seed, blocks: Blocks, headline: str, article: Article) -> Post:
    """The post of an article, at the address that its day and its headline suggest."""
    slug = slug_from(headline)
    day = article.published and article.published.day
    front = FrontMatter(
        title=headline,
        date=article.published,
        modified=article.modified,
        address=f"{day:%Y/%m/%d}/{slug}/" if day else f"undated/{slug}/",
        category=_first("category", article.section),
        authors=_all("authors", article.authors),
        agency=_first("agency", article.agency),
        dateline=_first("dateline", article.dateline),
        tags=_all("tags", article.tags),
        summary=_first("summary", _standfirst(article)),
        captions=_all("captions", article.captions),
        notes=_all("notes", article.notes),
        **_known_beside(seed.evidence, article),
        seed=seed.key,
        sha256=seed.sha256,
        converter=VERSION,
        labels=_labels(blocks),
    )
    text = _text_from([each for each in article.paragraphs if each.role is not Role.STANDFIRST])
    path = f"news/{day:%Y/%m}/{slug}.md" if day else f"news/undated/{slug}.md"
    return Post(path, _sealed(PostFile(front, text)))


def _known_beside(evidence: Evidence, article: Article) -> dict[str, Any]:
    """What an editor stated of the source and what came from the page's address, marked as that, and the address."""
    said = {key: getattr(evidence.source, key) for key in ("newspaper", "rights", "contact", "lang")}
    stated: dict[str, Any] = {key: value for key, value in said.items() if value and takes(key, value)}
    source = evidence.address if evidence.address and takes("source", evidence.address) else None
    if evidence.source.index is False:
        stated["index"] = False
    if evidence.source.copy and source:  # a copy names its original
        stated["copy"] = True
    lang = stated.get("lang") or language_in(article.paragraphs)
    return {**stated, "lang": lang, "stated": (*stated, *article.stated), "taken": article.taken, "source": source}


def placed(post: Post, path: str, address: str) -> Post:
    """The same post at a path and an address that are fixed already."""
    front = replace(post.file.front, address=address)
    return Post(path, _sealed(PostFile(front, post.file.text)))


def told_apart(post: Post, letters: str) -> Post:
    """The same post with letters after its slug, where the plain one is taken."""
    path = f"{post.path.removesuffix('.md')}-{letters}.md"
    return placed(post, path, f"{(post.file.front.address or '').rstrip('/')}-{letters}/")


def _standfirst(article: Article) -> str:
    return " ".join(each.text for each in article.paragraphs if each.role is Role.STANDFIRST)


def _first(key: str, text: str | None) -> str | None:
    """The text, unless it is empty or longer than its key takes: the labels still show where it stands."""
    return text if text and len(text) <= LONGEST[key] else None


def _all(key: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the texts that their key takes, as many as there is room for."""
    return tuple(text for text in texts if len(text) <= LONGEST[key])[:_MOST]


def _sealed(file: PostFile) -> PostFile:
    """The file with the digest of what it says, by which a person's change is noticed."""
    return PostFile(replace(file.front, digest=digest(file)), file.text)


def _labels(blocks: Blocks) -> tuple[Label, ...]:
    return tuple(
        Label(block.start, block.end, block.role, block.reason)
        for block in blocks.items
        if block.role is not Role.LAYOUT
    )


def _text_from(paragraphs: Sequence[Paragraph]) -> str:
    """The story in Markdown: the items of a list touch, and the lines of a quotation are one."""
    text = ""
    for above, paragraph in zip([None, *paragraphs], paragraphs, strict=False):
        joined = _BETWEEN.get(paragraph.role, "\n\n") if above and above.role is paragraph.role else "\n\n"
        text += (joined if text else "") + _markdown(paragraph)
    return text


def _markdown(paragraph: Paragraph) -> str:
    if paragraph.role is Role.SUBHEAD:
        return markdown.heading(paragraph.text, 2)
    if paragraph.role is Role.QUOTATION:
        return markdown.quotation(paragraph.text)
    if paragraph.role is Role.ITEM:
        numbered = _NUMBER.fullmatch(paragraph.text)
        return markdown.numbered_item(int(numbered[1]), numbered[2]) if numbered else markdown.list_item(paragraph.text)
    return markdown.paragraph(paragraph.text)
