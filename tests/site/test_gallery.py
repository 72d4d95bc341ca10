# SPDX-License-Identifier: MIT
"""The gallery: every example of every component, in a real Chromium, in light and dark at three widths."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from dev import gallery
from dev.examples import COMPONENTS
from dev.looks import ALL, BODY, CONTRASTS
from tests.site.conftest import Site, serve

STORY = "2031/03/20/harbour-story-number-1-the-tide-was-high-again/"
# Examples stand in no page: heading levels begin where the component's place would have them, and some come twice.
OUT_OF_PLACE = {"heading-order", "region", "page-has-heading-one", "landmark-one-main", "landmark-unique"}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The gallery on a server."""
    folder = gallery.build(tmp_path_factory.mktemp("gallery") / "site")
    (folder / "404.html").write_text("missing", "utf-8")
    yield from serve(folder, "")


@pytest.mark.parametrize("name", gallery.pages())
def test_axe_finds_nothing_in_the_gallery(name: str, shown: Site, chromium: Browser) -> None:
    found = []
    for scheme, width in product(("light", "dark"), (390, 820, 1440)):
        viewport = {"width": width, "height": 900}
        with chromium.new_context(color_scheme=scheme, viewport=viewport) as context:  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(shown.url(name))
            violations = Axe().run(page).response["violations"]
            found += [(scheme, width, each["id"], each["nodes"][0]["html"]) for each in violations
                      if each["id"] not in OUT_OF_PLACE]  # fmt: skip
    assert found == []


def test_every_component_is_shown(shown: Site) -> None:
    pages = "".join(Path(shown.folder, name).read_text("utf-8") for name in gallery.pages())
    assert [name for name in COMPONENTS if f'class="{name}' not in pages and f" {name}" not in pages] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: str, invented: Site, chromium: Browser) -> None:
    with chromium.new_page(color_scheme=scheme) as page:  # type: ignore[arg-type]
        for address in (
            "",
            STORY,
            "2031/03/",
            "section/harbour/",
        ):
            page.goto(invented.url(address))
            met = page.evaluate(CONTRASTS)
            assert min(ratio for ratio, _ in met) >= ALL, address
            assert all(ratio >= BODY for ratio, is_body in met if is_body), address


@pytest.mark.parametrize("address", ["", STORY, "2031/03/"])
def test_a_first_visit_asks_for_five_files_at_most_and_shifts_nothing(
    address: str, invented: Site, chromium: Browser
) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.add_init_script(
            "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
            "each => { window.shift += each.value })).observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(invented.url(address), wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        assert len(asked) <= 5, asked
        assert page.evaluate("window.shift") <= 0.01


def test_forced_colours_leave_every_word_and_link_to_be_seen(invented: Site, chromium: Browser) -> None:
    with chromium.new_page(forced_colors="active") as page:
        page.goto(invented.url())
        assert all(ratio >= BODY for ratio, _ in page.evaluate(CONTRASTS))
