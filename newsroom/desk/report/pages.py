# SPDX-License-Identifier: MIT
"""The pages of the report, as text: templates that escape everything, and one style from the theme's tokens."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsroom import markup
from newsroom.convert import Doubt
from newsroom.desk.finding import Job
from newsroom.desk.outcome import Kind, Outcome
from newsroom.desk.report.look import Look
from newsroom.desk.report.pieces import Piece, piece_at, pieces_from
from newsroom.schema import PostFile

_HERE = Path(__file__).parent
_STYLES = ("layers.css", "tokens.css", "faces.css", "base.css", "utilities.css")  # of theme/styles, in this order
_FACTS = ("date", "modified", "authors", "category", "newspaper", "agency", "dateline", "tags", "lang",
          "captions", "notes", "version_of", "duplicates", "stated", "taken", "source", "address")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A seed in a list. `page` is None for an input that gave no text, `why` where nothing needs a word."""

    key: str
    title: str
    day: str | None
    kind: str
    reason: str | None
    of: str | None
    why: str | None
    doubts: tuple[Doubt, ...]
    page: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """The pages before and after one, and the list above it: addresses, seen from that page."""

    before: str | None
    after: str | None
    up: str


@dataclass(frozen=True, slots=True)
class SeedPage:
    """A seed's page: the input, what is known of it, the seed that it is a copy or version of, and its place."""

    job: Job
    look: Look
    outcome: Outcome
    of: Look | None
    place: Place


def item_from(outcome: Outcome, look: Look | None) -> Item:
    """The seed of an outcome in a list."""
    return Item(
        outcome.key,
        (look.title if look else "") or outcome.key,
        look.day if look else None,
        outcome.kind.value,
        outcome.reason,
        outcome.of,
        outcome.message if outcome.reason or outcome.kind is Kind.WITHDRAWN else None,
        look.doubts if look else (),
        look.page if look else None,
    )


def index_page(paper: str, facts: Mapping[str, Any]) -> str:
    """The first page: `facts` are those that its template names."""
    return _rendered("index.html", paper, "", facts)


def list_page(paper: str, name: str, items: Sequence[Item], numbers: tuple[int, int, int], place: Place) -> str:
    """A page of a list; `numbers` are its own, that of the pages and that of the items of all of them."""
    number, pages, total = numbers
    facts = {"name": name, "items": items, "number": number, "pages": pages, "total": total}
    return _rendered("list.html", paper, "../", facts | {"before": place.before, "after": place.after})


def seed_page(paper: str, page: SeedPage, text: str, post: PostFile | str) -> str:
    """The page of a seed: its text by role, and beside it the post, or why there is none to be shown."""
    html, why = _html_of(post) if isinstance(post, PostFile) else ("", post)
    pieces = pieces_from(text, page.look.labels)
    facts = {
        "item": item_from(page.outcome, page.look),
        "message": page.outcome.message,
        "of": page.of,
        "doubts": [_doubt_shown(doubt, pieces) for doubt in page.look.doubts],
        "pieces": [_piece_shown(piece, html) for piece in pieces],
        "post": None if why else post,
        "no_post": why,
        "post_head": "The post that tells its story"
        if page.outcome.kind is Kind.DUPLICATE
        else "The post that came of it",
        "facts": list(_facts_of(post)) if isinstance(post, PostFile) else [],
        "html": html,
    }
    ways = {"before": page.place.before, "after": page.place.after, "up": page.place.up}
    return _rendered("seed.html", paper, "../../", facts | ways)


def style_from(theme: Path) -> str:
    """The one style sheet, of the theme's files and our own. FileNotFoundError for a theme without them."""
    files = [*(theme / "styles" / name for name in _STYLES), _HERE / "report.css"]
    return "\n".join(path.read_text("utf-8") for path in files)


def _rendered(template: str, paper: str, root: str, facts: Mapping[str, Any]) -> str:
    script, digest = _script()
    fixed = {"paper": paper, "root": root, "script": script, "script_hash": digest}
    return _environment().get_template(template).render(fixed | dict(facts)) + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _script() -> tuple[str, str]:
    """The script of the keys, and what the page's policy knows it by: no other can run."""
    script = (_HERE / "templates" / "keys.js").read_text("utf-8")
    return script, f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"


def _html_of(post: PostFile) -> tuple[str, str]:
    """The post's text as the site shows it, and why it cannot be shown; one of them empty."""
    try:
        return markup.html_from(post.text, resolve=lambda _kind, _path: "#", lang=post.front.lang), ""
    except markup.MarkupError as error:
        return "", f"The post's text cannot be shown: {error}"


def _facts_of(post: PostFile) -> Iterator[tuple[str, str]]:
    for name in _FACTS:
        value = getattr(post.front, name)
        if value:  # a list's members each in their own words
            yield name.replace("_", " "), " · ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _doubt_shown(doubt: Doubt, pieces: tuple[Piece, ...]) -> dict[str, str | None]:
    """The doubt as its template takes it: with a way to the piece at which it stands."""
    piece = piece_at(pieces, doubt.start) if doubt.start is not None else None
    return {"name": doubt.name, "why": doubt.why, "href": f"#c{piece.start}" if piece else None}


def _piece_shown(piece: Piece, html: str) -> dict[str, object]:
    """The piece as its template takes it: with a way to its paragraph, if the post still has that."""
    href = f"#{piece.paragraph}" if piece.paragraph and f'id="{piece.paragraph}"' in html else None
    return {name: getattr(piece, name) for name in ("start", "line", "text", "role", "says", "dropped")} | {
        "href": href
    }
