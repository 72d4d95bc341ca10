# SPDX-License-Identifier: MIT
"""The quick way for plain text: paragraphs, quotations, headings, links to other sites, emphasis.

It says of most stories what the parser would say of them, some twenty times faster, and nothing of all
others. The parser is the rule: tests/test_markup_plain.py compares the two, and the sanitizer sees
what either says.
"""

import html
import re

from newsroom.markup.limits import TEXT_MAX
from newsroom.markup.names import SPEAKER, Names, is_speaker
from newsroom.markup.quotes import curl

# With more, the parser's limits decide: see limits.py, where 500 are the first that count.
_MARKS_MAX = 200
# What opens another block, or could: lists, rules, underlines, code, indented lines, definitions of links.
_OTHER_START = re.compile(r"[ #>*+=_-]|\d+\.\s")
_HEADING = re.compile(r"(#{1,6}) (?=[^\s#])(?=[^#]*$)")
_TAGS = {1: "h2", 2: "h2", 3: "h3"}  # all deeper ones are h4: see parser.py
# A piece of a line. What none of them takes might act as markup.
_PIECE = re.compile(
    r"(?P<text>[^\\`*_\[\]<&]+|&(?!\#?[0-9A-Za-z]+;))"
    r"|\\(?P<escaped>[\\`*_{}\[\]()>\#+.!-])"
    r"|(?<!!)\[(?P<link>[^\\`*_\[\]<&!]+)\]\((?P<href>https?://[A-Za-z0-9./?=%:@+,;~-]+)\)(?![\[(])"
    r"|(?<![\w*\\])(?P<stars>\*\*?)(?P<strong>[^\\`*_\[\]<&\s](?:[^\\`*_\[\]<&]*[^\\`*_\[\]<&\s])?)(?P=stars)(?![\w*])"
)

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_MARK = re.compile(r"[\\`*_\[\]<&]")

_Piece = tuple[str, str, str]  # what stands before the text, the text, what stands after it


def plain_html(text: str, lang: str | None = None) -> str | None:
    """HTML of the Markdown `text`, to be sanitized; None where only the parser can tell."""
    if len(text) > TEXT_MAX or _CONTROL.search(text):
        return None
    names, blocks, in_quotation = Names(lang), [], False
    for block in text.split("\n\n"):
        if not block or "\n" in block:
            return None
        quoted = block.startswith("> ")
        goes_on = quoted and in_quotation
        if quoted != in_quotation:
            blocks.append("<blockquote>" if quoted else "</blockquote>")
            in_quotation = quoted
        made = _block(block[2:] if quoted else block, names, is_in_quotation=quoted)
        if made is None:
            return None
        if goes_on and is_speaker(block[2:]):
            made = made.replace(">", f' class="{SPEAKER}">', 1)
        blocks.append(made)
    return "\n".join([*blocks, "</blockquote>"] if in_quotation else blocks)


def _block(line: str, names: Names, *, is_in_quotation: bool) -> str | None:
    heading = None if is_in_quotation else _HEADING.match(line)
    if heading:
        line = line[heading.end() :]
    if not line or line != line.strip() or (_OTHER_START.match(line) and not heading):
        return None
    marks = len(_MARK.findall(line))
    if marks > _MARKS_MAX:
        return None
    pieces = _pieces(line) if marks else [("", line, "")]
    if pieces is None:
        return None
    said = curl("".join(text for _, text, _ in pieces), names.lang)
    inside, at = [], 0
    for before, text, after in pieces:
        inside.append(before + html.escape(said[at : at + len(text)], quote=False) + after)
        at += len(text)
    if heading:
        tag = _TAGS.get(len(heading[1]), "h4")
        return f"<{tag}>{''.join(inside)}</{tag}>"
    return f'<p id="{names.new(said)}">{"".join(inside)}</p>'


def _pieces(line: str) -> list[_Piece] | None:
    """The line in pieces, all of it; None where a character is in none."""
    pieces: list[_Piece] = []
    at = 0
    while at < len(line):
        match = _PIECE.match(line, at)
        if not match:
            return None
        at = match.end()
        if match["href"]:
            pieces.append((f'<a href="{match["href"]}" rel="nofollow noopener">', match["link"], "</a>"))
        elif match["stars"]:
            tag = "em" if len(match["stars"]) == 1 else "strong"
            pieces.append((f"<{tag}>", match["strong"], f"</{tag}>"))
        else:
            pieces.append(("", match["text"] or match["escaped"], ""))
    return pieces
