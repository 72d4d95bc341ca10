# SPDX-License-Identifier: MIT
"""Kills, signals, full disks and two runs at once: `python -m tests.hostile.faults KILLS [SEED]`.

After each, the site and every post are whole, old or new, and the next run completes. Moments are drawn by number, so
the same SEED draws the same; how far a run has come by then is the machine's.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.scene import BY_HAND, EDITED, Ended, Scene, Tree, make, seeds

CALLS = "rename,renameat,renameat2,fsync,fdatasync,syncfs,sync"
WORDS = ("It ended on Monday.", "It ended otherwise, on Tuesday.")  # of the two editions that alternate


@dataclass(frozen=True)
class Editions:
    """A paper that is brought from one edition to the other and back: the same two again and again."""

    scene: Scene
    content: tuple[Path, Path]
    sites: tuple[Tree, Tree]

    @classmethod
    def of(cls, folder: Path, output: Path | None = None) -> "Editions":
        """Make both. Of the second a few stories are new and two were changed."""
        scene = make(folder / "paper", output=output)
        kept: list[Path] = []
        for number, words in enumerate(WORDS):
            seeds(scene, 8 + 3 * number, words)
            _well(scene.run("convert"))
            kept.append(Path(shutil.copytree(scene.folder / "content", folder / f"content-{number}")))
        editions = cls(scene, (kept[0], kept[1]), ({}, {}))
        sites: list[Tree] = []
        for number in range(len(WORDS)):  # of the seeds as they stay: a page shows its seed while that is the same
            _posts_of(editions, number)
            _well(scene.run("build"))
            sites.append(scene.site())
        assert sites[0] != sites[1]
        return cls(scene, editions.content, (sites[0], sites[1]))

    def set(self, number: int) -> None:
        """Put the posts of an edition in place, and the state of a converter that knows nothing."""
        content = self.scene.folder / "content"
        shutil.rmtree(content)
        shutil.copytree(self.content[number], content)
        shutil.rmtree(self.scene.folder / ".newsroom", ignore_errors=True)
        seeds(self.scene, 11, WORDS[1])


def _well(ended: Ended) -> None:
    assert ended.code == 0, ended.said


def fault_of_site(editions: Editions) -> str | None:
    """Return what is wrong with the site that visitors see, if anything."""
    site = editions.scene.site()
    if site in editions.sites:
        return None
    near = min((set(site.items()) ^ set(each.items()) for each in editions.sites), key=len)
    return f"a torn site: {sorted({name for name, _ in near})[:9]}"


def fault_of_posts(editions: Editions) -> str | None:
    """Return what is wrong with the posts, if anything."""
    old, new = (_posts(folder) for folder in editions.content)
    for name, data in _posts(editions.scene.folder / "content").items():
        if data not in (old.get(name), new.get(name)):
            return f"{name} is neither the old nor the new post"
    content = editions.scene.folder / "content"
    texts = [path.read_text("utf-8") for path in content.rglob("*.md")]
    if not (editions.scene.folder / BY_HAND).is_file() or not any(EDITED in text for text in texts):
        return "a hand's words are lost"
    return None


def _posts(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _completed(editions: Editions, task: str, wanted: int) -> str | None:
    """Run the task once more, and return what is wrong then; orphans of a killed run may still hold the lock."""
    ends = time.monotonic() + 60
    while (ended := editions.scene.run(task)).code and "at work" in ended.said and time.monotonic() < ends:
        time.sleep(0.05)  # until its last process is gone
    if ended.code:
        return f"the next run ended with {ended.code}: {ended.said}"
    if task == "build":
        return None if editions.scene.site() == editions.sites[wanted] else "the next run's site is another"
    same = _posts(editions.scene.folder / "content") == _posts(editions.content[wanted])
    return None if same else "the next run's posts are others"


def struck(
    editions: Editions, task: str, wanted: int, strike: Callable[[Scene, str], Ended]
) -> tuple[Ended, str | None]:
    """Bring the paper to an edition by a run that is struck and by one that is not; return its end, what is wrong."""
    if task == "convert":
        editions.set(0)
        wanted = 1
    else:
        _posts_of(editions, wanted)
    ended = strike(editions.scene, task)
    why = fault_of_site(editions) or (fault_of_posts(editions) if task == "convert" else None)
    return ended, why or _completed(editions, task, wanted)


def _posts_of(editions: Editions, number: int) -> None:
    """Change only what differs, as a person's edits do: the press remembers the rest."""
    content, wanted = editions.scene.folder / "content", _posts(editions.content[number])
    standing = _posts(content)
    for name in standing.keys() - wanted.keys():
        (content / name).unlink()
    for name, data in wanted.items():
        if standing.get(name) != data:
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).write_bytes(data)


def after(seconds: float, number: int) -> Callable[[Scene, str], Ended]:
    """Return what ends a run by a signal after so long."""

    def strike(scene: Scene, task: str) -> Ended:
        process = scene.start(task)
        time.sleep(seconds)  # the moment itself is what is tried
        os.kill(process, number)
        return scene.wait(process)

    return strike


def at_call(which: str, number: int) -> Callable[[Scene, str], Ended]:
    """Return what kills a run as it makes the nth of some calls of the system."""

    def strike(scene: Scene, task: str) -> Ended:
        process = scene.start(task, stopped=True)
        os.waitpid(process, os.WUNTRACED)
        inject = f"inject={which}:signal=SIGKILL:when={number}"
        command = ["strace", "-f", "-o", os.devnull, "-e", f"trace={which}", "-e", inject, "-p", str(process)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr
            line = tracer.stderr.readline()
            assert "attached" in line, line
            os.kill(process, signal.SIGCONT)
            return scene.wait(process)

    return strike


def kills(
    editions: Editions, task: str, count: int, chance: random.Random, number: int
) -> Iterator[tuple[Ended, str | None]]:
    """Strike so many runs at moments drawn from the time that one takes; yield how each ended and what is wrong."""
    began = time.monotonic()
    _, why = struck(editions, task, 0, lambda scene, name: scene.run(name))
    yield Ended(0, ""), why
    long = (time.monotonic() - began) / 2
    for each in range(count):
        yield struck(editions, task, (each + 1) % 2, after(chance.uniform(0, long), number))


def each_call(editions: Editions, task: str, which: str, most: int) -> Iterator[tuple[Ended, str | None]]:
    """Kill a run at its first such call, the next at its second, and so on, until one is not killed any more."""
    for number in range(1, most + 1):
        ended, why = struck(editions, task, number % 2, at_call(which, number))
        if ended.code == 0 and not why:
            return
        yield ended, why


def full(sizes: Iterator[int], folder: Path) -> Iterator[tuple[Ended, str | None]]:
    """Build on disks of so many KB, too small for a second site or not; yield how each ended and what is wrong."""
    for size in sizes:
        disk = folder / f"disk-{size}"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", str(disk)], check=True)
        try:
            scene = make(folder / f"paper-{size}", output=disk / "output")
            first = scene.run("build")
            before = scene.site() if scene.output.exists() else {}
            if first.code and before:
                yield first, "a first build that failed left a site"
                continue
            seeds(scene, 60, WORDS[1])
            _well(scene.run("convert"))
            ended = scene.run("build")
            after = scene.site() if scene.output.exists() else {}
            yield ended, _fault_when_full(ended, before, after)
        finally:
            subprocess.run(["umount", str(disk)], check=True)


def _fault_when_full(ended: Ended, before: Tree, after: Tree) -> str | None:
    if ended.code == 0:
        return None if len(after) > len(before) else "said that all is well, and made no site"
    if after != before:
        return "the old site does not stand"
    why = ("No space left on device", "disk is full", "disk I/O error")
    return None if any(words in ended.said for words in why) else f"no word of the disk: {ended.said[-300:]}"


def two_at_once(editions: Editions, times: int) -> Iterator[tuple[Ended, str | None]]:
    """Start two builds side by side, read the site all the while, and yield how the second ended, and what is wrong."""
    for number in range(times):
        _posts_of(editions, number % 2)
        both = [editions.scene.start("build") for _ in range(2)]
        torn, ended = None, []
        while both:
            torn = torn or _torn(editions)
            for process in both[:]:
                if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                    ended.append(editions.scene.wait(process))
                    both.remove(process)
        codes = sorted(each.code for each in ended)
        clear = codes == [0, 0] or (codes == [0, 1] and any("another build is at work" in each.said for each in ended))
        yield ended[-1], torn or (None if clear else f"ended with {codes}: {[each.said for each in ended]}")


def _torn(editions: Editions) -> str | None:
    """Read the site as a server does that has opened its folder: what it sees must be one edition, whole."""
    folder = os.open(editions.scene.output, os.O_RDONLY)
    try:
        names = {name: _read_at(folder, name) for name in ("index.html", "feeds/all.json", "feeds/all.atom.xml")}
    finally:
        os.close(folder)
    missing = [name for name, data in names.items() if not data]
    return f"a reader found no {missing}" if missing else None


def _read_at(folder: int, name: str) -> bytes:
    try:
        file = os.open(name, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return b""
    with open(file, "rb") as opened:
        return opened.read()


def told(name: str, found: Iterator[tuple[Ended, str | None]]) -> int:
    """Print how the runs of one kind ended, and what was wrong; return how many were."""
    codes, wrong = Counter[int](), []
    for ended, why in found:
        codes[ended.code] += 1
        if why:
            wrong.append(why)
            print(f"  {name}: {why}", flush=True)
    ends = ", ".join(f"{count} with {code}" for code, count in sorted(codes.items()))
    print(f"{name:<44}{sum(codes.values()):>5} runs, {len(wrong)} wrong; ended: {ends}", flush=True)
    return len(wrong)


def main(count: int, number: int = 1) -> int:
    """Run all that this system allows, say what it does not, and return how many runs were wrong."""
    chance, wrong = random.Random(number), 0
    with TemporaryDirectory() as name:
        editions = Editions.of(Path(name))
        for task in ("convert", "build"):
            wrong += told(f"{task}, kill -9 at a random moment", kills(editions, task, count, chance, signal.SIGKILL))
            few = max(1, count // 10)
            for each in (signal.SIGINT, signal.SIGTERM):
                wrong += told(f"{task}, {each.name} at a random moment", kills(editions, task, few, chance, each))
            if shutil.which("strace"):
                wrong += told(f"{task}, kill -9 at each rename and sync", each_call(editions, task, CALLS, 200))
            else:
                print(f"{task}, kill -9 at each rename and sync: not tried, there is no strace here")
        wrong += told("two builds at once, and a reader", two_at_once(editions, max(2, count // 20)))
        if os.geteuid() == 0:
            sizes = iter([400 + 100 * step for step in range(max(1, count // 10))])
            wrong += told("a full disk", full(sizes, Path(name)))
        else:
            print("a full disk: not tried, only root may mount one here")
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:3]))))
