# SPDX-License-Identifier: MIT
"""The post file: every key of its front matter, its type and its words.

It is the only thing that the converter and the site share, read and written here alone.
"""

from newsroom.schema.address import RESERVED, Kind, kept_from, slug_from
from newsroom.schema.content import facts_of
from newsroom.schema.file import FRONT_MATTER_MAX, front_from, line_of, parts_of, read, write
from newsroom.schema.label import Label
from newsroom.schema.moves import moves_from, moves_written
from newsroom.schema.pairs import Pair, PostError
from newsroom.schema.post import (
    ILLEGAL,
    LONGEST,
    FieldError,
    FrontMatter,
    PostFile,
    address_for,
    digest,
    is_edited,
    takes,
)
from newsroom.schema.remark import Remark
from newsroom.schema.stamp import Stamp

__all__ = [
    "FRONT_MATTER_MAX",
    "ILLEGAL",
    "LONGEST",
    "RESERVED",
    "FieldError",
    "FrontMatter",
    "Kind",
    "Label",
    "Pair",
    "PostError",
    "PostFile",
    "Remark",
    "Stamp",
    "address_for",
    "digest",
    "facts_of",
    "front_from",
    "is_edited",
    "kept_from",
    "line_of",
    "moves_from",
    "moves_written",
    "parts_of",
    "read",
    "slug_from",
    "takes",
    "write",
]
