"""Tell a sum that is the total of what stands before it though no 共计 says so.

Reads::

    每生每年500元，每年25人，全年1.25万元            so much a head, so many heads, and what a year takes
    每年6万元，三年18万元                            so much a year, and what three years take
    每人每年6000元，每年4人，年需经费2.4万元         what is needed

Leaves alone::

    每生每年500元，每年25人，每年培训经费3万元       another purpose
    每年6万元，三年后20万元                          another time
    每年6万元，即每月5000元                          the same sum at another rate
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.text.sum_terms import Term

_TIMES = r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})个?(?:学年|学期|年度|年|月|季度|期|批|次)"
_BARE = re.compile(
    rf"[ ]*(?P<so>即|则|合|折合)?(?:(?P<often>{_TIMES})|全年|全学年|全学期|学年|年度?|学期|每(?:个)?(?:年度?|学年|学期|月))?(?:内|间|下来)?(?:约)?(?P<needs>所?需|须|应)?"
    r"(?:(?P<verb>资助|奖励|补助|发放|支出|投入|拨付|出资|补贴|支付|支持)金?额?)?(?P<noun>资金|经费|补助[金费]?|补贴|奖金|助学金|奖学金|费用|款项|金额)?"
    r"(?:约|为|计|是|达|即|：){0,2}(?:人民币|￥)?[ ]?"
)
_PIECE = re.compile("[，；：（）、。]")
_DEEDS = re.compile("捐|赠|提供|奖励|资助(?![期年对人名])|配备|建设|购|举办|开展|培训|设立|用于|派|另|还")
_KNOWN = 2
"""Characters by which a noun is known again: 奖励金 is of the 奖励 before it."""


def is_bare_total(text: str, bases: Sequence[Term], stated: Term) -> bool:
    """Whether the words right before a sum say nothing but for how long, what is needed, or what was named with the rate."""
    *between, piece = _PIECE.split(text[bases[-1].end : stated.sum.number].removesuffix("人民币"))
    words = _BARE.fullmatch(piece)
    if words is None or not piece.strip() or text[stated.end : stated.end + 1] == "的":
        return False
    if not (words["often"] or bases[0].head):
        return False
    said = text[bases[0].lead : bases[-1].end] + "".join(between[:1])
    if any(deed not in said for one in between[1:] for deed in _DEEDS.findall(one)):
        return False
    return bool(words["needs"]) or all(word is None or word[:_KNOWN] in said for word in (words["verb"], words["noun"]))
