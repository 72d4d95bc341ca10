# SPDX-License-Identifier: MIT
"""One story in many dumps, run after run: one post, at one address, and people have the last word."""

import os
import random
from pathlib import Path

import pytest
from rich.console import Console

from newsroom import schema
from newsroom.desk import Kind, Room, account, convert_all, families, finding
from newsroom.schema import PostFile

POST = "news/2030/03/pier-opens-to-all.md"
ADDRESS = "2030/03/03/pier-opens-to-all/"
NOUNS = [
    "council", "harbour", "school", "ferry", "bridge", "market", "tower", "garden", "library", "station",
    "chapel", "mill", "forge", "bakery",
]  # fmt: skip
VERBS = [
    "opened", "closed", "painted", "counted", "moved", "asked", "praised", "mended", "measured", "lent",
    "warmed", "guarded",
]  # fmt: skip
KINDS = [
    "old", "new", "narrow", "wet", "quiet", "green", "heavy", "wooden", "bright", "northern", "empty",
    "broken",
]  # fmt: skip


def paragraphs(number: int, count: int = 15) -> list[str]:
    """Paragraphs of a made-up story; two stories have the small words in common, and no more."""
    draw = random.Random(number)

    def thing() -> str:
        return f"{draw.choice(KINDS)} {draw.choice(NOUNS)}"

    return [
        f"On Monday the {thing()} {draw.choice(VERBS)} the {thing()} of Port Ember, and {draw.choice(VERBS)} {thing()}s"
        f" which a {thing()} {draw.choice(VERBS)} for {draw.randint(3, 99)} {thing()}s; the {thing()} said so."
        for _ in range(count)
    ]


PARAGRAPHS = paragraphs(1)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("content").mkdir()


def page(paragraphs: list[str], title: str = "Pier opens to all", day: str = "3 March 2030") -> str:
    return "\n\n".join([title, f"Published: {day}", *paragraphs]) + "\n"


def seed(key: str, text: str) -> None:
    path = Path("seeds", key)
    path.write_text(text, "utf-8")
    os.utime(path, (len(text), len(text)))  # long ago: what is only seconds old is read again


def run() -> dict[str, tuple[Kind, str | None]]:
    """What became of each seed, and of which it is a copy or a version; told by the account of the run."""
    convert_all(Room(Path("seeds"), Path("content")), Console(quiet=True))
    return {each.key: (each.kind, each.of) for each in account.recalled(Path(".newsroom"))}


def post(path: str = POST) -> PostFile:
    return schema.read(Path("content", path).read_text("utf-8"))


def posts() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path("content").rglob("*.md")}


FULL, CUT = page(PARAGRAPHS), page(PARAGRAPHS[:11])
FURNITURE = "Share this article\n\nRead more: The ferry that the ice took\n\n"


def test_dumps_of_one_story_are_one_post_that_names_the_others() -> None:
    seed("a.txt", CUT)
    seed("b.txt", FULL)
    seed("c.txt", FURNITURE + FULL)
    seed("d.txt", FULL.replace(PARAGRAPHS[5], paragraphs(3)[5]))
    found = run()
    (main,) = [key for key, (kind, _) in found.items() if kind is Kind.PUBLISHED]
    assert {kind for key, (kind, of) in found.items() if key != main} == {Kind.DUPLICATE}
    assert {of for key, (_, of) in found.items() if key != main} == {main}
    assert list(posts()) == [f"content/{POST}"]
    assert post().front.duplicates == tuple(sorted(found.keys() - {main}))
    assert PARAGRAPHS[-1] in post().text


def test_a_second_run_changes_nothing_and_compares_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    seed("a.txt", CUT)
    seed("b.txt", FULL)
    run()
    run()  # the state knows the posts now as well
    before = posts()

    def fail(*_arguments: object) -> None:
        raise AssertionError("unchanged seeds cost something")

    monkeypatch.setattr(families, "kin_of", fail)
    monkeypatch.setattr(finding, "convert", fail)
    assert run() == {"a.txt": (Kind.DUPLICATE, "b.txt"), "b.txt": (Kind.UNCHANGED, None)}
    assert posts() == before


def test_a_fuller_copy_that_comes_later_takes_over_the_post_and_keeps_its_address() -> None:
    seed("a.txt", CUT)
    run()
    seed("b.txt", page(PARAGRAPHS, "The new pier opens to all of Port Ember"))
    assert run() == {"a.txt": (Kind.DUPLICATE, "b.txt"), "b.txt": (Kind.UPDATED, None)}
    assert list(posts()) == [f"content/{POST}"]
    assert (post().front.seed, post().front.address, post().front.duplicates) == ("b.txt", ADDRESS, ("a.txt",))
    assert PARAGRAPHS[-1] in post().text
    assert not schema.is_edited(post())


def test_a_copy_that_says_less_and_comes_later_changes_no_word() -> None:
    seed("b.txt", FULL)
    run()
    before = post()
    seed("a.txt", CUT)
    assert run() == {"a.txt": (Kind.DUPLICATE, "b.txt"), "b.txt": (Kind.UPDATED, None)}
    assert (post().text, post().front.duplicates) == (before.text, ("a.txt",))


def test_an_edited_post_keeps_its_text_whatever_fuller_copy_comes() -> None:
    seed("a.txt", CUT)
    run()
    path = Path("content", POST)
    path.write_text(path.read_text("utf-8").replace("Monday", "Tuesday"), "utf-8")
    before = posts()
    seed("b.txt", FULL)
    assert run() == {"a.txt": (Kind.KEPT, None), "b.txt": (Kind.DUPLICATE, "a.txt")}
    assert posts() == before


@pytest.mark.parametrize("how", ["withdrawn", "deleted"])
@pytest.mark.parametrize("seed_goes", [False, True], ids=["seed stays", "seed goes"])
def test_a_story_that_was_taken_down_is_not_brought_back_by_a_fuller_copy(how: str, seed_goes: bool) -> None:
    seed("a.txt", CUT)
    run()
    path = Path("content", POST)
    if how == "withdrawn":
        path.write_text(path.read_text("utf-8").replace("\nseed:", "\nstatus: withdrawn\nseed:"), "utf-8")
    else:
        path.unlink()
    run()
    if seed_goes:
        Path("seeds/a.txt").unlink()
    seed("b.txt", FULL)
    for _ in range(2):
        assert run()["b.txt"][0] is Kind.WITHDRAWN
        assert len(posts()) == (how == "withdrawn")


def test_when_the_fuller_seed_goes_its_post_stays_with_its_words() -> None:
    seed("a.txt", CUT)
    seed("b.txt", FULL)
    run()
    Path("seeds/b.txt").unlink()
    assert run() == {"a.txt": (Kind.DUPLICATE, "b.txt")}
    assert PARAGRAPHS[-1] in post().text


def test_a_later_version_stays_as_a_version_of_the_newest() -> None:
    seed("early.txt", FULL)
    run()
    seed("late.txt", page(PARAGRAPHS[:9] + paragraphs(2, 7), day="3 March 2030, 17:30"))
    found = run()
    assert found == {"early.txt": (Kind.VERSION, "late.txt"), "late.txt": (Kind.PUBLISHED, None)}
    late = next(path for path in posts() if path != f"content/{POST}").removeprefix("content/")
    assert post().front.version_of == post(late).front.address
    assert post().front.address == ADDRESS
    before = posts()
    assert run() == {"early.txt": (Kind.VERSION, "late.txt"), "late.txt": (Kind.UNCHANGED, None)}
    assert posts() == before


def test_what_comes_of_it_does_not_depend_on_the_order_of_files() -> None:
    dumps = {"1.txt": FULL, "2.txt": CUT, "3.txt": FURNITURE + FULL, "4.txt": page(PARAGRAPHS[:7])}
    texts = set()
    for order in range(3):
        draw = random.Random(order)
        names = draw.sample(sorted(dumps), len(dumps))
        Path(f"{order}/seeds").mkdir(parents=True)
        Path(f"{order}/content").mkdir()
        for name in names:
            Path(f"{order}/seeds/{name}").write_text(dumps[name], "utf-8")
        convert_all(Room(Path(f"{order}/seeds"), Path(f"{order}/content")), Console(quiet=True))
        (written,) = Path(f"{order}/content/news").rglob("*.md")
        texts.add(written.read_bytes())
    assert len(texts) == 1
