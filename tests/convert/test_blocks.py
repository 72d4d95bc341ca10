# SPDX-License-Identifier: MIT

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.convert import Block, Blocks, Role, Seed
from newsroom.convert.steps.name_authors import name_authors


@st.composite
def texts_and_marks(draw: st.DrawFn) -> tuple[str, list[list[Block]]]:
    """A text, and a few rounds of marks that ascend and do not overlap."""
    text = draw(st.text(min_size=1, max_size=60))
    rounds = []
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        rounds.append([Block(start, end, draw(st.sampled_from(list(Role)))) for start, end in pairs])
    return text, rounds


@given(texts_and_marks())
def test_any_marks_leave_a_partition_in_which_each_mark_stands(case: tuple[str, list[list[Block]]]) -> None:
    text, rounds = case
    blocks = Blocks.of(text)
    for marks in rounds:
        before = roles(blocks)
        blocks = blocks.label(marks)
        assert set(marks) <= set(blocks.items)
        assert "".join(text[each.start : each.end] for each in blocks.items) == text
        after = roles(blocks)
        for mark in marks:
            before[mark.start : mark.end] = [mark.role] * (mark.end - mark.start)
        assert after == before


def roles(blocks: Blocks) -> list[Role]:
    return [each.role for each in blocks.items for _ in range(each.start, each.end)]


@pytest.mark.parametrize(
    "items",
    [
        (Block(0, 3), Block(4, 9)),  # a character is lost
        (Block(0, 5), Block(4, 9)),  # one is doubled
        (Block(0, 4), Block(4, 4), Block(4, 9)),  # an empty block
        (Block(0, 8),),  # the end is missing
        (Block(0, 10),),  # more than the text
    ],
)
def test_what_is_no_partition_cannot_be_built(items: tuple[Block, ...]) -> None:
    with pytest.raises(ValueError, match=r"follow character|the text at 9"):
        Blocks(items, 9)


@pytest.mark.parametrize("marks", [[Block(0, 4), Block(3, 6)], [Block(5, 12)], [Block(4, 6), Block(0, 2)]])
def test_marks_that_overlap_or_leave_the_text_are_refused(marks: list[Block]) -> None:
    with pytest.raises(ValueError, match=r"character|text at"):
        Blocks.of("nine char").label(marks)


def test_an_empty_text_has_no_blocks() -> None:
    assert Blocks.of("").items == ()


def test_what_sentences_name_stays_beside_the_partition_through_all_marks() -> None:
    named = (Block(2, 4, Role.BYLINE),)
    blocks = Blocks((Block(0, 9),), 9, named).label([Block(0, 5, Role.BODY)])
    assert blocks.named == named
    assert name_authors(Seed("pier.txt", "0" * 64, "x" * 9), blocks).items == (
        Block(0, 2, Role.BODY),
        Block(2, 4, Role.BYLINE, "body"),
        Block(4, 5, Role.BODY),
        Block(5, 9),
    )
