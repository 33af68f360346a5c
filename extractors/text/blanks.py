"""What stands where a count or a sum was left open: marks, empty brackets, or the bare blanks of an underline.

Reads::

    选派____名, 选派××名, 选派（  ）名, 选派【】名, 选派（数字）名      a mark says that something is to be filled in
    选派　　名, 选派 名教师                                            blanks alone: only what stands on both sides tells

Leaves alone::

    选派__3__名, 选派_三_名                                            filled in
"""

from __future__ import annotations

import re

from extractors.text.numerals import HAN_DIGIT, HAN_UNIT
from extractors.text.passage import Passage

_PROMPT = "(?:填写|填|具体|实际)?(?:数量|数字|数额|数目|金额|人数|次数|节数|场数|待定|待填|数|空)"
MARKED = (
    r"(?:[_＿xX×＊*○□△■●▲◇#](?:[ \t]?[_＿xX×＊*○□△■●▲◇#]){0,40}|[Nn](?![A-Za-z])|〇{2,4}|…{1,6}|\.{3,12}|·{3,12}|-{2,24}|？{1,6}"
    rf"|[（〔][ \t]{{0,16}}(?:[_xX×＊*…]{{1,24}}[ \t]{{0,8}}|{_PROMPT})?[）〕])"
)
"""Pattern source of a mark that stands for a figure, without groups; it has to be anchored on both sides by the caller."""
SPACED = r"[ \t]{1,40}"
"""Pattern source of the blanks that an underline leaves behind when a paper becomes text."""
FRESH = r"(?<![0-9A-Za-z._＿×＊*○□△■●▲◇#])"
"""Pattern source, before a mark: it is not the rest of another one, of a figure or of a code."""
_FILLED = re.compile(rf"[0-9{HAN_DIGIT}{HAN_UNIT}第半几][ \t_]*\Z")
_NEAR = 12
_SHOWN = 14
_CLAUSE = re.compile(r"[，。；！\n\t]")
_NUMBER = re.compile(r"[ ：、]*(?:第[一二三四五六七八九十百0-9]{1,4}条|（?[一二三四五六七八九十0-9]{1,3}[）、.．]|[①-⑳])?[ ：、]*")
_FAR = 48
_BULLETS = frozenset("*＊○□△■●▲◇#-·.…？")
"""Marks that stand at a line's beginning for another reason."""
_FORM = re.compile(
    r"^[ ]*(?:附(?:件|表)?[0-9一二三四五六七八九十]{0,2}[ ：.、]*)?[^，。；：\n]{0,24}(?:回执单?|(?:报名|登记|申请|申报|审批|统计|汇总|签到|推荐|调查|情况|信息|考核|评价|记录|鉴定|概况|基本情况)表)(?:（[^（）\n]{0,16}）)?[ ]*$",
    re.MULTILINE,
)


def is_filled(text: str, at: int) -> bool:
    """Whether a figure stands before a blank already (__3__名), or 第, which makes an ordinal of it."""
    return _FILLED.search(text[max(0, at - _NEAR) : at]) is not None


def lead_of(text: str, at: int, floor: int) -> str:
    """The words of the clause before a blank, as far as they matter."""
    return _CLAUSE.split(text[max(floor, at - _FAR) : at])[-1]


def shown_from(text: str, at: int, floor: int) -> int:
    """Where the words begin that show a blank: a few before it in its clause, without the clause's number."""
    lead = lead_of(text, at, floor)
    number = _NUMBER.match(lead)
    return at - min(len(lead) - (number.end() if number else 0), _SHOWN)


def is_bullet(text: str, at: int) -> bool:
    """Whether a mark opens a line, as a list's bullet does."""
    return text[at : at + 1] in _BULLETS and (at == 0 or text[at - 1] in "\n\t ")


def before_forms(passage: Passage) -> int:
    """Where the first form of the paper begins (回执, 登记表): what is open in it waits for those who fill it in. Else the paper's end."""
    form = next(passage.search(_FORM), None)
    return form.start() if form else passage.end
