# SPDX-License-Identifier: MIT
"""The vendored faces are those that SOURCES names, have what the paper sets, and weigh little."""

import hashlib
import re
import string

import pytest
from fontTools.ttLib import TTFont

from dev.examples import THEME

FONTS = THEME / "static" / "fonts"
FACES = (THEME / "styles" / "faces.css").read_text(encoding="utf-8")
FIRST_VISIT = ("display.woff2", "text.woff2", "sans.woff2")


def test_sources_names_every_file_with_its_checksum() -> None:
    lines = (FONTS / "SOURCES").read_text(encoding="utf-8").splitlines()
    named = {line.split()[1]: line.split()[0] for line in lines if line.endswith(".woff2")}
    assert named == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.woff2")}


def test_the_styles_load_every_file_and_no_other() -> None:
    assert set(re.findall(r'url\("fonts/([^"]+)"\)', FACES)) == {path.name for path in FONTS.glob("*.woff2")}


@pytest.mark.parametrize("file", FIRST_VISIT)
def test_a_face_of_the_first_visit_has_the_letters_and_marks_of_english_print(file: str) -> None:
    characters = set(map(chr, TTFont(FONTS / file).getBestCmap()))
    assert set(string.ascii_letters + string.digits + "“”‘’–—…£€é§·←→") <= characters


def test_the_text_face_has_old_style_lining_and_tabular_figures() -> None:
    features = TTFont(FONTS / "text.woff2")["GSUB"].table.FeatureList.FeatureRecord
    assert {"onum", "lnum", "pnum", "tnum"} <= {record.FeatureTag for record in features}


def test_no_face_of_ours_bears_the_reserved_name() -> None:
    for path in FONTS.glob("*.woff2"):
        names = [str(record) for record in TTFont(path)["name"].names if record.nameID in {1, 3, 4, 6}]
        assert names
        assert not [name for name in names if "Source" in name]


def test_the_first_visits_faces_weigh_56_kb_at_most() -> None:
    assert sum((FONTS / file).stat().st_size for file in FIRST_VISIT) <= 56 * 1024
