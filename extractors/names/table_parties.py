"""Who acts, for whom, and who pays whom, by the headings and the other cells of a figure's row.

Reads::

    活动 | 次数 | 责任单位 / 送教 | 4次 | 甲方                甲方 acts
    事项 | 甲方 | 乙方 / 教研 | 送教4次 | 承办2次             甲方, and 乙方, by the head of the column
    项目 | 内容 / 双方 | 教研2次 / 共同责任 | 备课4次    双方, by the row's first cell
    期次 | 金额 | 出资方 | 收款方 / 一 | 5万元 | 甲方 | 乙方  甲方 pays, 乙方 is paid
    对象 | 内容 / 乙方教师 | 跟岗                             towards 乙方

Leaves alone::

    责任部门 | 教务处; 联系人 | 文岚; 地点 | 乙方             no party, and no side of what is done
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.names.headings import BOTH, SHARED_DUTIES
from extractors.names.mentions import Mention, Mentions
from extractors.names.parts_played import GIVING_ROLE, TAKING_ROLE
from extractors.names.tables import SidedTables
from extractors.text.passage import Passage, Stretch
from extractors.text.table_heads import HeadedTable
from extractors.text.table_rows import Place, place_at
from extractors.text.tables import GridCell

_BODY = "(?:方|单位|学校|校|主体|部门|机构|责任人|人)"
_ACTOR = re.compile(
    rf"(?:主要|第一)?(?:责任|实施|承办|牵头|负责|承担|执行|主办|组织|落实|完成|派出|选派|行动|主责|工作|参与|任务)(?:责任)?{_BODY}|主体|实施者|{GIVING_ROLE}"
    r"|(?:责任|职责|任务|工作)?分工|(?:由)?谁(?:来)?(?:做|办|负责|承担|落实|组织|牵头)|执行者|承担者|承办者|组织者"
)
_TARGET = re.compile(rf"(?:活动|工作|面向|参与|参训|培训)?对象|派往{_BODY}|派入{_BODY}|接收{_BODY}|受益{_BODY}|去向|{TAKING_ROLE}")
_PAYER = re.compile(rf"(?:出资|拨付|付款|支付|发放|捐赠|资助|拨款|投入|供给|提供|资金来源)(?:责任)?{_BODY}?|{_ACTOR.pattern}")
_PAYEE = re.compile(rf"(?:收款|受助|受赠|接收|受援|收取|使用|受益|受捐){_BODY}|资助对象|补助对象|发放对象|奖励对象|{TAKING_ROLE}")
_OPEN = re.compile(r"单位|学校|主体|[甲乙]方|当事方|双方|方别|参与方|类别|")
"""Headings under which a party's name alone tells that it acts."""
_TOPIC = re.compile("(?:协议|合作|帮扶|工作|责任)?(?:项目|事项|内容|条目|条款|栏目|任务|责任|职责|义务)")
"""Headings of rows under which a party's name alone is whose duties the row tells: 项目 | 内容 / 双方 | 联合教研2次."""
_NO_DEED = re.compile(r"代表|负责人|联系|电话|账|地址|盖章|签|名称|全称|日期|情况|概况|意见|教师数|学生数|规模")
_AND = re.compile(r"[、，与和及/\s]{0,2}")
_OTHERS = re.compile("另行|商定|指定|委托|确定的|以外|之外")
"""双方另行商定的单位: somebody else."""
_LONGEST = 14
_TWO = 2


@dataclass(frozen=True, slots=True)
class RowActor:
    """Who acts in a cell that begins at ``start``; ``mention`` is where it is named, None where 共同责任 names the two sides."""

    start: int
    actor: str
    mention: Mention | None


class TableParties:
    """The parties of one document's tables; asked for a place in a cell."""

    def __init__(self, passage: Passage, mentions: Mentions) -> None:
        """Look for the tables of givers and receivers, those typed with a blank between their cells too."""
        self._passage = passage
        self._mentions = mentions
        self._sided = SidedTables(passage)

    def heading_above(self, start: int, end: int) -> Stretch | None:
        """The words above a cell of a table of givers and receivers that ``start`` to ``end`` fill; None elsewhere."""
        return self._sided.heading_above(Stretch(start, end))

    def receiver_of_row(self, sentence: Stretch) -> str | None:
        """Who receives in a table's row, by its column; None elsewhere."""
        named = self._only_name(self._sided.taking_cell(sentence))
        return named.name if named else None

    def giver_of_row(self, sentence: Stretch) -> Mention | None:
        """Who gives in a table's row, by its column; None elsewhere."""
        return self._only_name(self._sided.giving_cell(sentence))

    def cell_start(self, offset: int) -> int | None:
        """Where the cell below a head begins in which an offset stands."""
        place = place_at(self._passage, offset) if self._passage.tables else None
        return place.cell.start if place else None

    def actor(self, offset: int) -> RowActor | None:
        """Who acts for what a cell says: its row's party, or its column's."""
        place = place_at(self._passage, offset) if self._passage.tables else None
        if place is None:
            return None
        found = self._in_columns(place, _ACTOR) or self._over(place) or self._beside(place) or self._in_deed(place)
        if found:
            return RowActor(place.cell.start, _actor_name(found), found[0])
        return RowActor(place.cell.start, BOTH, None) if self._is_shared(place) else None

    def target(self, offset: int) -> str | None:
        """Whom the row's deed goes to, by a column of its own."""
        return self._named(offset, _TARGET)

    def payer(self, offset: int) -> str | None:
        """Who pays a row's sum, by a column of its own."""
        return self._named(offset, _PAYER)

    def payee(self, offset: int) -> str | None:
        """Who is paid, by a column of its own."""
        return self._named(offset, _PAYEE)

    def _named(self, offset: int, heading: re.Pattern[str]) -> str | None:
        place = place_at(self._passage, offset) if self._passage.tables else None
        found = self._in_columns(place, heading) if place else ()
        return _actor_name(found) if found else None

    def _only_name(self, cell: Stretch | None) -> Mention | None:
        named = self._mentions.within(cell.start, cell.end) if cell else ()
        return named[0] if len(named) == 1 else None

    def _in_columns(self, place: Place, heading: re.Pattern[str]) -> tuple[Mention, ...]:
        """The parties in the row's cell under such a heading."""
        table, row = place.table, place.cell.row
        for column in range(table.grid.columns):
            cell = table.grid.at(row, column)
            if cell is None or cell == place.cell or not any(heading.fullmatch(_bare(table, one)) for one in table.labels[column]):
                continue
            found = self._parties(cell)
            if found:
                return found
        return ()

    def _over(self, place: Place) -> tuple[Mention, ...]:
        """The party that heads the column (甲方, 甲方任务)."""
        for head in place.table.labels[place.cell.column]:
            found = self._parties(head)
            if found and found[0].start == head.start and head.end - head.start <= _LONGEST + found[-1].end - found[0].start:
                return () if _NO_DEED.search(self._passage.text, found[-1].end, head.end) else found
        return ()

    def _beside(self, place: Place) -> tuple[Mention, ...]:
        """The party that is the label of the row, or of several (甲方 | 送教 | 4次)."""
        table = place.table
        for cell in table.grid.row(place.cell.row)[:_TWO]:
            if cell == place.cell:
                break
            found = self._parties(cell)
            whole = found and found[0].start == cell.start and found[-1].end == cell.end
            heads = table.labels[cell.column]
            if not whole or found[0].kind not in ("role", "both"):
                continue
            topic = cell.column == 0 and place.label.kind not in ("count", "sum", "measure")
            if all(_OPEN.fullmatch(_bare(table, one)) or (topic and _TOPIC.fullmatch(_bare(table, one))) for one in heads):
                return found
        return ()

    def _is_shared(self, place: Place) -> bool:
        """Whether the row is of what both do (共同责任 | 联合教研2次)."""
        first = place.table.grid.at(place.cell.row, 0)
        return first is not None and first != place.cell and SHARED_DUTIES.match(self._passage.text, first.start, first.end) is not None

    def _in_deed(self, place: Place) -> tuple[Mention, ...]:
        """The party with which the row's deed begins (甲方选派骨干教师 | 3名)."""
        table = place.table
        for column in table.columns("what"):
            cell = table.grid.at(place.cell.row, column)
            found = self._parties(cell) if cell is not None and cell != place.cell else ()
            if cell is not None and found and found[0].start == cell.start and found[-1].end < cell.end:
                return found[:1]
        return ()

    def _parties(self, cell: GridCell) -> tuple[Mention, ...]:
        """The parties with which a cell begins: one, or two that are joined (甲方、乙方)."""
        named = [one for one in self._mentions.within(cell.start, cell.end) if one.kind in ("role", "both", "organisation", "generic")]
        if not named or named[0].start - cell.start > _TWO:
            return ()
        found = named[:1]
        for mention in named[1:]:
            if not _AND.fullmatch(self._passage.text, found[-1].end, mention.start):
                break
            found.append(mention)
        others = _OTHERS.search(self._passage.text, found[-1].end, cell.end)
        return tuple(found) if len(found) <= _TWO and others is None else ()


def _actor_name(found: tuple[Mention, ...]) -> str:
    if len(found) == _TWO or (found[0].kind == "both" and "三" not in found[0].name):
        return BOTH
    return found[0].name


def _bare(table: HeadedTable, cell: GridCell) -> str:
    return re.sub(r"\s|（[^（）]*）|：$", "", table.words(cell))
