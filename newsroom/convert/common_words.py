# SPDX-License-Identifier: MIT
"""The commonest small words of the languages of news, by which one is told from the others.

From grammars and dictionaries; words that neighbours share stand in the lists of both.
"""

LATIN = {
    "en": "the of and to in a is that for it was on with as are by this be at from have not but they his which he",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "fr": "le la les de des et à en un une du que qui dans pour est sur pas plus au par avec ce il sont ne se",
    "es": "de la que el en y a los del se las por un para con no una su al lo es más pero sus le ha este fue como",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à foi seu são",
    "it": "di e il la che in a per un è del della con non una i si da le dei al gli sono come più anche nel alla ha",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij maar door over naar was heeft",
    "sv": "och att det i en som är på av för med den till inte har de ett om han var men sig från så vi kan efter",
    "da": "og i at det er en til af på som med for der den de ikke har et han var fra efter ved blev også sig kan",
    "nb": "og i det er på en til som av for at med har den ikke de et han om var fra etter ble også seg kan ved",
    "fi": "ja on ei se että oli mutta myös kun ovat hän joka mukaan ole sekä tai niin vain jo kuin voi siitä",
    "is": "og að í á er sem til það var við með um en af hann ekki fyrir eru hafa þess því frá hún verið",
    "pl": "i w na z do się nie to jest że o jak po za od przez ale dla są tym który oraz która jego był już",
    "cs": "a v se na je to že s z do o i pro ale jako za by po si byl které jsou který od podle také jeho už",
    "sk": "a v sa na je to že s z do o aj pre ale ako za by po si bol ktoré sú ktorý od podľa tiež jeho už",
    "sl": "in je v se na za da so z pa ki s po tudi bi ne o ter kot še od bo pri ali kot iz do bil",
    "hr": "i je u na se da su za od s a o koji će iz ne kako što bi to ali po do kao koja bio nije sve",
    "ro": "de și în a la cu că nu o pe din se care un este pentru mai sa fost ca să au fi prin după dar",
    "hu": "a az és hogy nem is egy meg ez volt csak már ki még de ha vagy mint el azt szerint lesz kell",
    "tr": "ve bir bu da de için ile olarak olan çok en daha gibi ne sonra kadar ise o var dedi ancak oldu",
    "id": "yang dan di dengan untuk dari ini pada itu dalam tidak akan ke juga karena bisa saat bahwa agar"
    " saja usai ujar warga beberapa sejumlah",
    "ms": "yang dan di dengan untuk dari ini pada itu dalam tidak akan ke juga kerana boleh bahawa ialah"
    " turut berkata mahu beberapa pelbagai",
    "vi": "và của là có trong cho các được với không một những này đã người khi để từ ông đến",
    "ca": "de la el i a que en els del les un amb per una al és no ha dels als va més com han aquest ser",
    "gl": "de a o que e en do da os as para un unha non se por no na con máis polo ao dos das como foi",
    "et": "ja on ei et see oli ka kui mis aga ning ta oma või kes et nad selle siis ole välja pärast",
    "lv": "un ir ar no par uz kas ka ne pie tā bet arī kā vai lai tiek bija gan pēc kurā viņš",
    "lt": "ir kad į su iš tai yra bet apie ne buvo po kaip dėl jis už per nuo o taip pat ar",
    "sq": "të e në dhe për me një që nga është i së ka si nuk u më ai janë kanë por do",
    "eu": "eta da ez du ere bat izan dira baina zen hau egin beste dute duen egun artean zuen",
    "af": "die van en in is het dat nie te om vir met op sy wat hy aan as ook se word by was",
    "sw": "ya na wa kwa ni katika la za kuwa hiyo alisema cha huo baada pia kama wake hilo watu",
    "tl": "ang ng sa na mga ay at si ni para hindi kung ito nang din may siya niya",
}  # fmt: skip
CYRILLIC = {
    "ru": "и в не на что с по это как из о к для он его от за у но был было также их при она уже",
    "uk": "і в не на що з та до у як це за від про для його він але був також є їх під час або",
    "be": "і ў не на што з да як гэта па пра для ад яго за але быў таксама у ён гэтым",
    "bg": "на и да в за се от е с че не по са ще като до това след един има който но той",
    "sr": "је у и да на се за од су са који не о из као што то а ће али по до бити није",
    "mk": "на и во да се за од со е не што ќе ги го до како по но тоа ја беше според",
}
ARABIC = {
    "ar": "في من على إلى أن التي عن مع الذي هذا هذه ما لا بعد كما كان بين ذلك قد لم",
    "fa": "در به از که این را با است برای آن یک خود تا بر شد هم نیز شده های می",
    "ur": "کے میں کی ہے اور سے کا کو نے پر کہ کہا یہ ہیں اس ان تھا گیا ایک بھی",
}
DEVANAGARI = {
    "hi": "के में की है और से को का ने पर कि यह हैं इस एक भी तो नहीं था लिए",
    "mr": "आहे आणि या च्या ही हे तो ते केली केला होते आहेत मध्ये असे त्या नाही करण्यात",
    "ne": "छ र को मा ले का यो भएको गरेको छन् पनि हो गर्ने भने लागि तर थियो",
}
