# SPDX-License-Identifier: MIT
"""Stories at the edge of what a page can bear, and stories in scripts of their own. Invented, as all of it."""

from collections.abc import Iterator
from datetime import date

from dev.demo.corpus import body
from newsroom.schema import FrontMatter, PostFile, Remark, Stamp

LONG_HEADLINE = (
    "Harbour office withdraws the timetable that it withdrew in March, restores the one from before the fire,"
    " and asks passengers to bring lanterns until the lamp on the north steps is mended"
)
EVERYTHING = """The ferry was late, and *nobody* on the quay was **surprised**.

## What the office said

> We will mend the lamp when the lamp is found.
>
> — Bettany Roke, harbour office

- the north steps
- the south steps

1. bring a lantern
2. bring a goat

| Boat | Leaves | Passengers |
|---|---:|---:|
| Gannet | 6:10 | 84 |
| Second Gannet | 18:40 | 112 |

### More

The [timetable](https://harbour.example/times) is `pinned` to the door.[^1]

---

Nothing else is known.

[^1]: It was taken down again on Tuesday.
"""
SCRIPTS = {
    "ar": ("عودة العبارة إلى أوستريل بعد أسبوع من الضباب", "قال مكتب الميناء إن الرحلات الليلية ستبدأ قبل الصيف."),
    "bn": ("এক সপ্তাহ কুয়াশার পর অস্ট্রেলে ফেরি ফিরল", "বন্দর দপ্তর জানিয়েছে, গ্রীষ্মের আগেই রাতের পারাপার শুরু হবে।"),
    "ja": ("霧の一週間のあと、オストレルに渡し船が戻る", "港湾局は、夜の便を夏までに始めると発表した。"),
    "he": ("המעבורת חזרה לאוסטרל אחרי שבוע של ערפל", "משרד הנמל מסר כי ההפלגות בלילה יתחילו לפני הקיץ."),
}


def edges() -> Iterator[tuple[str, PostFile]]:
    """Yield (path below content/, post): each fact missing, each length, each construct."""
    day = Stamp.parse("2031-03-17 08:15 +00:00")
    stories = {
        "long-headline": PostFile(FrontMatter(LONG_HEADLINE, day, category="Islands"), body(1, 400)),
        "one-word": PostFile(FrontMatter("Rain", day), "Rain."),
        "twenty-thousand-words": PostFile(FrontMatter("The whole of the inquiry", day), body(2, 20_000)),
        "bare": PostFile(FrontMatter("A story without a day, a section or a name"), body(3, 300)),
        "everything": PostFile(_everything(), EVERYTHING),
    }
    for name, post in stories.items():
        yield f"news/2031/03/{name}.md", post


def _everything() -> FrontMatter:
    """Return every fact that a post can state of its story."""
    return FrontMatter(
        'Ferry to Ostrel: two hours late, and "nobody surprised"',
        date=Stamp.parse("2031-03-18 09:15 +01:00"),
        modified=Stamp.parse("2031-03-19"),
        category="Trade",
        authors=("Mara Quill", "Odo Fenn", "Issa Thornby"),
        agency="Sael Press",
        dateline="OSTREL, March 18",
        tags=("ferries", "goats & lanterns", "tides"),
        summary="The harbour office promises a timetable before the herring come.",
        captions=("The quay at noon. Picture: Issa Thornby", 'A goat with "the book"'),
        notes=("Odo Fenn also took part in the reporting.",),
        corrections=(Remark(date(2031, 3, 19), "An earlier version gave the ferry one mast too many."),),
        transcriptions=(Remark(date(2031, 3, 22), "The last paragraph was missing from this copy."),),
    )


def scripts() -> Iterator[tuple[str, PostFile]]:
    """Yield (path below content/, post) of stories in Arabic, Bengali, Hebrew and Japanese."""
    for tag, (title, sentence) in SCRIPTS.items():
        front = FrontMatter(title, Stamp.parse("2031-03-19"), category="Islands", lang=tag, summary=sentence)
        yield f"news/2031/03/{tag}.md", PostFile(front, "\n\n".join([sentence] * 3))
