# SPDX-License-Identifier: MIT

import pytest

from newsroom.convert.date_lines import is_only_dates
from newsroom.convert.dates import dates_in


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Published at 08:36 pm October 14th, 2017", "2017-10-14 20:36"),
        ("14 October 2017", "2017-10-14"),
        ("Oct. 14, 2017 8:36 p.m. EDT", "2017-10-14 20:36 -04:00"),
        ("Saturday 14 Oct 2017 12:05am", "2017-10-14 00:05"),
        ("2017-10-14T20:36:59.123+06:00", "2017-10-14 20:36 +06:00"),
        ("2017-10-14T20:36:00Z", "2017-10-14 20:36 +00:00"),
        ("14/10/2017 20:36", "2017-10-14 20:36"),
        ("10/14/2017", "2017-10-14"),
        ("7.7.2017", "2017-07-07"),
        ("5. Oktober 2020, 10.30 Uhr", "2020-10-05 10:30"),
        ("le 1er août 2024 à 14h52", "2024-08-01 14:52"),
        ("14 de octubre de 2017", "2017-10-14"),
        ("4 жовтня 2023, 12:30", "2023-10-04 12:30"),
        ("2017年10月14日 20:36", "2017-10-14 20:36"),
        ("2017년 10월 14일", "2017-10-14"),
        ("14-Oct-2017", "2017-10-14"),
        ("Posted 14 Oct 201714 Oct 2017", "2017-10-14"),
        ("Oct 14 '17", "2017-10-14"),
        ("octubre 14 de 2017", "2017-10-14"),
        ("14-10-17, 20:36", "2017-10-14 20:36"),
        ("14.10.2017 r. 20:36", "2017-10-14 20:36"),
        ("14 октомври, 2017 во 20:36", "2017-10-14 20:36"),
        ("2017. 10. 14., szombat - 20:36", "2017-10-14 20:36"),
        ("14 ต.ค. 60 20:36 น.", "2017-10-14 20:36"),
        ("14 ตุลาคม 2560 เวลา 20:36 น.", "2017-10-14 20:36"),
        ("14 أكتوبر/ تشرين الأول 2017 - 20:36", "2017-10-14 20:36"),
        ("14-Oct-17", "2017-10-14"),
        ("14-aprel, 2017", "2017-04-14"),
        ("14 اکتوبر، 2017", "2017-10-14"),
        ("14 جويلية 2017", "2017-07-14"),
        ("2017 թ. հոկտեմբերի 14", "2017-10-14"),
        ("14 ตุลาคม พ.ศ. 2560", "2017-10-14"),
        ("14.out.2017 (sexta-feira) - 20h36", "2017-10-14 20:36"),
        ("2017-Oct-14", "2017-10-14"),
        ("Ann Lee14 October 2017", "2017-10-14"),
        ("Published:14 October 2017", "2017-10-14"),
        ("14 / 10 / 2017", "2017-10-14"),
        ("October, 14, 2017 at noon", "2017-10-14 12:00"),
        ("8:36 p.m. ET, Oct. 14, 2017", "2017-10-14 20:36"),
        ("14 Οκτωβρίου 2017 8:36 μ.μ.", "2017-10-14 20:36"),
        ("14 באוקטובר 2017", "2017-10-14"),
        ("2017 m. spalio 14 d. 20:36", "2017-10-14 20:36"),
    ],
)
def test_a_full_day_is_read_with_its_time_and_zone(line: str, stamp: str) -> None:
    assert [str(each.stamp) for each in dates_in(line)] == [stamp]


@pytest.mark.parametrize(
    "line",
    [
        "06/01/2026",  # January or June
        "14 October",
        "October 2017",
        "31 February 2017",
        "5 listopada 2017",  # November in Polish, October in Croatian
        "yesterday at 20:36",
        "in 2017 14 people",
        "room 2017-10-145",
        "version 3.14.2017.4 and 1.2.3",
    ],
)
def test_what_is_not_one_full_day_is_no_date(line: str) -> None:
    assert not dates_in(line)


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("14 October 2017 8", "2017-10-14"),  # a bare number is no time
        ("14 October 2017 at 25:10", "2017-10-14"),
        ("14 October 2017 13:00 pm", "2017-10-14"),
        ("14 October 2017, 10:00 IST", "2017-10-14 10:00"),  # three countries have an IST
    ],
)
def test_a_doubtful_time_or_zone_is_left_out(line: str, stamp: str) -> None:
    assert [str(each.stamp) for each in dates_in(line)] == [stamp]


def test_two_dates_of_a_line_keep_their_own_times() -> None:
    found = dates_in("Mar 7, 2031 | 6:10am | Updated Mar 8, 2031 | 7:45pm")
    assert [str(each.stamp) for each in found] == ["2031-03-07 06:10", "2031-03-08 19:45"]


@pytest.mark.parametrize(
    "line", ["Sunday, May 28, 2023", "Last Update : 06:33 pm", "Mardi 3 mars 2020", "06/01/2026", "18:30"]
)
def test_a_line_of_dates_alone_is_known(line: str) -> None:
    assert is_only_dates(line)


@pytest.mark.parametrize(
    "line", ["", "Sunday", "Snow on 3 March 2020", "Room 12", "9,000 jobs", "By 18:30 all was over"]
)
def test_a_line_that_says_more_is_not(line: str) -> None:
    assert not is_only_dates(line)


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Dec 20, 202310:30 AM", "2023-12-20 10:30"),
        ("Ann LeeDecember 20, 2023", "2023-12-20"),
        ("10:00 AMJan 5, 2024", "2024-01-05 10:00"),
        ("Stand25.04.2031", "2031-04-25"),
        ("25.04.2031 - 14:27 UhrLesedauer: 3 Min.", "2031-04-25 14:27"),
        ("14. Oktober 2017 um 18 Uhr", "2017-10-14 18:00"),
        ("4 de janeiro de 2020 às 14h", "2020-01-04 14:00"),
        ("14 октября 2017 г. в 12:30", "2017-10-14 12:30"),
        ("2017년 10월 14일 (토) 오후 6:21", "2017-10-14 18:21"),
        ("2025. 1. 13. 오후 3:20", "2025-01-13 15:20"),
        ("2025年1月13日 午後3時20分", "2025-01-13 15:20"),
        ("令和7年1月13日", "2025-01-13"),
        ("14 ต.ค. 2560", "2017-10-14"),
        ("14 tháng 10, 2017", "2017-10-14"),
        ("١٤ أكتوبر ٢٠١٧", "2017-10-14"),
        ("14 تشرين الأول 2017", "2017-10-14"),
        ("14 अक्टूबर 2017", "2017-10-14"),
        ("8 फरवरी 2032, 16:20", "2032-02-08 16:20"),  # CLDR has it with a dot
        ("১২ জানুয়ারি ২০৩২, ১৮:০৫", "2032-01-12 18:05"),
        ("2017. október 14. 10:30", "2017-10-14 10:30"),
        ("2017 m. spalio 14 d.", "2017-10-14"),
        ("2017. gada 14. oktobris", "2017-10-14"),
        ("Sat Oct 14 20:36:00 UTC 2017", "2017-10-14 20:36 +00:00"),
        ("6:10 AM PST 11/21/2031", "2031-11-21 06:10 -08:00"),
        ("14 Oct 2017 10:00-11:00", "2017-10-14 10:00"),  # from ten to eleven, no zone
        ("14 Oct 2017 10:00 GMT+6", "2017-10-14 10:00 +06:00"),
        ("July 5, 2024 5:30 PM EST", "2024-07-05 17:30"),  # New York is on EDT in July
        ("11/20/19 5:00 PM", "2019-11-20 17:00"),
        ("Tuesday 06/01/2026", "2026-01-06"),
        ("06.01.2026", "2026-01-06"),
    ],
)
def test_forms_of_many_languages_and_glued_words_are_read(line: str, stamp: str) -> None:
    assert [str(each.stamp) for each in dates_in(line)] == [stamp]


@pytest.mark.parametrize(
    "line", ["per 06/01/2026", "min 06/01/2026", "06/01/26", "14 March attacks 2017", "14 Oct 1396"]
)
def test_what_could_be_another_day_or_none_is_no_date(line: str) -> None:
    assert not dates_in(line)
