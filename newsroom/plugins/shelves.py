# SPDX-License-Identifier: AGPL-3.0-only
"""Sections, topics and authors with many stories: the newest on the page itself, all others by month.

A group's page would be written anew with every story, and grow without end. Beyond WHOLE stories it
shows the newest, and leads to `section/harbour/2031/03/`. Sets `shelves` in the context: address of the
group -> Shelf. The Undated shelf is parted too, by the first letter of the headline's slug.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any

from babel import Locale
from babel.dates import format_date
from pelican import signals
from pelican.generators import Generator

WHOLE = 60  # stories that a group's page lists, all of them
NEWEST = 24  # those that it shows of more
COMPOSED = 6  # stories from which on its page has a lead
SECOND = 4  # stories beside that
NAMED = 200  # topics, or authors, that the archive names: those with most stories


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a shelf: a month, or the undated under `name` None. `label` has the year."""

    name: str | None
    label: str | None
    url: str
    stories: tuple[Any, ...]

    @property
    def count(self) -> int:
        """The number of its stories."""
        return len(self.stories)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The stories of a section, topic or author: `shown` on its own page, `years` of its other pages."""

    name: str
    url: str
    count: int
    shown: tuple[Any, ...]
    years: tuple[tuple[str | None, tuple[Part, ...]], ...] = ()

    @property
    def lead(self) -> Any:
        """The first story, where there are enough to set one above the others."""
        return self.shown[0] if self.count >= COMPOSED else None

    @property
    def second(self) -> tuple[Any, ...]:
        """The stories beside it."""
        return self.shown[1 : SECOND + 1] if self.lead else ()

    @property
    def rest(self) -> tuple[Any, ...]:
        """All others that its page shows."""
        return self.shown[SECOND + 1 :] if self.lead else self.shown


def shelf_from(name: str, url: str, stories: Sequence[Any], locale: Locale) -> Shelf:
    """Return the shelf of `stories`, which come newest first, the undated last."""
    if len(stories) <= WHOLE:
        return Shelf(name, url, len(stories), tuple(stories))
    parts = list(_months(url, stories, locale))
    years = tuple((year, tuple(part for _, part in group)) for year, group in groupby(parts, key=lambda each: each[0]))
    return Shelf(name, url, len(stories), tuple(stories[:NEWEST]), years)


def _months(url: str, stories: Sequence[Any], locale: Locale) -> Iterator[tuple[str | None, Part]]:
    """Yield (year, Part) of each month, and (None, Part) of the undated."""

    def month_of(story: Any) -> Any:
        return story.post.date.day.replace(day=1) if story.post.date else None

    for first, group in groupby(stories, key=month_of):
        if first is None:
            yield None, Part(None, None, f"{url}undated/", tuple(group))
            continue
        name, label = _names_of(first, locale)
        yield str(first.year), Part(name, label, f"{url}{first:%Y/%m}/", tuple(group))


@cache  # a month is on the shelves of some hundred topics
def _names_of(month: date, locale: Locale) -> tuple[str, str]:
    name, label = (format_date(month, form, locale=locale) for form in ("LLLL", "LLLL y"))
    return name, label


def letters_from(stories: Sequence[Any]) -> tuple[Part, ...]:
    """Return the undated stories by the first letter of their slugs, ordered as the slugs are."""
    ordered = sorted(stories, key=lambda story: (story.slug.casefold(), story.slug))
    return tuple(
        Part(letter.upper(), letter.upper(), f"archive/undated/{letter}/", tuple(group))
        for letter, group in groupby(ordered, key=lambda story: story.slug[0].casefold())
    )


def directory_from(groups: Sequence[tuple[Any, Sequence[Any]]]) -> tuple[tuple[str, str, int], ...]:
    """Return (name, address, number of stories) of the groups with most stories, by name."""
    largest = sorted(groups, key=lambda group: (-len(group[1]), str(group[0].name)))[:NAMED]
    links = ((str(group.name), group.url, len(stories)) for group, stories in largest)
    return tuple(sorted(links, key=lambda link: (link[0].casefold(), link[1])))


class ShelvesGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Makes the shelves before any page is written, and writes their pages."""

    def generate_context(self) -> None:
        """Put `shelves`, `directory` and `letters` into the shared context."""
        locale = Locale.parse(self.settings["DEFAULT_LANG"], sep="-")
        kinds = {name: self.context[name.lower()] for name in ("Categories", "Tags", "Authors")}
        shelves = (
            shelf_from(group.name, group.url, stories, locale) for groups in kinds.values() for group, stories in groups
        )
        titles = ("Sections", "Topics", "Authors")
        links = (directory_from(groups) for groups in kinds.values())
        self.context["directory"] = tuple(zip(titles, links, strict=True))
        self.context["shelves"] = {shelf.url: shelf for shelf in shelves}
        undated = self.context["edition"].undated
        self.context["letters"] = letters_from(undated) if len(undated) > WHOLE else ()

    def generate_output(self, writer: Any) -> None:
        """Write a page for each part of each shelf."""
        for shelf in self.context["shelves"].values():
            for _, parts in shelf.years:
                for part in parts:
                    self._write(writer, part, (shelf.name, shelf.url))
        for letter in self.context["letters"]:
            self._write(writer, letter, ("Undated", "undated/"))

    def _write(self, writer: Any, part: Part, parent: tuple[str, str]) -> None:
        name, template = f"{part.url}index.html", self.get_template("part")
        writer.write_file(name, template, self.context, url=part.url, part=part, parent=parent)


def shelves_generator(_pelican: Any) -> type[ShelvesGenerator]:
    """Return the generator to add to Pelican's own."""
    return ShelvesGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(shelves_generator)
