# SPDX-License-Identifier: AGPL-3.0-only
"""The HTML of posts: on disk rather than in memory, sanitized again whenever another run wrote it."""

import hashlib
from functools import lru_cache

from newsroom import markup
from newsroom.press.memory import Memory


class Texts:
    """HTML by the digest of its bytes; a process that was forked may ask as well."""

    def __init__(self, memory: Memory) -> None:
        """`memory` holds what is added."""
        self._memory = memory
        self._made: set[bytes] = set()  # in this run
        self._lately = lru_cache(maxsize=64)(self._fetched)

    def add(self, html: str) -> bytes:
        """Keep a text and return its digest."""
        digest = hashlib.blake2b(html.encode(), digest_size=16).digest()
        if digest not in self._made:
            self._made.add(digest)
            self._memory.add_text(digest, html)
        return digest

    def html(self, digest: bytes) -> str:
        """Return a text. ValueError when it is not what was kept: the memory was damaged, and must go."""
        return self._lately(digest)

    def _fetched(self, digest: bytes) -> str:
        html = self._memory.text(digest)
        if html is None or hashlib.blake2b(html.encode(), digest_size=16).digest() != digest:
            raise ValueError("what the last build remembered is damaged: invoke clean, and build again")
        # The digest proves that this run made it. What another run left could be another machine's
        return html if digest in self._made else markup.sanitized(html)
