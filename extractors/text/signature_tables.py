"""Signature blocks that are tables: a column or a row for each party.

Reads::

    |  | 甲方 | 乙方 |
    | 单位（盖章） | 青石县第一小学 | 柳树乡中心小学 |
    | 代表签字 | 高远 |  |                              甲方 高远, 乙方 open
    | 日期 | 2024年3月5日 | 2024年3月8日 |

    签约方	代表	日期
    甲方	高远	2024年3月5日

Leaves alone::

    | 甲方 | 乙方 |                                     columns without a head to their rows: each cell has its own label
    | 甲方（盖章） | 代表：高远 | 2024年3月5日 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.text.calendar import find_moments
from extractors.text.passage import Passage, Stretch
from extractors.text.signature_labels import DATE_WORD, NOTE, OFFICE, ROW_HEAD, SIGN, SIGNS, MarkKind, PartyWords
from extractors.text.signature_marks import Mark

_BORDER = re.compile(r"[|\t]")
_RULE = re.compile(r"[-|: \t：]+")
_SIGNATORY = re.compile(rf"(?:{OFFICE}(?:{SIGNS})?|{SIGN}|签[字名]人?|签约人|姓名){NOTE}：?")
_DATE = re.compile(rf"{DATE_WORD}{NOTE}：?|年月日")
_SEAL = re.compile(rf"(?:{ROW_HEAD.pattern}|{SIGNS}|印章|{NOTE})：?")
_PARTY_NOTE = re.compile(rf"{NOTE}：?")
_OPEN = re.compile(r"[_ xX×/-]*|（[ ]*(?:签[字名章]|盖章|公章)[ ]*）")
_TWO = 2
_LONGEST_ROW = 240


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: list[_Cell]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its words without blanks, and from the border before it to the one behind."""

    words: Stretch
    whole: Stretch


def read_tables(passage: Passage, words: PartyWords) -> dict[int, list[Mark] | None]:
    """The marks of every row, by its line, of the tables with a head that say who signs or when; other rows of these have none.

    None for the head of a table of other things: it is no line of parties.
    """
    out: dict[int, list[Mark] | None] = {}
    for table in _tables(passage):
        for at, row in enumerate(table):
            columns, kinds = _columns(passage, row.cells, words), _kinds(passage, row.cells)
            if len(columns) >= _TWO and 0 not in columns:
                read = [(below.line, _of_columns(passage, below, columns)) for below in table[at + 1 :]]
                head = [_mark("party", row.cells[column], row.line, role) for column, role in columns.items()]
            elif kinds and not columns and 0 not in kinds and _is(passage, _SEAL, row.cells[0]):
                read, head = [(below.line, _of_row(passage, below, kinds, words)) for below in table[at + 1 :]], []
            else:
                continue
            if any(mark.kind != "party" for _, marks in read for mark in marks or ()):
                out |= {row.line: head} | {line: marks for line, marks in read if marks is not None}
            elif head and all(marks == [] for _, marks in read):
                out[row.line] = None
            break
    return out


def _tables(passage: Passage) -> Iterator[list[_Row]]:
    """The rows of every stretch of lines with borders, without the rules between them."""
    table: list[_Row] = []
    for at, line in enumerate(passage.lines):
        if _RULE.fullmatch(passage.words(line)):
            continue
        cells = _cells(passage, line)
        if len(cells) >= _TWO:
            table.append(_Row(at, cells))
            continue
        if len(table) >= _TWO:
            yield table
        table = []
    if len(table) >= _TWO:
        yield table


def _cells(passage: Passage, line: Stretch) -> list[_Cell]:
    """The cells of a line between | or tabs; none where it has no border. A tab at the line's front borders an empty first cell."""
    text = passage.text
    if line.end - line.start > _LONGEST_ROW:
        return []
    start = text.rfind("\n", passage.start, line.start) + 1 or passage.start
    start = start if text[start : line.start].strip(" ") else line.start
    borders = [match.start() for match in _BORDER.finditer(text, start, line.end)]
    if not borders:
        return []
    edges = borders if text[borders[0]] == "|" and borders[0] == line.start else [start - 1, *borders]
    edges = edges if edges[-1] == line.end - 1 and text[edges[-1]] == "|" else [*edges, line.end]
    return [_cell(text, left, right) for left, right in pairwise(edges)]


def _cell(text: str, left: int, right: int) -> _Cell:
    body = text[left + 1 : right]
    at = left + 1 + len(body) - len(body.lstrip(" _"))
    bare = body.strip(" _")
    whole = Stretch(max(left, 0), min(right + 1, len(text)))
    return _Cell(Stretch(at, at + len(bare)) if bare else Stretch(left + 1, left + 1), whole)


def _columns(passage: Passage, cells: Sequence[_Cell], words: PartyWords) -> dict[int, str]:
    """The cells that are a party's label and nothing else, with its role."""
    out: dict[int, str] = {}
    for at, cell in enumerate(cells):
        start, end = cell.words.start, cell.words.end
        for word in words.at(passage.text, start) if end > start else ():
            if _PARTY_NOTE.fullmatch(passage.text, start + len(word), end):
                out[at] = words.roles[word]
                break
    return out


def _kinds(passage: Passage, cells: Sequence[_Cell]) -> dict[int, MarkKind]:
    """The cells of a head that say what stands below them."""
    out: dict[int, MarkKind] = {}
    for at, cell in enumerate(cells):
        if _is(passage, _SIGNATORY, cell):
            out[at] = "signatory"
        elif _is(passage, _DATE, cell):
            out[at] = "date"
    return out


def _is(passage: Passage, pattern: re.Pattern[str], cell: _Cell) -> bool:
    return pattern.fullmatch(passage.words(cell.words).replace(" ", "")) is not None


def _of_columns(passage: Passage, row: _Row, columns: Mapping[int, str]) -> list[Mark] | None:
    """The marks of a row whose first cell says what it holds for each party; None where its cells speak for themselves."""
    cells = row.cells
    kind: MarkKind
    if cells[0].words.start == cells[0].words.end:
        return None
    if _is(passage, _SIGNATORY, cells[0]):
        kind = "signatory"
    elif _is(passage, _DATE, cells[0]):
        kind = "date"
    else:
        return []
    found = [_value(passage, cells[at], kind, row.line, role) for at, role in columns.items() if at < len(cells)]
    return [mark for mark in found if mark is not None]


def _of_row(passage: Passage, row: _Row, kinds: Mapping[int, MarkKind], words: PartyWords) -> list[Mark] | None:
    """The marks of a row that begins with a party, None where it does not."""
    role = _columns(passage, row.cells[:1], words).get(0)
    if role is None:
        return None
    marks = [_value(passage, row.cells[at], kind, row.line, role) for at, kind in kinds.items() if at < len(row.cells)]
    return [_mark("party", row.cells[0], row.line, role), *(mark for mark in marks if mark is not None)]


def _value(passage: Passage, cell: _Cell, kind: MarkKind, line: int, role: str) -> Mark | None:
    if kind == "date":
        moment = next(find_moments(passage.text, cell.words.start, cell.words.end), None)
        return Mark("date", cell.words.start, cell.words.end, line, cell.words, role, moment=moment) if moment else None
    if _OPEN.fullmatch(passage.words(cell.words)):
        return Mark(kind, cell.whole.start, cell.whole.end, line, Stretch(cell.whole.start, cell.whole.start), role)
    return _mark(kind, cell, line, role)


def _mark(kind: MarkKind, cell: _Cell, line: int, role: str) -> Mark:
    return Mark(
        kind, cell.words.start, cell.words.end, line, cell.words if kind == "signatory" else Stretch(cell.words.end, cell.words.end), role
    )
