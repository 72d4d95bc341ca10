# SPDX-License-Identifier: AGPL-3.0-only
"""What a reader of a story may want next: sets `related` on each article.

All of it is told by neighbourhood: the next stories of the day, the nearest of the story's rarest
topic. So a new story changes the pages of those around it, and of no others.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

from pelican import signals

SAME_DAY = 3
ON_TOPIC = 3


@dataclass(frozen=True, slots=True)
class Related:
    """`same_day` are other stories of its day; `stories` others of `topic`, its rarest one or its section.

    `versions` are other texts of the same story, and `main` is the one of them that the paper lists,
    None where the article is that one itself.
    """

    same_day: tuple[Any, ...] = ()
    topic: Any = None
    stories: tuple[Any, ...] = ()
    versions: tuple[Any, ...] = ()
    main: Any = None


def relate(articles: Sequence[Any], versions: Sequence[Any] = ()) -> None:
    """Set `related` on `articles`, which come newest first, and on `versions`, which are listed nowhere."""
    days = _of_one_day(articles)
    topics = _on_topic(articles)
    others = _versions(articles, versions)
    for article in chain(articles, versions):
        topic, near = topics.get(id(article), (None, ()))
        day = days.get(id(article), ())
        found = tuple(story for story in near if story not in day)
        main, texts = others.get(id(article), (None, ()))
        article.related = Related(day, topic if found else None, found, texts, main)


def _of_one_day(articles: Sequence[Any]) -> dict[int, tuple[Any, ...]]:
    """Return the next stories of the same day, by article; after the last of a day comes its first."""
    found = {}
    dated = (article for article in articles if article.post.date)
    for _, group in groupby(dated, key=lambda story: story.post.date.day):
        stories = tuple(group)
        for place, story in enumerate(stories):
            steps = range(1, min(SAME_DAY, len(stories) - 1) + 1)
            found[id(story)] = tuple(stories[(place + step) % len(stories)] for step in steps)
    return found


def _on_topic(articles: Sequence[Any]) -> dict[int, tuple[Any, tuple[Any, ...]]]:
    """Return (topic, the stories nearest in it) by article: its rarest topic that has others, else its section."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for article in articles:
        for topic in _topics(article):
            groups[topic.url].append(article)
    chosen = {}
    for article in articles:
        shared = [topic for topic in _topics(article) if len(groups[topic.url]) > 1]
        if shared:
            chosen[id(article)] = min(shared, key=lambda topic: (len(groups[topic.url]), topic.url))
    found = {}
    for url, stories in groups.items():
        for place, story in enumerate(stories):
            if id(story) in chosen and chosen[id(story)].url == url:
                start = max(0, min(place - ON_TOPIC // 2, len(stories) - ON_TOPIC - 1))
                near = [other for other in stories[start : start + ON_TOPIC + 1] if other is not story]
                found[id(story)] = (chosen[id(story)], tuple(near[:ON_TOPIC]))
    return found


def _topics(article: Any) -> list[Any]:
    """Return its topics, and its section."""
    topics = list(article.tags) if article.post.tags else []
    return [*topics, article.category] if article.post.category else topics


def _versions(articles: Sequence[Any], versions: Sequence[Any]) -> dict[int, tuple[Any, tuple[Any, ...]]]:
    """Return (the listed text or None, the other texts) for each article that has more than one."""
    by_url = {article.url: article for article in articles} if versions else {}
    families: dict[str, list[Any]] = defaultdict(list)
    for version in versions:
        families[version.post.version_of].append(version)
    found: dict[int, tuple[Any, tuple[Any, ...]]] = {}
    for url, texts in families.items():
        main = by_url.get(url)
        family = [main, *texts] if main else texts
        for text in family:
            found[id(text)] = (None if text is main else main, tuple(other for other in family if other is not text))
    return found


def add_related(generator: Any) -> None:
    """Set `related` on all stories, drafts and other versions among them."""
    versions = [story for story in generator.hidden_articles if getattr(story.post, "version_of", None)]
    relate(generator.articles, versions)
    relate(generator.drafts)


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(add_related)
