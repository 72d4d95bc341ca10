# SPDX-License-Identifier: AGPL-3.0-only
"""The text edition, under text/: every story and a list a month, without styles and furniture.

For slow lines, old machines and programs that read. Setting TEXT_EDITION turns it off.
"""

from collections.abc import Iterator
from typing import Any

from pelican import signals
from pelican.generators import Generator

FOLDER = "text/"


def lists_from(calendar: Any, undated: tuple[Any, ...]) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Yield (label, address below text/, stories) of each month and, where there are such, of the undated."""
    for year in calendar.years:
        for month in year.months:
            yield month.label, month.url, tuple(story for day in month.days for story in day.stories)
    if undated:
        yield "Undated", "undated/", undated


class TextGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the text edition."""

    def generate_output(self, writer: Any) -> None:
        """Write its index, a list a month, and a page a story."""
        lists = list(lists_from(self.context["calendar"], self.context["edition"].undated))
        self._write(writer, "", "textindex", lists=lists)
        for label, url, stories in lists:
            self._write(writer, url, "textlist", label=label, stories=stories)
        for article in (*self.context["articles"], *self.context["hidden_articles"]):
            self._write(writer, article.url, "textstory", article=article)

    def _write(self, writer: Any, below: str, template: str, **variables: Any) -> None:
        url = f"{FOLDER}{below}"
        writer.write_file(f"{url}index.html", self.get_template(template), self.context, url=url, **variables)


def text_generator(pelican: Any) -> type[TextGenerator] | None:
    """Return the generator to add to Pelican's own, if the paper wants a text edition."""
    return TextGenerator if pelican.settings["TEXT_EDITION"] else None


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(text_generator)
