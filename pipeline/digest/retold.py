"""What one document tells twice: its headline's figures, and a deed that it tells again.

Reads::

    康朗县民族中学获捐50万元 (headline) … 捐赠50万元                        the headline's does not count
    5月8日，甲局向乙校捐赠50万元。… 仪式上，甲局向乙校捐赠50万元。          one sum

Leaves alone::

    甲局向乙校捐赠图书5万元、器材5万元                                        two, in one sentence
    甲局向乙校捐赠5万元。9月，甲局向乙校捐赠5万元。                          another time
    甲局向乙校捐赠5万元。… 甲局还向乙校捐赠5万元。                           more of it
    甲局向乙校捐赠5万元。… 甲局向丙校捐赠5万元。                             other receivers
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import TypeVar

from pipeline.digest.leads import Lead
from pipeline.digest.told import Told, ToldCount, ToldSum

_ANOTHER = re.compile(
    "[0-9０-９一二三四五六七八九十]{1,4}[年月日周届期批]|[又再另还也亦]|同时|此外|其次|第[二三四五]|分别|[次同去今明]年|随后|之后|接着|下午|次日"
)
"""Words for another time, or for more of it."""
_T = TypeVar("_T", bound=Told)


def told_once(figures: Iterable[tuple[_T, Lead | None]]) -> list[_T]:
    """The figures of one document, each with its lead, without those that it tells again."""
    figures = list(figures)
    in_text = {told.key for told, lead in figures if lead is None or not lead.is_headline}
    first: dict[Hashable, tuple[_T, Lead | None]] = {}
    kept = []
    for told, lead in figures:
        if lead is not None and lead.is_headline and told.key in in_text:
            continue
        before = first.setdefault(_deed(told), (told, lead))
        if before[0] is told or not _is_retold(told, lead, *before):
            kept.append(told)
    return kept


def _deed(told: Told) -> Hashable:
    """All by which two figures of a document could be one deed."""
    what = told.what if isinstance(told, ToldCount) else None
    return told.key, told.amount.high, told.is_done, told.giver, told.receiver, what


def _is_retold(told: Told, lead: Lead | None, first: Told, first_lead: Lead | None) -> bool:
    if told.giver is None or told.receiver is None or lead is None or first_lead is None:
        return False
    if lead.sentence == first_lead.sentence or _ANOTHER.search(lead.words):
        return False
    purposes = {one.purpose for one in (told, first) if isinstance(one, ToldSum) and one.purpose}
    return len(purposes) < 2
