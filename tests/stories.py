# SPDX-License-Identifier: MIT
"""An invented paper for tests: every fact that a post can state, and every fact missing."""

from pathlib import Path

from newsroom.schema import FrontMatter, PostFile, Stamp, write

SENTENCES = (
    "The ferry to Ostrel was two hours late on Monday, and nobody on the quay was surprised.",
    'Mara Quill, who has sold tickets there since the old pier burned, said "the tide keeps its own hours".',
    "The harbour office has promised a new timetable before the herring come.",
    "Under the plan the noon crossing would leave from the north steps, and the evening one not at all.",
    "A count of the passengers in May found that one in four was a goat.",
)

LONG_HEADLINE = (
    "Harbour office withdraws the timetable that it withdrew in March, restores the one from before"
    " the fire, and asks passengers to bring lanterns until the lamp on the north steps is mended"
)


def body(paragraphs: int) -> str:
    """Return Markdown of so many paragraphs, no two of them alike."""
    return "\n\n".join(
        f"{SENTENCES[number % 5]} {SENTENCES[(number + 2) % 5]} That was crossing {number + 1}."
        for number in range(paragraphs)
    )


def posts() -> dict[str, PostFile]:
    """Return fourteen stories by their file's path under content/."""
    found = {}
    sections = ("Harbour", "Council", "Science")
    for number in range(9):
        section = sections[number % 3]
        front = FrontMatter(
            title=f"{section} story number {number + 1}: the tide was high again",
            date=Stamp.parse(f"2031-{3 - number // 4:02}-{20 - number:02} 09:{number:02} +01:00"),
            category=section,
            authors=("Mara Quill", "Odo Fenn") if number % 2 else ("Mara Quill",),
            tags=("tides", "goats & ferries") if number % 3 else ("tides",),
            summary="What the tide did, and who was there." if number % 2 else None,
            agency="Sael Press" if number == 4 else None,
            dateline="OSTREL, March 20" if number == 4 else None,
            captions=("The quay at noon. Picture: Issa Thornby", 'A goat with "the book"') if number == 4 else (),
            notes=("Correction: an earlier version gave the ferry one mast too many.",) if number == 4 else (),
            lang="en",
        )
        found[f"news/2031/story-{number + 1}.md"] = PostFile(front, body(6 + number))
    long = FrontMatter(LONG_HEADLINE, date=Stamp.parse("2031-03-19"), weight=1)
    found["news/2031/long.md"] = PostFile(long, structured())
    found["news/2031/bare.md"] = PostFile(FrontMatter("Bare", Stamp.parse("2030-12-31")), "Wet.")
    found["news/undated/lost.md"] = PostFile(FrontMatter("A story without a day"), body(3))
    arabic = FrontMatter("قصة من الميناء", date=Stamp.parse("2031-03-01"), lang="ar")
    found["news/2031/arabic.md"] = PostFile(arabic, "وصلت العبارة إلى أوستريل متأخرة ساعتين.\n\nوعد المكتب بجدول جديد.")
    draft = FrontMatter("Not yet", date=Stamp.parse("2031-03-21"), status="draft")
    found["news/2031/draft.md"] = PostFile(draft, body(2))
    return found


def structured() -> str:
    """Return Markdown with each construct that a post may hold."""
    return (
        f"{body(2)}\n\n## What the *office* said\n\n> We will mend the lamp when the lamp is found.\n\n"
        f"- the north steps\n- the south steps\n\n1. bring a lantern\n2. bring a goat\n\n{body(3)}\n\n"
        "### More\n\nThe [timetable](https://harbour.example/times) is `pinned` to the door."
    )


def write_paper(content: Path, found: dict[str, PostFile]) -> Path:
    """Write the posts and a page under `content`, and return it."""
    pages = {"pages/about.md": PostFile(FrontMatter("About", address="about/"), body(2))}
    for name, post in {**found, **pages}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write(post), encoding="utf-8")
    return content
