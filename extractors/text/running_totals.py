"""Whether a figure adds up what was done over a longer time: it holds what earlier news has told already.

Reads::

    截至目前，累计投入资金|3600万元            adds up
    三年来，东湾市投入|3600万元                 adds up
    2021年以来，先后选派教师|86名               adds up

Leaves alone::

    5月8日，东湾市捐赠|5万元                    one deed
    活动当天累计捐款|5万元                      what one day brought
    支教教师来自东湾市，三年后再来|4名          no time that is looked back on
    累计投入3600万元。仪式上捐赠|5万元          another sentence
"""

from __future__ import annotations

import re

_LONGEST = 120
"""Characters of a sentence that are looked at before the figure."""
_NEAR = 12
_SENTENCE_END = re.compile(r"[。！？\n]")
_SUMS_UP = re.compile(
    "累计|累积|截至|截止(?!日期|时间|期)|以来|至今|迄今|历年|历届"
    "|(?:[0-9一二两三四五六七八九十几数余多]{1,3}|近|这)(?:个)?(?:学年|学期|年|月)(?:多|间)?来(?![自到了年])"
)
_ONE_DAY = re.compile("当天|当日|当场|现场|仪式上|活动中|活动上|本次|此次|这次")


def adds_up(before: str) -> bool:
    """Whether the words before a figure, back to the beginning of its sentence, say that it adds up what was done over a longer time."""
    sentence = _SENTENCE_END.split(before[-_LONGEST:])[-1]
    marks = list(_SUMS_UP.finditer(sentence))
    return bool(marks) and _ONE_DAY.search(sentence, max(0, marks[-1].start() - _NEAR)) is None
