# SPDX-License-Identifier: MIT
"""The one real seed, as it must come out."""

import re
from pathlib import Path

import pytest

from newsroom.convert import Article, Post, Role, Seed, article_from, blocks_from, convert
from newsroom.schema import Stamp, is_edited, read, write

ROOT = Path(__file__).parents[2]
PATH = ROOT / "seeds" / "000_29884fe21087bc82.txt"


@pytest.fixture(scope="module")
def seed() -> Seed:
    return Seed.from_bytes(PATH.name, PATH.read_bytes())


@pytest.fixture(scope="module")
def article(seed: Seed) -> Article:
    return article_from(seed, blocks_from(seed))


@pytest.fixture(scope="module")
def post(seed: Seed) -> Post:
    made = convert(seed)
    assert isinstance(made, Post)
    return made


def test_it_states_the_headline_and_the_minute_and_no_zone(article: Article) -> None:
    assert article.headline == "Islamic State faces imminent defeat in Raqqa"
    assert article.published == Stamp.parse("2017-10-14 20:36")


def test_what_is_not_printed_is_absent(article: Article) -> None:
    assert (article.modified, article.authors, article.section) == (None, (), None)


def test_the_pages_clock_and_the_second_headline_are_furniture(seed: Seed) -> None:
    dropped = {seed.text[block.start : block.end]: block.reason for block in blocks_from(seed).having(Role.FURNITURE)}
    assert dropped == {
        "Sunday, May 28, 2023": "page-date",
        "Last Update : 06:33 pm": "page-date",
        "Islamic State faces imminent defeat in Raqqa": "headline-repeated",
    }


def test_its_place_and_address_are_fixed(post: Post) -> None:
    assert post.path == "news/2017/10/islamic-state-faces-imminent-defeat-in-raqqa.md"
    assert post.file.front.address == "2017/10/14/islamic-state-faces-imminent-defeat-in-raqqa/"


def test_its_text_is_the_seeds_but_for_white_space(seed: Seed, article: Article) -> None:
    story = seed.text.splitlines()[-1]
    assert " ".join(each.text for each in article.paragraphs) == story


def test_its_paragraphs_are_those_of_a_newspaper(article: Article) -> None:
    texts = [each.text for each in article.paragraphs]
    assert 12 <= len(texts) <= 18
    assert all(each.role is Role.BODY for each in article.paragraphs)
    assert all(60 <= len(text) <= 330 and text.endswith(".") for text in texts)
    assert all(text.count('"') % 2 == 0 for text in texts)


def test_no_quotation_is_parted_from_its_speaker(article: Article) -> None:
    for each in article.paragraphs:
        if each.text.startswith('"'):
            assert re.search(r'," he (?:said|told)\b', each.text)


def test_the_committed_post_is_what_the_converter_makes(post: Post) -> None:
    committed = (ROOT / "content" / post.path).read_text(encoding="utf-8")
    assert is_edited(read(committed)) or committed == write(post.file)  # a person may edit it, and then it stands
