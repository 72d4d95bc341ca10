# SPDX-License-Identifier: AGPL-3.0-only
"""How far a long build is, how fast, and how long it will still take."""

import sys
import time

_MANY = 2_000  # below this the build is over before anyone asks
_TURN_S = {True: 0.2, False: 5.0}  # between two lines, by whether a terminal shows one in place of the other


class Progress:
    """Counts done work, and says so on stderr: in place on a terminal, else in plain lines, some seconds apart."""

    def __init__(self, what: str, total: int) -> None:
        """Begin to count."""
        self.what, self.total, self.done = what, total, 0
        self.is_long = total >= _MANY
        self.started = self.said = time.monotonic() if self.is_long else 0.0
        self.on_terminal = sys.stderr.isatty()

    def add(self, count: int) -> None:
        """Count some more."""
        self.done += count
        now = time.monotonic() if self.is_long else 0.0
        if self.is_long and now - self.said >= _TURN_S[self.on_terminal]:
            self.said = now
            self._say(progress_line(self.what, self.done, self.total, now - self.started))

    def end(self) -> None:
        """Leave the terminal as it was."""
        if self.on_terminal and self.said > self.started:
            self._say("")

    def _say(self, line: str) -> None:
        sys.stderr.write(f"\r\x1b[K{line}" if self.on_terminal else f"{line}\n")
        sys.stderr.flush()


def progress_line(what: str, done: int, total: int, seconds: float) -> str:
    """Return '4,000 of 16,000 pages, 2,000 a second, 6 s left'."""
    rate = done / seconds if seconds else 0.0
    left = f", {(total - done) / rate:,.0f} s left" if rate else ""
    return f"{done:,} of {total:,} {what}, {rate:,.0f} a second{left}"
