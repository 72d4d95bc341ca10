# SPDX-License-Identifier: MIT
"""What leads a byline in the languages of news: a `By`, what was written, who writes, a label with a colon."""

import re

# What may stand before a `By`: what was done, what was written, and the small words of both.
_DONE = (
    "written|words|reported|reporting|posted|published|submitted|contributed|compiled|curated|created|authored"
    "|researched|produced|prepared|analysis|commentary|additional reporting"
    "|erstellt|geschrieben|verfasst|veröffentlicht|aufgezeichnet|aufgeschrieben|notiert|protokolliert|gepostet"
    "|rédigé|écrit|ecrit|publié|posté|propos recueillis|recueilli|recueillis|réalisé|signé|mis en ligne|proposé"
    "|escrito|publicado|redactado|enviado|elaborado|postado|firmado|realizado"
    "|geschreven|geplaatst|gepubliceerd|opgetekend|skrevet|skriven|publicerad|publicerat|publisert|postet|postad"
    "|udgivet|ditulis|dilaporkan|ditayang|disusun|napisane|opublikowane|przygotowane|scritto|pubblicato|redatto"
)
_GENRES = (
    "story|stories|text|review|reviews|report|opinion|opinions|column|comment|exclusive|interview|essay|post|article"
    "|feature|profile|blog|editorial|perspective|viewpoint|dispatch|letter|q&a|recap|preview|obituary|fact check"
    "|investigation|explainer|newsletter|guide|op-ed|poem|diary|notebook"
    "|kommentar|bericht|beitrag|gastbeitrag|artikel|kolumne|analyse|reportage|porträt|portrait|nachruf|glosse"
    "|rezension|kritik|leitartikel|gastkommentar|meinungsbeitrag|meinung|erfahrungsbericht|spielbericht|test|umfrage"
    "|einschätzung|standpunkt|zwischenruf|buchkritik|filmkritik|satire|faktencheck|blogbeitrag|exklusiv|protokoll"
    "|texte|chronique|tribune|billet|entretien|enquête|portrait|édito|éditorial|critique|récit|dossier|analyse"
    "|reportagem|texto|entrevista|reportaje|crónica|crônica|columna|coluna|opinión|opinião|análisis|análise|nota"
    "|artículo|artigo|matéria|informe|crítica|perfil|articol|testo|articolo|intervista|servizio|commento|analisi"
    "|editoriale|opinione|recensione|inchiesta|racconto|tekst|verslag|analyse|opinie|recensie|interview|columnist"
    "|krönika|debattartikel|ledare|reportage|intervju|anmeldelse|anmeldt|testet|kronikk|kronik|debatindlæg|leder"
    "|laporan|artykuł|wywiad|felieton|opinia|tekst"
)
_SMALL = (
    "a|an|the|and|guest|staff|special|sponsored|first|ein|eine|als|un|une|una|uno|um|uma|et|ett|en|een|den|jest|our"
)
_PICTURES = "photos?|fotos?|pictures|photography|bilder|bild|foton|images|imágenes|imagens|kuvat?|video|illustrations?"
_TEXTS = "text|tekst|texte|texto|testo|teksti|story|words|bericht|report|reportage|article|artikel"
_AND = r"(?:and|&|und|og|och|et|y|e|en|ja|\+|/|,)"
_BY = "by|von|vom|par|por|door|deur|av|af|oleh|przez"
# `an Ember Times column by` has a word of its own; "Die" and "The" begin other lines.
_BEFORE = rf"(?:(?:{_SMALL}|{_DONE}|{_GENRES})\s+){{0,4}}"

# With or without a colon behind them.
LEADS = (
    rf"{_BEFORE}(?:{_BY})|an? \w+ (?:column|review|essay|story) by|as told to|co-?written by"
    rf"|(?:{_TEXTS})\s?{_AND}\s?(?:{_PICTURES})\s?(?:by|von|av|af|par|por|di|de)?"
    rf"|(?:{_PICTURES})\s?{_AND}\s?(?:{_TEXTS})\s?(?:by|von|av|af|par|por|di|de)"
    rf"|(?:une? |una? |uma? )?(?:{_GENRES}) (?:de|di|do)|a cura di|(?:{_GENRES}) a cura di"
    r"|(?:scritto|pubblicato|firmato) da|(?-i:di|DI)|scris de|publicat de|postat de|realizat de|escrit per"
    r"|írta|piše|pišu|napisao|napisala|pripremio|pripremila|objavio|objavila|razgovarao|razgovarala|napsal|napsala"
    r"|napisał|napisała|opracował|opracowała|oprac\.|przygotował|przygotowała|rozmawiał|rozmawiała|escribe|escriben"
    r"|informa|γράφει (?:ο|η)|γράφουν οι|подготовил|подготовила|подготовили|беседовал|беседовала|записал|записала"
    r"|написал|написала|текст и фото"
    r"|(?:das )?(?:gespräch|interview)(?: mit .{2,40})? führten?|die fragen (?:stellte|stellten)"
    r"|es (?:berichtet|berichten)|aus [^,.:]{2,40}? (?:berichtet|berichten)"
    r"|από (?:τον|την|τη)|מאת|بقلم|كتب|كتبت|کتبه|به قلم|نوشته|โดย"
)
# Who writes, in the same place: a known name or one in capitals follows, or what is printed behind is a byline's.
_WRITERS = (
    "reporter|journalist|journaliste|giornalista|periodista|jornalista|correspondent|correspondant|correspondante"
    "|korrespondent|korrespondentin|corresponsal|corrispondente|inviat[oa]|guest (?:author|writer|columnist)|author"
    "|autor|autorin|autorka|autore|autrice|auteure?|penulis|pewarta|wartawan|автор|авторка|toimittaja|verslaggever"
    "|redakteur|redakteurin|redaktor|redaktorka|skribent|columnist|kolumnist|redaksi"
)
_OUR = (
    r"(?:(?:by|von|par|por|door|van|av|de|dal|dalla) )?(?:our|your|notre|nos|unser\w{0,2}|nuestr[oa]|noss[oa]"
    r"|(?:dal |dalla |il |la )?nostr[oa]|onze|vår|vores|nasz)"
    rf" (?:[\w-]+ ){{0,2}}?(?:{_WRITERS}|envoyé\w* spécial\w*|man|woman|team)\w*"
    r"(?:(?: in| à| en| a| aus| i| da) [^,.:]{2,30}?)?"
)
_TINY = "authors|autoren|auteurs|autores|autori|authored|written|na|ni|nga|per|de|di|da|from|theo|ngu|του|της|από|от|w"
WEAK_LEADS = (
    rf"(?P<tiny>{_TINY})|{_OUR}|(?:[\w.-]+-)?(?:{_WRITERS})|text|tekst|texte|texto|teksti|foto e testo"
    r"|column|columna|kolumne|kommentar|interview|intervju|analyse|aus [^,.:]{2,25}?"
)
# These lead one with a colon only: "Text Neck" is no byline.
LEADS_WITH_COLON = (
    r"authors?|author of the article|rep|red|article by|reporters?|writers?|writer\(s\)|author\(s\)|correspondent"
    r"|contributors?|journalist(?:e|en|er)?|journalisten|reporting|words|by line|byline|guest author|edited by"
    r"|story|autor[:*/_]?in(?:nen)?|autor(?:en|es|ka|a)?|autore|autori|autrice|auteur(?:e|s|\(s\)|·e)?|text(?:e|o|i)?"
    r"|testo|tekst|skribent|tekst en (?:foto|beeld)\S*|text (?:&|och) (?:bild|foto)"
    r"|reporter|redaktør|penulis|pewarta|laporan|wartawan|автор(?:ы|и|ка)?|текст|беседовал[аи]?"
    r"|подготовил[аи]?|autorius|autore|autors|kirjoittaja|teksti|toimittaja|höfundur|yazan|yazar|haber|muhabir|müəllif"
    r"|opinion|column|commentary|guest column|interview|protokoll|bericht|kommentar|analyse|reportage|recherche"
    r"|entrevista|entretien|intervista|intervju|review|kritik|rezension|opracowała?|rozmawiała?|razgovara(?:o|la)"
    r"|szerző|tác giả|(?:tin,? )?bài(?: viết)?(?:(?:,| và|-)? ảnh)?|thực hiện"
    r"|συντάκτης|συντάκτρια|ρεπορτάζ|επιμέλεια|κείμενο|avtor|piše|nga|mwandishi|opracowanie|oprac\.?|redacción|firma"
    r"|כתב|כותב|إعداد|الكاتب|تقرير|حوار|نویسنده|گزارش|تحریر|رپورٹ|लेखक|रिपोर्ट|रिपोर्टर|লেখক|প্রতিবেদক|ผู้เขียน|เรื่อง"
)
# Before a role and a name behind a `By`: `By political editor Ann Lee`, `Von unserem Korrespondenten Bo Ek`.
ROLES_FIRST = (
    r"editor|reporter|correspondent|writer|columnist|journalist|producer|contributor|redakteur(?:in)?"
    r"|korrespondent(?:in|en)?|correspondant?e?|journaliste|redaktionsmitglied|mitarbeiter(?:in)?|verslaggever"
    r"|correspondente|inviat[oa]|corrispondente|corresponsal|medewerker|dietitian|staff|stringer"
)

# What stands before a lead and says of what kind the story is: `Opinion | By Ann Lee`.
KIND = rf"(?:guest |staff )?(?:{_GENRES}|analysis|commentary)\s*[:：|•·–—-]\s*"

# Leads of several names.
_MANY = "authors|autorinnen|autoren|auteurs|autores|autori|författare|forfattere|reporters|authored by"
SEVERAL = re.compile(rf"\W*(?:{_MANY})\b", re.IGNORECASE)

_LETTERS = re.compile(r"[^\W\d_]+")
_OTHERS = LEADS.removeprefix(_BEFORE).replace(_GENRES, "").replace(_TEXTS, "").replace(_PICTURES, "")
# Small words of leads that have another of their words, too.
_NEVER_ALONE = frozenset(
    re.findall(
        r"\S+",
        "in to s as i e y la il das die es do und og och ja mit co à η ο οι и man woman team your story review essay P",
    )
)
# One of these words is among the first of a line with a lead.
LEAD_WORDS = frozenset(_LETTERS.findall(f"{_OTHERS}|{WEAK_LEADS}")).difference(_SMALL.split("|"), _NEVER_ALONE)
