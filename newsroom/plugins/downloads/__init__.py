# SPDX-License-Identifier: AGPL-3.0-only
"""Stories as data: each beside its own page, and all of them in files. docs/downloads.md says what is in them.

Works on any Pelican site: sets `forms` on each article, (media type, file's name) of what stands beside its page.
STORY_FORMS names the forms: md, json. DOWNLOADS names the files of the whole archive: jsonl, sqlite, parquet,
epub-sections, epub-months; with any of them there is a page at downloads/, of the theme's template `downloads`.
What is withdrawn, or whose page asks not to be indexed, is in none.
"""

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from newsroom.plugins.downloads.archive import FOLDER, write_archive
from newsroom.plugins.downloads.forms import name_forms, write_forms
from newsroom.shards import is_made_here


class DownloadsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Names the forms before any page is written, and writes them and the archive."""

    def generate_context(self) -> None:
        """Set `forms` on all articles, drafts among them."""
        stated = self.settings.get("STORY_FORMS", ()) if self.settings.get("INDEX", True) else ()
        # Where no press has decided the numbers of stories, each form that is not off is on
        wanted = [form for form in stated if not isinstance(stated, dict) or stated[form]]
        for name in ("articles", "drafts", "hidden_articles"):
            name_forms(self.context.get(name, ()), wanted)

    def generate_output(self, writer: Any) -> None:
        """Write the forms of each story, the archive, and its page."""
        articles, site = self.context["articles"], Path(self.output_path)
        for article in articles:
            if is_made_here(article.save_as, self.settings):
                write_forms(article, (site / article.save_as).parent, self.settings)
        if self.settings.get("DOWNLOADS") and self.settings.get("INDEX", True):
            found = write_archive(articles, site, self.settings)
            template = self.get_template("downloads")
            writer.write_file(f"{FOLDER}/index.html", template, self.context, url=f"{FOLDER}/", downloads=found)


def downloads_generator(_pelican: Any) -> type[DownloadsGenerator]:
    """Return the generator to add to Pelican's own."""
    return DownloadsGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(downloads_generator)
