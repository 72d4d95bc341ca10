# SPDX-License-Identifier: MIT
"""The list of a published site's files, which the press leaves beside it for those who carry the site on."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from hashlib import md5
from pathlib import Path

from newsroom.stop import Stop


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: how large, its MD5, by which object storage tells what it has, and whether it is a story."""

    size: int
    md5: str
    is_story: bool


Manifest = dict[str, File]


def place_of(output: Path) -> Path:
    """Where the manifest of a site lies: beside it, for it is no part of it."""
    return output.with_name(f".{output.name}.manifest")


def manifest_of(tree: Path, stories: Collection[str]) -> Manifest:
    """The manifest of a folder, by name; `stories` are the names of the pages of stories."""
    found = sorted(path for path in tree.rglob("*") if path.is_file())
    names = ((path.relative_to(tree).as_posix(), path.read_bytes()) for path in found)
    return {
        name: File(len(data), md5(data, usedforsecurity=False).hexdigest(), name in stories) for name, data in names
    }


def written(manifest: Manifest) -> str:
    """The manifest as JSON, by name."""
    return json.dumps({name: asdict(file) for name, file in sorted(manifest.items())}, indent=0) + "\n"


def read(text: str, where: str) -> Manifest:
    """The manifest that a text states. Stop where it states none."""
    try:
        return {
            str(name): File(int(each["size"]), str(each["md5"]), bool(each["is_story"]))
            for name, each in json.loads(text).items()
        }
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Stop(f"{where}: this is no manifest of a site: {error}") from error


def published(output: Path) -> Manifest:
    """The manifest of the site that stands in `output`. Stop unless it is, byte for byte, what was published last."""
    file = place_of(output)
    if not file.is_file():
        raise Stop(f"{output.name}/ was not published: SITEURL=https://example.org invoke publish")
    stated = read(file.read_text("utf-8"), file.name)
    found = manifest_of(output, {name for name, each in stated.items() if each.is_story})
    if found != stated:
        other = min(name for name in {*found, *stated} if found.get(name) != stated.get(name))
        raise Stop(f"{output.name}/{other} is not as it was published; invoke publish")
    return stated
