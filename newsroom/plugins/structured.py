# SPDX-License-Identifier: AGPL-3.0-only
"""What programs read of a page: schema.org (JSON-LD), Dublin Core, Open Graph, cards.

Works on any Pelican site: the filter `head` gives an article's facts for the page's `<head>`. Every fact is one
that the post states, and no more precise. A newspaper is named only where the post names it: the host of the copy
is the publisher of nothing. Dublin Core's type is newsItem, by which Zotero files a newspaper article; no Highwire
`citation_*`, by which it would file a journal's. Zotero takes DC.source and og:site_name for the newspaper: both
are left out where none is stated. Read in Zotero's translators "Embedded Metadata" and "RDF".
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from markupsafe import Markup
from pelican import signals

from newsroom.schema import FrontMatter, Stamp, facts_of

Tag = tuple[Literal["name", "property"], str, str]  # which attribute carries the key; key; content
_IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}  # no JSON string can end its element


@dataclass(frozen=True, slots=True)
class Head:
    """`tags` for `<meta>`; `data` for `<script type="application/ld+json">`, which no browser runs."""

    tags: tuple[Tag, ...]
    data: Markup


def head_of(article: Any, description: str = "", picture: str = "", *, settings: dict[str, Any]) -> Head:
    """Return the facts of a story's head.

    `description` is what cards say where the post states no standfirst; `picture` the whole address of one.
    """
    post = facts_of(article)
    address = f"{settings['SITEURL']}/{article.url}"
    card = None if picture else getattr(article, "card", None)  # of the plugin `share`
    picture = f"{settings['SITEURL']}/{card.path}" if card else picture
    description = post.summary or description
    story = news_article(post, address, picture, settings["DEFAULT_LANG"])
    data = [story, breadcrumbs(article, post, settings)]
    tags = (*_dublin_core(post, address, settings), *_open_graph(post, address, description, picture))
    if card:
        facts = (("width", str(card.width)), ("height", str(card.height)), ("alt", card.alt))
        tags += tuple(("property", f"og:image:{key}", content) for key, content in facts)
    return Head(tags, script_safe(data))


def site_of(settings: dict[str, Any]) -> Markup:
    """Return the paper itself as schema.org's WebSite, for the front page."""
    site = f"{settings['SITEURL']}/"
    found = {"@context": "https://schema.org", "@type": "WebSite", "name": settings["SITENAME"], "url": site}
    if settings.get("SITE_DESCRIPTION"):
        found["description"] = settings["SITE_DESCRIPTION"]
    return script_safe({**found, "inLanguage": settings["DEFAULT_LANG"]})


def script_safe(data: object) -> Markup:
    """Return JSON that cannot leave a script element, whatever its strings hold."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT))  # noqa: S704


def news_article(post: FrontMatter, address: str, picture: str, language: str) -> dict[str, Any]:
    """Return schema.org's NewsArticle; tests/schemas/news-article.schema.json states its rules."""
    corrections = [
        {"@type": "CorrectionComment", "datePublished": remark.day.isoformat(), "text": remark.text}
        for remark in post.corrections
    ]
    stated: dict[str, Any] = {
        "headline": post.title,
        "url": address,
        "datePublished": _w3c(post.date),
        "dateModified": _w3c(last_change(post)),
        "author": _makers(post),
        "publisher": {"@type": "NewsMediaOrganization", "name": post.newspaper} if post.newspaper else None,
        "articleSection": post.category,
        "keywords": list(post.tags),
        "dateline": post.dateline,
        "image": [picture] if picture else None,
        "correction": corrections,
        "isBasedOn": post.source,
        "copyrightNotice": post.rights,
        "inLanguage": post.lang or language,
    }
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        **{key: value for key, value in stated.items() if value},
    }


def last_change(post: FrontMatter) -> Stamp | None:
    """When the text of this page was changed last, by the newspaper or, after it was published here, by a person."""
    days = [stamp for stamp in (post.modified, *post.changed) if stamp]
    return max(days, key=lambda stamp: stamp.day, default=None)  # of one day the newspaper's, which may have a time


def _makers(post: FrontMatter) -> list[dict[str, str]]:
    people = [{"@type": "Person", "name": name} for name in post.authors]
    return people or ([{"@type": "Organization", "name": post.agency}] if post.agency else [])


def breadcrumbs(article: Any, post: FrontMatter, settings: dict[str, Any]) -> dict[str, Any]:
    """Return schema.org's BreadcrumbList: the paper, the section where one is stated, the story."""
    site = settings["SITEURL"]
    steps = [(settings["SITENAME"], {"item": f"{site}/"})]
    if post.category and getattr(article, "category", None):
        steps.append((post.category, {"item": f"{site}/{article.category.url}"}))
    steps.append((post.title, {}))  # the page itself: its address is the story's `url`
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, **leads}
            for place, (name, leads) in enumerate(steps, 1)
        ],
    }


def _dublin_core(post: FrontMatter, address: str, settings: dict[str, Any]) -> Iterator[Tag]:
    yield from _named("DC.type", ["newsItem"])
    yield from _named("DC.title", [post.title])
    yield from _named("DC.creator", post.authors or ([post.agency] if post.agency else []))
    yield from _named("DC.date", [_w3c(post.date)])
    yield from _named("DC.source", [post.newspaper])
    yield from _named("DC.identifier", [address])
    yield from _named("DC.language", [post.lang or settings["DEFAULT_LANG"]])
    yield from _named("DC.subject", post.tags)
    yield from _named("DC.rights", [post.rights])


def _open_graph(post: FrontMatter, address: str, description: str, picture: str) -> Iterator[Tag]:
    """What the page's own description, its language and its DC.subject do not say already: a paper has many pages."""
    facts: list[tuple[str, Iterable[str | None]]] = [
        ("og:type", ["article"]),
        ("og:title", [post.title]),
        ("og:url", [address]),
        ("og:description", [description]),
        ("og:site_name", [post.newspaper]),
        ("og:image", [picture]),
        ("article:published_time", [_w3c(post.date)]),
        ("article:modified_time", [_w3c(last_change(post))]),
        ("article:section", [post.category]),
    ]
    for key, contents in facts:
        yield from (("property", key, content) for content in contents if content)
    yield from _named("twitter:card", ["summary_large_image" if picture else "summary"])


def _named(key: str, contents: Iterable[str | None]) -> Iterator[Tag]:
    return (("name", key, content) for content in contents if content)


def _w3c(stamp: Stamp | None) -> str | None:
    """Return ISO 8601 as schema.org and Dublin Core take it, with no more than the stamp states."""
    if stamp is None:
        return None
    day, _, rest = str(stamp).partition(" ")
    return f"{day}T{rest.replace(' ', '')}" if rest else day


def add_facts(pelican: Any) -> None:
    """Add the filter `head`, and the global `site_data` for the front page, to the settings of this run."""
    settings = pelican.settings
    settings["JINJA_FILTERS"] = {**settings["JINJA_FILTERS"], "head": partial(head_of, settings=settings)}
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], "site_data": site_of(settings)}


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(add_facts)
