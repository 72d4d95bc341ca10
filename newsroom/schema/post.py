# SPDX-License-Identifier: MIT
"""The post as data: its front matter and its Markdown, valid once built."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from unicodedata import category

from newsroom.schema.address import Kind, check_address, check_kind, slug_from
from newsroom.schema.label import Label, check_order
from newsroom.schema.remark import Remark
from newsroom.schema.stamp import Stamp

# C0 and C1 controls but tab and newline, and what XML cannot hold (surrogates, U+FFFE, U+FFFF).
ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Line ends that YAML and Python know, and the two characters that turn the text around them.
_NOT_IN_A_VALUE = re.compile("[\n\t\u2028\u2029\u202d\u202e]|  |^ | $")
_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}  # Unicode's categories of controls, formats and spaces
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_IMAGE = re.compile(r"[\w][\w /.-]*\.(?:jpg|jpeg|png|webp)")
_PAGE = re.compile(r"https?://[^\s<>\"\\/?#@]+(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE)
_CONTACT = re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+|https://[^\s<>\"/@]+[^\s<>\"]*")
_OF_DATES = ("zone", "order")  # an editor states them of all dates of a source: no keys of a post
_STATUSES = ("published", "draft", "withdrawn")
_WEIGHT_MAX = 1_000_000
# Longest text of each key, in characters; each item for a list. Far beyond what papers print, and
# short enough that a page which lists a hundred posts stays readable.
LONGEST = {"title": 500, "category": 200, "authors": 200, "agency": 200, "dateline": 200, "tags": 200,
           "summary": 4000, "image": 200, "image_alt": 1000, "image_caption": 1000, "image_credit": 200,
           "captions": 1000, "notes": 1000, "corrections": 1020, "transcriptions": 1020,
           "lang": 35, "newspaper": 200, "source": 2000, "rights": 1000, "contact": 500, "stated": 40, "taken": 40,
           "duplicates": 1000, "seed": 1000, "converter": 50}  # fmt: skip
_MOST_ITEMS = 200


def illegal_in(text: str) -> re.Match[str] | None:
    """The first character of ILLEGAL in a text, or None."""
    # isprintable() says in a tenth of the time that there is none; of no-break spaces and the like it cannot tell
    return None if text.replace("\n", "").replace("\t", "").isprintable() else ILLEGAL.search(text)


class FieldError(ValueError):
    """A key has a wrong value. `key` names it, `why` says what is wrong with it."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(f"{key}: {why}")
        self.key, self.why = key, why


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Every key of a post, in the order in which they are written. Documented in docs/post.md.

    Raises FieldError for a value that no post may have.
    """

    title: str
    date: Stamp | None = None
    modified: Stamp | None = None
    changed: tuple[Stamp, ...] = ()
    address: str | None = None
    category: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    dateline: str | None = None
    tags: tuple[str, ...] = ()
    summary: str | None = None
    image: str | None = None
    image_alt: str | None = None
    image_caption: str | None = None
    image_credit: str | None = None
    captions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    corrections: tuple[Remark, ...] = ()
    transcriptions: tuple[Remark, ...] = ()
    lang: str | None = None
    status: str = "published"
    weight: int = 0
    pin: bool = False
    index: bool = True
    copy: bool = False
    newspaper: str | None = None
    source: str | None = None
    rights: str | None = None
    contact: str | None = None
    stated: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    version_of: str | None = None
    duplicates: tuple[str, ...] = ()
    seed: str | None = None
    sha256: str | None = None
    converter: str | None = None
    labels: tuple[Label, ...] = ()
    digest: str | None = None

    def __post_init__(self) -> None:
        for key in LONGEST:
            value = getattr(self, key)
            if value is not None and value != ():  # most keys are not stated, and a paper has many posts
                _check_texts(key, value)
        for key, check in _CHECKS.items():
            value = getattr(self, key)
            if value is not None:
                try:
                    check(value)
                except ValueError as error:
                    raise FieldError(key, str(error)) from error
        _check_picture(self)
        if self.copy and not self.source:
            raise FieldError("copy", "needs source, the address of what this is a copy of")


# Every key, in order, with what it is when a post leaves it out.
DEFAULTS = {each.name: each.default for each in fields(FrontMatter)}


def _check_texts(key: str, value: str | tuple[object, ...]) -> None:
    texts = (value,) if isinstance(value, str) else tuple(map(str, value))
    if len(texts) > _MOST_ITEMS:
        raise FieldError(key, f"{len(texts)} entries are more than {_MOST_ITEMS}")
    for text in texts:
        if not text[:1].isalnum() and all(category(letter) in _UNSEEN for letter in text):
            raise FieldError(key, f"{text!r} says nothing")
        if len(text) > LONGEST[key]:
            raise FieldError(key, f"{text[:40]!r}… has {len(text):,} characters, more than {LONGEST[key]}")
        bad = illegal_in(text) or _NOT_IN_A_VALUE.search(text)
        if bad:
            raise FieldError(key, f"{text[:40]!r} is not one tidy line: {bad[0]!r} at character {bad.start()}")


def _form(pattern: re.Pattern[str], meaning: str) -> Callable[[str], None]:
    def check(text: str) -> None:
        if not pattern.fullmatch(text):
            raise ValueError(f"{text!r} is not {meaning}")

    return check


def _check_status(status: str) -> None:
    if status not in _STATUSES:
        raise ValueError(f"{status!r} is not one of {', '.join(_STATUSES)}")


def _check_weight(weight: int) -> None:
    if abs(weight) > _WEIGHT_MAX:
        raise ValueError(f"{weight} is beyond {_WEIGHT_MAX:,}")


def _check_image(image: str) -> None:
    if ".." in image.split("/") or not _IMAGE.fullmatch(image):
        raise ValueError(f"{image[:80]!r} is not a .jpg, .jpeg, .png or .webp file under content/images/")


def takes(key: str, value: str) -> bool:
    """Whether a post can state `value` as its `key`: a text from anywhere may be too long, or of another form."""
    try:
        FrontMatter(**{"title": "-", key: value})  # type: ignore[arg-type]  # a key whose value is a text
    except FieldError:
        return False
    return True


def _check_picture(front: FrontMatter) -> None:
    """FieldError for words about no picture, and for a picture without words for who cannot see it."""
    if front.image and not front.image_alt:
        raise FieldError("image", "needs image_alt, which says what the picture shows")
    for key in ("image_alt", "image_caption", "image_credit"):
        if getattr(front, key) and not front.image:
            raise FieldError(key, "there is no image")


def _check_keys(keys: tuple[str, ...]) -> None:
    strange = [key for key in keys if key not in DEFAULTS and key not in _OF_DATES]
    if strange:
        raise ValueError(f"{strange[0]!r} is no key of a post")


def _check_duplicates(keys: tuple[str, ...]) -> None:
    for key in keys:
        _check_seed(key)


def _check_story(address: str) -> None:
    check_kind(address, "story")


def _check_seed(seed: str) -> None:
    if seed.startswith("/") or "\\" in seed or ".." in seed.split("/"):
        raise ValueError(f"{seed!r} is not a path under seeds/")


def _check_days(days: tuple[Stamp, ...]) -> None:
    if any(day.time for day in days) or list(days) != sorted(set(days), key=str) or len(days) > _MOST_ITEMS:
        raise ValueError(f"{', '.join(map(str, days))[:80]!r} is not made of days, each later than the one before")


_CHECKS: dict[str, Callable[..., None]] = {
    "changed": _check_days,
    "address": check_address,
    "lang": _form(_LANG, "a language tag such as en or pt-BR"),
    "status": _check_status,
    "weight": _check_weight,
    "image": _check_image,
    "source": _form(_PAGE, "the http:// or https:// address of a page, without a user's name"),
    "contact": _form(_CONTACT, "mailto:name@example.org or https://…"),
    "stated": _check_keys,
    "taken": _check_keys,
    "version_of": _check_story,
    "duplicates": _check_duplicates,
    "seed": _check_seed,
    "sha256": _form(_SHA256, "64 hexadecimal digits"),
    "labels": check_order,
    "digest": _form(_SHA256, "64 hexadecimal digits"),
}


@dataclass(frozen=True, slots=True)
class PostFile:
    """Front matter and Markdown; `text_line` is the line of the file on which the text starts.

    The text has no empty lines around it. ValueError if it holds a character of ILLEGAL.
    """

    front: FrontMatter
    text: str
    text_line: int = field(default=1, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.text.strip("\n"))
        bad = illegal_in(self.text)
        if bad:
            raise ValueError(f"character {bad[0]!r} at {bad.start()} of the text")


def stated(front: FrontMatter) -> dict[str, object]:
    """The keys that say more than their default, in the order of the fields."""
    values = {key: getattr(front, key) for key in DEFAULTS}
    return {key: value for key, value in values.items() if value != DEFAULTS[key]}


def digest(post: PostFile) -> str:
    """SHA-256, in hex, of all that the post says, `digest` left out.

    It is taken over the values, so quoting, order of keys and empty lines do not change it. A draft has that
    of the published post: to hold a story back, or to let it go, changes none of its words. Nor does `changed`,
    which tells of changes and is none.
    """
    status = "published" if post.front.status == "draft" else post.front.status
    said = {
        key: [str(each) for each in value] if isinstance(value, tuple) else str(value)
        for key, value in stated(replace(post.front, digest=None, changed=(), status=status)).items()
    }
    canonical = json.dumps([said, post.text], ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_edited(post: PostFile) -> bool:
    """Whether a person wrote or changed the post since it was generated."""
    return post.front.digest != digest(post)


def address_for(front: FrontMatter, *, kind: Kind) -> str:
    """The stated address, else one made of the date and the title. FieldError names the key."""
    address = front.address or _derived(front, kind)
    try:
        check_kind(address, kind)
    except ValueError as error:
        raise FieldError("address" if front.address else "title", str(error)) from error
    return address


def _derived(front: FrontMatter, kind: Kind) -> str:
    slug = slug_from(front.title)
    if kind == "page":
        return f"{slug}/"
    return f"{front.date.day:%Y/%m/%d}/{slug}/" if front.date else f"undated/{slug}/"
