# SPDX-License-Identifier: MIT
"""Files whose names, kinds and links are hostile: each is named on one line of its own, and the paper stands."""

import gzip
import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.hostile.scene import Scene, make

SECRET = "What only this machine should know."
NAMES = ("a\nb", "esc\x1b[31m", "turned\u202egnp", os.fsdecode(b"bad\xff"), "line\u2028end")
POST = "title: T {0}\ndate: 2031-05-05\naddress: 2031/05/05/t-{0}/\n{1}\n\nText.\n"
SEEDS = {
    "deep/source.toml": b"a = " + b"[" * 20_000,
    "long/source.toml": b"a = " + b"9" * 20_000,
    "deep.jsonl": b'{"text":' + b"[" * 100_000 + b"\n",
    "half.jsonl": b'{"id":"\\ud800","text":"\\udfff"}\n{"text":null}\nNaN\n[]\n{"id":"%s","text":"x"}\n' % (b"i" * 900),
    "lie.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>x",
    "less.warc": b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: -5\r\n\r\nabc\r\n\r\n",
    "lie.parquet": b"PAR1" + b"\xff" * 500 + b"\xff\xff\xff\x7fPAR1",
    "bomb.txt.gz": gzip.compress(bytes(40_000_000)),
    "marks.html": b"<a><b><i><u>" * 20_000,
    "nul.txt": bytes(9_000),
    "%2e%2e%2fup.txt": b"x",
    "=cmd|x.txt": b"x",
}  # fmt: skip


def _picture(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    data = BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(data, kind)
    return data.getvalue()


# What each ends as: published, or why not
PICTURES = {
    "good.png": (_picture("PNG"), ""),
    "cut.jpg": (_picture("JPEG", (900, 900))[:4000], "it cannot be decoded"),
    "cut.png": (_picture("PNG", (300, 300))[:4000], "it is no picture"),
    "program.jpg": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n", "it is no picture"),
    "other.png": (_picture("TIFF"), "it is no picture"),
    "script.png": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "it is no picture"),
    "script.svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "it is no picture"),
    "<b>.png": (_picture("PNG"), "its name"),
    "n" * 240 + ".png": (_picture("PNG"), "its name is longer"),
}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    scene = make(tmp_path_factory.mktemp("disk") / "paper")
    outside = scene.folder.parent
    (outside / "secret.md").write_text(f"title: Secret\n\n{SECRET}\n", encoding="utf-8")
    (outside / "secret.txt").write_text(SECRET, encoding="utf-8")
    (outside / "secret.png").write_bytes(_picture("PNG"))
    news, images, seeds = (scene.folder / name for name in ("content/news", "content/images", "seeds"))
    for number, name in enumerate(NAMES):
        _write(news / f"{name}.md", POST.format(number, "").encode())
        _write(seeds / f"{name}.txt", b"x")
    for name, (data, _) in PICTURES.items():
        _write(images / name, data)
        if not name.startswith(("n", "<")):
            _write(news / f"of-{name}.md", POST.format(name[:-4] + name[-3:], f"image: {name}\nimage_alt: x").encode())
    for name, data in SEEDS.items():
        _write(seeds / name, data)
    _links(news, images, seeds)
    return scene


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _links(news: Path, images: Path, seeds: Path) -> None:
    (news / "secret.md").symlink_to("../../../secret.md")
    (news / "up").symlink_to("../../..")
    (news / "ring.md").symlink_to("ring.md")
    (news / "ring").symlink_to(".")
    (news / "gone.md").symlink_to("nowhere.md")
    os.mkfifo(news / "pipe.md")
    (images / "secret.png").symlink_to("../../../secret.png")
    (images / "ring.png").symlink_to("ring.png")
    (seeds / "secret.txt").symlink_to("../../secret.txt")
    (seeds / "up").symlink_to("../..")
    os.mkfifo(seeds / "pipe.txt")


def test_the_converter_names_each_and_goes_on(scene: Scene) -> None:
    ended = scene.run("convert")
    assert ended.code == 0, ended.said
    assert "\x1b" not in ended.said
    assert SECRET not in ended.said
    named = {line.split(": ")[0] for line in ended.said.splitlines()}
    names = [*SEEDS, "secret.txt", "up", "pipe.txt"]
    unnamed = [each for each in names if not any(line.startswith(f"seeds/{each}") for line in named)]
    assert unnamed == []


def test_the_build_names_each_and_makes_the_site_of_the_rest(scene: Scene) -> None:
    ended = scene.run("build")
    assert ended.code == 3, ended.said
    assert "\x1b" not in ended.said
    for name in ("a\\nb.md", "esc\\x1b[31m.md", "turned\\u202egnp.md", "bad\\udcff.md", "line\\u2028end.md"):
        assert f"content/news/{name}:1: its name has a character" in ended.said
    for name in ("secret.md", "ring.md", "gone.md", "pipe.md", "up", "ring"):
        assert f"content/news/{name}:1: it is " in ended.said
    for name, (_, why) in PICTURES.items():
        assert not why or f"{name}: not published: {why}" in ended.said
    assert "secret.png: not published: it is a link" in ended.said
    site = scene.site()
    assert {name for name in site if name.startswith("images/") and name.count(".") == 1} == {
        "images/sea.jpg", "images/good.png",
    }  # fmt: skip
    texts = (path.read_bytes() for path in scene.output.rglob("*") if path.is_file())
    assert not any(SECRET.encode() in text for text in texts)
