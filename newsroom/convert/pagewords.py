# SPDX-License-Identifier: MIT
"""General words by which a page speaks of itself, by kind, in the languages of news.

They are dictionary words that people chose, none counted from anybody's pages.
"""

_WORDS = {
    "share": "share shares shared facebook twitter tweet whatsapp linkedin reddit pinterest telegram instagram"
    " youtube tiktok flipboard bluesky mastodon threads email print copy link follow save bookmark"
    " listen teilen drucken merken folgen anhören partager imprimer écouter suivre compartir imprimir"
    " guardar escuchar síguenos compartilhar compartilhe ouvir condividi stampa ascolta delen printen"
    " dela kopiera del kopier jaa udostępnij drukuj sdílet tisknout поделиться поділитися paylaş yazdır"
    " bagikan comparteix",
    "nag": "subscribe subscribed subscriber subscribers subscription subscriptions newsletter newsletters"
    " inbox sign signup log login logged register registered donate unsubscribe alerts notifications"
    " membership abonnieren abonnement abo anmelden registrieren spenden abonnez abonner inscrivez"
    " connectez suscríbete suscribirse suscripción regístrate assine assinante assinatura cadastre"
    " abonné abonnés abonnée abonnées abonnent abonnenten abonnenter suscriptor suscriptores assinantes abbonato"
    " abbonati abonnee abonnees prenumeranter tilaajille subskrybentów předplatitele подписчиков передплатників"
    " inscreva iscriviti abbonati abbonamento registrati abonneer inloggen aanmelden prenumerera"
    " prenumerant logga abonnér tilmeld tilaa kirjaudu prenumerata zaloguj předplatné přihlásit"
    " подписаться подпишитесь підписатися abone langganan daftar subscriu",
    "comment": "comment comments commenting commenter commenters reply replies respond discussion conversation"
    " moderated moderation kommentar kommentare kommentieren antworten commentaire commentaires répondre"
    " comentario comentarios comentar responder comentários comente commenti commenta rispondi reacties"
    " reageer kommentarer kommentera svar kommentti kommentit komentarze komentarz komentáře комментарии"
    " комментарий ответить коментарі yorum yorumlar komentar comentaris",
    "related": "related recommended recommendations trending popular next latest read reading watched viewed"
    " stories articles picks more also like discover explore previous mehr lesen auch weitere artikel"
    " verwandte meistgelesen empfohlen weiterlesen aktuell nachrichten thema lire aussi lea leer también"
    " más relacionadas noticias leia mais também notícias leggi anche altro articoli correlati lees ook"
    " meer läs mer också senaste les også mere læs lue myös lisää czytaj także więcej čtěte také читайте"
    " также ещё новости також haberler ayrıca baca juga terkait berita xem thêm llegir més",
    "cookie": "cookie cookies consent browser browsers gdpr ccpa personalised personalized targeting preferences"
    " opt vendors partners tracking settings javascript adblocker blocker einwilligung zustimmung"
    " zustimmen personalisierte verarbeitung datenschutz consentement partenaires accepter navigateur"
    " consentimiento navegador aceptar consentimento consenso accetta toestemming samtycke samtykke"
    " suostumus zgoda souhlas согласие çerez çerezler galetes",
    "legal": "privacy terms policy policies rights reserved copyright disclaimer guidelines registered trademark"
    " trademarks accessibility sitemap advertise contact imprint permission reproduced redistributed"
    " datenschutz impressum agb nutzungsbedingungen rechte vorbehalten confidentialité mentions légales"
    " droits réservés privacidad aviso derechos reservados privacidade termos direitos diritti riservati"
    " voorwaarden rechten voorbehouden integritetspolicy upphovsrätt tietosuoja prawa zastrzeżone"
    " ochrana конфиденциальности права защищены gizlilik privasi drets reservats",
    "credit": "photo photos photograph photographs photographer photography image images credit credits courtesy"
    " picture pictured pictures illustration illustrations getty reuters afp ap epa shutterstock istock"
    " unsplash alamy wikimedia screenshot handout file via caption gallery slideshow video foto fotos"
    " fotograf bild bilder bildquelle grafik symbolbild imago dpa quelle crédit crédits photographe"
    " légende imagen imágenes fotografía cortesía archivo imagem divulgação reprodução immagine beeld"
    " bilden bildet billede kuva zdjęcie fot autor фото снимок fotoğraf gambar ảnh imatge",
    "bio": "author editor writer reporter journalist journalism freelance freelancer columnist contributor"
    " contributing correspondent bio biography journalistin autorin redakteur redakteurin volontär"
    " studierte schreibt arbeitet journaliste rédacteur rédactrice periodista redactor jornalista"
    " repórter giornalista redacteur journalisten redaktör skribent toimittaja dziennikarz novinář"
    " журналист muhabir wartawan",
    "ad": "advertisement advertisements ad ads advert sponsored sponsor promoted promotion affiliate"
    " affiliates commission commissions independently purchase products buy deals deal offer sale shop"
    " price discount coupon anzeige werbung gesponsert provision publicité sponsorisé publicidad"
    " patrocinado anuncio pubblicità sponsorizzato advertentie annons reklam annonse annonce mainos"
    " reklama реклама iklan quảng publicitat",
    "we": "we our us ours nous notre nos nosotros nuestro nuestra nuestros nós nosso nossa noi nostro nostra"
    " wij onze vi vår våra våre vores wir uns unser unsere unseren me naszej nasz мы наш наши kami kita"
    " chúng",
    "you": "you your yours yourself you're you'll you've vous votre vos ihre ihren ihnen du dein deine dich"
    " dir euch usted ustedes tu tus você vocês seu sua tuo tua je jouw uw din ditt dina sinun twój ваш"
    " вас вам anda sizin bạn vostre",
}
_BITS = {kind: 1 << place for place, kind in enumerate(_WORDS)}
SHARE, NAG, COMMENT, RELATED = (_BITS[kind] for kind in ("share", "nag", "comment", "related"))
COOKIE, LEGAL, CREDIT, BIO = (_BITS[kind] for kind in ("cookie", "legal", "credit", "bio"))
AD, WE, YOU = (_BITS[kind] for kind in ("ad", "we", "you"))
KINDS: dict[str, int] = {}  # the bits of a word; some words are of several kinds
for _kind, _words in _WORDS.items():
    for _word in _words.split():
        KINDS[_word] = KINDS.get(_word, 0) | _BITS[_kind]
# Of scripts that put no space between words: looked for anywhere in a line.
_WIDE = {
    "share": "シェア 共有 保存 印刷 공유 분享 分享 프린트",
    "nag": "会員 登録 ログイン 購読 무료 구독 로그인 회원 订阅 登录 注册",
    "comment": "コメント 댓글 评论 評論",
    "related": "関連 おすすめ ランキング 続きを読む 一覧 関連記事 관련 많이 추천 랭킹 相关 推荐 热门",
    "legal": "無断 転載 著作権 個人情報 規約 무단 전재 저작권 개인정보 약관 版权 隐私",
    "credit": "写真 撮影 提供 画像 사진 제공 기자> 图片 摄影",
    "ad": "広告 광고 广告 プレゼント キャンペーン",
}
WIDE_KINDS = tuple((word, _BITS[kind]) for kind, words in _WIDE.items() for word in words.split())
