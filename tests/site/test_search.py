# SPDX-License-Identifier: MIT
"""Search in a real Chromium: typed, by address, filtered, with the keyboard, and without a script."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.conftest import Complaints, Site


def opened(site: Site, context: BrowserContext, question: str = "") -> tuple[Page, Complaints]:
    """Return the search page, and what the browser has to say against it."""
    page, complaints = context.new_page(), Complaints()
    complaints.watch(page, site.origin)
    page.goto(site.url(f"search/{question}"))
    return page, complaints


def test_typing_finds_stories_with_day_section_and_the_sentence(invented: Site, context: BrowserContext) -> None:
    page, complaints = opened(invented, context)
    page.get_by_label("Words").press_sequentially("timetable herring")
    expect(page.get_by_role("status")).to_have_text("11 stories found.")
    first = page.get_by_role("listitem").filter(has=page.get_by_role("heading", level=2)).first
    expect(first).to_contain_text("promised a new timetable before the herring come.")
    expect(first.locator("mark").first).to_have_text("timetable")
    assert complaints.found == []


def test_a_result_leads_to_its_story(invented: Site, context: BrowserContext) -> None:
    page, _ = opened(invented, context, "?q=harbour+number+4")
    page.get_by_role("link", name="Harbour story number 4: the tide was high again").click()
    expect(page).to_have_title("Harbour story number 4: the tide was high again – The Daily Seed")


def test_an_address_asks_the_question_again(invented: Site, context: BrowserContext) -> None:
    page, _ = opened(invented, context)
    page.get_by_label("Words").press_sequentially("tide")
    expect(page.get_by_role("status")).to_contain_text("found.")
    page.get_by_role("combobox", name="Section").select_option("Science")
    page.get_by_label("Order").select_option("Newest first")
    expect(page.get_by_role("status")).to_have_text("3 stories found.")
    titles = page.get_by_role("heading", level=2).filter(has=page.locator("a")).all_inner_texts()
    again = context.new_page()
    again.goto(page.url)
    expect(again.get_by_role("status")).to_have_text("3 stories found.")
    assert again.get_by_role("heading", level=2).filter(has=again.locator("a")).all_inner_texts() == titles
    expect(again.get_by_role("combobox", name="Section")).to_have_value("Science")
    assert titles[0].startswith("Science story number 3")


def test_years_and_topics_filter_too(invented: Site, context: BrowserContext) -> None:
    page, _ = opened(invented, context, "?year=2030")
    expect(page.get_by_role("status")).to_have_text("One story found.")
    page, _ = opened(invented, context, "?topic=goats+%26+ferries&q=tide")
    expect(page.get_by_role("status")).to_have_text("6 stories found.")


def test_a_story_in_another_language_is_found_in_the_same_place(invented: Site, context: BrowserContext) -> None:
    page, _ = opened(invented, context, "?q=أوستريل")
    expect(page.get_by_role("link", name="قصة من الميناء")).to_be_visible()


def test_nothing_found_is_said_and_helped(invented: Site, context: BrowserContext) -> None:
    page, _ = opened(invented, context, "?q=tide&section=Nowhere")
    expect(page.get_by_role("status")).to_have_text("No story found.")
    page.get_by_role("button", name="Search all sections, years and topics").click()
    expect(page.get_by_role("status")).to_contain_text("stories found.")
    expect(page.get_by_label("Words")).to_be_focused()


def test_arrows_lead_from_the_words_through_the_results(invented: Site, context: BrowserContext) -> None:
    page, _ = opened(invented, context, "?q=tide")
    expect(page.get_by_role("status")).to_contain_text("stories found.")
    page.get_by_label("Words").focus()
    page.keyboard.press("ArrowDown")
    links = page.locator("#search ol a")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Words")).to_be_focused()


def test_more_results_are_shown_when_they_are_asked_for(invented: Site, context: BrowserContext) -> None:
    page, _ = opened(invented, context, "?q=crossing")
    links = page.locator("#search ol a")
    expect(links).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(links.nth(10)).to_be_focused()
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_a_question_in_markup_runs_nothing_and_breaks_no_policy(invented: Site, context: BrowserContext) -> None:
    page, complaints = opened(invented, context, "?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+tide&section=%3Cb%3E")
    expect(page.get_by_role("status")).to_contain_text("found")
    assert page.locator("#search img, #search b").count() == 0
    assert complaints.found == []


def test_axe_finds_nothing_among_results_and_where_there_are_none(invented: Site, context: BrowserContext) -> None:
    for question in ("?q=tide", "?q=zzzz"):
        page, _ = opened(invented, context, question)
        expect(page.get_by_role("status")).to_contain_text("found.")
        assert Axe().run(page).response["violations"] == []


def test_without_script_the_page_leads_to_the_archive(invented: Site, chromium: Browser) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page, _ = opened(invented, context)
        expect(page.locator("#search")).to_be_hidden()
        expect(page.get_by_role("main").get_by_role("link", name="the archive")).to_be_visible()


def test_nothing_of_it_loads_on_any_other_page(invented: Site, context: BrowserContext) -> None:
    page, asked = context.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    for address in invented.pages():
        if address != "search/":
            page.goto(invented.url(address))
    assert not [url for url in asked if "search" in url.removeprefix(invented.origin).removeprefix(invented.root)]
