# SPDX-License-Identifier: MIT
"""Invented pages that print their authors, or print none, in the ways that news pages do.

Training data for `train_bylines` beside dumps with gold, which are few: what one knows of newspapers of
many languages, as shapes. All papers, people and events are made up by chance from lists of syllables.
"""

import random
from collections.abc import Iterator
from typing import Any

from newsroom.convert.given_names import GIVEN_NAMES


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split("; "))


_GIVEN = sorted(name for name in GIVEN_NAMES if 3 < len(name) < 10 and name.isalpha() and name[0] < "\u0530")
_SYLLABLES = _listed(
    "ka; lo; mi; ran; der; vel; tor; sen; ik; bar; tu; nes; qui; mor; dal; fen; gri; hol; jas; lin; pet; rov; sul; "
    "wen; zar; ash"
)
_PLACES = ("Port Ember", "Sallow Bridge", "Quillmouth", "New Vessel", "Saint Orrin", "Lake Tamber", "Marrowgate")
_THINGS = ("pier", "council", "ferry", "school", "market", "bridge", "harbour", "mill", "budget", "library", "storm")
_VERBS = ("opens", "closes", "wins prize", "faces vote", "burns", "returns", "divides town", "is sold", "floods again")
_PAPERS = ("Ember Gazette", "Vessel Times", "Quillmouth Herald", "The Orrin Post", "EBN", "Tamber News", "SBC News")
_ROLES = _listed(
    "Staff Writer; Political Editor; Senior Reporter; Sports Writer; Contributor; Health Correspondent; Reporter; "
    "Business Editor; Redakteurin; Periodista; Journaliste; Chief Reporter"
)
_MENU = _listed(
    "Home; News; Sport; Business; Opinion; Culture; Travel; Weather; Subscribe; Log in; Menu; Search; World; Video; "
    "Podcasts; Obituaries; Puzzles; Local News; High School Sports; Real Estate; Food & Drink; Climate; Our Team; "
    "Contact Us; Privacy Policy; Real Madrid; Premier League; Star Signs; Hong Kong; Saint Orrin; Lake Tamber; "
    "Guest Columns"
)
_SHARES = _listed("Share; Facebook; Twitter; Copy link; Email; Save; Listen; 3 min read; Comments; 12")
_DATES = _listed(
    "March 3, 2031; 3 March 2031; 03.03.2031, 10:15 Uhr; Published March 3, 2031 10:15 am; 2031-03-03; Mar 3, 2031; "
    "Monday, March 3, 2031; 3 de marzo de 2031; Publié le 3 mars 2031 à 10h15; "
    "Published: 10:15, 3 March 2031 | Updated: 12:30, 3 March 2031; Updated March 3, 2031"
)
_LEADS = _listed(
    "By; By; By; by; BY; By:; Von; Par; Por; Av; Door; di; Oleh; Written by; Text:; Story by; Autor:; Posted by; "
    "Penulis:; Words by; Af; Opinion by; Author:; Analysis by; Reported by; Auteur:; Deur; Piše:; Yazan:; Автор:; "
    "Published by; Tekst:; Ein Kommentar von; Geschrieben von; Écrit par; Escrito por; Skrevet av; Words:; Reporter; "
    "Our correspondent; Opinion:; Autorin:; By our correspondent; Von unserer Redakteurin; X:; X:; X; XX:"
)
# Of several.
_SEVERAL = _listed("Authors:; Autoren:; By; Von; Auteurs:; Authors; Par; Av")

# Lines of a byline: L a lead, N the names, F the first of them, R a role, P a paper, C a place, D a date, U a handle,
# A an agency, S a section, T a thing, V a name in two lines, X and x words of a language that nobody knows.
_LED = _listed(
    "L N; L N; L N; L N, R; L N | P; L N, P; L N R; L N P; L N/D; L N in C; L N for P; L|N; L N/R/D; L N · D; "
    "L N - D; L N U; D L N; D/L N; L|N|D; L N • 3 min read; 3 hours ago by N; L N, C; D | L N; L N, P/D; LN/D; "
    "L NUpdated; P | L N; L N/N; L N/U"
)
_ALONE = _listed(
    "N; N; N; N; N/D; N/D; N/R/D; N, R/D; D/N; D/N; N | D; D | N; N U/D; N | P/D; N, P/D; N/P/D; N/R; N in C/D; "
    "C | N | D; N R/D; N/U/D; N/N/D; F/N/D; D/N/R; N · 3 min read; N/3 hours ago; N, C/D; N (P)/D; N - D; N, R; "
    "N • D • C; NR/D; N/3 min read/D; N – R/D; N, A/D; N (A)/D; A, N/D; N's avatar/N/D; N, X/D; N X/D; S/N/D; N/S/D; "
    "S N/D; N S D; D N; N D; N, D; N. C/D; N | C/D; N/C/D; C/N/D; N with A/D; V/D; V/R/D; Headshot of N/N/R; N/R, P/D"
)
_END = _listed(
    "N; N; N; N; N; N/U; N/R; L N; L N; L N; (L N); Text: N; – N; Autor: N; Author: N; Text: N; "
    "N is a R for P.; About the author/N; N/R; More stories by N; N/N is a R who lives in C.; L N; (N); "
    "N covers C for P. Reach F at U.; Contact the author:/N U; N writes about C and its people.; (Reporting by N); "
    "N/F is a R at P.; View all posts by N; N, P; N, C; N is the author of a book on C.; "
    "Contact N at U.; Follow N on Twitter U.; Reach N at 555-0100 or "
    "U.; This story was written by N.; Author/N; About the author: N; N can be reached at U.; Staff writer N can be "
    "reached at U.; Written by/N; Author/N/View all posts; About the author/N/N is a R.; N runs the T of C and writes "
    "a newsletter.; N is the founder of P and lives in C.; N has worked in C and P for nine years.; The R of P, N has "
    "written on the T for years.; N's latest book is on the T of C.; The views expressed are those of N.; As told to "
    "N; N studied in C and reports on T.; N ist R bei P.; N est R à C.; N es R en C.; N (@harbourmouse) is a R."
)
_HANDLES = ("harbourmouse", "admin", "HarbourMouse", "quill", "Tidewatch")
_HOUSES = _listed(
    "By P Staff; By P; By Staff Reporter; by News Desk; By Reuters; P Web Desk/D; Staff Reporter/D; News Desk/D; "
    "By The Associated Press; By AFP; Posted by H/D; by H/D; By H"
)
# The same where an agency is the only one named: A.
_AGENCIES = _listed(
    "AFP; dpa; Reuters; EFE; NTB; TT; ANSA; PTI; Ritzau; STT; PAP; Lusa; Xinhua; ANP; ČTK; Associated Press"
)
_AGENCY = _listed("A; A/D; D/A; A/D; By A/D; Von A; Par A/D; D/Von A; Source: A/D; A | D; © A/D")
_AGENCY_END = _listed("(A); A; Quelle: A; Source: A; © A")
# Names that Vietnam's papers print at the story's end, and others print there too.
_SYLLABLES_VI = _listed("Minh; Hải; Đăng; Thu; Hà; Ngọc; Lan; Hương; Phương; Tuấn; Dũng; Trang; Quỳnh; Sơn; Hồng; Vân")
_FAMILIES_VI = _listed("Nguyễn; Trần; Lê; Phạm; Hoàng; Phan; Vũ; Đặng; Bùi; Đỗ")


def rows(count: int, seed: int = 0) -> Iterator[dict[str, Any]]:
    """Rows `{id, page, domain, text, gold}` of so many pages, the same for the same seed."""
    for number in range(count):
        dice = random.Random(f"{seed}-{number}")  # noqa: S311 - chance, no secret
        text, authors = _page(dice)
        gold = {"article": True, "authors": authors, "visible": {"authors": bool(authors)}}
        yield {"id": f"invented-{number}", "page": f"invented-{number}", "domain": f"invented-{number}.test",
               "text": text, "gold": gold}  # fmt: skip


def _page(dice: random.Random) -> tuple[str, list[str]]:
    """The text of a page and its authors."""
    people = [_person(dice) for _ in range(8)]
    authors = people[: dice.choice((1, 1, 1, 1, 2, 2, 3))]
    told = people[4:]
    kind = dice.choices(("led", "alone", "end", "house", "agency", "none"), (30, 38, 16, 5, 8, 26))[0]
    above, head, below = _furniture(dice, people[3])
    agency, at_end = dice.choice(_AGENCIES), kind == "end" or (kind == "agency" and dice.random() < 0.3)
    form = _form(dice, kind, at_end)
    if kind == "end" or not {"F", "V"}.isdisjoint(form) or "avatar" in form:
        authors = authors[:1]
    if kind == "house":
        form, authors = _housed(dice, form)
    if kind == "agency":
        authors = [agency]
    byline = _written(dice, dice.choice(("D", "D", "", "By |/D", "By")) if at_end else form, authors, people)
    if kind in ("led", "alone") and len(authors) > 1 and dice.random() < 0.5:
        byline = _in_lines(dice, authors, led=kind == "led")
    ending = _written(dice, form, authors, people) if at_end else []
    if kind in ("led", "alone") and dice.random() < 0.2:
        ending = _written(dice, dice.choice(_END), authors[:1], people)
    story = _story(dice, told)
    headline = _headline(dice, told)
    if kind == "none":
        authors = []
    top = _top(dice, headline, byline, told)
    captions = _captions(dice, told, [agency] if authors else [])
    lines = [*above, *head, *top, *captions, *story, *ending, *below]
    if kind == "led" and "/" not in form and "|" not in form and form[:3] == "L N" and dice.random() < 0.15:
        lines = [line for line in lines if line not in byline]
        first = lines.index(story[0])
        lines[first] = f"{dice.choice(('By', 'By', 'BY', 'Von', 'Par', 'Por'))} {' and '.join(authors)} {story[0]}"
    gap = dice.choice(("\n", "\n\n"))
    return gap.join(line for line in lines if line), authors


def _form(dice: random.Random, kind: str, at_end: bool) -> str:
    """How a byline of a kind is written."""
    agencies = _AGENCY_END if at_end else _AGENCY
    silent = ("D", "D", "", "By/D", "By |/D")
    form = dice.choice(
        {"led": _LED, "alone": _ALONE, "end": _END, "house": _HOUSES, "none": silent}.get(kind, agencies)
    )
    return form.replace("A", "N") if kind == "agency" else form


def _housed(dice: random.Random, form: str) -> tuple[str, list[str]]:
    """The form of a house's byline, and the house in it."""
    form, _, day = form.partition("/")
    house = form.replace("H", dice.choice(_HANDLES)).replace("P ", dice.choice(_PAPERS) + " ")
    house = house.replace("By P", "By " + dice.choice(_PAPERS))
    author = house.removeprefix("Posted ").removeprefix("By ").removeprefix("by ")
    return ("L N" if author != house else "N") + day.replace("D", "/D"), [author]


def _word(dice: random.Random) -> str:
    """A word of no language, with a capital."""
    return "".join(dice.sample(_SYLLABLES, dice.choice((2, 2, 3)))).capitalize()


def _person(dice: random.Random) -> str:
    """A name of two or three words; a fifth of the given names are in no list."""
    if dice.random() < 0.05:
        name = " ".join(dice.sample(_SYLLABLES_VI, 2))
        return name.upper() if dice.random() < 0.2 else dice.choice(("", "", dice.choice(_FAMILIES_VI) + " ")) + name
    made = "".join(dice.sample(_SYLLABLES, 2)).capitalize()
    given = dice.choice(_GIVEN).capitalize() if dice.random() < 0.8 else made
    family = "".join(dice.sample(_SYLLABLES, dice.choice((2, 2, 3)))).capitalize()
    middle = dice.choice(("", "", "", "", "", " J.", " de", " van der", " " + dice.choice(_GIVEN).capitalize()))
    name = f"{given}{middle} {family}" if dice.random() < 0.9 else f"{given} {family}-{made}"
    return name.upper() if dice.random() < 0.06 else name


def _written(dice: random.Random, form: str, authors: list[str], people: list[str]) -> list[str]:
    """The lines of a form with its letters filled in; a stroke without spaces begins a line too."""
    names = (
        authors[0]
        if len(authors) == 1
        else ", ".join(authors[:-1]) + dice.choice((" and ", " & ", " und ")) + authors[-1]
    )
    lead = dice.choice(_SEVERAL if len(authors) > 1 and dice.random() < 0.5 else _LEADS)
    lead = lead.replace("XX", _word(dice) + " " + _word(dice).lower()).replace("X", _word(dice))
    given, _, family = people[0].partition(" ")
    values = {
        "X": _word(dice), "x": _word(dice).lower(), "S": dice.choice(_MENU), "T": dice.choice(_THINGS),
        "A": dice.choice(_AGENCIES), "V": authors[0].replace(" ", "\n"),
        "L": lead, "N": names, "F": authors[0].split()[0], "R": dice.choice(_ROLES), "P": dice.choice(_PAPERS),
        "C": dice.choice(_PLACES), "D": dice.choice(_DATES),
        "U": dice.choice((f"@{given}{family}".replace(" ", ""), f"{given}.{family.split()[-1]}@ember.test".lower())),
    }  # fmt: skip
    lines = []
    for line in form.replace(" | ", "\0").replace("|", "/").replace("\0", " | ").split("/"):
        filled = "".join(values.get(each, each) if _is_letter(line, at) else each for at, each in enumerate(line))
        lines.append(filled)
    if form == "F/N/D":
        lines[0] = authors[0]
    return lines


def _in_lines(dice: random.Random, authors: list[str], *, led: bool) -> list[str]:
    """Several authors, a line or two each."""
    lines: list[str] = []
    roles = dice.random() < 0.5
    joined = dice.choice(("", "", " and", ","))
    for author in authors[:-1]:
        lines += [author + ("" if roles else joined), dice.choice(_ROLES) if roles else ""]
    lines += [authors[-1], dice.choice(_ROLES) if roles else ""]
    if led:
        lead = dice.choice(("By", "Authors", "Von", "Par", "Por", "Written by"))
        lines = [lead, *lines] if dice.random() < 0.4 else [f"{lead} {lines[0]}", *lines[1:]]
    return [*filter(None, lines), *dice.choice(([], [dice.choice(_DATES)], [dice.choice(_PAPERS)]))]


def _is_letter(line: str, at: int) -> bool:
    """Whether a capital stands for something: it begins no word that goes on in small letters."""
    return not (at + 1 < len(line) and line[at + 1].islower() and line[at + 1 :][:7] != "Updated")


def _sentence(dice: random.Random, told: list[str]) -> str:
    thing, place = dice.choice(_THINGS), dice.choice(_PLACES)
    who = dice.choice(told).title() if dice.random() < 0.4 else "the council"
    return dice.choice((
        f"The {thing} of {place} was opened again on Monday, and people came from both shores to see it.",
        f"“We have waited for the {thing} for nine years,” said {who}, who lives beside it in {place}.",
        f"According to {who}, the {thing} will cost more than anyone in {place} had been told.",
        f"No one was hurt, but the {thing} stayed closed until the evening.",
        f"{who[0].upper()}{who[1:]} did not answer questions about the {thing}, nor did anyone else.",
    ))  # fmt: skip


def _story(dice: random.Random, told: list[str]) -> list[str]:
    """Paragraphs, at times with subheads that look like names."""
    lines = []
    for _ in range(dice.randint(3, 8)):
        lines.append(" ".join(_sentence(dice, told) for _ in range(dice.randint(2, 4))))
        if dice.random() < 0.12:
            lines.append(dice.choice((dice.choice(told), dice.choice(_PLACES), "What Comes Next", "Also Read")))
    return lines


def _headline(dice: random.Random, told: list[str]) -> str:
    thing, place = dice.choice(_THINGS), dice.choice(_PLACES)
    verb = dice.choice(_VERBS)
    return dice.choice((
        f"{place} {thing} {verb} after nine long years of waiting",
        f"{place} {thing.title()} {verb.title()} As Crowds Watch From Shore",
        f"{told[0]} says the {thing} {verb} this week",
        f"Why the {thing} of {place} {verb}: what we know so far",
    ))  # fmt: skip


def _top(dice: random.Random, headline: str, byline: list[str], told: list[str]) -> list[str]:
    """Headline, standfirst, byline and shares in one of the orders that papers print them."""
    lead = [_sentence(dice, told)] if dice.random() < 0.4 else []
    shares = dice.sample(_SHARES, dice.randint(0, 3))
    section = [dice.choice(_MENU)] if dice.random() < 0.4 else []
    orders = (
        [*section, headline, *lead, *byline, *shares], [*section, headline, *lead, *byline, *shares],
        [*section, headline, *byline, *shares, *lead], [*section, headline, *shares, *byline, *lead],
        [*section, headline, *lead, *shares, *byline], [*byline, headline, *lead],
        [*section, headline, *lead, *_pictures(dice, told), *byline],
    )  # fmt: skip
    return dice.choice(orders)


def _captions(dice: random.Random, told: list[str], agency: list[str]) -> list[str]:
    """Captions below the byline; at times an agency's name, which sold the picture or delivered a part."""
    return dice.choices(
        ([], [_caption(dice, told)], [dice.choice((_caption(dice, told), _sentence(dice, told))), *agency], agency),
        (50, 38, 9, 3),
    )[0]


def _pictures(dice: random.Random, told: list[str]) -> list[str]:
    return [_caption(dice, told)] if dice.random() < 0.6 else [dice.choice(told), f"Photo: {dice.choice(told)}"][1:]


def _caption(dice: random.Random, told: list[str]) -> str:
    who, place = dice.choice(told), dice.choice(_PLACES)
    return dice.choice((
        f"{who} at the harbour of {place} on Monday", f"Photo: {who}", f"{who}/EBN", f"{who} (Getty Images)",
        f"{who}", f"The harbour of {place}. Photo by {who}", f"{place}", f"Credit: {who}", f"{who} via {place} Archive",
    ))  # fmt: skip


def _furniture(dice: random.Random, other: str) -> tuple[list[str], list[str], list[str]]:
    """What stands above, right above and below the article of a whole page, or of its main content nothing."""
    if dice.random() < 0.5:
        return [], [], []
    menu = [dice.choice(("", "  • ")) + each for each in dice.sample(_MENU, dice.randint(5, 18))]
    trail = (
        [dice.choice(("Home > News > Local", "News / Ember", "Monday, March 3, 2031"))] if dice.random() < 0.5 else []
    )
    below = []
    author = dice.random() < 0.5
    for _ in range(dice.randint(2, 5)):
        below.append(_headline(dice, [other]))
        if author:
            below.append(dice.choice(("By ", "")) + _person(dice))
        if dice.random() < 0.5:
            below.append(dice.choice(_DATES))
    return menu, trail, [dice.choice(("Most read", "Related", "More from Ember", "Recommended")), *below]
