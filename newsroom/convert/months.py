# SPDX-License-Identifier: MIT
"""Names of months and days of the week, from CLDR."""

from functools import cache

from babel import Locale

# Languages that news pages are dumped in. A name that means two months (listopad: October
# in Croatian, November in Czech and Polish) is left out, for a wrong date is worse than none.
_CODES = (
    "af ar bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl he hi hr hu id is it ka lt lv"
    " mk ms mt nb nl nn pl pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi"
)
_LANGUAGES = tuple(_CODES.split())
# Printed by newspapers, but in no CLDR table.
_ALSO = {"sept": 9, "märz": 3, "mrz": 3}


def month_from(name: str) -> int | None:
    """The number of the month that `name` means in every language that has it, else None."""
    name = name.casefold().rstrip(".")
    # Reading all of CLDR's tables takes half a second: only for a name that is not English.
    return _english_months().get(name) or _months().get(name)


def is_weekday(name: str) -> bool:
    """Whether `name` is a day of the week, in full or abbreviated."""
    name = name.casefold().rstrip(".")
    return name in _english_weekdays() or name in _weekdays()


@cache
def _english_months() -> dict[str, int]:
    return _ALSO | {name: number for number, name in _names("en", "months")}


@cache
def _months() -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        for number, name in _names(language, "months"):
            found.setdefault(name, set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


@cache
def _english_weekdays() -> frozenset[str]:
    return frozenset(name for _, name in _names("en", "days"))


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(name for language in _LANGUAGES for _, name in _names(language, "days"))


def _names(language: str, kind: str) -> list[tuple[int, str]]:
    contexts = getattr(Locale.parse(language), kind).values()
    widths = [context[width] for context in contexts for width in ("wide", "abbreviated")]
    pairs = [(number, name.casefold().rstrip(".")) for each in widths for number, name in each.items()]
    return [(number, name) for number, name in pairs if name.replace(" ", "").isalpha()]
