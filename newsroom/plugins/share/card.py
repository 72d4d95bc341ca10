# SPDX-License-Identifier: AGPL-3.0-only
"""A share picture: a story's headline set in the paper's type, as a PNG file of 1200 by 630 pixels.

The same words make the same bytes by one version of Pillow, whose wheels bring FreeType, HarfBuzz and zlib along.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import chain

from PIL import Image, ImageDraw

from newsroom.plugins.share.faces import HEADLINE, SMALL, Face, face_for, is_right_to_left, writable
from newsroom.plugins.share.lines import ELLIPSIS, balanced, shortened, units_of

WIDTH, HEIGHT = 1200, 630
LARGEST_BYTES = 15_000
_MARGIN = 76
_MEASURE = WIDTH - 2 * _MARGIN
_SIZES = (112, 104, 96, 90, 84, 78, 72, 67, 62, 58, 54, 50, 46, 43, 40, 37, 34)
_MOST = 20  # lines
_STEP = 0.85  # from a setting to the next, where a picture is too large
_TOP, _BOTTOM, _AIR = 136, 536, 24  # between the rules; what the fullest headline leaves free
_KICKER, _DATE, _NAME = 28, 28, 46
_KICKER_ROOM, _KICKER_LINE, _TRACKING = 52, 34, 0.06
_PAPER, _INK, _ACCENT = (0xFF, 0xFD, 0xFA), (0x16, 0x18, 0x1D), (0x9B, 0x1C, 0x1F)  # theme/styles/tokens.css, light
_SOFT = 56  # a share of 255 of paper in what is less than black: the date
# Steps from paper to ink, and how many bytes a picture then has beside that of six (twelve headlines, eight scripts).
# Ten look the same and have 14 % more: most pictures would be made twice
_GREYS = {6: 1.0, 4: 0.86, 3: 0.77}
_ACCENTS = 4  # further colours
_LEVEL = 6  # zlib-ng's: 9 takes ten times as long and saves 6 %


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says, each as the site writes it. `further` are font files for other scripts than ours."""

    headline: str
    kicker: str
    date: str
    name: str
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """A headline as it is set: its lines, its face and size in pixels."""

    lines: tuple[str, ...]
    face: Face
    size: int

    @property
    def leading(self) -> int:
        """From line to line, in pixels."""
        return round(self.size * self.face.leading)

    @property
    def above(self) -> int:
        """What the marks of the first line need beyond its leading, in pixels."""
        ascent, descent = self.face.at(self.size).getmetrics()
        return max(0, (ascent + descent - self.leading) // 2)


def settings_of(headline: str, room: int, further: tuple[str, ...] = ()) -> Iterator[Setting]:
    """Yield how a headline may be set into `room` pixels of height, the largest first; nothing if no face has it.

    Whole as long as that can be, down to the smallest size; then line by line shorter, with an ellipsis.
    """
    text = writable(headline)
    face = face_for(text, HEADLINE, further)
    if face is None:
        return
    units = units_of(text)
    ems = [_ems(face.path, unit) for unit in units]
    largest, lines = float(_SIZES[0]), None
    for size in (size for size in _SIZES if size <= largest):
        lines = balanced(units, [size * em for em in ems], _MEASURE)
        if lines and len(lines) <= room // (size * face.leading):
            yield Setting(tuple(lines), face, size)
            largest = size * _STEP
    size = _SIZES[-1]
    dots = size * _ems(face.path, ELLIPSIS)
    for count in range(min(int(room // (size * face.leading)), len(lines) - 1 if lines else _MOST), 0, -1):
        yield Setting(tuple(shortened(units, [size * em for em in ems], _MEASURE, count, dots)), face, size)


@lru_cache(maxsize=20_000)
def _ems(path: str, text: str) -> float:
    """The width of a text in ems, a little more than it takes: sizes are hinted to whole pixels."""
    return Face(path, 1).at(100).getlength(text) / 100 * 1.015


def card_of(words: Words) -> bytes:
    """The picture. What no face can write is left out of it: no row of boxes stands for a word."""
    kicker = writable(words.kicker)
    face = face_for(kicker, SMALL, words.further)
    room = _BOTTOM - _TOP - (_KICKER_ROOM if face else 0) - _AIR
    packed = b""
    for setting in chain(settings_of(words.headline, room, words.further), (None,)):
        if packed and (setting is None or len(packed) <= LARGEST_BYTES):
            break
        packed = _painted(words, setting, (kicker, face) if face else None)
    return packed


def _painted(words: Words, setting: Setting | None, kicker: tuple[str, Face] | None) -> bytes:
    ink = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(ink)
    _frame(draw, words)
    above = (_KICKER_ROOM if kicker else 0) + (setting.above if setting else 0)
    height = above + (setting.leading * len(setting.lines) if setting else 0)
    top = _TOP + (_BOTTOM - _TOP - height) // 2
    from_right = is_right_to_left(words.headline)
    if setting:
        _lines(draw, setting, top + above, from_right)
    return _packed(ink, _kicker(*kicker, from_right) if kicker else None, top)


def _frame(draw: ImageDraw.ImageDraw, words: Words) -> None:
    """The nameplate over its rules, and the date below one."""
    right = WIDTH - _MARGIN
    for top, bottom in ((110, 112), (116, 117), (552, 552)):
        draw.rectangle((_MARGIN, top, right - 1, bottom), fill=255)
    name = writable(words.name)
    face = face_for(name, HEADLINE, words.further)
    if face:
        size = min(_NAME, int(_MEASURE / _ems(face.path, name)))
        draw.text((WIDTH // 2, 88), name, 255, face.at(size), anchor="ms", direction=_direction(name))
    date = writable(words.date)
    face = face_for(date, SMALL, words.further)
    if face:
        at = right if is_right_to_left(date) else _MARGIN
        anchor = "rs" if is_right_to_left(date) else "ls"
        draw.text((at, 593), date, 255 - _SOFT, face.at(_DATE), anchor=anchor, direction=_direction(date))


def _lines(draw: ImageDraw.ImageDraw, setting: Setting, top: int, from_right: bool) -> None:
    font = setting.face.at(setting.size)
    ascent, descent = font.getmetrics()
    baseline = top + (setting.leading - ascent - descent) // 2 + ascent
    at, anchor = (WIDTH - _MARGIN, "rs") if from_right else (_MARGIN, "ls")
    for number, line in enumerate(setting.lines):
        place = (at, baseline + number * setting.leading)
        draw.text(place, line, 255, font, anchor=anchor, direction="rtl" if from_right else "ltr")


def _kicker(kicker: str, face: Face, from_right: bool) -> Image.Image:
    """The kicker on a strip of its own; capitals, widely set, where the script has them."""
    strip = Image.new("L", (WIDTH, _KICKER_ROOM), 0)
    draw = ImageDraw.Draw(strip)
    font, tracking = face.at(_KICKER), _TRACKING * _KICKER if face == SMALL else 0
    capitals = _capitals(kicker)
    text = capitals if face == SMALL and SMALL.covers(capitals) else kicker
    while font.getlength(text) + tracking * len(text) > _MEASURE:  # by words; a single one that long is left out
        text = text.removesuffix(f" {ELLIPSIS}").rpartition(" ")[0]
        text = f"{text} {ELLIPSIS}" if text else ""
    if not tracking:
        at, anchor = (WIDTH - _MARGIN, "rs") if from_right else (_MARGIN, "ls")
        draw.text((at, _KICKER_LINE), text, 255, font, anchor=anchor, direction=_direction(text))
        return strip
    widths = [font.getlength(letter) + tracking for letter in text]
    left = WIDTH - _MARGIN - sum(widths) if from_right else float(_MARGIN)
    for letter, width in zip(text, widths, strict=True):
        draw.text((left, _KICKER_LINE), letter, 255, font, anchor="ls")
        left += width
    return strip


def _capitals(text: str) -> str:
    """Capitals as they are printed: Greek ones have no accents."""
    capitals = text.upper()
    if any("\u0370" <= letter < "\u0400" for letter in capitals):
        apart = unicodedata.normalize("NFD", capitals).replace("\u0301", "")
        capitals = unicodedata.normalize("NFC", apart)
    return capitals


def _direction(text: str) -> str:
    return "rtl" if is_right_to_left(text) else "ltr"


def _packed(ink: Image.Image, accent: Image.Image | None, top: int) -> bytes:
    """The PNG, with as many greys as keep it within LARGEST_BYTES."""
    first, packed = 0, b""
    for greys, share in _GREYS.items():
        if not packed or first * share <= LARGEST_BYTES or greys == min(_GREYS):
            packed = _png(ink, accent, top, greys)
            first = first or len(packed)
            if len(packed) <= LARGEST_BYTES:
                break
    return packed


def _png(ink: Image.Image, accent: Image.Image | None, top: int, greys: int) -> bytes:
    last = greys - 1
    picture = ink.point([(value * last + 127) // 255 for value in range(256)])
    if accent:
        reds = [last + (value * _ACCENTS + 127) // 255 for value in range(256)]
        picture.paste(accent.point(reds), (0, top), accent.point([255 if red > last else 0 for red in reds]))
    colours = [_mixed(_INK, step, last) for step in range(greys)]
    colours += [_mixed(_ACCENT, step, _ACCENTS) for step in range(1, _ACCENTS + 1)]
    coloured = Image.frombytes("P", picture.size, picture.tobytes())
    coloured.putpalette([part for colour in colours for part in colour])
    packed = BytesIO()
    coloured.save(packed, "PNG", bits=4, compress_level=_LEVEL)
    return packed.getvalue()


def _mixed(colour: tuple[int, int, int], step: int, last: int) -> tuple[int, ...]:
    """A colour `step` of `last` steps from the paper."""
    return tuple(paper + (part - paper) * step // last for paper, part in zip(_PAPER, colour, strict=True))
