# SPDX-License-Identifier: MIT
"""Lines of which forums, shops and listings have several, and stories few."""

import re

_MONEY = r"[$€£¥₹₽₺₩฿]|\b(?:eur|usd|gbp|chf|rs|kr|zł|kč|ft|lei|tl|rub|руб|円|元|원|ريال)\b\.?"
_PRICE = rf"(?:(?:{_MONEY})\s?\d[\d.,]*|\d[\d.,]*\s?(?:{_MONEY}|円|元|원))"
_AGO = (
    r"(?:\d+|an?) ?(?:min(?:ute)?|h(?:ou)?r|day|week|month|year)?s?[hdwm]? ago|vor \d+ \w+|il y a \d+ \w+"
    r"|hace \d+ \w+|há \d+ \w+|\d+ \w+ (?:fa|geleden|siden|sedan|sitten|temu|назад|тому|önce|lalu)|för \d+ \w+ sedan"
    r"|před \d+ \w+|\d+ ?(?:分|時間|日|か月|年|小时|天|分钟)前|\d+(?:분|시간|일) ?전|منذ .{1,20}"
)
SIGNS = {
    "forum": r"(?:.{1,40} )?(?:posts?|beiträge|messages|mensajes|mensagens|messaggi|berichten|inlägg|postów"
    r"|сообщений|reputation|karma)\s?: ?[\d.,]+|posted(?: by .{1,40})?|topic starter|.{2,30} wrote:"
    r"|(?:joined|registered|registriert|inscrit|registrado|dołączył|регистрация)\b.{1,30}|发表于.{0,20}"
    r"|\d+ (?:answers?|likes?|upvotes?|replies|antworten|réponses|respuestas)|add a comment\W{0,9}"
    r"|(?:reply|antworten|répondre|responder|rispondi|reageer|svara|svar|odpowiedz|ответить|cevapla|返信|回复|回覆"
    r"|답글)(?: (?:quote|zitieren|citer|citar|cita))?|quote|zitieren|citer|citar|cytuj|цитировать"
    r"|(?:asked|answered|edited) .{3,40}|(?:was this (?:post|answer) )?helpful\W{0,3}",
    "shop": r"add to (?:cart|bag|basket|wish ?list|trolley)|(?:in den|zum) warenkorb.{0,12}|ajouter au panier"
    r"|(?:añadir|agregar) (?:al carrito|a la cesta)|adicionar ao carrinho|aggiungi al carrello|sepete ekle"
    r"|in (?:de )?winkel(?:wagen|mand)|lägg i (?:varu)?korgen|l[æe]g i kurv(?:en)?|dodaj do koszyka"
    r"|přidat do košíku|в корзину|カートに入れる|加入购物车|장바구니.{0,6}|أضف إلى السلة"
    r"|buy now|jetzt kaufen|acheter|comprar(?: ahora)?|quantity|\d+ (?:products|items|artikel)|size guide"
    r"|(?:in|out of) stock.{0,30}|auf lager|en stock|disponibile|在庫あり|sold out|currently unavailable\.?"
    rf"|[\d.,]+ (?:out of|von|sur|de|su) 5(?: \w+)?.{{0,60}}|[★☆]{{3,5}}.{{0,20}}|.{{0,30}}{_PRICE}(?:\s{_PRICE})?"
    r"|on sale:.{0,80}|sku\b.{0,30}|free (?:shipping|delivery|returns).{0,40}",
    "listing": r"(?:read|see|view|learn|show|load|find out) (?:more|all|full (?:story|article|post))\W{0,3}"
    r"|weiterlesen\W{0,3}|mehr(?: lesen| anzeigen)?\W{0,3}|lire (?:la suite|plus)\W{0,3}"
    r"|(?:leer|ver|mostrar) más\W{0,3}|(?:leia|ver|ler|saiba) mais\W{0,3}|devamını oku\W{0,3}"
    r"|(?:leggi|vedi|mostra) (?:tutto|di più|altro)\W{0,3}|(?:lees|toon) (?:meer|verder)\W{0,3}"
    r"|(?:läs|visa|les|læs) mere?\W{0,3}|(?:czytaj|zobacz|pokaż) (?:więcej|dalej)\W{0,3}|더 ?보기"
    r"|(?:читать|показать) (?:далее|ещё|еще|дальше)\W{0,3}|続きを読む|もっと見る|查看更多|阅读更多"
    r"|और पढ़ें|اقرأ (?:المزيد|أيضا)|continue reading\W{0,3}|(?:next|previous|older posts?|newer posts?)\W{0,3}"
    r"|(?:1 )?2 3(?: [4-9])*.{0,30}|\d+ (?:results?|comments|ergebnisse|résultats|resultados)"
    rf"|(?:{_AGO})(?: ?\|.{{0,30}})?",
    "links": r"https?://(?!t\.co/)\S+(?: .{0,30})?",
}
SIGN = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in SIGNS.items()), re.IGNORECASE)
# Without a figure and a colon a line is none of those that may begin with anything, which take most of the time.
_FREE = (SIGNS["forum"].partition("|posted")[0] + "|", "|.{2,30} wrote:", rf"|.{{0,30}}{_PRICE}(?:\s{_PRICE})?")
_BOUND = SIGN.pattern.replace(_FREE[0], "").replace(_FREE[1], "").replace(_FREE[2], "")
_BOUND_SIGN, _FIGURE = re.compile(_BOUND, re.IGNORECASE), re.compile(r"\d")
AGE = re.compile(_AGO, re.IGNORECASE)
SIGN_LINE = 100
SAYS = {
    "forum": "lines like it stand between posts of a forum",
    "shop": "lines like it stand beside goods on sale",
    "listing": "lines like it stand between teasers of several pages",
    "links": "lines like it lead to other pages",
    "entries": "paragraphs like it are entries of a register",
    "greets": "people greet and thank each other",
    "dated": "dates like it stand between entries of a list",
    "addresses": "addresses like it lead to other pages",
    "code": "its signs are those of a program",
    "form": "words like its stand beside the fields of a form",
}
# How people greet and thank each other, at the head of a line, in the languages of forums.
GREETING = re.compile(
    r"(?:hi(?!-)|hello(?! world)|hey|thanks?(?! to)|thank you|thx|cheers|welcome|hallo|moin|servus|danke|vielen dank"
    r"|bonjour|bonsoir|salut|merci|hola|buenas|gracias|olá|obrigad[oa]|ciao|salve|buongiorno|grazie|hoi|bedankt|hej|hejsan"
    r"|tack|hei|kiitos|takk|cześć|witam|dzięki|ahoj|dobrý den|díky|szia|sziasztok|köszi|привет|здравствуйте"
    r"|всем привет|добрый день|спасибо|привіт|дякую|merhaba|selam|teşekkürler|halo|terima kasih|こんにちは|ありがとう"
    r"|你好|谢谢|안녕하세요|감사합니다|مرحبا|شكرا)\b",
    re.IGNORECASE,
)
# A short line that dates an entry among others: a day in figures, a clock, a year.
DATED = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d|(?:19|20)\d\d)\b")
DATED_LINE = 60
ADDRESS = re.compile(r"https?://|www\.|\b[\w.]+@[\w.]+\.\w|\w\.(?:com|org|net|io|de|ru|co)\b")
_OF_ADDRESSES = ("http", "www.", "@", ".com", ".org", ".net", ".io", ".de", ".ru", ".co")
_OF_CODE = ("{", "}", "<", ">", "=", "_", "\\", "|", ";", "[", "]", "()", "::", "--")
CODE = re.compile(r"[{}<>=_\\|;\[\]]|\w\(\)|::|->|--\w")
# An entry of a register begins with a name of its own; `She said: “…` is none.
ENTRY = re.compile(r"([^.!?:]{2,60}): (?![\"“„«'‘])")


def sign_of(line: str) -> str | None:
    """Of which kind of page a line is a sign."""
    if len(line) > SIGN_LINE:
        return None
    form = SIGN if ":" in line or _FIGURE.search(line) else _BOUND_SIGN
    found = form.fullmatch(line.strip(" \t→›»>«‹←"))
    return found.lastgroup if found else None


def addresses_in(text: str) -> int:
    """How many addresses a text has: most have no part of one, which is found out in a tenth of the time."""
    return len(ADDRESS.findall(text)) if any(map(text.__contains__, _OF_ADDRESSES)) else 0


def code_in(text: str) -> int:
    """How many signs of programs a text has."""
    return len(CODE.findall(text)) if any(map(text.__contains__, _OF_CODE)) else 0
