# SPDX-License-Identifier: MIT
"""Words around names: what leads a byline, what is part of a name, and what is never one."""

# What leads a byline in the languages of news, with or without a colon. "De" and "Da" begin
# names too, and are left out; "di" does with a capital.
LEADS = (
    r"(?:written |words |story |text |reported |posted |review |report )?by|von|par|rédigé par|écrit par|por"
    r"|escrito por|door|av|skrevet av|af|skrevet af|oleh|przez|a cura di|(?-i:di)|מאת|بقلم|كتب|كتبت|نوشته"
)
# These lead one with a colon only: "Text Neck" is no byline.
LEADS_WITH_COLON = (
    r"authors?|reporter|autor(?:in|en|es)?|autore|autrice|auteurs?|text|texte|texto|testo|tekst|skribent|penulis"
    r"|автор|авторы|текст|autorius|kirjoittaja|teksti|yazan|yazar|szerző|tác giả|συντάκτης"
)
JOINS = r"and|und|et|y|e|og|och|en|i|и|і|ve|dan|with|mit"

# What a person who writes is called, wherever it stands in a line.
ROLES = (
    r"\w*editor|writer|reporter|journalist\w*|author|columnist|correspondent|contribut\w+|director|professor|expert"
    r"|analyst|critic|producer|blogger|freelance\w*|fellow|consultant|redakteur\w*|redaktør|periodista|giornalista"
    r"|rédact\w+|kolumnist\w*|hails from|covers|covering|writes"
)
# Heads of a note on the author, and of a list of what else they wrote.
ABOUT = (
    r"about the authors?|(?:über|zum) (?:den |die )?autor(?:in|en)?|à propos de l.auteur|sobre el autor"
    r"|sobre o autor|l.autore"
)
MORE_BY = r"(?:(?:recent|more|all|other|view|see|latest)\s){1,3}(?:stories|articles|posts|content) (?:by|from)"
WHO_IS = r"is|writes?|covers?|reports?|hails|ist|schreibt|est|es|è|är|er"


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


PARTICLES = _words(
    "de da do dos das del della di du des la le van von vom zu zur der den ter ten bin ibn al el af ben y e"
)
# No name begins with them unless a `By` says that it is one.
ARTICLES = _words("Der Die Das Ein Eine Le La Les El Los Las Un Une Una Il Lo Gli Het Een Det Den En Et Ett O Os As")
# What follows a name on its line: `Ann Lee Senior Editor`.
TITLES = _words(
    "staff reporter correspondent editor senior deputy assistant associate writer contributor columnist journalist",
    "author producer analyst redakteur redakteurin journaliste periodista chief managing news political",
)
# Not people: what stands in the place of a name where none is printed, and what lines that are
# no names are made of. Small letters.
NOBODY = _words(
    # who writes when nobody does
    "staff reporter reporters correspondent editor editors editorial desk team agency agencies bureau admin news press",
    "writer writers report reports service online web media group contributor contributors columnist journalist",
    "producer photographer author photography photo photos image images video videos getty reuters credit courtesy",
    "digital director redaktion rédaction redacción redação redazione redactie redaksjonen redaktionen redakcja",
    "redaksi agentur",
    # sections and menus
    "home sport sports politics opinion business tech technology world culture entertainment health science travel",
    "food style fashion weather local national international breaking latest top more stories story article articles",
    "features feature share follow subscribe newsletter sign log account menu search contact privacy policy terms use",
    "cookies advertisement magazine comments comment facebook twitter instagram youtube email print save min read",
    "minutes updated published posted tv radio podcast live blog daily times post guardian herald tribune gazette",
    "journal chronicle life events about shop gifts deals free jobs games fact check data learn watch listen get buy",
    "join sale show series guide review reviews best tips resources",
    # houses and places
    "university college institute center centre company inc ltd llc corp association foundation committee council",
    "department ministry street avenue technologies studio studios computing systems solutions labs bank city town",
    "county",
    # the calendar
    "january february march april june july august september october november december monday tuesday wednesday",
    "thursday friday saturday sunday today",
    # small words, which headings write with capitals
    "the a an in on at to of for from with how why what when where who or is are was were your my our his her their",
    "this that it its you we us i not no all new poor",
)
