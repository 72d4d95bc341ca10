# SPDX-License-Identifier: MIT
"""What one rule decides, where the case files do not turn on it alone."""

import textwrap

import pytest

from newsroom.convert import Article, Evidence, Paragraph, Role, Seed, Source, article_from, blocks_from
from newsroom.convert.article import title_of
from newsroom.convert.bylines import authors_from
from newsroom.schema import Stamp

STORY = "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.\n" * 3


def article(text: str) -> Article:
    seed = Seed("x.txt", "0" * 64, text)
    return article_from(seed, blocks_from(seed))


def test_a_line_that_the_page_repeats_is_a_better_headline_than_one_above_it() -> None:
    text = f"All that happens at sea\nPier opens to all of them\nPier opens to all of them\n{STORY}"
    assert article(text).headline == "Pier opens to all of them"


def test_a_line_of_a_list_is_no_headline() -> None:
    text = f"  • All that happens at sea\n* Letters of our dear readers\nPier opens to all of them\n{STORY}"
    assert article(text).headline == "Pier opens to all of them"


@pytest.mark.parametrize("line", ["Photo: the pier on Monday", "3 March 2030", "By Ann Lee and Bo Ek", "x" * 251])
def test_a_credit_a_date_a_byline_and_a_long_line_are_no_headlines(line: str) -> None:
    assert article(f"{line}\n{STORY}").headline is None


def test_of_two_days_beside_the_headline_the_earlier_is_of_publication() -> None:
    found = article(f"Pier opens to all\n4 March 2030\n3 March 2030\n{STORY}")
    assert (found.published, found.modified) == (Stamp.parse("2030-03-03"), Stamp.parse("2030-03-04"))


def test_one_day_printed_twice_is_taken_with_its_time() -> None:
    found = article(f"Pier opens to all\n3 March 2030\n3 March 2030, 10:15\n{STORY}").published
    assert found == Stamp.parse("2030-03-03 10:15")


def test_the_clock_of_the_page_above_the_headline_needs_a_label() -> None:
    assert article(f"Sunday 3 March 2030\nPier opens to all\n{STORY}").published is None
    assert article(f"Published 3 March 2030\nPier opens to all\n{STORY}").published == Stamp.parse("2030-03-03")


def test_the_label_nearest_to_a_day_names_it() -> None:
    found = article(f"Pier opens to all\nPUBLISHED: | UPDATED: 3 March 2030\n{STORY}")
    assert (found.published, found.modified) == (None, Stamp.parse("2030-03-03"))


def test_a_change_before_the_publication_is_none() -> None:
    found = article(f"Pier opens to all\nPublished 3 March 2030\nUpdated 2 March 2030\n{STORY}")
    assert (found.published, found.modified) == (Stamp.parse("2030-03-03"), None)


def test_a_change_without_a_day_is_none() -> None:
    assert article(f"Pier opens to all\nPublished 3 March 2030\nUpdated 18:30\n{STORY}").modified is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("BY Ann de la Cruz, Bo O'Ek and Cy Öst-Dahl |", ("Ann de la Cruz", "Bo O'Ek", "Cy Öst-Dahl")),
        ("Par Léa Émond et Guy Roy", ("Léa Émond", "Guy Roy")),
        ("By Ann Lee, Ann Lee", ("Ann Lee",)),
        ("By Staff Reporter", ()),
        ("By Ember News Desk", ()),
        ("By and on", ()),
        ("By", ()),
        ("By Ann", ()),
        ("By Ann Lee in Port Ember", ("Ann Lee",)),
        ("By Ann Lee, Senior Editor | 3 March 2030", ("Ann Lee",)),
        ("Von Léa Émond und Guy Roy, Port Ember", ("Léa Émond", "Guy Roy")),
        ("林 花子記者", ("林 花子",)),
        ("김하늘 기자", ("김하늘",)),
        ("di Fosca Bel", ("Fosca Bel",)),
        ("Di Fosca Bel", ()),
        ("מאת: נועה גל", ("נועה גל",)),
        ("By the time the pier opened", ()),
        ("Abby Lee", ()),
    ],
)
def test_a_byline_is_by_and_whole_names_or_nothing(line: str, names: tuple[str, ...]) -> None:
    assert authors_from(line) == names


def test_other_stories_below_are_not_the_storys_text() -> None:
    other = "Seals have the right of way at the slipway from Monday, the harbour board of Port Ember has ruled.\n"
    found = article(f"Pier opens to all\n{STORY}Most read\n{other}")
    assert all("Seals" not in each.text for each in found.paragraphs)


def test_a_short_sentence_between_paragraphs_is_kept_and_a_caption_is_not() -> None:
    found = article(f"Pier opens to all\n{STORY}It rained.\nThe pier in rain. Photo: Ann Lee\n{STORY}")
    texts = [each.text for each in found.paragraphs]
    assert "It rained." in texts
    assert found.captions == ("The pier in rain. Photo: Ann Lee",)


def test_a_few_words_above_prose_are_a_subhead() -> None:
    found = article(f"Pier opens to all\n{STORY}Down by the water\n{STORY}")
    assert [each.text for each in found.paragraphs if each.role is Role.SUBHEAD] == ["Down by the water"]


def test_a_paragraph_that_was_broken_at_its_links_is_one_again() -> None:
    parts = (
        "The council of Port Ember opened the pier on Monday with\nAnn Lee of Vessel\n, who had painted it for a year."
    )
    found = article(f"Pier opens to all\n{STORY}{parts}\n{STORY}")
    assert parts.replace("\n", " ") in [each.text for each in found.paragraphs]


def test_a_page_that_was_wrapped_at_a_width_has_its_paragraphs_again() -> None:
    story = ("The council of Port Ember opened the pier on Monday in the rain, and people walked over it. " * 5).strip()
    lines = "\n\n".join("\n".join(textwrap.wrap(f"{story} {number}.", 72)) for number in "123")
    found = article(f"Pier opens to all\n\n{lines}\n")
    assert [each.text for each in found.paragraphs] == [f"{story} {number}." for number in "123"]


def test_a_note_on_the_author_below_the_story_is_not_its_text() -> None:
    note = "Ann Lee is a reporter for the Vessel Gazette. She has written about piers and ferries for ten years now."
    found = article(f"Pier opens to all\n{STORY * 2}{note}\n")
    assert note not in [each.text for each in found.paragraphs]


def test_cookies_comments_and_nags_are_no_text() -> None:
    lines = (
        "We use cookies and similar tools on this page, so that your browser may remember which cookies you accept.\n",
        "Sign up for our newsletter, and get the best of the pier in your inbox every morning, with all its news.\n",
        "Comments are moderated before they appear, and you must be logged in to reply to any other comment here.\n",
    )
    found = article(f"Pier opens to all\n{STORY}{''.join(lines)}{STORY}")
    assert len(found.paragraphs) == 6


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share this article", "share-widget"),
        ("ADVERTISEMENT", "advertisement"),
        ("Skip to main content", "skip-link"),
        ("Sign up for our morning letter", "sign-in"),
        ("12 comments", "comments"),
        ("5 min read", "reading-time"),
        ("© 2030 The Vessel Gazette", "copyright"),
        ("Read more...", "read-more"),
    ],
)
def test_a_known_line_of_the_page_says_why_it_went(line: str, reason: str) -> None:
    seed = Seed("x.txt", "0" * 64, f"Pier opens to all\n{STORY}{line}\n{STORY}")
    (block,) = blocks_from(seed).having(Role.FURNITURE)
    assert (seed.text[block.start : block.end], block.reason) == (line, reason)


def test_lines_of_a_story_are_paragraphs_and_only_far_too_long_ones_are_broken() -> None:
    long = STORY.replace("\n", " ") * 3  # some 900 characters
    assert len(article(f"Pier opens to all\n{STORY}{long}\n").paragraphs) == 4
    assert len(article(f"Pier opens to all\n{long}\n").paragraphs) > 1


def test_without_a_headline_the_storys_opening_words_are_the_title() -> None:
    text = "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours."
    told = Article(None, None, None, (), None, (Paragraph(Role.BODY, text),))
    assert (
        title_of(told) == "The council of Port Ember opened the pier on Monday in the rain, and people walked over it"
    )
    brief = Article(None, None, None, (), None, (Paragraph(Role.BODY, "It rained. The council opened the pier."),))
    assert title_of(brief) == "It rained."


def test_what_stands_between_a_date_and_a_bullet_is_no_paragraph() -> None:
    goats = "\xa0-\xa0".join(f"Goat {number} of Port Ember 2031.12.{number}" for number in range(10, 30))
    found = article(f"Goats of Port Ember, counted\n2031.12.04\xa0-\xa0{goats}").paragraphs
    assert found[0].text.startswith("-\xa0Goat 10 of Port Ember")


def test_a_line_that_is_most_of_a_story_is_broken_whatever_short_lines_stand_around_it() -> None:
    long = STORY.replace("\n", " ") * 4
    around = "It was built of larch wood, which swims.\nNobody knows who is to pay for all of it.\n"
    texts = [each.text for each in article(f"Pier opens to all\n{around}{long}\n{around}").paragraphs]
    assert max(map(len, texts)) < 0.6 * len(long)


def test_two_days_that_share_figures_are_one() -> None:
    text = "label, day with a full stop, minutes with a full stop, byline, low and high quotation marks.h of one"
    text += "\n1.12.04\n2031.2.4"
    seed = Seed("a.txt", "0" * 64, text, Evidence(source=Source(order="month-first")))
    found = [each for each in blocks_from(seed).items if each.role in {Role.PUBLISHED, Role.MODIFIED}]
    assert len(found) < 2
