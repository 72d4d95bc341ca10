# SPDX-License-Identifier: AGPL-3.0-only
"""A feed as JSON Feed 1.1 (https://jsonfeed.org/version/1.1)."""

import json
from typing import Any

from newsroom.plugins.feeds.entry import Entry, Feed


def json_from(feed: Feed) -> bytes:
    """Return the document. JSON Feed demands the text or HTML of each item: the summary, else the title, serves."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": f"{feed.site}/{feed.path}.json",
        "language": feed.lang,
        "authors": [{"name": feed.paper}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry) -> dict[str, Any]:
    text = {"content_text": entry.summary or entry.title} if entry.html is None else {"content_html": entry.html}
    stated = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        **text,
        "summary": entry.summary,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.terms),
        "language": entry.lang,
    }
    return {key: value for key, value in stated.items() if value}
