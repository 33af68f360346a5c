"""What a table's row and headings say of one of its figures: the figure itself, its unit, how often, and what is counted.

Reads::

    活动 | 次数（次/学期） / 送教 | 4              4 次, per 学期, 送教
    物资 | 单位 | 数量 / 电脑 | 台 | 20             20 台, 电脑
    项目 | 2024年 | 2025年 / 送教（次） | 4 | 6     4 次 and 6 次, 送教
    期次 | 金额（万元） / 第一期 | 5                50000

Leaves alone::

    序号 | 联系电话 | 年份                          figures under headings of something else
    timetables, rolls, score sheets, what a school has already
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.text.bounds import ABOUT, DOWN, LEAST, LESS, MORE, MOST, ROUND, UP
from extractors.text.counts import Count, find_counts
from extractors.text.measure_words import PEOPLE_UNITS
from extractors.text.money import Sum, find_sums
from extractors.text.nouns import Words, noun_before, person_before
from extractors.text.numerals import NUMBER
from extractors.text.passage import Passage, Stretch
from extractors.text.rates import find_rates, governing
from extractors.text.table_heads import HeadedTable, states_money
from extractors.text.table_labels import Label, is_measure
from extractors.text.tables import GridCell
from schemas.values import Rate

_FIGURE = re.compile(
    r"(?:每(?:个)?(?:学期|学年|年|月|周|季度|校|班|人)|全年)?"
    rf"(?P<front>(?:(?:{LEAST}|{MOST}|{MORE}|{LESS})[ ]?)?(?:{ABOUT})?(?:{NUMBER})(?:[ ]?(?:-{{1,2}}|至|到)[ ]?(?:{NUMBER}))?[多余]?)"
    rf"(?P<back>(?:{UP}|{DOWN}|{ROUND})?)(?:/(?:学期|学年|年|月|周|季度|校|班|人))?"
)
_LEAD = re.compile(r"(?:每(?:个)?(?:学期|学年|年|月|周|人|生|校|名)|人民币|共计?|合计|[ ])*")
_TAIL = re.compile(r"(?:/[一-龥]{1,2}(?:[·、][一-龥]{1,2})?)?[ ]*")
_LONG_NUMBER = re.compile("[0-9]{7}")
_CLAUSE = re.compile(r"[，。；：（\n]")
_NUMBERING = re.compile(r"(?:（?[0-9一二三四五六七八九十]{1,3}[）、.．]|[①-⑳])?[ ]*")
_ROW_NUMBER = re.compile(r"（?(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?![0-9一-龥])")
_NO_WHAT = re.compile(r"学校|单位|[校园方人长]$|部门|地点|场所|地址|备注|说明|姓名|时间|日期|联系|电话|年级|班级|学科")
_GENERAL = re.compile(
    r"(?:[一-龥]{0,4})(?:要求|标准|目标|备注|说明|安排|任务|工作量|指标|计划|完成|情况|内容|措施|数值|值|效果|成果|成效|合计|总计|小计)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A cell below a table's head."""

    table: HeadedTable
    cell: GridCell

    @property
    def words(self) -> str:
        """What it says."""
        return self.table.words(self.cell)

    @property
    def label(self) -> Label:
        """What the headings over it say."""
        return self.table.read[self.cell.column]

    @property
    def is_silent(self) -> bool:
        """Whether its figures promise nothing: a list's number, what is there already, a timetable."""
        if self.table.is_foreign or self.label.kind in ("number", "stock"):
            return True
        if self.table.lists_people and self.table.is_total(self.cell.row):
            return True
        beside = self.table.row_label(self.cell.row)
        return beside is not None and beside[0] != self.cell and beside[1].kind == "stock"


def place_at(passage: Passage, offset: int) -> Place | None:
    """The cell below a head in which an offset stands; the inner one of a table in a table."""
    at = bisect_right(passage.tables, offset, key=lambda table: table.grid.start)
    for table in reversed(passage.tables[max(0, at - 2) : at]):
        cell = table.grid.cell_around(offset)
        if cell is not None:
            return Place(table, cell) if cell.row >= table.first else None
    return None


def is_counted(passage: Passage, offset: int) -> bool:
    """Whether an offset stands in a table's cell under a heading of counts: every row there counts something of its own."""
    place = place_at(passage, offset) if passage.tables else None
    return place is not None and place.label.kind == "count"


def clause_of(passage: Passage, offset: int) -> str | None:
    """The path of clause numbers to an offset; in a table with numbered rows that of the table and the row's number."""
    place = place_at(passage, offset) if passage.tables else None
    columns = place.table.columns("number") if place else []
    if place is None or not columns:
        return passage.clauses.path(offset)
    around, row = passage.clauses.path(place.table.grid.start), place.table.grid.at(place.cell.row, columns[0])
    number = _ROW_NUMBER.match(place.table.words(row)) if row is not None else None
    return (around or "") + number["number"] if number else around


def pieces(passage: Passage) -> Iterator[Stretch]:
    """The sentences of a document, those in tables cut at their cells, without the cells whose figures promise nothing."""
    for sentence in passage.sentences:
        at = sentence.start
        while at < sentence.end:
            place = place_at(passage, at) if passage.tables else None
            end = _next_cell(passage, at, sentence.end) if place is None else min(place.cell.end, sentence.end)
            if place is None or not place.is_silent:
                yield sentence if (at, end) == (sentence.start, sentence.end) else Stretch(at, end)
            at = end
            while at < sentence.end and passage.text[at] in " \t|" and place is not None:
                at += 1


def _next_cell(passage: Passage, at: int, end: int) -> int:
    """Where the first cell below a head behind an offset begins, in a sentence that ends at ``end``."""
    if not passage.tables:
        return end
    index = bisect_right(passage.tables, end, key=lambda table: table.grid.start)
    behind = ((table, table.grid.cell_behind(at)) for table in passage.tables[max(0, index - 2) : index])
    starts = (cell.start for table, cell in behind if cell is not None and cell.start < end and cell.row >= table.first)
    return min(starts, default=end)


def find_table_counts(passage: Passage) -> Iterator[tuple[Count, Place]]:
    """The bare figures under headings of counts, in reading order table by table."""
    for place in _places(passage):
        label = _counting(place, "count")
        if label is None:
            continue
        unit = label.unit or _unit_beside(place) or (place.table.unit if not states_money(place.table.unit) else None)
        count = _count(place.words, unit.partition("/")[0] if unit else "", place.cell.start)
        if count is not None:
            yield count, place


def find_table_sums(passage: Passage) -> Iterator[tuple[Sum, Place]]:
    """The sums that fill cells: bare figures under headings of money, and sums with their unit; in reading order table by table."""
    for place in _places(passage):
        if place.is_silent:
            continue
        words, label = place.words, _counting(place, "sum")
        unit = label and (label.unit or (place.table.unit if states_money(place.table.unit) else None))
        found = _sum(words, unit.partition("/")[0], place.cell.start) if unit else None
        found = found or _whole_sum(passage, place.cell)
        if found is not None:
            yield found, place


def _whole_sum(passage: Passage, cell: GridCell) -> Sum | None:
    """A sum with its own unit that is all its cell says, but for a rate (每年3万元)."""
    sums = list(find_sums(passage.text, cell.start, cell.end))
    return sums[0] if len(sums) == 1 and fills(passage.text, cell, sums[0]) else None


def fills(text: str, cell: GridCell, found: Sum) -> bool:
    """Whether a sum is all that a cell says, but for a rate."""
    return _LEAD.fullmatch(text, cell.start, found.start) is not None and _TAIL.fullmatch(text, found.end, cell.end) is not None


def _places(passage: Passage) -> Iterator[Place]:
    for table in passage.tables:
        if not table.is_foreign:
            yield from (Place(table, cell) for cell in table.grid.cells if cell.row >= table.first)


def _counting(place: Place, kind: str) -> Label | None:
    """The label that makes a bare figure a count or a sum: its column's, or its row's where the column is a time or a party."""
    label = place.label
    if label.kind == kind:
        return label
    if label.kind not in ("period", "other"):
        return None
    beside = place.table.row_label(place.cell.row)
    if beside is None or beside[0].column >= place.cell.column or place.table.labels[place.cell.column] == ():
        return None
    if beside[1].kind == kind:
        return beside[1]
    money = kind == "sum" and label.kind == "period" and states_money(place.table.unit)
    return Label("sum", None, label.per) if money else None


def _unit_beside(place: Place) -> str | None:
    """台 in the row's column of units."""
    table = place.table
    for column in table.columns("measure"):
        cell = table.grid.at(place.cell.row, column)
        if cell is not None and is_measure(table.words(cell)):
            return table.words(cell)
    return None


def _count(words: str, unit: str, offset: int) -> Count | None:
    """A cell's figure read with the measure word that its heading gives."""
    match = _FIGURE.fullmatch(words)
    if match is None or _LONG_NUMBER.search(words):
        return None
    found = list(find_counts(f"{match['front']}{unit or '个'}{match['back']}", 0, 1_000))
    if len(found) != 1 or found[0].start != 0:
        return None
    start, end = offset + match.start("front"), offset + match.end("back")
    return replace(found[0], start=start, end=end, number=start + found[0].number, noun=end, unit=found[0].unit if unit else "")


def _sum(words: str, unit: str, offset: int) -> Sum | None:
    bare = words.removeprefix("￥")
    match = _FIGURE.fullmatch(bare)
    if match is None:
        return None
    found = list(find_sums(f"{match['front']}{unit}{match['back']}", 0, 1_000))
    if len(found) != 1:
        return None
    offset += len(words) - len(bare)
    return replace(found[0], start=offset + match.start("front"), end=offset + match.end("back"), number=offset + match.start("front"))


def own_rate(passage: Passage, place: Place, *, report: bool) -> Rate | None:
    """How often by a cell that is a figure and its rate (每学期4, 4/学期), else by its headings and its row."""
    text, cell = passage.text, place.cell
    slash = text.find("/", cell.start, cell.end)
    rates = tuple(find_rates(text, cell.start, cell.end, report=report))
    return governing(rates, text, cell.end, slash if slash >= 0 else cell.end) or rate_of(passage, place, report=report)


def rate_of(passage: Passage, place: Place, *, report: bool) -> Rate | None:
    """How often by the headings of a cell, else by the row's own words of time (每学期, 每年3月)."""
    label, text, cell = place.label, passage.text, place.cell
    if label.per is not None:
        return label.per
    table, row = place.table, place.cell.row
    beside = table.row_label(row)
    if label.kind in ("period", "other") and beside is not None and beside[1].per is not None and beside[0] != place.cell:
        return beside[1].per
    timing = set(table.columns("rate", "time", "what"))
    for other in table.grid.row(row):
        rates = tuple(find_rates(text, other.start, other.end, report=report)) if other != cell else ()
        # under any heading a cell that is only a rate says how often
        if rates and (other.column in timing or (rates[0].start, rates[-1].end) == (other.start, other.end)):
            return governing(rates, text, other.end, other.end)
    unit = table.unit
    return governing((), unit, 0, unit.index("/")) if unit and "/" in unit else None


def noun_of(passage: Passage, place: Place, unit: str, words: Words) -> tuple[int, int] | None:
    """What a figure counts: by its heading (选派教师人数), by the row's activity or thing, by its row's label."""
    text = passage.text
    total = place.table.is_total(place.cell.row)
    for first, last in _naming(passage, place, total=total):
        numbering = _NUMBERING.match(text, first, last)
        start = numbering.end() if numbering else first
        stop = _CLAUSE.search(text, start + 1, last)
        end = stop.start() if stop else last
        person = person_before(text, start, end, words) if unit in PEOPLE_UNITS else None
        noun = person or noun_before(text, start, end, words)
        if noun is not None:
            return noun
    return None


def _naming(passage: Passage, place: Place, *, total: bool) -> Iterator[tuple[int, int]]:
    """The places that may name what a figure counts, the best first."""
    table, cell = place.table, place.cell
    beside = table.row_label(cell.row)
    if place.label.kind != "count" and beside is not None and beside[1].kind == "count":
        yield from _row_names(table, cell)
    if place.label.noun is not None:
        yield place.label.noun
    if total:
        return
    for column in sorted(table.columns("what"), key=lambda one: (one > cell.column, abs(one - cell.column))):
        named = table.grid.at(cell.row, column)
        if named is not None and named != cell:
            yield named.start, named.end
    for head in table.labels[cell.column]:
        words = passage.words(Stretch(head.start, head.end))
        if place.label.kind == "other" and not _GENERAL.fullmatch(words) and not _NO_WHAT.search(words):
            yield head.start, head.end
    yield from _row_names(table, cell)


def _row_names(table: HeadedTable, cell: GridCell) -> Iterator[tuple[int, int]]:
    beside = table.row_label(cell.row)
    if beside is None or beside[0] == cell:
        return
    head, label = beside
    if label.noun is not None:
        yield label.noun
        return
    heads = table.labels[head.column]
    above = table.read[head.column]
    if above.kind in ("other", "purpose") and not any(_NO_WHAT.search(table.words(one)) for one in heads):
        yield head.start, head.end
