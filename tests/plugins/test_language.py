# SPDX-License-Identifier: MIT
"""The interface's words: looked up once, whole in the language that is shipped, English where none is."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment

from dev.messages import found_words, missing
from newsroom.plugins.language import attributes, counted, language_from, translated

THEME = Path(__file__).parents[2] / "theme"


def test_a_language_is_shipped() -> None:
    assert [path.stem for path in THEME.glob("translations/*.po")] == ["de"]


@pytest.mark.parametrize("path", sorted(THEME.glob("translations/*.po")), ids=lambda path: path.stem)
def test_a_catalogue_that_is_shipped_says_every_word_and_no_other(path: Path) -> None:
    with path.open("rb") as file:
        assert missing(read_po(file), found_words()) == []


def test_a_word_is_looked_up_when_a_template_is_compiled_and_never_again() -> None:
    asked: list[str] = []

    def word(text: str) -> str:
        asked.append(text)
        return translated(text, language_from(THEME, "de"))

    environment = Environment(autoescape=True)
    environment.filters["t"] = word
    template = environment.from_string('{{ "Published" | t }}')
    assert [template.render(), template.render(), asked] == ["Veröffentlicht", "Veröffentlicht", ["Published"]]


def test_what_a_language_lacks_is_said_in_english() -> None:
    assert translated("A new word", language_from(THEME, "de")) == "A new word"
    assert translated("Published", language_from(THEME, "sv")) == "Published"


def test_a_region_falls_back_to_its_language_and_keeps_its_numbers() -> None:
    swiss = language_from(THEME, "de-CH")
    assert translated("Published", swiss) == "Veröffentlicht"
    assert counted(5432, "%(count)s story", "%(count)s stories", swiss) == "5’432 Artikel"


@pytest.mark.parametrize(("count", "words"), [(1, "1 story"), (0, "0 stories"), (5432, "5,432 stories")])
def test_a_count_takes_its_form(count: int, words: str) -> None:
    assert counted(count, "%(count)s story", "%(count)s stories", language_from(THEME, "en")) == words


def test_a_language_of_three_forms_has_all_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "translations"
    folder.mkdir()
    rule = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    (folder / "ru.po").write_text(
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {rule}\\n"\n\n'
        'msgid "%(count)s story"\nmsgid_plural "%(count)s stories"\n'
        'msgstr[0] "%(count)s статья"\nmsgstr[1] "%(count)s статьи"\nmsgstr[2] "%(count)s статей"\n',
        encoding="utf-8",
    )
    russian = language_from(tmp_path, "ru")
    said = [counted(count, "%(count)s story", "%(count)s stories", russian) for count in (1, 3, 11)]
    assert said == ["1 статья", "3 статьи", "11 статей"]


@pytest.mark.parametrize(
    ("tag", "within", "said"),
    [
        (None, None, ""),
        ("en", None, ""),  # as the page says already
        ("ar", None, ' lang="ar" dir="rtl"'),
        ("pt-BR", None, ' lang="pt-BR" dir="ltr"'),
        ("en", "he", ' lang="en" dir="ltr"'),  # the paper's own words beside a story's
        ("he", "he", ""),
        ('"><b>', None, ' lang="&#34;&gt;&lt;b&gt;" dir="ltr"'),
    ],
)
def test_a_text_says_its_language_where_it_is_not_that_of_what_stands_around_it(
    tag: str | None, within: str | None, said: str
) -> None:
    assert attributes(tag, within, paper="en") == said
