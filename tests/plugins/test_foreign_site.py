# SPDX-License-Identifier: MIT
"""Any Pelican site can have the plugins that tell the web of it: without our gate, our press and our theme."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree, html

PROJECT = Path(__file__).parents[2]
SETTINGS = f"""
import sys
sys.path.insert(0, {str(PROJECT)!r})
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "A Blog", "https://blog.example", "Europe/Paris", "en"
PATH, OUTPUT_PATH, THEME = "content", "output", "simple"
PLUGINS = ["newsroom.plugins.feeds", "newsroom.plugins.structured", "newsroom.plugins.sitemap",
           "newsroom.plugins.search"]
THEME_TEMPLATES_OVERRIDES = ["templates"]
SEARCH_CACHE = "cache"
"""
# What docs/web.md tells the owner of another theme to add
TEMPLATE = """{% extends "!simple/article.html" %}
{% block head %}{{ super() }}{% set facts = article | head %}
{% for attribute, key, content in facts.tags %}
<meta {{ attribute }}="{{ key }}" content="{{ content | e }}">
{% endfor %}
<script type="application/ld+json">{{ facts.data }}</script>{% endblock %}
"""
MARKDOWN = """Title: Goats & ferries
Date: 2031-03-07 09:00
Category: Harbour
Tags: tides
Author: Mara Quill

The goats embarked.
"""
RST = "Late *again*\n############\n\n:date: 2031-03-08\n:modified: 2031-03-09\n\nThe ferry idled.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of stock Pelican with the plugins."""
    folder = tmp_path_factory.mktemp("foreign")
    for name, text in {
        "pelicanconf.py": SETTINGS,
        "templates/article.html": TEMPLATE,
        "content/goats.md": MARKDOWN,
        "content/late.rst": RST,
    }.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelicanconf.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder / "output"


def test_it_has_feeds_of_the_whole_and_of_each_listing(site: Path) -> None:
    feed = json.loads((site / "feeds/all.json").read_text("utf-8"))
    assert [item["title"] for item in feed["items"]] == ["Late again", "Goats & ferries"]
    assert feed["items"][1]["date_published"] == "2031-03-07T08:00:00Z"
    assert "The goats embarked." in feed["items"][1]["content_html"]
    for listing in ("category/harbour", "tag/tides", "author/mara-quill"):
        etree.parse(site / f"{listing}.atom.xml")


def test_it_has_structured_data(site: Path) -> None:
    page = html.fromstring((site / "goats-ferries.html").read_text("utf-8"))
    story, _ = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))
    assert (story["headline"], story["author"][0]["name"]) == ("Goats & ferries", "Mara Quill")
    assert story["datePublished"] == "2031-03-07T09:00+01:00"
    assert page.xpath("string(//meta[@name='DC.type']/@content)") == "newsItem"


def test_it_has_a_sitemap_and_a_search_index(site: Path) -> None:
    told = (site / "sitemap-1.xml").read_text("utf-8")
    assert "https://blog.example/goats-ferries.html" in told
    assert "<lastmod>2031-03-09</lastmod>" in told
    entry = json.loads((site / "search/en-1/pagefind-entry.json").read_text("utf-8"))
    assert entry["languages"]["en"]["page_count"] == 2
