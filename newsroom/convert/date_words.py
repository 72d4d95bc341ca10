# SPDX-License-Identifier: MIT
"""The words that pages print beside their dates, in many languages."""

import re

_PUBLISHED = (
    "published|publ|posted|data utworzenia|utworzono|dodano|publicación|data publicării|zuerst veröffentlicht|"
    "artikel veröffentlicht|first posted|first published|originally published|published online|publication date"
    "|date published"
    "|submitted|uploaded|created|date created|issued|added|date added|date posted|publish date|pub date"
    "|published date|dated"
    "|data dodania|data pubblicazione|data di pubblicazione|erscheinungsdatum|veröffentlichungsdatum|publicatiedatum"
    "|publiceringsdatum|publiseringsdato|udgivelsesdato|julkaisupäivä|data de publicação|data de publicació"
    "|date de publication|datum objave|datum zveřejnění|yayın tarihi"
    "|publié|publiée|publie|paru|créé|mis en ligne|veröffentlicht|erschienen|erstellt|publiziert|publicado|publicada"
    "|fecha de publicación|creado|publicat|publicada|pubblicato|pubblicata|gepubliceerd|geplaatst|publicerad"
    "|publicerades|publicerat|publisert|udgivet|publiceret|offentliggjort|julkaistu|opublikowano|publikacja"
    "|data publikacji|zveřejněno|vydáno|publikováno|publikované|zverejnené|objavljeno|objavljen|objava|publikováno"
    "|közzétéve|megjelent|publikálva|publicat la|avaldatud|publicēts|paskelbta|skelbta|diterbitkan|dipublikasikan"
    "|terbit|diterbit|yayınlanma|yayınlandı|yayın tarihi|yayımlanma|giriş|oluşturulma|eklenme|đăng|xuất bản"
    "|опубликовано|опубликована|дата публикации|опубліковано|публикувано|публикация|објављено|објавено|δημοσιεύτηκε"
    "|δημοσίευση|δημοσιεύθηκε|פורסם|نشر|تاريخ النشر|نُشر|انتشار|تاریخ انتشار|प्रकाशित|প্রকাশ|প্রকাশিত|প্রকাশঃ"
    "|வெளியிடப்பட்டது|เผยแพร่"
    "|公開日時|公開日|公開|発表|掲載|配信|投稿|投稿日|発行|発売日|入力|입력|등록|게재|작성|승인|기사입력|기사등록|发布|發布|发表|發表|刊登"
)
_MODIFIED = (
    "updated|update|last updated|last reviewed|ultima modifica|última modificación|dernière mise à jour"
    "|dernière modification"
    "|letzte änderung|letztes update|ostatnia aktualizacja|poslední aktualizace|senast ändrad|sidst ændret|"
    "last update|modified|last modified|last edited|edited|revised|last revised|amended"
    "|modifié|modifiée|mis à jour|mise à jour|maj|màj|actualisé|aktualisiert|zuletzt aktualisiert|letzte aktualisierung"
    "|aktualisierung|geändert|bearbeitet|actualizado|actualizada|última actualización|ultima actualización|modificado"
    "|atualizado|atualizada|atualização|última atualização|aggiornato|aggiornata|ultimo aggiornamento|modificato"
    "|actualitzat|actualitzada|bijgewerkt|laatst bijgewerkt|gewijzigd|laatste update|uppdaterad|senast uppdaterad"
    "|uppdaterades|ändrad|oppdatert|sist oppdatert|opdateret|sidst opdateret|päivitetty|muokattu|zaktualizowano"
    "|aktualizacja|aktualizováno|aktualizované|upraveno|ažurirano|azurirano|izmenjeno|frissítve|módosítva|actualizat"
    "|uuendatud|atnaujinta|atjaunots|diperbarui|diupdate|dikemas kini|güncelleme|güncellenme|güncellendi|son güncelleme"
    "|cập nhật|обновлено|обновлена|изменено|оновлено|обновена|ажурирано|ενημέρωση|ενημερώθηκε|τελευταία ενημέρωση"
    "|עודכן|تحديث|آخر تحديث|به روز|अपडेट|अद्यतन|আপডেট|আপডেট টাইম|อัปเดต|อัพเดท|最終更新|更新日時|更新日|更新|수정"
    "|최종수정|기사수정|업데이트|최종 수정"
)
# `Stand:` and its like date a page that prints no other day.
_STATE = "stand|date|datum|fecha|data|تاريخ|تاریخ|日期|日付|時間|时间|дата|tarih|dato|päiväys"
# What a page calls its story, where it tells in a sentence when that was published.
_STORY = (
    "article|story|post|entry|piece|column|report|item|content|artikel|beitrag|text|artículo|nota|noticia|artigo|matéria"
    "|articolo|artikeln|artikkelen|artykuł|статья|новость|материал|стаття|článek|članak|articol|cikk|artikkeli|yazı|haber"
)
_THIS = (
    "this|dieser|diese|dieses|der|cet|cette|este|esta|questo|questa|dit|deze|den här|denne|ten|эта|данная|этот|ця|tento"
    "|ovaj|acest|ez a|tämä|bu"
)
# What else may stand in a line that is only a date. Sample: the real seed, and common forms.
_SMALL = "at on the le am um den de el em del last first date time ist uhr mis jour à o h and by today is now"


def _either(words: str) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words.split("|")), key=len, reverse=True))


# Chinese, Japanese and Korean print labels without a space, behind their date too.
LABEL = re.compile(
    rf"(?:(?<![^\W\d])|(?<=[\u3040-\u9fff\uac00-\ud7af])|(?-i:(?<=[a-z)])(?=[A-Z])|(?<=[A-Z]{{2}})(?=[A-Z][a-z])))(?:(?P<modified>{_either(_MODIFIED)})|(?P<published>{_either(_PUBLISHED)}))"
    r"(?:(?![^\W\d_])|(?=[A-Z][a-z])|(?=時間|时间|日期|日時|日|于|於|시간|일시|일))",
    re.IGNORECASE,
)
THIS_STORY = re.compile(rf"\W*(?:{_THIS})\s(?:{_STORY})\b", re.IGNORECASE)
STATE = re.compile(rf"(?<!\w)(?:{_either(_STATE)})\s?[:：]", re.IGNORECASE)
WORDS_OF_DATES = frozenset(" ".join((_PUBLISHED, _MODIFIED, _STATE)).replace("|", " ").split()) | set(_SMALL.split())
