# SPDX-License-Identifier: MIT
"""What papers call their sections, in small letters; parted by `|`. A word that names other things too is left out."""

_WORDS = (
    # English
    "news|local|local news|city|metro|nation|national|world|world news|international|politics|business|money|economy"
    "|finance|markets|personal finance|companies|energy|property|real estate|technology|tech|science|health"
    "|environment"
    "|climate|education|schools|crime|courts|crime & courts|law|sport|sports|football|soccer|cricket|rugby"
    "|tennis|golf"
    "|baseball|basketball|hockey|racing|opinion|editorial|editorials|comment|commentary|columns|columnists|letters"
    "|letters to the editor|analysis|culture|arts|arts & culture|arts and culture|entertainment|books|music|film"
    "|movies"
    "|tv|television|theatre|theater|art|art & design|design|media|life|lifestyle|life & style|style|fashion"
    "|beauty|food"
    "|food & drink|travel|cars|motoring|autos|science & health|health & science|tech & science|obituaries"
    "|religion|faith"
    "|weather|africa|asia|europe|americas|middle east|asia pacific|australia|uk|uk news|us|us news|u.s.|india|china"
    "|features|investigations|history|games|gaming|celebrity|showbiz|women|family|parenting|gardening"
    "|science & environment"
    # German
    "|nachrichten|politik|inland|ausland|deutschland|österreich|schweiz|welt|europa|wirtschaft|finanzen|geld|börse"
    "|unternehmen|lokales|regionales|region|stadt|kultur|feuilleton|wissen|wissenschaft|gesundheit|bildung"
    "|umwelt|klima"
    "|gesellschaft|panorama|vermischtes|leben|reise|reisen|auto|mobilität|digital|technik|netzwelt|medien"
    "|fußball|meinung"
    "|kommentar|kommentare|debatte|leserbriefe|geschichte|justiz|kriminalität|wetter|bayern"
    # French
    "|actualités|actualité|actu|politique|monde|france|économie|entreprises|société|faits divers|faits-divers|justice"
    "|éducation|santé|sciences|planète|environnement|climat|sport|sports|culture|cinéma|musique|livres|médias|pixels"
    "|technologies|high-tech|opinions|idées|débats|tribune|éditorial|immobilier|voyage|gastronomie|régions"
    "|région|afrique"
    # Spanish, Portuguese
    "|noticias|nacional|internacional|españa|mundo|política|economía|empresas|sociedad|sucesos|tribunales"
    "|educación|salud"
    "|ciencia|tecnología|medio ambiente|deportes|fútbol|cultura|cine|música|libros|televisión|gente|estilo"
    "|viajes|opinión"
    "|editoriales|cartas al director|américa latina|ciudad|local|negocios|espectáculos|policiales|notícias"
    "|brasil|portugal"
    "|economia|negócios|sociedade|cotidiano|cidades|polícia|educação|saúde|ciência|tecnologia|meio ambiente|esporte"
    "|esportes|desporto|futebol|ilustrada|opinião|mundo|país|turismo|carros"
    # Italian, Dutch
    "|cronaca|cronache|politica|esteri|mondo|italia|economia|finanza|società|salute|scienza|scienze|tecnologia"
    "|ambiente"
    "|sport|calcio|cultura|spettacoli|cinema|musica|libri|opinioni|editoriali|viaggi|motori|scuola|nieuws|binnenland"
    "|buitenland|politiek|economie|financieel|geld|wetenschap|gezondheid|onderwijs|milieu|klimaat|sport|voetbal"
    "|cultuur"
    "|media|reizen|meningen|opinie|regio|lokaal|koken & eten"
    # Nordic
    "|nyheter|inrikes|utrikes|sverige|världen|politik|ekonomi|näringsliv|vetenskap|hälsa|miljö|sport|fotboll"
    "|kultur|nöje"
    "|ledare|debatt|åsikt|lokalt|resor|norge|utenriks|innenriks|verden|økonomi|næringsliv|vitenskap|helse|klima"
    "|fotball"
    "|meninger|lokalt|nyheder|indland|udland|danmark|erhverv|penge|videnskab|sundhed|fodbold|kultur|debat"
    "|kotimaa|ulkomaat"
    "|politiikka|talous|urheilu|kulttuuri|tiede|terveys|mielipide|paikalliset"
    # Central and Eastern Europe
    "|wiadomości|kraj|świat|polska|polityka|gospodarka|biznes|społeczeństwo|nauka|zdrowie|kultura|opinie|zprávy"
    "|domácí"
    "|zahraniční|svět|ekonomika|byznys|kultura|věda|názory|správy|zahraničie|slovensko|šport|belföld|külföld|gazdaság"
    "|tudomány|kultúra|vélemény|știri|politică|economie|externe|sănătate|opinii|vijesti|hrvatska|svijet|gospodarstvo"
    "|vesti|društvo|svet|ekonomija|mišljenja|lietuva|pasaulis|verslas|nuomonės|новости|политика|экономика"
    "|общество|мир"
    "|в мире|россия|происшествия|культура|спорт|наука|бизнес|мнения|технологии|новини|політика|економіка|суспільство"
    "|світ|україна|культура|здоров'я|спорт|общество|свят|икономика|култура|мнения|πολιτική|οικονομία|κοινωνία|κόσμος"
    "|διεθνή|αθλητικά|πολιτισμός|επιστήμη|υγεία|απόψεις|ελλάδα"
    # Turkish, Indonesian, Malay, Vietnamese, Filipino, Swahili, Zulu, Afrikaans
    "|gündem|dünya|ekonomi|siyaset|spor|sağlık|eğitim|teknoloji|bilim|kültür sanat|kültür|yaşam|magazin|yazarlar"
    "|nasional"
    "|internasional|ekonomi|bisnis|olahraga|sepak bola|hukum|pendidikan|kesehatan|teknologi|budaya|hiburan"
    "|daerah|dunia"
    "|semasa|sukan|thời sự|thế giới|kinh tế|kinh doanh|xã hội|pháp luật|giáo dục|sức khỏe|thể thao|văn hóa|giải trí"
    "|bansa|palakasan|habari|kitaifa|kimataifa|biashara|michezo|siasa|izindaba|ezemidlalo|nuus|sake|menings"
    # Hebrew to Thai
    "|חדשות|פוליטי|כלכלה|עולם|בעולם|ספורט|תרבות|בריאות|דעות|אخبار|أخبار|سياسة|اقتصاد|رياضة|ثقافة|صحة|علوم"
    "|تكنولوجيا|العالم"
    "|محليات|رأي|مقالات|فن|منوعات|مجتمع|سیاسی|اقتصادی|اجتماعی|ورزشی|فرهنگی|بین‌الملل|جهان|خبریں|پاکستان|کھیل|کاروبار"
    "|समाचार|देश|दुनिया|विदेश|राजनीति|खेल|मनोरंजन|व्यापार|राज्य|विचार|शिक्षा|स्वास्थ्य|अर्थ|अर्थतन्त्र|বাংলাদেশ"
    "|আন্তর্জাতিক"
    "|রাজনীতি|অর্থনীতি|খেলা|খেলাধুলা|বিনোদন|সারাদেশ|জাতীয়|মতামত|শিক্ষা|স্বাস্থ্য|விளையாட்டு|அரசியல்|ข่าว"
    "|การเมือง|เศรษฐกิจ"
    "|กีฬา|บันเทิง|ต่างประเทศ|สังคม"
    # Chinese, Japanese, Korean
    "|新闻|新聞|国内|國內|国际|國際|国際|政治|经济|經濟|経済|财经|財經|社会|社會|体育|體育|文化|娱乐|娛樂|科技"
    "|健康|教育|军事"
    "|生活|地方|兩岸|评论|評論|スポーツ|エンタメ|科学|テック|暮らし|地域|社説|オピニオン|ニュース|정치|경제|사회"
    "|국제|문화|스포츠"
    "|연예|증권|부동산|금융|기업|과학|교육|건강|오피니언|지역|세계"
)
SECTIONS = frozenset(_WORDS.split("|"))
# What a trail of sections begins with.
_HOMES = (
    "home|homepage|home page|front page|startseite|start|accueil|inicio|início|portada|capa|hem|hjem|forside|etusivu"
    "|strona główna|domů|acasă|anasayfa|ana sayfa|beranda|главная|головна|αρχική|الرئيسية|ראשי|होम|হোম"
    "|首页|首頁|ホーム|トップ|홈"
)
HOMES = frozenset(_HOMES.split("|"))
