# SPDX-License-Identifier: MIT
"""Bylines in Chinese, Japanese and Korean: names without spaces, beside the word for a reporter."""

import re

from newsroom.convert.name_shapes import is_family, is_name
from newsroom.convert.readings import Reading

_HAN = r"[\u3400-\u9fff々]"
_HANGUL = r"[가-힣]"
_REPORTER = (
    r"記者|记者|기자|특파원|인턴기자|선임기자|객원기자|논설위원|칼럼니스트|編集委員|特派員|論説委員|通讯员|特約記者"
)
_WRITTEN_BY = (
    rf"{_REPORTER}|文|撰文|作者|執筆|著者|筆者|取材|取材・文|文・取材|聞き手|ライター|글|글쓴이|撰稿|本报记者|本報記者"
)
_MORE = rf"(?:[ 　]{_HAN}{{1,3}}|(?:[、，,]\s?{_HAN}{{2,4}}){{1,5}})?"
_LED = re.compile(
    # The reporter's name behind the word, in brackets with it, or before it.
    rf"\W*(?:기자명\s*)?(?:(?:{_WRITTEN_BY})\s*[:：/／＝=・\s]?\s*(?P<after>{_HAN}{{2,4}}{_MORE}|{_HANGUL}{{2,4}})"
    rf"|[\[［【(（](?:[^\])）】］]{{1,14}}[\s・])?(?P<within>{_HAN}{{2,4}}|{_HANGUL}{{2,4}})"
    rf"\s?(?:{_REPORTER})[\])）】］]"
    rf"|(?:[\[［【(（][^\])）】］]{{1,14}}[\])）】］=]\s*)?"
    rf"(?P<before>{_HAN}{{1,4}}[ 　]?{_HAN}{{1,3}}|{_HANGUL}{{2,4}}(?:\s?[·,、]\s?{_HANGUL}{{2,4}}){{0,3}})"
    rf"\s?(?:{_REPORTER}))"
    r"(?!\w).{0,40}"
)
_INLINE = re.compile(
    rf"\W{{0,2}}(?:[^\s（(〔【\[]{{0,12}}電?\s?[（(〔【\[])?\w{{0,6}}?(?:記者|记者)"
    rf"(?P<after>{_HAN}{{2,3}}(?:[、，]{_HAN}{{2,3}}){{0,5}})[／/\\＼｜|）〕】\])]"
    rf"|[\[(【（][^\])】）]{{1,16}}[=\s](?P<within>{_HANGUL}{{2,4}}(?:[·,]\s?{_HANGUL}{{2,4}})*)"
    r"\s?(?:기자|특파원)\s?[\])】）=|]"
)
_WIDE = re.compile("[\u3001-\U0010ffff]")
_ALONE = re.compile(rf"{_HAN}{{3,4}}|{_HANGUL}{{3}}")
_NAME = re.compile(rf"{_HAN}{{1,4}}(?:[ 　]{_HAN}{{1,4}})?|{_HANGUL}{{2,4}}")
_LONGEST_ALONE = 10


def cjk_led(text: str) -> Reading | None:
    """The reporters whom a line names as such."""
    led = _LED.fullmatch(text) if _is_cjk(text) else None
    return _read("by", led, ("before", "after", "within")) if led else None


def cjk_inline(text: str) -> Reading | None:
    """The reporters named at the head of prose: `（記者林花子／台北報導）…`."""
    led = _INLINE.match(text) if _is_cjk(text) else None
    return _read("inline", led, ("after", "within"))._replace(said=led.span()) if led else None


def cjk_alone(text: str) -> Reading | None:
    """The name that a line is, brackets aside: with a space in it, or of a known family."""
    said = text.strip("()（）[]【】〔〕 ")
    if not 0 < len(said) <= _LONGEST_ALONE or not _is_cjk(said):
        return None
    if not (is_name(said) or (_ALONE.fullmatch(said) and is_family(said))):
        return None
    start = text.index(said)
    return Reading("names" if " " in said else "cjk", ((start, start + len(said)),), "")


def _is_cjk(text: str) -> bool:
    return not text.isascii() and bool(_WIDE.search(text))


def _read(kind: str, led: re.Match[str], groups: tuple[str, ...]) -> Reading:
    """The names in the first group that is there."""
    start, end = next(led.span(group) for group in groups if group in led.groupdict() and led[group])
    return Reading(kind, tuple(name.span() for name in _NAME.finditer(led.string, start, end)), "role")
