# SPDX-License-Identifier: MIT
"""The text of a seed: the one way from its bytes to the characters that labels count.

The converter labels ranges of this text, and the site shows them; both must count
the same characters.
"""


def decode(data: bytes) -> str:
    """Return the text of a seed's bytes: UTF-8, a byte order mark taken off.

    Raises UnicodeDecodeError. Line ends are kept as they are: every character counts.
    """
    return data.decode("utf-8-sig")
