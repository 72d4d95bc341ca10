# SPDX-License-Identifier: MIT
"""Documents in, records out: what `python -m newsroom records` makes of the same rows."""

from collections.abc import Iterator
from typing import Any

from datatrove.pipeline.base import PipelineStep

from newsroom.convert import NO_EVIDENCE, Evidence, record
from newsroom.pipeline.adapter import text_of
from newsroom.pipeline.writer import LinesWriter
from newsroom.records import encoded
from newsroom.seedtext import page_text


class Records(PipelineStep):  # type: ignore[misc]  # DataTrove has no types
    """Puts the line of each document's record into its metadata. All go on, the refused too, which say why.

    With `with_address` the record also goes by the document's address, as the command's option of that name.
    """

    type = "📰 - NEWSROOM"
    name = "records"

    def __init__(self, *, with_address: bool = False) -> None:
        super().__init__()
        self.with_address = with_address

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:  # noqa: ARG002 - DataTrove passes them
        """Yield each document with its `line`."""
        for document in data:
            with self.track_time():
                text = text_of(document)
                if document.metadata["is_page"]:
                    text = page_text(text.encode("utf-8", "surrogatepass"))
                address = document.metadata["url"] if self.with_address else None
                made = record(text, document.id, Evidence(address=address) if address else NO_EVIDENCE)
                document.metadata["line"] = encoded(made)
            self.stat_update("refused" if made["refused"] else "stories")
            yield document


class RecordsWriter(LinesWriter):
    """Writes one file of records for each file of the input, in `folder`."""

    name = "records"
