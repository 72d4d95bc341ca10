# SPDX-License-Identifier: MIT
"""The bound that spares lines the search for their other signs holds for every sign that there can be."""

import importlib

from newsroom.convert.blocks import Blocks
from newsroom.convert.headline_signs import OTHER_SIGNS, other_signs
from newsroom.convert.lines import open_lines
from newsroom.convert.model import Seed
from newsroom.convert.page import page_from
from newsroom.convert.steps import STEPS
from tests.convert.corpusfile import FOLDER

find_headline = importlib.import_module("newsroom.convert.steps.find_headline")


def test_every_other_sign_is_of_a_kind_and_a_line_has_one_of_each_at_most() -> None:
    seen = set()
    for file in sorted(FOLDER.glob("cases/*--full.txt")):
        seed = Seed(file.name, "", file.read_text("utf-8"))
        page = page_from(seed.text, open_lines(seed, STEPS[0](seed, Blocks.of(seed.text))))
        for place in range(len(page.lines)):
            kinds = [_kind_of(sign) for sign in other_signs(page, place)]
            assert len(kinds) == len(set(kinds))
            seen.update(kinds)
    assert len(seen) > len(OTHER_SIGNS) / 2


def test_no_line_gets_more_of_its_other_signs_than_the_bound() -> None:
    assert 3 < find_headline._OTHERS_MOST < 6


def _kind_of(sign: str) -> tuple[str, ...]:
    (kind,) = (
        kind
        for kind in OTHER_SIGNS
        if any(sign == name or (name.endswith(" ") and sign.startswith(name)) for name in kind)
    )
    return kind
