"""Tables whose columns are the parties: what stands below a party's name is what that party has to do.

Reads::

    | 事项 | 甲方 | 乙方 |
    | 送教 | 每学期送教4次 | 组织教师听课 |          甲方: 每学期送教4次, 乙方: 组织教师听课

Leaves alone::

    | 单位名称 | 青禾市第二小学 | 松岗镇中心小学 |      who the parties are
    | 代表签字 | 文岚 | 季春 |                         who signs
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extractors.text.passage import Stretch

_CELL = re.compile(r"[^|\t]{1,400}")
_ABOUT = re.compile(
    r"单位|名称|全称|代表|负责人|[校园局院]长|书记|法人|联系|电话|地址|邮编|账|开户|日期|时间|盖章|签[字名章订]|公章|职务|姓名|性质|规模|人数|现状|情况|概况|代码|所在|地区|学段"
)
"""A row's first cell where the row says who the parties are."""
_LEAST = 2


@dataclass(slots=True)
class Columns:
    """The parties of a table's columns, as its rows are read one after the other."""

    parties: dict[int, frozenset[int]] = field(default_factory=dict)

    def read(self, text: str, line: Stretch, named: Callable[[Stretch], frozenset[int]]) -> Iterator[tuple[frozenset[int], Stretch]]:
        """What a row says of each column's party; a row of two or more party names heads the columns, any other line ends the table."""
        cells = list(_cells(text, line)) if text[line.start] == "|" or "\t" in text[line.start : line.end] else []
        heads = {at: parties for at, cell in enumerate(cells) if (parties := named(cell))}
        if len(heads) >= _LEAST:
            self.parties = heads
        elif not cells:
            self.parties = {}
        elif self.parties and (0 in self.parties or not _ABOUT.search(text, cells[0].start, cells[0].end)):
            yield from ((self.parties[at], cell) for at, cell in enumerate(cells) if at in self.parties)


def label_of(text: str, line: Stretch) -> Stretch | None:
    """The first cell of a row of two: 甲方责任 of 甲方责任 | 指导教研."""
    cells = list(_cells(text, line)) if text[line.start] == "|" or "\t" in text[line.start : line.end] else []
    return cells[0] if len(cells) == _LEAST else None


def _cells(text: str, line: Stretch) -> Iterator[Stretch]:
    """The cells of a row, without the blanks around them."""
    for match in _CELL.finditer(text, line.start, line.end):
        words = match.group()
        left = len(words) - len(words.lstrip())
        yield Stretch(match.start() + left, match.start() + max(left, len(words.rstrip())))
