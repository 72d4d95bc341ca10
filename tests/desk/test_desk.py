# SPDX-License-Identifier: MIT
"""The desk on small real folders: every input has one outcome, and people have the last word."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from newsroom import desk, schema
from newsroom.desk import Kind, Room, Summary, convert_all, left_to_convert

SILENT = Console(quiet=True)
ROOM = Room(Path("seeds"), Path("content"), processes=1)
STORY = (
    "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.\n\n"
    "The pier stands on 84 piles of larch, which the harbour master expects to last for about forty years.\n\n"
    "It replaces one that the ice took nine winters ago, together with the ferry that was tied up beside it.\n"
)
PIER = f"Pier opens to all\n\nPublished: 3 March 2030\n\n{STORY}"
# Another story with the same headline and day.
FERRY = (
    "Pier opens to all\n\nPublished: 3 March 2030\n\n"
    "A ferry with nobody aboard drifted past the lamps of Ostrel last night, and three boats went after it.\n\n"
    "Odo Fenn, who sells herring there, said that he had heard its bell an hour before anybody believed him.\n\n"
    "By morning it lay on the sand below the mill, its wheel tied with a rope that no one would own up to.\n"
)
PIER_POST = "content/news/2030/03/pier-opens-to-all.md"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()


def seed(key: str, text: str | bytes = PIER) -> None:
    path = Path("seeds", key)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def run() -> Summary:
    return convert_all(ROOM, SILENT)


def posts() -> dict[str, str]:
    return {path.as_posix(): path.read_bytes().decode() for path in Path("content/news").rglob("*") if path.is_file()}


def outcomes(summary: Summary) -> dict[Kind, int]:
    return {kind: count for kind in Kind if (count := summary.of(kind))}


def edit(path: str, old: str, new: str) -> str:
    changed = Path(path).read_text(encoding="utf-8").replace(old, new)
    Path(path).write_text(changed, encoding="utf-8")
    return changed


def test_a_seed_becomes_a_post_and_a_second_run_changes_nothing() -> None:
    seed("pier.txt")
    assert outcomes(run()) == {Kind.PUBLISHED: 1}
    before = posts()
    assert list(before) == [PIER_POST]
    assert schema.read(before[PIER_POST]).front.seed == "pier.txt"
    assert outcomes(run()) == {Kind.UNCHANGED: 1}
    assert posts() == before


def test_a_changed_seed_updates_its_post() -> None:
    seed("pier.txt")
    run()
    seed("pier.txt", PIER.replace("84 piles", "85 piles"))
    assert outcomes(run()) == {Kind.UPDATED: 1}
    assert "85 piles" in posts()[PIER_POST]


def test_a_post_that_a_person_edited_is_never_written_again() -> None:
    seed("pier.txt")
    run()
    edited = edit(PIER_POST, "in the rain", "in the sun")
    seed("pier.txt", PIER.replace("84 piles", "85 piles"))
    summary = run()
    assert outcomes(summary) == {Kind.KEPT: 1}
    assert summary.attention[0].message == (
        f"{PIER_POST}:1: edited by a person; not written; its seed 'pier.txt' changed since: invoke convert --diff"
    )
    assert posts() == {PIER_POST: edited}


def test_a_post_that_lost_its_digest_is_a_persons() -> None:
    seed("pier.txt")
    run()
    digest = schema.read(posts()[PIER_POST]).front.digest
    edit(PIER_POST, f"digest: {digest}\n", "")
    assert outcomes(run()) == {Kind.KEPT: 1}


def test_quoting_a_value_differently_is_no_edit_and_is_left_alone() -> None:
    seed("pier.txt")
    run()
    edited = edit(PIER_POST, "title: Pier opens to all", 'title: "Pier opens to all"')
    assert outcomes(run()) == {Kind.UNCHANGED: 1}
    assert posts() == {PIER_POST: edited}


def test_a_moved_post_is_found_by_its_seed_and_keeps_path_and_address() -> None:
    seed("pier.txt")
    run()
    Path("content/news/harbour").mkdir()
    Path(PIER_POST).rename("content/news/harbour/pier.md")
    seed("pier.txt", PIER.replace("Pier opens", "New pier opens").replace("3 March", "4 March"))
    assert outcomes(run()) == {Kind.UPDATED: 1}
    (path, source), *others = posts().items()
    assert (path, others) == ("content/news/harbour/pier.md", [])
    front = schema.read(source).front
    assert (front.title, front.address) == ("New pier opens to all", "2030/03/03/pier-opens-to-all/")
    assert not schema.is_edited(schema.read(source))


def test_two_posts_that_claim_one_seed_are_named_and_not_written() -> None:
    seed("pier.txt")
    run()
    Path("content/news/copy.md").write_bytes(Path(PIER_POST).read_bytes())
    before = posts()
    seed("pier.txt", PIER.replace("84 piles", "85 piles"))
    summary = run()
    assert outcomes(summary) == {Kind.KEPT: 1}
    why = "seed 'pier.txt' is claimed by content/news/copy.md as well; not written"
    assert summary.attention[0].message == f"{PIER_POST}:6: {why}"
    assert posts() == before


def test_a_post_that_cannot_be_read_is_named_by_line_and_not_written() -> None:
    seed("pier.txt")
    run()
    broken = edit(PIER_POST, "title:", "titel:")
    summary = run()
    assert outcomes(summary) == {Kind.KEPT: 1}
    assert summary.attention[0].message.startswith(f"{PIER_POST}:2: ")
    assert "titel" in summary.attention[0].message
    assert posts() == {PIER_POST: broken}


def test_an_address_that_no_story_may_have_is_named_by_its_line() -> None:
    Path("content/news").mkdir(parents=True)
    Path("content/news/page.md").write_text("---\ntitle: T\naddress: archive/\n---\n", encoding="utf-8")
    (note,) = run().notes
    assert note.startswith("content/news/page.md:3: address: 'archive/' is neither ")


def test_a_broken_post_that_names_no_seed_keeps_its_place() -> None:
    Path(PIER_POST).parent.mkdir(parents=True)
    Path(PIER_POST).write_bytes(b"---\ntitle: \xff\n---\n")
    seed("pier.txt")
    summary = run()
    assert outcomes(summary) == {Kind.KEPT: 1}
    assert summary.attention[0].message.startswith(f"{PIER_POST}:2: byte 0xff")
    assert Path(PIER_POST).read_bytes() == b"---\ntitle: \xff\n---\n"


def test_what_is_no_file_of_content_is_noted_and_its_words_are_not() -> None:
    seed("pier.txt")
    Path("secret").write_text("s3cret: words\n", encoding="utf-8")
    Path("content/news/folder.md").mkdir(parents=True)
    Path("content/news/link.md").symlink_to(Path("secret").resolve())
    os.mkfifo("content/news/pipe.md")
    summary = run()
    assert outcomes(summary) == {Kind.PUBLISHED: 1}
    assert summary.notes == (
        "content/news/folder.md:1: it is no file; not written",
        "content/news/link.md:1: it is a link that leads out of content/; not written",
        "content/news/pipe.md:1: it is no file; not written",
    )


def test_equal_slugs_are_told_apart_by_letters_of_the_seed() -> None:
    seed("a.txt")
    seed("b.txt", FERRY)
    assert outcomes(run()) == {Kind.PUBLISHED: 2}
    fronts = {front.seed: front for front in (schema.read(source).front for source in posts().values())}
    assert fronts["a.txt"].address == "2030/03/03/pier-opens-to-all/"
    assert fronts["b.txt"].address == f"2030/03/03/pier-opens-to-all-{fronts['b.txt'].sha256[:8]}/"
    assert not any(schema.is_edited(schema.read(source)) for source in posts().values())
    assert outcomes(run()) == {Kind.UNCHANGED: 2}


def test_an_address_that_a_hand_written_post_has_is_taken() -> None:
    Path("content/news").mkdir(parents=True)
    Path("content/news/mine.md").write_text("---\ntitle: Pier opens to all\ndate: 2030-03-03\n---\n\nMine.\n")
    seed("pier.txt")
    assert outcomes(run()) == {Kind.PUBLISHED: 1}
    made = next(path for path in posts() if path != "content/news/mine.md")
    assert made.startswith("content/news/2030/03/pier-opens-to-all-")


def test_one_slug_in_two_days_of_a_month_makes_two_files() -> None:
    seed("a.txt")
    seed("b.txt", FERRY.replace("3 March", "4 March"))
    run()
    assert len(posts()) == 2


def test_every_file_has_one_outcome_and_what_is_no_seed_has_none() -> None:
    seed("deep/er/pier.txt")
    seed(".hidden.txt")
    seed(".hidden/pier.txt")
    seed("README.md")
    seed("deep/readme.txt")
    seed("empty.txt", "")
    seed("binary.txt", b"PK\x03\x04\x00\xff\xfe\xfd\x81")
    seed("page.pdf")
    seed("a  b.txt")
    os.mkfifo("seeds/pipe.txt")
    Path("seeds/link.txt").symlink_to("/etc/hostname")
    Path("seeds/folder").symlink_to("/etc")
    summary = run()
    assert summary.inputs == 8
    assert outcomes(summary) == {Kind.PUBLISHED: 1, Kind.REFUSED: 1, Kind.UNREADABLE: 6}
    assert {outcome.key: outcome.reason for outcome in summary.attention} == {
        "a  b.txt": "bad file name",
        "binary.txt": "not text",
        "empty.txt": "empty",
        "folder": "symbolic link",
        "link.txt": "symbolic link",
        "page.pdf": "not text",
        "pipe.txt": "no file",
    }
    assert all(outcome.message.startswith(f"seeds/{outcome.key}:1: ") for outcome in summary.attention)


def test_a_file_that_is_far_too_large_is_not_read_whole() -> None:
    with Path("seeds/huge.txt").open("wb") as file:
        file.truncate(1 << 40)  # a hole of a terabyte
    summary = run()
    assert [outcome.reason for outcome in summary.attention] == ["too large"]


def test_a_byte_order_mark_is_taken_off() -> None:
    seed("pier.txt", b"\xef\xbb\xbf" + PIER.encode())
    run()
    assert schema.read(posts()[PIER_POST]).front.title == "Pier opens to all"


def test_a_refusal_names_file_line_and_reason_and_leaves_the_post() -> None:
    seed("pier.txt")
    run()
    before = posts()
    seed("pier.txt", "Pier opens to all\n\n" + STORY[:101] + "\n")
    (refused,) = run().attention
    assert refused.message.startswith("seeds/pier.txt:3: too short: 20 words of story")
    assert refused.message.endswith(f"; {PIER_POST} stays as it is")
    assert posts() == before


def test_a_post_whose_seed_is_gone_stays_and_is_noted() -> None:
    seed("pier.txt")
    run()
    before = posts()
    Path("seeds/pier.txt").unlink()
    summary = run()
    assert (summary.inputs, posts()) == (0, before)
    assert summary.notes == (f"{PIER_POST}:1: its seed 'pier.txt' is gone; the post stays",)


def test_what_would_change_is_told_new_posts_apart_and_nothing_is_written() -> None:
    seed("a.txt")
    run()
    seed("a.txt", PIER.replace("84 piles", "85 piles"))
    seed("b.txt", FERRY)
    seed("c.txt", "")
    before = posts()
    new, changes = left_to_convert(ROOM)
    assert [(each.key, each.kind) for each in new] == [("b.txt", Kind.PUBLISHED)]
    assert [(each.key, each.kind) for each in changes] == [("a.txt", Kind.UPDATED)]
    assert posts() == before
    run()
    assert left_to_convert(ROOM) == ((), ())


def test_a_folder_of_seeds_that_is_missing_is_named() -> None:
    Path("seeds").rmdir()
    with pytest.raises(NotADirectoryError, match="seeds: there is no such folder"):
        run()


def test_a_summary_that_misses_an_input_cannot_be_made() -> None:
    seed("pier.txt")
    with pytest.raises(ValueError, match="2 inputs, but 1 outcomes"):
        replace(run(), inputs=2)


def test_a_post_is_there_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    seed("pier.txt")
    run()
    before = posts()
    seed("pier.txt", PIER.replace("84 piles", "85 piles"))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        run()
    assert posts() == before  # the old post, and nothing half-made beside it


def test_a_post_takes_its_place_in_one_step() -> None:
    seed("pier.txt")
    run()
    with Path(PIER_POST).open(encoding="utf-8") as reader:
        seed("pier.txt", PIER.replace("84 piles", "85 piles"))
        run()
        assert "84 piles" in reader.read()  # who reads while it is written reads the old one whole
    assert "85 piles" in Path(PIER_POST).read_text(encoding="utf-8")


def test_a_run_gives_the_same_bytes_in_any_order_of_files_locale_and_hash_seed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = [f"{folder}{name}.txt" for folder in ("", "İ/", "z/") for name in "aBçd"]
    random.Random(3).shuffle(keys)
    for key in keys:
        seed(key, PIER + f"\nIt is painted {key}, and that will do for now.\n")
    run()
    expected = posts()
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: reversed(list(listed(self))))
    Path("content").rename("first")
    run()
    assert posts() == expected
    Path("content").rename("second")
    code = "import sys; from pathlib import Path; from newsroom import desk; "
    code += "desk.convert_all(desk.Room(Path('seeds'), Path('content')), desk.console_from(quiet=True))"
    environment = os.environ | {"PYTHONHASHSEED": "7", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"}
    environment["PYTHONPATH"] = str(Path(desk.__file__).parents[2])
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert posts() == expected


def test_the_desk_imports_neither_pelican_nor_templates() -> None:
    code = "import sys, newsroom.desk; sys.exit(not {'pelican', 'jinja2'}.isdisjoint(sys.modules))"
    environment = os.environ | {"PYTHONPATH": str(Path(desk.__file__).parents[2])}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
