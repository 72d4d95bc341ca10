# SPDX-License-Identifier: MIT
"""The tasks, run by Invoke as a person runs them, in a copy of the project with a site of its own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
SEED = (
    "Mill closes after a century\n\nPublished March 9, 2031\n\n"
    "The last mill on the river closed on Sunday, its owner said. “We kept it going for as long as we could,” "
    "she told a meeting of forty workers.\n\n"
    "The river will turn its wheel no more. The town council has offered to buy the building, and will vote on "
    "the price before the end of the month.\n\n"
    "Most of the workers have been promised places at the bakery, which buys its flour from the coast now.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with our tasks, settings, rooms and theme, and with one seed."""
    for name in ("tasks.py", "pelicanconf.py", "publishconf.py"):
        shutil.copy(PROJECT / name, tmp_path)
    for name in ("newsroom", "theme"):
        (tmp_path / name).symlink_to(PROJECT / name)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/mill.txt").write_text(SEED, encoding="utf-8")
    (tmp_path / "content").mkdir()
    return tmp_path


def _invoke(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in {"SITEURL", "SOURCE_DATE_EPOCH"}}
    command = [sys.executable, "-m", "invoke", *arguments]
    return subprocess.run(
        command, cwd=project, env=clean | environment, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_build_converts_and_makes_the_site_from_any_folder_below(project: Path) -> None:
    run = _invoke(project / "seeds", "build")
    assert (run.returncode, run.stderr) == (0, "")
    assert (project / "content/news/2031/03/mill-closes-after-a-century.md").exists()
    assert "Mill closes after a century" in (project / "output/index.html").read_text()
    assert "1 story, 0 pages → output/ in " in run.stdout


def test_a_build_exits_with_three_when_a_post_was_refused(project: Path) -> None:
    (project / "content/news").mkdir()
    (project / "content/news/bad.md").write_text("---\ntitle: Bad\ndate: yesterday\n---\n\nText.\n")
    run = _invoke(project, "build")
    assert run.returncode == 3
    first, second = run.stderr.splitlines()
    assert first == "1 of 2 posts refused; the site is in place without them:"
    assert second.startswith("  content/news/bad.md:3: ")
    assert (project / "output/index.html").exists()


def test_a_build_that_stops_says_why_without_a_traceback(project: Path) -> None:
    with (project / "pelicanconf.py").open("a") as settings:
        settings.write("CONTACT = 'desk@example.org'\n")
    run = _invoke(project, "build")
    assert run.returncode == 1
    assert run.stderr.startswith("CONTACT: 'desk@example.org' is neither ")
    assert run.stdout == ""  # nothing was converted either
    assert "Traceback" not in run.stderr
    assert not (project / "output").exists()


def test_converting_without_seeds_says_so(project: Path) -> None:
    shutil.rmtree(project / "seeds")
    run = _invoke(project, "convert")
    assert run.returncode == 1
    assert run.stderr == "SEED_PATH: there is no folder seeds; make it, or name another in pelicanconf.py\n"


def test_publishing_never_converts_and_lists_seeds_without_a_post(project: Path) -> None:
    run = _invoke(project, "publish", SITEURL="https://paper.example")
    assert run.returncode == 0
    assert run.stderr == "seeds without a post, which are not published:\n  seeds/mill.txt\n"
    assert not list((project / "content").iterdir())
    assert "Mill closes" not in (project / "output/index.html").read_text()


def test_publishing_stops_when_converting_would_change_a_post(project: Path) -> None:
    _invoke(project, "convert", "--quiet")
    (project / "seeds/mill.txt").write_text(SEED.replace("forty workers", "fifty workers"), encoding="utf-8")
    run = _invoke(project, "publish", SITEURL="https://paper.example")
    assert run.returncode == 1
    assert "converting would change posts" in run.stderr
    assert "content/news/2031/03/mill-closes-after-a-century.md:1: updated" in run.stderr
    assert not (project / "output").exists()


def test_publishing_names_the_published_addresses_that_would_vanish_and_keeps_the_old_site(project: Path) -> None:
    public = {"SITEURL": "https://paper.example", "SOURCE_DATE_EPOCH": "1956528000"}
    _invoke(project, "convert", "--quiet")
    _invoke(project, "publish", **public)
    before = (project / "output/index.html").read_bytes()
    post = project / "content/news/2031/03/mill-closes-after-a-century.md"
    whole = post.read_text("utf-8")
    post.write_text(whole.replace("address: 2031/03/09/mill-closes-after-a-century/", "address: 2031/03/09/mill/"))
    run = _invoke(project, "publish", **public)
    assert run.returncode == 1
    assert run.stderr.startswith("1 published address would vanish; the old site stands as it was. invoke convert")
    assert "content/known.tsv:2: 2031/03/09/mill-closes-after-a-century/" in run.stderr
    assert (project / "output/index.html").read_bytes() == before
    _invoke(project, "convert", "--quiet")  # notes where it moved
    again = _invoke(project, "publish", **public)
    assert (again.returncode, again.stderr) == (0, "")
    moved = project / "output/2031/03/09/mill-closes-after-a-century/index.html"
    assert "url=/2031/03/09/mill/" in moved.read_text("utf-8")


def test_publishing_reports_how_large_the_site_is_by_kind_and_stops_before_its_host_does(project: Path) -> None:
    _invoke(project, "convert", "--quiet")
    run = _invoke(project, "publish", SITEURL="https://paper.example")
    assert re.search(r"\d MB in \d+ files, 0% of 1,000.0 MB\n +\d", run.stdout)
    with (project / "pelicanconf.py").open("a") as settings:
        settings.write("SIZE_LIMIT = 100_000\n")
    before = (project / "output/index.html").stat().st_mtime_ns
    run = _invoke(project, "publish", SITEURL="https://paper.example")
    assert run.returncode == 1
    assert run.stderr.startswith("SIZE_LIMIT: the site has ")
    assert (project / "output/index.html").stat().st_mtime_ns == before


def test_a_part_of_the_paper_has_the_address_that_is_stated_with_its_years(project: Path) -> None:
    _invoke(project, "convert", "--quiet")
    with (project / "pelicanconf.py").open("a") as settings:
        settings.write('PARTS = {"2030": "https://old.example", "2031-": "https://paper.example/news"}\n')
    run = _invoke(project, "publish", "--part", "2031-")
    assert (run.returncode, run.stderr) == (0, "")
    assert 'href="/news/' in (project / "output/index.html").read_text()
    wrong = _invoke(project, "publish", "--part", "2032")
    assert (wrong.returncode, wrong.stderr) == (1, "--part: '2032' is none of PARTS: 2030, 2031-\n")


def test_the_doctor_tells_what_is_left_and_goes_by_what_lies_here(project: Path) -> None:
    run = _invoke(project, "doctor")
    assert (run.returncode, run.stderr) == (0, "")
    assert "to do  CONTACT: is empty" in run.stdout
    assert "to do  SITEURL: is not known" in run.stdout
    told = _invoke(project, "doctor", SITEURL="https://paper.example").stdout
    assert "done   SITEURL: https://paper.example, as the environment says" in told


def test_publishing_makes_the_public_site(project: Path) -> None:
    _invoke(project, "convert", "--quiet")
    run = _invoke(project, "publish", SITEURL="https://paper.example/news", SOURCE_DATE_EPOCH="1956528000")
    assert (run.returncode, run.stderr) == (0, "")
    assert 'href="/news/' in (project / "output/index.html").read_text()


def test_publishing_keeps_the_old_site_when_a_post_is_refused(project: Path) -> None:
    _invoke(project, "build", "--quiet")
    before = (project / "output/index.html").read_bytes()
    (project / "content/news/bad.md").write_text("---\ntitle: Bad\ndate: yesterday\n---\n\nText.\n")
    run = _invoke(project, "publish", SITEURL="https://paper.example")
    assert run.returncode == 1
    assert run.stderr.startswith("1 of 2 posts refused; the site was left as it was:\n  content/news/bad.md:3: ")
    assert (project / "output/index.html").read_bytes() == before


def test_what_is_dated_in_the_future_or_a_draft_is_never_published(project: Path) -> None:
    _invoke(project, "convert", "--quiet")
    (project / "content/news/draft.md").write_text("---\ntitle: A draft\nstatus: draft\n---\n\nText.\n")
    run = _invoke(project, "publish", SITEURL="https://paper.example", SOURCE_DATE_EPOCH="1900000000")  # March 2030
    assert (run.returncode, run.stderr) == (0, "")
    assert "0 stories, 0 pages; held back: 1 draft, 1 future → output/ in " in run.stdout
    pages = [path.read_text("utf-8") for path in (project / "output").rglob("*.html")]
    assert not [page for page in pages if "Mill closes" in page or "A draft" in page]


def test_cleaning_leaves_seeds_and_posts(project: Path) -> None:
    _invoke(project, "build")
    before = {path for name in ("seeds", "content") for path in (project / name).rglob("*")}
    run = _invoke(project, "clean")
    assert run.returncode == 0
    assert "removed output\n" in run.stdout
    assert {path for name in ("seeds", "content") for path in (project / name).rglob("*")} == before
    assert not list(project.glob(".output*"))


def test_every_task_of_the_readme_is_there_and_says_what_it_does() -> None:
    listed = " ".join(_invoke(PROJECT, "--list").stdout.split())
    names = set(re.findall(r"^\| `invoke (\w+)` ", (PROJECT / "README.md").read_text(), re.MULTILINE))
    habits = {"rebuild", "regenerate", "reserve", "preview", "livereload"}
    assert names >= {"convert", "build", "serve", "publish", "check", "test", "bench", "clean"}
    assert names | habits <= set(re.findall(r"\w+", listed))
    assert "build (rebuild) Convert, then make the site in output/." in listed
    assert "Exits with 3 when a post was refused" in " ".join(_invoke(PROJECT, "--help", "build").stdout.split())


def test_listing_the_tasks_loads_neither_pelican_nor_the_converter() -> None:
    program = "import sys, tasks; print(sorted({'pelican', 'newsroom.convert', 'newsroom.press'} & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout == "[]\n"


def test_the_converter_does_not_load_pelican() -> None:
    program = "import sys, newsroom, newsroom.desk; print('pelican' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout == "False\n"


def test_a_report_needs_a_run_and_its_table_comes_back_corrected(project: Path) -> None:
    early = _invoke(project, "report", "--no-look")
    assert early.returncode == 1
    assert early.stderr == ".newsroom/outcomes.jsonl: no run has left an account yet; invoke convert first\n"
    _invoke(project, "convert", "--quiet")
    run = _invoke(project, "report", "--no-look")
    assert (run.returncode, run.stderr, run.stdout) == (0, "", ".newsroom/report/index.html\n")
    assert "The desk of The Daily Seed" in (project / ".newsroom/report/index.html").read_text()
    table = project / ".newsroom/report/queue.csv"
    table.write_text("seed,title\nmill.txt,The mill closes\ngone.txt,x\n")
    done = _invoke(project, "correct", str(table))
    assert done.returncode == 3
    assert done.stdout.splitlines()[1:] == ["1 corrected, 0 right already"]
    assert done.stdout.startswith(f"{table}:3: no post of seed 'gone.txt' ")
    assert "title: The mill closes" in (project / "content/news/2031/03/mill-closes-after-a-century.md").read_text()


def test_a_report_whose_account_is_damaged_says_so(project: Path) -> None:
    (project / ".newsroom").mkdir()
    (project / ".newsroom/outcomes.jsonl").write_text('{"seed": "mill.txt"}\n')
    run = _invoke(project, "report", "--no-look")
    assert run.returncode == 1
    assert run.stderr.startswith(".newsroom/outcomes.jsonl: the account of the last run is damaged")
