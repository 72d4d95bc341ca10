# SPDX-License-Identifier: MIT
"""What stands below a story: told by neighbourhood, so that a new story changes few pages."""

from pathlib import Path
from types import SimpleNamespace

from newsroom.plugins.related import ON_TOPIC, SAME_DAY, Related, add_related, relate
from newsroom.schema import FrontMatter, Stamp


def article(number: int, day: int | None = 1, tags: tuple[str, ...] = (), **facts: object) -> SimpleNamespace:
    """Stand in for Pelican's article: what relating asks of one."""
    stamp = Stamp.parse(f"2031-03-{day:02}") if day else None
    post = FrontMatter(f"Story {number}", date=stamp, tags=tags, **facts)  # type: ignore[arg-type]
    found = SimpleNamespace(post=post, url=f"2031/03/{day or 0:02}/story-{number}/")
    found.tags = [SimpleNamespace(name=tag, url=f"topic/{tag}/") for tag in tags]
    found.category = SimpleNamespace(name=post.category, url=f"section/{post.category}/")
    return found


def test_stories_of_a_day_name_those_that_follow_and_after_the_last_comes_the_first() -> None:
    stories = [article(number) for number in range(6)]
    relate([*stories, article(9, day=None), article(10, day=None)])
    assert stories[1].related.same_day == tuple(stories[2 : 2 + SAME_DAY])
    assert stories[5].related.same_day == tuple(stories[:SAME_DAY])


def test_a_story_alone_on_its_day_and_the_undated_name_none() -> None:
    alone, undated, other = article(1, day=2), article(2, day=None), article(3, day=None)
    relate([alone, undated, other])
    assert [each.related for each in (alone, undated, other)] == [Related()] * 3


def test_a_storys_rarest_shared_topic_leads_to_those_nearest_in_it() -> None:
    stories = [article(number, day=28 - number, tags=("tides", "goats") if number in (2, 9) else ("tides",))
               for number in range(12)]  # fmt: skip
    relate(stories)
    assert stories[2].related.topic.name == "goats"
    assert stories[2].related.stories == (stories[9],)
    assert stories[5].related.stories == (stories[4], stories[6], stories[7])
    assert stories[0].related.stories == tuple(stories[1 : ON_TOPIC + 1])


def test_a_topic_that_nobody_shares_leaves_the_section() -> None:
    first, second = article(1, day=1, tags=("tolls",), category="Trade"), article(2, day=2, category="Trade")
    relate([second, first])
    assert (first.related.topic.name, first.related.stories) == ("Trade", (second,))


def test_no_story_is_named_twice() -> None:
    first, second = article(1, tags=("tides",)), article(2, tags=("tides",))
    relate([first, second])
    assert (first.related.same_day, first.related.stories, first.related.topic) == ((second,), (), None)


def test_versions_name_each_other_and_lead_to_the_one_that_is_listed() -> None:
    main = article(1)
    first, second = (article(number, version_of=main.url) for number in (2, 3))
    relate([main], [first, second])
    assert (main.related.main, main.related.versions) == (None, (first, second))
    assert (first.related.main, first.related.versions) == (main, (main, second))


def test_versions_of_a_story_that_is_gone_still_name_each_other() -> None:
    first, second = (article(number, version_of="2030/01/01/gone/") for number in (2, 3))
    relate([], [first, second])
    assert (first.related.main, first.related.versions) == (None, (second,))


def test_a_paper_that_compares_no_words_names_the_nearest_of_a_topic(tmp_path: Path) -> None:
    stories = [article(number, number, ("Fog",)) for number in range(1, 26)]
    lists = {"articles": stories, "hidden_articles": [], "drafts": []}
    add_related(SimpleNamespace(**lists, settings={"PATH": str(tmp_path), "RELATED": False}))
    assert [story.related.topic.name for story in stories] == ["Fog"] * 25
    assert list(tmp_path.iterdir()) == []  # no table of words was made
