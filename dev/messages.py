# SPDX-License-Identifier: MIT
"""The interface's words: `python -m dev.messages` takes those of the templates into every catalogue.

A word that no template has any more is taken out. With `-n` nothing is written: the words that a catalogue
lacks are named, and the exit code is 1 if there are any.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

from newsroom.convert.model import Role
from newsroom.plugins import provenance

THEME = Path(__file__).resolve().parents[1] / "theme"
# What plugins say in English, for templates to translate as they print it.
FROM_PYTHON = (
    "Archive", "Undated", "Sections", "Topics", "Authors", "All stories", "paragraph",
    "Front page", "Search", "Corrections", "Feeds", "Text edition", "Downloads",
)  # fmt: skip
# What a seed's lines became: provenance.py says the role where it has no other word for it
ROLES = tuple(
    role.value.replace("-", " ") for role in Role if role.value not in {*provenance.WORDS, "body", "layout", "open"}
)


def found_words() -> dict[str, str | None]:
    """Return every word of the interface: English -> its plural, or None."""
    words: dict[str, str | None] = {}
    environment = Environment()  # noqa: S701 - nothing is rendered
    for path in sorted(THEME.rglob("*.html")):
        words |= dict(_words(environment.parse(path.read_text("utf-8"))))
    return words | dict.fromkeys((*FROM_PYTHON, *ROLES, *provenance.WORDS.values()))


def _words(template: nodes.Template) -> Iterator[tuple[str, str | None]]:
    for each in template.find_all(nodes.Filter):
        if each.name == "t" and isinstance(each.node, nodes.Const):
            yield each.node.value, None
        elif each.name == "counted":
            one, many = (argument.as_const() for argument in each.args)
            yield one, many


def updated(catalog: Catalog, words: dict[str, str | None]) -> Catalog:
    """Return the catalogue with these words, and what it says of them."""
    fresh = Catalog(catalog.locale, project="The Daily Seed", charset="utf-8", fuzzy=False)
    fresh.header_comment = catalog.header_comment
    for one, many in sorted(words.items()):
        known = catalog.get(one)
        flags = [flag for flag in (known.flags if known else ()) if flag != "fuzzy"]
        fresh.add((one, many) if many else one, known.string if known else None, flags=flags)
    return fresh


def missing(catalog: Catalog, words: dict[str, str | None]) -> list[str]:
    """Return the words that the catalogue does not say, and those that it says for no template."""
    said = {each.id if isinstance(each.id, str) else each.id[0] for each in catalog if each.id and _is_said(each)}
    return sorted(set(words) - said) + sorted(f"not used: {word}" for word in said - set(words))


def _is_said(message: Message) -> bool:
    said = message.string
    return bool(said) if isinstance(said, str) else bool(said and all(said))


def main(arguments: list[str]) -> int:
    """Update the catalogues, or say what they lack."""
    words, lacking = found_words(), 0
    for path in sorted((THEME / "translations").glob("*.po")):
        with path.open("rb") as file:
            catalog = read_po(file)
        if "-n" in arguments:
            for word in missing(catalog, words):
                lacking += 1
                print(f"{path.name}: {word}")
            continue
        with path.open("wb") as file:
            write_po(file, updated(catalog, words), width=110, omit_header=False, ignore_obsolete=True)
        # The day of the run is no fact of the words; the others are Babel's empty forms
        empty = r'^"(?:POT-Creation-Date|PO-Revision-Date|Report-Msgid-Bugs-To|Last-Translator|Language-Team):.*\n'
        path.write_text(re.sub(empty, "", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
