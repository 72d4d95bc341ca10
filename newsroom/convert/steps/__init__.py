# SPDX-License-Identifier: MIT
"""The rules that label a seed, one a file, in their order.

A step is a function from a seed and its blocks to blocks. It decides open blocks only,
and leaves alone what it has no evidence for.
"""

from collections.abc import Callable

from newsroom.convert.blocks import Blocks
from newsroom.convert.model import Seed
from newsroom.convert.steps.break_paragraphs import break_paragraphs
from newsroom.convert.steps.cut_lines import cut_lines
from newsroom.convert.steps.drop_controls import drop_controls
from newsroom.convert.steps.drop_furniture import drop_furniture
from newsroom.convert.steps.drop_page_dates import drop_page_dates
from newsroom.convert.steps.drop_repeats import drop_repeats
from newsroom.convert.steps.drop_rest import drop_rest
from newsroom.convert.steps.drop_source_furniture import drop_source_furniture
from newsroom.convert.steps.find_agency import find_agency
from newsroom.convert.steps.find_body import find_body
from newsroom.convert.steps.find_byline import find_byline
from newsroom.convert.steps.find_dateline import find_dateline
from newsroom.convert.steps.find_dates import find_dates
from newsroom.convert.steps.find_headline import find_headline
from newsroom.convert.steps.find_inner_captions import find_inner_captions
from newsroom.convert.steps.find_kinds import find_kinds
from newsroom.convert.steps.find_notes import find_notes
from newsroom.convert.steps.find_section import find_section
from newsroom.convert.steps.find_tags import find_tags
from newsroom.convert.steps.name_authors import name_authors

Step = Callable[[Seed, Blocks], Blocks]

STEPS: tuple[Step, ...] = (
    cut_lines,
    drop_furniture,  # before the headline: a share bar beside it is no candidate
    find_headline,
    drop_repeats,
    find_dates,  # near the headline, and before the page's dates go
    drop_page_dates,
    find_byline,  # after the dates, which may share its line
    find_section,
    find_notes,  # a correction is prose, and would be taken for the story's
    find_agency,
    find_tags,  # both before the body: they are sure of a line by its words alone
    drop_source_furniture,  # after all that is printed alike on many pages and wanted: bylines, labels of dates
    find_body,
    find_dateline,  # off the story's first words, before those are broken into paragraphs
    find_inner_captions,  # before the breaks: what follows a caption begins a paragraph
    break_paragraphs,
    find_kinds,
    drop_rest,
    name_authors,  # of whom sentences tell: until now these were whole
    drop_controls,  # last: a stray character in a line must not cut it for the others
)
