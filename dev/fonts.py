# SPDX-License-Identifier: MIT
"""Makes theme/static/fonts/ and theme/styles/faces.css from the foundry's own releases.

Run by hand, when a face or its characters change: `python dev/fonts.py` (needs npm).
The faces are Adobe's Source Serif 4 and Source Sans 3 under the SIL Open Font License.
Their reserved name is "Source", so what is made here, being modified, has other names.

The foundry's packages and not the smaller ones of font services: those leave out
old-style figures, which the text is set with.
"""

import hashlib
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib import instancer  # type: ignore[import-untyped]

PACKAGES = ("source-serif@4.5.1", "source-sans@3.52.0")
STATIC = Path("theme/static/fonts")
STYLES = Path("theme/styles/faces.css")

# What English and its neighbours print. Latin-1's fractions, superscripts and old currency
# signs are left to the reader's own faces: they are 2 KB a face and in no seed seen so far.
LATIN = "U+20-7E,U+A0-A3,U+A5,U+A7,U+A9,U+AB,U+AE,U+B0-B1,U+B7,U+BB,U+BD,U+BF-FF,U+131,U+152-153,"
LATIN += "U+160-161,U+178,U+17D-17E,U+2009,U+2010-2011,U+2013-2014,U+2018-201E,U+2020,U+2022,"
LATIN += "U+2026,U+202F,U+2032-2033,U+2039-203A,U+20AC,U+2122,U+2190,U+2192,U+2212"
EXTENDED = "U+100-130,U+132-151,U+154-15F,U+162-177,U+179-17C,U+17F,U+218-21B,U+1E9E"

DROPPED_TABLES = ("BASE", "DSIG", "GDEF", "HVAR", "MVAR", "STAT")

# How often a letter stands in English prose, in thousandths, space included: for the mean
# width by which the reader's own face is scaled while ours is on its way.
LETTERS = {
    " ": 182, "e": 102, "t": 74, "a": 66, "o": 62, "n": 57, "i": 57, "s": 52, "r": 49, "h": 50,
    "l": 33, "d": 35, "u": 23, "c": 22, "m": 20, "f": 18, "w": 19, "g": 16, "y": 16, "p": 15,
    "b": 12, "v": 8, "k": 6, ".": 9, ",": 9, "T": 3, "S": 3, "A": 3, "I": 3, "M": 2, "1": 2, "0": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """One face of ours: where it comes from, and what is kept of it."""

    name: str
    source: str
    axes: Mapping[str, float | tuple[float, float]]
    features: tuple[str, ...]
    family: str
    style: str = "normal"


SERIF = "source-serif/VAR/SourceSerif4Variable-Roman.ttf"
ITALIC = "source-serif/VAR/SourceSerif4Variable-Italic.ttf"
SANS = "source-sans/VF/SourceSans3VF-Upright.ttf"
FIGURES = ("kern", "liga", "onum", "lnum", "pnum", "tnum")

FACES = (
    Face(
        "display",
        SERIF,
        {"opsz": 60, "wght": 600},
        ("kern", "liga", "pnum"),
        "Seed Display",
    ),
    # Regular and bold apart: a variable file of both is 32 KB, and news is seldom bold.
    Face("text", SERIF, {"opsz": 14, "wght": 400}, FIGURES, "Seed Text"),
    Face("text-bold", SERIF, {"opsz": 14, "wght": 700}, FIGURES, "Seed Text"),
    Face("text-italic", ITALIC, {"opsz": 14, "wght": 400}, FIGURES, "Seed Text", "italic"),
    # Its figures are lining and tabular from the start: furniture needs no others.
    Face("sans", SANS, {"wght": (400, 700)}, ("kern",), "Seed Sans"),
)


@dataclass(frozen=True, slots=True)
class StandIn:
    """Faces that readers have, shown until ours is there: all of one mean width.

    `width` is the mean of LETTERS as a share of the em.
    """

    of: str
    suffix: str
    local: tuple[str, ...]
    width: float


# Times and Arial are measured on Liberation, which has their widths; Noto Serif and Roboto
# (Android) by the share that Capsize's published metrics give them of Times and Arial; DejaVu on itself. It is a
# quarter wider than ours, which comes last of the three: without a measure the strip over the nameplate would break.
STAND_INS = (
    StandIn("display", "Fallback", ("Times New Roman Bold", "Liberation Serif Bold"), 0.4253),
    StandIn("display", "Android", ("Noto Serif Bold", "NotoSerif-Bold"), 0.5034),
    StandIn("text", "Fallback", ("Times New Roman", "Liberation Serif"), 0.4002),
    StandIn("text", "Android", ("Noto Serif", "NotoSerif"), 0.4738),
    StandIn("sans", "Fallback", ("Arial", "Liberation Sans", "Roboto"), 0.4408),
    StandIn("sans", "Linux", ("DejaVu Sans", "DejaVuSans"), 0.5048),
)


def main() -> None:
    """Download, cut, rename and write all faces, their styles and what they came from."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [packed(package, Path(folder)) for package in PACKAGES]
        STATIC.mkdir(parents=True, exist_ok=True)
        rules, widths = [], {}
        for face in FACES:
            source = Path(folder) / face.source
            whole = instance(source, face)
            for suffix, characters in (("", LATIN), ("-ext", EXTENDED)):
                font = cut(whole, face, characters)
                path = STATIC / f"{face.name}{suffix}.woff2"
                font.save(path)
                rules.append(rule(face, path.name, characters))
                if not suffix:
                    widths[face.name] = font
        rules += [stand_in_rule(one, widths[one.of]) for one in STAND_INS]
        licence = (Path(folder) / "source-serif" / "LICENSE.md").read_text(encoding="utf-8")
    (STATIC / "OFL.txt").write_text(licence.replace("\r\n", "\n"), encoding="utf-8")
    (STATIC / "SOURCES").write_text(sources_text(sources), encoding="utf-8")
    STYLES.write_text(styles_text(rules), encoding="utf-8")


def packed(package: str, folder: Path) -> str:
    """Unpack the npm package `name@version` into `folder`/name; return its line for SOURCES."""
    name = package.rpartition("@")[0]
    npm = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    archive = folder / subprocess.run(npm, check=True, capture_output=True, text=True).stdout.strip()
    with tarfile.open(archive) as opened:
        for member in opened.getmembers():
            # npm packs everything under "package/"; the folder's name says which package.
            member.name = str(Path(name, *Path(member.name).parts[1:]))
            opened.extract(member, folder, filter="data")
    return f"{digest(archive)}  npm {package}"


def instance(source: Path, face: Face) -> bytes:
    """Return the face pinned to its axes, all characters in it.

    As bytes, to be read again: the instancer leaves glyphs without variations out of
    gvar, and the subsetter looks for all of them there.
    """
    font = TTFont(source, recalcTimestamp=False)
    instancer.instantiateVariableFont(font, dict(face.axes), inplace=True)
    whole = BytesIO()
    font.save(whole)
    return whole.getvalue()


def cut(whole: bytes, face: Face, characters: str) -> TTFont:
    """Return the face reduced to `characters`, under our name."""
    font = TTFont(BytesIO(whole), recalcTimestamp=False)
    options = subset.Options(layout_features=list(face.features), hinting=False)
    options.drop_tables += DROPPED_TABLES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(characters.replace("U+", "")))
    subsetter.subset(font)
    rename(font, face)
    font.flavor = "woff2"
    return font


def rename(font: TTFont, face: Face) -> None:
    """Give the face our name: the licence reserves the old one for the unmodified face."""
    own = f"{face.family} {face.name}"
    new = {1: face.family, 3: own, 4: own, 6: own.replace(" ", "-")}
    for name, text in new.items():
        font["name"].setName(text, name, 3, 1, 0x409)


def rule(face: Face, file: str, characters: str) -> str:
    """Return the @font-face rule of one file."""
    weight = face.axes["wght"]
    weights = f"{weight[0]} {weight[1]}" if isinstance(weight, tuple) else str(weight)
    declarations = {
        "font-family": f'"{face.family}"',
        "src": f'url("fonts/{file}") format("woff2")',
        "font-weight": weights,
        **({"font-style": face.style} if face.style != "normal" else {}),
        "font-display": "swap",
    }
    # The later rule wins where its range fits, so that the Latin file needs no range of its own.
    if characters == EXTENDED:
        declarations["unicode-range"] = characters
    return block(declarations)


def stand_in_rule(one: StandIn, ours: Any) -> str:
    """Return the @font-face rule which gives the reader's own faces the measures of ours."""
    family = next(face.family for face in FACES if face.name == one.of)
    size = mean_width(ours) / one.width
    em = ours["head"].unitsPerEm * size
    declarations = {
        "font-family": f'"{family} {one.suffix}"',
        "src": ", ".join(f'local("{name}")' for name in one.local),
        "size-adjust": f"{size:.1%}",
        "ascent-override": f"{ours['hhea'].ascent / em:.1%}",
        "descent-override": f"{-ours['hhea'].descent / em:.1%}",
        "line-gap-override": "0%",
    }
    return block(declarations)


def mean_width(font: Any) -> float:
    """Return the mean width of LETTERS as a share of the em."""
    names, metrics = font.getBestCmap(), font["hmtx"]
    total = sum(metrics[names[ord(letter)]][0] * share for letter, share in LETTERS.items())
    return float(total) / sum(LETTERS.values()) / float(font["head"].unitsPerEm)


def block(declarations: Mapping[str, str]) -> str:
    """Return an indented @font-face rule."""
    lines = "".join(f"    {name}: {value};\n" for name, value in declarations.items())
    return f"  @font-face {{\n{lines}  }}\n"


def styles_text(rules: Iterable[str]) -> str:
    """Return faces.css."""
    head = "/* SPDX-License-Identifier: MIT */\n/* Written by dev/fonts.py: change it there. */\n"
    return head + "@layer tokens {\n" + "\n".join(rules) + "}\n"


def sources_text(packages: Iterable[str]) -> str:
    """Return SOURCES: the SHA-256 of every package that was used and every file that was made."""
    made = [f"{digest(path)}  {path.name}" for path in sorted(STATIC.glob("*.woff2"))]
    head = "Made by dev/fonts.py from these packages (SIL Open Font License 1.1, see OFL.txt):"
    return "\n".join([head, "", *packages, "", "Files:", "", *made, ""])


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
