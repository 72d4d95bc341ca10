# SPDX-License-Identifier: MIT
"""A paper of hostile strings, made the whole way: seeds and hand-written posts in, site, report and gallery out."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote

from benchmarks.paper import story
from dev import gallery
from newsroom import desk
from newsroom.desk.report import report_on_last_run
from newsroom.schema import FrontMatter, PostError, PostFile, Remark, Stamp, address_for, read, takes, write
from newsroom.schema.post import DEFAULTS
from tests.hostile.host import NAME
from tests.hostile.strings import line, marked

ROOT = Path(__file__).parents[2]
# The places of a string. A marker is the string's number times 100 and the place's.
PLACES = (
    *("title", "category", "authors", "agency", "dateline", "tags", "summary", "captions", "notes", "corrections"),
    *("transcriptions", "image_alt", "image_caption", "image_credit", "newspaper", "rights", "body", "page"),
    *("withdrawn", "draft", "seed headline", "seed byline", "seed section", "seed tag", "seed story", "seed address"),
    *("source.toml", "file name", "record id", "record story", "key as it is", "gallery", "converter", "duplicates"),
)  # fmt: skip


@dataclass(frozen=True)
class Paper:
    """What was made, and what the build said."""

    folder: Path
    said: str
    seeds: int
    outcomes: tuple[dict[str, str], ...]

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.folder / "output"

    def silent(self) -> list[str]:
        """Return the seeds and posts of which nobody said what became of them."""
        told = {each["seed"] for each in self.outcomes}
        files = (self.folder / "seeds").rglob("*.txt")
        lost = [path.name for path in files if path.relative_to(self.folder / "seeds").as_posix() not in told]
        lost += ["a seed"] * (self.seeds - len(told))
        return lost + [path.name for path in (self.folder / "content").rglob("*.md") if not self._told_of(path)]

    def _told_of(self, path: Path) -> bool:
        """Return whether a post has a page, or the build named its file."""
        if f"/{path.relative_to(self.folder).as_posix()}:" in self.said:
            return True
        front = read(path.read_text("utf-8")).front
        address = address_for(front, kind="page" if "pages" in path.parts else "story")
        return any((self.site / below / address / "index.html").is_file() for below in ("", "drafts"))


def place_of(marker: int) -> str:
    """Return the place that a marker names."""
    return PLACES[marker % 100]


def make(folder: Path, strings: Sequence[str], *, whole_keys: int) -> Paper:
    """Write, convert and build a paper of these strings; of so many of them every key as it is, also if refused."""
    folder.mkdir(parents=True)
    for name, text in (*_posts(strings), *_keys(strings, whole_keys), *_seeds(strings)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(errors="surrogatepass"))
    shutil.copytree(_pictures(), folder / "content/images")
    room = desk.Room(folder / "seeds", folder / "content", processes=1)
    desk.convert_all(room, desk.console_from(quiet=True))
    said = _built(folder)
    outcomes = (room.folder / "outcomes.jsonl").read_text("utf-8").splitlines()
    report_on_last_run(room, "The <b>Paper</b>", ROOT / "theme")
    _gallery(folder / "gallery", strings)
    return Paper(folder, said, 2 * len(strings), tuple(json.loads(each) for each in outcomes))


def _built(folder: Path) -> str:
    settings = {
        "SITEURL": f"http://{NAME}",
        "SEED_PATH": str(folder / "seeds"),
        "SEARCH_CACHE": str(folder / "search"),
        "SHARE_CACHE": str(folder / "share"),
        "PICTURE_CACHE": str(folder / "pictures"),
        "RELATED_CACHE": str(folder / "related.tsv"),
        "DOWNLOADS": ["jsonl", "sqlite", "parquet", "epub-sections"],
    }
    extra = ["-e", *(f"{name}={json.dumps(value)}" for name, value in settings.items())]  # a second -e undoes the first
    command = [sys.executable, "-m", "pelican", str(folder / "content"), "-o", str(folder / "output")]
    environment = {**os.environ, "SITEURL": f"http://{NAME}"}
    done = subprocess.run(
        [*command, *extra, "-s", "pelicanconf.py", "--log-handler", "plain"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, errors="replace",
    )  # fmt: skip
    assert done.returncode in {0, 3}, done.stdout + done.stderr
    return done.stdout + done.stderr


def _pictures() -> Path:
    from dev.demo.engraving import write_engraving

    folder = ROOT / "build" / "hostile-picture"
    if not (folder / "sea.jpg").exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_engraving(folder / "sea.jpg")
    return folder


def _posts(strings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every text that a post can state, tidy, so that it is taken; texts and what else has a page of its own."""
    for number, text in enumerate(strings):
        told = {name: line(marked(text, number * 100 + at)) for at, name in enumerate(PLACES)}
        day = Stamp.parse(f"2031-{number % 3 + 1:02}-{number % 7 + 1:02}")
        facts = _facts(told, day, f"{day.day:%Y/%m/%d}/facts-{number}/")
        yield f"content/news/facts-{number}.md", write(PostFile(facts, story(number, 1000).body))
        head = f"title: Text {number}\ndate: {day}\naddress: {day.day:%Y/%m/%d}/body-{number}/\n"
        body = marked(text, number * 100 + PLACES.index("body"))
        yield f"content/news/body-{number}.md", f"---\n{head}---\n\nHarbour.\n\n{body}\n"
        if number < 12:
            page = FrontMatter(told["page"], address=f"page-{number}/", summary=told["page"])
            yield f"content/pages/page-{number}.md", write(PostFile(page, "A page."))
            for status in ("withdrawn", "draft"):
                held = FrontMatter(told[status], day, address=f"undated/{status}-{number}/", status=status,
                                   category=told[status], summary=told[status])  # fmt: skip
                yield f"content/news/{status}-{number}.md", write(PostFile(held, "Held."))
    first = "2031/01/01/facts-0/"
    yield "content/moved.yaml", f"undated/moved/: {first}\nundated/nowhere/: null\n"


def _facts(told: Mapping[str, str], day: Stamp, address: str) -> FrontMatter:
    remarks = {key: (Remark(day.day, told[key]),) for key in ("corrections", "transcriptions")}
    texts = (
        "agency",
        "category",
        "dateline",
        "summary",
        "image_alt",
        "image_caption",
        "image_credit",
        "newspaper",
        "rights",
        "converter",
    )
    lists = ("authors", "tags", "captions", "notes")
    told = {**told, "converter": told["converter"][:50].strip()}
    if takes("seed", told["duplicates"]):  # a path
        told["seed"], lists, texts = told["duplicates"], (*lists, "duplicates"), (*texts, "seed")
    return FrontMatter(
        told["title"], day, address=address, image="sea.jpg", **remarks,
        **{key: told[key] for key in texts}, **{key: (told[key],) for key in lists},
    )  # type: ignore[arg-type]  # fmt: skip


def _keys(strings: Sequence[str], whole: int) -> Iterator[tuple[str, str]]:
    """Every key as a person may write it: the string as it is, quoted for YAML, as YAML, and as Pelican's plain line.

    Of the first strings all; of the others those that no post would be refused for, where _posts has not the same.
    """
    at = PLACES.index("key as it is")
    for number, text in enumerate(strings):
        value = marked(text, number * 100 + at)
        for key in (*DEFAULTS, "save_as", "template", "slug", "url", "_content"):
            title = "" if key == "title" else f"title: Key {key} {number}\n"
            slug = key.strip("_").replace("_", "-")
            at_home = f"address: 2031/01/01/FORM-{slug}-{number}/\n" if key != "address" else ""
            head = title + at_home
            forms = {
                "yaml": f"---\n{head}{key}: {json.dumps(value)}\n---\n\nText.\n",
                "bare": f"---\n{head}{key}: {value}\n---\n\nText.\n",
                "plain": f"{head}{key}: {value}\n\nText.\n",
            }
            for form, post in forms.items():
                post = post.replace("/FORM-", f"/{form}-")
                if number < whole or _says_more(post, key, value):
                    yield f"content/news/{form}/{key}-{number}.md", post


def _says_more(post: str, key: str, value: str) -> bool:
    """Return whether a post is taken, and says what none of _posts does."""
    try:
        said = str(getattr(read(post).front, key))
    except PostError:
        return False
    tidy = line(value)
    return said not in {tidy, tidy[:50].strip(), str((tidy,))} or key not in (*PLACES, "seed")


def _seeds(strings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Dumps with the string wherever a page prints something, and wherever it comes from."""
    rows = []
    for number, text in enumerate(strings):
        told = {name: marked(text, number * 100 + at) for at, name in enumerate(PLACES)}
        invented = story(number + 500, 2000)
        # In one line each, and amid words: what stands on a page twice, or is no sentence, is left out of a story
        tidy = {name: line(each, 120) for name, each in told.items()}
        page = (
            *(tidy["seed section"], invented.title, "By Mara Quill", "Published: 3 March 2031 at 06:30", invented.body),
            f"The clerk read out {tidy['seed story']} and put it down with the others on Monday.",
            *("The end of it was told on Tuesday.", f"Tags: {tidy['seed tag']}"),
        )
        # A file whose name begins with a dot is no seed
        name = "_" + quote(told["file name"].encode(errors="replace"), safe="")[:180]
        yield f"seeds/{number}/{name}.txt", "\n".join(page)
        yield f"seeds/{number}/source.toml", _source(told["source.toml"])
        other = story(number + 1500, 4000)
        head = f"Clerk reads out {tidy['seed headline']}\nBy {tidy['seed byline']}\nMarch 4, 2031\n{other.body}\n"
        body = f"{head}The clerk read {told['record story']} on Monday."
        rows.append({"id": told["record id"], "url": f"https://lamp.example/{told['seed address']}", "text": body})
    yield "seeds/rows.jsonl", "".join(json.dumps(row) + "\n" for row in rows)


def _source(text: str) -> str:
    # TOML's own escapes are JSON's, but for half characters, which it has none of
    value = json.dumps(line(text), ensure_ascii=False).replace("\x7f", "")
    return "".join(f"{key} = {value}\n" for key in ("newspaper", "rights", "contact", "home", "lang", "zone", "order"))


def _gallery(folder: Path, strings: Sequence[str]) -> None:
    """The gallery with the strings in its examples' texts: what a component is told by a post."""
    at = PLACES.index("gallery")
    texts = [line(marked(text, number * 100 + at)) for number, text in enumerate(strings)]
    described, counted = gallery.described, iter(range(10**9))

    def told(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: told(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [told(item, key) for item in value]
        return texts[next(counted) % len(texts)] if isinstance(value, str) and key in _TOLD else value

    def hostile(component: str) -> object:
        found = described(component)
        return {**found, "examples": {name: told(each) for name, each in found["examples"].items()}}

    with patch("dev.examples.described", hostile):
        gallery.build(folder)


_TOLD = frozenset({*PLACES, "text", "name", "headline", "label", "credit", "caption", "alt", "why", "words", "line"})
