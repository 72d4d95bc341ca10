# SPDX-License-Identifier: MIT
"""Take out the characters that no page can show, wherever they stand."""

import re

from newsroom.convert.blocks import Block, Blocks
from newsroom.convert.controls import is_clean
from newsroom.convert.model import Role, Seed

# C0 and C1 but tab and line ends, and what XML cannot hold: the same set that a post may not hold.
# A carriage return is a line end here, and was cut as one. Embeddings, overrides and isolates turn the
# text around them, beyond their own line; the plain marks U+200E and U+200F, which Arabic and Hebrew
# need, stay.
_TURNING = "\u202a-\u202e\u2066-\u2069"
_ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_CONTROL = re.compile(f"[{_ILLEGAL}]+|(?P<turning>[{_TURNING}]+)")
_ANY = re.compile(f"[{_ILLEGAL}{_TURNING}]")  # most pages have none, and this alone finds out fast


def drop_controls(seed: Seed, blocks: Blocks) -> Blocks:
    """Control blocks where such characters stand; what they part keeps its role."""
    first = None if is_clean(seed.text) else _ANY.search(seed.text)
    if first is None:
        return blocks
    return blocks.label(
        Block(*match.span(), Role.CONTROL, "text-direction" if match["turning"] else None)
        for match in _CONTROL.finditer(seed.text, first.start())
    )
