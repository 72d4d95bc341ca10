# SPDX-License-Identifier: MIT
"""Writes the lines that a step made, a file for each file of the input."""

from typing import IO, Any

from datatrove.pipeline.writers.disk_base import DiskWriter


class LinesWriter(DiskWriter):  # type: ignore[misc]  # DataTrove has no types
    """A file `FILE.jsonl` in `folder` for each FILE of the input: a file is read by one task, so by one writer.

    `folder` is a path, or an address that DataTrove takes, such as s3://bucket/folder.
    """

    default_output_filename = "${file}.jsonl"

    def __init__(self, folder: Any) -> None:
        super().__init__(folder, compression=None, mode="wb", adapter=_line_of)

    def _write(self, document: dict[str, bytes], file_handler: IO[bytes], _filename: str) -> None:
        file_handler.write(document["line"])


def _line_of(_writer: Any, document: Any) -> dict[str, bytes]:
    return {"line": document.metadata["line"]}
