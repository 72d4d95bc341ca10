# SPDX-License-Identifier: MIT
"""The desk's report on a small folder of invented seeds, read as text and in a real Chromium, from the disk."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page

from newsroom import schema
from newsroom.convert import Post, Seed, Source, convert
from newsroom.desk.finding import Job
from newsroom.desk.inputs import Raw
from newsroom.desk.outcome import Kind, Outcome
from newsroom.desk.report import Paper, lists, report_on
from newsroom.desk.report.look import look_from
from tests.hostile_strings import HOSTILE

PROJECT = Path(__file__).parents[2]
STORY = (
    "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.\n\n"
    "The pier stands on 84 piles of larch, which the harbour master expects to last for about forty years.\n\n"
    "It replaces one that the ice took nine winters ago, together with the ferry that was tied up beside it.\n\n"
    "Nobody was hurt then, but the island had no road to the mainland for a month, and its school was closed.\n\n"
    "The new one carries lorries of up to twelve tons, one at a time, and no faster than a man walks on it.\n\n"
)
PIER = f"New pier at Port Ember opens in the rain\n\nPublished: 3 March 2030\n\n{STORY}Share this article\n"
UNDATED = PIER.replace("Published: 3 March 2030\n\n", "").replace("New pier", "Old pier")
SEEDS = {
    "pier.txt": PIER,
    "copy.txt": PIER,
    "undated.txt": UNDATED,
    "none.txt": "Page not found\n",
    "headless.txt": STORY,
    "=run.txt": UNDATED.replace("Old pier", "=HYPERLINK(1) at a pier"),
}


def job(seed: tuple[str, str]) -> Job:
    key, text = seed
    return Job(0, Raw(key, "seed.txt", text.encode()), Source(), 0)


def reported(folder: Path, seeds: dict[str, str]) -> Path:
    """The folder of the report on the seeds; `copy.txt` is a duplicate, and one file more gave no text."""
    outcomes = [Outcome("blob.txt", Kind.UNREADABLE, "seeds/blob.txt:1: not text: a byte", "not text")]
    for number, (key, text) in enumerate(seeds.items()):
        made = convert(Seed.from_bytes(key, text.encode()))
        if key == "copy.txt":
            outcomes.append(Outcome(key, Kind.DUPLICATE, "tells the story of", of="pier.txt"))
        elif isinstance(made, Post):
            path = folder / f"content/news/{number}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(schema.write(made.file), "utf-8")
            outcomes.append(Outcome(key, Kind.PUBLISHED, f"{path}:1: published", post=f"news/{number}.md"))
        else:
            outcomes.append(Outcome(key, Kind.REFUSED, f"{key}:1: {made.reason}: {made.why}", made.reason))
    paper = Paper("The Harbour Lamp", folder / "content", PROJECT / "theme")
    first = report_on(lambda: map(job, seeds.items()), outcomes, paper, folder / "report")
    assert first == folder / "report" / "index.html"
    return folder / "report"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reported(tmp_path_factory.mktemp("desk"), SEEDS)


def page_of(report: Path, key: str, seeds: dict[str, str] = SEEDS) -> Path:
    return report / look_from(Seed.from_bytes(key, seeds[key].encode())).page


def words(path: Path, xpath: str) -> list[str]:
    """The texts of the elements of a page, white space collapsed."""
    return [" ".join(each.text_content().split()) for each in html.fromstring(path.read_text("utf-8")).xpath(xpath)]


def of_class(name: str) -> str:
    return f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"


def test_the_first_page_accounts_for_every_input(report: Path) -> None:
    index = report / "index.html"
    table = of_class("sums") + "/tbody/tr"
    assert dict(zip(words(index, f"{table}/th"), words(index, f"{table}/td[1]"), strict=True)) == {
        "published": "4",
        "duplicate": "1",
        "refused": "1",
        "unreadable": "1",
        "refused: no story": "1",
        "unreadable: not text": "1",
    }
    assert words(index, f"{of_class('sums')}/tfoot/tr/td[1]") == ["7"]


def test_the_most_doubtful_are_first_and_what_raises_no_doubt_is_not_in_the_queue(report: Path) -> None:
    queue = report / "list/worth-a-look-1.html"
    assert words(queue, of_class("row__key")) == ["headless.txt", "=run.txt", "undated.txt"]
    assert words(queue, of_class("doubt"))[-1] == "no day none is printed"


def test_every_list_names_its_seeds_and_an_input_without_text_has_no_page(report: Path) -> None:
    assert words(report / "list/duplicate-1.html", of_class("row__key")) == ["copy.txt"]
    assert words(report / "list/duplicate-1.html", of_class("row__facts")) == [
        "duplicate of pier.txt 2030-03-03 copy.txt"
    ]
    unreadable = report / "list/unreadable-not-text-1.html"
    assert words(unreadable, f"{of_class('row')}//a") == []
    assert words(unreadable, of_class("row__why")) == ["seeds/blob.txt:1: not text: a byte"]


def test_every_character_that_is_not_white_space_is_shown_with_what_became_of_it(report: Path) -> None:
    page = page_of(report, "pier.txt")
    assert "".join(words(page, of_class("piece__text"))).replace(" ", "") == "".join(PIER.split())
    assert words(page, of_class("piece__says")) == ["headline", "published", *["body"] * 5, "share widget"]
    assert words(page, f"{of_class('piece')}/th") == ["1", "3", "5", "7", "9", "11", "13", "15"]


def test_a_paragraph_of_the_seed_leads_to_the_same_one_of_the_post(report: Path) -> None:
    document = html.fromstring(page_of(report, "pier.txt").read_text("utf-8"))
    links = document.xpath(f"{of_class('piece__says')}/a/@href")
    assert len(links) == 5
    for link, row in zip(links, document.xpath(f"{of_class('piece--body')}"), strict=True):
        (paragraph,) = document.xpath(f"//p[@id='{link.removeprefix('#')}']")
        assert paragraph.text_content().strip() == row.xpath("td[2]")[0].text_content().strip()


def test_a_copy_leads_to_the_seed_whose_post_tells_it(report: Path) -> None:
    page = page_of(report, "copy.txt")
    (link,) = html.fromstring(page.read_text("utf-8")).xpath(f"{of_class('fate')}/a/@href")
    assert (page.parent / link).resolve() == page_of(report, "pier.txt").resolve()
    assert words(page, f"{of_class('post')}/p") == ["No post came of it."]


def test_a_page_that_was_refused_says_why(report: Path) -> None:
    assert words(page_of(report, "none.txt"), of_class("fate"))[0].startswith("refused: no story none.txt:1: ")


def test_a_post_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = reported(tmp_path, {"pier.txt": PIER})
    (tmp_path / "content/news/0.md").write_text("---\ntitel: x\n---\n", "utf-8")
    again = [Outcome("pier.txt", Kind.KEPT, "kept", "cannot be read", "news/0.md")]
    report_on(lambda: [job(("pier.txt", PIER))], again, Paper("P", tmp_path / "content", PROJECT / "theme"), folder)
    (why,) = words(page_of(folder, "pier.txt"), f"{of_class('post')}/p")
    assert why.startswith("Its post news/0.md cannot be read: 2: ")


def test_the_table_holds_the_queue_and_runs_no_cell(report: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((report / "queue.csv").read_text("utf-8-sig"), newline="")))
    assert [row["seed"] for row in rows] == ["headless.txt", "'=run.txt", "undated.txt"]
    assert rows[1]["title"].startswith("'=HYPERLINK(1)")
    post = schema.read((report.parent / "content" / rows[2]["post"]).read_text("utf-8"))
    assert schema.digest(post).startswith(rows[2]["digest"])


def test_every_link_leads_somewhere_in_the_report(report: Path) -> None:
    for page in report.rglob("*.html"):
        for link in html.fromstring(page.read_text("utf-8")).xpath("//@href[not(starts-with(., '#'))]"):
            assert (page.parent / link).is_file(), f"{page}: {link}"


def test_long_lists_are_paged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PER_PAGE", 2)
    folder = reported(tmp_path, {f"{number}.txt": UNDATED for number in range(5)})
    pages = sorted(path.name for path in (folder / "list").glob("worth-a-look-*"))
    assert pages == [f"worth-a-look-{number}.html" for number in (1, 2, 3)]
    shown = [key for page in pages for key in words(folder / "list" / page, of_class("row__key"))]
    assert shown == [f"{number}.txt" for number in range(5)]
    up = html.fromstring(page_of(folder, "4.txt", {"4.txt": UNDATED}).read_text("utf-8")).xpath("//a[@rel='up']/@href")
    assert set(up) == {"../../list/worth-a-look-3.html"}


def test_a_second_report_takes_the_place_of_the_first(tmp_path: Path) -> None:
    reported(tmp_path, SEEDS)
    folder = reported(tmp_path, {"pier.txt": PIER})
    assert len(list(folder.glob("seed/*/*.html"))) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "report"]


# In a real browser, from the disk as a person opens it


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    """A page that notes what it asks for beside files, and what it complains of."""
    page = chromium.new_page()
    page.complaints = []  # type: ignore[attr-defined]
    page.on("console", lambda message: page.complaints.append(message.text))  # type: ignore[attr-defined]
    page.on("request", lambda request: request.url.startswith("file://") or page.complaints.append(request.url))  # type: ignore[attr-defined]
    page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))  # type: ignore[attr-defined]
    yield page
    assert page.complaints == []  # type: ignore[attr-defined]
    page.close()


def test_the_keys_lead_from_seed_to_seed_and_up(report: Path, reader: Page) -> None:
    reader.goto((report / "index.html").as_uri())
    reader.keyboard.press("j")
    reader.wait_for_url("**/list/worth-a-look-1.html")
    first, second = page_of(report, "=run.txt"), page_of(report, "undated.txt")
    reader.goto(first.as_uri())
    reader.keyboard.press("j")
    reader.wait_for_url(second.as_uri())
    reader.keyboard.press("k")
    reader.wait_for_url(first.as_uri())
    reader.keyboard.press("u")
    reader.wait_for_url("**/list/worth-a-look-1.html")


def test_plain_links_do_the_same_without_script(report: Path, chromium: Browser) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(page_of(report, "=run.txt").as_uri())
    page.get_by_role("link", name="Next").first.click()
    page.wait_for_url(page_of(report, "undated.txt").as_uri())
    page.close()


def test_the_style_and_the_faces_are_read_from_the_disk(report: Path, reader: Page) -> None:
    reader.goto(page_of(report, "pier.txt").as_uri())
    assert reader.evaluate("getComputedStyle(document.body).getPropertyValue('--ink') !== ''")
    assert reader.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Seed Text\"'))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(
    report: Path, chromium: Browser, width: int, scheme: str
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    for path in (report / "index.html", report / "list/worth-a-look-1.html", page_of(report, "undated.txt")):
        page.goto(path.as_uri())
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_hostile_text_in_keys_seeds_and_posts_does_nothing(tmp_path: Path, reader: Page) -> None:
    text = PIER.replace("\n\n", "\n\n" + "\n\n".join(HOSTILE) + "\n\n")
    keys = {f"{number}{hostile}".replace("/", "∕").replace("\\", "∖"): text for number, hostile in enumerate(HOSTILE)}
    seeds = {key: value for key, value in keys.items() if key.isprintable()}
    folder = reported(tmp_path, seeds)
    for path in (folder / "index.html", folder / "list/worth-a-look-1.html", page_of(folder, next(iter(seeds)), seeds)):
        reader.goto(path.as_uri())
        assert reader.title().endswith("the desk of The Harbour Lamp")
        assert reader.locator("script").count() == 1
        assert reader.locator("iframe, form, input, object, embed, base, svg a").count() == 0
        assert reader.get_by_text("Keys:").is_visible()
