# SPDX-License-Identifier: MIT
"""The converter as steps of DataTrove, which works crawls off on many machines: docs/scale.md.

    JsonlReader("dumps", adapter=seed_of), Records(), RecordsWriter("records")
    JsonlReader("dumps", adapter=seed_of), Findings(), FindingsWriter("found"), then `invoke collect found`

DataTrove reads and shares out the files; what a step makes depends on the document alone. Each file of the input
becomes one of the output, so that the outputs, joined in the order of their names, are what one process makes.
Needs the extra `datatrove`.
"""

from newsroom.pipeline.adapter import seed_of
from newsroom.pipeline.findings import Findings, FindingsWriter
from newsroom.pipeline.records import Records, RecordsWriter

__all__ = ["Findings", "FindingsWriter", "Records", "RecordsWriter", "seed_of"]
