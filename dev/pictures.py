# SPDX-License-Identifier: MIT
"""The pictures of the README: `python -m dev.pictures` after `invoke build` and `invoke demo`."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dev import browser
from dev.audit import served

REAL, DEMO = Path("output"), Path("build/demo/output")
PICTURES = Path("docs/pictures")
STORY = "2031/03/20/parliament-votes-to-raise-the-sea-wall-at-ostrel-by-two-metres-the-largest/"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its file, the site and page that it is of, and the screen that it is taken on."""

    name: str
    site: Path
    page: str
    width: int
    height: int
    scheme: str


SHOTS = (
    Shot("front", REAL, "", 1280, 820, "light"),
    Shot("front-dark", REAL, "", 1280, 820, "dark"),
    Shot("demo", DEMO, "", 1280, 1500, "light"),
    Shot("demo-dark", DEMO, "", 1280, 1500, "dark"),
    Shot("story", DEMO, STORY, 390, 844, "light"),
    Shot("story-dark", DEMO, STORY, 390, 844, "dark"),
)


def main() -> None:
    """Take every picture. Needs sites built for a host's root."""
    executable = browser.ensure()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable)
        for shot in SHOTS:
            take(chromium, shot)


def take(chromium: Browser, shot: Shot) -> None:
    """Take one picture, small as a README wants it."""
    with served(shot.site) as address:
        viewport = {"width": shot.width, "height": shot.height}
        page = chromium.new_page(viewport=viewport, color_scheme=shot.scheme)  # type: ignore[arg-type]
        page.goto(f"{address}/{shot.page}")
        page.evaluate("document.fonts.ready")
        data = page.screenshot()
        page.close()
    # 256 colours are all that such a page has, at a third of the bytes; the octree keeps the rare red of the kickers
    small = Image.open(BytesIO(data)).convert("RGB").quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    small.save(PICTURES / f"{shot.name}.png", optimize=True)


if __name__ == "__main__":
    main()
