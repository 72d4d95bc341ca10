# SPDX-License-Identifier: MIT
"""Invented dumps of whole pages of one newspaper, with their gold: what knowing its furniture is worth.

`python -m benchmarks.one_paper > paper.jsonl`, then `invoke bench --quality paper.jsonl`, and again with
`--evidence`. Paper, people and events are made up, by a fixed seed: every run writes the same.
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from benchmarks.scores import Row

PAGES = 500
_SECTIONS = {
    "Harbour": ("Ferries", "Tides", "Pilots", "Quay notices"),
    "Council": ("Votes", "Budgets", "Minutes", "Complaints"),
    "Sport": ("Rowing", "Quoits", "Fixtures", "Tables"),
    "Weather": ("Fog", "Storm watch", "Snow lines", "Sea state"),
}


def _listed(texts: str) -> list[str]:
    return texts.split("; ")


_WHO = _listed(
    "the harbour office; a baker on Lime Street; the pilots' guild; the mayor's deputy; two sisters from "
    "Sael; the quoits club; an engineer of the lighthouse; the ferry company; a retired net maker; the "
    "school's caretaker; the island's only dentist; a party of surveyors"
)
_DID = _listed(
    "has counted; repaired; moved; painted; argued about; sold; measured; lost; found again; borrowed; "
    "insured; photographed; weighed; carried home"
)
_WHAT = _listed(
    "eleven brass lamps; the north pier; a crate of tide tables; the winter timetable; forty mooring posts; "
    "the old weighbridge; a rowing boat named Patience; the bells of the customs house; three miles of rope; "
    "the roof of the fish hall; a ledger from the flood year; the gate of the lower lock"
)
_WHY = _listed(
    "because nobody else would; before the herring came; in spite of a vote against it; at a cost of 900 "
    "crowns; while the fog lasted; after a letter from the mainland; for the second time in a year; without "
    "asking the council; and left no note; under the eyes of a patient crowd"
)
_HEAD = _listed(
    "surprises the quay; divides the council; waits for spring; costs more than a bridge; is back after a "
    "year; ends in a draw; meets with applause; keeps the island awake; will not be repeated; has no winner"
)
_SAID = _listed("said; told The Ostrel Lamp; wrote in a letter; said over the noise of the winch")
_NAMES = _listed("Mara Quill; Odo Fenn; Issa Thornby; Pell Aldous; Runa Vik; Tam Oresund")
_TOP = _listed(
    "Skip to main content; The Ostrel Lamp; News; Harbour; Council; Sport; Weather; Letters; Obituaries; "
    "Puzzles; E-paper; Shop; Log in; Subscribe for 3 crowns a week; Thursday, 26 June 2031; Search"
)
_APPEAL = (
    "The Lamp is read by everyone on the island and paid for by half of them, so please consider a subscription, which"
    " costs less than a loaf a week and keeps two reporters and a dog at work."
)
_LETTER = (
    "Our morning letter, The Wick, tells you before breakfast what the night boats brought in. More than 4,000 readers"
    " have it in their inbox by six o'clock, and you can leave the list at any time."
)
_RULES = (
    "Comments are open for three days. We remove what is rude, what is off the subject and what advertises, and do"
    " not enter into a correspondence about it with anybody."
)
_BOTTOM = (
    "About the Lamp", "Contact the desk", "Our house rules", "Corrections", "Advertise with us", "Privacy", "Terms",
    "The Ostrel Lamp is printed on Lime Street by the Lamp Press, which has belonged to its readers since the flood"
    " and is a member of the islands' press council.",
    "© 2031 The Ostrel Lamp. All rights reserved.",
)  # fmt: skip


def main() -> None:
    """Write the rows to the standard output."""
    for row in rows_from(PAGES):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def rows_from(pages: int) -> Iterator[Row]:
    """So many rows, each a page with its gold."""
    chance = random.Random(2031)  # noqa: S311 - no secret
    stories = [_story(chance, number) for number in range(pages)]
    newest = [story["title"] for story in stories[-8:]]
    for number, story in enumerate(stories):
        related = [each["title"] for each in chance.sample(stories, 4)]
        yield {
            "id": f"lamp-{number}",
            "domain": "lamp.example",
            "url": f"https://lamp.example/{story['day']:%Y/%m/%d}/story-{number}",
            "variant": "whole page",
            "text": "\n".join(_page(story, related, newest)) + "\n",
            "gold": _gold(story),
        }


def _story(chance: random.Random, number: int) -> dict[str, Any]:
    section = chance.choice(list(_SECTIONS))
    what = chance.choice(_WHAT)
    return {
        "title": f"{what[0].upper()}{what[1:]} {chance.choice(_HEAD)}, {_count(number)}",
        "section": section,
        "author": chance.choice(_NAMES),
        "day": date(2031, 1, 2) + timedelta(days=number // 3),
        "paragraphs": [_paragraph(chance) for _ in range(chance.randint(5, 12))],
    }


def _count(number: int) -> str:
    """What tells headlines apart."""
    return f"in the week of boat {number + 100}"


def _paragraph(chance: random.Random) -> str:
    sentences = [_sentence(chance) for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.3:
        said = _sentence(chance).rstrip(".")
        sentences.append(f'"{said}," {chance.choice(_SAID)} {chance.choice(_NAMES)}, who saw it.')
    return " ".join(sentences)


def _sentence(chance: random.Random) -> str:
    words = f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)} {chance.choice(_WHY)}"
    return f"On day {chance.randint(2, 9999)} of the count {words}."


def _page(story: dict[str, Any], related: list[str], newest: list[str]) -> Iterator[str]:
    yield f"{story['title']} - The Ostrel Lamp"
    yield from _TOP
    yield from _SECTIONS[story["section"]]
    yield from (story["section"], story["title"], f"By {story['author']}", f"{story['day']:%d %B %Y}", "Share", "Save")
    middle = len(story["paragraphs"]) // 2
    yield from story["paragraphs"][:middle]
    yield from (_APPEAL, "Keep the Lamp burning")
    yield from story["paragraphs"][middle:]
    yield from (_LETTER, "Your address", "Send me The Wick", "More from the Lamp", *related)
    yield from ("Most read", *newest, "Comments", _RULES, *_BOTTOM)


def _gold(story: dict[str, Any]) -> dict[str, Any]:
    return {
        "article": True,
        "title": story["title"],
        "title_alts": [],
        "authors": [story["author"]],
        "published": f"{story['day']}",
        "published_has_time": False,
        "published_days": [f"{story['day']}"],
        "modified": None,
        "summary": [],
        "paragraphs": story["paragraphs"],
        "body": "\n\n".join(story["paragraphs"]),
        "visible": {"title": True, "day": True, "minute": False, "authors": True},
    }


if __name__ == "__main__":
    main()
