# SPDX-License-Identifier: AGPL-3.0-only
"""Pictures from content/images/: turned upright, without what a camera wrote into them, in the sizes that pages need.

Sets `picture` on each article that states an image. Every picture of the folder is published under its own
name too, for text that shows it. What was made is kept in PICTURE_CACHE, by the bytes that it was made from.
"""

import logging
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

import PIL
from pelican import signals
from pelican.generators import Generator
from PIL import Image, ImageOps

from newsroom.printed import printable

logger = logging.getLogger(__name__)

FOLDER = "images"
WIDTHS = (400, 720, 1280)  # a phone's column; a column on a phone of twice its dots or at the desk; on a dense desk
LARGEST = 1600  # of a picture inside a text, whose markup names one file
MOST_PIXELS = 64_000_000  # decoded they take 192 MB; a file of 20 KB can say that it has more
_NAME = re.compile(r"(?:\w[\w .-]*/)*\w[\w .-]*")  # as a post can state it
_LONGEST_NAME = 200  # the names of copies are longer
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
QUALITY = 72
_ORIENTATION = 0x0112  # EXIF: from 5 on, the sides are exchanged


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it: its default file, all of them for `srcset`, its size in pixels, its words.

    `path` is that of the picture under its own name, below the root: in its own format, for those who share it.
    """

    src: str
    path: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to make: from `source`, at most `width` pixels wide, at `name` below the output folder."""

    source: Path
    width: int
    name: str


def opened(source: Path) -> Image.Image:
    """Return the picture, not yet decoded. The file's own name for its format is not taken: one is a program's."""
    return Image.open(source, formats=tuple({*FORMATS.values()}))


def size_of(source: Path) -> tuple[int, int] | None:
    """Return width and height of the upright picture, or None where the file is none; nothing is decoded."""
    try:
        with opened(source) as image:
            width, height = image.size
            turned = image.getexif().get(_ORIENTATION, 1) >= 5
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return (height, width) if turned else (width, height)


def fault_of(source: Path, folder: Path, cache: Path | None) -> str | None:
    """Return why a file below `folder` is not published, or None; a picture that nobody has seen yet is decoded."""
    if not _NAME.fullmatch(source.relative_to(folder).as_posix()):
        return "its name has other characters than letters, digits, spaces and . _ -"
    if len(os.fsencode(source.name)) > _LONGEST_NAME:
        return f"its name is longer than {_LONGEST_NAME} bytes"
    if not Path(os.path.realpath(source)).is_relative_to(folder):
        return "it is a link that leads out of the folder"
    size = size_of(source) if source.suffix in FORMATS and source.is_file() else None
    if size is None:
        return "it is no picture in a .jpg, .jpeg, .png or .webp file"
    if size[0] * size[1] > MOST_PIXELS:
        return f"{size[0]:,} by {size[1]:,} pixels are more than {MOST_PIXELS:,}"
    seen = cache and _kept(_own(source, folder, size), cache).is_file()
    return None if seen else _damage_of(source)


def _damage_of(source: Path) -> str | None:
    try:
        with opened(source) as image:
            ImageOps.exif_transpose(image).load()
    except Exception as error:  # noqa: BLE001 - each decoder has its own
        return f"it cannot be decoded: {error}"
    return None


def copies_of(source: Path, folder: Path, width: int) -> tuple[Copy, ...]:
    """Return the files in which a post's picture of this width is published, the narrowest first.

    Their names hold the first eight digits of the picture's SHA-256: browsers may keep them for ever.
    """
    inside = source.relative_to(folder)
    digest = sha256(source.read_bytes()).hexdigest()[:8]
    widths = [each for each in WIDTHS if each < width] + [min(width, WIDTHS[-1])]
    stem = (FOLDER / inside.with_suffix("")).as_posix()
    return tuple(Copy(source, each, f"{stem}.{digest}.{each}.webp") for each in dict.fromkeys(widths))


def picture_from(post: Any, copies: Sequence[Copy], size: tuple[int, int], root: str) -> Picture:
    """Return the picture that a post states, in these files."""
    addresses = [f"{root}/{quote(copy.name)}" for copy in copies]
    places = (f"{address} {copy.width}w" for address, copy in zip(addresses, copies, strict=True))
    largest = copies[-1].width
    return Picture(
        src=addresses[min(1, len(addresses) - 1)],
        path=quote(f"{FOLDER}/{post.image}"),
        srcset=", ".join(places) if len(copies) > 1 else "",
        width=largest,
        height=max(1, round(size[1] * largest / size[0])),
        alt=post.image_alt,
        caption=post.image_caption,
        credit=post.image_credit,
    )


def written(copy: Copy, target: Path, cache: Path | None) -> None:
    """Write the file of a copy, from the cache where it holds it. Raises OSError where it cannot be made."""
    target.parent.mkdir(parents=True, exist_ok=True)
    kept = cache and _kept(copy, cache)
    if kept and kept.is_file():
        shutil.copyfile(kept, target)
        return
    with opened(copy.source) as image:
        upright = ImageOps.exif_transpose(image)
        kind = FORMATS[target.suffix]
        if kind == "JPEG" and upright.mode != "RGB":
            upright = upright.convert("RGB")
        height = max(1, round(upright.height * copy.width / upright.width))
        if copy.width < upright.width:
            upright = upright.resize((copy.width, height), Image.Resampling.LANCZOS)
        upright.info.clear()  # EXIF, comments, profiles: nothing of the camera's goes out
        options: dict[str, Any] = {"optimize": True} if kind == "PNG" else {"quality": QUALITY}
        upright.save(target, kind, **options, **({"progressive": True, "optimize": True} if kind == "JPEG" else {}))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        half = kept.with_suffix(".part")
        shutil.copyfile(target, half)
        half.replace(kept)


def _key(copy: Copy) -> str:
    facts = f"{PIL.__version__} {copy.width} {QUALITY} ".encode()
    return sha256(facts + copy.source.read_bytes()).hexdigest()


def _kept(copy: Copy, cache: Path) -> Path:
    return cache / f"{_key(copy)}{Path(copy.name).suffix}"


def _own(source: Path, folder: Path, size: tuple[int, int]) -> Copy:
    """Return the copy of a picture that goes by its own name."""
    return Copy(source, min(size[0], LARGEST), (FOLDER / source.relative_to(folder)).as_posix())


def found_in(folder: Path, cache: Path | None) -> Iterator[Copy]:
    """Yield the pictures of a folder under their own names, and say which of its files are not published."""
    for path in sorted(folder.rglob("*")):
        if path.name.startswith(".") or path.is_dir():
            continue
        fault = fault_of(path, folder, cache)
        if fault:
            logger.warning("%s: not published: %s", printable(str(path)), fault)
        else:
            yield _own(path, folder, size_of(path) or (0, 0))


class PicturesGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Finds the pictures before any page is written, and writes them."""

    def generate_context(self) -> None:
        """Set `picture` on the articles."""
        self.folder = Path(self.path, FOLDER).resolve()
        self.cache = Path(self.settings["PICTURE_CACHE"]) if self.settings.get("PICTURE_CACHE") else None
        self.copies = {copy.name: copy for copy in found_in(self.folder, self.cache)}
        self.published = frozenset(copy.source for copy in self.copies.values())
        for name in ("articles", "drafts", "hidden_articles"):
            for article in self.context[name]:
                article.picture = self._picture(article.post)

    def _picture(self, post: Any) -> Picture | None:
        source = self.folder / post.image if post.image else None
        size = size_of(source) if source and source in self.published else None
        if source is None or size is None:
            return None
        copies = copies_of(source, self.folder, size[0])
        self.copies |= {copy.name: copy for copy in copies}
        return picture_from(post, copies, size, self.context["root"])

    def generate_output(self, _writer: Any) -> None:
        """Write every file."""
        for copy in self.copies.values():
            written(copy, Path(self.output_path, copy.name), self.cache)


def pictures_generator(_pelican: Any) -> type[PicturesGenerator]:
    """Return the generator to add to Pelican's own."""
    return PicturesGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(pictures_generator)
