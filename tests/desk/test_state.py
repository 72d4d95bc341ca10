# SPDX-License-Identifier: MIT
"""What is remembered between runs saves time and decides nothing."""

import os
import shutil
from pathlib import Path

import pytest
from rich.console import Console

from newsroom.desk import Kind, Limits, Room, Summary, convert_all, finding, shelf, state
from newsroom.desk import run as desk_run
from newsroom.stop import Stop

ROOM = Room(Path("seeds"), Path("content"), processes=1)
STATE = Path(".newsroom/state.jsonl")
STORY = (
    "Pier opens to all\n\nPublished: 3 March 2030\n\n"
    "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.\n\n"
    "The pier stands on 84 piles of larch, which the harbour master expects to last for about forty years.\n\n"
    "It replaces one that the ice took nine winters ago, together with the ferry that was tied up beside it.\n"
)
POST = Path("content/news/2030/03/pier-opens-to-all.md")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("seeds/pier.txt").write_text(STORY)
    Path("seeds/rows.jsonl").write_text('{"id": "short", "text": "Too short"}\n')
    run()


def run(room: Room = ROOM) -> Summary:
    return convert_all(room, Console(quiet=True))


def age(path: Path) -> None:
    """Make a file older than the coarsest clock's tick, as it is some seconds later."""
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - 5 * 10**9))


def settled() -> Summary:
    """A run after which everything is known: the files are older than what is remembered of them."""
    for folder in ("seeds", "content"):
        for path in Path(folder).rglob("*"):
            age(path)
    return run()


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is converted or read as a post from now on."""
    seen: list[str] = []
    convert, standing = finding.convert, shelf.standing_from

    def converting(seed: finding.Seed) -> object:
        seen.append(seed.key)
        return convert(seed)

    def reading(data: bytes, name: str) -> shelf.Standing:
        seen.append(name)
        return standing(data, name)

    monkeypatch.setattr(finding, "convert", converting)
    monkeypatch.setattr(shelf, "standing_from", reading)
    return seen


def test_what_did_not_change_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = settled()
    seen = counted(monkeypatch)
    second = run()
    assert seen == []
    assert second == first
    Path("seeds/more.txt").write_text(STORY.replace("Pier", "Mill"))
    run()
    assert seen[0] == "more.txt"
    assert "pier.txt" not in seen[1:] or seen.count("pier.txt") == 1


def test_a_file_that_may_have_changed_within_a_tick_of_the_clock_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = counted(monkeypatch)
    run()
    assert set(seen) == {"pier.txt", "rows.jsonl#short", "news/2030/03/pier-opens-to-all.md"}


@pytest.mark.parametrize("damage", [b"", b"x", b"[]\n[]\n", b"\xff\xfe", None])
def test_a_state_that_is_damaged_or_gone_costs_time_alone(damage: bytes | None) -> None:
    first = settled()
    text = STATE.read_bytes()
    if damage is None:
        shutil.rmtree(".newsroom")
    else:
        STATE.write_bytes(damage)
    assert run() == first
    STATE.write_bytes(text.replace(b"pier.txt", b"pies.txt"))
    assert run() == first
    STATE.write_bytes(text[:-40])
    assert run() == first


def test_a_change_that_keeps_the_size_is_seen_by_the_time_or_the_inode() -> None:
    settled()
    before = Path("seeds/pier.txt").stat()
    Path("new.txt").write_text(STORY.replace("84", "85"))
    os.utime("new.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    Path("new.txt").replace("seeds/pier.txt")
    assert run().of(Kind.UPDATED) == 1
    settled()
    POST.write_text(POST.read_text().replace("in the rain", "in the snow"[:11]))
    assert run().of(Kind.KEPT) == 1


def test_a_seed_that_changes_while_others_are_read_stops_the_run_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    settled()
    shutil.rmtree("content")
    intake_from = desk_run.intake_from

    def changing(room: Room) -> object:
        intake = intake_from(room)
        Path("seeds/pier.txt").write_text("Too short now")
        return intake

    with monkeypatch.context() as patch:
        patch.setattr(desk_run, "intake_from", changing)
        with pytest.raises(Stop, match=r"^seeds/pier.txt was changed while seeds were read; run again$"):
            run()
    assert run().of(Kind.REFUSED) == 2


@pytest.mark.parametrize("what", ["limits", "code", "libraries"])
def test_another_converter_or_other_settings_find_everything_anew(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    settled()
    seen = counted(monkeypatch)
    state.stamp_of.cache_clear()
    if what == "limits":
        run(Room(Path("seeds"), Path("content"), Limits(records=5), processes=1))
    elif what == "code":
        read = Path.read_bytes
        monkeypatch.setattr(Path, "read_bytes", lambda self: read(self) + b"#" * (self.suffix == ".py"))
        run()
    else:
        monkeypatch.setattr(state, "version", lambda name: "0.0")
        run()
    state.stamp_of.cache_clear()
    assert "pier.txt" in seen
