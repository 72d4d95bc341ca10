# SPDX-License-Identifier: MIT
"""Documents in, findings out: what the desk would find in the same seeds, for `invoke collect` to make posts of."""

from collections.abc import Iterator
from typing import Any

from datatrove.pipeline.base import PipelineStep

from newsroom.convert import Source
from newsroom.desk import Finder
from newsroom.pipeline.adapter import text_of
from newsroom.pipeline.writer import LinesWriter

_NO_SOURCE = Source()


class Findings(PipelineStep):  # type: ignore[misc]  # DataTrove has no types
    """Puts into each document's metadata the line of what the desk finds in it: a post, or why there is none.

    `source` is what an editor states of the newspaper, as a source.toml does.
    """

    type = "📰 - NEWSROOM"
    name = "findings"

    def __init__(self, source: Source = _NO_SOURCE) -> None:
        super().__init__()
        self.source = source

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:  # noqa: ARG002 - DataTrove passes them
        """Yield each document with its `line`."""
        finder = Finder("", self.source)
        for document in data:
            stated = document.metadata
            if finder.file != stated["file"]:
                finder = Finder(stated["file"], self.source)
            with self.track_time():
                name = "record.html" if stated["is_page"] else "row.txt"
                data_of = text_of(document).encode("utf-8", "surrogatepass")
                stated["line"], outcome = finder.line_of(document.id, name, data_of, stated["url"])
            self.stat_update(outcome)
            yield document


class FindingsWriter(LinesWriter):
    """Writes one file of findings for each file of the input, in `folder`."""

    name = "findings"
