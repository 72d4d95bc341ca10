# SPDX-License-Identifier: MIT
"""Months and days of the week, by any name that a language of news has for them."""

import re
import unicodedata

from newsroom.convert.month_names import MONTHS, WEEKDAYS

# Printed by newspapers, but in no CLDR table that is read here: `aralik` is Turkish capitals in lower case.
# The Arabic ones are of Algeria and Tunisia.
_ALSO = {"sept": 9, "sep": 9, "mrz": 3, "maerz": 3, "juill": 7, "setiembre": 9, "agt": 8, "agst": 8, "nop": 11,
         "pebruari": 2, "nopember": 11, "aralik": 12, "kasim": 11, "জানুয়ারি": 1,
         "ফেব্রুয়ারি": 2,
         "جانفي": 1, "فيفري": 2, "أفريل": 4, "ماي": 5, "جوان": 6, "جويلية": 7, "أوت": 8,
         "fév": 2, "septyembre": 9}  # fmt: skip
# Names of a month in one language that are common words of another: `Sat` is Saturday.
_NOT = frozenset(("sat", "sht"))
_DOTS = re.compile("[\u093c\u09bc\u0a3c]")
_GLUED = re.compile(r"(?<=[a-z)])[A-Z][a-z]{2,8}$|(?<=[A-Z]{2})[A-Z][a-z]{2,8}$")


def _key(name: str) -> str:
    """The name without case; in Indian scripts without the dot of borrowed sounds, which many leave out."""
    name = name.casefold()
    return name if name.isascii() else _DOTS.sub("", unicodedata.normalize("NFD", name))


def _table(texts: tuple[str, ...], first: int) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, text in enumerate(texts, first):
        for name in text.split("|"):
            found.setdefault(_key(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_MONTHS = {
    **{name: numbers for name, numbers in _table(MONTHS, 1).items() if name not in _NOT},
    **{_key(name): frozenset((number,)) for name, number in _ALSO.items()},
}
_WEEKDAYS = _table(WEEKDAYS, 0)
_NONE: frozenset[int] = frozenset()

# The second words of names of two: `تشرين الأول`, `Deireadh Fómhair`.
SECOND_WORDS = tuple(
    sorted(
        {each.partition(" ")[2] for text in MONTHS for each in text.split("|") if " " in each}, key=len, reverse=True
    )
)


def months_from(name: str) -> frozenset[int]:
    """The numbers of the months that `name` means: one, none, or two where languages differ.

    A word that another is glued to the front of (`SamDecember`) means what its end says; in Hebrew "in" is glued.
    """
    name = name.rstrip(".")
    found = _MONTHS.get(_key(name)) or _MONTHS.get(_key(name.removeprefix("ב")))
    if found:
        return found
    glued = None if name[1:].islower() else _GLUED.search(name)
    return _MONTHS.get(_key(glued[0]), _NONE) if glued else _NONE


def month_start(name: str) -> int:
    """Where in `name` the month begins, behind a word that is glued to its front."""
    if _key(name.rstrip(".")) in _MONTHS:
        return 0
    glued = _GLUED.search(name.rstrip("."))
    return glued.start() if glued else 0


def weekdays_from(name: str) -> frozenset[int]:
    """The days of the week that `name` means, Monday 0; several where languages differ."""
    return _WEEKDAYS.get(_key(name).rstrip("."), _NONE)
