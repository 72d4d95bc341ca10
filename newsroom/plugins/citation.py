# SPDX-License-Identifier: AGPL-3.0-only
"""How to cite a story: the filter `citations`, one text a style.

The newspaper is named where the post states it, else "newspaper not recorded". This site is only the
copy's host. What the post does not state is not in the citation; nothing reads a clock, so none says
when the page was seen. Authors stand as printed, but for names of two plain Latin words, which are
turned ("Quill, Mara") where a style demands it: of any other we do not know which word is the family's.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pelican import signals

from newsroom import markup
from newsroom.schema import Stamp

UNRECORDED = "newspaper not recorded"
_TWO_WORDS = re.compile(r"([A-ZÀ-ÖØ-Ý][\w’'-]+|[A-Z]\.) ([A-ZÀ-ÖØ-Ý][^\W\d_][\w’'-]*)")
# The styles are English ones; `calendar` would name months in the reader's locale, and Babel takes ten times as long.
_MONTHS = ("", "January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December")  # fmt: skip
_BIBTEX = str.maketrans({character: f"\\{character}" for character in "{}$&#%_"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})  # fmt: skip

_SINGLE = str.maketrans("“”", "‘’")
_WIKI = str.maketrans({"|": "{{!}}", **{character: f"&#{ord(character)};" for character in "[]{}<>"}})


@dataclass(frozen=True, slots=True)
class Citation:
    """A style's name, and the text to copy; `is_code` where its lines matter."""

    style: str
    text: str
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """What the styles are made of. `url` is the source's page where it is known, `copy` ours."""

    title: str
    authors: tuple[str, ...]
    agency: str | None
    newspaper: str | None
    date: Stamp | None
    url: str | None
    copy: str
    host: str


def citations(work: Work) -> tuple[Citation, ...]:
    """Return the story in each style."""
    prose = [Citation(style, make(work)) for style, make in _PROSE.items()]
    return (*prose, *(Citation(style, make(work), True) for style, make in _CODE.items()))


def work_from(article: Any, site_name: str, site_url: str) -> Work:
    """Return what the post of `article` states, and where its copy stands."""
    post = article.post
    return Work(
        title=post.title,
        authors=post.authors,
        agency=post.agency,
        newspaper=getattr(post, "newspaper", None),
        date=post.date,
        url=getattr(post, "source", None),
        copy=f"{site_url}/{article.url}",
        host=site_name,
    )


def _turned(name: str) -> str:
    """Return `Quill, Mara` for `Mara Quill`, and any other name as it is."""
    match = _TWO_WORDS.fullmatch(name)
    return f"{match[2]}, {match[1]}" if match else name


def _short(name: str) -> str:
    """Return `Quill, M.`, as APA has it."""
    match = _TWO_WORDS.fullmatch(name)
    return f"{match[2]}, {match[1][0]}." if match else name


def _listed(names: Sequence[str], last: str) -> str:
    """Return `A`, `A, and B` or `A, B, and C`: the first is turned, so that a comma parts even two."""
    return f"{', '.join(names[:-1])}, {last} {names[-1]}" if len(names) > 1 else "".join(names)


def _ended(text: str) -> str:
    """Return `text` with a full stop, before a quotation mark that ends it; unless a mark that stops is there."""
    words = text.rstrip("”’")
    return text if words.endswith((".", "!", "?", "…")) else f"{words}.{text[len(words) :]}"


def _titled(work: Work) -> str:
    """Return the title as a style sets it that has no marks around it."""
    return _ended(markup.curl(work.title))


def _quoted(work: Work) -> str:
    """Return the title between quotation marks, its own turned into single ones."""
    return f"“{_titled(work).translate(_SINGLE)}”"


def _day_first(stamp: Stamp) -> str:
    return f"{stamp.day.day} {_MONTHS[stamp.day.month]} {stamp.day.year}"


def _where(work: Work) -> str:
    """Return the last words of prose: the source's page if known, and the copy that was read."""
    source = f"{work.url}. " if work.url else ""
    return f"{source}Copy kept by {work.host}, {work.copy}"


def _apa(work: Work) -> str:
    authors = _listed([_short(name) for name in work.authors], "&")
    day = work.date.day if work.date else None
    date = f"({day.year}, {_MONTHS[day.month]} {day.day})." if day else "(n.d.)."
    head = f"{_ended(authors)} {date} {_titled(work)}" if authors else f"{_titled(work)} {date}"
    return f"{head} {work.newspaper or f'[{UNRECORDED}]'}. {_where(work)}"


def _mla(work: Work) -> str:
    names = [_turned(work.authors[0]), *work.authors[1:]] if work.authors else []
    authors = f"{names[0]}, et al." if len(names) > 2 else _listed(names, "and")
    dated = f", {_day_first(work.date)}" if work.date else ""
    lead = f"{_ended(authors)} " if authors else ""
    return f"{lead}{_quoted(work)} {work.newspaper or f'[{UNRECORDED}]'}{dated}. {_where(work)}."


def _chicago(work: Work) -> str:
    names = [_turned(work.authors[0]), *work.authors[1:]] if work.authors else []
    lead = f"{_ended(_listed(names, 'and'))} " if names else ""
    day = work.date.day if work.date else None
    dated = f", {_MONTHS[day.month]} {day.day}, {day.year}" if day else ""
    return f"{lead}{_quoted(work)} {work.newspaper or f'[{UNRECORDED}]'}{dated}. {_where(work)}."


def _bibtex(work: Work) -> str:
    words = re.findall("[a-z0-9]+", " ".join([*work.authors[:1], work.title]).casefold(), re.ASCII)
    key = "".join(words[:4]) or "story"
    kept = f", {work.copy}" if work.url else ""  # without a source's page `url` says it
    fields = {
        "author": " and ".join(f"{{{_plain(name)}}}" if "," in name else _plain(name) for name in work.authors),
        "title": f"{{{_plain(work.title)}}}",
        "journal": _plain(work.newspaper or ""),
        "date": work.date.day.isoformat() if work.date else "",
        "url": _plain(work.url or work.copy),
        "note": _plain(f"{'' if work.newspaper else f'{UNRECORDED}; '}copy kept by {work.host}{kept}"),
    }
    kind = "article" if work.newspaper else "misc"
    return f"@{kind}{{{key},\n" + "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text) + "}"


def _plain(text: str) -> str:
    return text.translate(_BIBTEX)


def _ris(work: Work) -> str:
    lines = [("TY", "NEWS"), *(("AU", _turned(name)) for name in work.authors), ("TI", work.title)]
    lines += [("T2", work.newspaper)] if work.newspaper else [("N1", UNRECORDED)]
    lines += [("DA", f"{work.date.day:%Y/%m/%d}")] if work.date else []
    lines += [("UR", work.url)] if work.url else []
    lines += [("L2", work.copy), ("DB", work.host), ("ER", "")]
    return "\n".join(f"{tag}  - {text}".rstrip() if tag == "ER" else f"{tag}  - {text}" for tag, text in lines)


def _wikipedia(work: Work) -> str:
    parts: list[tuple[str, str]] = []
    for number, name in enumerate(work.authors, 1):
        match = _TWO_WORDS.fullmatch(name)
        parts += [(f"last{number}", match[2]), (f"first{number}", match[1])] if match else [(f"author{number}", name)]
    parts += [("title", work.title), ("newspaper", work.newspaper or "")]
    parts += [("agency", work.agency)] if work.agency else []
    parts += [("date", _day_first(work.date))] if work.date else []
    parts += [("url", work.copy), ("via", work.host)]
    written = "".join(f" |{name}={text.translate(_WIKI)}" for name, text in parts if text)
    return f"{{{{cite news{written}}}}}" + ("" if work.newspaper else f"<!-- {UNRECORDED} -->")


_PROSE: dict[str, Callable[[Work], str]] = {"APA": _apa, "MLA": _mla, "Chicago": _chicago}
_CODE: dict[str, Callable[[Work], str]] = {"BibTeX": _bibtex, "RIS": _ris, "Wikipedia": _wikipedia}


def _of(article: Any, settings: dict[str, Any]) -> tuple[Citation, ...]:
    return citations(work_from(article, settings["SITENAME"], settings["SITEURL"]))


def add_filter(pelican: Any) -> None:
    """Add `citations` to the settings of this run."""
    found = {"citations": partial(_of, settings=pelican.settings)}
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **found}


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(add_filter)
