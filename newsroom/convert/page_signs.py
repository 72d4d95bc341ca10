# SPDX-License-Identifier: MIT
"""Lines of which forums, shops, listings and manuals have several, and stories none."""

import re

_PRICE = r"(?:[$€£¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|£|zł|kr))"
# Lines of which such a page has several, from end to end.
SIGNS = {
    "forum": r"(?:.{1,40} )?(?:posts?|beiträge|messages|mensajes)\s?: ?[\d.,]+"
    r"|(?:joined|registriert|inscrit)\s?:.{1,30}|posted|\d+ (?:answers?|likes?|upvotes?)|add a comment\W{0,9}"
    r"|reply quote|zitieren|topic starter",
    "shop": r"add to (?:cart|bag|basket|wish ?list)|in den warenkorb|ajouter au panier"
    rf"|añadir (?:al carrito|a la cesta)|aggiungi al carrello|buy now|(?:in|out of) stock.{{0,30}}"
    rf"|sold out|sku\b.{{0,30}}|currently unavailable\.?"
    rf"|[\d.]+ out of 5(?: stars)?.{{0,60}}|.{{0,30}}{_PRICE}(?:\s{_PRICE})?|on sale:.{{0,80}}",
    "listing": r"(?:read|see|view|learn|show) (?:more|all|full (?:story|article|post))\W{0,3}|weiterlesen\W{0,3}"
    r"|lire la suite\W{0,3}|leer más\W{0,3}|leia mais\W{0,3}|leggi (?:tutto|di più)\W{0,3}|lees (?:meer|verder)\W{0,3}"
    r"|läs mer\W{0,3}|(?:\d+|an?) (?:minute|hour|day|week|month)s? ago(?: ?\|.{0,30})?|vor \d+ \w+(?: ?\|.{0,30})?",
    "links": r"https?://(?!t\.co/)\S+(?: .{0,30})?",
    "manual": r"\$ \w.{0,100}|>>> .{1,100}|usage: .{1,100}|\[-{1,2}\w.{0,100}",
}
SIGN = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in SIGNS.items()), re.IGNORECASE)
SIGN_LINE = 100
SAYS = {
    "forum": "lines like it stand between posts of a forum",
    "shop": "lines like it stand beside goods on sale",
    "listing": "lines like it stand between teasers of several pages",
    "links": "lines like it lead to other pages",
    "manual": "lines like it are typed into a computer",
}
# How many such lines there are for each paragraph at least: a story may name a few prices.
SHARES = {"forum": 0.1, "shop": 0.8, "listing": 0.4, "links": 0.1, "manual": 0.05}
# A page with none of these has no lines of a shop or a manual: it is looked at in its text alone.
HINTS = (
    "$",
    "cart",
    "Cart",
    "basket",
    "stock",
    "arenkorb",
    "carrello",
    "of 5",
    "€",
    "£",
    "¥",
    "panier",
    "carrito",
    "usage: ",
    ">>> ",
)
