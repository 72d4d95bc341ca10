# SPDX-License-Identifier: MIT
"""docs/labelling.md says what the converter does."""

import re

from newsroom.convert import STEPS
from tests.docs_labelling import DOC, whole


def test_the_page_names_every_step_in_its_order() -> None:
    named = re.findall(r"^\| `(\w+)` \|", DOC.read_text("utf-8"), re.MULTILINE)
    assert named == [step.__name__ for step in STEPS]


def test_the_table_is_what_the_seed_gives() -> None:
    doc = DOC.read_text("utf-8")
    assert whole(doc) == doc, "python -m tests.docs_labelling writes it anew"
