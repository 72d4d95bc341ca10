# SPDX-License-Identifier: MIT
"""Structured data: each fact is one that the post states, no more precise, and cannot leave its element."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from lxml import html

from newsroom.plugins.structured import head_of, site_of
from newsroom.schema import FrontMatter, Remark, Stamp
from tests.hostile_strings import HOSTILE

RULES = json.loads((Path(__file__).parents[1] / "schemas" / "news-article.schema.json").read_text("utf-8"))
SETTINGS = {"SITEURL": "https://copy.example/repo", "SITENAME": "The Copy", "DEFAULT_LANG": "en"}


def head(**facts: Any) -> tuple[dict[str, Any], dict[str, Any], dict[str, list[str]]]:
    """Return the NewsArticle, found valid, the BreadcrumbList, and the tags' contents by key."""
    post = FrontMatter(**{"title": "Ferry late", **facts})
    article = SimpleNamespace(post=post, url="2031/03/20/ferry/")
    if post.category:
        article.category = SimpleNamespace(url="section/harbour/")
    found = head_of(article, settings=SETTINGS)
    story, crumbs = json.loads(found.data)
    jsonschema.validate(story, RULES, format_checker=jsonschema.FormatChecker())
    tags: dict[str, list[str]] = {}
    for _, key, content in found.tags:
        tags.setdefault(key, []).append(content)
    return story, crumbs, tags


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("2031-03-20", "2031-03-20"),
        ("2031-03-20 09:15", "2031-03-20T09:15"),
        ("2031-03-20 09:15 +01:00", "2031-03-20T09:15+01:00"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_stated(stated: str, told: str) -> None:
    story, _, tags = head(date=Stamp.parse(stated), modified=Stamp.parse(stated))
    assert story["datePublished"] == story["dateModified"] == told
    assert tags["DC.date"] == tags["article:published_time"] == tags["article:modified_time"] == [told]


def test_what_a_post_does_not_state_is_not_told() -> None:
    story, crumbs, tags = head()
    assert story.keys() == {"@context", "@type", "headline", "url", "inLanguage"}
    assert [each["name"] for each in crumbs["itemListElement"]] == ["The Copy", "Ferry late"]
    assert tags.keys() == {
        "DC.type", "DC.title", "DC.identifier", "DC.language", "og:type", "og:title", "og:url",
        "twitter:card",
    }  # fmt: skip


def test_the_newspaper_is_the_one_that_the_post_names_and_never_the_host_of_the_copy() -> None:
    assert "The Copy" not in json.dumps(head()[0]) + json.dumps(head()[2])
    story, _, tags = head(newspaper="The Ostrel Lamp")
    assert story["publisher"]["name"] == "The Ostrel Lamp"
    assert tags["DC.source"] == tags["og:site_name"] == ["The Ostrel Lamp"]


def test_authors_are_people_and_an_agency_stands_in_only_where_none_is_named() -> None:
    both = head(authors=("Mara Quill", "Odo Fenn"), agency="Sael Press")
    assert [(each["@type"], each["name"]) for each in both[0]["author"]] == [
        ("Person", "Mara Quill"),
        ("Person", "Odo Fenn"),
    ]
    assert both[2]["DC.creator"] == ["Mara Quill", "Odo Fenn"]
    assert head(agency="Sael Press")[0]["author"] == [{"@type": "Organization", "name": "Sael Press"}]


def test_zotero_is_told_of_a_newspaper_article_and_of_no_journal() -> None:
    tags = head(category="Harbour", rights="© The Lamp")[2]
    assert tags["DC.type"] == ["newsItem"]
    assert tags["og:type"] == ["article"]
    assert tags["article:section"] == ["Harbour"]
    assert tags["DC.rights"] == ["© The Lamp"]
    assert not [key for key in tags if key.startswith("citation_")]


def test_all_other_facts_are_told_where_they_are_stated() -> None:
    story, crumbs, _ = head(
        category="Harbour",
        tags=("ferries", "tides"),
        summary="Two hours.",
        dateline="OSTREL",
        source="https://lamp.example/1",
        rights="© The Lamp",
        lang="pt-BR",
        corrections=(Remark.parse("2031-03-22 One mast."),),
    )
    assert (story["articleSection"], story["keywords"]) == ("Harbour", ["ferries", "tides"])
    assert (story["dateline"], story["isBasedOn"], story["inLanguage"]) == ("OSTREL", "https://lamp.example/1", "pt-BR")
    assert story["copyrightNotice"] == "© The Lamp"
    assert story["correction"][0]["datePublished"] == "2031-03-22"
    assert [each.get("item") for each in crumbs["itemListElement"]] == [
        "https://copy.example/repo/",
        "https://copy.example/repo/section/harbour/",
        None,  # the page itself
    ]


def test_a_share_picture_makes_a_large_card() -> None:
    article = SimpleNamespace(post=FrontMatter("T"), url="a/")
    found = head_of(article, picture="https://copy.example/card.png", settings=SETTINGS)
    assert ("property", "og:image", "https://copy.example/card.png") in found.tags
    assert ("name", "twitter:card", "summary_large_image") in found.tags
    assert json.loads(found.data)[0]["image"] == ["https://copy.example/card.png"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_string_leaves_its_script_element(text: str) -> None:
    title = " ".join(text.split())
    article = SimpleNamespace(post=FrontMatter(title), url="a/")
    page = f'<script type="application/ld+json">{head_of(article, settings=SETTINGS).data}</script><p>after</p>'
    script, after = html.fragments_fromstring(page)
    assert json.loads(script.text)[0]["headline"] == title
    assert after.tag == "p"


def test_the_front_page_tells_of_the_paper() -> None:
    site = json.loads(site_of({**SETTINGS, "SITE_DESCRIPTION": "Copies."}))
    assert (site["@type"], site["name"], site["url"]) == ("WebSite", "The Copy", "https://copy.example/repo/")
    assert site["description"] == "Copies."
