# SPDX-License-Identifier: MIT
"""What pages say that are no story, in small letters: general phrases, one or a few a language of news."""

# Said of a page or an address; a story may say it of a person, so that INSTEAD_OF needs a word of PAGE beside it.
GONE = (
    "not found", "can't find", "can’t find", "cannot find", "couldn't find", "couldn’t find", "unable to find",
    "not be found", "no longer available", "isn't available", "does not exist", "doesn't exist", "doesn’t exist",
    "no longer exists", "has been removed", "was removed", "may have been moved", "may have moved",
    "may have been removed", "may have been deleted", "wurde gelöscht", "wurde verschoben", "a été supprimé",
    "a été déplacé", "ha sido eliminad", "foi removid", "foi apagad", "è stata rimossa", "è stata spostata",
    "is verwijderd", "is verplaatst", "har flyttats", "har tagits bort", "er flyttet", "on poistettu",
    "została usunięta", "byla odstraněna", "была удалена", "silinmiş", "nicht gefunden", "existiert nicht",
    "existiert leider", "nicht verfügbar", "introuvable", "n'existe", "n’existe", "no existe", "no encontrada",
    "não existe", "não encontrada", "non trovata", "non esiste", "niet gevonden", "bestaat niet", "finns inte",
    "finnes ikke", "ikke fundet", "ei löytynyt", "nie znaleziono", "nie istnieje", "nenalezena", "neexistuje",
    "не найдена", "не существует", "не знайдено", "bulunamadı", "tidak ditemukan", "không tồn tại", "見つかりません",
    "찾을 수 없습니다", "不存在", "未找到",
)  # fmt: skip
PAGE = (
    "page", "article", "story", "content", "url", "link", "404", "410", "seite", "artikel", "inhalt", "página",
    "artículo", "artigo", "pagina", "articolo", "sidan", "siden", "sivua", "stron", "stránka", "страниц", "сторінк",
    "sayfa", "halaman", "trang", "ページ", "페이지", "页面", "文章",
)  # fmt: skip
SERVER = (
    "internal server error", "bad gateway", "gateway timeout", "gateway time-out", "service unavailable",
    "temporarily unavailable", "error 500", "error 502", "error 503", "erreur 500", "erreur 503",
    "down for maintenance", "under maintenance", "interner serverfehler", "error interno", "database connection",
)  # fmt: skip
ROBOT = (
    "are you a robot", "are you human", "not a robot", "you are a human", "you are human", "checking your browser",
    "verify your browser", "access denied", "has been denied", "just a moment", "attention required",
    "unusual traffic", "unusual activity", "enable javascript", "turn on javascript", "javascript is disabled",
    "javascript is required", "javascript aktivieren", "activer javascript", "habilitar javascript",
    "sind sie ein roboter", "êtes-vous un robot", "no soy un robot", "javascriptを有効",
)  # fmt: skip
CONSENT = (
    "we value your privacy", "we and our partners", "accept all", "accept cookies", "alle akzeptieren",
    "akzeptieren und weiter", "tout accepter", "accepter et", "respect de votre vie privée", "aceptar todo",
    "aceitar todos", "accetta tutti", "alles accepteren", "acceptera alla", "weiterlesen mit werbung",
    "wir verwenden cookies", "we use cookies",
)  # fmt: skip
PAID = (
    "for subscribers only", "subscribers only", "subscriber-only", "subscriber only", "subscriber exclusive",
    "members only", "already a subscriber", "already subscribed", "already a member", "to continue reading",
    "to keep reading", "to read the full", "sign in to read", "nur für abonnenten", "sie haben bereits ein abo",
    "bereits abonnent", "jetzt weiterlesen", "réservé aux abonnés", "réservé à nos abonnés", "réservée aux abonnés",
    "déjà abonné", "solo para suscriptores", "exclusivo para suscriptores", "ya eres suscriptor",
    "exclusivo para assinantes", "já é assinante", "riservato agli abbonati", "già abbonato", "alleen voor abonnees",
    "al abonnee", "för prenumeranter", "redan prenumerant", "for abonnenter", "dla subskrybentów",
    "только для подписчиков", "会員限定", "有料会員",
)  # fmt: skip
TERMS = (
    "privacy policy", "privacy notice", "privacy statement", "cookie policy", "terms of use", "terms of service",
    "terms and conditions", "datenschutzerklärung", "datenschutz", "impressum", "nutzungsbedingungen",
    "politique de confidentialité", "mentions légales", "política de privacidad", "aviso legal",
    "política de privacidade", "informativa sulla privacy", "privacyverklaring", "integritetspolicy",
    "tietosuojaseloste", "polityka prywatności", "gizlilik politikası", "политика конфиденциальности",
)  # fmt: skip
RESULTS = (
    "search results", "results for", "suchergebnisse", "résultats de", "résultats pour", "resultados de",
    "resultados para", "risultati per", "zoekresultaten", "sökresultat", "søkeresultater", "hakutulokset",
    "wyniki wyszukiwania", "результаты поиска",
)  # fmt: skip
