"""Parties in the tables at the head of an agreement.

Reads::

    |  | 甲方（帮扶方） | 乙方（受援方） | / | 单位名称 | 湖畔小学 | 山坳小学 |      names under their labels
    | 协议方 | 单位名称 | 负责人 | / | 甲方 | 湖畔小学 | 校长 严柏松 |              beside them
    | 甲方 | 单位名称 | 湖畔小学 |,  | 甲方名称 | 湖畔小学 |                        behind the field's name

Leaves alone::

    | 甲方 | 乙方 | / | 选派教师 | 安排食宿 |                                       what they do
    | 责任单位 | 任务 | / | 甲方 | 选派教师 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.names.declared_party import DeclaredParty, declare, value_end
from extractors.names.name_lines import is_name, is_waiting
from extractors.names.party_labels import LETTERED, NAME_FIELD, NOTE, SEAL, SIDE_FIELD, is_label, is_person_label, is_whole_label
from extractors.names.signers import is_person
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN

_LABEL_CELL = re.compile(
    rf"[（〔“]?(?P<label>(?:[{HAN}]{{1,12}}?|{LETTERED})(?:[（〔]{LETTERED}[）〕])?)[）〕”]?(?P<note>{NOTE}{{0,2}})[ ]?：?"
)
_FIELD_CELL = re.compile(rf"{NAME_FIELD}{NOTE}?[ ]?：?|(?:校|园)名")
_FIELD_VALUE = re.compile(rf"(?P<field>{NAME_FIELD})[ ]?：[ ]?(?P<value>[^，。；：]{{2,40}})")
_TASKS = re.compile("任务|内容|职责|措施|事项|义务|进度|要求|分工|目标|次数|数量|金额")
"""Heads of a table that tells who does what."""
_WIDE_GAP = re.compile(r"[ ]{2,}")
_RULE = re.compile(r"[-:：|\s]+")
_LONGEST_LINE = 200
_TWO = 2

Cells = list[Stretch]


def find_tabulated(passage: Passage, where: Stretch) -> Iterator[DeclaredParty]:
    """The parties of the tables of a stretch, in reading order."""
    rows: list[Cells] = []
    for line in passage.lines:
        if line.start < where.start or line.end > where.end:
            continue
        if _RULE.fullmatch(passage.words(line)):
            continue
        cells = _cells(passage, line)
        if len(cells) > 1:
            rows.append(cells)
        elif rows:
            yield from _table(passage, rows)
            rows = []
    yield from _table(passage, rows)


def _cells(passage: Passage, line: Stretch) -> Cells:
    """The cells of a line, empty ones too, a field's name apart from its value (名称：湖畔小学); one where it is no row."""
    cells = _typed_cells(passage, line)
    if len(cells) == 1:
        return cells
    blank = Stretch(line.start, line.start)
    parted = [part for cell in cells for part in _field_and_value(passage, cell)]
    return [*[blank] * _blank_columns(passage, line), *parted]


def _blank_columns(passage: Passage, line: Stretch) -> int:
    """How many of a table's columns stand blank before a line's first cell, and under no merged one."""
    grid = next((table.grid for table in passage.tables if table.grid.start <= line.start < table.grid.end), None)
    first = grid.cell_around(line.start) if grid else None
    if grid is None or first is None or first.start != line.start:
        return 0
    return sum(grid.at(first.row, column) is None for column in range(first.column))


def _field_and_value(passage: Passage, cell: Stretch) -> Cells:
    match = _FIELD_VALUE.fullmatch(passage.text, cell.start, cell.end)
    return [Stretch(*match.span("field")), Stretch(*match.span("value"))] if match else [cell]


def _typed_cells(passage: Passage, line: Stretch) -> Cells:
    words = passage.words(line)
    if len(words) > _LONGEST_LINE:
        return [line]
    if words.startswith("|"):
        marks = [match.span() for match in re.finditer(r"\|", words)]
    elif "\t" in words or "|" in words:
        marks = [(0, 0), *(match.span() for match in re.finditer(r"[\t|]", words)), (len(words), len(words))]
    else:
        marks = [(0, 0), *(match.span() for match in _WIDE_GAP.finditer(words)), (len(words), len(words))]
    if not words.endswith("|") and words.startswith("|"):
        marks.append((len(words), len(words)))
    pieces = [(before[1], after[0]) for before, after in pairwise(marks)]
    return [_bare(words, line.start, *piece) for piece in pieces]


def _bare(words: str, offset: int, start: int, end: int) -> Stretch:
    piece = words[start:end]
    left = len(piece) - len(piece.lstrip())
    return Stretch(offset + start + min(left, len(piece)), offset + start + max(left, len(piece.rstrip())))


def _table(passage: Passage, rows: Sequence[Cells]) -> Iterator[DeclaredParty]:
    """A table's parties: those of the first header that has names below it, else those whose names stand beside them."""
    heads = [passage.words(cell) for cell in rows[0]] if rows else []
    if any(_TASKS.search(head) for head in heads) and not any(_FIELD_CELL.fullmatch(head) for head in heads[1:]):
        return
    column: int | None = None
    for at, cells in enumerate(rows):
        labels = [_label(passage, cell) for cell in cells]
        fields = [_FIELD_CELL.fullmatch(passage.words(cell)) is not None for cell in cells]
        if any(labels) and not _is_side(passage, cells, labels, fields, column):
            found = _under(passage, labels, rows[at + 1 :])
            if found:
                yield from found
                return
        if any(fields) and not any(labels):
            column = fields.index(True)
        yield from _beside(passage, cells, labels, fields, column)


def _label(passage: Passage, cell: Stretch) -> re.Match[str] | None:
    match = _LABEL_CELL.fullmatch(passage.text, cell.start, cell.end)
    return match if match and is_whole_label(match["label"]) and is_label(match["label"]) and not SEAL.search(match["note"]) else None


def _is_side(passage: Passage, cells: Cells, labels: Sequence[re.Match[str] | None], fields: Sequence[bool], column: int | None) -> bool:
    """Whether the name belongs to the right of the row's label, or the row's labels each have a name beside them."""
    at = next(place for place, label in enumerate(labels) if label)
    if column is not None and at == 0 and column < len(cells):
        return True
    following = cells[at + 1] if at + 1 < len(cells) else None
    return following is not None and (fields[at + 1] or (labels[at + 1] is None and _named(passage, following, labels[at])))


def _named(passage: Passage, cell: Stretch, label: re.Match[str] | None) -> bool:
    words = passage.words(Stretch(cell.start, value_end(passage.text, cell.start, cell.end))) or passage.words(cell)
    person = label is not None and (is_person_label(label["label"]) or re.search(LETTERED, label["label"]) is not None)
    return is_name(words) or is_waiting(words) or (person and is_person(words.replace(" ", "")))


def _under(passage: Passage, labels: Sequence[re.Match[str] | None], rows: Sequence[Cells]) -> list[DeclaredParty]:
    """The row below that has the names, under their labels; a field for names may hold blanks too."""
    for cells in rows:
        if len(cells) != len(labels):
            continue
        pairs = [(label, cell) for label, cell in zip(labels, cells, strict=True) if label]
        field = labels[0] is None and _FIELD_CELL.fullmatch(passage.words(cells[0])) is not None
        told = labels[0] is None and cells[0].start < cells[0].end
        if field or (len(pairs) > 1 and all(_named(passage, cell, None if told else label) for label, cell in pairs)):
            return [_party(passage, label, cell) for label, cell in pairs]
    return []


def _beside(
    passage: Passage, cells: Cells, labels: Sequence[re.Match[str] | None], fields: Sequence[bool], column: int | None
) -> Iterator[DeclaredParty]:
    """甲方 | 湖畔小学; 甲方 | 单位名称 | 湖畔小学; a column of names under its heading; 甲方名称 | 湖畔小学."""
    for at, (cell, label) in enumerate(zip(cells, labels, strict=True)):
        following = cells[at + 1] if at + 1 < len(cells) else None
        if label and column is not None and at < column < len(cells):
            yield _party(passage, label, cells[column])
        elif label and fields[at + 1 : at + 2] == [True] and at + _TWO < len(cells) and _fits(passage, cells[at + _TWO], label):
            yield _party(passage, label, cells[at + 2])
        elif label and following and (_named(passage, following, label) if len(cells) > _TWO else _fits(passage, following, label)):
            yield _party(passage, label, following)
        elif following and not label and (field := _side_field(passage, cell)):
            yield declare(passage, Stretch(*field.span("label")), field["note"], following)


def _fits(passage: Passage, cell: Stretch, label: re.Match[str]) -> bool:
    """Whether a cell holds a name, or nothing where a name should be."""
    return cell.start == cell.end or _named(passage, cell, label)


def _side_field(passage: Passage, cell: Stretch) -> re.Match[str] | None:
    """受援学校名称: a label and a field in one cell."""
    match = SIDE_FIELD.fullmatch(passage.text, cell.start, cell.end)
    return match if match and is_whole_label(match["label"]) else None


def _party(passage: Passage, label: re.Match[str], name: Stretch) -> DeclaredParty:
    return declare(passage, Stretch(*label.span("label")), label["note"], name)
