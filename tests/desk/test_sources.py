# SPDX-License-Identifier: MIT
"""What an editor states of a newspaper in source.toml reaches its posts, and what cannot be is named by its line."""

import os
from pathlib import Path

import pytest
from rich.console import Console

from newsroom import schema
from newsroom.convert import Source
from newsroom.desk import Room, convert_all
from newsroom.desk.inputs import listing_of
from newsroom.desk.sources import Sources, sources_from

STATED = """\
newspaper = "The Ostrel Lamp"
home = "https://lamp.example/"
zone = "Europe/Paris"
order = "day-first"
lang = "en-GB"
rights = "All rights reserved"
contact = "mailto:desk@lamp.example"
index = false
"""
STORY = (
    "Pier opens to all\n\nPublished: 3 March 2030\n\n"
    "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.\n\n"
    "The pier stands on 84 piles of larch, which the harbour master expects to last for about forty years.\n\n"
    "It replaces one that the ice took nine winters ago, together with the ferry that was tied up beside it.\n"
)
FERRY = (
    "Ferry found on the sand\n\nPublished: 4 March 2030\n\n"
    "A ferry with nobody aboard drifted past the lamps of Ostrel last night, and three boats went after it.\n\n"
    "Odo Fenn, who sells herring there, said that he had heard its bell an hour before anybody believed him.\n\n"
    "By morning it lay on the sand below the mill, its wheel tied with a rope that no one would own up to.\n"
)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds/lamp/old").mkdir(parents=True)


def sources() -> Sources:
    return sources_from(listing_of(Path("seeds")).sources, Path("seeds"))


def test_a_source_is_true_of_its_folder_and_below_and_the_nearer_one_says_otherwise() -> None:
    Path("seeds/lamp/source.toml").write_text(STATED)
    Path("seeds/lamp/old/source.toml").write_text('zone = "UTC"\n')
    found = sources()
    assert found.problems == ()
    assert found.of("lamp/a.txt") == Source(
        newspaper="The Ostrel Lamp",
        home="https://lamp.example/",
        zone="Europe/Paris",
        order="day-first",
        lang="en-GB",
        rights="All rights reserved",
        contact="mailto:desk@lamp.example",
        index=False,
    )
    assert (found.of("lamp/old/x/b.txt").zone, found.of("lamp/old/b.txt").newspaper) == ("UTC", "The Ostrel Lamp")
    assert found.of("c.txt") == found.of("lamp.txt") == Source()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('zone = "UTC"\nnewspapr = "X"\n', "2: unknown key 'newspapr': did you mean newspaper? docs/seeds.md lists"),
        ('\nzone = "Paris"\n', "2: zone: 'Paris' is not the name of a time zone"),
        ('order = "month first"\n', "1: order: 'month first' is not day-first or month-first"),
        ('index = "no"\n', "1: index: 'no' is not true or false"),
        ("order = 3\n", "1: order: '3' is not day-first or month-first"),
        ('lang = "english please"\n', "1: lang: 'english please' is not a language tag"),
        ('home = "lamp.example"\n', "1: home: 'lamp.example' is not the http:// or https:// address of a page"),
        ('contact = "desk"\n', "1: contact: 'desk' is not mailto:name@example.org or https://"),
        ('newspaper = "a\\nb"\n', "1: newspaper: 'a\\nb' is not one tidy line"),
        ("[newspaper]\nname = 1\n", "1: newspaper: "),
        ('zone = "UTC"\nhome = \n', "2: this is not TOML"),
        ('zone = "UTC"\nzone = "UTC"\n', "2: this is not TOML"),
    ],
)
def test_what_cannot_be_is_named_by_its_line_and_the_rest_holds(text: str, why: str) -> None:
    Path("seeds/lamp/source.toml").write_text(text)
    (problem,) = sources().problems
    assert problem.startswith(f"seeds/lamp/source.toml:{why}")


def test_a_run_marks_what_was_stated_and_a_changed_source_changes_the_posts_below_it_alone() -> None:
    Path("seeds/lamp/source.toml").write_text(STATED)
    Path("seeds/lamp/pier.txt").write_text(STORY)
    Path("seeds/ferry.txt").write_text(FERRY)
    room = Room(Path("seeds"), Path("content"), processes=1)
    convert_all(room, Console(quiet=True))
    (path,) = Path("content").rglob("pier*.md")
    front = schema.read(path.read_text()).front
    assert (front.newspaper, front.rights, front.lang) == ("The Ostrel Lamp", "All rights reserved", "en-GB")
    assert {"newspaper", "rights", "contact", "lang", "index"} <= set(front.stated)
    assert front.index is False
    for file in Path("seeds").rglob("*.txt"):  # older than what is remembered of them, which is then believed
        os.utime(file, ns=(0, file.stat().st_mtime_ns - 5 * 10**9))
    convert_all(room, Console(quiet=True))
    Path("seeds/lamp/source.toml").write_text(STATED.replace("Ostrel Lamp", "Lamp of Ostrel") + "rigths = 1\n")
    summary = convert_all(room, Console(quiet=True))
    assert [(str(kind), count) for kind, _, count in summary.counts] == [("updated", 1), ("unchanged", 1)]
    assert schema.read(path.read_text()).front.newspaper == "The Lamp of Ostrel"
    assert summary.notes[0].startswith("seeds/lamp/source.toml:9: unknown key 'rigths'")
