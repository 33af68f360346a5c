"""Find sums that a table adds up: the column above its total row, or the cells before a total column.

Reads::

    项目 | 金额（元） / 图书 | 30000 / 培训 | 20000 / 合计 | 60000          a column and its total
    项目 | 单价（元） | 数量 | 金额（元） / 电脑 | 4000 | 10 | 50000        a product in a row
    项目 | 2024年 | 2025年 | 合计（万元） / 培训 | 3 | 4 | 8                 a row and its total

Leaves alone::

    a column with a cell that is no number; a table with 小计; columns that hold no money
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.numerals import read_number
from extractors.text.passage import Passage, Stretch

_CELL_END = re.compile(r"[ ]*[\t|][ ]*|[ ]{2,}")
_BAR_END = re.compile(r"[ ]*[\t|][ ]*")
_CELL_MARK = re.compile(r"[\t|]|  ")
_TOTAL = re.compile(r"(?:合[ ]*计|总[ ]*计|共[ ]*计|总额|总金额|经费合计|金额合计)(?:（[^）]{0,8}）)?[：]?")
_SUBTOTAL = re.compile("小[ ]*计|其中")
_MONEY = re.compile(r"金额|经费|资金|预算|费用|补助|投入|捐赠额|出资|拨款|[（/](?:人民币)?[万百千]?元）?|款$|^合计|^小计|总价|支出")
_NO_MONEY = re.compile("单价|标准|每|累计|占比|比例|来源|用途|说明|备注|名称|项目$|单位|时间|账")
_PRICE, _NUMBER, _AMOUNT = (
    re.compile("单价|每[^，]{1,3}标准|标准"),
    re.compile("数量|人数|名额|台数|套数|次数|册数"),
    re.compile("金额|小计|合计|总价|经费"),
)
_YEAR = re.compile("20[0-9]{2}(?:学?年度?)?|第[一二三四五]年|第[一二三四]期|[一二三]期|首期|尾款")
_CELL = re.compile(
    r"(?:人民币|￥)?[ ]?(?P<number>[0-9]{1,3}(?:，[0-9]{3})+(?:\.[0-9]{1,4})?|[0-9]{1,12}(?:\.[0-9]{1,4})?)[ ]?(?P<scale>[万千百]?)(?P<unit>元|圆)?整?"
)
_JOINED = re.compile(r"(?P<name>[^0-9，。；：]{1,16}[^0-9，。；： 第￥])[ ]?(?P<sum>(?:人民币|￥)?[0-9][0-9，.]{0,14}[万千]?元整?)")
_EMPTY = re.compile("[-/—无 ]*")
_RULE_LINE = re.compile(r"[\s|:：+=-]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table; ``value`` in the column's unit."""

    start: int
    end: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class TableSum:
    """Cells, what they come to, and the cell that states it."""

    cells: tuple[Cell, ...]
    made: Decimal
    stated: Cell


def find_wrong_tables(passage: Passage) -> Iterator[TableSum]:
    """The totals of a document's tables that their cells do not make."""
    if not _CELL_MARK.search(passage.text, passage.start, passage.end):
        return
    for head, rows in _tables(passage):
        names = [passage.words(cell) for cell in head]
        yield from _columns(passage, names, rows)
        for row in rows:
            if len(row) == len(names):
                yield from _row(passage, names, row)


def _tables(passage: Passage) -> Iterator[tuple[list[Stretch], list[list[Stretch]]]]:
    """The heading's cells and the rows below it."""
    head: list[Stretch] = []
    rows: list[list[Stretch]] = []
    for line in (*passage.lines, None):
        cells = _cells(passage.text, line) if line is not None else []
        if line is not None and passage.text[line.start] in "|:+=-" and _RULE_LINE.fullmatch(passage.words(line)):
            continue
        if len(cells) > 1:
            if head:
                rows.append(_parted(passage, cells, len(head)))
            else:
                head = cells
            continue
        if head and len(rows) > 1:
            yield head, rows
        head, rows = [], []


def _cells(text: str, line: Stretch) -> list[Stretch]:
    if not _CELL_MARK.search(text, line.start, line.end):
        return [line]
    # where bars part the cells, 合  计 is one
    ends_cell = _BAR_END if _BAR_END.search(text, line.start, line.end) else _CELL_END
    marks = list(ends_cell.finditer(text, line.start, line.end))
    starts = [line.start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), line.end]
    cells = [Stretch(start, end) for start, end in zip(starts, ends, strict=True)]
    return [cell for at, cell in enumerate(cells) if cell.end > cell.start or 0 < at < len(cells) - 1]


def _parted(passage: Passage, cells: list[Stretch], wanted: int) -> list[Stretch]:
    """A row with one cell less than the heading: 图书10000元 are two, whose space was lost between a word and a figure."""
    if len(cells) != wanted - 1:
        return cells
    joined = [(at, match) for at, cell in enumerate(cells) if (match := _JOINED.fullmatch(passage.text, cell.start, cell.end))]
    if len(joined) != 1:
        return cells
    at, match = joined[0]
    return [*cells[:at], Stretch(*match.span("name")), Stretch(*match.span("sum")), *cells[at + 1 :]]


def _columns(passage: Passage, names: Sequence[str], rows: Sequence[Sequence[Stretch]]) -> Iterator[TableSum]:
    last = rows[-1]
    label = next((cell for cell in last[:2] if _TOTAL.fullmatch(passage.words(cell))), None)
    above = rows[:-1]
    if label is None or len(above) < 2 or any(_SUBTOTAL.search(passage.words(cell)) for row in above for cell in row[:2]):
        return
    money = [at for at, name in enumerate(names) if _MONEY.search(name) and not _NO_MONEY.search(name)]
    for at in money:
        cells = [_number(passage, row[at]) if len(row) == len(names) else None for row in above]
        stated = last[at] if len(last) == len(names) else last[-1] if len(money) == 1 and len(last) == 2 else None
        total = _number(passage, stated) if stated is not None else None
        known = [cell for cell in cells if cell is not None]
        if total is None or len(known) != len(cells) or len(known) < 2:
            continue
        made = sum((cell.value for cell in known), Decimal(0))
        if made != total.value:
            yield TableSum(tuple(known), made, total)


def _row(passage: Passage, names: Sequence[str], row: Sequence[Stretch]) -> Iterator[TableSum]:
    """单价 × 数量 = 金额, and years before their total."""
    price, number, amount = (_only(names, pattern) for pattern in (_PRICE, _NUMBER, _AMOUNT))
    if price is not None and number is not None and amount is not None and len({price, number, amount}) == 3:
        one, many, stated = (_number(passage, row[at]) for at in (price, number, amount))
        scaled = ("万元" in names[price]) == ("万元" in names[amount])
        priced = one is not None and many is not None and one.value * many.value > 0  # a blank price in the total's row is none
        if one is not None and many is not None and stated is not None and priced and scaled and one.value * many.value != stated.value:
            yield TableSum((one, many), one.value * many.value, stated)
    years = [at for at, name in enumerate(names) if _YEAR.match(name)]
    total = next((at for at, name in enumerate(names) if at not in years and re.match("合计|总计|总额|共计", name)), None)
    if (
        total is None
        or len(years) < 2
        or years != list(range(years[0], years[-1] + 1))
        or not any("元" in name or _MONEY.search(name) for name in names)
    ):
        return
    cells, stated = [_number(passage, row[at]) for at in years], _number(passage, row[total])
    known = [cell for cell in cells if cell is not None]
    if stated is not None and len(known) == len(cells) and sum(cell.value for cell in known) != stated.value:
        yield TableSum(tuple(known), sum((cell.value for cell in known), Decimal(0)), stated)


def _only(names: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    found = [at for at, name in enumerate(names) if pattern.search(name)]
    return found[0] if len(found) == 1 else None


def _number(passage: Passage, place: Stretch) -> Cell | None:
    """The number that fills a cell; an empty one is nothing (0)."""
    words = passage.words(place)
    match = _CELL.fullmatch(words)
    if match is None:
        return Cell(place.start, place.end, Decimal(0)) if _EMPTY.fullmatch(words) else None
    value = read_number(match["number"])
    scale = {"万": 10_000, "千": 1_000, "百": 100}.get(match["scale"], 1)
    return None if value is None else Cell(place.start, place.end, value * scale)
