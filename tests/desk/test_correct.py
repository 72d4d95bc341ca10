# SPDX-License-Identifier: MIT
"""Corrections: a table of facts goes into posts, and no later run takes them out again."""

from pathlib import Path

import pytest
from rich.console import Console

from newsroom import schema
from newsroom.desk import Corrections, Kind, Room, Summary, convert_all, correct
from newsroom.desk.report import report_on_last_run
from newsroom.schema import FrontMatter

PROJECT = Path(__file__).parents[2]
STORY = (
    "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.\n\n"
    "The pier stands on 84 piles of larch, which the harbour master expects to last for about forty years.\n\n"
    "It replaces one that the ice took nine winters ago, together with the ferry that was tied up beside it.\n"
)
PIER = f"Pier opens to all\n\nPublished: 3 March 2030\n\n{STORY}"
POST = Path("content/news/2030/03/pier-opens-to-all.md")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("content").mkdir()
    Path("seeds/pier.txt").write_text(PIER, "utf-8")
    run()


def room() -> Room:
    return Room(Path("seeds"), Path("content"))


def run() -> Summary:
    return convert_all(room(), Console(quiet=True))


def corrected(table: str) -> Corrections:
    Path("table.csv").write_text(table, "utf-8")
    return correct(Path("content"), Path("table.csv"))


def front() -> FrontMatter:
    return schema.read(POST.read_text("utf-8")).front


def kinds() -> list[Kind]:
    return [kind for kind, _, _ in run().counts]


def test_a_correction_is_marked_as_stated_and_the_post_is_still_the_converters() -> None:
    table = "seed,title,date,authors,section\npier.txt,The pier,2030-03-02 10:00,Ann Lee; Bo,Harbour\n"
    assert corrected(table) == Corrections(1, 0, ())
    found = front()
    assert (found.title, str(found.date), found.authors) == ("The pier", "2030-03-02 10:00", ("Ann Lee", "Bo"))
    assert (found.category, found.address) == ("Harbour", "2030/03/03/pier-opens-to-all/")
    assert found.stated == ("title", "date", "authors", "category")
    assert not schema.is_edited(schema.read(POST.read_text("utf-8")))


def test_only_what_differs_is_stated() -> None:
    assert corrected("seed,title,authors\npier.txt,Pier opens to all,Ann Lee\n") == Corrections(1, 0, ())
    assert front().stated == ("authors",)
    assert corrected("seed,title,authors\npier.txt,Pier opens to all, Ann Lee ;\n") == Corrections(0, 1, ())


def test_an_empty_cell_states_that_there_is_none() -> None:
    corrected("seed,date\npier.txt,\n")
    assert (front().date, front().stated) == (None, ("date",))
    assert kinds() == [Kind.UNCHANGED]


def test_a_run_after_a_correction_changes_nothing() -> None:
    corrected("seed,title\npier.txt,The pier\n")
    before = POST.read_bytes()
    assert kinds() == [Kind.UNCHANGED]
    Path(".newsroom/state.jsonl").unlink()
    assert kinds() == [Kind.UNCHANGED]
    assert POST.read_bytes() == before


def test_a_changed_seed_updates_the_text_and_keeps_what_was_stated() -> None:
    corrected("seed,title\npier.txt,The pier\n")
    Path("seeds/pier.txt").write_text(PIER.replace("84 piles", "85 piles").replace("3 March", "4 March"), "utf-8")
    assert kinds() == [Kind.UPDATED]
    assert "85 piles" in POST.read_text("utf-8")
    assert (front().title, str(front().date), front().stated) == ("The pier", "2030-03-04", ("title",))
    assert kinds() == [Kind.UNCHANGED]


def test_a_fuller_copy_keeps_what_was_stated_of_the_story() -> None:
    corrected("seed,title\npier.txt,The pier\n")
    more = "The harbour master, who is to keep the light at its end, said that she had waited for it for years.\n"
    Path("seeds/fuller.txt").write_text(PIER + "\n" + more, "utf-8")
    assert kinds() == [Kind.UPDATED, Kind.DUPLICATE]
    assert (front().seed, front().duplicates) == ("fuller.txt", ("pier.txt",))
    assert (front().title, front().stated) == ("The pier", ("title",))
    assert kinds() == [Kind.UNCHANGED, Kind.DUPLICATE]


def test_an_edited_post_is_corrected_and_stays_a_persons() -> None:
    POST.write_text(POST.read_text("utf-8").replace("in the rain", "in the sun"), "utf-8")
    corrected("seed,title\npier.txt,The pier\n")
    assert (front().title, "in the sun" in POST.read_text("utf-8")) == ("The pier", True)
    assert kinds() == [Kind.KEPT]


def test_a_correction_can_be_corrected() -> None:
    corrected("seed,title\npier.txt,The pier\n")
    corrected("seed,title\npier.txt,A pier\n")
    assert (front().title, front().stated) == ("A pier", ("title",))
    assert kinds() == [Kind.UNCHANGED]


def test_lines_that_cannot_be_taken_are_named_and_the_rest_goes_on() -> None:
    before = POST.read_bytes()
    table = (
        "seed,title,date\n"
        "gone.txt,x,\n"
        "pier.txt,,2030-03-03\n"
        "pier.txt,Pier opens to all,03/03/2030\n"
        "pier.txt,two  spaces,2030-03-03\n"
    )
    done = corrected(table)
    assert done.corrected == 0
    assert [problem.split(": ")[0] for problem in done.problems] == [f"table.csv:{line}" for line in (2, 3, 4, 5)]
    assert "no post of seed 'gone.txt'" in done.problems[0]
    assert "title: is empty" in done.problems[1]
    assert "date: '03/03/2030' is not YYYY-MM-DD" in done.problems[2]
    assert POST.read_bytes() == before
    assert corrected("seed,title\ngone.txt,x\npier.txt,The pier\n").corrected == 1


def test_a_seed_that_two_posts_claim_is_named() -> None:
    Path("content/news/copy.md").write_bytes(POST.read_bytes())
    (problem,) = corrected("seed,title\npier.txt,The pier\n").problems
    assert problem == f"table.csv:2: seed 'pier.txt' is claimed by {POST} and content/news/copy.md"


def test_a_table_without_seeds_corrects_nothing() -> None:
    assert corrected("title\nThe pier\n") == Corrections(0, 0, ("table.csv:1: there is no column 'seed'",))


def test_the_reports_table_comes_back_corrected_and_an_old_one_is_refused() -> None:
    report_on_last_run(room(), "The Lamp", PROJECT / "theme")
    table = Path(".newsroom/report/queue.csv").read_text("utf-8")
    assert corrected(table) == Corrections(0, 1, ())
    assert corrected(table.replace("Pier opens to all", "A pier")) == Corrections(1, 0, ())
    (problem,) = corrected(table.replace("Pier opens to all", "The pier")).problems
    assert problem.endswith("has changed since the table was written: make the report again")
