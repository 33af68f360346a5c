"""The heads of a table: which of its rows and columns only name the others, and what they say of each field.

Reads::

    活动 | 次数 / 送教 | 4                         the head is the first row
    活动 | 次数 / | 甲方 | 乙方 / 送教 | 4 | 2      two rows: 次数 stands over two columns
    项目 | 2024年 | 2025年 / 送教（次） | 4 | 6     the rows' labels say what is counted
    活动安排表（单位：次） / 活动 | 数量            the table's own heading gives the unit

Leaves alone::

    星期 | 周一 | 周二 …; 姓名 | 学号 …; 考核内容 | 分值 …      timetables, rolls, score sheets promise nothing
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.text.table_labels import Label, is_money_unit, read_label, unit_stated
from extractors.text.tables import Grid, GridCell

_TOTAL = re.compile(r"(?:合\s*计|总\s*计|共\s*计|总\s*额|小\s*计)(?:（[^（）]{0,8}）)?：?")
_FOREIGN = re.compile(
    r"(?P<timetable>(?:星期|周)[一二三四五六日]$|^节次$|^课节$)|(?P<roll>学号|考号|准考证|身份证|性别|出生|年龄|民族|家长|监护人|学籍|家庭)"
    r"|(?P<marks>得分|分值|评分|自评|满分|扣分|权重|总分|平均分|及格率|优秀率|成绩|名次|排名|考评|评价等级)"
    r"|(?P<contents>^页码$|^页次$|^目录$)|(?P<accounts>收入|决算|结余|执行数|预算数|上年|资产|负债|科目编码)"
    r"|(?P<stock>在校生|在园|专任教师|教职工数|班级数|教学班|占地|建筑面积)"
)
_LEAST_OF = {"timetable": 2, "roll": 2, "marks": 1, "contents": 1, "accounts": 2, "stock": 1}
"""How many such headings make a table one of that kind."""
_FIGURE = re.compile(r"[0-9]")
_LONGEST_LABEL = 24
_MOST_HEAD_ROWS = 3


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """A grid with its head: the rows before ``first`` are headings, ``labels[column]`` those of a column, the lowest first.

    ``unit`` is the unit that the table as a whole states; ``is_foreign`` where it is a timetable, a roll, a score sheet or the like.
    """

    grid: Grid
    first: int
    labels: tuple[tuple[GridCell, ...], ...]
    read: tuple[Label, ...]
    unit: str | None
    is_foreign: bool
    sides: tuple[tuple[GridCell, Label] | None, ...] = field(default=(), repr=False, compare=False)
    text: str = field(default="", repr=False, compare=False)

    def is_total(self, row: int) -> bool:
        """Whether a row adds up others (合计, 小计)."""
        return self.total_label(row) is not None

    @property
    def lists_people(self) -> bool:
        """Whether its rows are people, by a column of names: what they add up to is no new count."""
        return any(self.words(head).endswith("姓名") for heads in self.labels for head in heads)

    def total_label(self, row: int) -> GridCell | None:
        """The cell that says 合计; None in a row of its own."""
        return next((cell for cell in self.grid.row(row)[:2] if is_total_label(self.words(cell))), None)

    def words(self, cell: GridCell) -> str:
        """The words of a cell."""
        return self.text[cell.start : cell.end]

    def columns(self, *kinds: str) -> list[int]:
        """The columns whose headings are of a kind, in the order of the kinds."""
        return [column for kind in kinds for column, label in enumerate(self.read) if label.kind == kind]

    def row_label(self, row: int) -> tuple[GridCell, Label] | None:
        """The label of a row where the first written cell names what the others count (送教（次）)."""
        return self.sides[row]


def read_head(text: str, grid: Grid, above: str) -> HeadedTable:
    """The head of a grid; ``above`` are the words of the line before the table."""
    captions, first = _captions(grid)
    head = _head_rows(text, grid, first)
    labels = tuple(_labels(grid, first, head, column) for column in range(grid.columns))
    own = "".join(text[cell.start : cell.end] for cell in captions)
    unit = unit_stated(own) or unit_stated(above)
    read = tuple(_read(text, cells) for cells in labels)
    sides = tuple(_side(text, grid, row) for row in range(grid.rows))
    return HeadedTable(grid, head, labels, read, unit, _is_foreign(text, grid, labels), sides, text)


def _side(text: str, grid: Grid, row: int) -> tuple[GridCell, Label] | None:
    """The label of a row: its first written cell that is no figure."""
    cell = next((one for one in grid.row(row)[:2] if not _FIGURE.match(text, one.start)), None)
    return (cell, read_label(text, cell.start, cell.end)) if cell is not None else None


def _captions(grid: Grid) -> tuple[list[GridCell], int]:
    """The cells that stand alone over the whole table, and the first row below them."""
    found: list[GridCell] = []
    row = 0
    while row < min(_MOST_HEAD_ROWS, grid.rows - 1) and len(cells := grid.row(row)) <= 1:
        found += cells
        row += 1
    return found, row


def _head_rows(text: str, grid: Grid, first: int) -> int:
    """The row behind the head: a heading over several columns or rows takes the rows that it parts along."""
    cells = [cell for cell in grid.row(first) if cell.row == first]
    if not cells or any(cell.end - cell.start > _LONGEST_LABEL for cell in cells):
        return first
    last = max(cell.row + cell.row_span for cell in cells)
    if any(1 < cell.column_span < grid.columns for cell in cells):
        last = max(last, first + 2)
    last = min(last, first + _MOST_HEAD_ROWS, grid.rows - 1)
    below = [cell for row in range(first + 1, last) for cell in grid.row(row)]
    if any(re.fullmatch(r"[0-9.]+", text[cell.start : cell.end]) or cell.end - cell.start > _LONGEST_LABEL for cell in below):
        return first + 1
    return last


def _labels(grid: Grid, first: int, head: int, column: int) -> tuple[GridCell, ...]:
    """The headings over a column, the lowest first."""
    found = {cell: None for row in range(head - 1, first - 1, -1) if (cell := grid.at(row, column)) is not None}
    return tuple(found)


def _read(text: str, cells: Sequence[GridCell]) -> Label:
    """What the headings over a column say: the lowest that says something, with the unit and the rate of any."""
    labels = [read_label(text, cell.start, cell.end) for cell in cells]
    if not labels:
        return Label("other")
    telling = next((label for label in labels if label.kind in ("count", "sum")), None) or next(
        (label for label in labels if label.kind not in ("other", "period")), labels[0]
    )
    rates = [label.per for label in labels if label.per is not None]
    return Label(telling.kind, telling.unit, telling.per or (rates[0] if rates else None), telling.noun, telling.in_kind)


def _is_foreign(text: str, grid: Grid, labels: Sequence[Sequence[GridCell]]) -> bool:
    heads = {cell: None for column in labels for cell in column}
    sides = [cell for row in range(grid.rows) if (cell := grid.at(row, 0)) is not None]
    for cells in (list(heads), sides):
        seen: dict[str, int] = {}
        for cell in cells:
            match = _FOREIGN.search(text, cell.start, cell.end) if cell.end - cell.start <= _LONGEST_LABEL else None
            kind = match.lastgroup if match else None
            if kind is not None:
                seen[kind] = seen.get(kind, 0) + 1
        if any(count >= _LEAST_OF[kind] for kind, count in seen.items() if cells is not sides or kind == "timetable"):
            return True
    return False


def find_headed(text: str, grids: Sequence[Grid], line_above: Sequence[str]) -> tuple[HeadedTable, ...]:
    """Every grid with its head; ``line_above`` are the lines before the grids."""
    return tuple(read_head(text, grid, above) for grid, above in zip(grids, line_above, strict=True))


def is_total_label(words: str) -> bool:
    """Whether a label says that it adds others up."""
    return _TOTAL.fullmatch(words) is not None


def states_money(unit: str | None) -> bool:
    """Whether a table's own unit is money."""
    return unit is not None and is_money_unit(unit)
