# SPDX-License-Identifier: MIT
"""Shapes of names: whether words look like a person's, and are known as one's."""

import re

from newsroom.convert.date_words import LABEL
from newsroom.convert.given_names import FAMILY_NAMES, GIVEN_NAMES
from newsroom.convert.name_words import ARTICLES, FAMILIES, NOBODY, PARTICLES, PLACES, ROLES, TITLES
from newsroom.convert.vietnamese_names import is_vietnamese

LONGEST_NAME, MOST_WORDS = 45, 5  # characters and words
WORD = re.compile(r"[^\W\d_]+(?:['’.‐-]+[^\W\d_]+)*[.'’]?")
NICKNAME = re.compile(r"[\"“‘'(][^\W\d_]+[\"”’')](?=[ \u00a0][^\W\d_])")
_ROLE = re.compile(rf"\b(?:{ROLES})\b", re.IGNORECASE)
_CJK_NAME = re.compile(r"[\u3400-\u9fff々]{1,4}[ \u3000][\u3400-\u9fff々\u3040-\u30ff]{1,4}")
# Scripts without capitals: Hebrew to Arabic, those of India, Thai, Georgian, Ethiopic.
_CASELESS = r"[\u05d0-\u05ea\u0620-\u06ff\u0900-\u0963\u0970-\u0dff\u0e01-\u0e4e\u10d0-\u10ff\u1200-\u135a.'\"’-]"
_CASELESS_NAME = re.compile(rf"{_CASELESS}{{2,}}(?: {_CASELESS}{{2,}}){{1,3}}")
_PREFIXES = ("al-", "el-", "d'", "d’", "ul-", "bin-")
_FORMS_OF_ADDRESS = frozenset(("dr", "prof", "mr", "mrs", "ms", "rev", "sir", "fr"))


def is_name(text: str) -> bool:
    """Whether words have the shape of a person's name: `Ann de la Cruz`, `BO EK`, `E. B. O'Hara`."""
    words = text.split() if len(text) <= LONGEST_NAME else []
    if not 2 <= len(words) <= MOST_WORDS or words[0] in ARTICLES:
        return False
    if not text.isascii() and _CJK_NAME.fullmatch(text):
        return True
    return is_person(words) and all(map(is_part, words))


def is_caseless(text: str) -> bool:
    """Whether a text is two to four words of a script that has no capitals."""
    return len(text) <= LONGEST_NAME and bool(_CASELESS_NAME.fullmatch(text))


def is_given(name: str) -> bool:
    """Whether the first word of a name, initials aside, is known as a given name."""
    words = (word.strip(".'’") for word in name.replace("-", " ").casefold().split()[:-1])
    if is_vietnamese(name):
        return True
    return next((word in GIVEN_NAMES for word in words if len(word) > 1 and word not in _FORMS_OF_ADDRESS), False)


def is_family(name: str) -> bool:
    """Whether a Chinese, Japanese or Korean name begins with a known family's."""
    return any(name[:size] in FAMILY_NAMES or name[:size] in FAMILIES for size in (1, 2, 3))


def says_role(text: str) -> bool:
    """Whether words say what someone who writes is: `Senior Reporter`."""
    return bool(_ROLE.search(text))


def is_person(words: list[str]) -> bool:
    """Whether words begin and end with a capital, are more than letters, and are no emptied labels of dates."""
    if not (words[0][0].isupper() and words[-1][0].isupper()) or words[0].casefold() in PLACES:
        return False
    return sum(len(word.strip(".")) > 1 for word in words) >= 2 and not all(map(LABEL.fullmatch, words))


def is_part(word: str) -> bool:
    """Whether a word may stand in a name: it has a capital, or is one of those that names have without."""
    folded = word.casefold()
    if word in PARTICLES or (folded in PARTICLES and word.isupper()) or word.startswith(_PREFIXES):
        return True
    if folded.rstrip(".") in NOBODY or ("-" in folded and folded.rpartition("-")[2] in TITLES):
        return False
    if word[0].isupper():
        return bool(WORD.fullmatch(word))
    return word[0] in "\"“‘'(" and bool(NICKNAME.match(word + " x"))
