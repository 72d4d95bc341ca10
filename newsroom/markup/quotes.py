# SPDX-License-Identifier: MIT
"""Straight quotation marks made true ones, where nothing is in doubt."""

import re

_OPENS = "([{\u2013\u2014\u2018\u201c/-"  # what may stand before an opening mark, beside space
_CLOSES = ".,;:!?)]}\u2013\u2014\u2019\u201d/-\u2026"  # what may stand behind a closing one
_APOSTROPHE = re.compile(r"(?<=[^\W_])'(?=[^\W\d_])")
# Words that begin with an apostrophe: their mark looks like an opening one.
_ELIDED = re.compile(r"'(?:\d|(?:tis|twas|twere|twill|em|n|til|till|cause|bout|round)\b)", re.I)


_NO_APOSTROPHE = frozenset(("he", "yi", "ar", "fa", "ur"))  # a geresh stands between letters there
# The outer and the inner marks of languages that do not quote as English does, after CLDR's delimiters. French
# marks have spaces inside, which a text with straight ones has not; Hebrew and Arabic have other signs that look
# the same; in Chinese and Japanese a straight mark is no quotation. There they stay straight.
_ENGLISH = ("\u201c\u201d", "\u2018\u2019")
_LOW = ("\u201e\u201c", "\u201a\u2018")
_LOW_HIGH = ("\u201e\u201d", "\u201a\u2019")
_HIGH = ("\u201d\u201d", "\u2019\u2019")
_ANGLES = ("\u00ab\u00bb", "")  # with double marks inside, for which single straight ones do not stand
_NONE = ("", "")
_MARKS = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "et", "is", "lt", "mk", "sq", "ka"), _LOW),
    **dict.fromkeys(("pl", "ro", "hu", "hr", "sr"), _LOW_HIGH),
    **dict.fromkeys(("sv", "fi"), _HIGH),
    **dict.fromkeys(
        ("es", "it", "pt", "ca", "gl", "eu", "el", "nb", "no", "nn", "da", "lv", "ru", "uk", "be"), _ANGLES
    ),
    **dict.fromkeys(("fr", "he", "yi", "ar", "fa", "ur", "zh", "ja", "hy"), _NONE),
}


def curl(text: str, lang: str | None = None) -> str:
    """`text` with the true quotation marks of the language `lang`, character for character.

    Without a language they are English. What is in doubt stays straight. The marks of one kind are curled
    together or not at all: an odd one, or one that could open as well as close, leaves all of its kind as
    they are.
    """
    if '"' not in text and "'" not in text:
        return text
    language = lang.partition("-")[0].lower() if lang else "en"
    outer, inner = _MARKS.get(language, _ENGLISH)
    if language not in _NO_APOSTROPHE:
        text = _APOSTROPHE.sub("\u2019", text)
    if outer:
        text = _paired(text, '"', outer)
    if not inner or _ELIDED.search(text):
        return text
    return _paired(text, "'", inner)


def _paired(text: str, mark: str, pair: str) -> str:
    places = [at for at, each in enumerate(text) if each == mark]
    if len(places) % 2:
        return text
    letters = list(text)
    for number, at in enumerate(places):
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        fits = _opens(before, after) if number % 2 == 0 else _closes(before, after)
        if not fits:
            return text
        letters[at] = pair[number % 2]
    return "".join(letters)


def _opens(before: str, after: str) -> bool:
    return (before.isspace() or before in _OPENS or before in "\"'") and not after.isspace()


def _closes(before: str, after: str) -> bool:
    return not before.isspace() and (after.isspace() or after in _CLOSES or after in "\"'")
