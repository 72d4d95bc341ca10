# SPDX-License-Identifier: MIT
"""What the seeds of one source repeat is no part of their stories, whatever came when; few are read again."""

import json
import os
import shutil
from pathlib import Path

import pytest
from rich.console import Console

from newsroom import schema
from newsroom.desk import Room, convert_all, finding, repeated
from newsroom.desk.outcome import Kind, Summary

APPEAL = "The Lamp is read by everyone on the island and paid for by half of them, so please consider it, dear reader."
LETTER = (
    "Our morning letter tells you before breakfast what the night boats brought in, and four thousand people have it."
)
THINGS = ("brass lamp", "rowing boat", "tide table", "mooring post", "net of herring", "bell of the customs house")
OLD_NS = 1_700_000_000 * 10**9


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def page(number: int, *lines: str) -> str:
    thing = THINGS[number % len(THINGS)]
    story = (
        f"Someone left {number + 11} crates and a {thing} at the gate of lock {number}, where nobody asked for any.",
        f"The keeper of lock {number} counted the crates until {number + 3} minutes past noon, and went home to sleep.",
        f"On day {number + 40} a clerk came for the {thing}, signed for it under the name of Fenn, and rowed away.",
    )
    return "\n\n".join((f"Strange {thing} found at lock number {number}", *story[:2], *lines, story[2])) + "\n"


def lay(numbers: range, *lines: str) -> None:
    for number in numbers:
        put(f"lamp/{number}.txt", page(number, *lines))


def put(key: str, text: str) -> None:
    path = Path("seeds", key)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, ns=(OLD_NS, OLD_NS))


def run() -> Summary:
    return convert_all(Room(Path("seeds"), Path("content"), processes=1), Console(quiet=True))


def posts() -> dict[str, str]:
    return {str(path): path.read_text() for path in sorted(Path("content").rglob("*.md"))}


def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of seeds that are converted from now on."""
    seen: list[str] = []
    convert = finding.convert
    monkeypatch.setattr(finding, "convert", lambda seed: seen.append(seed.key) or convert(seed))
    return seen


def test_a_line_that_a_source_repeats_is_dropped_and_the_post_says_so() -> None:
    lay(range(40), APPEAL)
    assert run().of(Kind.PUBLISHED) == 40
    for text in posts().values():
        post = schema.read(text)
        assert APPEAL not in post.text
        assert "repeated-in-source" in {label.reason for label in post.front.labels}


def test_few_seeds_tell_nothing_of_their_source_nor_do_those_of_others() -> None:
    lay(range(20), APPEAL)
    for number in range(20, 40):
        put(f"{number}/page.txt", page(number, APPEAL))
    run()
    assert sum(APPEAL in text for text in posts().values()) == 40


def test_a_source_toml_makes_one_source_of_all_folders_below_it() -> None:
    for number in range(40):
        put(f"lamp/{number}/page.txt", page(number, APPEAL))
    put("lamp/source.toml", 'lang = "en"\n')
    run()
    assert not any(APPEAL in text for text in posts().values())


def test_a_file_of_many_seeds_is_a_source_whatever_the_order_of_its_rows() -> None:
    rows = [json.dumps({"id": f"a{number}", "text": page(number, APPEAL)}) + "\n" for number in range(40)]
    put("lamp.jsonl", "".join(rows))
    run()
    first = posts()
    assert first
    assert not any(APPEAL in text for text in first.values())
    shutil.rmtree("content")
    shutil.rmtree(".newsroom")
    put("lamp.jsonl", "".join(reversed(rows)))
    run()
    assert posts() == first


def test_the_same_posts_come_of_seeds_in_one_run_and_in_many() -> None:
    lay(range(40), APPEAL)
    run()
    together = posts()
    shutil.rmtree("seeds")
    shutil.rmtree("content")
    shutil.rmtree(".newsroom")
    for some in (range(30, 40), range(12), range(12, 30)):
        lay(some, APPEAL)
        run()
    assert posts() == together


def test_dumps_of_one_story_are_not_taken_for_furniture() -> None:
    lay(range(30), APPEAL)
    for number in range(10):
        put(f"lamp/copy{number}.txt", f"Read by {number}.\n\n{page(99, APPEAL)}")
    run()
    story = next(text for text in posts().values() if "lock number 99" in text)
    assert "Someone left 110 crates" in story
    assert "The keeper of lock 99" in story


def test_seeds_are_read_again_only_where_what_they_use_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(range(40), APPEAL)
    lay(range(40, 44), APPEAL, LETTER)
    put("other/a.txt", page(70))
    run()
    assert any(LETTER in text for text in posts().values())
    seen = converted(monkeypatch)
    run()
    assert seen == []
    put("lamp/44.txt", page(44, APPEAL, LETTER))
    run()  # the fifth page with the letter
    assert set(seen) == {f"lamp/{number}.txt" for number in range(40, 45)}
    assert not any(LETTER in text for text in posts().values())


def test_the_sample_is_not_read_again_while_its_files_look_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(range(40), APPEAL)
    run()
    monkeypatch.setattr(repeated, "ends_of", lambda _text: pytest.fail("a seed was read for its lines"))
    first = posts()
    run()
    put("other/a.txt", page(70))
    run()
    assert first.items() <= posts().items()


def test_no_more_pages_are_held_than_the_sample_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeated, "MOST_PAGES", 32)
    held: list[int] = []
    count = repeated.repeated_in
    monkeypatch.setattr(repeated, "repeated_in", lambda pages: held.append(len(pages)) or count(pages))
    lay(range(60), APPEAL)
    rows = (json.dumps({"id": f"a{number}", "text": page(number, APPEAL)}) + "\n" for number in range(100, 160))
    put("lamp.jsonl", "".join(rows))
    run()
    assert held == [32, 32]
