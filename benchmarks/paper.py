# SPDX-License-Identifier: MIT
"""Papers of invented stories, always the same, written as each site generator wants its posts."""

import datetime
import json
import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from newsroom.schema import FrontMatter, PostFile, Stamp, slug_from, write

SECTIONS = ("Harbour", "Council", "Market", "Workshops", "Weather", "Games", "Stage", "Letters")
TOPICS_MAX, AUTHORS_MAX = 300, 40
FIRST_DAY, DAYS = datetime.datetime(2031, 1, 1, 6, 0), 730  # noqa: DTZ001 - printed without a zone, as in most dumps
_STARTS = (*"bdfghlmnprstvw", "br", "dr", "fr", "gr", "pr", "st", "tr", "ch", "pl")
_VOWELS = (*"aeiou", "ai", "ea", "ou", "ie")
_ENDS = ("", "n", "r", "s", "l", "m", "mp", "st", "lk")
_COMMON = (
    *("the", "of", "and", "to", "in", "a", "that", "is", "for", "it", "on", "was", "with", "as", "by", "at", "from"),
    *("he", "be", "has", "are", "his", "this", "have", "not", "but", "an", "they", "had", "said", "were", "which"),
    *("their", "who", "will", "would", "one", "its", "been", "more", "up", "about", "when", "there", "can", "out"),
)


@dataclass(frozen=True, slots=True)
class Story:
    """A story as data; `body` is Markdown: paragraphs, one quotation, one link, one emphasis."""

    title: str
    slug: str
    date: datetime.datetime
    section: str
    topics: tuple[str, ...]
    authors: tuple[str, ...]
    summary: str
    body: str

    @property
    def address(self) -> str:
        """Where its page stands below the root."""
        return f"{self.date:%Y/%m/%d}/{self.slug}/"


def _vocabulary(size: int) -> tuple[str, ...]:
    """Words that no language has, short ones first met, but for the small words that hold a sentence together."""
    chance = random.Random(1)  # noqa: S311 - the same words each time are the point
    words = dict.fromkeys(_COMMON)
    while len(words) < size:
        syllables = chance.choice((1, 2, 2, 2, 3, 3))
        parts = [chance.choice(kind) for _ in range(syllables) for kind in (_STARTS, _VOWELS, _ENDS)]
        words["".join(parts)] = None
    return tuple(words)


_WORDS = _vocabulary(20_000)
_WORD_ODDS = tuple(accumulate(1 / (rank + 2.7) ** 1.02 for rank in range(len(_WORDS))))  # Zipf's law, as in print
TOPICS = tuple(word.capitalize() for word in _WORDS[400 : 400 + 3 * TOPICS_MAX : 3])
_TOPIC_ODDS = tuple(accumulate(1 / (rank + 8) for rank in range(TOPICS_MAX)))
AUTHORS = tuple(
    f"{_WORDS[2000 + 5 * each].capitalize()} {_WORDS[3001 + 7 * each].capitalize()}" for each in range(AUTHORS_MAX)
)


def story(number: int, of: int) -> Story:
    """The story of this number in a paper of so many, which are spread evenly over DAYS."""
    chance = random.Random(number)  # noqa: S311
    title = " ".join(word.capitalize() for word in _words(chance, chance.randint(6, 11)))
    topics = dict.fromkeys(chance.choices(TOPICS, cum_weights=_TOPIC_ODDS, k=chance.randint(3, 6)))
    return Story(
        title=title,
        slug=f"{slug_from(title)[:70].strip('-')}-{number:06}",
        date=FIRST_DAY + datetime.timedelta(minutes=number * DAYS * 1440 // of),
        section=chance.choice(SECTIONS),
        topics=tuple(topics),
        authors=tuple(chance.sample(AUTHORS, 1 if chance.random() < 0.8 else 2)),
        summary=_paragraph(chance, chance.randint(22, 34)),
        body=_body(chance),
    )


def _words(chance: random.Random, count: int) -> list[str]:
    return chance.choices(_WORDS, cum_weights=_WORD_ODDS, k=count)


def _body(chance: random.Random) -> str:
    """400 to 700 words in 8 to 14 paragraphs."""
    count, total = chance.randint(8, 14), chance.randint(440, 700)
    paragraphs = [_paragraph(chance, max(12, total // count + chance.randint(-12, 12))) for _ in range(count)]
    quoted, linked, stressed = chance.sample(range(count), 3)
    paragraphs[quoted] = f"> {paragraphs[quoted]}"
    paragraphs[linked] = _marked(paragraphs[linked], "[{}](https://example.com/" + str(chance.randint(1, 9999)) + ")")
    paragraphs[stressed] = _marked(paragraphs[stressed], "*{}*")
    return "\n\n".join(paragraphs)


def _paragraph(chance: random.Random, words: int) -> str:
    sentences = []
    while words > 4:
        length = min(words, chance.randint(9, 26))
        said = " ".join(_words(chance, length)).capitalize()
        sentences.append(f"{said}.")
        words -= length
    return " ".join(sentences)


def _marked(paragraph: str, form: str) -> str:
    words = paragraph.split(" ")
    middle = len(words) // 2
    words[middle] = form.format(words[middle].strip(".,"))
    return " ".join(words)


def ours(each: Story) -> str:
    """The story as a post of this paper."""
    front = FrontMatter(
        title=each.title,
        date=Stamp(each.date.date(), each.date.time()),
        address=each.address,
        category=each.section,
        authors=each.authors,
        tags=each.topics,
        summary=each.summary,
    )
    return write(PostFile(front, each.body))


def yaml(each: Story) -> str:
    """The story as Hugo and Eleventy take it: the calendar's pages are terms of three taxonomies."""
    values = {
        "title": each.title,
        "date": f"{each.date:%Y-%m-%dT%H:%M:%SZ}",
        "slug": each.slug,
        "desks": [each.section],
        "topics": each.topics,
        "authors": each.authors,
        "years": [f"{each.date:%Y}"],
        "months": [f"{each.date:%Y-%m}"],
        "days": [f"{each.date:%Y-%m-%d}"],
        "summary": each.summary,
    }
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    return f"---\n{front}---\n{each.body}\n"


def calendar(stories: int) -> dict[str, str]:
    """The files that give Hugo's terms of the calendar their addresses and names: path -> text."""
    files: dict[str, str] = {}
    for day in dict.fromkeys(story(number, stories).date.date() for number in range(stories)):
        files |= {
            f"years/{day:%Y}/_index.md": _term(f"{day:%Y/}", f"{day:%Y}", "", day),
            f"months/{day:%Y-%m}/_index.md": _term(f"{day:%Y/%m/}", f"{day:%B %Y}", f"{day:%Y}", day),
            f"days/{day}/_index.md": _term(f"{day:%Y/%m/%d/}", f"{day.day} {day:%B %Y}", f"{day:%Y/%m}", day),
        }
    return files


def parts(stories: int) -> list[dict[str, str]]:
    """The months of listings beyond 60 stories, as Hugo makes pages of them."""
    groups: defaultdict[tuple[str, str, str], list[datetime.datetime]] = defaultdict(list)
    for each in (story(number, stories) for number in range(stories)):
        names = [("desks", "section", each.section), *(("topics", "topic", name) for name in each.topics)]
        for group in (*names, *(("authors", "author", name) for name in each.authors)):
            groups[group].append(each.date)
    return [
        {
            "title": f"{month:%B %Y}",
            "url": f"/{folder}/{slug_from(name)}/{month:%Y/%m}/",
            "kind": kind,
            "term": slug_from(name),
            "month": f"{month:%Y-%m}",
            "parent": name,
            "above": f"/{folder}/{slug_from(name)}/",
        }
        for (kind, folder, name), dates in groups.items()
        if len(dates) > 60
        for month in dict.fromkeys(date.replace(day=1, hour=0, minute=0) for date in dates)
    ]


def _term(url: str, title: str, of: str, day: datetime.date) -> str:
    values = {
        "url": f"/{url}",
        "title": title,
        "of": of,
        "key": f"{day:%Y-%m}",
        "monthname": f"{day:%B %Y}",
        "day": f"{day}",
    }
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items()) + "---\n"


def write_paper(stories: int, form: Callable[[Story], str], place: Callable[[Story], Path]) -> None:
    """Write so many stories in a form, each to place(story)."""
    for number in range(stories):
        each = story(number, stories)
        path = place(each)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(form(each), encoding="utf-8")
