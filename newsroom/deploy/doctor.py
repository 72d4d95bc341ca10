# SPDX-License-Identifier: MIT
"""What an owner still has to do before the paper is published, told from what lies on this machine alone."""

import re
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

State = Literal["done", "to do", "look"]  # look: it cannot be seen from here, or is right only if it is meant

_GITHUB = re.compile(r"(?:https://(?:[^@/]+@)?|git@|ssh://git@)github\.com[:/]([\w.-]+)/([\w.-]+?)(?:\.git)?/?")
_WORKFLOW = ".github/workflows/pages.yml"
_BELOW_ROOT = (
    "the site stands below the root of its host: crawlers do not read its robots.txt, nobody looks for its "
    ".well-known/security.txt; a domain of your own, or a repository named OWNER.github.io, has both"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing, by the setting or file that it is about."""

    subject: str
    state: State
    words: str


def examine(project: Path, stated: Mapping[str, Any], environ: Mapping[str, str]) -> list[Finding]:
    """Everything there is to say, in the order in which one does it. `stated` are the settings of pelicanconf.py."""
    address = environ.get("SITEURL") or pages_address(remote_of(project))
    return [
        *_name(stated),
        *_contact(stated),
        *_authority(stated, address),
        *_zone(stated),
        *_rights(Path(stated["SEED_PATH"])),
        *_committed(project),
        *_address(project, address, environ),
    ]


def told(findings: list[Finding]) -> str:
    """The findings as lines, and what to make of them."""
    lines = [f"{each.state:<6} {each.subject}: {each.words}" for each in findings]
    left = sum(each.state == "to do" for each in findings)
    return "\n".join([*lines, f"{left} still to do" if left else "nothing is left to do here"])


def remote_of(project: Path) -> str:
    """The address of the repository's origin; empty where there is none, or no git."""
    return "\n".join(_git(project, "config", "--get", "remote.origin.url"))


def pages_address(remote: str) -> str:
    """Where GitHub Pages puts the site of a repository, unless it has a domain of its own; empty for others."""
    found = _GITHUB.fullmatch(remote)
    if not found:
        return ""
    host = f"{found[1].lower()}.github.io"
    return f"https://{host}" if found[2].lower() == host else f"https://{host}/{found[2]}"


def _git(project: Path, *arguments: str) -> list[str]:
    try:
        done = subprocess.run(
            ["git", "-C", str(project), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        return []
    return done.stdout.rstrip("\n").splitlines() if done.returncode == 0 else []


def _name(stated: Mapping[str, Any]) -> Iterator[Finding]:
    name = stated["SITENAME"]
    if name == "The Daily Seed":
        yield Finding("SITENAME", "to do", "is still The Daily Seed, and so is what SITE_DESCRIPTION says")
    else:
        yield Finding("SITENAME", "done", name)


def _contact(stated: Mapping[str, Any]) -> Iterator[Finding]:
    if stated["CONTACT"]:
        yield Finding("CONTACT", "done", stated["CONTACT"])
    else:
        yield Finding("CONTACT", "to do", "is empty: readers cannot report a mistake, nor owners of a text object")


def _authority(stated: Mapping[str, Any], address: str) -> Iterator[Finding]:
    authority, host = stated["TAG_AUTHORITY"], urlsplit(address).hostname or "example.org"
    if authority.startswith("daily-seed.invalid,"):
        yield Finding(
            "TAG_AUTHORITY", "to do", f'is still the default; once, before the first publication: "{host},2026"'
        )
    else:
        yield Finding("TAG_AUTHORITY", "done", authority)


def _zone(stated: Mapping[str, Any]) -> Iterator[Finding]:
    state: State = "look" if stated["TIMEZONE"] == "UTC" else "done"
    yield Finding("TIMEZONE", state, f"{stated['TIMEZONE']}: feeds take it where a story states no zone")


def _rights(seeds: Path) -> Iterator[Finding]:
    files = sorted(seeds.rglob("source.toml"))
    silent = [file for file in files if not _states_rights(file)]
    if not files:
        yield Finding(
            "rights", "to do", f"no source.toml under {seeds.name}/ says whose the stories are: docs/seeds.md"
        )
    for file in silent:
        yield Finding("rights", "to do", f"{seeds.name}/{file.relative_to(seeds).as_posix()} states none")
    if files and not silent:
        yield Finding("rights", "done", "every source.toml states them")


def _states_rights(file: Path) -> bool:
    try:
        return bool(tomllib.loads(file.read_text("utf-8")).get("rights"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False


def _committed(project: Path) -> Iterator[Finding]:
    if not _git(project, "rev-parse", "--git-dir"):
        yield Finding("git", "to do", "this is no repository; GitHub Pages publishes one")
        return
    changed = _git(project, "status", "--porcelain", "--", "content", "pelicanconf.py", "publishconf.py")
    if changed:
        words = f"{len(changed)} changes of content and settings are not committed, the first {changed[0][3:]}"
        yield Finding("git", "to do", f"{words}: what is not committed is not published")
    else:
        yield Finding("git", "done", "content and settings are committed")
    branch = "".join(_git(project, "branch", "--show-current"))
    if branch != "main":
        yield Finding("git", "look", f"this branch is {branch or 'none'}; the workflow publishes main")


def _address(project: Path, address: str, environ: Mapping[str, str]) -> Iterator[Finding]:
    if not (project / _WORKFLOW).is_file():
        yield Finding("Pages", "to do", f"{_WORKFLOW} is not there: nothing publishes what you push")
    elif pages_address(remote_of(project)):
        words = (
            "in the repository's settings, under Pages, the source must be GitHub Actions; that is not seen from here"
        )
        yield Finding("Pages", "look", words)
    else:
        yield Finding("Pages", "look", "origin is not at GitHub: push there, or read docs/deploy.md on other hosts")
    if not address:
        yield Finding("SITEURL", "to do", "is not known: SITEURL=https://example.org invoke publish")
        return
    whence = (
        "as the environment says"
        if environ.get("SITEURL")
        else "unless Pages has a domain of yours; it tells the workflow"
    )
    yield Finding("SITEURL", "done", f"{address}, {whence}")
    if urlsplit(address).path.strip("/"):
        yield Finding("sub-path", "look", _BELOW_ROOT)
