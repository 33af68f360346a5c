"""Tables without upright rules: columns that only stand apart, under a line of headings.

Reads::

    活动内容      次数        责任单位          three headings and more, two of them words that head columns,
    送教到校      4次         甲方              and at least two rows whose cells stand below them
    由骨干教师    2次         乙方
    开展讲座                                    a cell that wraps

Leaves alone::

    甲方（盖章）：    乙方（盖章）：    丙方    signature blocks, lists of names, tables of contents
    活动      次数                              two columns: their lines are read as they stand
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from extractors.readers.pdf_lines import Line
from extractors.readers.pdf_tables import CellText, Grid

_APART = 0.7
"""Ems of a gap that may part two columns."""
_PARTED = 1.5
"""Ems of a gap that does part them."""
_HEADINGS = re.compile(
    r"序号|编号|活动|内容|项目|次数|频次|时间|日期|月份|责任|负责|承办|牵头|单位|部门|学校|地点|对象|人数|名额|数量|节数|金额|经费|资金|用途|期次|年度|学期|备注|说明|姓名|职务|学科|名称|事项|形式|措施|任务|要求|单价|标准|方式|合计|物资|类别"
)
_NO_HEADING = re.compile(r"[：:。；;]|盖章|公章|签[字名章]|（章）|\.{3}|…|^[0-9]")
_LONGEST_HEADING = 14
_LEAST_COLUMNS = 3
_LEAST_KNOWN = 2
_LEAST_ROWS = 2
_FARTHEST = 4.0
"""Ems between two lines of one table."""
_CLOSE = 1.1
"""Ems between the lines of two neighbouring cells whose text is set at half-line steps."""
_WIDER = 1.15
_MOST_GAPS = 60
_TWO = 2


@dataclass(frozen=True, slots=True)
class OpenTable:
    """The lines ``first`` to ``last`` (both included) of a page are a table."""

    first: int
    last: int
    grid: Grid


@dataclass(slots=True)
class _Columns:
    """The columns' extents so far: the left and right edges of what stands in them."""

    edges: list[list[float]]

    def place(self, pieces: Sequence[Line]) -> list[tuple[int, Line]] | None:
        """The column of every piece; None where one reaches over two columns, stands beside them all, or far from another of its own."""
        out: list[tuple[int, Line]] = []
        for piece in pieces:
            over = [at for at, (x0, x1) in enumerate(self.edges) if piece.x0 < x1 and x0 < piece.x1]
            if len(over) > 1:
                return None
            at = over[0] if over else self._between(piece)
            if at is None or (out and out[-1][0] == at and piece.x0 - out[-1][1].x1 >= _PARTED * piece.em):
                return None
            out.append((at, piece))
        return out

    def _between(self, piece: Line) -> int | None:
        """The column to which a piece in a gutter belongs: the one that begins at or after it, near enough."""
        at = bisect_right(self.edges, piece.x0, key=lambda edge: edge[0]) - 1
        near = [one for one in (at, at + 1) if 0 <= one < len(self.edges)]
        best = min(near, key=lambda one: min(abs(self.edges[one][0] - piece.x0), abs(self.edges[one][1] - piece.x1)))
        gap = max(self.edges[best][0] - piece.x1, piece.x0 - self.edges[best][1])
        return best if gap <= _TWO * piece.em else None

    def widen(self, placed: Sequence[tuple[int, Line]]) -> None:
        for at, piece in placed:
            edge = self.edges[at]
            edge[0], edge[1] = min(edge[0], piece.x0), max(edge[1], piece.x1)


def find_open_tables(lines: Sequence[Line]) -> Iterator[OpenTable]:
    """The tables among the lines of a page's only column, from top to bottom."""
    at = 0
    while at < len(lines):
        may_be_head = lines[at].gaps and not _NO_HEADING.search(lines[at].text)
        pieces = _pieces(lines[at]) if may_be_head else []
        found = _read(lines, at, pieces) if _is_head(pieces) else None
        if found is None:
            at += 1
            continue
        yield found
        at = found.last + 1


def _is_head(pieces: Sequence[Line]) -> bool:
    if len(pieces) < _LEAST_COLUMNS or any(len(one.text) > _LONGEST_HEADING or _NO_HEADING.search(one.text) for one in pieces):
        return False
    return sum(_HEADINGS.search(one.text.replace(" ", "")) is not None for one in pieces) >= _LEAST_KNOWN


def _read(lines: Sequence[Line], head: int, pieces: Sequence[Line]) -> OpenTable | None:
    columns = _Columns([[piece.x0, piece.x1] for piece in pieces])
    placed: dict[int, list[tuple[int, Line]]] = {head: list(enumerate(pieces))}
    last = head
    for at in range(head + 1, len(lines)):
        if lines[at].baseline - lines[last].baseline > _FARTHEST * lines[at].em:
            break
        here = columns.place(_pieces(lines[at]))
        if here is not None:
            columns.widen(here)
        elif _parts_rows(lines, at, columns):
            here = [(0, lines[at])]
        else:
            break
        placed[at] = here
        last = at
    first = head
    while first > 0 and lines[first].baseline - lines[first - 1].baseline <= _CLOSE * lines[first].em:
        above = columns.place(_pieces(lines[first - 1]))
        if above is None:
            break
        first -= 1
        placed[first] = above
    rows = _rows(lines, placed, head)
    while rows and _ends_table(placed, rows[-1]):
        rows.pop()
    if len(rows) <= _LEAST_ROWS:
        return None
    return OpenTable(first, rows[-1][-1], _grid(lines, placed, rows, columns))


def _parts_rows(lines: Sequence[Line], at: int, columns: _Columns) -> bool:
    """Whether a line is a heading inside the table, over several columns: a short one at its left side, with rows below."""
    line = lines[at]
    if len(line.text) > _LONGEST_HEADING or abs(line.x0 - columns.edges[0][0]) > line.em or at + 1 == len(lines):
        return False
    below = _pieces(lines[at + 1])
    return len(below) > 1 and columns.place(below) is not None


def _ends_table(placed: dict[int, list[tuple[int, Line]]], row: Sequence[int]) -> bool:
    """Whether a last row is only a line of the text below: it has nothing but its first column."""
    return all(column == 0 for at in row for column, _ in placed[at])


def _rows(lines: Sequence[Line], placed: dict[int, list[tuple[int, Line]]], head: int) -> list[list[int]]:
    """The lines of every row: parted by wider gaps where there are some, else a row begins with its first column, or with most of them."""
    order = sorted(placed)
    leading = _leading(lines, placed, order)
    gaps = [lines[two].baseline - lines[one].baseline for one, two in pairwise(order)]
    if all(len(placed[at]) > 1 for at in order):
        return [[at] for at in order]
    if leading is not None and any(gap > _WIDER * leading for gap in gaps):
        rows = [[order[0]]]
        for gap, at in zip(gaps, order[1:], strict=True):
            if gap > _WIDER * leading:
                rows.append([at])
            else:
                rows[-1].append(at)
        many = len(placed[head])
        if all(len(row) == 1 or (_filled(placed, row) > 1 and sum(2 * len(placed[at]) > many for at in row) <= 1) for row in rows):
            return rows
    rows = [[at for at in order if at <= head]]
    for at in order[len(rows[0]) :]:
        if any(column == 0 for column, _ in placed[at]) or 2 * len(placed[at]) > len(placed[head]):
            rows.append([at])
        else:
            rows[-1].append(at)
    return rows


def _leading(lines: Sequence[Line], placed: dict[int, list[tuple[int, Line]]], order: Sequence[int]) -> float | None:
    """The least distance in points between two lines of one column: that of a cell that wraps."""
    last: dict[int, float] = {}
    found: list[float] = []
    for at in order:
        for column in {column for column, _ in placed[at]}:
            if column in last:
                found.append(lines[at].baseline - last[column])
            last[column] = lines[at].baseline
    return min(found, default=None)


def _filled(placed: dict[int, list[tuple[int, Line]]], row: Sequence[int]) -> int:
    return len({column for at in row for column, _ in placed[at]})


def _grid(lines: Sequence[Line], placed: dict[int, list[tuple[int, Line]]], rows: Sequence[Sequence[int]], columns: _Columns) -> Grid:
    columns = _Columns([[x1, x0] for x0, x1 in columns.edges])
    for row in rows:
        for at in row:
            columns.widen([] if _is_spread(placed[at]) else placed[at])
    edges = columns.edges
    out: list[tuple[CellText, ...]] = []
    for number, row in enumerate(rows):
        cells = []
        for column, (x0, x1) in enumerate(edges):
            own = tuple(line for at in row if (line := _of_column(lines[at], placed[at], column)) is not None)
            cells.append(CellText(number, column, x0, x1, own))
        out.append(tuple(cells))
    inside = [lines[at] for row in rows for at in row]
    return Grid(min(line.top for line in inside), max(line.bottom for line in inside), edges[0][0], edges[-1][1], tuple(out))


def _is_spread(placed: Sequence[tuple[int, Line]]) -> bool:
    """Whether a line is one piece, which may be a heading over several columns."""
    return len(placed) == 1 and placed[0][0] == 0


def _of_column(line: Line, placed: Sequence[tuple[int, Line]], column: int) -> Line | None:
    """What a line has in a column, its pieces there as one."""
    own = [piece for at, piece in placed if at == column]
    if not own:
        return None
    starts = _starts(line)
    first = next(at for at, x in enumerate(starts) if x >= own[0].x0 - _CLOSE)
    last = next((at for at, x in enumerate(starts) if x >= own[-1].x1 - _CLOSE), len(line.text))
    return _slice(line, first, last, starts)


def _pieces(line: Line) -> list[Line]:
    """A line cut at its wide gaps; whole where it has more of them than any table."""
    starts = _starts(line)
    apart = [gap.span() for gap in re.finditer(r"\s+", line.text) if starts[gap.end()] - starts[gap.start()] >= _APART * line.em]
    if len(apart) > _MOST_GAPS:
        return [line]
    edges = [0, *(side for gap in apart for side in gap), len(line.text)]
    return [_slice(line, edges[at], edges[at + 1], starts) for at in range(0, len(edges), 2)]


def _starts(line: Line) -> list[float]:
    """The left edge of every character, and the right edge of the last."""
    return list(accumulate(line.widths, initial=line.x0))


def _slice(line: Line, start: int, end: int, starts: Sequence[float]) -> Line:
    left, right = starts[start], starts[end]
    return replace(
        line,
        text=line.text[start:end],
        boxes=line.boxes[start:end],
        widths=line.widths[start:end],
        x0=left,
        x1=right,
        solid_x1=right,
        gaps=(),
    )
