# SPDX-License-Identifier: MIT
"""People have the last word: what they edited, held back, moved, withdrew or deleted stays so."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from newsroom import schema
from newsroom.convert import Post, Seed, convert
from newsroom.desk import Room, Summary, convert_all, show_differences
from newsroom.stop import Stop

ROOM = Room(Path("seeds"), Path("content"), processes=1)
SENTENCES = [
    "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.",
    "The pier stands on 84 piles of larch, which the harbour master expects to last for about forty years.",
    "It replaces one that the ice took nine winters ago, together with the ferry that was tied up beside it.",
    "Mara Quill, who sold the first ticket on it, said that she had slept badly and would not say why at all.",
    "A band of six played until the tide came in, and then four of them played on with their boots in the water.",
    "The mayor had promised a speech of two minutes and gave one of nineteen, most of it about his grandfather.",
    "Children were let onto the far end first, where a lamp from the old pier has been screwed to a new post.",
]
FERRY = (
    "Ferry found on the sand\n\nPublished: 4 March 2030\n\n"
    "A ferry with nobody aboard drifted past the lamps of Ostrel last night, and three boats went after it.\n\n"
    "Odo Fenn, who sells herring there, said that he had heard its bell an hour before anybody believed him.\n\n"
    "By morning it lay on the sand below the mill, its wheel tied with a rope that no one would own up to.\n"
)
POST = Path("content/news/2030/03/pier-opens-to-all.md")


def pier(sentences: int = 7, day: str = "3 March 2030") -> str:
    return f"Pier opens to all\n\nPublished: {day}\n\n" + "\n\n".join(SENTENCES[:sentences]) + "\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    seed("pier.txt", pier())
    seed("ferry.txt", FERRY)


def seed(key: str, text: str) -> None:
    Path("seeds", key).write_text(text, encoding="utf-8")


def run(*, prune: bool = False) -> Summary:
    return convert_all(ROOM, Console(quiet=True), prune=prune)


def outcomes() -> dict[str, str]:
    """What became of each seed in the last run, as its account says."""
    rows = map(json.loads, Path(".newsroom/outcomes.jsonl").read_text().splitlines())
    return {row["seed"]: row["outcome"] for row in rows}


def posts() -> list[str]:
    return sorted(path.name for path in Path("content/news").rglob("*.md"))


def said(name: str) -> str:
    return "".join(line for line in Path("content", name).read_text().splitlines(True) if not line.startswith("#"))


def converted(key: str) -> schema.PostFile:
    made = convert(Seed.from_bytes(key, Path("seeds", key).read_bytes()))
    assert isinstance(made, Post)
    return made.file


def edit(old: str, new: str, path: Path = POST) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_deleted_post_does_not_come_back_and_none_of_its_words_is_kept() -> None:
    run()
    POST.unlink()
    run()
    assert outcomes() == {"pier.txt": "withdrawn", "ferry.txt": "unchanged"}
    run()
    assert outcomes() == {"pier.txt": "withdrawn", "ferry.txt": "unchanged"}
    remembered = Path("content/withdrawn.yaml").read_text()
    assert remembered.count("sha256: ") == 1
    assert not any(word in said("withdrawn.yaml") for word in ("pier", "Pier", "council", "Ember", "rain"))
    assert "pier" not in Path("content/known.tsv").read_text()


@pytest.mark.parametrize("lost", [".newsroom", ".newsroom/state.jsonl"])
def test_a_deleted_post_stays_deleted_in_a_fresh_copy_of_the_paper(lost: str) -> None:
    run()
    POST.unlink()
    shutil.rmtree(lost) if Path(lost).is_dir() else Path(lost).unlink()
    run()
    assert posts() == ["ferry-found-on-the-sand.md"]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("pier.txt", pier(6)),
        ("again.txt", pier()),
        ("fuller.txt", pier() + "\nThe herring came back the next morning, which no one in the town calls chance.\n"),
        ("cut.txt", pier(4)),
    ],
    ids=["its own seed, changed", "the same bytes under another name", "a fuller dump", "a dump cut short"],
)
def test_no_other_dump_brings_a_withdrawn_story_back(key: str, text: str) -> None:
    run()
    POST.unlink()
    run()
    Path("seeds/pier.txt").unlink()
    seed(key, text)
    run()
    assert outcomes()[key] == "withdrawn"
    assert posts() == ["ferry-found-on-the-sand.md"]


def test_a_post_with_the_status_withdrawn_is_remembered_even_once_it_and_its_seed_are_gone() -> None:
    run()
    edit("digest: ", "status: withdrawn\ndigest: ")
    run()
    assert outcomes()["pier.txt"] == "withdrawn"
    assert said("moved.yaml") == "2030/03/03/pier-opens-to-all/: null\n"
    POST.unlink()
    Path("seeds/pier.txt").unlink()
    run()
    seed("fuller.txt", pier() + "\nThe herring came back the next morning, which no one in the town calls chance.\n")
    run()
    assert outcomes()["fuller.txt"] == "withdrawn"


def test_a_story_comes_back_when_a_person_puts_its_post_back_or_takes_the_entry_out() -> None:
    run()
    text = POST.read_text()
    POST.unlink()
    run()
    POST.write_text(text)
    run()
    assert outcomes()["pier.txt"] == "unchanged"
    assert (said("withdrawn.yaml"), said("moved.yaml")) == ("", "")
    POST.unlink()
    run()
    Path("content/withdrawn.yaml").write_text("# nothing\n")
    run()
    assert outcomes()["pier.txt"] == "published"


def test_a_list_of_withdrawn_stories_that_cannot_be_read_stops_the_run() -> None:
    run()
    Path("content/withdrawn.yaml").write_text("- key: [\n")
    with pytest.raises(Stop, match=r"^content/withdrawn.yaml:2: this is not YAML"):
        run()
    Path("content/withdrawn.yaml").write_text("- sha256: abc\n")
    with pytest.raises(Stop, match=r"^content/withdrawn.yaml:1: entry 1 is not "):
        run()


def test_a_folder_of_posts_that_is_lost_is_no_withdrawal_of_all() -> None:
    for number in range(10):
        seed(
            f"{number}.txt",
            pier().replace("Pier", f"Pier {number}").replace("the", f"{'xyzqv'[number % 5] * number}the"),
        )
    run()
    assert len(posts()) >= 10
    shutil.rmtree("content/news")
    with pytest.raises(Stop, match=r"content/known.tsv names \d+ stories, and the post of none is there"):
        run()
    Path("content/known.tsv").unlink()
    run()
    assert len(posts()) >= 10


def test_a_post_that_can_not_be_read_just_now_is_not_taken_for_deleted() -> None:
    run()
    text = POST.read_bytes()
    POST.write_bytes(b"\xff\xfe")
    run()
    POST.write_bytes(text)
    run()
    assert outcomes()["pier.txt"] == "unchanged"
    assert not Path("content/withdrawn.yaml").exists()


def test_a_changed_address_is_remembered_as_a_move_and_a_second_one_leads_on() -> None:
    run()
    edit("address: 2030/03/03/pier-opens-to-all/", "address: 2030/03/03/pier/")
    run()
    assert said("moved.yaml") == "2030/03/03/pier-opens-to-all/: 2030/03/03/pier/\n"
    edit("address: 2030/03/03/pier/", "address: 2030/03/03/the-pier/")
    run()
    assert said("moved.yaml") == (
        "2030/03/03/pier-opens-to-all/: 2030/03/03/the-pier/\n2030/03/03/pier/: 2030/03/03/the-pier/\n"
    )
    edit("address: 2030/03/03/the-pier/", "address: 2030/03/03/pier/")
    run()
    assert said("moved.yaml") == (
        "2030/03/03/pier-opens-to-all/: 2030/03/03/pier/\n2030/03/03/the-pier/: 2030/03/03/pier/\n"
    )


def test_a_move_that_a_person_wrote_stays_and_its_address_is_not_given_away() -> None:
    Path("content").mkdir()
    Path("content/moved.yaml").write_text("2030/03/03/pier-opens-to-all/: 2030/03/03/elsewhere/\n")
    run()
    assert said("moved.yaml") == "2030/03/03/pier-opens-to-all/: 2030/03/03/elsewhere/\n"
    assert not POST.exists()
    Path("content/moved.yaml").write_text("2030/03/03/a/: archive/\n")
    with pytest.raises(Stop, match=r"^content/moved.yaml:1: 'archive/' is neither "):
        run()


def test_a_vanished_seed_leaves_its_post_and_prune_removes_what_nobody_edited() -> None:
    run()
    edit("in the rain", "in the sun")
    Path("seeds/pier.txt").unlink()
    Path("seeds/ferry.txt").unlink()
    summary = run()
    assert [note.partition(": ")[2] for note in summary.notes] == [
        "its seed 'ferry.txt' is gone; the post stays",
        "its seed 'pier.txt' is gone; the post stays",
    ]
    run(prune=True)
    assert posts() == ["pier-opens-to-all.md"]
    assert said("moved.yaml") == "2030/03/04/ferry-found-on-the-sand/: null\n"
    seed("ferry.txt", FERRY)
    run()
    assert outcomes()["ferry.txt"] == "published"  # it was pruned, not taken down
    assert said("moved.yaml") == ""


def test_a_renamed_seed_keeps_its_post() -> None:
    run()
    Path("seeds/pier.txt").rename("seeds/renamed.txt")
    assert run().notes == ()
    assert outcomes()["renamed.txt"] == "updated"
    assert schema.read(POST.read_text()).front.seed == "renamed.txt"
    assert len(posts()) == 2


def test_a_fuller_copy_keeps_the_old_address_and_names_the_other_seed() -> None:
    seed("pier.txt", pier(4))
    run()
    seed("fuller.txt", pier(7))
    run()
    assert outcomes() == {"pier.txt": "duplicate", "fuller.txt": "updated", "ferry.txt": "unchanged"}
    post = schema.read(POST.read_text())
    assert (post.front.seed, post.front.duplicates) == ("fuller.txt", ("pier.txt",))
    assert post.front.address == "2030/03/03/pier-opens-to-all/"
    assert SENTENCES[6] in post.text
    run()
    assert outcomes() == {"pier.txt": "duplicate", "fuller.txt": "unchanged", "ferry.txt": "unchanged"}
    Path("seeds/fuller.txt").unlink()
    run()
    assert outcomes()["pier.txt"] == "duplicate"  # a vanished seed leaves its post
    assert SENTENCES[6] in POST.read_text()


def test_a_fuller_copy_leaves_an_edited_post_its_text() -> None:
    seed("pier.txt", pier(4))
    run()
    edit("in the rain", "in the sun")
    before = POST.read_bytes()
    seed("fuller.txt", pier(7))
    run()
    assert outcomes() == {"pier.txt": "kept", "fuller.txt": "duplicate", "ferry.txt": "unchanged"}
    assert POST.read_bytes() == before


def test_two_posts_of_one_story_become_one_and_the_address_of_the_other_leads_to_it() -> None:
    run()
    # As a converter that told no copies apart left it: a post for the copy too.
    seed("zcopy.txt", pier(6))
    copy = converted("zcopy.txt")
    front = replace(copy.front, address="2030/03/03/pier-old/")
    front = replace(front, digest=schema.digest(replace(copy, front=front)))
    Path("content/news/2030/03/pier-old.md").write_text(schema.write(replace(copy, front=front)))
    run()
    assert said("moved.yaml") == "2030/03/03/pier-old/: 2030/03/03/pier-opens-to-all/\n"
    assert outcomes() == {"pier.txt": "updated", "zcopy.txt": "duplicate", "ferry.txt": "unchanged"}
    assert posts() == ["ferry-found-on-the-sand.md", "pier-opens-to-all.md"]
    run()
    assert outcomes() == {"pier.txt": "unchanged", "zcopy.txt": "duplicate", "ferry.txt": "unchanged"}


def test_new_posts_wait_as_drafts_where_the_settings_say_so_and_letting_one_go_is_no_edit() -> None:
    room = Room(Path("seeds"), Path("content"), new_posts="draft", processes=1)
    convert_all(room, Console(quiet=True))
    assert schema.read(POST.read_text()).front.status == "draft"
    edit("status: draft\n", "")
    seed("pier.txt", pier(6))
    seed("ferry.txt", FERRY.replace("three boats", "four boats"))
    convert_all(room, Console(quiet=True))
    assert outcomes() == {"pier.txt": "updated", "ferry.txt": "updated"}
    assert schema.read(POST.read_text()).front.status == "published"
    ferry = Path("content/news/2030/03/ferry-found-on-the-sand.md")
    assert schema.read(ferry.read_text()).front.status == "draft"


def test_the_difference_to_an_edited_post_is_shown_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    run()
    edit("in the rain", "in the sun")
    seed("pier.txt", pier().replace("84 piles", "85 piles"))
    summary = run()
    assert summary.attention[0].message.endswith("its seed 'pier.txt' changed since: invoke convert --diff")
    assert summary.attention[0].reason == "edited, and its seed changed since"
    before = POST.read_bytes()
    show_differences(ROOM, Console(width=80))
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == f"--- {POST}"
    assert f"-{SENTENCES[0].replace('in the rain', 'in the sun')}" in shown
    assert f"+{SENTENCES[0]}" in shown
    assert f"+{SENTENCES[1].replace('84', '85')}" in shown
    assert POST.read_bytes() == before


def test_a_version_of_a_story_has_a_post_that_leads_to_the_main_one() -> None:
    run()
    seed("late.txt", pier(4, "3 March 2030, 21:00") + "\n\n".join(FERRY.split("\n\n")[2:]))
    run()
    assert outcomes() == {"pier.txt": "version", "late.txt": "published", "ferry.txt": "unchanged"}
    posts_of = {path: schema.read(path.read_text()).front for path in Path("content/news").rglob("*.md")}
    main = next(front for front in posts_of.values() if front.seed == "late.txt")
    assert posts_of[POST].version_of == main.address
    assert posts_of[POST].address == "2030/03/03/pier-opens-to-all/"
    assert not schema.is_edited(schema.read(POST.read_text()))
    before = POST.read_bytes()
    run()
    assert outcomes() == {"pier.txt": "version", "late.txt": "unchanged", "ferry.txt": "unchanged"}
    assert POST.read_bytes() == before
