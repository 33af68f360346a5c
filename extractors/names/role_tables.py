"""Tables that tell something of each party: its role at a row's front under a heading, or as a column's heading.

Reads::

    协议方 | 单位全称 | 结对身份 / 甲方 | 云溪市实验小学 | 支援单位      甲方: 单位全称 云溪市实验小学, 结对身份 支援单位
    项目 | 甲方 | 乙方 / 身份 | 支援学校 | 受援学校                      甲方: 身份 支援学校

Leaves alone::

    甲方（盖章）：云溪市实验小学    乙方（盖章）：石桥镇中心小学         labels with what they label
    项目 | 金额 | 出资单位 / 购置设备 | 8000元 | 甲方                    a role that is told of something else
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.text.passage import Passage, Stretch

_GAP = re.compile(r"[ ]*[\t|][ \t|]*|[ ]{2,}")
_RULE = re.compile(r"[-:：|\s]*")
_NOTE = re.compile(r"[（〔][^（）〔〕]{0,20}[）〕]")
_LONGEST_LINE = 200
_MOST_CELLS = 12


@dataclass(frozen=True, slots=True)
class Told:
    """What a table tells of a party: the heading over it or beside it, and the cell."""

    role: str
    heading: str
    front: Stretch
    """The cell with the role."""
    cell: Stretch


def find_told(passage: Passage, roles: Collection[str]) -> Iterator[Told]:
    """The cells that tell of a party, in reading order. Linear in the text's length."""
    rows: list[list[Stretch]] = []
    for line in passage.lines:
        cells = _cells(passage, line)
        if len(cells) > 1:
            rows.append(cells)
        elif rows and not _RULE.fullmatch(passage.text, line.start, line.end):
            yield from _table(passage, rows, roles)
            rows = []
    yield from _table(passage, rows, roles)


def _table(passage: Passage, rows: Sequence[Sequence[Stretch]], roles: Collection[str]) -> Iterator[Told]:
    heads: Sequence[Stretch] = ()
    columns: list[str | None] = []
    for cells in rows:
        named = [_role(passage, cell, roles) for cell in cells]
        if not any(named):
            if columns and len(columns) == len(cells):
                found = zip(columns[1:], heads[1:], cells[1:], strict=True)
                yield from (Told(role, passage.words(cells[0]), head, cell) for role, head, cell in found if role)
            else:
                heads, columns = cells, []
        elif named[0] and len(heads) == len(cells) and not columns and not any(named[1:]):
            yield from (Told(named[0], passage.words(head), cells[0], cell) for head, cell in zip(heads[1:], cells[1:], strict=True))
        elif not named[0] and len(named) > 1 and all(named[1:]):
            heads, columns = cells, named


def _role(passage: Passage, cell: Stretch, roles: Collection[str]) -> str | None:
    words = _NOTE.sub("", passage.words(cell)).strip(" ：")
    return words if words in roles else None


def _cells(passage: Passage, line: Stretch) -> list[Stretch]:
    """The cells of a row; one where the line is none."""
    words = passage.words(line)
    if len(words) > _LONGEST_LINE:
        return [line]
    first = len(words) - len(words.lstrip(" \t|"))
    last = len(words.rstrip(" \t|"))
    marks = [(first, first), *(gap.span() for gap in _GAP.finditer(words, first, last)), (last, last)]
    pieces = [Stretch(line.start + left[1], line.start + right[0]) for left, right in pairwise(marks)]
    return pieces if len(pieces) <= _MOST_CELLS else [line]
