"""Words of a sentence that stand right before the name of its first party, with nothing between the two.

Reads::

    经|云溪市实验小学（以下简称甲方）与…共同协商                      who consulted
    受主管部门委托并经|云溪市教育局（下称甲方）、…协商一致            on whose behalf, and then who
    在县教育局的指导下|云溪市实验小学（甲方）…                        under whose guidance

Leaves alone::

    经开区实验小学（以下简称甲方）, 经纬路小学（甲方）                names that begin with the same character
    由云溪市实验小学提供（以下简称甲方）                               no name stands behind it
"""

from __future__ import annotations

import re

from extractors.names.name_lines import is_name
from extractors.names.signers import is_person

_OCCASION = (
    r"(?:受|应|依|依据|根据|按|按照|依照|遵照|遵循|在|为|经|由|本着|鉴于|基于|通过|响应|落实|贯彻落实|随着|自)[^，。；：（）]{1,40}?"
    r"(?:委托|委派|指派|指定|授权|邀请|邀约|同意|批准|核准|审定|推荐|安排|部署|要求|精神|规定|意见|决定|请求|申请|倡议|号召|原则|需要|需求"
    r"|研究|[导调持织导管动头筹证助领](?=下)|基础上|前提下|之际|以来|之后|后)(?:下)?"
)
_CONSULTED = r"(?:经由|经过|经)"
_OWN_FIRST = re.compile(
    r"经(?:济(?![南宁源阳])|开(?:区|发|[第实中小幼外高初])|贸|纬|纶|典|世|营|管|[一二三四五六七八九十0-9]{1,3}(?:路|街|纬))"
)
"""Words that begin with 经 and may begin a name."""
_JOINT = r"[，、 ]?(?:并|且|而|现|现在|特|兹|拟|决定|同意|共同)?"
_FRONT = re.compile(rf"(?:{_OCCASION}{_JOINT}(?:{_CONSULTED}|由)?|(?:现|兹|特|今|并)?{_CONSULTED})")
_OPENING = frozenset("受应依根按遵在为经由本鉴基通响落贯随自现兹特今并")
_LONGEST = 48
_SHORTEST = 2


def behind_front(text: str, start: int, end: int) -> int:
    """Where the name begins that ends at ``end``: behind such words if a whole name is left then, else at ``start``."""
    if end - start > _LONGEST or text[start] not in _OPENING:
        return start
    whole = is_person(text[start:end])
    stops = (stop for stop in range(end - _SHORTEST, start, -1) if _ends(text, start, stop))
    return next((stop for stop in stops if is_name(text[stop:end]) or (is_person(text[stop:end]) and not whole)), start)


def _ends(text: str, start: int, stop: int) -> bool:
    """Whether such words reach from ``start`` to ``stop``."""
    return _FRONT.fullmatch(text, start, stop) is not None and not _OWN_FIRST.match(text, stop - 1)
