# SPDX-License-Identifier: AGPL-3.0-only
"""The paper's icons: its initials in the type of the nameplate, between the nameplate's rules; and the manifest.

favicon.ico and apple-touch-icon.png have the names at which programs look for them unasked.
"""

import json
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from newsroom.plugins.share.faces import HEADLINE, Face, face_for, is_right_to_left, writable

_BOX = 32  # units, in which all sizes are drawn
_RULES = ((2.0, 3.0), (28.5, 29.5), (30.2, 30.8))  # top and bottom of each
_SIDE = 3.0
_CAPITALS = 0.67  # the height of the nameplate's, in ems: three letters are as wide as they are let
_TALLEST, _WIDEST = 20.0, 25.0
_PAPER, _INK = "#fffdfa", "#16181d"
_FINE = 4  # each pixel is drawn as so many by so many
_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "o",
                       "os", "as", "de", "het", "den", "det"})  # fmt: skip
_MOST = 3  # initials: more cannot be read at 16 pixels

# Icons by the name under which the site has them, and their sizes in pixels
_SIZES = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
FILES = ("favicon.ico", "icon.svg", *_SIZES, "manifest.webmanifest")


def icons_of(settings: dict[str, Any], root: str, look: str, cache: Path) -> dict[str, bytes]:
    """{name: content} of all icons, and of the manifest of a site whose addresses begin with `root`."""
    initials = initials_of(settings["SITENAME"])
    face = face_for(initials, HEADLINE, tuple(settings.get("SHARE_FONTS", ())))
    letters = initials if face else ""
    makers: dict[str, Callable[[], bytes]] = {
        "icon.svg": lambda: _svg(letters, face or HEADLINE),
        "favicon.ico": lambda: _ico(letters, face or HEADLINE),
        **{name: partial(_png, letters, face or HEADLINE, size) for name, size in _SIZES.items()},
    }
    found = {name: _kept(cache / f"{sha256(f'{look} {letters}'.encode()).hexdigest()[:16]}-{name}", maker)
             for name, maker in makers.items()}  # fmt: skip
    return {**found, "manifest.webmanifest": manifest_of(settings, root)}


def initials_of(name: str) -> str:
    """The first letters of a paper's name without its article: DS of The Daily Seed. One where letters have no case."""
    words = ["".join(letter for letter in word if letter.isalnum()) for word in writable(name).split()]
    words = [word for word in words if word]
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    return "".join(word[0].upper() for word in cased)[:_MOST] or (words[0][0] if words else "")


def manifest_of(settings: dict[str, Any], root: str) -> bytes:
    """The web app manifest: a paper on a home screen has its name and icon, and the browser's own ways back."""
    name = settings["SITENAME"]
    stated = {
        "id": f"{root}/",
        "name": name,
        "short_name": name if len(name) <= 15 else initials_of(name) or name,
        "description": settings.get("SITE_DESCRIPTION"),
        "lang": settings["DEFAULT_LANG"],
        "dir": "rtl" if is_right_to_left(name) else None,
        "start_url": f"{root}/",
        "scope": f"{root}/",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": [
            {"src": f"{root}/icon.svg", "sizes": "any", "type": "image/svg+xml"},
            *(
                {"src": f"{root}/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
                for size in (192, 512)
            ),
        ],
    }
    return (
        json.dumps({key: value for key, value in stated.items() if value}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


def _kept(path: Path, maker: Callable[[], bytes]) -> bytes:
    if path.is_file():
        return path.read_bytes()
    data = maker()
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.part")
    half.write_bytes(data)
    half.replace(path)
    return data


def _scale(letters: str, face: Face) -> tuple[float, float]:
    """The size of the letters and their width, in units of the box."""
    width = face.at(1000).getlength(letters) / 1000
    size = min(_TALLEST / _CAPITALS, _WIDEST / width if width else _TALLEST)
    return size, width * size


def _baseline(size: float) -> float:
    """Where letters stand, so that capitals are in the middle between the rules."""
    return (_RULES[0][1] + _RULES[1][0] + size * _CAPITALS) / 2


def _svg(letters: str, face: Face) -> bytes:
    rules = "".join(
        f"M{_SIDE:g} {top:g}h{_BOX - 2 * _SIDE:g}v{bottom - top:.1f}h-{_BOX - 2 * _SIDE:g}z" for top, bottom in _RULES
    )
    size, width = _scale(letters, face)
    outline = _outline(letters, face, size, (_BOX - width) / 2, _baseline(size)) if letters else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BOX} {_BOX}">'
        f'<path fill="{_PAPER}" d="M0 0h{_BOX}v{_BOX}H0z"/>'
        f'<path fill="{_INK}" d="{rules}{outline}"/></svg>\n'
    ).encode()


def _outline(letters: str, face: Face, size: float, left: float, baseline: float) -> str:
    """The letters as a path, side by side."""
    from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]  # only where icons are made anew
    from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(face.path, lazy=True, fontNumber=0) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        scale = size / font["head"].unitsPerEm
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{round(number, 1):g}")
        for letter in letters:
            glyph = glyphs[names[ord(letter)]]
            glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, left, baseline)))
            left += glyph.width * scale
        return str(pen.getCommands())


def _drawn(letters: str, face: Face, pixels: int) -> Image.Image:
    unit = pixels * _FINE / _BOX
    image = Image.new("L", (pixels * _FINE, pixels * _FINE), 0)
    draw = ImageDraw.Draw(image)
    for top, bottom in _RULES:
        draw.rectangle(
            (round(_SIDE * unit), round(top * unit), round((_BOX - _SIDE) * unit) - 1, round(bottom * unit) - 1), 255
        )
    if letters:
        size, _ = _scale(letters, face)
        font = face.at(round(size * unit))
        draw.text((pixels * _FINE / 2, _baseline(size) * unit), letters, 255, font, anchor="ms")
    small = image.resize((pixels, pixels), Image.Resampling.BOX)
    coloured = Image.new("RGB", small.size, _PAPER)
    coloured.paste(Image.new("RGB", small.size, _INK), (0, 0), small)
    return coloured


def _png(letters: str, face: Face, pixels: int) -> bytes:
    packed = BytesIO()
    _drawn(letters, face, pixels).quantize(32, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        packed, "PNG", compress_level=9
    )
    return packed.getvalue()


def _ico(letters: str, face: Face) -> bytes:
    packed = BytesIO()
    sizes = [(each, each) for each in (16, 32, 48)]
    drawn = [_drawn(letters, face, each) for each, _ in sizes]
    drawn[-1].save(packed, "ICO", sizes=sizes, append_images=drawn[:-1])
    return packed.getvalue()
