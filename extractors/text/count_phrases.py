"""Whether a number with a measure word counts nothing: ordinals, grades, figures in names, set phrases.

Reads (as no count)::

    第3次, 前10名, 第三、四节, 初三名      ordinals and grades
    《三个一》, “百千万”工程, A4张          figures in titles, quoted names and codes
    一批又一批, 千家万户, 五花八门          set phrases
    三门峡, 五台县, 十九届六中全会          names
    3月5日, 三届二次教代会                  dates and sessions

Leaves alone::

    学前3个班, 目前3所, 每周五1次, 学期初1次
"""

from __future__ import annotations

import re

from extractors.text.measure_words import UNIT

_NUMERALS = "零〇一二三四五六七八九十百千万亿两"
_ORDINAL = re.compile(rf"第[0-9{_NUMERALS}]{{1,4}}(?:[、和与及至到-][0-9{_NUMERALS}]{{1,4}}){{0,6}}[、和与及至到-]$")
_RANK = re.compile(r"第$|(?<![目此以之日课会学年考赛岗])前$|〔$")
_GRADE = re.compile(r"(?<![期年月最当起])初$|高$")
_CODE = re.compile(r"[A-Za-z0-9+＋]$|[0-9]-{1,2}$")
_MID_NUMERAL = re.compile(rf"[{_NUMERALS}]$")
_MONTH = re.compile(r"月[ ]?$")
_ARTICLE = re.compile(r"[同统唯任另某这那哪新每再单之合归]$")
_FRACTION = re.compile(r"分之$|[0-9一二三四五六七八九两几]成$")
_HALF_OF_PAIR = re.compile(r"[+＋：:/]|对[一多]|帮一|校一")
_SET_PHRASE = re.compile(
    r"千家万户|万家灯火|百家(?:争鸣|讲坛|姓)|五花八门|千篇一律|三天两头|三番[两五]次|一年一度|亿万|千千万|[百千万]人(?:计划|工程)|个一批"
    r"|三门[峡县]|五台[县山]|三台县|九台[区市]|七台河|五家渠|[三五七八]家子|三间房|万年县"
    r"|[0-9一二三四五六七八九十]{1,3}届(?:[0-9一二三四五六七八九十]{1,2}(?:中全|次))|二次(?:备课|开发|创业|分配|装修|利用|元)"
)
_LONGEST_PHRASE = 6
_AGAIN = re.compile(rf"(?:{UNIT})又一|人一(?!线|级|流|等|类|体|站|般|系|定|批|名|位)")
_OF_REPEATED = re.compile(r"又$")
_DOUBLED = re.compile(r"([次个项件节场名所批])\1")
_QUOTED = re.compile(r"“[^“”\n]{0,24}$")
_TITLED = re.compile(r"《[^《》\n]{0,60}$")
_BOOK_PARTS = re.compile(r"[，。；：]")


def counts_nothing(text: str, floor: int, at: int, stop: int, *, led_in: bool) -> bool:
    """Whether the figure ``text[at:stop]`` is no count; ``floor`` is how far back to look.

    A figure that is ``led_in`` by a bound (不少于3次) is not made an ordinal by what stands before the bound.
    """
    around = text[max(floor, at - 64) : at]
    figure = text[at:stop]
    if not led_in and around and _is_glued(around, figure):
        return True
    if figure == "一" and (_ARTICLE.search(around) or _is_repeated(text, around, stop)):
        return True
    if text.startswith("日", stop) and _MONTH.search(around):
        return True
    if _FRACTION.search(around) or _HALF_OF_PAIR.match(text, stop) or _TITLED.search(around):
        return True
    return _is_set_phrase(text, floor, at, stop) or _is_quoted(text, around, stop)


def _is_glued(around: str, figure: str) -> bool:
    """Ordinals, grades, codes and the rest of a longer number; 每周五1次 and 学期初1次 are none of these."""
    before = around[-2:]
    if _RANK.search(around[-2:]) or _CODE.search(before) or _ORDINAL.search(around[-32:]):
        return True
    if _GRADE.search(before):
        return figure in ("一", "二", "三", "1", "2", "3")
    return _MID_NUMERAL.search(before) is not None and (not figure[0].isdecimal() or before[-1] in "十百千万亿")


def _is_repeated(text: str, around: str, stop: int) -> bool:
    """一批又一批, 一次次, 一人一案."""
    return bool(_AGAIN.match(text, stop) or _OF_REPEATED.search(around) or _DOUBLED.match(text, stop))


def _is_set_phrase(text: str, floor: int, at: int, stop: int) -> bool:
    for phrase in _SET_PHRASE.finditer(text, max(floor, at - _LONGEST_PHRASE), stop + _LONGEST_PHRASE):
        if phrase.start() <= at < phrase.end():
            return True
    return False


def _is_quoted(text: str, around: str, stop: int) -> bool:
    """Inside a short quoted name (“百千万”, “六个一”): the quote closes within a few characters and holds no whole clause."""
    if not _QUOTED.search(around):
        return False
    closed = text.find("”", stop, stop + 20)
    return closed >= 0 and not _BOOK_PARTS.search(text[stop:closed])
