# SPDX-License-Identifier: MIT
"""Costly texts and mutated seeds, a few of those that `invoke torture` tries; and that the look itself can fail."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.convert import Seed, convert
from tests.hostile import fuzz
from tests.hostile.costly import TIMES, rendered

TEXTS = fuzz.starts()


@settings(deadline=None)
@given(st.integers(10_000_000, 20_000_000))
def test_a_mutated_seed_is_whole_and_a_post_or_a_refusal_that_says_why(number: int) -> None:
    (text,) = fuzz.mutations(TEXTS, 1, number)
    text = fuzz.page_of(text, number)
    assert fuzz.fault(text, fuzz.evidence_for(text, number)) is None


def test_a_converter_that_loses_a_character_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsroom.convert import reading
    from newsroom.convert.blocks import Blocks

    text = next(text for text in TEXTS if "\n" in text and convert(Seed("a.txt", "0" * 64, text)))
    whole = reading.blocks_from(Seed("a.txt", "0" * 64, text))
    monkeypatch.setattr(reading, "blocks_from", lambda seed: Blocks(whole.items[:-1]))
    assert fuzz.fault(text)


@pytest.mark.parametrize("unit", ["![[]()", "[a](b", "- a\n", "1. a\n", "*a **a ", "|a", "> ", "```\n", "\u0301"])
def test_a_costly_text_is_rendered_or_refused_by_a_counted_limit(unit: str) -> None:
    assert re.search(r"^[\d,]+ characters$|^refused: .* more than", rendered(unit * TIMES))
