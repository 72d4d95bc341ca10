# SPDX-License-Identifier: MIT
"""The posts of the demonstration edition: as many as are asked for, always the same, all plainly fictional."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from newsroom.schema import FrontMatter, PostFile, Remark, Stamp

HERE = Path(__file__).parent
LAST = datetime(2031, 3, 20, 21, 40)  # noqa: DTZ001 - the zone is stated, or left out, by each post
HOURS_BETWEEN = 3  # some eight stories a day
WORDS = (300, 900)
UNDATED_OF = 23  # one story in so many prints no day; none among the first, which the front shows


@cache
def told() -> list[dict[str, Any]]:
    """Return the stories that are written out by hand, the lead first."""
    stories: list[dict[str, Any]] = yaml.safe_load((HERE / "stories.yaml").read_text("utf-8"))
    return stories


@cache
def phrases() -> dict[str, Any]:
    """Return what the others are put together from."""
    found: dict[str, Any] = yaml.safe_load((HERE / "phrases.yaml").read_text("utf-8"))
    return found


def posts(count: int) -> Iterator[tuple[str, PostFile]]:
    """Yield (path below content/, post) of so many stories, the newest first."""
    for number in range(count):
        story = told()[number] if number < len(told()) else _made(number)
        post = _post(number, story)
        day = post.front.date
        folder = f"news/{day.day:%Y/%m}" if day else "news/undated"
        yield f"{folder}/demo-{number:05}.md", post


def _made(number: int) -> dict[str, Any]:
    """Return the facts of a story of this number, fewer of them the higher it is: papers print less than we wish."""
    chance, words = _chance(number), phrases()
    section = chance.choice(sorted(words["sections"]))
    story = {"section": section, "title": _filled(chance, chance.choice(words["sections"][section]))}
    if chance.random() < 0.6:
        story["summary"] = _filled(chance, chance.choice(words["summaries"]))
    if chance.random() < 0.7:
        story["authors"] = chance.sample(words["people"], chance.choice((1, 1, 2)))
    if chance.random() < 0.8:
        story["tags"] = chance.sample(words["topics"], chance.choice((1, 2, 3)))
    for key in ("notes", "captions"):
        if chance.random() < 0.1:
            story[key] = [_filled(chance, chance.choice(words[key]))]
    if chance.random() < 0.1:
        del story["section"]
    return story


def _post(number: int, story: dict[str, Any]) -> PostFile:
    stamp = _stamp(number)
    front = FrontMatter(
        title=story["title"],
        date=stamp,
        address=_address(number, stamp),
        category=story.get("section"),
        authors=tuple(story.get("authors", ())),
        dateline=story.get("dateline"),
        tags=tuple(story.get("tags", ())),
        summary=story.get("summary"),
        captions=tuple(story.get("captions", ())),
        **{key: story[key] for key in story if key.startswith("image")},
        notes=tuple(story.get("notes", ())),
    )
    if number % 40 == 9:
        wrong = Remark(date(2031, 3, 21), "An earlier version named the wrong harbour.")
        front = replace(front, corrections=(wrong,))
    return PostFile(front, story.get("text") or body(number, _chance(number).randint(*WORDS)))


def _address(number: int, stamp: Stamp | None) -> str | None:
    """Headlines repeat in a large edition, addresses may not."""
    if number < len(told()):
        return None
    return f"{stamp.day:%Y/%m/%d}/story-{number}/" if stamp else f"undated/story-{number}/"


def _stamp(number: int) -> Stamp | None:
    """Return when: with minute and zone, a day alone, or nothing, as papers print it."""
    if number > len(told()) and number % UNDATED_OF == 0:
        return None
    moment = LAST - timedelta(hours=HOURS_BETWEEN * number, minutes=number * 7 % 60)
    if number % 5 == 4:
        return Stamp(moment.date())
    return Stamp(moment.date(), time(moment.hour, moment.minute), None if number % 3 == 2 else 0)


def body(number: int, words: int) -> str:
    """Return Markdown of at least so many words, with a subhead in the longer ones."""
    chance = _chance(number)
    paragraphs: list[str] = []
    while sum(paragraph.count(" ") + 1 for paragraph in paragraphs) < words:
        sentences = chance.sample(phrases()["sentences"], chance.choice((1, 2, 2, 3)))
        paragraphs.append(" ".join(_filled(chance, sentence) for sentence in sentences))
    if len(paragraphs) > 8:
        paragraphs.insert(len(paragraphs) // 2, "## What happens next")
    return "\n\n".join(paragraphs)


def _chance(number: int) -> random.Random:
    return random.Random(number)  # noqa: S311 - the same text each time is the point


def _filled(chance: random.Random, template: str) -> str:
    words = phrases()
    filled = template.format(
        place=chance.choice(words["places"]),
        person=chance.choice(words["people"]),
        office=chance.choice(words["offices"]),
        number=chance.randint(12, 940),
    )
    return filled[0].upper() + filled[1:]
