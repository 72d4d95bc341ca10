# SPDX-License-Identifier: MIT
"""Which of a page's dates are the story's: lines around an invented headline, and the two stamps."""

import pytest

from newsroom.convert import Article, Seed, article_from, blocks_from

HEADLINE = "Old pier opens to all after three years"
STORY = (
    "The council of Port Ember opened the long wooden pier on Monday in the rain, and people walked over it for hours.",
    "Nobody had expected so many guests, said the mayor, who had cut the ribbon with scissors that were her aunt's.",
    "The pier is two hundred metres long and was built by forty workers within three years, at a cost nobody names.",
    "A ferry is to stop there from the spring on, if the company can find a captain who knows the rocks of the bay.",
    "Some of the older inhabitants remember the storm in which the former pier was lost together with its café.",
)
GERMAN = (
    "Der Rat von Port Ember hat am Montag im Regen den langen hölzernen Steg eröffnet, und viele gingen darüber.",
    "Niemand hatte so viele Gäste erwartet, sagte die Bürgermeisterin, die das Band mit einer Schere durchschnitt.",
    "Der Steg ist zweihundert Meter lang und wurde von vierzig Leuten in drei Jahren gebaut, zu welchem Preis auch.",
    "Eine Fähre soll dort ab dem Frühling halten, wenn die Gesellschaft einen Kapitän findet, der die Felsen kennt.",
)


def article(*lines: str) -> Article:
    seed = Seed("pier.txt", "0" * 64, "\n".join(lines) + "\n")
    return article_from(seed, blocks_from(seed))


def stamps(*lines: str) -> tuple[str, str]:
    found = article(*lines)
    return str(found.published or ""), str(found.modified or "")


@pytest.mark.parametrize(
    ("lines", "published", "modified"),
    [
        (
            "By Ann Lee\nPublished 3 March 2030, 10:15\nUpdated 4 March 2030, 11:20",
            "2030-03-03 10:15",
            "2030-03-04 11:20",
        ),
        ("3 March 2030\n4 March 2030", "2030-03-03", "2030-03-04"),
        ("March 3, 2030 10:15 am\nUpdated: March 4, 2030 9:00 am", "2030-03-03 10:15", "2030-03-04 09:00"),
        ("Published\n3 March 2030\nUpdated\n4 March 2030", "2030-03-03", "2030-03-04"),
        ("Updated 10:15 AM EST, Sun March 3, 2030", "2030-03-03", "2030-03-03 10:15 -05:00"),
        ("By Ann LeePublished March 3, 2030Updated March 4, 2030", "2030-03-03", "2030-03-04"),
        ("17:30, 3 March 2030Updated: 18:30, 3 March 2030", "2030-03-03 17:30", "2030-03-03 18:30"),
        ("March 3, 2030, Updated March 4, 2030, 5 p.m.", "2030-03-03", "2030-03-04 17:00"),
        ("By Ann Lee\nMarch 3, 2030\n5:30 PM", "2030-03-03 17:30", ""),
        ("Posted on March 3, 2030 by Ann Lee in News, Sea | 4 Comments", "2030-03-03", ""),
        ("By Ann Lee, Port Ember Staff Writer March 3, 2030", "2030-03-03", ""),
        ("Publié le 3 mars 2030 à 17h30 - Mis à jour le 4 mars 2030 à 08h00", "2030-03-03 17:30", "2030-03-04 08:00"),
        ("입력 2030.03.03 17:30 수정 2030.03.04 08:10", "2030-03-03 17:30", "2030-03-04 08:10"),
        ("更新日：2030年3月4日\n公開日：2030年3月3日", "2030-03-03", "2030-03-04"),
        ("2030年3月3日 17時30分公開", "2030-03-03 17:30", ""),
        ("Опубликовано 3 марта 2030, 17:30", "2030-03-03 17:30", ""),
        ("Δημοσίευση: 3 Μαρτίου 2030, 17:30", "2030-03-03 17:30", ""),
        ("آخر تحديث: 3 مارس 2030 - 17:30", "2030-03-03", "2030-03-03 17:30"),
        ("প্রকাশ: ০৩ মার্চ ২০৩০, ১৭:৩০", "2030-03-03 17:30", ""),
        ("3 มีนาคม 2573 17:30 น.", "2030-03-03 17:30", ""),
        ("By Ann Lee\nUpdated 6:05 p.m. ET March 3, 2030", "2030-03-03", "2030-03-03 18:05"),
        ("Ann Lee, Example Today Published 3:05 p.m. ET March 3, 2030", "2030-03-03 15:05", ""),
        ("Published Sun, Mar 3 203010:15 AM ESTUpdated Mon, Mar 4 2030", "2030-03-03 10:15 -05:00", "2030-03-04"),
        ("March 3, 2030\nat\n10:15 AM", "2030-03-03 10:15", ""),
        ("March 3, 2030\n| 10:15 AM |", "2030-03-03 10:15", ""),
        ("3 mars 203010h15", "2030-03-03 10:15", ""),
        ("10:15amMarch 3, 2030", "2030-03-03 10:15", ""),
        ("10:15 AM\nMarch 3, 2030", "2030-03-03 10:15", ""),
        ("Published on\nMarch 3, 2030\nUpdated on\nMarch 4, 2030", "2030-03-03", "2030-03-04"),
        ("Posted in News on March 3, 2030", "2030-03-03", ""),
        ("Written By: Ann Lee Date: March 3, 2030 Category: News", "2030-03-03", ""),
        ("Eine Analyse von Ann Lee 3. März 2030, 10:15 Uhr", "2030-03-03 10:15", ""),
        ("staff correspondent, 3 March 2030", "2030-03-03", ""),
        ("March 3, 2030 Ann Lee Leave a comment", "2030-03-03", ""),
        ("3 March 2030 4 minutes to read in the harbour", "2030-03-03", ""),
        ("March 3, 2030 | Photo: Bo Ek", "2030-03-03", ""),
        ("December 20, 2030 (Updated: December 21, 2030 at 10:15 am)", "2030-12-20", "2030-12-21 10:15"),
        ("2030-12-20 10:15　来源: 港报　作者: 张三　责任编辑: 李四", "2030-12-20 10:15", ""),
        ("By Sael Press, March 3, 2030\nHome > News > Local", "2030-03-03", ""),
        ("Article date: March 3, 2030", "2030-03-03", ""),
        ("發布時間 2030/03/03 10:15 更新時間 2030/03/04 11:20", "2030-03-03 10:15", "2030-03-04 11:20"),
    ],
)
def test_days_below_the_headline_date_the_story(lines: str, published: str, modified: str) -> None:
    assert stamps(HEADLINE, lines, *STORY) == (published, modified)


@pytest.mark.parametrize(
    "line",
    [
        "The pier at Port Ember on 3 March 2028. Photo: Bo Ek",
        "A view of the pier, on March 3, 2028 in Port Ember.",
        "PUBLISHED: | UPDATED:\nThe pier, 3 March 2028",
        "PUBLISHED: | UPDATED:\n3 March 2028",
        "Published: 2 hours ago",
        "03/04/2030",
        "Today is 10 March 2030",
        "— Bo Ek (@boek) March 1, 2030",
        "3 March 2030 – 4 March 2030",
        "The first report was published on 3 March 2028",
        "Ann Lee is a reporter who has covered the sea for us since March 3, 2020",
        "© 3 March 2030",
        "March 3, 2030 Issue",
        "Built: March 3, 1930",
        "Register by March 3, 2030",
        "Born on 3 March 1960",
        "As of March 31, 2030",
        "A post shared by Bo Ek (@boek) on March 3, 2030",
    ],
)
def test_no_other_day_does(line: str) -> None:
    assert stamps(HEADLINE, line, *STORY) == ("", "")


def test_the_clock_of_the_page_does_not_and_a_time_above_the_headline_does() -> None:
    assert stamps("Sunday, March 10, 2030", HEADLINE, *STORY) == ("", "")
    assert stamps("Sunday, March 10, 2030", "News", HEADLINE, "Ann Lee | March 3, 2030", *STORY) == ("2030-03-03", "")
    assert stamps("03 Mar 2030 17:30", "News", HEADLINE, *STORY) == ("2030-03-03 17:30", "")


def test_the_days_of_other_stories_do_not() -> None:
    others = ("Related", "Storm over the bay", "12 May 2029", "Ferry is late", "11 May 2029")
    assert stamps(HEADLINE, *STORY, *others) == ("", "")
    labelled = ("Storm over the bay", "Published 12 May 2029", "Ferry is late", "Published 11 May 2029")
    assert stamps(HEADLINE, *STORY, *labelled) == ("", "")
    assert stamps(HEADLINE, *STORY, "First published on 3 March 2030") == ("2030-03-03", "")


def test_a_summary_in_points_may_stand_above_the_date() -> None:
    points = [f"- {line}" for line in STORY[:4]]
    assert stamps(HEADLINE, *points, "By Ann Lee", "March 3, 2030", *STORY, *STORY) == ("2030-03-03", "")
    assert stamps(HEADLINE, *points, "Published March 3, 2030", *STORY, *STORY) == ("2030-03-03", "")


def test_the_day_of_the_next_story_on_the_page_is_not_this_ones() -> None:
    following = ("Storm over the bay", "Bo Ek", "Published March 1, 2030", *STORY)
    assert stamps(HEADLINE, "Ann Lee", *STORY, *following) == ("", "")
    assert stamps(HEADLINE, "Ann Lee", *STORY, *STORY, *STORY, *following) == ("", "")


def test_a_day_inside_the_story_does_not_date_it() -> None:
    assert stamps(HEADLINE, "Ann Lee", *STORY, "Ferry sinks in the bay", "March 1, 2030", *STORY) == ("", "")
    assert stamps(HEADLINE, "Ann Lee", *STORY, "March 1, 2030", "Ferry sinks in the bay", *STORY) == ("", "")
    timeline = (STORY[0], "March 1, 2028", STORY[1], "June 2, 2028", STORY[2], "July 5, 2029", *STORY)
    assert stamps(HEADLINE, *timeline) == ("", "")


def test_a_page_says_at_the_end_of_its_story_when_that_appeared() -> None:
    assert stamps(HEADLINE, *STORY, "March 3, 2030") == ("2030-03-03", "")
    said = "This entry was posted in News and tagged ferry on March 3, 2030 at 10:15 am by Ann Lee. You may comment."
    assert stamps(HEADLINE, *STORY, said) == ("2030-03-03 10:15", "")
    assert stamps(HEADLINE, *STORY, "This article was first published on 3 March 2030.") == ("2030-03-03", "")
    assert stamps(HEADLINE, *STORY, "Comments", "Bo", "4 March 2030 at 10:00", "A nice pier.") == ("", "")


def test_the_only_day_above_the_headline_may_stand_over_sections_and_the_days_of_a_list_may_not() -> None:
    assert stamps("March 3, 2030", "Sea", "Port Ember", "News", HEADLINE, *STORY) == ("2030-03-03", "")
    others = ("Recent posts", "Ferry", "March 5, 2030", "Storm", "March 1, 2030", "Fish", "May 2, 2029")
    assert stamps("Home", "News", *others, HEADLINE, "Ann Lee", *STORY) == ("", "")


def test_a_month_that_is_a_day_of_the_week_elsewhere_is_a_month() -> None:
    assert stamps("Ann Lee", "Mar 3, 2030", HEADLINE, *STORY) == ("2030-03-03", "")


def test_the_page_tells_whether_the_day_or_the_month_is_first() -> None:
    assert stamps(HEADLINE, "03/04/2030 17:30", *GERMAN)[0] == "2030-04-03 17:30"
    assert stamps(HEADLINE, "03/04/2030", *STORY, "14/02/2030")[0] == "2030-04-03"
    assert stamps(HEADLINE, "03/04/2030", *STORY, "02/14/2030")[0] == "2030-03-04"
    assert stamps(HEADLINE, "03/04/2030", *STORY, "02/14/2030", "14/02/2030")[0] == ""
    assert stamps(HEADLINE, "Monday 03/04/2030", *STORY)[0] == "2030-03-04"
    american = (
        "The color of the pier is that of the shopping center, as it has been since March 3, 2012, says the mayor."
    )
    british = (
        "The colour of the pier is that of the shopping centre, as it has been since 3 March 2012, says the mayor."
    )
    story = [line.replace("metres", "yards") for line in STORY]
    assert stamps(HEADLINE, "03/04/2030", *story, american)[0] == "2030-03-04"
    assert stamps(HEADLINE, "03/04/2030", *STORY, british)[0] == "2030-04-03"


def test_a_day_inside_the_joined_words_of_a_story_dates_it_with_a_time_or_in_its_dateline() -> None:
    joined = " ".join(STORY)
    assert (
        stamps(HEADLINE, f"By Ann Lee Senior Editor Mar 3, 2030 3:30 am PST {joined}")[0] == "2030-03-03 03:30 -08:00"
    )
    assert (
        stamps(HEADLINE, f"A view of the bay. (EPA/Bo Ek) March 3, 2030 PORT EMBER (EPA) — {joined}")[0] == "2030-03-03"
    )
    assert stamps(HEADLINE, f"The pier burned on March 3, 2028 at 3:30 am. {joined}")[0] == ""
    assert stamps(HEADLINE, f"Share Tweet By Ann Lee | March 3, 2030 {joined}")[0] == "2030-03-03"
    assert stamps(HEADLINE, f"Port Ember, Ember – March 3, 2030 – {joined}")[0] == "2030-03-03"
    assert stamps(HEADLINE, f"March 3, 2028, was a day that nobody forgot. {joined}")[0] == ""
    assert stamps(HEADLINE, f"March 3, 2028: {joined}")[0] == ""
    labelled = f"The pier on March 1, 2030. Photo: Bo Ek By Ann Lee Published March 3, 2030 {joined}"
    assert stamps(HEADLINE, labelled)[0] == "2030-03-03"


def test_the_day_below_the_story_may_have_who_wrote_above_it() -> None:
    assert stamps(HEADLINE, *STORY, "Ann Lee", "3 March 2030") == ("2030-03-03", "")
    assert stamps(HEADLINE, *STORY, "Ann Lee writes about harbours.", "03.03.30") == ("2030-03-03", "")


def test_a_labelled_day_below_a_long_summary_is_the_storys() -> None:
    others = ("Storm over the bay", "Published 12 May 2029", "Ferry is late", "Published 11 May 2029")
    lines = (HEADLINE, *STORY[:4], "Published: 3 March 2030", *STORY, *STORY, *others)
    assert stamps(*lines) == ("2030-03-03", "")


def test_a_labelled_day_among_the_days_of_other_stories_is_not() -> None:
    others = (
        "Seals given way",
        "Published 12 May 2029",
        "Ferry returns",
        "3 February 2029",
        "Bridge",
        "2 January 2029",
    )
    assert stamps(HEADLINE, *STORY, "Related", *others) == ("", "")


def test_a_place_and_a_day_may_begin_the_story() -> None:
    assert stamps(HEADLINE, f"Port Ember, 3 March 2030. {STORY[0]}", *STORY[1:]) == ("2030-03-03", "")


def test_a_label_said_twice_and_a_weekday_of_two_words_are_plain() -> None:
    assert stamps(HEADLINE, "Publisert: Publisert 03.03.30 – 10:15", *STORY) == ("2030-03-03 10:15", "")
    assert stamps(HEADLINE, "fredag d. 15. marts 2030, kl. 10.15", *STORY) == ("2030-03-15 10:15", "")
    assert stamps(HEADLINE, "Thứ sáu, 15/3/2030, 10:15 (GMT+7)", *STORY) == ("2030-03-15 10:15 +07:00", "")
