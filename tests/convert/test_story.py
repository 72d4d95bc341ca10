# SPDX-License-Identifier: MIT
"""Where a story begins and ends, and what stands inside it that is not its own."""

import pytest

from newsroom.convert import Article, Role, Seed, article_from, blocks_from

WORDS = (
    "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.",
    "Nobody had believed that it would be ready, for the wood had come late and the money later than that.",
    "The harbour master said that ships would call from June, unless the fog closes the bay again this year.",
    "A band played on the steps of the customs house until the rain got into the brass and the drums.",
    "The mayor, who is ninety, was the first to reach the end of it, and the last to leave it at night.",
    "In the morning the gulls had it to themselves, and by noon the school had come to count the planks.",
)
STORY = "\n".join(WORDS) + "\n"
OTHER = "Seals have the right of way at the slipway from Monday, the harbour board of Port Ember has ruled.\n"


def article(text: str) -> Article:
    seed = Seed("x.txt", "0" * 64, f"Pier opens to all of them\n{text}")
    return article_from(seed, blocks_from(seed))


def texts(text: str) -> list[str]:
    return [each.text for each in article(text).paragraphs]


def reasons(text: str) -> dict[str, str | None]:
    seed = Seed("x.txt", "0" * 64, f"Pier opens to all of them\n{text}")
    return {
        seed.text[each.start : each.end]: each.reason for each in blocks_from(seed).items if each.role is Role.FURNITURE
    }


def test_an_interruption_is_left_out_and_the_story_goes_on() -> None:
    assert texts(f"{STORY}Related stories\nSeals have the right of way\nSwans pay half\n{STORY}") == [
        *WORDS,
        *WORDS,
    ]


@pytest.mark.parametrize("heading", ["12 Comments", "Kommentare", "About the author", "Leave a reply"])
def test_comments_and_notes_on_authors_end_a_story(heading: str) -> None:
    assert texts(f"{STORY}{heading}\n{OTHER}{OTHER.replace('Monday', 'Friday')}") == list(WORDS)


SWANS = "Swans and geese pay half on the ferry of Little Quay from the first of June, its captain told the board.\n"
EELS = "An eel of two metres was landed at the slip on Sunday by a boy of nine, who let it go the same night.\n"


def test_teasers_of_other_stories_at_the_end_are_not_the_storys_text() -> None:
    teasers = f"Board lets the seals go first\n{OTHER}Ferry of Little Quay takes swans\n{SWANS}"
    assert texts(STORY + teasers) == list(WORDS)


def test_tips_under_long_subheads_are_the_storys_text() -> None:
    tips = f"Let the seals go first\n{OTHER}Bring your swans along too\n{SWANS}Let go of all eels\n{EELS}"
    assert texts(f"{WORDS[0]}\n{WORDS[1]}\n{tips}")[-1] == EELS.strip()


def test_a_brief_below_its_headline_is_the_story_and_not_the_longer_text_of_the_page() -> None:
    brief = f"The pier opens to all of them, {WORDS[1].lower()}"
    menu = "Ports of the gulf\nShips under way\nTides by the hour\nFogs as forecast\nEels by weight\nSalts by sea\n"
    rest = f"{OTHER}{SWANS}{EELS}{WORDS[3]}\n{WORDS[4]}\n{WORDS[5]}\n"
    assert texts(f"{brief}\n{menu}{rest}") == [brief]


@pytest.mark.parametrize("age", ["3 days ago", "vor 2 Stunden", "il y a 5 minutes", "2 часа назад", "3時間前"])
def test_what_tells_its_age_line_by_line_is_not_the_storys_text(age: str) -> None:
    others = f"Board and its seals\n{age}\n{OTHER}Ferry and its swans\n{age}\n{SWANS}"
    assert texts(STORY + others) == list(WORDS)


def test_a_line_that_asks_for_money_is_left_out() -> None:
    line = "La suite de cet article est réservée aux abonnés."
    assert reasons(f"{STORY}{line}\n{STORY}")[line] == "paywall"


@pytest.mark.parametrize("stop", ["۔", "။", "។", "։", "።", "।"])
def test_a_paragraph_may_end_with_the_full_stop_of_any_script(stop: str) -> None:
    paragraph = WORDS[0].replace(".", stop)
    assert texts(f"{paragraph}\n{WORDS[1]}\n") == [paragraph, WORDS[1]]


def test_lines_that_begin_with_cookies_are_notices() -> None:
    line = "Performance cookies are used to understand and analyze the key figures of the site, which helps."
    assert reasons(f"{STORY}{line}\n")[line] == "cookies"


def test_another_story_with_its_own_day_is_not_the_storys_text() -> None:
    assert texts(f"Published: 14 June 2031\n{STORY}Seals have right of way\nPublished: 12 June 2031\n{OTHER}") == list(
        WORDS
    )


def test_the_signature_of_a_quoted_post_ends_no_story() -> None:
    assert texts(f"{STORY}— Ann Lee (@annlee)\n12 June 2031\n{OTHER}")[-1] == OTHER.strip()


def test_a_label_and_the_headline_of_another_story_are_left_out() -> None:
    line = "Read more: Seals have the right of way"
    assert texts(f"{STORY}{line}\n{OTHER}") == [*WORDS, OTHER.strip()]
    assert reasons(f"{STORY}{line}\n{OTHER}") == {line: "read-more"}


def test_a_line_that_stands_three_times_is_a_label() -> None:
    lines = "\nArticle content\n".join(WORDS)
    assert texts(lines) == list(WORDS)
    assert reasons(lines) == {"Article content": "repeated"}


def test_a_caption_said_twice_is_no_text() -> None:
    caption = "The mayor of Port Ember on the new pier with her dog, its friends and a band"
    assert texts(f"{STORY}{caption}\n{caption}\n{STORY}") == [*WORDS, *WORDS]


def test_lines_between_two_on_cookies_are_on_cookies() -> None:
    cookie = "We use cookies, and so do those whose cookies we use, if you accept all of them in your browser.\n"
    assert texts(
        f"{STORY}{cookie}Some of them are needed for the pages to work at all, and cannot be refused.\n{cookie * 2}"
    ) == list(WORDS)


def test_a_heading_in_the_story_that_looks_like_the_headline_does_not_cut_its_beginning_off() -> None:
    seed = Seed("x.txt", "0" * 64, f"{STORY}Pier opens to all of them\n{STORY}")
    found = [each.text for each in article_from(seed, blocks_from(seed)).paragraphs]
    assert found[0] == WORDS[0]


def test_below_a_heading_that_comes_three_times_the_story_goes_on_behind_each_teaser() -> None:
    full = " ".join(WORDS[:3])
    teaser = (
        "Related\nSeals have the right of way\nNobody had told them so, and they would not have gone there anyway.\n"
    )
    parts = [f"{full} {number}." for number in "1234"]
    told = texts(f"{parts[0]}\n{teaser}Gulls\n{parts[1]}\n{teaser}Planks\n{parts[2]}\n{teaser}Fog\n{parts[3]}\n")
    assert [each for each in told if len(each) > 90] == parts


@pytest.mark.parametrize(
    "line",
    [
        "Follow Ada Roke on Twitter at @adaroke for more of the pier.",
        "Have you seen a seal? Write to us at seals@ember.example and we will come.",
        "Donate to those who guard the pier!",
    ],
)
def test_an_appeal_below_the_last_words_is_not_the_storys_text(line: str) -> None:
    assert texts(f"{STORY}{line}\n") == list(WORDS)


@pytest.mark.parametrize(
    "line", ["You can write to the mayor, who likes stamps.", '"Subscribe today!" the mayor cried.']
)
def test_a_story_may_end_with_a_call_of_its_own(line: str) -> None:
    assert texts(f"{STORY}{line}\n") == [*WORDS, line]


def test_what_an_author_is_whose_name_was_taken_is_no_text() -> None:
    bio = "Odalys Brandt is a reporter in Port Ember, where she writes about piers, planks and the people on them."
    made = article(f"{STORY}{bio}\n")
    assert (made.authors, [each.text for each in made.paragraphs]) == (("Odalys Brandt",), list(WORDS))


@pytest.mark.parametrize(
    "line",
    [
        "A man kneeling on the pier, using a saw to cut a plank in two.",
        "An aerial view of Port Ember, its pier and the bay in fog.",
        "Two women carrying a tuba over the planks.",
    ],
)
def test_what_a_picture_shows_is_a_caption(line: str) -> None:
    made = article("\n".join([*WORDS[:3], line, *WORDS[3:]]) + "\n")
    assert ([each.text for each in made.paragraphs], made.captions) == (list(WORDS), (line,))


@pytest.mark.parametrize(
    "line", ["A man carrying a tuba fell and was helped up.", "A hearing on the pier at noon on Friday."]
)
def test_a_short_paragraph_with_a_verb_of_its_own_is_no_caption(line: str) -> None:
    assert line in texts("\n".join([*WORDS[:3], line, *WORDS[3:]]) + "\n")


def test_a_page_without_a_headline_keeps_what_stands_above_a_short_sentence() -> None:
    lines = [WORDS[0], "Planks", "Wood is all that a pier needs, and Port Ember has it now.", *WORDS[1:], *WORDS[1:]]
    seed = Seed("x.txt", "0" * 64, "\n".join(lines) + "\n")
    assert article_from(seed, blocks_from(seed)).paragraphs[0].text == WORDS[0]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("The views of our columnists do not necessarily reflect those of the Ember Observer.", "legal"),
        ("Beiträge geben nicht unbedingt die Meinung der Redaktion wieder.", "legal"),
        ("The best of the pier and the bay, delivered to your inbox every morning.", "newsletter"),
        ("Das Beste vom Pier, jeden Morgen kostenlos in Ihrem Postfach.", "newsletter"),
        ("Please enable JavaScript to see what others think of the pier.", "cookies"),
    ],
)
def test_what_papers_print_beside_their_stories_is_no_text(line: str, reason: str) -> None:
    assert reasons("\n".join([*WORDS[:3], line, *WORDS[3:]]) + "\n") == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "A new pier is not necessarily a better one, and the council knew.",
        "The mayor answers what comes to her inbox between five and six.",
        "JavaScript is what the timetable of the ferry is written in.",
    ],
)
def test_a_story_may_speak_of_opinions_inboxes_and_programs(line: str) -> None:
    assert line in texts("\n".join([*WORDS[:3], line, *WORDS[3:]]) + "\n")


@pytest.mark.parametrize("credit", ["Photograph by Odalys Brandt.", "Photo courtesy of Ember Harbour."])
def test_a_sentence_with_a_credit_behind_it_is_a_caption(credit: str) -> None:
    line = f"The pier at noon, before the band came and the rain began. {credit}"
    assert article("\n".join([*WORDS[:3], line, *WORDS[3:]]) + "\n").captions == (line,)


def test_one_teaser_is_left_out_if_its_text_is_cut_off() -> None:
    teaser = "Seals have the right of way\nAt the slipway of Port Ember nobody may push a seal any more, and those who"
    assert texts(f"{STORY}{teaser}…\n") == list(WORDS)
    assert texts(f"{STORY}{teaser} do pay.\n") != list(WORDS)
