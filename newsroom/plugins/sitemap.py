# SPDX-License-Identifier: AGPL-3.0-only
"""The sitemap in parts of at most 50,000 addresses (https://www.sitemaps.org/protocol.html), and robots.txt.

Works on any Pelican site. Stories, pages and the front page are in it, with the day on which each last changed
where the post states one; what is not indexed, copies and older versions are not. Settings: INDEX False asks
engines to leave out the whole site, by the pages' own noindex, which they must be let in to read; AI_CRAWLERS
False asks the crawlers that are known to gather text for language models to stay away.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from pelican import signals
from pelican.generators import Generator

from newsroom.schema import FrontMatter, facts_of

PART = 50_000
_OPEN = '<?xml version="1.0" encoding="utf-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
# Names by which the crawlers' owners say, in November 2026, that theirs can be kept out by robots.txt
AI_AGENTS = (
    "AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot", "ClaudeBot", "cohere-ai",
    "Diffbot", "FacebookBot", "Google-Extended", "GPTBot", "Meta-ExternalAgent", "omgili", "PerplexityBot", "Timpibot",
)  # fmt: skip


def sitemap_files(addresses: Sequence[tuple[str, str | None]], site: str) -> dict[str, bytes]:
    """Return {name: bytes}: the index sitemap.xml and its parts. `addresses` are (below the root, last change)."""
    parts = {
        f"sitemap-{number}.xml": _part(addresses[start : start + PART], site)
        for number, start in enumerate(range(0, len(addresses), PART), 1)
    }
    index = "".join(f"<sitemap><loc>{escape(f'{site}/{name}')}</loc></sitemap>\n" for name in parts)
    return {"sitemap.xml": f"{_OPEN.format('sitemapindex')}{index}</sitemapindex>\n".encode(), **parts}


def _part(addresses: Sequence[tuple[str, str | None]], site: str) -> bytes:
    urls = "".join(
        f"<url><loc>{escape(f'{site}/{address}')}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for address, day in addresses
    )
    return f"{_OPEN.format('urlset')}{urls}</urlset>\n".encode()


def addresses_of(articles: Iterable[Any], pages: Iterable[Any]) -> Iterator[tuple[str, str | None]]:
    """Yield the front page, then every page that engines may have, each with the day of its last change."""
    yield "", None
    for content in (*articles, *pages):
        post = facts_of(content)
        if is_listed(post):
            yield content.url, _last_change(post)


def is_listed(post: FrontMatter) -> bool:
    """Whether engines are told of a page."""
    return post.index and not post.copy and not post.version_of and post.status == "published"


def _last_change(post: FrontMatter) -> str | None:
    days = [stamp.day for stamp in (post.date, post.modified, *post.changed) if stamp]
    days += [remark.day for remark in (*post.corrections, *post.transcriptions)]
    return max(days).isoformat() if days else None


def robots_from(settings: dict[str, Any]) -> str:
    """Return robots.txt (RFC 9309)."""
    groups = ["User-agent: *\nAllow: /\n"]
    if not settings.get("AI_CRAWLERS", True):
        names = "".join(f"User-agent: {name}\n" for name in AI_AGENTS)
        groups.append(f"{names}Disallow: /\n")
    if settings.get("INDEX", True) and settings["SITEURL"]:
        groups.append(f"Sitemap: {settings['SITEURL']}/sitemap.xml\n")
    return "\n".join(groups)


class SitemapGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes what crawlers ask for first; it needs the articles and pages that others have read."""

    def generate_output(self, _writer: Any) -> None:
        """Write robots.txt, and the sitemap where the site may be indexed and knows its own address."""
        files = {"robots.txt": robots_from(self.settings).encode()}
        if self.settings.get("INDEX", True) and self.settings["SITEURL"]:
            listed = list(addresses_of(self.context.get("articles", ()), self.context.get("pages", ())))
            files |= sitemap_files(listed, self.settings["SITEURL"])
        for name, data in files.items():
            Path(self.output_path, name).write_bytes(data)


def sitemap_generator(_pelican: Any) -> type[SitemapGenerator]:
    """Return the generator to add to Pelican's own."""
    return SitemapGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(sitemap_generator)
