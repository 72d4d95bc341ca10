# SPDX-License-Identifier: MIT
"""Makes newsroom/plugins/share/fonts/: the faces of share pictures and icons, a file a script.

Run by hand, when a face or its characters change: `python -m dev.share_fonts` (needs npm). Latin, Greek and Cyrillic
are the theme's own faces with more characters; Arabic, Hebrew, Bengali and Devanagari are Noto's, which hold the
Latin letters that stand among them. All under the SIL Open Font License. TTF and not WOFF2, which FreeType and
fontTools read with nothing else installed; git packs them.
"""

import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from dev import fonts

FOLDER = Path("newsroom/plugins/share/fonts")
SERIF, SANS = "source-serif@4.5.1", "source-sans@3.52.0"
# Vietnamese, Greek with its accents, Cyrillic; what U+1E00-1E9F have is in no seed seen so far
WIDE = f"{fonts.LATIN},{fonts.EXTENDED},U+1A0-1A1,U+1AF-1B0,U+1EA0-1EF9,U+300-304,U+306,U+309,U+31B,U+323,"
WIDE += "U+384-38A,U+38C,U+38E-3A1,U+3A3-3CE,U+400-45F,U+490-491,U+4D8-4D9,U+2116"
AMONG = f"{fonts.LATIN},U+200C-200F,U+25CC,"  # what stands among the letters of other scripts

FACES = (
    fonts.Face("headline", fonts.SERIF, {"opsz": 60, "wght": 600}, ("kern", "liga", "pnum"), "Seed Share Headline"),
    fonts.Face("small", fonts.SANS, {"wght": 600}, ("kern",), "Seed Share Small"),
)
# {our name: (package, file in it, characters)}
SCRIPTS = {
    "arabic": (
        "@expo-google-fonts/noto-naskh-arabic@0.4.5",
        "600SemiBold/NotoNaskhArabic_600SemiBold.ttf",
        "U+600-6FF,U+750-77F,U+8A0-8B4,U+FDF2,U+FDFC",
    ),
    "hebrew": (
        "@expo-google-fonts/noto-serif-hebrew@0.4.2",
        "600SemiBold/NotoSerifHebrew_600SemiBold.ttf",
        "U+5B0-5C7,U+5D0-5EA,U+5EF-5F4,U+20AA",
    ),
    "bengali": (
        "@expo-google-fonts/noto-serif-bengali@0.4.4",
        "600SemiBold/NotoSerifBengali_600SemiBold.ttf",
        "U+964-965,U+980-9FE,U+20B9",
    ),
    "devanagari": (
        "@expo-google-fonts/noto-serif-devanagari@0.4.1",
        "600SemiBold/NotoSerifDevanagari_600SemiBold.ttf",
        "U+900-97F,U+20B9",
    ),
}


def main() -> None:
    """Download, cut, rename and write all faces, their licences and what they came from."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = [fonts.packed(SERIF, folder), fonts.packed(SANS, folder)]
        for face in FACES:
            font = fonts.cut(fonts.instance(folder / face.source, face), face, WIDE)
            font.flavor = None
            font.save(FOLDER / f"{face.name}.ttf")
        licences = [folder / "source-serif" / "LICENSE.md"]
        for script, (package, file, characters) in SCRIPTS.items():
            sources.append(fonts.packed(package, folder))
            home = folder / package.rpartition("@")[0]
            of_script(home / file, script, AMONG + characters).save(FOLDER / f"{script}.ttf")
            licences.append(home / "LICENSE_FONT")
        (FOLDER / "OFL.txt").write_text("\n\n".join(map(_read, licences)), encoding="utf-8")
    made = [f"{fonts.digest(path)}  {path.name}" for path in sorted(FOLDER.glob("*.ttf"))]
    head = "Made by dev/share_fonts.py from these packages (SIL Open Font License 1.1, see OFL.txt):"
    (FOLDER / "SOURCES").write_text("\n".join([head, "", *sources, "", "Files:", "", *made, ""]), encoding="utf-8")


def of_script(source: Path, script: str, characters: str) -> Any:
    """Return a face of one script reduced to `characters`, with all the rules by which its letters join."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(layout_features=["*"], hinting=False)
    options.drop_tables += ("BASE", "DSIG", "HVAR", "MVAR", "STAT", "meta")
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(characters.replace("U+", "")))
    subsetter.subset(font)
    fonts.rename(font, fonts.Face(script, str(source), {}, (), f"Seed Share {script.title()}"))
    whole = BytesIO()
    font.save(whole)
    return TTFont(whole, recalcTimestamp=False)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").strip() + "\n"


if __name__ == "__main__":
    main()
