# SPDX-License-Identifier: MIT
"""The rules of the house for CSS: layers, prefixes, and raw values in one place."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dev.examples import COMPONENTS, THEME
from newsroom.plugins.stylesheet import sheets_from, stylesheet_from
from newsroom.settings import load

FILES = sorted([*THEME.glob("styles/*.css"), *THEME.glob("components/*/*.css")])
# Where raw values may stand: the tokens, and what dev/fonts.py measures.
RAW = {"tokens.css", "faces.css"}
RAW_VALUE = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|(?<![\w.-])\d*\.?\d+(?:px|rem|pt|mm|cm|in)\b")
PHYSICAL = re.compile(r"(?:^|-)(?:left|right|top|bottom|(?<!scrollbar-)width)$|^(?:min-|max-)?height$|^float$")


def rules(css: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (preludes from the outermost in, declarations) of every block that has declarations."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    outer: list[str] = []
    for text, mark in re.findall(r"([^{};]*(?:;[^{};]*)*?)([{};])", css):
        if mark == "{":
            outer.append(" ".join(text.split()))
        elif mark == "}":
            outer.pop()
        if mark == ";" and text.strip():
            yield tuple(outer), " ".join(text.split())


def selectors(file: Path) -> Iterator[str]:
    for outer, _ in rules(file.read_text(encoding="utf-8")):
        for prelude in outer:
            if not prelude.startswith("@"):
                yield from (part.strip() for part in re.split(r",(?![^(]*\))", prelude))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_rule_stands_in_the_layer_of_its_file(file: Path) -> None:
    in_components = file.parent.parent.name == "components"
    layer = (
        "components"
        if in_components
        else {"faces": "tokens", "front": "layout", "lists": "layout"}.get(file.stem, file.stem)
    )
    outermost = {outer[0] if outer else text for outer, text in rules(file.read_text(encoding="utf-8"))}
    order = "@layer tokens, base, layout, components, utilities, print"
    assert outermost == ({order} if file.name == "layers.css" else {f"@layer {layer}"})


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_components_selectors_begin_with_its_name(component: str) -> None:
    file = THEME / "components" / component / f"{component}.css"
    strangers = {s for s in selectors(file) if not re.match(rf"\.{component}(?![a-z0-9]|-(?!-))", s)}
    assert not strangers


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_ids_and_nothing_important(file: Path) -> None:
    assert "!important" not in file.read_text(encoding="utf-8")
    assert not [selector for selector in selectors(file) if "#" in selector]


@pytest.mark.parametrize("file", [file for file in FILES if file.name not in RAW], ids=lambda file: file.name)
def test_raw_values_stand_in_the_tokens_alone(file: Path) -> None:
    found = [text for _, text in rules(file.read_text(encoding="utf-8")) if RAW_VALUE.search(text)]
    assert not found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_properties_are_logical_so_that_every_script_is_served(file: Path) -> None:
    found = [text for _, text in rules(file.read_text(encoding="utf-8")) if PHYSICAL.search(text.partition(":")[0])]
    assert {text for text in found if not text.startswith(("float: inline-", "float: none"))} == set()


def test_every_class_in_the_styles_is_in_a_template() -> None:
    marked = {"end", "middle", "speaker"}  # by newsroom.markup, in a story's text
    styled = {name for file in FILES for s in selectors(file) for name in re.findall(r"\.([a-z][\w-]*)", s)}
    templates = "".join(path.read_text(encoding="utf-8") for path in THEME.rglob("*.html"))
    used = set(re.findall(r"[\w-]+", " ".join(re.findall(r'class="((?:\{[{%].*?[%}]\}|[^"])*)"', templates))))
    # Modifiers are put together in the templates: byline--{{ layout }}.
    assert {
        name for name in styled - marked if name not in used and name.partition("--")[0] + "--" not in used
    } == set()


def test_every_token_is_used_and_every_used_one_is_a_token() -> None:
    css = "".join(file.read_text(encoding="utf-8") for file in FILES)
    made = set(re.findall(r"^\s*(--[a-z0-9-]+):", css, flags=re.MULTILINE))
    assert made == set(re.findall(r"var\((--[a-z0-9-]+)\)", css))


def test_the_stylesheet_is_small_enough_to_come_with_the_first_page() -> None:
    sheets = sheets_from(THEME, load(THEME.parent / "pelicanconf.py"))
    sizes = {
        name: len(gzip.compress(*stylesheet_from(sources, "theme").values(), 9)) for name, sources in sheets.items()
    }
    assert sizes["style"] < 4_700
    assert sizes["front"] < 5_400
    assert sizes["lists"] < 6_150
