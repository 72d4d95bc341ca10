# SPDX-License-Identifier: MIT
"""What the converter makes of one input, and what a run must remember of that: no words, for there may be many."""

from dataclasses import dataclass
from hashlib import sha256

from newsroom import schema
from newsroom.convert import Evidence, Post, Refusal, Seed, Source, convert, lines_of
from newsroom.desk.core import core_of
from newsroom.desk.inputs import Raw, Unreadable
from newsroom.desk.outcome import Kind
from newsroom.desk.signature import signature_from
from newsroom.pagecost import TooCostly
from newsroom.schema import FrontMatter, PostFile
from newsroom.seedtext import text_of

_FACTS = ("date", "modified", "category", "authors", "agency", "dateline", "tags", "summary", "captions", "notes")


@dataclass(frozen=True, slots=True)
class Made:
    """A seed that makes a post, at the path and the address that it suggests for itself.

    `core` are digests of all that the converter says; the rest is for the comparison of stories.
    """

    key: str
    sha256: str
    path: str
    address: str
    core: str
    signature: str
    title: str
    published: str | None
    modified: str | None
    page: str | None
    facts: int


@dataclass(frozen=True, slots=True)
class Unmade:
    """An input that makes no post. `kind` is refused or unreadable; `line` is that of the seed, or of its file."""

    key: str
    kind: Kind
    reason: str
    why: str
    line: int | None = None


Finding = Made | Unmade


@dataclass(frozen=True, slots=True)
class Job:
    """An input to look into, of the file `place` in the listing; `read` is how far into all files that is.

    `repeated` are the lines that its source repeats.
    """

    place: int
    raw: Raw | Unreadable
    source: Source
    read: int
    repeated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job; `written` is the file of the post, where there is one.

    `used` is a digest of those lines that the source repeats and the seed has, or "".
    """

    place: int
    finding: Finding
    read: int
    written: str | None = None
    used: str = ""


def done_from(job: Job) -> Done:
    """The finding of a job. The same job always gives the same."""
    raw = job.raw
    if isinstance(raw, Unreadable):
        return Done(job.place, Unmade(raw.key, Kind.UNREADABLE, raw.reason, raw.why, raw.line), job.read)
    try:
        seed = seed_from(raw, job.source, job.repeated)
        used, made = used_by(seed), convert(seed)
    except UnicodeDecodeError as error:
        why = f"byte {raw.data[error.start]:#04x} at {error.start:,} is in no encoding that we know"
        return Done(job.place, Unmade(raw.key, Kind.UNREADABLE, "not text", why), job.read)
    except TooCostly as error:
        return Done(job.place, Unmade(raw.key, Kind.UNREADABLE, "too costly", str(error)), job.read)
    except Exception as error:  # ours, so it is not answered, but it must say which seed showed it
        error.add_note(f"at seed {raw.key!r}")
        raise
    if isinstance(made, Refusal):
        refused = Unmade(made.key, Kind.REFUSED, made.reason, made.why, made.line)
        return Done(job.place, refused, job.read, used=used)
    return Done(job.place, _finding_of(made), job.read, schema.write(made.file), used)


def text_in(raw: Raw | Unreadable) -> str:
    """The text that an input holds, or none where it gives none."""
    if isinstance(raw, Unreadable):
        return ""
    try:
        return text_of(raw.name, raw.data, raw.charset)
    except (UnicodeDecodeError, TooCostly):
        return ""


def used_in(job: Job) -> tuple[int, str]:
    """The place of a job, and what it uses of the lines that its source repeats."""
    return job.place, used_by(Seed(job.raw.key, "", text_in(job.raw), Evidence(furniture=job.repeated)))


def used_by(seed: Seed) -> str:
    """A digest of the lines of a seed that its source repeats: another one may make another post. "" for none."""
    furniture = seed.evidence.furniture
    used = sorted(furniture & lines_of(seed.text)) if furniture else ()
    return sha256("\n".join(used).encode("utf-8", "surrogatepass")).hexdigest()[:16] if used else ""


def seed_from(raw: Raw, source: Source, repeated: frozenset[str] = frozenset()) -> Seed:
    """The seed that an input holds, with what is known beside it; UnicodeDecodeError, TooCostly where it is none."""
    text = text_of(raw.name, raw.data, raw.charset)
    address = raw.address if raw.address and schema.takes("source", raw.address) else None
    return Seed(raw.key, sha256(raw.data).hexdigest(), text, Evidence(address, source, repeated))


def size_of(job: Job) -> int:
    """The bytes that a job takes on its way to a worker."""
    return len(job.raw.data) if isinstance(job.raw, Raw) else 100


def signature_of(file: PostFile) -> str:
    """The signature of a post's text, in one line."""
    signature = signature_from(file.text)
    return str(signature) if signature else ""


def facts_of(front: FrontMatter) -> int:
    """How much a post states beside its text."""
    return sum(bool(getattr(front, key)) for key in _FACTS)


def _finding_of(post: Post) -> Made:
    front = post.file.front
    return Made(
        front.seed or "",
        front.sha256 or "",
        post.path,
        front.address or "",
        core_of(post.file),
        signature_of(post.file),
        front.title,
        str(front.date) if front.date else None,
        str(front.modified) if front.modified else None,
        front.source,
        facts_of(front),
    )
