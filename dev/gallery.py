# SPDX-License-Identifier: MIT
"""The gallery: one page of all components, each with every example of its YAML, in the paper's own style.

The examples are the tests' too: what stands here is what they look at. `invoke gallery` makes it.
"""

import shutil
from pathlib import Path

from dev.examples import COMPONENTS, THEME, described, rendered
from newsroom.plugins.stylesheet import SOURCES, read_sources, stylesheet_from

FOLDER = THEME.parent / "build" / "gallery"
# Components of which a page has one: two on the page of all would be a fault of the gallery's alone.
LANDMARKS = frozenset({"masthead", "footer", "provenance"})
PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – gallery of components</title>
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/{style}">
<link rel="stylesheet" href="/gallery.css">
</head>
<body>
{before}<main class="main wrap" id="main">
<h1>{title}</h1>
{main}</main>
{after}</body>
</html>
"""


# Of what size and colour a picture is, an example says nothing
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path fill="#d9d3c7" d="M0 0h3v2H0z"/>'
    '<path fill="#62666f" d="M0 2l1-1 .6.5L2.3.8 3 1.4V2z"/></svg>\n'
)
STYLE = """.gallery { border-block-start: 1px solid; margin-block-start: 3rem; padding-block-start: .5rem; }
.gallery__example { margin-block: 1rem 2.5rem; }
.gallery__name { font: 400 .8125rem/1.4 monospace; margin-block-end: .75rem; }
.gallery--figure .gallery__example { max-inline-size: 20rem; }
"""


def pages() -> dict[str, str]:
    """Return {file name: HTML} of the gallery: a page of all components, and one for each example of a landmark."""
    (style,) = stylesheet_from(read_sources(THEME, SOURCES), "theme")
    parts = "".join(_section(component) for component in COMPONENTS if component not in LANDMARKS)
    found = {"index.html": PAGE.format(title="Components", style=style, main=parts, before="", after="")}
    for component in sorted(LANDMARKS):
        for number, example in enumerate(described(component)["examples"]):
            shown = rendered(component, example)
            before, after = (shown, "") if component == "masthead" else ("", shown)
            title = f"{component}: {example}"
            html = PAGE.format(title=title, style=style, main="", before=before, after=after)
            # A masthead at home brings the page's heading itself
            found[f"{component}-{number}.html"] = html.replace(f"<h1>{title}</h1>\n", "") if "<h1" in before else html
    return found


def _section(component: str) -> str:
    examples = "".join(
        f'<section class="gallery__example" aria-label="{component}: {example}">\n'
        f'<p class="gallery__name">{example}</p>\n{rendered(component, example)}</section>\n'
        for example in described(component)["examples"]
    )
    return f'<div class="gallery gallery--{component}">\n<h2>{component}</h2>\n{examples}</div>\n'


def build(folder: Path = FOLDER) -> Path:
    """Write the gallery with its style and faces into `folder`, and return it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(THEME / "static", folder / "theme")
    (folder / "theme" / "example.svg").write_text(PICTURE, "utf-8")
    for name, data in stylesheet_from(read_sources(THEME, SOURCES), "theme").items():
        (folder / name).write_bytes(data)
    (folder / "gallery.css").write_text(STYLE, encoding="utf-8")
    for name, html in pages().items():
        (folder / name).write_text(html, encoding="utf-8")
    return folder
