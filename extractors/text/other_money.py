"""Money that nobody gives: fines, wages, prices, incomes, debts, limits.

Reads::

    违约金1万元, 年产值3亿元, 月工资4800元, 每月1800元的收入
    售价35元, 每斤6元, 欠工程款12万元, 限额50万元

Leaves alone::

    工资补贴500元, 学费补助1000元            given for all that
"""

from __future__ import annotations

import re

from extractors.text.passage import Stretch

_BEFORE = re.compile(
    r"存款(?!利息)|(?:贷款|存款)余额|市值|净资产|违约金|罚款|罚金|滞纳金|产值|收入|利润|营业额|学费(?!减|补)|人均(?!每)|GDP|生产总值|生均(?:公用)?经费|注册资本|赔偿|年薪|单价|市场价|投诉|低于[^，。；]{0,4}$|扣(?:减|除|发)|欠"
    r"|工资(?!性?(?:补|津))|[月起底高]薪|能?挣|赚|售价|定价|标价|房价|票价|每(?:斤|公斤|亩|平方米|平米|吨|股)|卖(?:到|出)|收费|收取|负债|债务|借(?![调给助])|贷款(?!贴)"
    r"|押金|保证金|固定资产|总资产|资产总|缺口|限额|限价|招标|采购金额|增收|创收|营收|销售|购销|纳税|税收|节约|节省|技改|(?:手术|医药|医疗|治疗)费(?:用)?(?:需|要|高达)"
    r"|(?:财政|教育)(?:总)?支出(?!专户)|(?:支出|开支|成本)控制在|总(?:支出|开支|成本)$|(?:由)?(?:省里|国家|中央|上级)(?:财政)?(?:投资|下达|立项)"
)
_AFTER = re.compile(r"(?:以[上下])?的?(?:月|年|纯|总|高)*(?:收入|工资|薪水?|房租|产值|销售额|利润|税|债务?|欠款|医药费|手术费)(?!补)")
_ELSEWHERE = re.compile(
    "(?:[和与跟同](?:此次)?(?:帮扶|捐赠|结对|协作|支援)[^，。；]{0,6}(?:没有关系|没关系|无关)|不(?:属于|在)(?:此次)?(?:帮扶|捐赠|协作)[^，。；]{0,6})"
)
_MARKS = "，。；："


def is_other_money(text: str, sentence: Stretch, start: int, end: int) -> bool:
    """Whether the sum from ``start`` to ``end`` is one that nobody gives, by the words of its clause."""
    clause = max(sentence.start, *(text.rfind(mark, sentence.start, start) + 1 for mark in _MARKS))
    if _BEFORE.search(text, clause, start) or _AFTER.match(text, end, sentence.end):
        return True
    return _ELSEWHERE.search(text, end, sentence.end) is not None
