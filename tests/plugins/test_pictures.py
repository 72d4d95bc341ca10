# SPDX-License-Identifier: MIT
"""Pictures: upright, without what the camera wrote, in the sizes that pages need, made once."""

import logging
from pathlib import Path

import pytest
from PIL import Image

from newsroom.plugins.pictures import Copy, copies_of, fault_of, found_in, picture_from, size_of, written
from newsroom.schema import FrontMatter

WHERE = b"53.0,-9.0: the photographer's kitchen"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photograph of 1,000 by 500 pixels as a camera on its side leaves it: it is to be turned, and says where."""
    path = tmp_path / "images" / "quay at noon.jpg"
    path.parent.mkdir()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = WHERE.decode()
    Image.effect_noise((1000, 500), 60).convert("RGB").save(path, exif=exif, comment=WHERE)
    assert WHERE in path.read_bytes()
    return path


def test_the_size_is_that_of_the_upright_picture(photo: Path) -> None:
    assert size_of(photo) == (500, 1000)


def test_a_copy_is_upright_and_says_nothing_of_the_camera(photo: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "a.jpg"
    written(Copy(photo, 400, "a.jpg"), target, None)
    written(Copy(photo, 400, "a.webp"), target.with_suffix(".webp"), None)
    with Image.open(target.with_suffix(".webp")) as image:
        assert (image.format, image.size) == ("WEBP", (400, 800))
    with Image.open(target) as image:
        assert image.size == (400, 800)
        assert not image.getexif()
        assert "comment" not in image.info
    assert WHERE not in target.read_bytes()


@pytest.mark.parametrize("ending", [".png", ".webp", ".jpeg"])
def test_every_format_loses_what_was_written_into_it(tmp_path: Path, ending: str) -> None:
    source, target = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    exif = Image.Exif()
    exif[0x010E] = WHERE.decode()
    Image.new("RGBA" if ending != ".jpeg" else "CMYK", (30, 20)).save(source, exif=exif)
    assert WHERE in source.read_bytes()
    written(Copy(source, 30, "b"), target, None)
    assert WHERE not in target.read_bytes()


def test_widths_end_with_the_pictures_own_and_names_hold_its_bytes(photo: Path) -> None:
    folder = photo.parent
    narrow = copies_of(photo, folder, 500)
    assert [copy.width for copy in narrow] == [400, 500]
    assert [copy.width for copy in copies_of(photo, folder, 4000)] == [400, 720, 1280]
    assert [copy.width for copy in copies_of(photo, folder, 300)] == [300]
    before = narrow[0].name
    photo.write_bytes(photo.read_bytes() + b"x")
    assert copies_of(photo, folder, 500)[0].name != before


def test_a_picture_states_its_files_and_its_size(photo: Path) -> None:
    post = FrontMatter("T", image="quay at noon.jpg", image_alt="A quay", image_credit="Mara Quill")
    copies = copies_of(photo, photo.parent, 500)
    picture = picture_from(post, copies, (500, 1000), "/repo")
    assert picture.src.startswith("/repo/images/quay%20at%20noon.")
    assert picture.srcset.count(".400.webp 400w, /repo/") == 1
    assert picture.path == "images/quay%20at%20noon.jpg"
    assert (picture.width, picture.height, picture.alt, picture.caption) == (500, 1000, "A quay", None)


def test_what_was_made_once_is_taken_from_the_cache(photo: Path, tmp_path: Path) -> None:
    cache, target = tmp_path / "cache", tmp_path / "out" / "a.jpg"
    copy = Copy(photo, 400, "a.jpg")
    written(copy, target, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(b"from the cache")
    written(copy, target, cache)
    assert target.read_bytes() == b"from the cache"
    photo.write_bytes(photo.read_bytes() + b"x")
    written(copy, target, cache)
    assert target.read_bytes() != b"from the cache"


def test_what_is_no_picture_is_named_and_not_published(photo: Path, caplog: pytest.LogCaptureFixture) -> None:
    (photo.parent / "notes.txt").write_text("x", encoding="utf-8")
    (photo.parent / "half.png").write_bytes(b"\x89PNG\r\n")
    with caplog.at_level(logging.WARNING):
        assert [copy.source for copy in found_in(photo.parent, None)] == [photo]
    assert [record.getMessage().split(":")[0].rpartition("/")[2] for record in caplog.records] == [
        "half.png", "notes.txt"
    ]  # fmt: skip


def test_a_picture_of_too_many_pixels_is_never_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("1", (2000, 2000)).save(tmp_path / "a.png")
    assert fault_of(tmp_path / "a.png", tmp_path, None) is None
    monkeypatch.setattr("newsroom.plugins.pictures.MOST_PIXELS", 2000 * 2000 - 1)
    assert fault_of(tmp_path / "a.png", tmp_path, None) == "2,000 by 2,000 pixels are more than 3,999,999"


def test_a_picture_that_was_seen_is_not_decoded_again(photo: Path, tmp_path: Path) -> None:
    (copy,) = found_in(photo.parent, None)
    written(copy, tmp_path / "out.jpg", tmp_path / "cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsroom.plugins.pictures._damage_of", lambda _source: "looked at")
        assert list(found_in(photo.parent, tmp_path / "cache")) == [copy]
        assert list(found_in(photo.parent, None)) == []
