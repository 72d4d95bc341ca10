# SPDX-License-Identifier: MIT
"""Every page of built papers in a real Chromium: quiet, self-contained, accessible, scriptless."""

import re
from itertools import product
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html as lxml_html
from playwright.sync_api import Browser, BrowserContext, expect

from tests.site.conftest import HOST, PROJECT, Complaints, Site

KINDS = {
    "front": "",
    "story": "2031/03/20/harbour-story-number-1-the-tide-was-high-again/",
    "bare story": "2030/12/31/bare/",
    "undated story": "undated/a-story-without-a-day/",
    "story in Arabic": "2031/03/01/",
    "section": "section/harbour/",
    "topic": "topic/tides/",
    "author": "author/mara-quill/",
    "archive": "archive/",
    "year": "2031/",
    "month": "2031/03/",
    "day": "2031/03/20/",
    "undated shelf": "undated/",
    "page": "about/",
    "corrections": "corrections/",
    "feeds": "feeds/",
    "search": "search/",
    "text edition": "text/",
    "story of the text edition": "text/2031/03/20/harbour-story-number-1-the-tide-was-high-again/",
    "missing": "no-such-page/",
}


def address_of(site: Site, kind: str) -> str:
    """Return the address of a page of this kind in the invented paper."""
    address = KINDS[kind]
    if kind == "story in Arabic":
        return next(page for page in site.pages() if page.startswith(address) and page != address)
    return address


def test_no_real_page_complains_or_asks_another_host(real: Site, context: BrowserContext) -> None:
    assert complaints_of(real, context) == []
    assert len(real.pages()) > 5


def test_no_invented_page_complains_or_asks_another_host(invented: Site, context: BrowserContext) -> None:
    assert complaints_of(invented, context) == []
    assert len(invented.pages()) > 40


def complaints_of(site: Site, context: BrowserContext) -> list[str]:
    """Return what the browser had to say against any page of the site."""
    page = context.new_page()
    complaints = Complaints()
    complaints.watch(page, site.origin)
    for address in site.pages():
        page.goto(site.url(address), wait_until="load")
        page.evaluate("document.fonts.ready")  # a font that is missing answers before we leave
    return complaints.found


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_light_and_dark_on_phone_and_desk(kind: str, invented: Site, chromium: Browser) -> None:
    found = []
    for scheme, width in product(("light", "dark"), (390, 820, 1440)):
        viewport = {"width": width, "height": 900}
        with chromium.new_context(color_scheme=scheme, viewport=viewport) as context:  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(invented.url(address_of(invented, kind)))
            violations = Axe().run(page).response["violations"]
            found += [(scheme, width, each["id"], each["nodes"][0]["html"]) for each in violations]
    assert found == []


def test_axe_finds_nothing_on_the_real_front_and_story(real: Site, context: BrowserContext) -> None:
    page = context.new_page()
    for address in ("", story_of(real)):
        page.goto(real.url(address))
        assert Axe().run(page).response["violations"] == []


def story_of(site: Site) -> str:
    """Return the address of the real paper's newest story."""
    return next(page for page in reversed(site.pages()) if re.fullmatch(r"\d{4}/\d\d/\d\d/.+/", page))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_without_script(kind: str, invented: Site, chromium: Browser) -> None:
    texts = []
    for script in (True, False):
        with chromium.new_context(java_script_enabled=script) as context:
            page = context.new_page()
            page.goto(invented.url(address_of(invented, kind)))
            texts.append(page.locator("body").inner_text().splitlines())
    with_script, without = texts
    assert not [line for line in without if line not in with_script]
    assert kind == "search" or with_script == without  # the one page to which a script adds: the form
    assert len("".join(without)) > 100


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_phone_with_large_text_never_scrolls_sideways(kind: str, invented: Site, chromium: Browser) -> None:
    with chromium.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.goto(invented.url(address_of(invented, kind)))
        for size in ("100%", "200%"):
            page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= 320, f"{width} px wide at {size}"


def test_the_keyboard_meets_the_skip_link_first_and_it_leads_to_the_text(
    invented: Site, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(invented.url(KINDS["story"]))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_visible()
    target = skip.get_attribute("href")
    assert target is not None
    assert page.locator(target).evaluate("node => node.matches('main, main *')")


def test_a_missing_page_is_answered_by_the_papers_own_and_leads_home(invented: Site, context: BrowserContext) -> None:
    page = context.new_page()
    answer = page.goto(invented.url("deep/er/no-such-page/"))
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("link", name="The Daily Seed").first.click()
    expect(page).to_have_url(invented.url())


def test_real_pages_have_no_inline_script_and_no_link_that_leads_nowhere(real: Site) -> None:
    assert faults_of(real) == []


def test_invented_pages_have_no_inline_script_and_no_link_that_leads_nowhere(invented: Site) -> None:
    assert faults_of(invented) == []


def faults_of(site: Site) -> list[tuple[str, str]]:
    """Return (page, what) for scripts, style and event attributes, and dead links inside."""
    documents = {address: document_of(site, address) for address in site.pages()}
    faults = []
    for address, document in documents.items():
        active = document.xpath(
            "//script[not(@type='application/ld+json') and not(@src)] | //*[@style or @*[starts-with(name(), 'on')]]"
        )
        links = document.xpath("//a/@href | //link/@href | //img/@src")
        dead = [link for link in links if not leads_somewhere(site, documents, address, link)]
        faults += [(address, str(found)) for found in (*active, *dead)]
    return faults


def document_of(site: Site, address: str) -> lxml_html.HtmlElement:
    """Return the parsed page."""
    path = site.folder / address
    return lxml_html.parse(path / "index.html" if path.is_dir() else path).getroot()


def leads_somewhere(site: Site, documents: dict[str, lxml_html.HtmlElement], address: str, link: str) -> bool:
    """Return whether a link is another site's, or a file or an element of this one."""
    parts = urlsplit(link)
    inside = link.startswith((f"{site.root}/", "#", HOST + site.root))
    if not inside:
        return parts.scheme in {"https", "http", "mailto"}
    path = address if link.startswith("#") else parts.path.removeprefix(f"{site.root}/")
    if path not in documents:
        return (site.folder / path).is_file()
    return not parts.fragment or bool(documents[path].xpath("//*[@id=$id]", id=parts.fragment))


def test_a_fact_that_no_story_states_leaves_no_trace(real: Site) -> None:
    for address in real.pages():
        text = document_of(real, address).text_content()
        assert not re.search(r"(?<!@)\bmisc\b", text)  # BibTeX says @misc
        empty = "//nav[not(.//a)] | //ul[not(li)] | //time[not(@datetime)]"
        assert document_of(real, address).xpath(empty) == []
        assert "None" not in re.findall(r"\w+", text)


def test_an_undated_story_has_no_time_and_stands_on_the_shelf(invented: Site) -> None:
    story = document_of(invented, KINDS["undated story"])
    assert story.xpath("//article//header//time | //*[contains(@class, 'rail')]//time") == []
    shelf = document_of(invented, "undated/")
    assert shelf.xpath("//main//a[contains(@href, 'undated/a-story-without-a-day/')]")
    feed = (invented.folder / "feeds/all.atom.xml").read_text(encoding="utf-8")
    assert "without a day" not in feed


def test_drafts_are_in_no_list(invented: Site) -> None:
    for address in invented.pages():
        if not address.startswith("drafts/"):
            assert "Not yet" not in document_of(invented, address).text_content()


def test_a_right_to_left_story_says_so(invented: Site, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(invented.url(address_of(invented, "story in Arabic")))
    assert page.locator("[lang=ar][dir=rtl]").count() == 1


def test_the_front_of_one_story_shows_each_line_of_its_seed(real: Site, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(real.url())
    rail = page.locator(".seedlines").first
    kept = rail.locator("a[href*='#p-']")
    assert kept.count() >= 12
    seed = next((PROJECT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    for link in kept.all():
        target = link.get_attribute("href") or ""
        name = urlsplit(target).fragment
        paragraph = document_of(real, story_of(real)).xpath("//*[@id=$id]", id=name)
        assert straight(paragraph[0].text_content()) in seed
    text = rail.inner_text()
    assert "Last Update" in text
    assert "the headline again" in text.lower()


def straight(text: str) -> str:
    """Return text with its quotation marks as the seed has them."""
    return text.translate(str.maketrans("“”‘’", "\"\"''")).strip()


def test_print_is_a_cutting_without_furniture(invented: Site, context: BrowserContext) -> None:
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(invented.url(story_of(invented)))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for gone in ("nav", "footer a"):
        elements = page.locator(gone).all()
        assert elements, gone
        for element in elements:
            expect(element).not_to_be_visible()
