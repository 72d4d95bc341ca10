# SPDX-License-Identifier: MIT
"""Write newsroom/convert/given_names.py from Faker's lists: `uv run --with faker==40.54.0 python -m dev.given_names`.

Faker (MIT) keeps given names for some eighty languages and countries. A table in the code, because the
package is forty times as large and nothing else of it is wanted where stories are read.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

PATH = Path(__file__).parents[1] / "newsroom/convert/given_names.py"
HEAD = '''# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2012 Daniele Faraglia
"""Given names of some eighty languages and countries, case-folded; written by dev/given_names.py from Faker."""

GIVEN_NAMES = frozenset(
    """
'''
TAIL = '''
""".split()  # noqa: SIM905 - a list of literals takes four times the room
)
'''
MIDDLE = f'''{TAIL}
# Family names of Chinese, Japanese and Korean, which come first and have no space behind them.
FAMILY_NAMES = frozenset(
    """
'''
# Words of India and Thailand hold vowel signs, which `\w` has not.
_LISTS = (list, tuple, dict, set)
_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0e7f])+(?:['’-][^\W\d_]+)*")
# Chinese, Japanese and Korean names have no spaces, and are not told by their words.
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def written() -> str:
    """The module's text."""
    names = sorted({name.casefold() for name in _names("first") if _WORD.fullmatch(name) and not _CJK.search(name)})
    lines = wrap(" ".join(name for name in names if len(name) >= 3), 118, break_on_hyphens=False)
    families = sorted({name for name in _names("last") if _CJK.match(name) and len(name) <= 3})
    below = wrap(" ".join(families), 58)
    return HEAD + "\n".join(lines) + MIDDLE + "\n".join(below) + TAIL


def _names(kind: str) -> Iterator[str]:
    """All lists of first, or last, names that the providers of persons have."""
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            found = getattr(provider, attribute)
            if attribute.startswith((f"{kind}_name", f"{kind}_romanized")) and isinstance(found, _LISTS):
                # Japanese ones are triples: the name in characters, in kana and in Latin letters.
                yield from (name if isinstance(name, str) else name[0] for name in found)


if __name__ == "__main__":
    PATH.write_text(written(), encoding="utf-8", newline="\n")
