# SPDX-License-Identifier: MIT
"""Dates, zones and excerpts in words: never more than the post states."""

from types import SimpleNamespace

import pytest
from babel import Locale

from newsroom import markup
from newsroom.plugins.wording import add_filters, beginning, excerpt, goes_on, iso, opening, printed, shortened
from newsroom.schema import FrontMatter, Stamp
from newsroom.settings import SettingsError


@pytest.mark.parametrize(
    ("stated", "words", "value"),
    [
        ("2031-03-07", "7 March 2031", "2031-03-07"),
        ("2031-03-07 09:05", "7 March 2031, 09:05", "2031-03-07T09:05"),
        ("2031-03-07 09:05 +00:00", "7 March 2031, 09:05 UTC", "2031-03-07T09:05+00:00"),
        ("2031-03-07 09:05 +06:00", "7 March 2031, 09:05 UTC+6", "2031-03-07T09:05+06:00"),
        ("2031-03-07 09:05 -03:30", "7 March 2031, 09:05 UTC−3:30", "2031-03-07T09:05-03:30"),
    ],
)
def test_a_date_is_worded_to_the_precision_stated(stated: str, words: str, value: str) -> None:
    stamp = Stamp.parse(stated)
    assert printed(stamp, Locale.parse("en")) == words
    assert iso(stamp) == value


def test_the_month_is_named_in_the_language_of_the_paper() -> None:
    assert printed(Stamp.parse("2031-03-07"), Locale.parse("de")) == "7 März 2031"


@pytest.mark.parametrize("language", ["xx", "en-x-foo"])
def test_a_language_without_words_for_dates_is_a_wrong_setting(language: str) -> None:
    with pytest.raises(SettingsError, match=r"^DEFAULT_LANG: "):
        add_filters(SimpleNamespace(settings={"DEFAULT_LANG": language, "JINJA_FILTERS": {}}))


def story(*paragraphs: str, summary: str | None = None) -> SimpleNamespace:
    """Return what the filters ask of an article, its HTML made by the gate's own markup."""
    html = markup.html_from("\n\n".join(paragraphs), resolve=lambda kind, path: path)
    return SimpleNamespace(content=html, post=FrontMatter(title="A story", summary=summary))


def test_the_stated_summary_is_the_excerpt() -> None:
    assert excerpt(story("The mill is sold.", summary="Who bought it.")) == "Who bought it."


def test_without_a_summary_the_excerpt_is_the_beginning_of_the_story() -> None:
    assert excerpt(story("The mill is sold.", "It closed in May.")) == "The mill is sold."


def test_a_story_without_a_paragraph_has_no_excerpt() -> None:
    assert excerpt(story("## Only a subhead")) == ""


def test_the_opening_is_one_paragraph_at_least_and_whole_ones_only() -> None:
    paragraphs = ["a" * 50, "b" * 50, "c" * 50]
    assert opening(story(*paragraphs), 10) == ("a" * 50,)
    assert opening(story(*paragraphs), 100) == ("a" * 50, "b" * 50)


def test_a_beginning_fills_its_place_and_ends_after_a_sentence_or_a_word() -> None:
    told = story("The mill is sold. " * 6, "It closed in May. " * 20, "Nobody came.", summary="Who bought it.")
    assert [len(each) for each in beginning(told, 300)] == [107, 179]
    assert beginning(told, 300)[1].endswith("in May.")
    assert beginning(told, 40) == ()
    assert beginning(told, 10_000) == opening(told, 10_000)


def test_a_story_without_a_standfirst_has_its_first_words_in_the_place_of_one() -> None:
    assert beginning(story("The mill is sold."), 0) == ("The mill is sold.",)


@pytest.mark.parametrize(
    ("text", "shown", "more"),
    [
        (("Rain.",), ("Rain.",), False),
        (("Rain.", "Snow."), ("Rain.",), True),
        (("Rain.", "## Later"), ("Rain.",), True),
        (("Rain.", "- one"), ("Rain.",), True),
    ],
)
def test_a_story_goes_on_where_not_all_of_it_is_shown(
    text: tuple[str, ...], shown: tuple[str, ...], more: bool
) -> None:
    assert goes_on(story(*text), shown) is more


def test_an_excerpt_ends_after_a_sentence_where_one_fits() -> None:
    text = "The council met at nine in the old mill, as it has since the flood. " + "Then more. " * 30
    assert shortened(text, 100).endswith("Then more.")
    assert text.startswith(shortened(text, 100))


def test_an_excerpt_without_a_whole_sentence_ends_after_a_word() -> None:
    words = "The council met at nine, and " + "so it went on " * 20
    cut = shortened(words, 40)
    assert cut.endswith("…")
    assert words.startswith(cut[:-1])
    assert words[len(cut) - 1] in " ,"


def test_a_sentence_of_two_words_is_not_the_whole_excerpt() -> None:
    assert shortened("He did. " + "so it went on " * 20, 40) == "He did. so it went on so it went on so…"


def test_one_endless_word_is_cut_to_size() -> None:
    assert shortened("x" * 500, 100) == "x" * 100 + "…"
