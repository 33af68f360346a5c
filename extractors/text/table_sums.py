"""The sums of tables, and which of them are parts of others.

Reads::

    共捐赠10万元… 期次 | 金额（万元） / 一 | 5 / 二 | 5 / 合计 | 10     two parts of the sum above; the last says it again
    项目 | 金额（万元） / 培训 | 3 / 设备 | 7 / 合计 | 10                two sums, and what they come to

Leaves alone::

    单价（元）, 收入（万元）                                             money that nobody gives
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from extractors.text.money import Sum
from extractors.text.passage import Passage, Stretch
from extractors.text.table_heads import HeadedTable, is_total_label
from extractors.text.table_rows import Place, find_table_sums, own_rate
from schemas.values import Money, Rate

_INSTALMENT = re.compile(
    r"第[一二三四五六七八九十0-9]{1,2}(?:期|次|笔|批)|[一二三四五六]期|[一二三四五六]|[0-9]{1,2}|首期|首付|首批|首笔|尾款|余款|末期"
)
_INSTALMENTS = re.compile(r"期次|期数|批次|笔次|分期|拨付[期批]次|支付[期批]次|期别")
_PURPOSE = re.compile(r"(?:主要|全部|专门|专项)?(?:用于|用以|作为)?(?P<use>[^，。；（\n]{2,40})")
_PLAIN = re.compile(
    r"(?:帮扶|支援|援助|协作|专项|工作|扶持|托管|教育|捐赠|支持)*(?:专项)?(?:经费|资金|款项|款|金额)(?:投入|支持|合计|总额)?"
)
_NO_PURPOSE = re.compile(r"[0-9]{4}年|第[一二三四五六七八九十0-9]{1,2}(?:年|期|批|次|笔|学年|学期)|^[一二三四五六七八九十0-9]{1,3}$")


@dataclass(frozen=True, slots=True)
class RowSum:
    """A sum of a table with its place and what its row says of it; ``purpose`` is a place in the normal text."""

    sum: Sum
    place: Place
    per: Rate | None
    purpose: tuple[int, int] | None
    part_of: bool
    is_total: bool
    in_kind: bool


def read_table_sums(passage: Passage, stated: Sequence[tuple[int, Money]], *, report: bool) -> Iterator[RowSum]:
    """The sums of a document's tables; ``stated`` are those of its sentences, by their places."""
    for _, group in groupby(find_table_sums(passage), key=lambda one: one[1].table.grid.start):
        sums = list(group)
        table = sums[0][1].table
        above = [money for at, money in stated if at < table.grid.start]
        yield from _read(passage, table, sums, above, report=report)


def _read(
    passage: Passage, table: HeadedTable, sums: Sequence[tuple[Sum, Place]], above: Sequence[Money], *, report: bool
) -> Iterator[RowSum]:
    totals = [_is_total(table, place) for _, place in sums]
    whole = sum((_low(found.amount) for (found, _), total in zip(sums, totals, strict=True) if not total), Decimal(0))
    divided = sum(not total for total in totals) > 1 and any(_low(money) == whole for money in above)
    priced = _is_priced(table)
    for (found, place), total in zip(sums, totals, strict=True):
        if total and any(_low(money) == _low(found.amount) for money in above):
            continue
        part = not total and (divided or (_is_instalment(table, place) and any(_low(money) > _low(found.amount) for money in above)))
        in_kind = place.label.in_kind or priced
        purpose = None if total or in_kind else _purpose(passage, place)
        yield RowSum(found, place, own_rate(passage, place, report=report), purpose, part, total, in_kind)


def _low(money: Money) -> Decimal:
    return Decimal(money.min or money.max or 0)


def _is_total(table: HeadedTable, place: Place) -> bool:
    return table.is_total(place.cell.row) or any(is_total_label(table.words(head)) for head in table.labels[place.cell.column])


def _is_instalment(table: HeadedTable, place: Place) -> bool:
    """Whether a row is an instalment, by its label or by the heading over that."""
    label = next(iter(table.grid.row(place.cell.row)), None)
    if label is None or not _INSTALMENT.match(table.words(label)):
        return False
    return not table.words(label).isdecimal() or any(_INSTALMENTS.search(table.words(head)) for head in table.labels[label.column])


def _is_priced(table: HeadedTable) -> bool:
    """Whether the table lists goods and what they are worth: 数量 beside 单价, 物资 or 规格."""
    heads = "\n".join(table.words(head) for labels in table.labels for head in labels)
    return "数量" in heads and re.search("单价|物资|物品|品名|规格|型号|设备名称", heads) is not None


def _purpose(passage: Passage, place: Place) -> tuple[int, int] | None:
    """What a sum is for: the row's use, else the item that it stands beside, unless that is only a time or an instalment."""
    table, row = place.table, place.cell.row
    beside = table.row_label(row)
    columns = [table.grid.at(row, column) for column in table.columns("purpose", "what")]
    for cell in (*columns, beside[0] if beside and table.read[beside[0].column].kind in ("other", "what") else None):
        if cell is None or cell == place.cell or _NO_PURPOSE.search(passage.words(Stretch(cell.start, cell.end))):
            continue
        if table.read[cell.column].kind == "other" and not _names_use(table, cell.column):
            continue
        match = _PURPOSE.match(passage.text, cell.start, cell.end)
        if match and not _PLAIN.fullmatch(match["use"]):
            return match.span("use")
    return None


def _names_use(table: HeadedTable, column: int) -> bool:
    """Whether an unknown heading may stand over what money is for, and not over who or where."""
    return not any(
        re.search(r"学校|单位|[校园方人]$|部门|地点|备注|说明|姓名|时间|日期|时限|节点|期|年|条件", table.words(head))
        for head in table.labels[column]
    )
