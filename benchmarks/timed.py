# SPDX-License-Identifier: MIT
"""What a command costs: wall clock, processor, and the memory of all its processes together."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from newsroom.stop import Stop

_TURN_S = 0.05  # between two looks at the memory


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of processor, and MB at the peak: pages that processes share count once."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def cost_of(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> Cost:
    """Run a command in a folder; Stop, with the end of what it said, when it fails."""
    with (folder / "said.txt").open("w+b") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = _Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.ended.set()
        watch.join()
        if process.returncode:
            said.seek(0)
            raise Stop(f"{' '.join(command)}: exit code {process.returncode}\n{said.read()[-2000:].decode()}")
    return Cost(wall_s, usage.ru_utime + usage.ru_stime, max(watch.peak_mb, usage.ru_maxrss * 1024 / 1e6))


class _Watch(threading.Thread):
    """Adds up, turn by turn, the memory of the processes of a session."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.ended, self.peak_mb = session, threading.Event(), 0.0

    def run(self) -> None:
        while not self.ended.wait(_TURN_S):
            self.peak_mb = max(self.peak_mb, sum(map(_memory_mb, self._processes())))

    def _processes(self) -> list[int]:
        found = []
        for name in os.listdir("/proc") if os.path.isdir("/proc") else ():
            try:
                if name.isdigit() and os.getsid(int(name)) == self.session:
                    found.append(int(name))
            except OSError:
                continue
        return found


def _memory_mb(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:  # it has ended
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1e3
