# SPDX-License-Identifier: AGPL-3.0-only
"""The faces of share pictures and icons, and which of them can write a text. dev/share_fonts.py made ours."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import ImageFont

FOLDER = Path(__file__).with_name("fonts")
# Marks that are seen only by what they do to others; a face need not have them
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
_JOINERS = "\u200c\u200d"
_DRAWINGS = frozenset({"So", "Sk"})  # emoji and the like: a headline can be read without them
_SELECTORS = {chr(code) for code in range(0xFE00, 0xFE10)}
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Face:
    """A font file. `leading` is the height of its lines in ems: what stands below and above letters differs."""

    path: str
    leading: float

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """The face at a size in pixels, its letters joined by HarfBuzz."""
        return _opened(self.path, size)

    def covers(self, text: str) -> bool:
        """Whether it has every letter of a text."""
        return {ord(letter) for letter in text if unicodedata.category(letter) != "Cf"} <= _letters(self.path)


HEADLINE = Face(str(FOLDER / "headline.ttf"), 1.08)
SMALL = Face(str(FOLDER / "small.ttf"), 1.2)
_SCRIPTS = (
    Face(str(FOLDER / "arabic.ttf"), 1.5),
    Face(str(FOLDER / "hebrew.ttf"), 1.2),
    Face(str(FOLDER / "bengali.ttf"), 1.3),
    Face(str(FOLDER / "devanagari.ttf"), 1.35),
)
_OTHERS_LEADING = 1.3


def face_for(text: str, first: Face, further: Sequence[str]) -> Face | None:
    """The first face that can write a text: `first`, those of scripts, `further` files. None where none can."""
    faces = (first, *_SCRIPTS, *(Face(path, _OTHERS_LEADING) for path in further))
    return next((face for face in faces if face.covers(text)), None) if text else None


def writable(text: str) -> str:
    """A text without drawings and unseen marks, its letters composed. Joiners stay, they are spelling."""
    composed = unicodedata.normalize("NFC", text)
    return re.sub(" +", " ", "".join(filter(_is_written, composed))).strip()


def _is_written(letter: str) -> bool:
    if letter in _JOINERS:
        return True
    kind = unicodedata.category(letter)
    return kind not in _UNSEEN and kind not in _DRAWINGS and letter not in _SELECTORS


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from the right (UAX 9, P2)."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in _RIGHT_TO_LEFT for kind in kinds if kind == "L" or kind in _RIGHT_TO_LEFT), False)


@lru_cache(maxsize=128)
def _opened(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=64)
def _letters(path: str) -> frozenset[int]:
    with TTFont(path, lazy=True, fontNumber=0) as font:
        return frozenset(font.getBestCmap() or ())
