# SPDX-License-Identifier: MIT
"""The deployment to GitHub Pages, acted out from the workflow's own file and read in a real Chromium."""

import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html
from playwright.sync_api import BrowserContext, expect

from dev import links
from tests.deploy.acting import act, clone, job
from tests.deploy.pages_host import hosted
from tests.site.conftest import Complaints

CHECK = "python3 run.py check"
KEPT = "world/2019/mill-12.html"  # the path of an old page, at which a story stands
SITES = ("https://ostrel.github.io/lamp", "https://lamp.example")


@dataclass(frozen=True)
class Deployed:
    """An unpacked artifact, the address that it was published for, and the one at which it is served here."""

    folder: Path
    published: str
    address: str

    def pages(self) -> list[Path]:
        """Every page; a folder may be called as one."""
        return sorted(filter(Path.is_file, self.folder.rglob("*.html")))

    def here(self, link: str) -> str:
        """Where a published address is served."""
        return self.address + link.removeprefix(f"{self.published}/")


@pytest.fixture(scope="module", params=SITES, ids=["below a root", "at the root"])
def deployed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    home = tmp_path_factory.mktemp("runner")
    clone(home / "repo")
    story = f"---\ntitle: The mill turns again\ndate: 2019-03-09\naddress: {KEPT}/\n---\n\nIt turned at noon.\n"
    (home / "repo/content/news/mill.md").write_text(story, "utf-8")
    # Checks of code say the same of both
    skip = "" if request.param == SITES[0] else CHECK
    values = {"steps.pages.outputs.base_url": request.param}
    artifact = act(job("pages.yml", "build"), home / "repo", values, home, skip=skip)
    with tarfile.open(artifact) as tar:
        # Python 3.11.2 has no filters yet; the archive is our own
        tar.extractall(home / "site", **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    with hosted(home / "site", urlsplit(request.param).path) as address:
        yield Deployed(home / "site", request.param, address)


def test_hidden_files_of_the_site_are_uploaded_and_the_repository_is_not(tmp_path: Path) -> None:
    for name in (".well-known/security.txt", "index.html", ".git/config"):
        (tmp_path / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "output" / name).write_text("text")
    upload = [step for step in job("pages.yml", "build") if "upload-pages-artifact" in step.get("uses", "")]
    with tarfile.open(act(upload, tmp_path, {}, tmp_path)) as tar:
        assert {each.name for each in tar if each.isfile()} == {"./.well-known/security.txt", "./index.html"}


def test_every_page_is_read_without_a_complaint(deployed: Deployed, context: BrowserContext) -> None:
    page, complaints = context.new_page(), Complaints()
    complaints.watch(page, deployed.address)
    pages = [path.relative_to(deployed.folder).as_posix() for path in deployed.pages()]
    assert "index.html" in pages
    for name in pages:
        answer = page.goto(deployed.address + name.removesuffix("index.html"))
        assert answer is not None
        assert answer.status == 200, name
    assert complaints.found == []


def test_every_link_of_a_page_is_answered(deployed: Deployed, context: BrowserContext) -> None:
    assert links.broken(deployed.folder, deployed.published) == []
    origin, root = deployed.address.partition("/lamp/")[0].rstrip("/"), urlsplit(deployed.published).path
    asked = set()
    for path in deployed.pages():
        for _, _, link, _ in html.fromstring(path.read_bytes()).iterlinks():
            if link.startswith(f"{root}/") and not link.startswith("//"):
                asked.add(f"{origin}{link.partition('#')[0]}")
            elif link.startswith(f"{deployed.published}/"):
                asked.add(deployed.here(link))
    assert len(asked) > 10
    answers = {link: context.request.get(link).status for link in asked}
    assert {link: status for link, status in answers.items() if status != 200} == {}


def test_feeds_are_answered_and_lead_to_the_published_addresses(deployed: Deployed, context: BrowserContext) -> None:
    atom = context.request.get(f"{deployed.address}feeds/all.atom.xml")
    found = etree.fromstring(atom.body()).findall("{*}entry/{*}link")
    items = json.loads(context.request.get(f"{deployed.address}feeds/all.json").body())["items"]
    told = [link.get("href") for link in found]
    assert told == [item["url"] for item in items]
    assert told
    for link in told:
        assert link.startswith(f"{deployed.published}/")
        assert context.request.get(deployed.here(link)).status == 200


def test_search_finds_the_story_and_leads_to_it(deployed: Deployed, context: BrowserContext) -> None:
    entry = json.loads((deployed.folder / "feeds/all.json").read_bytes())["items"][0]
    page = context.new_page()
    page.goto(f"{deployed.address}search/")
    page.get_by_label("Words").press_sequentially(entry["title"].split()[-1])
    page.get_by_role("link", name=entry["title"]).first.click()
    expect(page.locator("h1")).to_have_text(entry["title"])
    assert page.url == deployed.here(entry["url"])


def test_pictures_that_are_shared_are_answered(deployed: Deployed, context: BrowserContext) -> None:
    heads = (html.fromstring(path.read_bytes()) for path in deployed.pages())
    found = {link for head in heads for link in head.xpath("//meta[@property='og:image']/@content")}
    assert found
    for link in found:
        assert link.startswith(f"{deployed.published}/")
        assert context.request.get(deployed.here(link)).headers["content-type"].startswith("image/")


def test_the_path_of_an_old_page_leads_to_its_story(deployed: Deployed, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{deployed.address}{KEPT}")
    expect(page.locator("h1")).to_have_text("The mill turns again")
    assert page.url == f"{deployed.address}{KEPT}/"


def test_what_is_not_there_is_answered_by_the_papers_own_page(deployed: Deployed, context: BrowserContext) -> None:
    page = context.new_page()
    answer = page.goto(f"{deployed.address}2031/no/such/story/")
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("link", name="The Daily Seed").first.click()
    assert page.url == deployed.address
