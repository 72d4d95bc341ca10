# SPDX-License-Identifier: MIT
"""Write newsroom/convert/month_names.py from CLDR: `python -m dev.month_names`.

A table in the code, because reading CLDR's own files takes a second and a half at the start.
"""

import textwrap
from pathlib import Path

from babel import Locale

PATH = Path(__file__).parents[1] / "newsroom/convert/month_names.py"
# Languages that news is written in.
CODES = (
    "af am ar ar_MA ar_SY az be bg bn bs ca cs cy da de de_AT el en en_AU es et eu fa fi fil fr ga gl gu ha he hi hr"
    " hu hy id ig is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl nn pa pl ps pt pt_PT ro ru si sk"
    " sl so sq sr sr_Latn sv sw ta te tg th tk tr uk ur uz uz_Cyrl vi yo zh zu"
)
HEAD = '''# SPDX-License-Identifier: MIT
"""Names of months and days in the languages of news; written by dev/month_names.py from Unicode CLDR.

A name may stand under several numbers, where languages differ. Names are case-folded, without a last
full stop, parted by `|`; months from January, days from Monday.
"""

'''


def written() -> str:
    """The module's text."""
    return HEAD + _table("MONTHS", "months", range(1, 13)) + "\n" + _table("WEEKDAYS", "days", range(7))


def _table(constant: str, kind: str, numbers: range) -> str:
    lines = [f"{constant} = ("]
    for number in numbers:
        pieces = textwrap.wrap("|".join(_names(kind, number)).replace(" ", "\0").replace("|", "| "), 110)
        texts = [piece.replace(" ", "").replace("\0", " ") for piece in pieces]
        if len(texts) == 1:
            lines.append(f'    "{texts[0]}",')
        else:
            lines += [f'    "{text}"' for text in texts[:-1]] + [f'    "{texts[-1]}",']
    return "\n".join([*lines, ")", ""])


def _names(kind: str, number: int) -> list[str]:
    found = set()
    for language in CODES.split():
        for context in getattr(Locale.parse(language), kind).values():
            for width in ("wide", "abbreviated"):
                name = context[width][number].casefold().rstrip(".")
                # Catalan "d’abril": the preposition is no part of the name.
                name = name.removeprefix("de ").removeprefix("d’")
                if not any(map(str.isdigit, name)):
                    found.add(name)
    return sorted(found)


if __name__ == "__main__":
    PATH.write_text(written(), encoding="utf-8")
