# SPDX-License-Identifier: MIT
"""The one way from bytes to characters: encodings are found, and a page of HTML is read as a reader sees it."""

import pytest

from newsroom.seedtext import decode, page_text, text_of

GERMAN = "Der Käpt’n der „Möwe“ sagte am Dienstag, die Fähre über den Großen Sund bleibe für fünf Tage im Dock. "
RUSSIAN = "Капитан сообщил во вторник, что паром через Большой пролив останется в доке ещё на пять дней. "
JAPANESE = "港の桟橋は月曜日に開通し、雨の中を多くの人が歩いた。船長は火曜日に、渡し船は五日間ドックに残ると述べた。"
KOREAN = "항구의 부두가 월요일에 열려 많은 사람들이 빗속을 걸었다. 선장은 화요일에 배가 닷새 동안 머문다고 말했다. "
GREEK = "Η προβλήτα άνοιξε τη Δευτέρα στη βροχή, και πολλοί περπάτησαν επάνω της για ώρες. "
TURKISH = "İskele pazartesi günü yağmurda açıldı ve birçok kişi üzerinde saatlerce yürüdü. "
CHINESE = "港口的码头星期一开放，许多人冒雨走过。船长星期二说，渡轮将在船坞停留五天，直到新的舵运到。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "utf-16"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
        (CHINESE, "gb18030"),
        (GREEK, "iso8859-7"),
        (TURKISH, "cp1254"),
    ],
)
def test_the_encoding_of_a_text_is_found(text: str, encoding: str) -> None:
    story = (text * 8) + "\n"
    assert decode(story.encode(encoding)) == story


def test_a_byte_order_mark_is_believed_before_what_is_declared_and_that_before_all_else() -> None:
    assert decode("Käpt’n".encode("utf-16"), "iso-8859-1") == "Käpt’n"
    assert decode(RUSSIAN.encode("koi8-r"), "KOI8-R") == RUSSIAN
    assert decode("é".encode(), "windows-1252") == "Ã©"


@pytest.mark.parametrize("declared", ["utf-8", "no-such-encoding", "ascii", ""])
def test_a_declaration_that_is_not_true_is_passed_over(declared: str) -> None:
    assert decode((GERMAN * 8).encode("cp1252"), declared) == GERMAN * 8
    assert decode((RUSSIAN * 8).encode(), "shift_jis" if declared == "utf-8" else declared or None) == RUSSIAN * 8


def test_a_few_broken_bytes_cost_a_text_in_utf_8_no_more_than_themselves() -> None:
    data = (RUSSIAN * 4).encode()
    assert decode(data[:101] + b"\xff" + data[102:]).count("\ufffd") <= 2
    assert decode(data[:101] + b"\xff" + data[102:]).endswith(RUSSIAN)


@pytest.mark.parametrize("data", [b"\x80\x00\x81\x00\xff", b"\xff\xfe\x00\xd8", b"\x89PNG\r\n\x1a\n\x00\x00\xff"])
def test_what_is_in_no_encoding_is_no_text(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        decode(data)


def test_line_ends_are_kept_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\r\nb\rc\n"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_a_page_is_read_in_the_encoding_that_it_declares_a_block_a_line(encoding: str) -> None:
    page = f"""<html><head><meta charset="{encoding}"><title>T</title><style>p {{}}</style></head><body>
    <nav><a href="/">Новости</a></nav><h1>Паром</h1><p>{RUSSIAN}</p><p>Конец.</p><script>x = 1</script></body></html>"""
    lines = [line.strip("• ") for line in page_text(page.encode(encoding)).splitlines() if line.strip()]
    assert lines == ["Новости", "Паром", RUSSIAN.strip(), "Конец."]


def test_a_files_name_says_whether_it_is_a_page() -> None:
    assert text_of("A.HTM", b"<p>Pier</p>").strip() == "Pier"
    assert text_of("a.txt", b"<p>Pier</p>") == "<p>Pier</p>"


def test_what_a_page_declares_beyond_its_first_kilobyte_is_not_looked_for() -> None:
    page = f"<html>{'<!-- pad -->' * 100}<meta charset='koi8-r'><p>{GERMAN}</p>"
    assert page_text(page.encode()).strip() == GERMAN.strip()
