# SPDX-License-Identifier: MIT
"""The gate, by real small builds of stock Pelican, and of the press."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from tests.hostile_strings import HOSTILE

PROJECT = Path(__file__).resolve().parents[2]
SETTINGS = f"""
import sys
sys.path[:0] = [{str(PROJECT)!r}]
from pelicanconf import *
PELICAN_CLASS = "pelican.Pelican"
PATH, OUTPUT_PATH, THEME, SEED_PATH, THEME_TEMPLATES_OVERRIDES = "content", "output", "theme", "seeds", []
PLUGINS = ["newsroom.plugins.gate"]
DIRECT_TEMPLATES, THEME_STATIC_PATHS = ["index"], []
"""
LISTING = "{% for each in articles %}<li>{{ each.title }}</li>{% endfor %}"
TEMPLATES = {
    "index": "<ol>" + LISTING + "</ol>",
    "article": "<title>{{ article.title }}</title><main>{{ article.content | safe }}</main>"
    "<p class=summary>{{ article.post.summary or '' }}</p>"
    "{% if article.post.category %}<a class=section>{{ article.category }}</a>{% endif %}"
    "{% if article.post.tags %}{% for tag in article.tags %}<a class=topic>{{ tag }}</a>{% endfor %}{% endif %}",
    "page": "<title>{{ page.title }}</title><main>{{ page.content | safe }}</main>",
    "category": "<h1>{{ category }}</h1>" + LISTING,
    "tag": "<h1>{{ tag }}</h1>" + LISTING,
    "author": "<h1>{{ author }}</h1>" + LISTING,
}


@dataclass(frozen=True)
class Site:
    path: Path

    def write(self, name: str, text: str | bytes) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def post(self, name: str, keys: str, text: str = "Words.") -> None:
        self.write(f"content/news/{name}.md", f"---\n{keys}\n---\n\n{text}\n")

    def build(self, settings: str = "") -> str:
        """Build with Pelican's command; return what it said."""
        self.write("testconf.py", SETTINGS + settings)
        command = [
            str(Path(sys.executable).with_name("pelican")),
            "content",
            "-s",
            "testconf.py",
            "--log-handler",
            "plain",
        ]
        run = subprocess.run(command, cwd=self.path, capture_output=True, text=True, check=False, timeout=120)
        assert "Traceback" not in run.stderr, run.stderr
        return run.stdout + run.stderr

    def pages(self) -> dict[str, str]:
        output = self.path / "output"
        found = (path for path in sorted(output.rglob("*")) if path.is_file())
        return {path.relative_to(output).as_posix(): path.read_text("utf-8") for path in found}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    for name, template in TEMPLATES.items():
        made.write(f"theme/templates/{name}.html", template)
    made.post("plain", "title: Plain\ndate: 2017-10-14 20:36")
    return made


PLAIN = "2017/10/14/plain/index.html"


def test_a_story_without_section_author_and_topic_makes_no_page_for_them(site: Site) -> None:
    said = site.build()
    assert site.pages() == {
        "index.html": "<ol><li>Plain</li></ol>",
        PLAIN: site.pages()[PLAIN],
    }
    assert "section" not in site.pages()[PLAIN]
    assert "ERROR" not in said


def test_stock_settings_do_not_bring_the_section_misc_back(site: Site) -> None:
    site.build('DEFAULT_CATEGORY = "misc"; USE_FOLDER_AS_CATEGORY = True\n')
    assert set(site.pages()) == {"index.html", PLAIN}


def test_no_hostile_text_becomes_active_in_any_position(site: Site) -> None:
    for number, hostile in enumerate(HOSTILE):
        line = " ".join(hostile.split())[:180].replace("\\", "\\\\").replace('"', '\\"')
        keys = "\n".join(f'{key}: "{line}"' for key in ("title", "category", "summary"))
        site.post(f"keys-{number}", f'{keys}\ntags:\n  - "{line}"\nauthors:\n  - "{line}"')
        site.post(f"body-{number}", f"title: Body {number}", f"MARK{number}\n\n{hostile}")
    said = site.build()
    pages = site.pages()
    refused = re.findall(r"content/news/(?:body|keys)-\d+\.md:\d+: ", said)
    stories = [page for name, page in pages.items() if name.startswith("undated/")]
    # Every post is there or refused by name: none went another way.
    assert len(stories) + len(refused) == 2 * len(HOSTILE)
    assert len(stories) > len(HOSTILE)
    allowed = {"title", "main", "p", "ol", "ul", "li", "h1", "h2", "h3", "h4", "a", "em", "strong", "code", "pre",
               "blockquote", "hr", "br", "img", "html", "head", "body", "div",
               "table", "thead", "tbody", "tr", "th", "td", "sup"}  # fmt: skip
    for name, page in pages.items():
        for element in html.fromstring(f"<div>{page}</div>").iter():
            assert element.tag in allowed, f"{element.tag} in {name}"
            assert set(element.attrib) <= {"class", "id", "href", "rel", "title", "src", "alt"}, name
            assert re.match(r"https?://|mailto:|#|/(?!/)|$", element.get("href", "")), name


def test_only_markdown_is_read_and_every_post_goes_through_the_gate(site: Site) -> None:
    site.write("content/news/a.rst", "Title\n#####\n\n:date: 2020-01-01\n\n.. include:: /etc/hostname\n")
    site.write("content/news/b.html", "<html><head><title>B</title></head><body><script>x</script></body></html>")
    site.write("content/news/c.txt", "Title: C\nDate: 2020-01-01\n\nText")
    site.write("content/news/d.markdown", "Title: D\nDate: 2020-01-01\n\nText")
    site.write("content/news/e.static", "Title: E\nDate: 2020-01-01\n\nText")
    site.write(
        "readers.py",
        "from pelican import signals\n"
        "def show(readers): print('READERS', sorted((k, v.__name__) for k, v in readers.reader_classes.items()))\n"
        "def register(): signals.readers_init.connect(show)\n",
    )
    said = site.build('sys.path.insert(0, "."); PLUGINS += ["readers"]\n')
    assert "content/news/e.static:1: not a post: only .md files are taken" in said
    assert set(re.findall("READERS (.*)", said)) == {"[('md', 'PostReader'), ('static', 'CopyReader')]"}
    assert set(site.pages()) == {"index.html", PLAIN}


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("latin", "---\ntitle: Zo\xe9\n---\n".encode("latin-1"), "2: not UTF-8: byte 0xe9"),
        ("utf16", "---\ntitle: Wide\n---\n".encode("utf-16"), "1: not UTF-8: byte 0xff"),
        ("control", "---\ntitle: Bell\n---\n\none\n\x07two\n", "6: character U+0007 is not allowed"),
        ("nul", "---\ntitle: Nul\n---\n\n\x00\n", "5: character U+0000 is not allowed"),
        ("long", f"---\ndate: 2020-01-01\ntitle: {'t' * 5000}\n---\n", f"3: title: '{'t' * 40}'… has 5,000 characters"),
        ("bare", "Just text.\n", "1: 'Just text.' is not 'Key: value'"),
        ("header", "Title: One\nBreaking: police say\n\nText\n", "2: unknown key 'breaking'"),
        ("save", "---\ntitle: One\nsave_as: ../x.html\n---\n", "3: unknown key 'save_as'"),
        ("content", "---\ntitle: One\n_content: x\n---\n", "3: unknown key '_content'"),
        ("shape", "---\ntitle: One\naddress: index/\n---\n", "3: address: 'index/' is neither YYYY/MM/DD/slug/"),
        ("up", "---\ntitle: One\naddress: ../../x/\n---\n", "3: address: '../../x/' is not"),
        ("script", "---\ntitle: One\n---\n\nOne.\n\n[x](javascript:x)\n", "7: link 'javascript:x' is not"),
        ("attach", "---\ntitle: One\n---\n\n[x]({attach}/../../secret)\n", "5: link '{attach}/../../secret' is not"),
        ("pipe", "---\ntitle: One\n---\n\n[x](|attach|../secret)\n", "5: link '|attach|../secret' is not"),
        ("out", "---\ntitle: One\n---\n\n[x]({static}../../secret)\n",
         "5: {static} link '../../secret' names no file of content/\n"),
        ("kind", "---\ntitle: One\n---\n\n[x]({filename}/images/a.png)\n",
         "5: {filename} link '/images/a.png' names no post"),
        ("huge", b"---\ntitle: One\n---\n\n" + b"x" * 2_700_000, "1: 2,700,020 bytes are more than 2,655,360"),
        ("none", "---\ntitle: One\n---\n\n[x]({filename}no.md)\n", "5: {filename} link 'no.md' names no file"),
        ("self", "---\ntitle: One\n---\n\n[x]({static}plain.md)\n", "5: {static} link 'plain.md' names no"),
        ("deep", "---\ntitle: One\n---\n\n" + "> " * 30 + "x\n", "5: nested 30 deep"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 9 else "",
)  # fmt: skip
def test_a_post_that_cannot_be_taken_is_named_with_line_and_reason(
    site: Site, file: str, text: str | bytes, complaint: str
) -> None:
    site.write(f"content/news/{file}.md", text)
    site.write("secret", "s3cret")
    site.write("content/images/a.png", b"png")
    assert f"content/news/{file}.md:{complaint}" in site.build()
    assert set(site.pages()) == {"index.html", PLAIN}


def test_a_file_that_leads_out_of_content_is_refused(site: Site) -> None:
    site.write("secret.md", "---\ntitle: Secret\n---\n")
    (site.path / "content/news/link.md").symlink_to(site.path / "secret.md")
    assert "content/news/link.md:1: it is a link to " in site.build()
    assert set(site.pages()) == {"index.html", PLAIN}


def test_a_pipe_is_refused_without_waiting_for_it(site: Site) -> None:
    os.mkfifo(site.path / "content/news/pipe.md")
    assert "content/news/pipe.md:1: it is no file but a pipe or a device" in site.build()
    assert set(site.pages()) == {"index.html", PLAIN}


def test_a_body_that_looks_like_metadata_stays_in_the_body(site: Site) -> None:
    site.post("yaml", "title: Fenced", "Breaking: the quay is closed.")
    site.write("content/news/header.md", "Title: Headed\nDate: 2020-02-02\nTags: a, b\n\nBreaking: it is open.\n")
    site.build()
    assert ">Breaking: the quay is closed.</p>" in site.pages()["undated/fenced/index.html"]
    headed = site.pages()["2020/02/02/headed/index.html"]
    assert ">Breaking: it is open.</p>" in headed
    assert "<a class=topic>a</a><a class=topic>b</a>" in headed


def test_an_undated_story_is_published_last_and_dates_order_the_others(site: Site) -> None:
    site.post("none", "title: Dayless")
    site.post("old", "title: Old\ndate: 1900-01-01")
    site.post("new", "title: New\ndate: 2017-10-15")
    site.build()
    assert site.pages()["index.html"] == "<ol><li>New</li><li>Plain</li><li>Old</li><li>Dayless</li></ol>"
    assert "undated/dayless/index.html" in site.pages()


def test_the_stated_address_stands_whatever_the_date_says(site: Site) -> None:
    site.post("kept", "title: A corrected headline\ndate: 2020-05-06\naddress: 2017/10/14/first-headline/")
    site.build()
    assert "2017/10/14/first-headline/index.html" in site.pages()


def test_a_second_post_with_an_address_is_refused_and_names_the_first(site: Site) -> None:
    site.post("a", "title: Twin\nsummary: first")
    site.post("b", "title: Other\naddress: undated/twin/\nstatus: draft")
    site.post("c", "title: Twin\nsummary: third")
    site.write(
        "seen.py",
        "from pelican import signals\n"
        "def show(generators): print('SEEN', sorted(generators[0].context['generated_content']))\n"
        "def register(): signals.all_generators_finalized.connect(show)\n",
    )
    said = site.build('sys.path.insert(0, "."); PLUGINS += ["seen"]\n')
    assert "SEEN ['news/a.md', 'news/plain.md']" in said
    assert "content/news/b.md:3: 'undated/twin/' is the address of content/news/a.md" in said
    assert "content/news/c.md:1: 'undated/twin/' is the address of content/news/a.md" in said
    assert "first" in site.pages()["undated/twin/index.html"]
    assert not any("draft" in name for name in site.pages())


def test_a_second_page_with_an_address_is_refused_and_names_the_first(site: Site) -> None:
    site.write("content/pages/a.md", "---\ntitle: About\n---\n\nFirst.\n")
    site.write("content/pages/b.md", "---\ntitle: about\n---\n\nSecond.\n")
    site.write("content/pages/c.md", "---\ntitle: Archive\naddress: archive/\n---\n")
    said = site.build()
    assert "content/pages/b.md:1: 'about/' is the address of content/pages/a.md" in said
    assert "content/pages/c.md:3: address: 'archive/' belongs to the site itself" in said
    assert "First." in site.pages()["about/index.html"]


def test_a_story_at_the_address_of_a_page_or_of_one_with_capitals_is_told_apart_from_it(site: Site) -> None:
    site.post("a", "title: One\naddress: World/one.html/")
    site.post("b", "title: Two\naddress: world/one.html/")
    site.post("c", "title: About\naddress: about/")
    site.write("content/pages/about.md", "---\ntitle: About\n---\n\nWe.\n")
    said = site.build()
    assert "content/news/b.md:3: 'world/one.html/' is the address of content/news/a.md" in said
    assert "content/pages/about.md:1: 'about/' is the address of content/news/c.md" in said
    assert "World/one.html/index.html" in site.pages()


def test_names_with_one_slug_share_a_page_and_names_without_one_get_theirs(site: Site) -> None:
    site.post("a", 'title: A\ncategory: "C++"\ntags:\n  - "???"\n  - Index')
    site.post("b", "title: B\ncategory: c\ntags:\n  - Tide\n  - tide!")
    site.build()
    pages = site.pages()
    assert pages["section/c/index.html"].endswith("<li>A</li><li>B</li>")
    assert pages["topic/tide/index.html"] == "<h1>Tide</h1><li>B</li>"
    topics = [name for name in pages if name.startswith("topic/")]
    assert len(topics) == 3
    assert "topic/index/index.html" not in topics


def test_drafts_withdrawn_and_future_posts_stay_out_of_the_public_site(site: Site) -> None:
    site.post("draft", "title: Draft\nstatus: draft\ncategory: Quay")
    site.post("bare-draft", "title: Bare draft\nstatus: draft")
    site.post("gone", "title: Gone\nstatus: withdrawn")
    site.post("soon", "title: Soon\ndate: 2030-01-01 00:30 +01:00")
    site.post("day", "title: Day\ndate: 2030-01-01")
    site.post("just", "title: Just\ndate: 2029-12-31 23:00")
    site.write(
        "held.py",
        "from pelican import signals\n"
        "def show(pelican): print('HELD', pelican.settings['POSTS_HELD'])\n"
        "def register(): signals.finalized.connect(show)\n",
    )
    held = 'sys.path.insert(0, "."); PLUGINS += ["held"]\n'
    said = site.build(held)
    assert "HELD {'news/gone.md': 'withdrawn'}" in said
    assert {"drafts/undated/draft/index.html", "drafts/undated/bare-draft/index.html"} <= set(site.pages())
    public = 'DRAFT_SAVE_AS = ""\nfrom datetime import *\nNOW = datetime(2029, 12, 31, 23, tzinfo=timezone.utc)\n'
    said = Site(site.path).build(held + public + 'OUTPUT_PATH = "public"\n')
    for noted in ("'news/gone.md': 'withdrawn'", "'news/soon.md': 'future'", "'news/day.md': 'future'"):
        assert noted in said
    stories = {path.parent.name for path in (site.path / "public").rglob("index.html")}
    assert stories == {"public", "plain", "just"}


def test_links_inside_the_site_lead_to_addresses_under_its_root(site: Site) -> None:
    site.write("content/images/tide table.png", b"png")
    site.write("content/pages/about.md", "---\ntitle: About\n---\n")
    site.post(
        "links",
        "title: Links",
        "[one]({filename}plain.md#p-1) [two]({filename}/pages/about.md) [three](/archive/)"
        " ![Tides]({static}/images/tide%20table.png)",
    )
    site.build('SITEURL = "https://paper.example/repo"\n')
    page = site.pages()["undated/links/index.html"]
    assert re.findall(r'(?:href|src)="([^"]*)"', page) == [
        "/repo/2017/10/14/plain/#p-1", "/repo/about/", "/repo/archive/", "/repo/images/tide%20table.png",
    ]  # fmt: skip


def test_a_link_to_a_post_that_is_not_shown_is_refused(site: Site) -> None:
    site.post("gone", "title: Gone\nstatus: withdrawn")
    site.post("draft", "title: Draft\nstatus: draft")
    for name in ("gone", "draft"):
        site.post(f"to-{name}", f"title: To {name}", f"[x]({{filename}}{name}.md)")
    said = site.build()
    for name in ("gone", "draft"):
        complaint = f"{{filename}} link '{name}.md' names a post that is not published"
        assert f"content/news/to-{name}.md:5: {complaint}" in said


def test_the_press_counts_what_the_gate_refused_and_held_back(site: Site) -> None:
    site.post("gone", "title: Gone\nstatus: withdrawn")
    site.post("twin", "title: Plain\ndate: 2017-10-14")
    site.post("worse", "title: W\nslug: x")
    site.write("content/news/letter.txt", "not a post")
    said = site.build('PELICAN_CLASS = "newsroom.Press"\n')
    assert "3 of 5 posts refused" in said
    assert "content/news/twin.md:1: '2017/10/14/plain/' is the address of content/news/plain.md" in said
    assert "content/news/worse.md:3: unknown key 'slug'" in said
    assert set(site.pages()) == {"index.html", PLAIN}
