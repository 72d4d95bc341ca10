# SPDX-License-Identifier: MIT
"""Text for a terminal and a log: names of files are free to hold what steers them."""


def printable(text: str) -> str:
    """The text with characters that nobody sees, or that steer a terminal or turn a line, written out."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)
