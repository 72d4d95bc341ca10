# SPDX-License-Identifier: MIT
"""Which seeds tell the same story: made-up dumps of made-up stories, in every order."""

import random
from dataclasses import replace

import pytest

from newsroom.desk import duplicates
from newsroom.desk.candidate import Candidate, Kin
from newsroom.desk.duplicates import kin_of
from newsroom.desk.signature import signature_from
from newsroom.desk.story import Told, is_copy

WORDS = [f"w{number}" for number in range(5000)]


def sentences(seed: int, count: int = 30) -> list[str]:
    """Sentences of a dozen made-up words."""
    draw = random.Random(seed)
    return [" ".join(draw.choices(WORDS, k=12)) + "." for _ in range(count)]


def candidate(key: str, told: list[str], **facts: object) -> Candidate:
    """A candidate that tells some sentences; its headline is its own unless `title` says otherwise."""
    plain = Candidate(key, "0" * 64, str(signature_from(" ".join(told))), title=f"Headline of {key}")
    return replace(plain, **facts)  # type: ignore[arg-type]


def kin(*candidates: Candidate) -> dict[str, tuple[str, str]]:
    """What the comparison says of the candidates, the same in three orders."""
    orders = [list(candidates), list(reversed(candidates)), random.Random(5).sample(candidates, len(candidates))]
    found = [kin_of(order) for order in orders]
    assert found[0] == found[1] == found[2]
    return {key: (each.relation, each.of) for key, each in found[0].items()}


STORY = sentences(1)
FURNITURE = sentences(2, 4)


def test_stories_that_share_nothing_have_no_kin() -> None:
    assert kin(*(candidate(f"{seed}.txt", sentences(seed)) for seed in range(20))) == {}


def test_the_same_text_twice_is_one_story_told_by_the_first_key() -> None:
    assert kin(candidate("b", STORY), candidate("a", STORY), candidate("c", STORY)) == {
        "b": ("duplicate", "a"),
        "c": ("duplicate", "a"),
    }


@pytest.mark.parametrize(
    "copy",
    [STORY[:20], STORY[:6], FURNITURE + STORY[:20], STORY[:10] + sentences(3, 1) + STORY[11:20]],
    ids=["cut", "cut to a fifth", "furniture above", "cut, and a sentence changed"],
)
def test_a_copy_that_says_less_is_named_by_the_fuller_one(copy: list[str]) -> None:
    assert kin(candidate("a", copy), candidate("b", STORY)) == {"a": ("duplicate", "b")}


def test_of_nearly_equal_copies_the_one_with_more_facts_stays() -> None:
    longer, dated = candidate("a", STORY + FURNITURE[:2]), candidate("b", STORY, facts=2)
    assert kin(longer, dated) == {"a": ("duplicate", "b")}
    much_longer = candidate("a", STORY + FURNITURE)
    assert kin(much_longer, dated) == {"b": ("duplicate", "a")}


def test_a_copy_that_a_person_edited_stays_whatever_is_fuller() -> None:
    assert kin(candidate("a", STORY[:20], edited=True), candidate("b", STORY)) == {"b": ("duplicate", "a")}


def test_a_page_that_holds_another_story_whole_is_no_copy_of_it() -> None:
    page, inside = candidate("page", sentences(4, 40) + STORY), candidate("inside", STORY)
    assert kin(page, inside) == {}
    assert kin(replace(page, title="Pier"), replace(inside, title="Pier")) == {"inside": ("duplicate", "page")}


def test_nobody_is_a_copy_of_a_copy() -> None:
    one, two, three = (candidate(key, told) for key, told in zip("abc", _drifting(), strict=True))
    assert kin(one, two) == {"b": ("duplicate", "a")}
    assert kin(two, three) == {"c": ("duplicate", "b")}
    assert kin(one, two, three) == {"b": ("duplicate", "a")}


def _drifting() -> tuple[list[str], list[str], list[str]]:
    """Three texts, each short of a sixth of the one before and with a sixth of its own."""
    own = sentences(6, 12)
    return STORY, STORY[:24] + own[:4], STORY[:18] + own[:10]


def rewritten(seed: int) -> list[str]:
    """The story with its opening kept and a good third told anew: more than a changed sentence."""
    return STORY[:18] + sentences(seed, 12)


def test_a_later_version_stays_and_the_newest_is_listed() -> None:
    early = candidate("a", STORY, title="Pier", published="2031-06-02 09:00")
    late = candidate("b", rewritten(7), title="Pier", published="2031-06-02 09:00", modified="2031-06-02 17:30")
    assert kin(early, late) == {"a": ("version", "b")}


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ({"title": "Pier"}, {"title": "PIER!"}, True),
        ({"published": "2031-06-02"}, {"published": "2031-06-02 10:00"}, True),
        ({"page": "https://saelpress.example/pier"}, {"page": "https://saelpress.example/pier"}, True),
        ({}, {}, False),
        ({"title": ""}, {"title": ""}, False),
        ({"title": "Pier", "published": "2031-06-02"}, {"title": "Pier", "published": "2031-06-03"}, False),
        ({"page": "https://saelpress.example/pier"}, {"page": "https://saelpress.example/ferry"}, False),
    ],
    ids=["one headline", "one day and opening", "one page", "no evidence", "no headlines", "two days", "two pages"],
)
def test_versions_need_evidence_that_they_are_one_story(one: dict[str, str], other: dict[str, str], are: bool) -> None:
    found = kin(candidate("a", STORY, **one), candidate("b", rewritten(7), **other))
    assert {relation for relation, _ in found.values()} == ({"version"} if are else set())


def test_all_versions_of_a_story_lead_to_the_listed_one() -> None:
    told = STORY, STORY[12:] + sentences(7, 10), STORY[21:] + sentences(7, 7) + sentences(8, 10)
    versions = [
        candidate(key, words, title="Pier", modified=f"2031-06-02 1{hour}:00")
        for hour, (key, words) in enumerate(zip("abc", told, strict=True))
    ]
    assert kin(versions[0], versions[2]) == {}
    assert kin(*versions) == {"a": ("version", "c"), "b": ("version", "c")}


def test_copies_of_an_older_version_are_named_by_that_version() -> None:
    early = candidate("early", STORY, title="Pier", published="2031-06-02 09:00")
    copy = candidate("copy", STORY[:25], title="Pier")
    late = candidate("late", rewritten(7), title="Pier", published="2031-06-02 17:30")
    assert kin(early, copy, late) == {"copy": ("duplicate", "early"), "early": ("version", "late")}


def test_a_daily_report_on_one_pattern_is_a_story_every_day_and_a_reprint_is_none() -> None:
    monday = candidate("monday", STORY, published="2031-06-02")
    tuesday = candidate("tuesday", STORY[:25] + sentences(8, 5), published="2031-06-03")
    reprint = candidate("reprint", STORY, published="2031-06-09")
    assert kin(monday, tuesday) == {}
    assert kin(monday, reprint) == {"reprint": ("duplicate", "monday")}
    undated = replace(tuesday, published=None)
    assert kin(monday, undated) == {"tuesday": ("duplicate", "monday")}


def comparisons(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Told, Told]]:
    """Every two texts that are held against each other from now on."""
    asked: list[tuple[Told, Told]] = []

    def noted(longer: Told, shorter: Told) -> bool:
        asked.append((longer, shorter))
        return is_copy(longer, shorter)

    monkeypatch.setattr(duplicates, "is_copy", noted)
    return asked


def test_a_long_notice_under_two_stories_makes_no_copies() -> None:
    notice = sentences(12, 40)
    one, other = candidate("a", sentences(13, 8) + notice), candidate("b", sentences(14, 8) + notice)
    assert kin(one, other) == {}
    assert kin(replace(one, title="Pier"), replace(other, title="Pier")) == {"b": ("duplicate", "a")}


def report(arrested: int) -> list[str]:
    """A short report on a pattern of 84 words, four of which are of this one alone."""
    draw = random.Random(arrested)
    words = " ".join(sentences(11, 7)).replace(".", "").split()
    return [" ".join(draw.choice(WORDS) if place % 24 == 0 else word for place, word in enumerate(words))]


def test_short_reports_on_one_pattern_are_stories_each() -> None:
    many = [candidate(f"{number:02}", report(number), title="Arrests", published="2031-06-02") for number in range(20)]
    assert kin(*many) == {}
    cut = candidate("cut", [" ".join(report(3)[0].split()[:60])], title="Arrests", published="2031-06-02")
    assert kin(*many, cut) == {"cut": ("duplicate", "03")}


def test_short_texts_are_versions_of_one_page_alone() -> None:
    one, other = report(1), report(2)
    page = "https://saelpress.example/arrests"
    assert kin(candidate("a", one, page=page), candidate("b", other, page=page)) == {"b": ("version", "a")}
    assert kin(candidate("a", one, title="Arrests"), candidate("b", other, title="Arrests")) == {}


def test_many_copies_are_each_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = comparisons(monkeypatch)
    draw = random.Random(9)
    cut = [[*STORY[: draw.randint(16, 29)], f"{number}."] for number in range(500)]
    found = kin_of(candidate(f"{number:03}", told) for number, told in enumerate(cut))
    assert len(set(found.values())) == 1
    assert len(found) == 499
    assert 200 < len(asked) < 500


def test_what_many_stories_share_costs_no_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = comparisons(monkeypatch)
    lead = sentences(10, 9)
    many = [candidate(f"{number:03}", lead + sentences(1000 + number, 20)) for number in range(500)]
    assert kin_of(many) == {}
    assert len(asked) <= 20 * 51


def test_a_key_given_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="twice"):
        kin_of([candidate("a", STORY), candidate("a", sentences(2))])


def test_nothing_to_compare_has_no_kin() -> None:
    assert kin_of([]) == dict[str, Kin]()


def test_candidates_without_a_signature_have_no_kin() -> None:
    silent = [Candidate(key, "0" * 64, "") for key in "ab"]
    assert kin(candidate("c", STORY), *silent) == {}
