# SPDX-License-Identifier: MIT
"""How a story came in: pieces of the seed, their reasons, and where each went."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from newsroom import markup
from newsroom.plugins.provenance import Piece, Provenance, provenance_from, seed_text
from newsroom.schema import FrontMatter, Label

MOST = 10_000  # bytes of a seed
SEED = "Friday\n\n  • Mill sold\nThe mill is sold. It closed in May. The mill is sold."
LABELS = (
    Label(0, 6, "furniture", "page-date"),
    Label(12, 21, "headline"),
    Label(22, 39, "body"),
    Label(40, 57, "body"),
    Label(58, 75, "body"),
)
POST = FrontMatter(
    title="Mill sold",
    seed="mill.txt",
    sha256=sha256(SEED.encode()).hexdigest(),
    converter="1",
    labels=LABELS,
)


def html(*paragraphs: str) -> str:
    """Return the paragraphs as the gate renders them."""
    return markup.html_from("\n\n".join(paragraphs), resolve=lambda kind, path: path)


def came_from(body: str, seed: str | None = SEED, post: FrontMatter = POST) -> Provenance:
    """Return the provenance, which these posts have."""
    found = provenance_from(post, body, seed)
    assert found is not None
    return found


def test_each_line_has_its_number_and_its_labelled_pieces() -> None:
    body = html("The mill is sold.", "It closed in May.", "The mill is sold.")
    first, second = markup.paragraph_id("The mill is sold."), markup.paragraph_id("It closed in May.")
    lines = came_from(body).lines
    assert [line.number for line in lines] == [1, 3, 4]
    assert lines[0].pieces == (Piece("Friday", False, "the page's own date", None),)
    assert lines[1].pieces == (Piece("Mill sold", True, "headline", "main"),)
    assert lines[2].pieces == (
        Piece("The mill is sold.", True, "paragraph", first, 1),
        Piece("It closed in May.", True, "paragraph", second, 2),
        Piece("The mill is sold.", True, "paragraph", f"{first}-2", 3),
    )


def test_a_paragraph_that_a_person_changed_has_no_link() -> None:
    lines = came_from(html("The mill was sold.", "It closed in May.")).lines
    assert [piece.target is None for piece in lines[2].pieces] == [True, False, True]


def test_what_was_dropped_is_counted_by_reason() -> None:
    assert came_from("").dropped == (("the page's own date", 1),)


@pytest.mark.parametrize(
    ("role", "reason", "words"),
    [
        ("furniture", "headline-repeated", "the headline again"),
        ("furniture", "share-widget", "share buttons"),
        ("furniture", None, "the page's own words"),
        ("control", None, "unprintable characters"),
        ("furniture", "weather-of-the-day", "weather of the day"),  # a reason that nobody worded yet
    ],
)
def test_reasons_are_worded_for_readers(role: str, reason: str | None, words: str) -> None:
    label = Label(12, 21, role, reason)
    assert came_from("", post=replace(POST, labels=(label,))).dropped == ((words, 1),)


def test_a_seed_that_may_not_be_shown_shows_no_line() -> None:
    assert came_from("", seed=None).lines == ()


def test_a_post_written_by_a_person_came_from_no_seed() -> None:
    assert provenance_from(FrontMatter(title="By hand"), "", None) is None


def test_the_seed_is_read_only_if_it_is_the_very_file_that_the_post_names(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "mill.txt").write_text(SEED, encoding="utf-8")
    assert seed_text(folder, POST, MOST) == SEED
    (folder / "mill.txt").write_text(SEED + "!", encoding="utf-8")
    assert seed_text(folder, POST, MOST) is None


def test_a_seed_is_read_as_the_converter_read_it_whatever_its_form_and_encoding(tmp_path: Path) -> None:
    page = "<meta charset='windows-1251'><p>Мельница</p>".encode("cp1251")
    (tmp_path / "mill.html").write_bytes(page)
    post = replace(POST, seed="mill.html", sha256=sha256(page).hexdigest())
    assert (seed_text(tmp_path, post, MOST) or "").strip() == "Мельница"
    # One of many in a file is not looked for
    assert seed_text(tmp_path, replace(post, seed="mill.jsonl#a17"), MOST) is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(SEED, encoding="utf-8")
    (folder / "mill.txt").symlink_to(tmp_path / "secret.txt")
    assert seed_text(folder, POST, MOST) is None


@pytest.mark.parametrize("key", ["rows.jsonl#" + "<wbr>" * 60, "ring/mill.txt", "a/../../mill.txt", "empty"])
def test_a_key_that_no_file_can_have_shows_no_seed_and_stops_nothing(tmp_path: Path, key: str) -> None:
    (tmp_path / "ring").symlink_to("ring")
    (tmp_path / "empty").mkdir()
    post = replace(POST)
    object.__setattr__(post, "seed", key)  # also what the schema would refuse
    assert seed_text(tmp_path, post, MOST) is None


def test_a_file_that_is_no_text_or_too_large_shows_no_seed_though_it_is_the_one_that_was_named(tmp_path: Path) -> None:
    for data in (b"\xff\x00\xd8\x00" * 9 + b"\x81", b"a " * MOST):
        (tmp_path / "mill.txt").write_bytes(data)
        assert seed_text(tmp_path, replace(POST, sha256=sha256(data).hexdigest()), MOST) is None
