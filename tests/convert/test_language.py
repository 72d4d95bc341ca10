# SPDX-License-Identifier: MIT
"""The language of a story: told by script and small words, or not told."""

import pytest

from newsroom.convert import Evidence, Post, Seed, Source, convert
from newsroom.convert.language import language_of

TEXTS = {
    "en": "The council of Port Ember opened the long wooden pier on Monday in the rain, and people walked over it for"
    " hours. Nobody had expected so many guests, said the mayor, who had cut the ribbon with scissors of her aunt.",
    "de": "Der Rat von Port Ember hat am Montag im Regen den langen hölzernen Steg eröffnet, und viele gingen darüber."
    " Niemand hatte so viele Gäste erwartet, sagte die Bürgermeisterin, die das Band mit der Schere durchschnitt."
    " Der Steg ist zweihundert Meter lang und wurde von vierzig Leuten gebaut.",
    "da": "Kommunen i Emberhavn åbnede mandag den lange bro af træ efter tre år, og mange gik over den i regnen. Ingen"
    " havde ventet så mange gæster, siger borgmesteren, som også klippede båndet. Broen er lang og blev bygget af 40"
    " arbejdere, og den har kostet mere end nogen vil sige.",
    "nb": "Kommunen i Emberhavn åpnet mandag den lange broen av tre etter tre år, og mange gikk over den i regnet."
    " Ingen hadde ventet så mange gjester, sier ordføreren, som også klippet båndet. Broen er lang og ble bygget av"
    " 40 arbeidere, og den har kostet mer enn noen vil si.",
    "id": "Pemerintah kota Ember mengatakan pada Senin bahwa jembatan kayu di pelabuhan akan dibuka untuk umum setelah"
    " tiga tahun, karena warga sudah lama menunggu. Jembatan itu panjangnya dua ratus meter dan bisa dilalui, ujar"
    " wali kota saat ditemui di kantornya, yang juga berada di tepi laut.",
    "uk": "Рада порту Ембер у понеділок під дощем відкрила довгий дерев'яний причал, і люди годинами ходили по ньому."
    " Ніхто не чекав на таку кількість гостей, сказала мерка, яка перерізала стрічку. Причал має двісті метрів, і"
    " його збудували за три роки, але ціну ніхто не називає, бо вона була також великою.",
    "th": "สภาเมืองพอร์ตเอมเบอร์เปิดท่าเรือไม้ยาวเมื่อวันจันทร์ท่ามกลางสายฝน และผู้คนเดินข้ามสะพานนั้นเป็นเวลาหลายชั่วโมง",
    "ja": "ポートエンバー市議会は月曜日、雨の中で長い木の桟橋を開通させ、人々は何時間もその上を歩いた。"
    "市長によると、これほど多くの客が来るとは誰も予想していなかったという。",
    "zh": "恩伯港议会周一在雨中开放了长长的木制码头，人们在上面走了好几个小时。"
    "市长说，没有人预料到会有这么多客人，她用姑姑的剪刀剪了彩。码头长二百米，由四十名工人建成。",
}
UNTOLD = {
    "too short": "The council of Port Ember opened the pier.",
    "not among those known (Zulu)": "Kuthiwa umasipala wasemtatweni uvule ibhuloho elide lokhuni ngoMsombuluko emvuleni"
    " futhi abantu bahamba kulo amahora amaningi ngaphambi kokuba kuhlwe kulelo langa. Akekho owayelindele izivakashi"
    " eziningi kangaka, kusho imeya, eyayisike iribhoni ngesikele sika-anti wayo owayehlala khona eduze kwechweba"
    " leminyaka eminingi edlule ngoba kwakungekho muntu owayazi lokho.",
    "of two languages": " ".join((TEXTS["en"][:110], TEXTS["de"][:110]) * 2),
    "in Hebrew letters, and Yiddish": "דער ראט פון פארט עמבער האט מאנטאג אין רעגן געעפנט די לאנגע הילצערנע בריק, און"
    " מענטשן זענען געגאנגען איבער איר שעהן לאנג, האט געזאגט דער בירגערמײַסטער, װאס האט צעשניטן דעם באנד",
    "names alone": "Quill Fenn Thornby Aldous Vik Oresund " * 10,
    "figures alone": "1, 2 - 3, 4 - 5 " * 40,
    "nothing": "",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_story_tells_its_language(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_in_doubt_has_none(text: str) -> None:
    assert not language_of(UNTOLD[text])


def lang_of(evidence: Evidence) -> tuple[str | None, tuple[str, ...]]:
    made = convert(Seed("x.txt", "0" * 64, f"Old pier opens to all\n\n{TEXTS['en']}\n", evidence))
    assert isinstance(made, Post)
    return made.file.front.lang, made.file.front.stated


def test_what_an_editor_states_goes_before_what_the_text_tells() -> None:
    assert lang_of(Evidence()) == ("en", ())
    assert lang_of(Evidence(source=Source(lang="cy"))) == ("cy", ("lang",))
