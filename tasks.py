# SPDX-License-Identifier: MIT
"""The tasks of the paper: `invoke --list` names them, `invoke --help build` explains one.

Each calls the room that does the work. Rooms are imported where they are called: listing the tasks is
then quick, and converting never loads Pelican.
"""

import os
import shlex
import signal
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from newsroom.settings import Settings, folder, load
from newsroom.settings import check as check_settings
from newsroom.stop import Stop

os.chdir(Path(__file__).parent)  # Invoke finds this file from any folder below; paths are said from here

if TYPE_CHECKING:
    from newsroom.desk import Room

QUIET = {"quiet": "say nothing but what went wrong"}


@contextmanager
def told() -> Iterator[None]:
    """End in the words of what stopped us, with its code; any other error is ours and keeps its traceback."""
    try:
        yield
    except KeyboardInterrupt:
        raise Exit("interrupted; what was written is whole", code=128 + signal.SIGINT) from None
    except (Stop, OSError) as error:
        raise Exit(str(error), code=getattr(error, "exitcode", 1)) from None


def _room(settings: Settings) -> "Room":
    from newsroom import desk

    check_settings(settings)
    seeds, content = folder(settings, "SEED_PATH"), folder(settings, "PATH")
    return desk.Room(seeds, content, desk.Limits(**settings["LIMITS"]), settings["NEW_POSTS"], settings["ADDRESSES"])


@task(
    help={
        **QUIET,
        "diff": "write nothing; show what the converter would make of each post that a person has edited",
        "prune": "remove posts whose seed is gone and that nobody edited",
    }
)
def convert(_context: Context, quiet: bool = False, diff: bool = False, prune: bool = False) -> None:
    """Turn seeds/ into posts in content/news/; what a person edited stays.

    Seeds are .txt, .html, .jsonl (.gz, .zst), .parquet, .warc and .wet (.gz); a source.toml beside them says
    what is known of their newspaper: docs/seeds.md. What became of each seed ends in a table (published,
    updated, unchanged, kept, version, duplicate, withdrawn, refused, unreadable) and, one line a seed, in
    .newsroom/outcomes.jsonl. Seeds that did not change are not read again. A post that you delete or give
    the status withdrawn does not come back. Ctrl-C leaves every post whole; the next run goes on.
    """
    from newsroom import desk

    with told():
        room, console = _room(load()), desk.console_from(quiet=quiet)
        if diff:
            desk.show_differences(room, desk.console_from())
        else:
            desk.convert_all(room, console, prune=prune)


@task(help={**QUIET, "folder": "what newsroom.pipeline found: docs/scale.md"})
def collect(_context: Context, folder: str, quiet: bool = False) -> None:
    """Write the posts of stories that many machines found, as convert does of those in seeds/.

    Copies of one story are told across all files, and posts that a person edited stay. The table at the end adds
    up to what was found.
    """
    from newsroom import desk

    with told():
        desk.collect_all(_room(load()), Path(folder), desk.console_from(quiet=quiet))


@task(help={"look": "open the report in a browser (default); --no-look leaves that out"})
def report(_context: Context, look: bool = True) -> None:
    """Show what came in, what became of it and what is worth a look: a local site in .newsroom/report/.

    It tells of the last invoke convert: totals, refusals, duplicates, the most doubtful seeds first, and for
    every seed its text by role beside the post that came of it. queue.csv has the doubtful ones as a table.
    """
    from newsroom.desk.report import report_on_last_run

    with told():
        settings = load()
        first = report_on_last_run(_room(settings), settings["SITENAME"], folder(settings, "THEME"))
        print(first)
        if look:
            webbrowser.open(first.resolve().as_uri())


@task(help={"file": "the table: queue.csv of the report, corrected, or any with a column seed"})
def correct(_context: Context, file: str) -> None:
    """Put the title, date, authors and section that a table states into the posts of its seeds.

    The posts mark them as stated by an editor, and no run changes them again. A line that cannot be taken is
    named, and the rest goes on; the exit code is then 3.
    """
    from newsroom import desk

    with told():
        done = desk.correct(folder(load(), "PATH"), Path(file))
    print(*done.problems, f"{done.corrected:,} corrected, {done.unchanged:,} right already", sep="\n")
    raise Exit(code=3 if done.problems else 0)


@task
def changes(_context: Context) -> None:
    """State in posts on which days a person changed their words after publication, as git tells it.

    A post whose words differ between two commits, and that is no longer as the converter made it, gets
    changed: 2031-03-25 in its front matter; its page, feeds and data then say so. Nothing else in the file changes,
    and the converter takes the line for no edit. What the converter changed is not counted, nor are facts, marks
    and links. The day is that of the commit, on the branch that is checked out; commit first, then run this, then
    commit what it wrote. It can be run at any time: days that are stated stay. Builds never read git. To say what
    was wrong, write corrections: docs/post.md. A post that cannot be read is named, and the exit code is then 3.
    """
    from newsroom import desk

    with told():
        found = desk.write_changes(folder(load(), "PATH"))
    for path in found.written:
        print(f"{os.path.relpath(path)}: its text was changed")
    print(*found.problems, f"{found.stated:,} changed after publication, {len(found.written):,} written", sep="\n")
    raise Exit(code=3 if found.problems else 0)


@task(aliases=["rebuild"], help=QUIET)
def build(context: Context, quiet: bool = False) -> None:
    """Convert, then make the site in output/.

    The site is made aside and takes the old one's place whole. Exits with 3 when a post was refused and
    the site stands without it; with 1 when the build stopped, and the old site stands.
    """
    from newsroom import press

    convert(context, quiet=quiet)
    with told():
        press.build(quiet=quiet)


@task(
    aliases=["livereload", "regenerate", "reserve"],
    help={"host": "the address to listen on", "port": "the port to listen on"},
)
def serve(_context: Context, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Build, serve the site on this machine, build again on every change and reload open pages."""
    from newsroom import press

    with told():
        press.serve([sys.executable, "-m", "invoke", "build"], host, port)


@task(help=QUIET)
def preview(_context: Context, quiet: bool = False, part: str = "", compress: bool = False) -> None:
    """Make the site as publish does, whatever the seeds say."""
    from newsroom import press

    with told():
        changes = _part(part) | ({"COMPRESS": True} if compress else {})
        press.publish(quiet=quiet, **changes)


@task(
    help={
        **QUIET,
        "part": "make the site of these years alone, as the setting PARTS names them",
        "compress": "leave brotli and gzip copies beside the texts, for servers that send them",
        "shard": "make this shard alone, such as 3/16, for invoke join: docs/scale.md",
        "listing": "with --shard, the folder in which invoke listing has read the posts",
    }
)
def publish(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    context: Context,
    quiet: bool = False,
    part: str = "",
    compress: bool = False,
    shard: str = "",
    listing: str = "",
) -> None:
    """Make the public site in output/; never converts, stops when converting would change a post.

    It needs its address: SITEURL=https://example.org invoke publish. Seeds without a post are listed. No
    drafts, nothing dated in the future. The old site stays with any post refused, where a published address
    would vanish, and where the site nears what its host takes. Copy output/ to any static host:
    docs/deploy.md.
    """
    from newsroom import desk, press

    if shard:
        with told():
            press.publish(quiet=quiet, SHARD=shard, LISTING=str(Path(listing).resolve()) if listing else "")
        return
    with told():
        new, stale = desk.left_to_convert(_room(load("publishconf.py") | _part(part)))
        if stale:
            changes = "\n  ".join(outcome.message for outcome in stale)
            raise Exit(f"converting would change posts; invoke convert, and look at them:\n  {changes}")
        if new:
            seeds = (f"seeds/{outcome.key}" for outcome in new)
            print("seeds without a post, which are not published:", *seeds, sep="\n  ", file=sys.stderr)
    preview(context, quiet=quiet, part=part, compress=compress)


@task(help={**QUIET, "folder": "where to leave it"})
def listing(_context: Context, folder: str, quiet: bool = False) -> None:
    """Read all posts, once, for the machines that then make shards of the public site: docs/scale.md."""
    from newsroom import press

    with told():
        press.list_posts(Path(folder), quiet=quiet)


@task(help={"folder": "the folder that holds the shards, a folder each"})
def join(_context: Context, folder: str) -> None:
    """Put shards that publish --shard made together: the site that publish would have made, byte for byte.

    Refuses what is no whole site: a shard that is missing, or one of other posts, settings or programs.
    """
    from newsroom import press

    with told():
        print(press.join(Path(folder)))


def _part(years: str) -> Settings:
    """The settings that are otherwise when a part of the paper is made: its address is stated with its years."""
    if not years:
        return {}
    sites = load()["PARTS"]
    if years not in sites:
        raise Stop(f"--part: {years!r} is none of PARTS: {', '.join(sites) or 'there are none'}")
    return {"PART": years, "SITEURL": sites[years]}


@task(
    help={
        "bucket": "the bucket, which must be there",
        "prefix": "a folder of it to stay in, such as lamp/",
        "endpoint": "the address of a storage that is not Amazon's",
    }
)
def sync(_context: Context, bucket: str, prefix: str = "", endpoint: str = "") -> None:
    """Bring what publish made to object storage: what changed alone, in an order that no reader notices.

    Needs boto3 (pip install boto3), which finds credentials as it documents. Nothing is removed from the
    bucket but what an earlier sync put there.
    """
    from newsroom import deploy

    with told():
        output = Path(load()["OUTPUT_PATH"])
        print(deploy.sync(output, deploy.client_for(endpoint), bucket, prefix))


@task(help={"host": "caddy, nginx, netlify or cloudflare"})
def hostconf(_context: Context, host: str) -> None:
    """Print what a host needs to be told of the site: headers, what is missing, what was compressed."""
    from newsroom import deploy

    with told():
        settings = load("publishconf.py")
        check_settings(settings)
        print(deploy.configuration(host, settings["SITEURL"], str(Path(settings["OUTPUT_PATH"]).resolve())), end="")


@task
def doctor(_context: Context) -> None:
    """Tell what is still to do before the paper is published, from what lies on this machine alone."""
    from newsroom import deploy

    with told():
        settings = load()
        check_settings(settings)
        print(deploy.told(deploy.examine(Path.cwd(), settings, os.environ)))


@task
def check(_context: Context) -> None:
    """Check style, types, templates, spelling and workflows."""
    from dev import checks

    raise Exit(code=checks.main())


@task(help={"arguments": "for pytest, such as --arguments='-k gate -x'"})
def test(_context: Context, arguments: str = "") -> None:
    """Run every test, those in a real browser among them."""
    from dev import browser

    with told():
        browser.ensure()
    raise Exit(code=subprocess.call([sys.executable, "-m", "pytest", *shlex.split(arguments)]))


@task(
    help={
        "strings": "a folder of JSON lists of hostile strings, beside our own",
        "papers": "how many papers of a hundred strings",
        "pages": "how many pages of each kind",
        "mutations": "how many mutated seeds",
    }
)
def torture(_context: Context, strings: str = "", papers: int = 1, pages: int = 100, mutations: int = 10_000) -> None:
    """Try hostile strings everywhere in a browser, beside stock Pelican; costly texts; mutated seeds.

    The long form of tests/hostile, bounded in count. It prints what it found of each kind of page and each
    place of a string, and exits with 1 if that is anything.
    """
    from dev import browser

    with told():
        browser.ensure()
    counts = map(str, (papers, pages, mutations))
    command = [sys.executable, "-m", "tests.hostile.torture", *counts, *filter(None, [strings])]
    raise Exit(code=subprocess.call(command))


@task(
    help={
        "stories": "sizes of the papers to build, separated by commas",
        "json": "a file for the figures",
        "quality": "a JSONL file of texts with their gold: measure the converter on it, and build nothing",
        "by": "with --quality, a key of the rows, such as variant, by which to part them",
        "worst": "with --quality, how many of the worst rows to name",
        "features": "measure share pictures, related stories, search and downloads, each alone",
        "evidence": "with --quality, also go by each row's url, and by the lines that pages of its domain repeat",
    }
)
def bench(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    _context: Context,
    stories: str = "1000",
    json: str = "",
    quality: str = "",
    by: str = "",
    worst: int = 0,
    evidence: bool = False,
    features: bool = False,
) -> None:
    """Measure how fast the paper is built, beside its peers in the same run; or how right its stories are."""
    from benchmarks import bench as speed
    from benchmarks import quality as rightness

    figures = Path(json) if json else None
    with told():
        if quality:
            known = rightness.evidence_of if evidence else rightness.nothing_of
            rightness.main(Path(quality), by, worst, figures, known)
        elif features:
            from benchmarks import features as alone

            alone.main(speed.sizes_from(stories), figures)
        else:
            speed.main(speed.sizes_from(stories), figures)


@task(help={"stories": "how many"})
def demo(_context: Context, stories: int = 60) -> None:
    """Make an edition of invented stories in build/demo/, to see how the paper looks with so many."""
    from dev.demo import build as build_demo

    with told():
        print(f"look at {os.path.relpath(build_demo(stories))}/index.html through a server: python -m http.server")


@task
def gallery(_context: Context) -> None:
    """Make a page of all components with their examples, in build/gallery/."""
    from dev.gallery import build as build_gallery

    with told():
        print(f"look at {os.path.relpath(build_gallery())}/index.html through a server: python -m http.server")


@task
def audit(_context: Context) -> None:
    """Hold the theme to what it must reach: Lighthouse, the Nu checker, contrast, unused CSS. Needs npm and Java."""
    from dev import audit as looks

    with told():
        raise Exit(code=looks.main())


@task
def clean(_context: Context) -> None:
    """Remove the site and all caches; never seeds, never posts."""
    from newsroom import press

    with told():
        for path in press.clean():
            print(f"removed {os.path.relpath(path)}")
