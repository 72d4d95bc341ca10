# SPDX-License-Identifier: MIT
"""Text as Markdown that renders to exactly that text, white space collapsed.

Python-Markdown and CommonMark differ in what acts as markup and in what can be escaped. What is
written here means the same to both: a backslash before characters that both let escape, an
entity for the others, each only where the character would act. So prose stays readable.
Every block is one line; blocks are parted by an empty line, items of one list may touch.
"""

import re

from newsroom.schema import ILLEGAL

# The white space that ends lines somewhere, and the common space. Others, such as the
# no-break space, belong to the text.
_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")

# What opens a block at the start of a line, up to the character to escape. Python-Markdown needs
# no space behind "#" and takes any digit of Unicode before "."; CommonMark takes ")" and a bare "-".
# Two hyphens are no rule alone, but behind the hyphen of a list item they are.
_BLOCK_START = re.compile(r"(?:\d+(?=[.)](?:\s|$))|(?=[-+*](?:\s|$)|[#>]|([-*_])(?: *\1)+ *$))")

_BACKSLASH = re.compile(r"\\(?![^\W_]|\s)")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_TAG = re.compile(r"<(?! |$)")
_TILDES = re.compile(r"~{2,}")
_STARS = re.compile(r"(?<![^ ])\*+(?![^ ])|(\*+)")
_LINES = re.compile(r"(?<=[^\W_])_+(?=[^\W_])|(?<![^ ])_+(?![^ ])|(_+)")
# Brackets that stand alone, as in "[sic]", can be no link.
_BRACKETS = re.compile(r"(?<![!\]])\[[^\[\]]*\](?! ?[(\[:])|(\[)")


def paragraph(text: str) -> str:
    """One line that renders as one paragraph of `text`; ValueError for a character of ILLEGAL."""
    line = _inline(text)
    match = _BLOCK_START.match(line)
    if not match:
        return line
    return f"{line[: match.end()]}\\{line[match.end() :]}"


def heading(text: str, level: int) -> str:
    """One line that renders as a heading of `level` 1 to 6."""
    line = _inline(text)
    body = line.rstrip("#")  # Python-Markdown takes "C#" for C and a closing mark
    return "#" * level + " " + body + "\\#" * (len(line) - len(body))


def list_item(text: str) -> str:
    """One line that renders as one item of a bulleted list."""
    return f"- {paragraph(text)}"


def numbered_item(number: int, text: str) -> str:
    """One line that renders as one item of a numbered list, whose first is 1: some parsers count for themselves."""
    return f"{number}. {paragraph(text)}"


def quotation(text: str) -> str:
    """One line that renders as one paragraph of a block quotation."""
    return f"> {paragraph(text)}"


def _inline(text: str) -> str:
    line = _SPACE.sub(" ", text).strip()
    bad = ILLEGAL.search(line)
    if bad:
        raise ValueError(f"character {bad[0]!r} has no place in Markdown")
    line = _BACKSLASH.sub(r"\\\\", line)
    line = _ENTITY.sub("&amp;", line)
    line = _TAG.sub("&lt;", line)
    line = _TILDES.sub(lambda match: "&#126;" * len(match[0]), line)
    # A mark that stands alone in its line has no partner, and cannot act.
    if line.count("`") > 1:
        line = line.replace("`", "\\`")
    if line.count("*") > 1:
        line = _STARS.sub(_escape_group, line)
    if line.count("_") > 1:
        line = _LINES.sub(_escape_group, line)
    if "[" in line:
        line = _BRACKETS.sub(_escape_group, line)
    return line


def _escape_group(match: re.Match[str]) -> str:
    """What was matched, with a backslash before each character if it is the captured group."""
    if match[1] is None:
        return match[0]
    return "".join("\\" + mark for mark in match[1])
