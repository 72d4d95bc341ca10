# SPDX-License-Identifier: MIT
"""Seeds of an invented island's press: as many as are asked for, always the same, all plainly fictional."""

import datetime
import random

HEADLINES = (
    "{place} counts its {thing} and finds {number} too many",
    "Keeper of {place} asks for {number} more {thing}",
    "No {thing} at {place} before the herring come, says {person}",
    "{person} leaves {place} with a cart of {thing}",
)
SENTENCES = (
    "{person} told the meeting at {place} that the {thing} had been late {number} times since the thaw.",
    '"We have {number} of them and a rope for half," said {person}, who keeps the {thing} at {place}.',
    "The office in {place} has promised a count of the {thing}, and a lamp to count them by.",
    "In {number} years nobody on the north steps had seen so many {thing} in one boat.",
    'Asked about the {thing}, {person} said "ask again when the tide is out" and went in.',
    "Under the plan, {place} would give up {number} of its {thing} and keep the bell.",
    "The road from {place} is closed to {thing} until the council has found the {number}th key.",
    "{person} did not agree, and said so to the {thing}.",
)
PLACES = ("Ostrel", "Farrow Quay", "Nether Lamp", "Sallow Bridge", "Upper Winnow", "Tarn Hollow", "Quillmouth")
PEOPLE = ("Mara Quill", "Odo Fenn", "Issa Thornby", "Pell Marrow", "Bettany Roke", "Juno Askew", "Tam Oddly")
THINGS = ("lanterns", "goats", "timetables", "kites", "herring boxes", "umbrellas", "bells", "left boots")
FIRST_DAY = datetime.datetime(2031, 1, 1, 6, 0)  # noqa: DTZ001 - printed without a zone, as in most dumps
WORDS_PER_STORY = (400, 700)  # the length of the stories that Pelican, Hugo and Eleventy were compared on


def seed(number: int) -> str:
    """The text of the seed of this number: the shape of a dumped page, with 400 to 700 words of story."""
    chance = random.Random(number)  # noqa: S311 - the same text each time is the point
    headline = f"{_filled(chance, chance.choice(HEADLINES))}, {number}"
    printed = FIRST_DAY + datetime.timedelta(minutes=97 * number)
    when = f"{printed:%I:%M %p} {printed:%B} {printed.day}, {printed.year}"
    story = _story(chance)
    return f"• Last Update : 06:33 pm\n\n{headline}\n\n  • Published at {when}\n{headline}\n{story}\n"


def _story(chance: random.Random) -> str:
    wanted = chance.randint(*WORDS_PER_STORY)
    sentences: list[str] = []
    while sum(sentence.count(" ") + 1 for sentence in sentences) < wanted:
        sentences.append(_filled(chance, chance.choice(SENTENCES)))
    return " ".join(sentences)  # in one line, as the real seed has it


def _filled(chance: random.Random, template: str) -> str:
    return template.format(
        place=chance.choice(PLACES),
        person=chance.choice(PEOPLE),
        thing=chance.choice(THINGS),
        number=chance.randint(3, 900),
    )
