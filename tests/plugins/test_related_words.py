# SPDX-License-Identifier: MIT
"""Stories that are like one another by their words: which are found, and that a new one changes little."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.paper import story
from newsroom.plugins.related import ALIKE, relate
from newsroom.plugins.related.texts import TELLING, alike
from newsroom.plugins.related.words import FEWEST, FILE, kept_table, table_of, words_of
from newsroom.schema import FrontMatter, Stamp


def halves(count: int) -> list[SimpleNamespace]:
    """Return both halves of so many invented stories, each a story of its own."""
    found = []
    for number in range(count):
        paragraphs = story(number, count).body.split("\n\n")
        middle = len(paragraphs) // 2
        found += [article(number, half, "\n\n".join(text)) for half, text in
                  (("a", paragraphs[:middle]), ("b", paragraphs[middle:]))]  # fmt: skip
    return found


def article(number: int, half: str, text: str, **facts: Any) -> SimpleNamespace:
    """Stand in for Pelican's article: what relating asks of one."""
    post = FrontMatter(f"Number {number}", date=Stamp.parse("2031-03-01"), **facts)
    return SimpleNamespace(post=post, url=f"2031/03/01/{number}-{half}/", content=text, source_path="", tags=[])


def urls(near: list[tuple[Any, ...]]) -> list[list[str]]:
    return [[each.url for each in stories] for stories in near]


def found(articles: list[Any], folder: Path, **options: Any) -> list[list[str]]:
    asked = {"listed": len(articles), "most": ALIKE, "content": folder, "cache": None, **options}
    return urls(alike(articles, **asked))


def test_the_other_half_of_a_story_is_nearest(tmp_path: Path) -> None:
    stories = halves(60)
    for number, tail in enumerate(("Ostrel lamp goats herring quay", "Sael tolls bridge council fog")):
        for each in stories[2 * number : 2 * number + 2]:
            each.content = f"{each.content}\n\n{tail} {tail}"
    near = found(stories, tmp_path)
    assert near[0][0] == stories[1].url
    assert near[3][0] == stories[2].url


def test_a_story_is_like_neither_itself_nor_its_duplicate(tmp_path: Path) -> None:
    stories = halves(20)
    stories.append(article(0, "again", stories[0].content))
    near = found(stories, tmp_path)
    assert stories[0].url not in near[0] + near[-1]
    assert stories[-1].url not in near[0]


def test_a_version_is_like_others_but_in_no_list_and_not_like_its_own_story(tmp_path: Path) -> None:
    stories = halves(20)
    main, shared = stories[0], "Ostrel lamp goats herring quay tolls " * 4
    for each in stories[:3]:
        each.content += f"\n\n{shared}"
    version = article(0, "v", f"{main.content[400:]} lantern", version_of=main.url)
    near = alike([*stories, version], len(stories), ALIKE + 1, tmp_path, None)
    assert not any(version.url in each for each in urls(near))
    relate(stories, [version], near)
    (shown,) = urls([version.related.stories])
    assert main.url not in shown
    assert stories[1].url in shown
    assert version.related.main is main


@pytest.mark.parametrize("change", ["new", "gone", "edited", "moved"])
def test_lists_of_the_last_build_and_lists_made_anew_are_the_same(tmp_path: Path, change: str) -> None:
    stories, cache = halves(80), tmp_path / "cache"
    found(stories[1:], tmp_path, cache=cache)
    if change == "gone":
        stories = stories[9:]
    elif change == "edited":
        stories = [*stories[1:8], article(4, "a", stories[30].content[:900]), *stories[9:]]
    elif change == "moved":
        stories = [stories[50], *stories[1:50], *stories[51:]]
    assert found(stories, tmp_path, cache=cache) == found(stories, tmp_path)


def test_a_new_story_changes_only_the_lists_that_it_enters(tmp_path: Path) -> None:
    stories = halves(80)
    before = found(stories[1:], tmp_path)
    assert (tmp_path / FILE).is_file()
    after = found(stories, tmp_path)[1:]
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert all(stories[0].url in new for new in changed)
    assert len(changed) < len(stories) / 4


def test_what_the_cache_holds_is_taken_and_a_damaged_one_is_not(tmp_path: Path) -> None:
    stories, cache = halves(60), tmp_path / "cache"
    right = found(stories, tmp_path, cache=cache)
    head, first, *lines = cache.read_text("utf-8").splitlines()
    key, source, *signature, _ = json.loads(first)
    other = json.loads(lines[50])[0]
    cache.write_text(
        "\n".join([head, json.dumps([key, source, *signature, [[other, 999_999]]]), *lines]) + "\n", "utf-8"
    )
    assert found(stories, tmp_path, cache=cache)[0] == [stories[51].url]
    for damaged in ("[1, 2", json.dumps([key, source, ["word"], [], []]), json.dumps([key, source, [1], [1], []])):
        cache.write_text("\n".join([head, damaged, *lines]), "utf-8")
        assert found(stories, tmp_path, cache=cache) == right


def test_the_table_is_kept_from_a_hundred_stories_on_and_made_anew_when_they_doubled(tmp_path: Path) -> None:
    stories = halves(FEWEST)
    found(stories[: FEWEST - 1], tmp_path)
    assert not (tmp_path / FILE).exists()
    found(stories[:FEWEST], tmp_path)
    first = (tmp_path / FILE).read_text("utf-8")
    found(stories[: 2 * FEWEST - 1], tmp_path)
    assert (tmp_path / FILE).read_text("utf-8") == first
    found(stories, tmp_path)
    assert (tmp_path / FILE).read_text("utf-8").startswith(f"stories\t{2 * FEWEST}\n")


def test_a_table_that_is_damaged_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("stories\t200\nferry\tmany\n", "utf-8")
    assert kept_table(tmp_path, 200) is None


def test_of_a_few_stories_nobody_can_tell_which_words_are_rare(tmp_path: Path) -> None:
    stories = halves(TELLING)
    for each in stories:
        each.content += "\n\nOstrel lamp"
    assert not any(found(stories[: TELLING - 1], tmp_path))
    assert any(found(stories[:TELLING], tmp_path))


def test_words_that_many_stories_have_weigh_nothing_and_rare_ones_most() -> None:
    table = table_of([["the", "ferry"] if number < 15 else ["the"] for number in range(200)], 200)
    assert table.weight("the") == 0
    assert 0 < table.weight("ferry") < table.weight("unmet")


def test_scripts_that_part_no_words_are_read_in_pairs_of_letters() -> None:
    assert words_of("港口的灯 ferry, Straße [x](https://a.example/ferries)") == [
        "港口",
        "口的",
        "的灯",
        "ferry",
        "strasse",
    ]
    assert words_of("قصة من الميناء 2031") == ["قصة", "الميناء"]
