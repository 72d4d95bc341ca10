# SPDX-License-Identifier: MIT
"""Small words that tell a report from other texts: of what was and was said, and when; of what may, must and if; of us.

Closed classes of grammar and verbs of saying, from dictionaries, by language; months and days are CLDR's. A
language that is not here is judged by its shape alone.
"""

from functools import cache

from newsroom.convert.month_names import MONTHS, WEEKDAYS
from newsroom.convert.pagewords import KINDS
from newsroom.convert.pagewords import WE as PAGE_WE

_PAST = """
    was were had did wrote became began went came took made got gave found saw died killed
    war waren hatte hatten wurde wurden konnte mussten musste habe worden kam ging gab
    était étaient avait avaient fut furent été  fue fueron era eran había habían estaba tuvo hizo
    foi foram tinha havia teve fez  erano aveva avevano stato stata stati state
    waren had hadden werd werden vond  var hade blev blivit fick kom gick havde ble hadde fikk
    był była było byli były został została  byl byla bylo byli  была было были стал стала  був було була
    oldu edildi etti olduğunu telah olivat oli ollut volt voltak fost ήταν είχε था थी थे हुआ كان كانت đã
"""
_SAY = """
    said says told tells added adds asked asks announced according reported wrote confirmed warned argued explained
    sagte sagten sagt teilte erklärte betonte meint laut zufolge berichtet mitteilte  déclaré dit selon explique
    affirme raconte assure  dijo según aseguró explicó señaló afirmó declaró  disse segundo afirmou explicou contou
    detto secondo spiega spiegato racconta raccontato  zei zegt volgens aldus meldt  säger sade enligt sagde siger
    ifølge sier  powiedział powiedziała mówi zdaniem według poinformował  řekl řekla uvedl podle
    сказал сказала заявил заявила сообщил сообщили сообщила рассказал рассказала рассказали словам повідомив заявив
    dedi söyledi belirtti açıkladı anlattı  mengatakan ujar kata menurut  sanoi kertoi mukaan  mondta közölte szerint
    declarat spus potrivit είπε δήλωσε ने कहा बताया قال قالت وقال وأضاف وأضافت أعلن أعلنت وأعلنت
"""
_MAY = """
    can may must should will if please before whether any your available either each ensure
    kann können müssen sollten bitte wenn falls dürfen sollte muss  peut pouvez devez doit veuillez
    puede puedes pueden debe debes  pode podem deve  può puoi  kan kunt moet kunnen moeten  får måste bör må
    hvis skal  może możesz można należy jeśli  může můžete  если можно можете нужно может необходимо якщо
    eğer dapat bisa jika harap voit jos lehet kell puteți dacă trebuie μπορείτε αν πρέπει यदि सकते
    كيف يمكنك إذا يجب
"""
_WHEN = """
    yesterday tonight ago week weeks month months year years  gestern heute jahr jahre jahren woche monat
    semaine mois ans année ayer semana años año ontem mês anos ano ieri settimana mese anni anno
    gisteren jaar week maand igår år vecka månad wczoraj roku lat вчера года лет году dün yıl kemarin tahun vuonna
    vuotta
"""
# What stands beside the fields of forms: to sign in, to register, to write to a site.
_FORM = """
    password username login email captcha required field fields forgot forgotten register registration account submit
    passwort benutzername kennwort benutzer registrieren anmelden pflichtfeld  passe identifiant inscription connexion
    mail obligatoire  contraseña usuario registrarse correo obligatorio  senha usuário cadastro entrar
    wachtwoord gebruikersnaam  lösenord användarnamn  hasło logowanie rejestracja  heslo uživatel  jelszó felhasználó
    пароль логин регистрация имя  şifre kullanıcı
"""
PAST, SAY, MAY, WHEN, WE, FORM = (1 << place for place in range(6))
# Shorter names of months and days are other words as well: may, mar, sun.
_NAME = 5


@cache
def talk_bits() -> dict[str, int]:
    """The bits of each word, in small letters; some words are of several kinds."""
    bits: dict[str, int] = {}
    names = " ".join(name for each in (*MONTHS, *WEEKDAYS) for name in each.split("|") if len(name) >= _NAME)
    years = " ".join(map(str, range(1900, 2100)))
    we = " ".join(word for word, bit in KINDS.items() if bit & PAGE_WE)
    kinds = (PAST, _PAST), (SAY, _SAY), (MAY, _MAY), (WHEN, f"{_WHEN} {names} {years}"), (WE, we), (FORM, _FORM)
    for bit, words in kinds:
        for word in words.split():
            bits[word] = bits.get(word, 0) | bit
    return bits
