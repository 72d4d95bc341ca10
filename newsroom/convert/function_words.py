# SPDX-License-Identifier: MIT
"""The small words of a language, by what they do at the start of a sentence: closed classes of grammar.

A word that does two things stands where it mostly does at the start of a sentence. A language
that is not here has none, and is read by its shape alone.
"""

import re
from functools import cache

# What the numbers of the classes mean, from 1 on: he, I, his, this, the, but, and, when, in, if, what, all, is, just.
CLASSES = ("he", "i", "his", "this", "the", "but", "and", "when", "in", "if", "what", "all", "is", "just")

_WORDS = {
    "en": """he she they it him them
        i we you us me
        his her its their our my your
        this that these those such
        the a an
        but however yet still although though while whereas instead nevertheless despite unlike nonetheless
        and or nor so also then thus therefore moreover furthermore besides additionally plus hence
        when after before during since until once meanwhile now today yesterday later earlier last next recently soon
        in on at from with by for to of as under over among between across within into about through near
          according without against around like along beyond behind inside outside amid throughout
        if because unless whether given considering whatever whenever wherever
        what who how why where which whose
        there here all some many most more both each every other others another several few one two three no not none
          nothing everyone everything anyone any much half either neither
        is are was were do does did has have had can could would should will may might let please be being having
        even just only perhaps maybe indeed finally first second third again rather often sometimes overall eventually
          ultimately unfortunately fortunately currently usually generally similarly likewise otherwise especially
          specifically clearly certainly obviously apparently never always ever probably interestingly""",
    "de": """er sie es ihm ihnen man
        ich wir ihr mir uns
        sein seine seinen seiner ihre ihren ihrer ihrem unser unsere mein meine
        dies diese dieser dieses diesem diesen das solche jene jener
        der die den dem des ein eine einen einem einer
        aber doch jedoch dennoch trotzdem allerdings obwohl während sondern trotz hingegen
        und oder auch denn daher deshalb zudem außerdem dabei damit darum dann dazu davon darüber ferner zugleich
        nach vor seit bis nachdem bevor inzwischen heute gestern später zuletzt mittlerweile nun jetzt zunächst damals
          bereits früher demnächst
        im in am an auf aus bei beim mit von vom zu zum zur für durch über unter gegen laut um ohne neben zwischen rund
          wegen
        wenn falls weil da ob sofern
        was wer wie warum wo welche welcher wann wieso wozu
        alle einige viele mehrere beide kein keine nicht hier dort zwei drei andere jeder jede etwa insgesamt so
        ist sind hat haben war waren wird werden kann können soll sollen
        nur schon noch sogar vielleicht immer erst gerade wohl möglicherweise""",
    "fr": """il elle ils elles lui
        je j nous vous on
        son sa ses leur leurs notre nos mon ma
        ce cet cette ces cela c ceci celui celle
        le la les l un une des du
        mais cependant pourtant toutefois malgré néanmoins tandis alors
        et ou donc ainsi aussi puis ensuite or par ailleurs enfin
        après avant depuis pendant lorsque lorsqu quand aujourd hier demain lundi mardi mercredi jeudi vendredi
        à au aux dans en sur avec pour de d chez selon sous entre vers contre sans face
        si parce comme puisque
        qui que qu quoi comment pourquoi où quel quelle quels
        tous toutes tout certains plusieurs aucun ici là deux trois chaque
        est sont a ont n s se
        même peut encore seulement déjà""",
    "es": """él ella ellos ellas
        yo nosotros usted ustedes
        su sus nuestro nuestra mi
        este esta estos estas eso esa ese esos esto
        el la los las un una unos unas lo
        pero sin aunque mientras pese
        y e o además también así entonces pues luego
        tras después antes durante desde cuando ahora hoy ayer hace
        en con por para de del al según sobre ante entre a hasta contra
        si porque como dado
        qué quién cómo dónde cuándo cuál quien donde
        todos todas todo algunos muchos varios otro otra otros hay aquí dos tres cada no
        es son ha han fue está se
        ya incluso sólo solo siempre tal quizá""",
    "pt": """ele ela eles elas
        eu nós você vocês
        seu sua seus suas nosso nossa
        este esta isto isso essa esse esses aquele
        o a os as um uma
        mas porém embora contudo apesar enquanto entretanto
        e ou também assim então além já portanto
        após depois antes durante desde quando agora hoje ontem
        em no na nos nas com por pelo pela para de do da dos das segundo sobre sob entre ao à
        se porque como caso
        que quem onde qual o
        todos todas alguns muitos vários outro outra outros há aqui dois três cada não
        é são foi está tem têm
        até apenas sempre talvez ainda só""",
    "it": """lui lei loro egli essi ella
        io noi
        suo sua suoi sue nostro nostra
        questo questa questi queste quello quella ciò
        il lo la i gli le l un una uno
        ma tuttavia però sebbene mentre eppure nonostante
        e ed o anche quindi inoltre poi così dunque
        dopo prima durante quando oggi ieri ora adesso
        in a di da del della dei delle nel nella con per secondo su al alla tra fra dal dalla
        se perché come poiché
        chi che cosa dove quale
        tutti tutte tutto molti alcuni altri altro qui due tre ogni non c
        è sono ha hanno si
        ancora forse infine solo sempre già""",
    "nl": """hij zij ze het hen hem
        ik wij we jij je u
        zijn haar hun ons onze mijn
        dit dat deze die
        de een
        maar echter hoewel terwijl toch ondanks
        en of ook dus verder daarnaast bovendien zo dan daarom
        na voor sinds toen nu vandaag gisteren later eerder inmiddels vorige
        in op aan van met te bij door uit om over onder tegen tussen volgens naar
        als omdat indien
        wat wie hoe waarom waar welke
        er veel sommige andere hier alle alles twee drie geen niet
        is heeft was waren kan moet
        zelfs misschien alleen nog al wel""",
    "sv": """han hon de den det dem man
        jag vi du ni
        sin sitt sina hans hennes deras vår vårt
        detta denna dessa
        en ett
        men dock samtidigt trots fast
        och eller också dessutom så då därför sedan
        efter innan när nu idag igår under
        i på om med av till från för hos vid enligt ur mot utan mellan
        eftersom ifall
        vad vem hur varför var vilka
        alla många några här där två tre andra inte ingen
        är har hade var ska kan
        även kanske bara redan först""",
    "da": """han hun de den det dem man
        jeg vi du i
        sin sit sine hans hendes deres vores
        dette denne disse
        en et
        men dog samtidig trods mens selv
        og eller også desuden så derfor derefter
        efter før når nu siden under da
        på om med af til fra for hos ved ifølge mod uden mellem etter av ut
        hvis fordi
        hva hvad hvem hvordan hvorfor hvor
        alle mange noen nogle her der to tre andre ikke ingen
        er har havde var skal kan
        bare kun måske kanskje allerede""",
    "ru": """он она они оно
        я мы вы
        его её ее их наш свой
        это этот эта эти такой тот
        сам
        но однако хотя впрочем несмотря
        и а также поэтому кроме при этом
        после до во когда сегодня вчера сейчас ранее теперь позже
        в на с со из от по к за у для об о согласно между без через
        если потому
        что кто как почему где который зачем
        все многие некоторые там здесь не два три
        есть был была были
        даже только лишь уже ещё""",
    "uk": """він вона вони воно
        я ми ви
        його її їх наш
        це цей ця ці
        сам
        але однак хоча проте
        та і й також тому крім
        після до коли сьогодні вчора зараз раніше
        в у на з із від по за для про
        якщо бо
        що хто як чому де який
        всі багато деякі там тут не
        є був була були
        навіть тільки лише вже""",
    "id": """dia ia mereka
        saya kami kita
        nya
        ini itu tersebut
        sang para seorang sebuah
        namun tetapi meski tapi walau
        dan juga selain serta sehingga
        setelah sebelum ketika saat kini kemudian sementara hari
        di pada dari dengan untuk menurut dalam oleh kepada ke
        jika karena
        apa siapa bagaimana mengapa yang
        ada semua banyak beberapa tidak
        adalah telah akan sudah
        bahkan hanya mungkin""",
}
# Letters that only capitals and small letters of some script have: a glance tells scripts apart.
_SMALL = re.compile(r"(?<![^\W_])[a-zà-öø-ÿа-яєії]{1,5}(?![^\W_])")
# A few hundred small words tell a language; fewer than so many that it knows tell none.
_READ, _FEWEST = 1500, 4


def language_of(text: str) -> str:
    """The language whose small words a text uses most, or an empty string."""
    words = set(_SMALL.findall(text[:_READ]))
    known = {language: len(words & small) for language, small in _sets().items()}
    best = max(known, key=known.__getitem__)
    return best if known[best] >= _FEWEST else ""


@cache
def small_words(language: str) -> dict[str, int]:
    """The small words of a language, each with the number of its class, 1 to 14."""
    lines = re.sub(r"\n {10,}", " ", _WORDS.get(language, "")).splitlines()
    return {word: number for number, words in reversed([*enumerate(lines, 1)]) for word in words.split()}


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {language: frozenset(small_words(language)) for language in _WORDS}


@cache
def all_small_words() -> frozenset[str]:
    """The small words of all languages."""
    return frozenset(word for language in _WORDS for word in small_words(language))
