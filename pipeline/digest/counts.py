"""The counts of a document by what kind of help they are: people, attendances, visits, lessons, goods, and all else.

Reads::

    选派支教教师86名, 两教师                people
    培训教师600人次                          attendances
    送教活动130余场次, 指导4次               visits
    公开课30余节, 同步课堂120课时            lessons
    图书3万册, 校服4000套, 急救箱10个        goods
    结对学校52所, 驻校40天                   all else

Leaves alone::

    受援学校教师在20人以下的                 a condition
    每学期送课4节, 学生各50名                told, and not added up: nobody says how often, or how many hold it
"""

from __future__ import annotations

import re

from extractors.text.counted import LESSON_UNITS
from extractors.text.measure_words import PEOPLE_UNITS, TIMES_UNITS
from extractors.text.nouns import is_person
from extractors.text.running_totals import adds_up
from pipeline.digest.cast import Cast
from pipeline.digest.leads import Lead, Leads
from pipeline.digest.model import Aside, Kind
from pipeline.digest.retold import told_once
from pipeline.digest.rows import Row, Rows
from pipeline.digest.told import TOLD, ToldCount, Where, amount_of, is_done, rate_of

_ATTENDANCES = frozenset({"人次", "人天"})
_LESSONS = LESSON_UNITS | {"节次", "节课", "堂课"}
_GOODS = frozenset("台 册 套 本 件 份 张 把 副 架 辆 箱 袋 盒 双 支 块 幅 顶 床 枚 盏 桶 瓶 棵 株 只 盆 根 部 面 条 集 车 组".split())
_PIECES = frozenset({"个", ""})
"""What counts goods and everything else: the noun tells."""
_THING = re.compile("[包箱球柜桌椅床机灯衣裤服鞋帽壶杯琴板笔袋书画屏仪]$|文具|用品|器材|玩具|电脑|教具")
_QUOTES = "“”\"'‘’《》 \u3000"


def counts_of(rows: Rows, leads: Leads, where: Where) -> list[ToldCount]:
    """All of them, in reading order; those that do not add up say why."""
    placed = [(row, leads.of(row)) for row in rows.quotas if row.modality in TOLD]
    return told_once((_count(row, where, _aside(row, lead)), lead) for row, lead in placed)


def _count(row: Row, where: Where, aside: Aside | None) -> ToldCount:
    giver, receiver = _ends(row, where.cast)
    what = (row.what or "").strip(_QUOTES)
    return ToldCount(
        where=where,
        amount=amount_of(row.min, row.max, approximate=bool(row.approximate)),
        rate=rate_of(row),
        is_done=is_done(row),
        aside=aside,
        giver=giver,
        receiver=receiver,
        words=row.words or "",
        kind=kind_of(row.unit, what),
        unit=row.unit,
        what=what,
    )


def kind_of(unit: str, what: str) -> Kind:
    """What kind of help a count is."""
    if unit in _ATTENDANCES:
        return "attendances"
    if unit in PEOPLE_UNITS or (unit in _PIECES and what and is_person(what)):
        return "people"
    if unit in _LESSONS:
        return "lessons"
    if unit in TIMES_UNITS:
        return "visits"
    return "goods" if unit in _GOODS or (unit in _PIECES and _THING.search(what)) else "others"


def _aside(row: Row, lead: Lead | None) -> Aside | None:
    if row.each:
        return "each"
    if rate_of(row) is not None:
        return "rate"
    return "running" if lead is not None and adds_up(lead.words) else None


def _ends(row: Row, cast: Cast) -> tuple[str | None, str | None]:
    """Who helps and who is helped: those who are sent to learn are helped by where they go."""
    actor, target = cast.meant(row.actor), cast.meant(row.target)
    if actor is None or not cast.is_recipient(actor):
        return actor, target
    return (None if target is None or cast.is_recipient(target) else target), actor
