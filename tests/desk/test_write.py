# SPDX-License-Identifier: MIT
"""Posts are whole or not there, whatever moment a run is stopped at; and the next run completes it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from newsroom import desk, schema
from newsroom.desk import Kind, Room, convert_all, write
from newsroom.desk.write import write_all
from newsroom.stop import Stop

SOURCE = str(Path(desk.__file__).parents[2])
SEEDS = 70  # more than a batch for one worker
QUIET = Console(quiet=True)
WORDS = ["pier", "mill", "ferry", "lamp", "rope", "herring", "council", "tide", "winter", "band", "boots", "larch"]


def story(number: int) -> str:
    """A story of its own for each number."""
    words = [f"{WORDS[number % 12]} {number} {WORDS[number * 7 % 11 + n % 2]} and {n * number}" for n in range(20)]
    told = [" with the ".join(words[n : n + 4]) for n in range(0, 20, 4)]
    lines = "\n\n".join(f"It was said of the {each} that nobody came." for each in told)
    return f"Number {number} opens to all\n\nPublished: 3 March 2030\n\n{lines}\n"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("seeds")
    folder.mkdir()
    for number in range(SEEDS):
        (folder / f"{number:03}.txt").write_text(story(number))
    return folder


def posts(content: str) -> dict[str, bytes]:
    files = [path for path in Path(content).rglob("*") if path.is_file()]
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in files}


def started(content: str, change: str, *, prune: bool = False) -> subprocess.Popen[str]:
    """A run in a process of its own, in which something was changed before."""
    code = "from pathlib import Path; from newsroom import desk; from newsroom.desk import write; import os, signal\n"
    code += f"{change}\n"
    code += f"room = desk.Room(Path('seeds'), Path('{content}'), processes=1)\n"
    code += f"desk.convert_all(room, desk.console_from(quiet=True), prune={prune})"
    environ = os.environ | {"PYTHONPATH": SOURCE}
    return subprocess.Popen([sys.executable, "-c", code], env=environ, stderr=subprocess.PIPE, text=True)


DIE = "os.kill(os.getpid(), signal.SIGKILL)"
MOMENTS = {
    "before the first post": (0, f"write._settle = lambda parts: {DIE}"),
    "between two batches": (
        40,
        "write._BATCH, settle, seen = 20, write._settle, []\n"
        f"write._settle = lambda parts: (seen.append(1), settle(parts), len(seen) > 2 and {DIE})",
    ),
    "while posts take their places": (
        60,
        "replace, seen = Path.replace, []\n"
        f"Path.replace = lambda self, to: (seen.append(1), replace(self, to), len(seen) == 60 and {DIE})",
    ),
    "before the lists": (SEEDS, f"from newsroom.desk import run\nrun.remember = lambda *_: {DIE}"),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_run_that_was_killed_leaves_whole_posts_and_the_next_one_completes_it(seeds: Path, moment: str) -> None:
    convert_all(Room(seeds, Path("straight/content"), processes=1), QUIET)
    expected, change = MOMENTS[moment]
    killed = started("killed/content", change)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    found = {name: text for name, text in posts("killed/content").items() if name.endswith(".md")}
    assert len(found) == expected
    assert all(posts("straight/content")[name] == text for name, text in found.items())
    summary = convert_all(Room(seeds, Path("killed/content"), processes=1), QUIET)
    assert summary.of(Kind.PUBLISHED) == SEEDS - expected
    assert posts("killed/content") == posts("straight/content")


def test_a_run_that_was_killed_while_it_removed_posts_withdraws_none(seeds: Path) -> None:
    room = Room(seeds, Path("content"), processes=1)
    convert_all(room, QUIET)
    gone = [path.rename(path.with_suffix(".away")) for path in sorted(seeds.iterdir())[:5]]
    moment = "unlink = Path.unlink\n"
    moment += f"Path.unlink = lambda self, missing_ok=False: (unlink(self, missing_ok), missing_ok or {DIE})"
    killed = started("content", moment, prune=True)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert len(list(Path("content").rglob("*.md"))) == SEEDS - 1
    convert_all(room, QUIET, prune=True)
    for path in gone:
        path.rename(path.with_suffix(".txt"))
    assert convert_all(room, QUIET).of(Kind.PUBLISHED) == 5
    assert not Path("content/withdrawn.yaml").exists()


def test_ctrl_c_ends_a_run_with_workers_cleanly_and_a_second_run_completes_it(seeds: Path) -> None:
    for number in range(SEEDS, 400):
        (seeds / f"{number}.txt").write_text(story(number))
    code = "from pathlib import Path; from newsroom import desk; from newsroom.desk import progress\n"
    code += "if __name__ == '__main__':\n    progress._EVERY = 64\n"
    code += "    desk.convert_all(desk.Room(Path('seeds'), Path('content'), processes=2), desk.console_from())\n"
    Path("go.py").write_text(code)
    environ = os.environ | {"PYTHONPATH": SOURCE, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, "go.py"], env=environ, text=True, start_new_session=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:  # fmt: skip
        assert run.stdout is not None
        assert run.stdout.readline().startswith("64 seeds")
        os.killpg(run.pid, signal.SIGINT)
        _, errors = run.communicate()
    assert run.returncode == -signal.SIGINT
    assert errors.strip().splitlines()[-1] == "KeyboardInterrupt"
    assert "ForkServer" not in errors
    assert not list(Path(".").rglob(f"*{write.PART}"))
    assert convert_all(Room(seeds, Path("content")), QUIET).inputs == 400


def test_what_a_killed_run_left_beside_the_posts_is_removed(seeds: Path) -> None:
    left = Path("content/news/2030/03/.x.md.part")
    left.parent.mkdir(parents=True)
    left.touch()
    convert_all(Room(seeds, Path("content"), processes=1), QUIET)
    assert not left.exists()


def test_many_files_wait_for_the_disk_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[int] = []
    settle = write._settle
    monkeypatch.setattr(write, "_settle", lambda parts: (waits.append(len(parts)), settle(parts)))
    write_all((tmp_path / f"{number}.md", b"x") for number in range(2500))
    assert waits == [1000, 1000, 500]
    assert len(list(tmp_path.iterdir())) == 2500


def test_a_second_run_at_the_same_time_is_refused(seeds: Path) -> None:
    room = Room(seeds, Path("content"), processes=1)
    other = started("content", "write._settle = lambda parts: (os.write(2, b'here\\n'), signal.pause())")
    assert other.stderr is not None
    assert other.stderr.readline() == "here\n"
    with pytest.raises(Stop, match="another conversion is under way"):
        convert_all(room, QUIET)
    other.kill()
    other.communicate()
    assert convert_all(room, QUIET).of(Kind.PUBLISHED) == SEEDS


def test_any_number_of_processes_and_any_order_of_files_make_the_same_bytes(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seeds / "copy.txt").write_text(story(3) + "\nAnd that was all.\n")
    convert_all(Room(seeds, Path("one/content"), processes=1), QUIET)
    convert_all(Room(seeds, Path("two/content"), processes=2), QUIET)
    scan = os.scandir

    class Backwards:
        def __init__(self, folder: str) -> None:
            self._entries = sorted(scan(folder), key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> list["os.DirEntry[str]"]:
            return self._entries

        def __exit__(self, *_: object) -> None: ...

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", Backwards)
        convert_all(Room(seeds, Path("three/content"), processes=1), QUIET)
    assert posts("one/content") == posts("two/content") == posts("three/content")
    told = [schema.read(text.decode()).front for name, text in posts("one/content").items() if name.endswith(".md")]
    assert sum(bool(front.duplicates) for front in told) == 1
