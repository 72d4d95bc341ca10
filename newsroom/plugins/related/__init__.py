# SPDX-License-Identifier: AGPL-3.0-only
"""What a reader of a story may want next: sets `related` on each article.

Related are the stories that share its rare words; where none does, the nearest of its rarest topic; and the
next stories of its day. A new story changes the lists that it enters, and no others: the words' weights are
kept with the archive. Setting RELATED says whether words are compared at all, RELATED_CACHE is a file that may be
deleted at any time.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from pelican import signals

from newsroom.plugins.related.texts import alike

ALIKE = 3
SAME_DAY = 3
ON_TOPIC = 3


@dataclass(frozen=True, slots=True, repr=False)  # stories lead to stories: to show one would show them all
class Related:
    """`stories` are those most like it, the nearest first; or others of `topic`, its rarest one or its section.

    `same_day` are other stories of its day.

    `versions` are other texts of the same story, and `main` is the one of them that the paper lists,
    None where the article is that one itself.
    """

    same_day: tuple[Any, ...] = ()
    topic: Any = None
    stories: tuple[Any, ...] = ()
    versions: tuple[Any, ...] = ()
    main: Any = None


def relate(articles: Sequence[Any], versions: Sequence[Any] = (), alike: Sequence[tuple[Any, ...]] = ()) -> None:
    """Set `related` on `articles`, which come newest first, and on `versions`, which are listed nowhere.

    `alike` are the stories most like each of the articles, then of the versions, the nearest first.
    """
    days = _of_one_day(articles)
    topics = _on_topic(articles)
    others = _versions(articles, versions)
    every = [*articles, *versions]
    for article, near in zip(every, alike or [()] * len(every), strict=True):
        main, texts = others.get(id(article), (None, ()))
        like = tuple(story for story in near if story is not main)[:ALIKE]
        topic, stories = (None, like) if like else topics.get(id(article), (None, ()))
        day = _without(days.get(id(article), ()), like)
        found = _without(stories, day)
        article.related = Related(day, topic if found else None, found, texts, main)


def _without(stories: Sequence[Any], others: Sequence[Any]) -> tuple[Any, ...]:
    """Return those of `stories` that are not among `others`, told by identity: to compare two may compare all."""
    known = {id(story) for story in others}
    return tuple(story for story in stories if id(story) not in known)


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
    settings, cache = generator.settings, generator.settings.get("RELATED_CACHE")
    every, listed = [*generator.articles, *versions], len(generator.articles)
    near: list[tuple[Any, ...]] = []
    if settings.get("RELATED", True):
        # One more than is shown: the main text of a version is none of its neighbours
        near = alike(every, listed, ALIKE + 1, Path(settings["PATH"]), Path(cache) if cache else None)
    relate(generator.articles, versions, near)
    relate(generator.drafts)


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(add_related)
