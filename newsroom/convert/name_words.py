# SPDX-License-Identifier: MIT
"""Words around names: what leads a byline, what is part of a name, and what is never one."""

JOINS = r"and|und|et|y|e|og|och|en|i|и|і|ve|dan|with|mit|na|și|και|ja|och"

# What a person who writes is called, wherever it stands in a line.
ROLES = (
    r"\w*editor|writer|reporter|journalist\w*|author|columnist|correspondent|contribut\w+|director|professor|expert"
    r"|analyst|critic|producer|blogger|freelance\w*|fellow|consultant|redakteur\w*|redaktør|periodista|giornalista"
    r"|rédact\w+|kolumnist\w*|hails from|covers|covering|writes|korrespondent\w*|correspons\w+|correspondant\w*"
    r"|reporter\w*|redactor\w*|redator\w*|jornalista|repórter|colunista|columnista|verslaggever|redacteur|reportter\w*"
    r"|toimittaja|dziennikar\w+|redaktor\w*|novin[aá]\w+|újságíró|jurnalist\w*|novinar\w*|muhabir\w*|wartawan"
    r"|корреспондент\w*|журналист\w*|редактор\w*|обозреватель|кореспондент\w*|chief|bureau"
)
# Heads of a note on the author, and of a list of what else they wrote.
ABOUT = (
    r"about the (?:authors?|writers?|contributors?)|(?:über|zum|zur) (?:den |die )?autor(?:in|en)?"
    r"|à propos de l.auteure?|sobre el autor|sobre la autora|sobre [oa] autora?|l.autore|l.autrice|acerca del autor"
    r"|over de auteur|om (?:skribenten|författaren|forfatteren)|об авторе|про автора|contact the (?:author|reporter)s?"
    r"|o autor\w*|tentang penulis"
)
MORE_BY = (
    r"(?:(?:recent|more|all|other|view|see|latest|read)\s){1,3}(?:stories|articles|posts|content|news)?\s?(?:by|from)"
)
# What leads up to the name of who wrote at a story's end.
REACH = (
    r"(?:you can )?(?:contact|reach|e-?mail|follow|write to|call)(?: (?:reporter|writer|the author|staff writer))?"
    r"|(?:this|the) (?:story|article|report|post|column|piece|interview|review|op-ed) (?:was|is|has been)"
    r" (?:originally |first )?(?:written|reported|compiled|authored|produced|contributed|published)(?: \w+){0,4} by"
    r"|(?:the )?(?:staff |senior |freelance |contributing |sports |news )*(?:writer|reporter|columnist|editor|author)"
)
WHO_IS = (
    r"(?:can|may) be|is|was|writes?|covers?|reports?|hails|joined|has|runs|works|lives|teaches|leads|serves|edits"
    r"|started|began|graduated|ist|schreibt|arbeitet|est|es|è|är|er|é|skriver|jest"
)


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Family names that many people in Japan have, beside those of given_names.FAMILY_NAMES.
FAMILIES = _words(
    "佐々木 山口 斎藤 清水 山崎 森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤",
    "村上 遠藤 青木 坂本 斉藤",
    "福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原",
    "内田 柴田 酒井 宮崎 横山",
    "高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口",
    "武田 松井 千葉 菅原",
    "岩崎 久保 木下 佐野 野村 松尾 市川 菊地 杉本 古川 大西 島田 水野 桜井 高野 渡部 吉川 山内 西田 飯田 菊池",
    "西川 小松 北村 安田 五十嵐",
    "川口 平田 関 中田 久保田 服部 東 岩田 土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 石原",
    "大橋 松岡 馬場 浜田",
    "森本 星野 矢野 浅野 大島 大久保 吉岡 小池 野田 荒木 松浦 熊谷 大谷 内藤 黒田 尾崎 川村 永田 望月 堀 田辺",
    "荒井 大石 早川 篠原",
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 松本 井上 木村 林 斎藤 星 栗原 須藤 小田 片山",
    "榎本 石橋 宮田 西尾",
)
PARTICLES = _words(
    "de da do dos das del della di du des la le las los van von vom zu zur der den ter ten te bin ibn bint al el af",
    "ben ould abu av auf dal dalla degli dei lo ud",
)
# No name begins with them unless a `By` says that it is one.
ARTICLES = _words(
    "Der Die Das Ein Eine Le La Les El Los Las Un Une Una Il Lo Gli Het Een Det Den En Et Ett O Os As Da Do Dal Dalla"
)
# What follows a name on its line: `Ann Lee Senior Editor`.
TITLES = _words(
    "staff reporter reporters correspondent editor editors senior deputy assistant associate writer writers",
    "contributor",
    "contributing columnist journalist author producer analyst redakteur redakteurin journaliste periodista chief",
    "managing political special freelance guest transportation transport housing energy defence defense security",
    "diplomatic consumer affairs data investigations legal immigration labour labor property environmental",
    "technology",
    "tech politics entertainment culture arts fashion travel religion weather real community local global regional",
    "economics economy finance financial markets royal showbiz trending social audience opinion features lifestyle",
    "phd md mph rn mba esq business sports crime courts education health science foreign",
    "national chief executive intern multimedia digital investigative critic redactor redactora jornalista repórter",
    "redattore redattrice redaktor redaktorka correspondant correspondante korrespondent korrespondentin reporterin",
    "giornalista periodista corresponsal enviado enviada inviato inviata corrispondente korrespondentti redaktorin",
    "dziennikarz dziennikarka novinář novinářka novinar novinarka újságíró reporterka korespondent korespondentka",
    "redaktørin redaktør journalisten редактор корреспондент журналист reporters' bureau",
    "verslaggever redacteur journalistin volontär volontärin toimittaja muhabiri wartawan",
)
# Words that papers, stations and agencies are called by: what stands between them and a name is theirs.
HOUSES = _words(
    "news press times post guardian herald tribune gazette journal chronicle daily service agency agencies",
    "media online",
    "today star sun mirror observer telegraph record examiner bulletin courier dispatch mail express standard",
    "network",
    "bureau radio tv broadcasting television magazine review weekly group web desk team reuters associated register",
    "citizen province wire newswire sentinel advocate independent inquirer examiner leader republic enterprise",
    "ledger newspapers zeitung agentur",
    "nachrichten presse",
)
# What places begin with, and people's names do not.
PLACES = _words("puerto port porto porta fort mount lake cape bad sankt saint santa são los las new nueva nuevo")
# Who writes where no one is named; small letters. One of the first, and none but these, make `Web Desk`.
DESKS = _words(
    "desk staff reporter reporters team bureau newsroom correspondent redaktion redaktionen redaksjonen redactie",
    "rédaction redacción redação redazione redakcja redakce redaksi редакция редакція agencies admin editors",
    "editorial",
    "haberleri merkezi tim redaktionsteam nyhetsbyrån correspondents redakcija szerkesztőség toimitus redacció",
    "redaktionsnetzwerk redazionale ред newsdesk rédactions",
    "প্রতিবেদক ডেস্ক प्रतिनिधि संवाददाता ब्यूरो डेस्क",
)
# Those that a place or a paper follows.
NEWSROOMS = _words("redacción redação redazione redaktion rédaction redactie redaktionen redakcja redakce")
OF_DESKS = _words(
    "news web online digital staff our own special the la die da de der newsroom sports sport business city service",
    "national world international entertainment local express our from নিজস্ব স্টাফ অনলাইন नगर न्यूज team",
    "report central",
    "haber own agencias central general el los newspaper newspaper's digital nacional internacional deportes desk",
    "deskripsi department board writer writers reports",
)
# Not people: what stands in the place of a name where none is printed, and what lines that are
# no names are made of. Small letters.
NOBODY = HOUSES | _words(
    # who writes when nobody does
    "staff reporter reporters correspondent editor editors editorial desk team agency agencies bureau admin",
    "news press",
    "writer writers report reports service online web media group contributor contributors columnist journalist",
    "producer photographer author photography photo photos image images video videos getty reuters credit courtesy",
    "digital director redaktion rédaction redacción redação redazione redactie redaksjonen redaktionen redakcja",
    "redaksi agentur foto fotos bild bilder fotograf fotografin fotografo fotó фото photograph picture pictures",
    "authors autoren auteurs autores autori",
    "illustration graphic caption source sources file kuva kuvat kuvaaja fotografie ilustrace zdroj lettura",
    # sections and menus
    "home sport sports politics opinion business tech technology world culture entertainment health science travel",
    "food style fashion weather local national international breaking latest top more stories story article articles",
    "features feature share follow subscribe newsletter newsletters sign log account menu search contact",
    "privacy policy",
    "bio stay informed",
    "terms use cookies advertisement comments comment facebook twitter instagram youtube email print save min read",
    "minutes updated published posted tv radio podcast podcasts live blog times post herald tribune gazette",
    "chronicle",
    "life events about shop store stores gifts deals free jobs games fact check data learn watch listen get buy",
    "linkedin whatsapp",
    "join sale show series guide review reviews best tips resources related recommended popular trending columnists",
    "football soccer cricket rugby basketball tennis baseball hockey golf olympics cup league premier",
    "champions final",
    "market markets money economy finance education environment climate lifestyle crime court courts letters",
    "opinions",
    "analysis interview explainer explained exclusive special edition app apps login register subscription archive",
    "archives gallery galleries obituaries classifieds puzzles crossword horoscope horoscopes recipes property cars",
    "motoring books music movies film films theatre arts gaming entertainment celebrity celebrities royals religion",
    "skip main content navigation toggle close open loading advertise careers accessibility sitemap help faq faqs",
    "copyright rights reserved",
    # houses and places
    "university college institute center centre company inc ltd llc corp association foundation committee council",
    "department ministry street avenue technologies studio studios computing systems solutions labs bank city town",
    "county police government court house school hospital airport park club united states kingdom america american",
    "european union africa african asia asian east north south west northern southern eastern western middle pacific",
    "states republic minister ministers president senate congress parliament state federal party",
    # the calendar
    "january february march april july september october november december monday tuesday wednesday",
    "thursday friday saturday sunday today tomorrow yesterday",
    # small words, which headings write with capitals
    "the a in on at to of for from with how why what when where who or is are was were your our his her their",
    "this that it its you we us i not no all new poor as be by can do does did has have had if into out over",
    "under than",
    "up down off after before about against between during without would should might must here there",
    "just only also first last next other every most many much some one two three four five six seven eight nine ten",
    # the same of other languages
    "und oder mit für auf aus bei nach über unter ein eine einen ist sind wird nicht auch wie was wer wo mehr zum",
    "avec pour sur dans par est sont une les aux plus comment pourquoi por para sobre como más los las",
    "cómo qué sin entre desde hasta com não mais uma são nos nas per che non gli come più nel della",
    "voor met op uit het een niet meer hoe wat är och som för med på ett inte og med det ikke",
)
