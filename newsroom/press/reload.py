# SPDX-License-Identifier: AGPL-3.0-only
"""Open pages reload when the site was built again. Served pages get the client, output/ never has it."""

import html
import re
import threading

SCRIPT_ADDRESS = "/.reload.js"
EVENTS_ADDRESS = "/.reload"
SCRIPT = f'new EventSource("{EVENTS_ADDRESS}").addEventListener("built", () => location.reload());\n'.encode()

_TAG = f'<script src="{SCRIPT_ADDRESS}" async></script>'.encode()
_POLICY = re.compile(rb'(<meta\s[^>]*http-equiv="Content-Security-Policy"[^>]*\scontent=")([^"]*)(")', re.IGNORECASE)


class Builds:
    """How many builds were put in place, for the threads that wait for the next one."""

    def __init__(self) -> None:
        """Begin with none."""
        self._count = 0
        self._changed = threading.Condition()

    def built(self) -> None:
        """Wake everyone who waits."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def count(self) -> int:
        """Return how many there were."""
        with self._changed:
            return self._count

    def wait_beyond(self, count: int, seconds: float) -> bool:
        """Return whether there were more than `count`, waiting for it at most so long."""
        with self._changed:
            return self._changed.wait_for(lambda: self._count > count, seconds)


def with_client(page: bytes) -> bytes:
    """Return the page with the reload client at its end, and its policy opened for that client alone."""
    opened = _POLICY.sub(lambda tag: tag[1] + _opened(tag[2]) + tag[3], page)
    head, end, tail = opened.rpartition(b"</body>")
    return head + _TAG + end + tail if end else opened + _TAG


def _opened(content: bytes) -> bytes:
    policy = html.unescape(content.decode())
    directives = dict(part.strip().partition(" ")[::2] for part in policy.split(";") if part.strip())
    for name in ("script-src", "connect-src"):
        sources = directives.get(name, directives.get("default-src", "")).split()
        if name in directives or "default-src" in directives:
            directives[name] = " ".join([*(source for source in sources if source != "'none'"), "'self'"])
    return html.escape("; ".join(f"{name} {value}".strip() for name, value in directives.items())).encode()
