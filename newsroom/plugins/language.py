# SPDX-License-Identifier: AGPL-3.0-only
"""The paper's own words in the paper's own language: gettext catalogues below the theme, as Jinja filters.

`{{ "Published" | t }}` is looked up when a template is compiled, for Jinja folds filters of constants;
a page pays nothing for it. `theme/translations/LANG.po` holds the words of a language; what it lacks
stays English. `python -m dev.messages` finds new words in the templates (docs/translating.md).

A text in another language says so: `{{ post.lang | language }}` gives its element's attributes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from gettext import c2py
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup
from pelican import signals

from newsroom.settings import SettingsError

Words = Mapping[str, str | tuple[str, ...]]
FOLDER = "translations"
FROM_THE_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Language:
    """A language: {English: translation, or its plural forms}, and which form a number takes."""

    locale: Locale
    words: Words
    form: Callable[[int], int]


def language_from(theme: Path, tag: str) -> Language:
    """Return the paper's language. `pt-BR` falls back to `pt`, and what has no catalogue to English words."""
    locale = Locale.parse(tag, sep="-")
    for name in (tag.replace("-", "_"), tag.partition("-")[0]):
        path = theme / FOLDER / f"{name}.po"
        if path.is_file():
            with path.open("rb") as file:
                catalog = read_po(file)
            return Language(locale, _words(catalog), c2py(catalog.plural_expr))
    return Language(locale, {}, c2py("n != 1"))


def _words(catalog: Catalog) -> Words:
    found: dict[str, str | tuple[str, ...]] = {}
    for message in catalog:
        said = message.string
        if isinstance(said, str):
            if message.id and said:
                found[str(message.id)] = said
        elif said and all(said):
            found[message.id[0]] = tuple(said)
    return found


def translated(text: str, language: Language) -> str:
    """Return `text` in the paper's language."""
    found = language.words.get(text, text)
    return found if isinstance(found, str) else found[0]


def counted(count: int, one: str, many: str, language: Language) -> str:
    """Return `%(count)s stories` with the number as the language writes it, in the form that it takes."""
    line = language.words.get(one, (one, many))[language.form(count)]
    return line % {"count": _number(count, language.locale)}


@lru_cache(maxsize=10_000)
def _number(count: int, locale: Locale) -> str:
    return format_decimal(count, locale=locale)


def direction(tag: str) -> str:
    """Return the way in which the script of the language `tag` (BCP 47) runs."""
    return "rtl" if tag.partition("-")[0].lower() in FROM_THE_RIGHT else "ltr"


def attributes(tag: str | None, within: str | None = None, *, paper: str) -> Markup:
    """Return ` lang="ar" dir="rtl"` of a text in the language `tag`, for its element.

    Nothing where no language is stated, or where what stands around it is in the same: in the language
    `within`, or where that is none, in the paper's own.
    """
    if not tag or tag == (within or paper):
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(tag, direction(tag))


def add_filters(pelican: Any) -> None:
    """Add `t`, `counted`, `number`, `direction` and `language` to the settings of this run, in DEFAULT_LANG.

    Raises SettingsError when CLDR does not know the language: no number could be written.
    """
    settings = pelican.settings
    try:
        language = language_from(Path(settings["THEME"]), settings["DEFAULT_LANG"])
    except (UnknownLocaleError, ValueError) as error:
        raise SettingsError(f"DEFAULT_LANG: {error}; give one whose words for dates CLDR knows") from error
    settings["JINJA_FILTERS"] = {
        **settings["JINJA_FILTERS"],
        "t": partial(translated, language=language),
        "counted": partial(counted, language=language),
        "direction": direction,
        "language": partial(attributes, paper=settings["DEFAULT_LANG"]),
        "number": partial(_number, locale=language.locale),
    }


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(add_filters)
